//! How a response ended: icon and word, colour last.

use respondex_core::Outcome;
use yew::Html;

use super::icon::{Glyph, icon};
use crate::markup::{el_made, text};
use crate::state::words;

/// The icon of an outcome.
pub fn glyph(outcome: Outcome) -> Glyph {
    match outcome {
        Outcome::Success => Glyph::Success,
        Outcome::Partial => Glyph::Partial,
        Outcome::Failure => Glyph::Failure,
        Outcome::Redirect => Glyph::Redirect,
        Outcome::Interim => Glyph::Interim,
        Outcome::Unknown => Glyph::Unknown,
    }
}

/// Icon and word of an outcome.
pub fn outcome_badge(outcome: Outcome) -> Html {
    toned("span", "badge", outcome, vec![icon(glyph(outcome)), text(words::outcome(outcome))])
}

/// An element in the colour of an outcome.
pub fn toned(tag: &'static str, class: &str, outcome: Outcome, children: Vec<Html>) -> Html {
    el_made(tag, "", ("class", format!("{class} {}", words::outcome_class(outcome))), children)
}
