//! A vendor at a glance: its numbers and how many of them are explained.

use respondex_core::{Catalog, Vendor};
use yew::prelude::*;

use crate::route::Route;
use crate::state::{vendor_facts, words};

/// Name, product, number families and counts.
pub fn vendor_card(vendor: &Vendor) -> Html {
    let families = vendor_facts::families(Catalog::builtin(), &vendor.id);
    let other = match vendor.other_codes {
        0 => String::new(),
        count => format!(", {count} more from other sources"),
    };
    html! {
        <li key={vendor.id.clone()} class="vendor-card">
            <a class="vendor-link" href={Route::Vendor(vendor.id.clone()).href()}>{&vendor.name}</a>
            <p class="muted">{&vendor.product}</p>
            <ul class="families" aria-label="Number families">
                for family in families {
                    <li key={family.label.clone()}>
                        <span class="code">{&family.label}</span>{" "}<span class="muted">{family.count.to_string()}</span>
                    </li>
                }
            </ul>
            <p class="muted vendor-count">{words::count_of(vendor.page_codes, "code")}{other}</p>
        </li>
    }
}
