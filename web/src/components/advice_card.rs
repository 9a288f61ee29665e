//! The answer to a decoded response: what happened, who acts, what to do, when to try again.

use std::rc::Rc;

use respondex_core::decode::DecodedResponse;
use yew::{Html, html};

use super::action_cells::{Action, action_cells};
use super::basis_mark::basis_word;
use super::copy_bar::CopyBar;
use super::icon::{Glyph, icon};
use super::id_switch::Masking;
use crate::markup::{el, link, made, made_line, none, prose};
use crate::route::Route;
use crate::state::answer::Answer;
use crate::state::doubt::Doubt;

/// The card; its copies mask the values that were masked in the text.
pub fn advice_card(response: &DecodedResponse, masking: &Masking) -> Html {
    let advice = &response.advice;
    let doubt = Doubt::of(response);
    let action = Action {
        actor: advice.actor,
        steps: &advice.steps,
        retry: &advice.retry,
        contact: advice.contact,
        marks: [none(), none(), none()],
    };
    let entry = response.findings.first().and_then(|finding| finding.entry.as_ref());
    let page = entry.map(|entry| Route::code(entry.vendor, entry.code));
    let answer = Rc::new(Answer::of_response(response));
    let copies = html! { <CopyBar {answer} masking={masking.clone()} /> };
    let about = entry.zip(page).map_or_else(none, |(entry, page)| {
        link(page.href(), "button", vec![made(format!("All about {}", entry.code))])
    });
    let summary = vec![el("p", "", prose(&advice.summary)), basis_word(advice.basis)];
    let because = advice.because.as_ref().map_or_else(none, |words| el("p", "muted", prose(words)));
    let card = vec![
        doubt.map_or_else(none, doubt_note),
        el("div", "card-summary", summary),
        action_cells(action),
        because,
        el("div", "card-actions", vec![copies, about]),
    ];
    el("div", "advice", card)
}

/// That the answer holds only if the vendor is the right one, and what would settle that.
fn doubt_note(doubt: Doubt) -> Html {
    let Doubt { vendor, settled_by } = doubt;
    let said = format!(
        "{vendor} is possible, no more. What stands here holds only if it is {vendor}'s answer."
    );
    let settled_by =
        settled_by.map_or_else(none, |settled_by| made(format!(" To be sure: {settled_by}")));
    let words = vec![made_line("strong", "", said), settled_by];
    el("div", "doubt", vec![icon(Glyph::Alert), el("p", "", words)])
}
