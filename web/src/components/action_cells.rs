//! The three answers that staff look for first: who acts, what to do, when to try again.

use respondex_core::{Actor, Retry};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::state::words;

/// What the cells show.
#[derive(Debug, Clone)]
pub struct Action<'a> {
    /// Who must act.
    pub actor: Actor,
    /// What to do, in order.
    pub steps: &'a [String],
    /// When to try again.
    pub retry: &'a Retry,
    /// Whom to ask.
    pub contact: Option<&'a str>,
    /// The marks of actor, steps and retry.
    pub marks: [Html; 3],
}

/// Who acts · do now · try again.
pub fn action_cells(action: Action<'_>) -> Html {
    let Action { actor, steps, retry, contact, marks: [actor_mark, steps_mark, retry_mark] } =
        action;
    html! {
        <dl class="cells">
            <div class="cell">
                <dt>{icon(Glyph::Person)}{"Who acts"}</dt>
                <dd>
                    <p class="cell-lead">{words::actor(actor)}</p>
                    <p>{words::actor_detail(actor)}</p>
                    if let Some(contact) = contact { <p class="muted">{"Contact: "}{contact.to_owned()}</p> }
                    {actor_mark}
                </dd>
            </div>
            <div class="cell cell-wide">
                <dt>{icon(Glyph::Steps)}{"Do now"}</dt>
                <dd>{step_list(steps)}{steps_mark}</dd>
            </div>
            <div class="cell">
                <dt>{icon(Glyph::Retry)}{"Try again"}</dt>
                <dd>
                    <p class="cell-lead">{words::retry(retry)}</p>
                    <p>{words::retry_detail(retry)}</p>
                    {retry_mark}
                </dd>
            </div>
        </dl>
    }
}

fn step_list(steps: &[String]) -> Html {
    match steps {
        [] => html! { <p>{"No source says what to do."}</p> },
        [only] => html! { <p class="cell-lead">{only}</p> },
        several => html! {
            <ol class="steps">
                for step in several { <li key={step.clone()}>{step}</li> }
            </ol>
        },
    }
}
