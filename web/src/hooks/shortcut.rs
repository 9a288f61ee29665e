//! Ctrl+K (or Command+K) goes to the box, wherever the user is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Calls back when the keys are pressed.
#[hook]
pub fn use_shortcut(on_press: Callback<()>) {
    use_effect_with(on_press, |on_press| {
        let on_press = on_press.clone();
        let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                let is_k = key.key().eq_ignore_ascii_case("k");
                if is_k && (key.ctrl_key() || key.meta_key()) && !key.shift_key() && !key.alt_key()
                {
                    event.prevent_default();
                    on_press.emit(());
                }
            })
        });
        move || drop(listener)
    });
}
