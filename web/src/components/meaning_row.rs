//! All meanings of a number as one short row, for where their list is far away.

use respondex_core::{Catalog, Entry};
use yew::prelude::*;

use crate::markup::{el, el_made, el_with, link, made_line, none, text};
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// The row: `entries` with their places, the id of the one that is `shown`. A choice is told with its place, or
/// leads to the page of the meaning where nobody listens. Nothing where there is no other meaning.
pub fn meaning_row(
    entries: &[(usize, &Entry)],
    shown: Option<&str>,
    on_choose: Option<&Callback<usize>>,
) -> Html {
    let Some((_, first)) = entries.iter().find(|(_, entry)| Some(entry.id) != shown) else {
        return none();
    };
    let code = first.code;
    let items = entries.iter().map(|(place, entry)| {
        let is_shown = Some(entry.id) == shown;
        let name = text(vendor_facts::name(Catalog::builtin(), entry.vendor));
        let item = if let Some(on_choose) = on_choose {
            let place = *place;
            let onclick = on_choose.reform(move |_: MouseEvent| place);
            // The button that was pressed stays, and with it the focus.
            html! {
                <button type="button" class="chip" aria-pressed={is_shown.to_string()} {onclick}>{name}</button>
            }
        } else if is_shown {
            el_with("span", &[("class", "chip"), ("aria-current", "page")], vec![name])
        } else {
            link(Route::code(entry.vendor, entry.code).href(), "chip", vec![name])
        };
        el("li", "", vec![item])
    });
    let count = format!("{} of {code}", words::count_of(entries.len(), "meaning"));
    let row = vec![made_line("span", "muted", count), el("ul", "chips", items.collect())];
    el_made("fieldset", "meanings", ("aria-label", format!("Meanings of {code}")), row)
}
