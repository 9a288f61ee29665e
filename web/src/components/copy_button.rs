//! A button that copies a text and says whether it did.

use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::hooks::clipboard::ToCopy;
use crate::hooks::{CopyState, use_clipboard};
use crate::markup::{el_with, made};
use crate::state::visible::visible;

/// Props of [`CopyButton`].
#[derive(Debug, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The words on the button.
    pub label: &'static str,
    /// Makes the text when it is asked for.
    pub text: Callback<(), String>,
}

/// Copies a text. Where the browser refuses, it shows the text to be copied by hand.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let (state, copy) = use_clipboard();
    let text = props.text.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        // Nothing that acts leaves the page unseen: decoding reads the numbers back.
        let text = visible(&text.emit(())).into_owned();
        copy.emit(ToCopy { text: Some(text), said: "Copied".into() });
    });
    html! {
        <span class="copy">
            <button type="button" class="button button-primary" {onclick}>
                {icon(Glyph::Copy)}{props.label}
            </button>
            {copy_said(&state)}
        </span>
    }
}

/// What is said of the last copy, and the text where it has to be copied by hand.
pub fn copy_said(state: &CopyState) -> Html {
    let (said, text) = match state {
        CopyState::Idle => (AttrValue::default(), None),
        CopyState::Copied(said) | CopyState::Withheld(said) => (said.clone(), None),
        CopyState::Refused(text) => ("Copy it by hand:".into(), Some(text)),
    };
    let text = text.map(|text| {
        el_with("span", &[("class", "copy-text"), ("tabindex", "0")], vec![made(text.to_string())])
    });
    html! {<><span class="copy-said" role="status">{said}</span>{text.unwrap_or_default()}</>}
}
