//! What a copy of the pasted text would mask, and the masked text to copy.

use respondex_core::Redaction;
use yew::prelude::*;

use super::copy_button::CopyButton;
use super::id_switch::{Masking, id_switch};
use crate::markup::{el, line, made, made_line, wire};

/// More placeholders than this are counted only.
const SHOWN: usize = 30;

/// The list; nothing to mask is said as well.
pub fn masked_list(masking: &Masking) -> Html {
    let redaction = &masking.masked.redaction;
    let masked = redaction.text.clone();
    let copy = html! {
        <CopyButton label="Copy text, masked" text={Callback::from(move |()| masked.clone())} />
    };
    let caution = line(
        "p",
        "muted",
        "This is a help, not de-identification: most names in sentences and rare identifiers stay. Read it before you send it on.",
    );
    let switch = id_switch(masking, false);
    // The switch keeps its place, and the focus with it, whatever there is to mask.
    el("div", "", vec![places(redaction), caution, switch, copy])
}

/// What stands for each masked value, and why.
fn places(redaction: &Redaction) -> Html {
    if redaction.masked.is_empty() {
        return line("p", "", "No secret and no personal data was recognized in the text.");
    }
    let items = redaction.masked.iter().take(SHOWN).map(|masked| {
        let times = match masked.count {
            1 => String::new(),
            count => format!(", {count} times"),
        };
        let words = format!(" {}{times}", masked.reason);
        el("li", "", vec![wire(masked.placeholder.clone()), made(words)])
    });
    let mut parts = vec![
        line("p", "", "Copies have these places replaced:"),
        el("ul", "plain masked", items.collect()),
    ];
    let rest = redaction.masked.len().saturating_sub(SHOWN);
    if rest > 0 {
        parts.push(made_line("p", "muted", format!("And {rest} more.")));
    }
    el("div", "", parts)
}
