//! The three answers that staff look for first: who acts, what to do, when to try again.

use respondex_core::{Actor, Retry};
use yew::{Html, html};

use super::icon::{Glyph, icon};
use super::retry_times::RetryTimes;
use crate::markup::{el, line, prose, text};
use crate::state::words;

/// What the cells show.
#[derive(Debug, Clone)]
pub struct Action<'a> {
    /// Who must act.
    pub actor: Actor,
    /// What to do, in order.
    pub steps: &'a [&'static str],
    /// When to try again.
    pub retry: &'a Retry,
    /// Whom to ask.
    pub contact: Option<&'static str>,
    /// The marks of actor, steps and retry.
    pub marks: [Html; 3],
}

/// Who acts · do now · try again.
pub fn action_cells(action: Action<'_>) -> Html {
    let Action { actor, steps, retry, contact, marks: [actor_mark, steps_mark, retry_mark] } =
        action;
    let mut who = vec![
        line("p", "cell-lead", words::actor(actor)),
        line("p", "", words::actor_detail(actor)),
    ];
    if let Some(contact) = contact {
        who.push(el("p", "muted", vec![text("Contact: "), text(contact)]));
    }
    who.push(actor_mark);
    let again = vec![
        line("p", "cell-lead", words::retry(retry)),
        html! { <RetryTimes retry={retry.clone()} /> },
        retry_mark,
    ];
    el(
        "dl",
        "cells",
        vec![
            cell("cell", Glyph::Person, "Who acts", who),
            cell("cell cell-wide", Glyph::Steps, "Do now", vec![step_list(steps), steps_mark]),
            cell("cell", Glyph::Retry, "Try again", again),
        ],
    )
}

fn cell(class: &'static str, glyph: Glyph, title: &'static str, content: Vec<Html>) -> Html {
    let head = el("dt", "", vec![icon(glyph), text(title)]);
    el("div", class, vec![head, el("dd", "", content)])
}

fn step_list(steps: &[&'static str]) -> Html {
    match steps {
        [] => line("p", "", "No source says what to do."),
        [only] => el("p", "cell-lead", prose(only)),
        several => {
            el("ol", "steps", several.iter().map(|step| el("li", "", prose(step))).collect())
        }
    }
}
