//! The answer to a decoded response: what happened, who acts, what to do, when to try again.

use respondex_core::Basis;
use respondex_core::decode::DecodedResponse;
use yew::prelude::*;

use super::action_cells::{Action, action_cells};
use super::copy_button::CopyButton;
use super::icon::Glyph;
use crate::hooks::address;
use crate::route::Route;
use crate::state::{masking, reply, words};

/// The card.
pub fn advice_card(response: &DecodedResponse) -> Html {
    let advice = &response.advice;
    let first = response.findings.first().and_then(|finding| finding.entry.as_ref());
    let basis = match advice.basis {
        Basis::Stated => "basis-stated",
        Basis::Derived => "basis-derived",
        Basis::Inferred => "basis-inferred",
    };
    let action = Action {
        actor: advice.actor,
        steps: &advice.steps,
        retry: &advice.retry,
        contact: advice.contact.as_deref(),
        marks: [Html::default(), Html::default(), Html::default()],
    };
    let make_reply = {
        // It may quote the pasted text.
        let text = reply::reply(&advice.summary, advice.actor, &advice.steps, &advice.retry);
        Callback::from(move |()| masking::masked(&text))
    };
    html! {
        <div class="advice">
            <div class="card-summary">
                <p>{&advice.summary}</p>
                <span class={classes!("basis-word", basis)} title={words::basis_detail(advice.basis)}>
                    {words::basis(advice.basis)}
                </span>
            </div>
            {action_cells(action)}
            <div class="card-actions">
                <CopyButton label="Copy reply" make_text={make_reply} primary={true} />
                if let Some(entry) = first {
                    <CopyButton label="Copy link" glyph={Glyph::Link} make_text={{
                        let page = Route::code(&entry.vendor, entry.code);
                        Callback::from(move |()| address::absolute(&page))
                    }} />
                    <a class="button" href={Route::code(&entry.vendor, entry.code).href()}>
                        {format!("All about {}", entry.code)}
                    </a>
                }
            </div>
        </div>
    }
}
