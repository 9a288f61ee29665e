//! A paste anywhere on the page, outside of a box.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use super::text_area::with_line_ends;

/// Calls back with a text that was pasted while no box had the focus.
#[hook]
pub fn use_paste_anywhere(on_paste: Callback<AttrValue>) {
    use_effect_with(on_paste, |on_paste| {
        let on_paste = on_paste.clone();
        let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
            EventListener::new(&document, "paste", move |event| {
                if let Some(text) = pasted_outside(event) {
                    on_paste.emit(text.into());
                }
            })
        });
        move || drop(listener)
    });
}

fn pasted_outside(event: &Event) -> Option<String> {
    let into_box = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest("textarea, input, select").ok().flatten().is_some());
    if into_box {
        return None;
    }
    let text = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()?;
    (!text.trim().is_empty()).then(|| with_line_ends(text))
}
