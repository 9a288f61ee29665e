//! A button that copies a text and says whether it did.

use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::hooks::{CopyState, use_clipboard};

/// Props of [`CopyButton`].
#[derive(Debug, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The words on the button.
    pub label: AttrValue,
    /// Makes the text at the moment of the click.
    pub make_text: Callback<(), String>,
    /// The icon; two sheets unless told.
    #[prop_or(Glyph::Copy)]
    pub glyph: Glyph,
    /// Whether it is the main action; false unless told.
    #[prop_or_default]
    pub primary: bool,
}

/// Copies a text. Where the browser refuses, it shows the text to be copied by hand.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let (state, copy) = use_clipboard();
    let onclick = {
        let make_text = props.make_text.clone();
        move |_: MouseEvent| copy.emit(make_text.emit(()))
    };
    let said = match state {
        CopyState::Idle => "",
        CopyState::Copied => "Copied",
        CopyState::Refused => "Copy it by hand:",
    };
    html! {
        <span class="copy">
            <button type="button" class={classes!("button", props.primary.then_some("button-primary"))} {onclick}>
                {icon(props.glyph)}{&props.label}
            </button>
            <span class="copy-said" role="status">{said}</span>
            if state == CopyState::Refused {
                <span class="copy-text" tabindex="0">{props.make_text.emit(())}</span>
            }
        </span>
    }
}
