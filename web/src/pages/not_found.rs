//! The page of an address that nobody has.

use yew::Html;

use crate::markup::{el, el_with, line, link, text};
use crate::route::Route;

/// Says so, and where to go from here.
pub fn not_found() -> Html {
    el(
        "div",
        "prose",
        vec![
            el_with("h1", &[("tabindex", "-1")], vec![text("There is no page at this address")]),
            line(
                "p",
                "",
                "The address may be mistyped, or the code belongs to another vendor. Look the number up instead: the answer shows every vendor that lists it.",
            ),
            el(
                "p",
                "actions",
                vec![
                    link(Route::Home.href(), "button button-primary", vec![text("Look up a code")]),
                    link(Route::Compare.href(), "button", vec![text("See all codes")]),
                ],
            ),
        ],
    )
}
