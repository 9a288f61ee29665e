//! One entry as a line in a list.

use respondex_core::{Catalog, Entry};
use yew::prelude::*;

use super::outcome_badge::outcome_badge;
use crate::route::Route;
use crate::state::vendor_facts;

/// A list of entries, each a link to its page.
pub fn entry_list<'a>(entries: impl Iterator<Item = &'a Entry>, with_vendor: bool) -> Html {
    html! {
        <ul class="rows">
            for entry in entries { {entry_row(entry, with_vendor)} }
        </ul>
    }
}

fn entry_row(entry: &Entry, with_vendor: bool) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), &entry.vendor);
    html! {
        <li key={entry.id.clone()}>
            <a class="row" href={Route::code(&entry.vendor, entry.code).href()}>
                <span class="row-code">{entry.code.to_string()}</span>
                <span class="row-main">
                    <span class="row-title">
                        if with_vendor { <span class="row-vendor">{vendor.to_owned()}</span>{" "} }
                        if let Some(wording) = entry.wording() {
                            <span translate="no">{wording.to_owned()}</span>
                        }
                    </span>
                    <span class="row-summary">{&entry.summary}</span>
                </span>
                {outcome_badge(entry.outcome)}
            </a>
        </li>
    }
}
