//! The reader beside the page: is it there, and calls of it. `web/boot.js` loads it once the app runs.
//!
//! Until then nothing pasted is in any answer, since no pasted text has been read.

use gloo::events::EventListener;
use respondex_core::{MaskedValues, Redaction};
use wasm_bindgen::prelude::*;
use web_sys::Worker;
use yew::prelude::*;

use crate::state::reading::Reading;
use crate::state::transfer::{self, MaskedText};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = respondexReader, js_name = status)]
    fn status_in_words() -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_namespace = respondexReader, js_name = load)]
    fn load_again() -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = respondexReader, js_name = read)]
    fn read_here(text: &str, vendor: Option<&str>) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(catch, js_namespace = respondexReader, js_name = readInWorker)]
    fn read_elsewhere(text: &str, vendor: Option<&str>) -> Result<Worker, JsValue>;
    #[wasm_bindgen(catch, js_namespace = respondexReader, js_name = mask)]
    fn mask_here(text: &str, values: &[u8], mask_ids: bool) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(catch, js_namespace = respondexReader, js_name = maskIds)]
    fn mask_ids_here(text: &str) -> Result<Vec<u8>, JsValue>;
}

/// How far the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderStatus {
    /// On its way.
    Loading,
    /// There.
    Ready,
    /// It could not be loaded.
    Failed,
}

/// How far the reader is; renders again when that changes.
#[hook]
pub fn use_reader_status() -> ReaderStatus {
    let shown = use_state_eq(|| ReaderStatus::Loading);
    {
        let shown = shown.setter();
        use_effect_with((), move |()| {
            shown.set(status());
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "respondex-reader", move |_| shown.set(status()))
            });
            move || drop(listener)
        });
    }
    *shown
}

fn status() -> ReaderStatus {
    match status_in_words().as_deref() {
        Ok("ready") => ReaderStatus::Ready,
        Ok("failed") => ReaderStatus::Failed,
        _ => ReaderStatus::Loading,
    }
}

/// Tries once more to load the reader.
pub fn load() {
    // Without the script that loads it there is no app either.
    let _ignored = load_again();
}

/// Reads a text on the page; nothing where the reader is not there, or gave up.
pub fn read(text: &str, vendor: Option<&str>) -> Option<Reading> {
    let bytes = read_here(text, vendor).ok()?;
    transfer::unpack(&bytes).map(Reading::of)
}

/// A worker that reads a text; nothing where there can be none.
pub fn read_in_worker(text: &str, vendor: Option<&str>) -> Option<Worker> {
    read_elsewhere(text, vendor).ok()
}

/// The text with secrets and personal data masked, and with it the values that were masked in the text that it tells
/// of; and in how many places. Words of the catalogue alone come without such values, and stay as they are where there
/// is no reader; what tells of a pasted text is then not given at all. Ids of calls are masked where that is asked for.
pub fn masked(
    text: String,
    values: Option<&MaskedValues>,
    mask_ids: bool,
) -> Option<(String, usize)> {
    let redaction = match values {
        Some(values) => mask(&text, values, mask_ids)?,
        None => match mask(&text, &MaskedValues::default(), false) {
            Some(redaction) => redaction,
            None => return Some((text, 0)),
        },
    };
    let places = redaction.masked.iter().map(|masked| masked.count).sum();
    Some((redaction.text, places))
}

/// Whether anything in the text would be masked; without the reader nobody knows, so it may.
pub fn may_hold_secrets(text: &str) -> bool {
    mask(text, &MaskedValues::default(), false).is_none_or(|redaction| !redaction.masked.is_empty())
}

/// A pasted text with the ids of calls masked as well; a long one takes a moment, in which the page waits.
pub fn masked_with_ids(text: &str) -> Option<MaskedText> {
    transfer::unpack(&mask_ids_here(text).ok()?)
}

fn mask(text: &str, values: &MaskedValues, mask_ids: bool) -> Option<Redaction> {
    if cfg!(not(target_arch = "wasm32")) {
        // The pages are written out of the catalogue alone, by a program without a browser.
        return None;
    }
    transfer::unpack(&mask_here(text, &transfer::pack(values), mask_ids).ok()?)
}
