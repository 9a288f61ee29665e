//! One entry as a line in a list.

use respondex_core::{Catalog, Entry};
use yew::Html;

use super::outcome_badge::outcome_badge;
use crate::markup::{el, el_with, line, link, made, made_line, none, text};
use crate::route::Route;
use crate::state::vendor_facts;

/// A list of entries, each a link to its page.
pub fn entry_list(entries: &[&Entry], with_vendor: bool) -> Html {
    el("ul", "rows", entries.iter().map(|entry| entry_row(entry, with_vendor)).collect())
}

fn entry_row(entry: &Entry, with_vendor: bool) -> Html {
    let vendor = if with_vendor {
        let name = vendor_facts::name(Catalog::builtin(), entry.vendor);
        line("span", "row-vendor", name)
    } else {
        none()
    };
    let wording = entry.wording().map_or_else(none, |wording| {
        el_with("span", &[("translate", "no")], vec![made(wording.to_owned())])
    });
    let main = vec![
        el("span", "row-title", vec![vendor, text(" "), wording]),
        line("span", "row-summary", entry.summary),
    ];
    let row = vec![
        made_line("span", "row-code", entry.code.to_string()),
        el("span", "row-main", main),
        outcome_badge(entry.outcome),
    ];
    el("li", "", vec![link(Route::code(entry.vendor, entry.code).href(), "row", row)])
}
