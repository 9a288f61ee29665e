//! Copying text.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// How the last copy ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    /// Nothing was copied yet.
    Idle,
    /// The text is in the clipboard.
    Copied,
    /// The browser refused; the text has to be copied by hand.
    Refused,
}

/// How the last copy ended, and the way to copy.
#[hook]
pub fn use_clipboard() -> (CopyState, Callback<String>) {
    let state = use_state_eq(|| CopyState::Idle);
    let setter = state.setter();
    let copy = use_callback((), move |text: String, ()| {
        let setter = setter.clone();
        spawn_local(async move {
            let copied = write(&text).await;
            setter.set(if copied { CopyState::Copied } else { CopyState::Refused });
        });
    });
    (*state, copy)
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
