//! The foot of every page: version, privacy, sources.

use respondex_core::Catalog;
use respondex_core::catalog::STANDARD;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::markup::{button, el, link, made, text};
use crate::route::Route;
use crate::state::words;

/// The foot.
pub fn site_footer(on_help: Callback<MouseEvent>) -> Html {
    let entries = Catalog::builtin().entries();
    let codes = entries.iter().filter(|entry| entry.vendor != STANDARD).count();
    let codes = words::count_of(codes, "vendor code");
    let privacy = format!("{}#privacy", Route::About.href());
    let inner = vec![
        el(
            "p",
            "",
            vec![
                icon(Glyph::Shield),
                text("Nothing you paste leaves this page. "),
                link(privacy, "", vec![text("How to check")]),
            ],
        ),
        el(
            "p",
            "muted",
            vec![
                made(format!("Data version {}, {codes}. ", env!("CARGO_PKG_VERSION"))),
                link(Route::About.href(), "", vec![text("Sources and how facts are marked")]),
                text(" "),
                button("link", None, on_help, vec![text("Keys (?)")]),
            ],
        ),
    ];
    el("footer", "site-footer", vec![el("div", "site-footer-inner", inner)])
}
