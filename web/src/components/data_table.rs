//! Tables with headings on both sides: scrolled on a desk, cards on a phone.

use yew::Html;

use crate::markup::{el, el_made, el_with, line, text, unspoken};

/// The heading of the rows' names, at the top of a table.
pub fn corner(name: &'static str) -> Html {
    el_with("th", &[("class", "matrix-corner"), ("scope", "col")], vec![text(name)])
}

/// A cell that names its column, for the cards on a phone.
pub fn cell(name: &'static str, content: Html) -> Html {
    el_made("td", "", ("data-label", name.to_owned()), vec![content])
}

/// Says why a cell is empty; a dash is what is seen.
pub fn nothing(why: &'static str) -> Html {
    el("span", "cell-none", vec![unspoken("–"), line("span", "visually-hidden", why)])
}

/// A table in a frame that scrolls, and can be scrolled by keys.
pub fn table(
    class: &'static str,
    frame: &'static str,
    name: &'static str,
    heads: Vec<Html>,
    rows: Vec<Html>,
) -> Html {
    let attributes =
        [("class", frame), ("tabindex", "0"), ("role", "region"), ("aria-label", name)];
    let table = vec![el("thead", "", vec![el("tr", "", heads)]), el("tbody", "", rows)];
    el_with("div", &attributes, vec![el("table", class, table)])
}
