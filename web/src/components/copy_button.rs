//! A button that copies a text and says whether it did.

use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::hooks::{CopyState, address, use_clipboard};
use crate::markup::all;
use crate::state::masking::masked;

/// What is copied, and what has to be done with it first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// Our own words, as they are.
    Words,
    /// Words that may quote pasted text: secrets and personal data are masked.
    Quoting,
    /// The path of a page, which becomes its whole address.
    Page,
}

/// Props of [`CopyButton`].
#[derive(Debug, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The words on the button.
    pub label: &'static str,
    /// The text.
    pub text: AttrValue,
    /// What it is.
    pub kind: CopyKind,
}

/// Copies a text. Where the browser refuses, it shows the text to be copied by hand.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let (state, copy) = use_clipboard();
    let (text, kind) = (props.text.clone(), props.kind);
    let made = match state {
        CopyState::Refused => make(&text, kind),
        CopyState::Idle | CopyState::Copied => String::new(),
    };
    let onclick = Callback::from(move |_: MouseEvent| copy.emit(make(&text, kind)));
    let said = match state {
        CopyState::Idle => "",
        CopyState::Copied => "Copied",
        CopyState::Refused => "Copy it by hand:",
    };
    let (class, glyph) = match kind {
        CopyKind::Words | CopyKind::Quoting => ("button button-primary", Glyph::Copy),
        CopyKind::Page => ("button", Glyph::Link),
    };
    html! {
        <span class="copy">
            <button type="button" {class} {onclick}>{icon(glyph)}{props.label}</button>
            <span class="copy-said" role="status">{said}</span>
            if state == CopyState::Refused { <span class="copy-text" tabindex="0">{made}</span> }
        </span>
    }
}

/// The buttons of an answer: the reply, and the address of a page where there is one.
pub fn copy_buttons(reply: String, kind: CopyKind, page: Option<String>) -> Html {
    let button = |label: &'static str, text: AttrValue, kind| {
        // Another text is another button: it has not been copied yet.
        html! { <CopyButton key={text.to_string()} {label} text={text.clone()} {kind} /> }
    };
    let mut buttons = vec![button("Copy reply", reply.into(), kind)];
    buttons.extend(page.map(|page| button("Copy link", page.into(), CopyKind::Page)));
    all(buttons)
}

fn make(text: &str, kind: CopyKind) -> String {
    match kind {
        CopyKind::Words => text.to_owned(),
        CopyKind::Quoting => masked(text),
        CopyKind::Page => address::absolute(text),
    }
}
