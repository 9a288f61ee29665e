//! The page of one vendor's code, also of one that the vendor does not list.

use respondex_core::{Catalog, Code, Entry};
use yew::Html;

use super::not_found;
use crate::components::entry_card::{CardPlace, entry_card};
use crate::components::entry_facts::{entry_facts, section};
use crate::components::entry_row::entry_list;
use crate::components::fallback_card::{fallback_card, group_list};
use crate::components::meaning_row::meaning_row;
use crate::markup::{el, el_with, made, made_line, none, text};
use crate::state::vendor_facts;

/// The page.
pub fn code(vendor_id: &str, code: Code) -> Html {
    let catalog = Catalog::builtin();
    let Some(vendor) = vendor_facts::vendor(catalog, vendor_id) else { return not_found() };
    let lookup = catalog.lookup(code, Some(vendor.id));
    let meanings: Vec<(usize, &Entry)> =
        catalog.entries_with(code).map(AsRef::as_ref).enumerate().collect();
    let others: Vec<&Entry> = meanings
        .iter()
        .map(|(_, entry)| *entry)
        .filter(|entry| entry.vendor != vendor.id)
        .collect();
    let shown = lookup.meanings.first().map(|entry| entry.id);
    let mut page = vec![meaning_row(&meanings, shown, None)];
    if let Some(entry) = lookup.meanings.first() {
        page.push(entry_card(entry, CardPlace::Page));
        page.push(entry_facts(entry));
        if !lookup.groups.is_empty() {
            page.push(section("Part of", none(), group_list(&lookup.groups)));
        }
    } else {
        let title = vec![
            made_line("span", "card-code", code.to_string()),
            text(" "),
            el("span", "", vec![made(format!("is not listed by {}", vendor.name))]),
        ];
        let title = el_with("h1", &[("class", "card-title"), ("tabindex", "-1")], title);
        page.push(fallback_card(&lookup, title));
    }
    if !others.is_empty() {
        let title = "Other meanings of the same number";
        page.push(section(title, none(), entry_list(&others, true)));
    }
    el("div", "entry-page", page)
}
