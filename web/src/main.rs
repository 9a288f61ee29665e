//! The app in the browser.

fn main() {
    #[cfg(feature = "hydration")]
    respondex_web::start();
}
