//! The results as the list of a combobox: arrows choose, a click opens the page.

use respondex_core::Catalog;
use respondex_core::search::Mark;
use yew::prelude::*;

use super::outcome_badge::outcome_badge;
use crate::markup::{all, el, line, made, made_line, none, text};
use crate::route::Route;
use crate::state::found::{HitGroup, ShownHit};
use crate::state::vendor_facts;

/// Id of the list.
pub const RESULTS: &str = "results";

/// Id of the result at a place.
pub fn result_id(place: usize) -> String {
    format!("result-{place}")
}

/// The list; `chosen` is the place of the result whose card is shown.
pub fn result_list(groups: &[HitGroup], chosen: Option<usize>) -> Html {
    let mut place = 0usize;
    let mut shown = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        let title = format!("results-title-{number}");
        let rows = group.hits.iter().map(|hit| {
            let row = row(hit, place, chosen == Some(place));
            place = place.saturating_add(1);
            row
        });
        let rows: Vec<Html> = rows.collect();
        shown.push(html! {
            <div role="group" class="rows" aria-labelledby={title.clone()}>
                <div id={title} class="rows-title" role="presentation">{&group.title}</div>
                {all(rows)}
            </div>
        });
    }
    html! { <div id={RESULTS} class="results" role="listbox" aria-label="Results">{all(shown)}</div> }
}

fn row(hit: &ShownHit, place: usize, is_chosen: bool) -> Html {
    let entry = &hit.entry;
    let vendor = line("span", "row-vendor", vendor_facts::name(Catalog::builtin(), entry.vendor));
    let wire = &entry.wire;
    let message = wire.message.filter(|_| !wire.template);
    let wordings =
        [("wire.phrase", wire.phrase), ("wire.message", message), ("wire.result", wire.result)];
    let wording = wordings.into_iter().find_map(|(field, text)| text.map(|text| (field, text)));
    let wording = wording.map_or_else(none, |(field, words)| {
        html! { <span translate="no">{marked(words, field, &hit.marks)}</span> }
    });
    let main = vec![
        el("span", "row-title", vec![vendor, text(" "), wording]),
        el("span", "row-summary", vec![marked(entry.summary, "summary", &hit.marks)]),
    ];
    let content = vec![
        made_line("span", "row-code", entry.code.to_string()),
        el("span", "row-main", main),
        outcome_badge(entry.outcome),
    ];
    html! {
        <a
            id={result_id(place)}
            class="row"
            role="option"
            tabindex="-1"
            aria-selected={is_chosen.to_string()}
            href={Route::code(entry.vendor, entry.code).href()}
        >
            {all(content)}
        </a>
    }
}

/// A text with the places that match set off.
fn marked(words: &str, field: &str, marks: &[Mark]) -> Html {
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
    all(parts)
}
