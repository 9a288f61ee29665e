//! The site: the same components written to files once and run in the browser.
//!
//! Start at [`app`]. Arrows: `pages → hooks, components → state, route`. The page decides nothing: every
//! answer comes from `respondex-core`.

pub mod app;
pub mod components;
pub mod hooks;
pub mod markup;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod reader;
pub mod route;
#[cfg(feature = "hydration")]
mod start;
pub mod state;

#[cfg(feature = "hydration")]
pub use start::start;
