//! Several responses in one text: what they say, how often, and which one is shown.

use respondex_core::decode::Confidence;
use respondex_core::{Catalog, STANDARD};
use yew::prelude::*;

use super::outcome_badge::outcome_badge;
use crate::markup::{all, el, el_with, line, made, made_line, prose};
use crate::state::responses::{self, Group};
use crate::state::{vendor_facts, words};

/// More groups than this are counted only.
const SHOWN: usize = 50;

/// The groups; a click shows the first response of one.
pub fn response_list(groups: &[Group], shown: usize, on_show: &Callback<usize>) -> Html {
    let rows = groups.iter().take(SHOWN).map(|group| row(group, shown, on_show));
    let count: usize = groups.iter().map(|group| group.members.len()).sum();
    let title = format!("{} in this text", words::count_of(count, "response"));
    let mut parts = vec![made_line("h2", "", title), el("ul", "responses", rows.collect())];
    if groups.len() > SHOWN {
        let more = format!("{} more kinds are not listed.", groups.len().saturating_sub(SHOWN));
        parts.push(made_line("p", "muted", more));
    }
    el_with("nav", &[("class", "card response-list"), ("aria-label", "Responses")], parts)
}

fn row(group: &Group, shown: usize, on_show: &Callback<usize>) -> Html {
    let is_shown = group.members.contains(&shown);
    let mut head = vec![outcome_badge(group.outcome)];
    if let Some(code) = group.code {
        head.push(made_line("span", "code", code.to_string()));
    }
    head.push(made(match group.vendor {
        Some(STANDARD) | None => "vendor not known".to_owned(),
        Some(id) => vendor_facts::name(Catalog::builtin(), id).to_owned(),
    }));
    if group.is_doubtful {
        head.push(line("span", "tag", words::confidence(Confidence::Possible)));
    }
    if group.members.len() > 1 {
        head.push(made_line("span", "tag", format!("{} times", group.members.len())));
    }
    let onclick = {
        let first = group.members.first().copied().unwrap_or_default();
        on_show.reform(move |_: MouseEvent| first)
    };
    let content =
        vec![el("span", "response-head", head), el("span", "muted", prose(&group.summary))];
    let current = is_shown.then_some("true");
    let button = html! {
        <button type="button" class="response-row" aria-current={current} {onclick}>{all(content)}</button>
    };
    el("li", "", vec![button])
}

/// Which response of how many is shown, and the way to its neighbours.
pub fn response_steps(shown: usize, count: usize, on_show: &Callback<usize>) -> Html {
    let step = |to: Option<usize>, words: &'static str| {
        let to = to.filter(|to| *to < count);
        let onclick = on_show.reform(move |_: MouseEvent| to.unwrap_or(shown));
        // At either end it stays where it is, and the focus with it.
        let disabled = to.is_none().then_some("true");
        html! {
            <button type="button" class="button button-small" aria-disabled={disabled} {onclick}>{words}</button>
        }
    };
    let place = responses::place(shown, count);
    el(
        "div",
        "response-steps",
        vec![
            made_line("p", "small-title", place),
            step(shown.checked_sub(1), "Previous"),
            step(shown.checked_add(1), "Next"),
        ],
    )
}
