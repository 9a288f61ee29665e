//! Contradictions and traps, with the passages that disagree side by side.

use respondex_core::Quirk;
use yew::Html;

use crate::markup::{el, prose};

/// One block for each quirk.
pub fn quirk_list(quirks: &[Quirk]) -> Html {
    el("ul", "quirks", quirks.iter().map(quirk_item).collect())
}

fn quirk_item(quirk: &Quirk) -> Html {
    let mut content = vec![el("p", "", prose(quirk.summary))];
    if !quirk.passages.is_empty() {
        let passages = quirk.passages.iter().map(|passage| el("li", "", prose(passage))).collect();
        content.push(el("ul", "passages", passages));
    }
    el("li", "quirk", content)
}
