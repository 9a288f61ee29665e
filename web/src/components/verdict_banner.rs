//! How a response ended. Two verdicts where status line and body disagree, the alarm first.

use respondex_core::Outcome;
use respondex_core::decode::{DecodedResponse, Verdict};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::outcome_badge::glyph;
use crate::state::words;

/// The banner.
pub fn verdict_banner(response: &DecodedResponse) -> Html {
    let Verdict { transport, application, masked } = response.verdict;
    let status = response.http.as_ref().map(|http| http.status);
    let of_status = |outcome: Outcome| {
        let status = status.map_or_else(String::new, |status| format!(" {status}"));
        (format!("Status line{status}: {}", words::outcome(outcome).to_lowercase()), outcome)
    };
    let of_body = (format!("Body: {}", words::outcome(application).to_lowercase()), application);
    if masked {
        let mut both = [of_body, of_status(transport)];
        both.sort_by_key(|(_, outcome)| alarm(*outcome));
        return html! {
            <div class="verdict verdict-masked">
                <p class="verdict-note">
                    {icon(Glyph::Alert)}{"Status line and body disagree. The body decides."}
                </p>
                <div class="verdict-pair">
                    for (text, outcome) in both {
                        <p class={classes!("verdict-line", words::outcome_class(outcome))}>
                            {icon(glyph(outcome))}{text}
                        </p>
                    }
                </div>
            </div>
        };
    }
    let outcome = if application == Outcome::Unknown { transport } else { application };
    let status = status.map_or_else(String::new, |status| format!(", HTTP status {status}"));
    html! {
        <div class="verdict">
            <p class={classes!("verdict-line", words::outcome_class(outcome))}>
                {icon(glyph(outcome))}{words::outcome(outcome)}{status}
            </p>
        </div>
    }
}

/// The worse, the smaller.
fn alarm(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Failure => 0,
        Outcome::Partial => 1,
        Outcome::Unknown => 2,
        Outcome::Redirect => 3,
        Outcome::Interim => 4,
        Outcome::Success => 5,
    }
}
