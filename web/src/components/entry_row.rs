//! One entry as a line in a list.

use respondex_core::search::Mark;
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
    let row = row_content(entry, with_vendor, &[]);
    el("li", "", vec![link(Route::code(entry.vendor, entry.code).href(), "row", row)])
}

/// What a row shows of an entry, with the places that match a query set off.
pub fn row_content(entry: &Entry, with_vendor: bool, marks: &[Mark]) -> Vec<Html> {
    let vendor = if with_vendor {
        let name = vendor_facts::name(Catalog::builtin(), entry.vendor);
        line("span", "row-vendor", name)
    } else {
        none()
    };
    let wording = entry.worded().map_or_else(none, |(field, wording)| {
        el_with("span", &[("translate", "no")], marked(wording, field, marks))
    });
    let main = vec![
        el("span", "row-title", vec![vendor, text(" "), wording]),
        el("span", "row-summary", marked(entry.summary, "summary", marks)),
    ];
    vec![
        made_line("span", "row-code", entry.code.to_string()),
        el("span", "row-main", main),
        outcome_badge(entry.outcome),
    ]
}

/// A text with the places that match set off.
fn marked(words: &str, field: &str, marks: &[Mark]) -> Vec<Html> {
    let units: Vec<u16> = words.encode_utf16().collect();
    let part =
        |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let mut parts = Vec::new();
    let mut at = 0usize;
    for mark in marks.iter().filter(|mark| mark.field == field) {
        if mark.start < at || mark.end > units.len() {
            continue;
        }
        parts.push(made(part(at, mark.start)));
        parts.push(made_line("mark", "", part(mark.start, mark.end)));
        at = mark.end;
    }
    parts.push(made(part(at, units.len())));
    parts
}
