//! A vendor at a glance: its numbers and how many of them are explained.

use respondex_core::{Catalog, Vendor};
use yew::Html;

use crate::markup::{el, el_with, line, link, made_line, text};
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// Cards of several vendors.
pub fn vendor_cards<'a>(vendors: impl Iterator<Item = &'a Vendor>) -> Html {
    el("ul", "vendor-cards", vendors.map(vendor_card).collect())
}

fn vendor_card(vendor: &Vendor) -> Html {
    let families =
        vendor_facts::families(Catalog::builtin(), vendor.id).into_iter().map(|family| {
            let count = made_line("span", "muted", family.count.to_string());
            el("li", "", vec![made_line("span", "code", family.label), text(" "), count])
        });
    let attributes = [("class", "families"), ("aria-label", "Number families")];
    let mut count = words::count_of(vendor.page_codes, "code");
    if vendor.other_codes > 0 {
        count = format!("{count}, {} more from other sources", vendor.other_codes);
    }
    el(
        "li",
        "vendor-card",
        vec![
            link(Route::Vendor(vendor.id.into()).href(), "vendor-link", vec![text(vendor.name)]),
            line("p", "muted", vendor.product),
            el_with("ul", &attributes, families.collect()),
            made_line("p", "muted vendor-count", count),
        ],
    )
}
