//! All meanings of a number as one short row, for where their list is far away.

use respondex_core::{Catalog, Entry};
use yew::prelude::*;

use crate::markup::{all, el, made_line, none};
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
        let name = vendor_facts::name(Catalog::builtin(), entry.vendor);
        let item = if let Some(on_choose) = on_choose {
            let place = *place;
            let onclick = on_choose.reform(move |_: MouseEvent| place);
            html! {
                <button type="button" class="chip" aria-pressed={is_shown.to_string()} {onclick}>{name}</button>
            }
        } else {
            let href = Route::code(entry.vendor, entry.code).href();
            let current = is_shown.then_some("page");
            html! { <a class="chip" {href} aria-current={current}>{name}</a> }
        };
        el("li", "", vec![item])
    });
    let items = el("ul", "chips", items.collect());
    let count = words::count_of(entries.len(), "meaning");
    html! {
        <div class="meanings" role="group" aria-label={format!("Meanings of {code}")}>
            {all(vec![made_line("span", "muted", format!("{count} of {code}")), items])}
        </div>
    }
}
