//! The worker's side: reads a long text while the page stays awake.
//!
//! `web/boot.js` starts the worker from the same glue and the same compiled module as the page.

use js_sys::Function;
use respondex_core::{Catalog, DecodeOptions, decode_with_progress, redact};
use wasm_bindgen::prelude::*;

use crate::state::transfer::{Parcel, pack};

/// Reads a text; tells how many of its bytes have been read, now and then.
#[wasm_bindgen]
pub fn read_in_worker(text: &str, vendor: Option<String>, on_progress: &Function) -> Vec<u8> {
    /// Hundredths of the text that are told apart.
    const STEPS: usize = 100;
    let mut told = 0usize;
    let options = DecodeOptions { vendor, ..DecodeOptions::default() };
    let decoding = decode_with_progress(Catalog::builtin(), text, &options, &mut |read| {
        let part = read.saturating_mul(STEPS).checked_div(text.len()).unwrap_or_default();
        if part > told {
            told = part;
            // A page that listens no more has stopped us already.
            let _ignored = on_progress
                .call1(&JsValue::NULL, &JsValue::from(u32::try_from(part).unwrap_or_default()));
        }
    });
    pack(&Parcel { decoding, redaction: redact(text) })
}
