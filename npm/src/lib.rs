//! The npm package's bindings: one function per verb, which parses its arguments, asks the core, and
//! converts the answer.
//!
//! No rule about codes, vendors or texts lives here; `convert` is the border to JavaScript.
//! The types that callers see are written in `types.d.ts`.
//!
//! # Errors
//!
//! A wrong argument throws a `TypeError` that names it and lists what is allowed. A text that is odd
//! never throws.

mod comparing;
mod convert;
mod json;
mod shared;

use respondex_core::{
    Catalog, DecodeLimits, DecodeOptions, RedactOptions, SearchOptions, decode as decode_text,
    redact_with as redact_text, search as search_entries,
};
use wasm_bindgen::prelude::*;

pub use comparing::{compare, compare_condition, compare_vendors, deviations, matrix};
use convert::{Arguments, to_js};
use shared::decoding_to_js;

/// Gives the next call a fresh instance: `calls.mjs` asks for it after a trap. No panic hook could, since none is called
/// where memory or stack run out. It takes neither memory nor stack itself.
#[wasm_bindgen(js_name = startAfresh)]
pub fn start_afresh() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Everything that is known of a number: `lookup(code, {vendor?})`.
///
/// # Errors
///
/// A `TypeError` for a code that is no number, or an unknown vendor or option.
#[wasm_bindgen]
pub fn lookup(code: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("lookup", options, &["vendor"])?;
    let code = arguments.code(code)?;
    to_js(&Catalog::builtin().lookup(code, arguments.vendor()?))
}

/// The entries that a query means: `search(query, {vendor?, prefer?, limit?})`.
///
/// # Errors
///
/// A `TypeError` for a query that is no string, a limit that is no whole number, or an unknown vendor
/// or option.
#[wasm_bindgen]
pub fn search(query: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("search", options, &["vendor", "prefer", "limit"])?;
    let query = arguments.query(query)?;
    let options = SearchOptions {
        vendor: arguments.vendor()?.map(Into::into),
        prefer: arguments.vendor_named("prefer")?.map(Into::into),
        limit: arguments.whole_number("limit")?,
    };
    to_js(&search_entries(Catalog::builtin(), &query, &options))
}

/// The options of [`decode`]: the vendor, and the limits by the members that they set.
const DECODE_OPTIONS: [&str; 10] = [
    "vendor",
    "maxBytes",
    "maxDepth",
    "maxLayers",
    "maxQuotations",
    "maxResponses",
    "maxRecords",
    "maxCauses",
    "maxFieldErrors",
    "maxFindings",
];

/// Reads a pasted text: `decode(text, {vendor?, maxBytes?, …})`, with one option for each limit.
///
/// # Errors
///
/// A `TypeError` for a text that is no string, a limit that is no whole number of at least 1, or an unknown
/// vendor or option.
#[wasm_bindgen]
pub fn decode(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("decode", options, &DECODE_OPTIONS)?;
    let text = arguments.text("text", text)?;
    let options =
        DecodeOptions { vendor: arguments.vendor()?.map(Into::into), limits: limits(&arguments)? };
    decoding_to_js(decode_text(Catalog::builtin(), &text, &options).with_utf16_spans(&text))
}

/// The limits that a caller sets, and the usual ones for the rest.
fn limits(arguments: &Arguments) -> Result<DecodeLimits, JsValue> {
    let usual = DecodeLimits::DEFAULT;
    let read = |name: &str, usual| Ok::<_, JsValue>(arguments.whole_number(name)?.unwrap_or(usual));
    Ok(DecodeLimits {
        bytes: read("maxBytes", usual.bytes)?,
        depth: read("maxDepth", usual.depth)?,
        layers: read("maxLayers", usual.layers)?,
        quotations: read("maxQuotations", usual.quotations)?,
        responses: read("maxResponses", usual.responses)?,
        records: read("maxRecords", usual.records)?,
        causes: read("maxCauses", usual.causes)?,
        field_errors: read("maxFieldErrors", usual.field_errors)?,
        findings: read("maxFindings", usual.findings)?,
    })
}

/// Every vendor; the standard comes last.
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen]
pub fn vendors() -> Result<JsValue, JsValue> {
    to_js(&Catalog::builtin().vendors())
}

/// The vendor-neutral vocabulary.
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen]
pub fn conditions() -> Result<JsValue, JsValue> {
    to_js(&Catalog::builtin().conditions())
}

/// Masks secrets and personal data: `redact(text, {maskIds?})`.
///
/// # Errors
///
/// A `TypeError` for a text that is no string, a `maskIds` that is neither true nor false, or an unknown option.
#[wasm_bindgen]
pub fn redact(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("redact", options, &["maskIds"])?;
    let text = arguments.text("text", text)?;
    let options = RedactOptions { mask_ids: arguments.flag("maskIds")? };
    to_js(&redact_text(&text, &options))
}

/// When to try again, in seconds from now: `schedule(retry, {tries?})`.
///
/// # Errors
///
/// A `TypeError` for a retry that is none of an answer, or tries that are no whole number.
#[wasm_bindgen]
pub fn schedule(retry: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("schedule", options, &["tries"])?;
    let retry = arguments.retry(retry)?;
    to_js(&retry.schedule(arguments.whole_number("tries")?.unwrap_or(3)))
}

/// Version of the package and of its data.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
