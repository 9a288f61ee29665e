//! What a comparison can be narrowed to: vendors to tick, switches, and values to choose.

use respondex_core::compare::Grouping;
use respondex_core::{Catalog, STANDARD};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choice::Choice;
use crate::markup::all;
use crate::state::compare_query::CompareQuery;

/// A callback that asks for the query with something changed.
pub fn asking<T: 'static>(
    query: &CompareQuery,
    ask: &Callback<CompareQuery>,
    change: fn(&mut CompareQuery, T),
) -> Callback<T> {
    let (query, ask) = (query.clone(), ask.clone());
    Callback::from(move |value: T| {
        let mut query = query.clone();
        change(&mut query, value);
        ask.emit(query);
    })
}

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

/// How the rows of the matrix are grouped.
pub fn grouping_choice(chosen: Grouping, answer: &Callback<Grouping>) -> Html {
    let ways = [(Grouping::Class, "Class of number"), (Grouping::Condition, "Condition")];
    let ways = ways.into_iter().map(|(by, label)| {
        let onchange = answer.reform(move |_: Event| by);
        html! {
            <label class="tick">
                <input type="radio" name="grouping" checked={by == chosen} {onchange} />{label}
            </label>
        }
    });
    html! {
        <fieldset class="ticks"><legend>{"Group by"}</legend>{all(ways.collect())}</fieldset>
    }
}

/// A value to choose, or none, for which `every` is the word. Each value comes with its id and its words.
pub fn choice<T: Copy + PartialEq + 'static, const N: usize>(
    id: &'static str,
    label: &'static str,
    every: &'static str,
    values: [(T, &'static str, &'static str); N],
    chosen: Option<T>,
    answer: &Callback<Option<T>>,
) -> Html {
    let on_choose = answer.reform(move |asked: String| {
        values.into_iter().find(|(_, id, _)| *id == asked).map(|(value, ..)| value)
    });
    let is_chosen = |(value, ..): &&(T, &'static str, &'static str)| chosen == Some(*value);
    let value = values.iter().find(is_chosen).map_or("", |(_, id, _)| *id);
    let mut options = vec![("", every)];
    options.extend(values.map(|(_, id, words)| (id, words)));
    html! { <Choice {id} {label} {options} {value} {on_choose} /> }
}
