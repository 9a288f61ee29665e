//! How a response ended: icon and word, colour last.

use respondex_core::Outcome;
use yew::prelude::*;

use super::icon::{Glyph, icon};
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
    html! {
        <span class={classes!("badge", words::outcome_class(outcome))}>
            {icon(glyph(outcome))}{words::outcome(outcome)}
        </span>
    }
}
