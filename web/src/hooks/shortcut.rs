//! Keys that work wherever the user is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::state::copies::CopyKind;

/// What keys ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+K, or `/`: to the box.
    Box,
    /// A copy of the answer that is shown.
    Copy(CopyKind),
    /// `?`: the list of keys.
    Help,
    /// `A`: the code onto the list or off it.
    List,
    /// `X`: forgets the recent codes.
    Forget,
}

/// Calls back when keys are pressed; single letters only where `letters` allows them, and never in a field.
#[hook]
pub fn use_shortcuts(letters: bool, on_press: Callback<Shortcut>) {
    use_effect_with((letters, on_press), |(letters, on_press)| {
        let (letters, on_press) = (*letters, on_press.clone());
        let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                if let Some(shortcut) = shortcut(key, letters) {
                    event.prevent_default();
                    on_press.emit(shortcut);
                }
            })
        });
        move || drop(listener)
    });
}

fn shortcut(event: &KeyboardEvent, letters: bool) -> Option<Shortcut> {
    if event.alt_key() || event.is_composing() || event.default_prevented() {
        return None;
    }
    let key = event.key().to_ascii_lowercase();
    if event.ctrl_key() || event.meta_key() {
        return match (key.as_str(), event.shift_key()) {
            ("k", false) => Some(Shortcut::Box),
            ("enter", false) => Some(Shortcut::Copy(CopyKind::Reply)),
            ("enter", true) => Some(Shortcut::Copy(CopyKind::Ticket)),
            _ => None,
        };
    }
    if !letters || is_field(event) {
        return None;
    }
    match key.as_str() {
        "/" => Some(Shortcut::Box),
        "?" => Some(Shortcut::Help),
        "a" => Some(Shortcut::List),
        "x" => Some(Shortcut::Forget),
        letter => CopyKind::of_letter(letter).map(Shortcut::Copy),
    }
}

fn is_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target.closest("textarea, input, select, dialog").ok().flatten().is_some()
    })
}
