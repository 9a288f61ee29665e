//! The foot of every page: version, privacy, sources.

use respondex_core::Catalog;
use respondex_core::catalog::STANDARD;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::route::Route;
use crate::state::words;

/// The foot.
pub fn site_footer() -> Html {
    let catalog = Catalog::builtin();
    let codes = catalog.entries().iter().filter(|entry| entry.vendor != STANDARD).count();
    html! {
        <footer class="site-footer">
            <div class="site-footer-inner">
                <p>
                    {icon(Glyph::Shield)}
                    {"Nothing you paste leaves this page. "}
                    <a href={format!("{}#privacy", Route::About.href())}>{"How to check"}</a>
                </p>
                <p class="muted">
                    {format!("Data version {}, {}. ", env!("CARGO_PKG_VERSION"), words::count_of(codes, "vendor code"))}
                    <a href={Route::About.href()}>{"Sources and how facts are marked"}</a>
                </p>
            </div>
        </footer>
    }
}
