//! The results as the list of a combobox: arrows choose, a click opens the page.

use yew::prelude::*;

use super::entry_row::row_content;
use crate::markup::all;
use crate::route::Route;
use crate::state::found::{HitGroup, ShownHit};

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
    let content = row_content(entry, true, &hit.marks);
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
