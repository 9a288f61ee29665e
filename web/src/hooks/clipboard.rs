//! Copying text.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// How the last copy ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyState {
    /// Nothing was copied yet.
    Idle,
    /// The text is in the clipboard; what is said of it.
    Copied(AttrValue),
    /// The browser refused; the text has to be copied by hand.
    Refused(AttrValue),
    /// There is no text that may be copied; why.
    Withheld(AttrValue),
}

/// A text, and what is said when it is in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToCopy {
    /// The text; nothing where it may not be copied.
    pub text: Option<String>,
    /// `Reply copied. Nothing masked.`
    pub said: String,
}

/// How the last copy ended, and the way to copy.
#[hook]
pub fn use_clipboard() -> (CopyState, Callback<ToCopy>) {
    let state = use_state_eq(|| CopyState::Idle);
    let setter = state.setter();
    let copy = use_callback((), move |copy: ToCopy, ()| {
        let setter = setter.clone();
        // What was said before goes, so that the same words are announced once more.
        setter.set(CopyState::Idle);
        spawn_local(async move {
            let ToCopy { text, said } = copy;
            setter.set(match text {
                None => CopyState::Withheld(said.into()),
                Some(text) if write(&text).await => CopyState::Copied(said.into()),
                Some(text) => CopyState::Refused(text.into()),
            });
        });
    });
    ((*state).clone(), copy)
}

async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Pages that are not served over https have no clipboard.
    let navigator: JsValue = window.navigator().into();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .ok()
        .filter(|clipboard| !clipboard.is_undefined());
    match clipboard {
        Some(clipboard) => {
            let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
            JsFuture::from(clipboard.write_text(text)).await.is_ok()
        }
        None => false,
    }
}
