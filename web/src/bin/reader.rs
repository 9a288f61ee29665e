//! The reader in the browser, on the page or in a worker: a program of its own, started by `web/boot.js`.

use js_sys::Function;
use respondex_core::use_packed_data;
use respondex_web::reader;
use wasm_bindgen::prelude::*;

fn main() {}

/// Takes the packed data of the catalogue; called once, before anything is read.
///
/// # Errors
///
/// When the data are not those of this build.
#[wasm_bindgen]
pub fn use_data(data: Vec<u8>) -> Result<(), JsValue> {
    use_packed_data(data).map_err(|error| error.to_string().into())
}

/// Reads a text; tells now and then how many hundredths of it have been read.
#[wasm_bindgen]
pub fn read(text: &str, vendor: Option<String>, on_progress: Option<Function>) -> Vec<u8> {
    reader::read(text, vendor, move |part| {
        if let Some(on_progress) = &on_progress {
            // A page that listens no more has stopped us already.
            let _ignored = on_progress.call1(&JsValue::NULL, &part.into());
        }
    })
}

/// Masks secrets and personal data in a text, and the values, as bytes, that were masked in what it tells of; ids of
/// calls where that is asked for.
#[wasm_bindgen]
pub fn mask(text: &str, values: &[u8], mask_ids: bool) -> Vec<u8> {
    reader::mask(text, values, mask_ids)
}

/// Masks secrets, personal data and the ids of calls in a text.
#[wasm_bindgen]
pub fn mask_ids(text: &str) -> Vec<u8> {
    reader::mask_ids(text)
}
