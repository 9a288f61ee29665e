//! The page of one vendor's code, also of one that the vendor does not list.

use respondex_core::{Catalog, Code, Entry};
use yew::prelude::*;

use super::not_found;
use crate::components::entry_card::{CardPlace, entry_card};
use crate::components::entry_facts::{entry_facts, section};
use crate::components::entry_row::entry_list;
use crate::components::fallback_card::{fallback_card, group_item};
use crate::state::vendor_facts;

/// The page.
pub fn code(vendor_id: &str, code: Code) -> Html {
    let catalog = Catalog::builtin();
    let Some(vendor) = vendor_facts::vendor(catalog, vendor_id) else { return not_found() };
    let lookup = catalog.lookup(code, Some(&vendor.id));
    let others: Vec<&Entry> = catalog
        .entries_with(code)
        .filter(|entry| entry.vendor != vendor.id)
        .map(AsRef::as_ref)
        .collect();
    let card = match lookup.meanings.first() {
        Some(entry) => html! {
            <>
                {entry_card(entry, CardPlace::Page)}
                {entry_facts(entry)}
                if !lookup.groups.is_empty() {
                    {section("Part of", Html::default(), html! {
                        <ul class="groups">
                            for group in &lookup.groups { <li key={group.id.clone()}>{group_item(group)}</li> }
                        </ul>
                    })}
                }
            </>
        },
        None => {
            let title = html! {
                <h1 class="card-title" tabindex="-1">
                    <span class="card-code">{code.to_string()}</span>{" "}
                    <span>{format!("is not listed by {}", vendor.name)}</span>
                </h1>
            };
            fallback_card(&lookup, title)
        }
    };
    html! {
        <div class="entry-page">
            {card}
            if !others.is_empty() {
                {section("Other meanings of the same number", Html::default(), entry_list(others.into_iter(), true))}
            }
        </div>
    }
}
