//! The site: the same components written to files once and run in the browser.
