//! What was understood of a query, as chips that can be taken out of it.

use respondex_core::Catalog;
use respondex_core::search::{Understood, UnderstoodKind};
use yew::prelude::*;

use crate::markup::{el, line, made_line, text};
use crate::state::vendor_facts;

/// The chips; `on_remove` is called with the UTF-16 units of the query that a chip takes.
pub fn chips(parts: &[Understood], on_remove: &Callback<(usize, usize)>) -> Html {
    let items = parts.iter().map(|part| shown_part(part, on_remove)).collect();
    el("ul", "chips", items)
}

fn shown_part(part: &Understood, on_remove: &Callback<(usize, usize)>) -> Html {
    let what = match (part.kind, part.excluded) {
        (UnderstoodKind::Code, _) => "number",
        (UnderstoodKind::Range, _) => "numbers",
        (UnderstoodKind::Vendor, _) => "vendor",
        (UnderstoodKind::Class, _) => "class",
        (UnderstoodKind::Actor, _) => "who acts",
        (UnderstoodKind::Retry, _) => "retry",
        (UnderstoodKind::Method, _) => "method",
        (UnderstoodKind::Condition, _) => "meaning",
        (UnderstoodKind::Phrase, _) => "phrase",
        (UnderstoodKind::Word, _) => "word",
        (UnderstoodKind::NotUnderstood, _) => "no such filter, read as words",
    };
    let value = match (part.kind, part.value.as_deref()) {
        (UnderstoodKind::Vendor, Some(id)) => vendor_facts::name(Catalog::builtin(), id).to_owned(),
        (_, Some(value)) => value.to_owned(),
        (_, None) => part.text.clone(),
    };
    let remark = match (part.unmatched, part.excluded) {
        (true, _) => " is nowhere in the catalogue",
        (_, true) => " left out",
        _ => "",
    };
    let class = match (part.unmatched || part.kind == UnderstoodKind::NotUnderstood, part.excluded)
    {
        (true, _) => "chip chip-doubt",
        (_, true) => "chip chip-out",
        _ => "chip",
    };
    let accessible = format!("Remove {what} {value}");
    let onclick = {
        let (start, end) = (part.start, part.end);
        on_remove.reform(move |_: MouseEvent| (start, end))
    };
    html! {
        <li class={class}>
            {line("span", "chip-kind", what)}
            {text(" ")}
            {made_line("span", "chip-value", value)}
            {text(remark)}
            <button type="button" class="chip-remove" aria-label={accessible} {onclick}>{"×"}</button>
        </li>
    }
}
