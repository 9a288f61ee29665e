//! What a comparison can be narrowed to: vendors to tick, and switches.

use respondex_core::{Catalog, STANDARD};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::markup::all;
use crate::state::compare_query::CompareQuery;

/// A box to tick.
pub fn tick(label: &'static str, is_on: bool, answer: &Callback<bool>) -> Html {
    tick_unless(label, is_on, false, answer)
}

fn tick_unless(label: &'static str, is_on: bool, is_fixed: bool, answer: &Callback<bool>) -> Html {
    let onchange = answer.reform(|event: Event| {
        let input = event.target().and_then(|at| at.dyn_into::<HtmlInputElement>().ok());
        input.is_some_and(|input| input.checked())
    });
    html! {
        <label class="tick">
            <input type="checkbox" checked={is_on} disabled={is_fixed} {onchange} />{label}
        </label>
    }
}

/// The vendors as boxes to tick; all of them where none is named. The last one cannot be taken away.
pub fn vendor_ticks(query: &CompareQuery, ask: &Callback<CompareQuery>) -> Html {
    let catalog = Catalog::builtin();
    let vendors: Vec<_> = catalog.vendors().iter().filter(|vendor| vendor.id != STANDARD).collect();
    let shown: Vec<&str> = vendors
        .iter()
        .map(|vendor| vendor.id)
        .filter(|id| query.vendors.is_empty() || query.vendors.iter().any(|it| it == id))
        .collect();
    let ticks = vendors.iter().map(|vendor| {
        let is_on = shown.contains(&vendor.id);
        let is_after = |id: &&str| if *id == vendor.id { !is_on } else { shown.contains(id) };
        let mut after: Vec<String> =
            vendors.iter().map(|vendor| vendor.id).filter(is_after).map(Into::into).collect();
        if after.len() == vendors.len() {
            // All of them is what an address without vendors says.
            after.clear();
        }
        let (query, ask) = (query.clone(), ask.clone());
        let on_change = Callback::from(move |_: bool| {
            ask.emit(CompareQuery { vendors: after.clone(), ..query.clone() });
        });
        tick_unless(vendor.name, is_on, is_on && shown.len() == 1, &on_change)
    });
    html! {
        <fieldset class="ticks"><legend>{"Vendors"}</legend>{all(ticks.collect())}</fieldset>
    }
}
