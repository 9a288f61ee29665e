//! How a response ended. Two verdicts where status line and body disagree, the alarm first.

use respondex_core::Outcome;
use respondex_core::decode::{DecodedResponse, Verdict};
use yew::Html;

use super::icon::{Glyph, icon};
use super::outcome_badge::{glyph, toned};
use crate::markup::{el, made, text};
use crate::state::responses::urgency;
use crate::state::words;

/// The banner.
pub fn verdict_banner(response: &DecodedResponse) -> Html {
    let Verdict { transport, application, masked } = response.verdict;
    let status = response.http.as_ref().map(|http| http.status);
    if masked {
        let status = status.map_or_else(String::new, |status| format!(" {status}"));
        let of_status =
            format!("Status line{status}: {}", words::outcome(transport).to_lowercase());
        let of_body = format!("Body: {}", words::outcome(application).to_lowercase());
        let mut both = [(of_body, application), (of_status, transport)];
        both.sort_by_key(|(_, outcome)| urgency(*outcome));
        let note = text("Status line and body disagree. The body decides.");
        let note = el("p", "verdict-note", vec![icon(Glyph::Alert), note]);
        let pair = both.into_iter().map(|(words, outcome)| verdict_line(words, outcome)).collect();
        return el("div", "verdict verdict-masked", vec![note, el("div", "verdict-pair", pair)]);
    }
    let outcome = if application == Outcome::Unknown { transport } else { application };
    let status = status.map_or_else(String::new, |status| format!(", HTTP status {status}"));
    let words = format!("{}{status}", words::outcome(outcome));
    el("div", "verdict", vec![verdict_line(words, outcome)])
}

fn verdict_line(words: String, outcome: Outcome) -> Html {
    toned("p", "verdict-line", outcome, vec![icon(glyph(outcome)), made(words)])
}
