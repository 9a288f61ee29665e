//! The copies of an answer: reply, ticket, link, and the answer in other shapes.

use std::rc::Rc;

use yew::prelude::*;

use super::copy_button::copy_said;
use super::icon::{Glyph, icon};
use super::id_switch::{Masking, id_switch};
use crate::hooks::clipboard::ToCopy;
use crate::hooks::{CopyState, address, clock, reader, use_clipboard, use_clock};
use crate::markup::{all, el, line, made_line, text};
use crate::state::answer::Answer;
use crate::state::copies::{self, CopyKind};
use crate::state::desk::{Desk, DeskAction};
use crate::state::visible::{visible, visible_json};

/// What is said where the reader gave up over a copy.
const NOT_MASKED: &str = "It could not be masked, so there is nothing to copy.";

/// Props of [`CopyBar`].
#[derive(Debug, PartialEq, Properties)]
pub struct CopyBarProps {
    /// The answer.
    pub answer: Rc<Answer>,
    /// What was masked in the text that the answer tells of; nothing where it tells of the catalogue.
    #[prop_or_default]
    pub masking: Option<Masking>,
}

/// The reply as it will be copied, the buttons, and what is said of the last copy. Keys find a button by its
/// `data-copy`.
#[component]
pub fn CopyBar(props: &CopyBarProps) -> Html {
    let (state, copy) = use_clipboard();
    let shown_clock = use_clock();
    // One copy at a time is let out as it is.
    let is_open = use_state_eq(|| false);
    let masked = {
        let masking = props.masking.clone();
        let is_open = *is_open;
        move |text: String| {
            if is_open {
                return Some((text, None));
            }
            let values = masking.as_ref().map(|masking| &masking.masked.values);
            let ids = masking.as_ref().is_some_and(|masking| masking.ids);
            reader::masked(text, values, ids).map(|(text, places)| (text, Some(places)))
        }
    };
    let of = (props.answer.clone(), shown_clock, props.masking.clone(), *is_open);
    let reply = use_memo(of, |(answer, clock, ..)| {
        masked(copies::reply(answer, *clock)).map_or_else(|| NOT_MASKED.into(), |(reply, _)| reply)
    });
    let desk = use_context::<UseReducerHandle<Desk>>();
    let answer = props.answer.clone();
    // What is said is about the answer that was copied, and about no other one.
    let copied_answer = use_state(|| None::<Rc<Answer>>);
    let button = |kind: CopyKind, class: &'static str, glyph: Glyph| {
        let (answer, copy, desk) = (answer.clone(), copy.clone(), desk.clone());
        let (masked, close) = (masked.clone(), is_open.setter());
        let copied_answer = copied_answer.setter();
        let onclick = Callback::from(move |_: MouseEvent| {
            // The address of our own page comes in behind the masking, which would take its host for personal data.
            let page = answer.page.as_deref().map(address::absolute);
            let place = page.as_ref().map(|_| copies::PLACE_OF_ADDRESS);
            // The reply has the times that are shown; a ticket says when it was written.
            let shown = shown_clock.filter(|_| kind == CopyKind::Reply);
            let now = shown.unwrap_or_else(clock::now);
            let masked = masked(copies::text(kind, &answer, now, place));
            close.set(false);
            copied_answer.set(Some(answer.clone()));
            let Some((text, masked)) = masked else {
                copy.emit(ToCopy { text: None, said: NOT_MASKED.into() });
                return;
            };
            // Behind the masking as well, which knows secrets by their letters.
            let text = match kind {
                CopyKind::Json => visible_json(&text),
                _ => visible(&text),
            };
            let text = text.replace(copies::PLACE_OF_ADDRESS, &page.unwrap_or_default());
            let masked = match masked {
                None => "as it is, not masked".into(),
                Some(0) => "nothing had to be masked".into(),
                Some(count) => format!("{count} masked"),
            };
            let said = match kind {
                CopyKind::Link => format!("{}.", kind.said()),
                _ => format!("{}, {masked}.", kind.said()),
            };
            if let (Some(desk), Some(entry)) = (&desk, answer.entry) {
                desk.dispatch(DeskAction::Visit(entry.into()));
            }
            copy.emit(ToCopy { text: Some(text), said });
        });
        html! {
            <button type="button" {class} data-copy={kind.id()} title={kind.keys()} {onclick}>
                {icon(glyph)}{kind.label()}
            </button>
        }
    };
    let list = desk.clone().zip(answer.entry).map(|(desk, entry)| {
        let is_listed = desk.listed.contains(&entry);
        let label = if is_listed { "Take off the list" } else { "Add to list" };
        let onclick =
            Callback::from(move |_: MouseEvent| desk.dispatch(DeskAction::Toggle(entry.into())));
        html! {
            <button type="button" class="button" data-copy="list" title="A" aria-pressed={is_listed.to_string()} {onclick}>
                {text(label)}
            </button>
        }
    });
    let shown_reply = vec![
        line("figcaption", "", "Reply to the caller"),
        made_line("blockquote", "", (*reply).clone()),
    ];
    let is_said = copied_answer.as_ref() == Some(&answer);
    let state = if is_said { state } else { CopyState::Idle };
    let others = [CopyKind::Markdown, CopyKind::Plain, CopyKind::Json];
    let others = others.map(|kind| button(kind, "button button-small", Glyph::Copy));
    html! {
        <div class="copies">
            {el("figure", "reply", shown_reply)}
            {button(CopyKind::Reply, "button button-primary", Glyph::Copy)}
            {button(CopyKind::Ticket, "button", Glyph::Steps)}
            if answer.page.is_some() { {button(CopyKind::Link, "button", Glyph::Link)} }
            {list}
            <span class="copies-more"><span class="muted">{"Copy as"}</span>{all(others.into())}</span>
            if let Some(masking) = &props.masking {
                {mask_switch(&is_open)}
                {id_switch(masking, *is_open)}
            }
            <span class="copy">{copy_said(&state)}</span>
        </div>
    }
}

/// Whether the next copy is masked; the one after it is again.
fn mask_switch(is_open: &UseStateHandle<bool>) -> Html {
    let onchange = {
        let (now, set) = (**is_open, is_open.setter());
        Callback::from(move |_: Event| set.set(!now))
    };
    html! {
        <label class="copies-mask">
            <input type="checkbox" checked={!**is_open} {onchange} />
            {text("Mask secrets and personal data")}
        </label>
    }
}
