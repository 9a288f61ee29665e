//! The verbs that compare: one code, one condition, vendors, all codes, and what deviates.

use js_sys::Error;
use respondex_core::compare::{Grouping, Table};
use respondex_core::{
    Actor, Catalog, CompareOptions, MatrixOptions, RetryKind, VendorsOptions, all_deviations,
    compare as compare_codes, compare_condition as compare_conditions,
    compare_vendors as compare_all_vendors, matrix as matrix_of,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{Arguments, to_js};
use crate::json::to_json;

/// The forms in which the table of an answer can be had.
const FORMATS: [&str; 3] = ["markdown", "csv", "json"];

/// One code across vendors and the standard: `compare(code, {vendors?, format?})`.
///
/// # Errors
///
/// A `TypeError` for a code that is no number, or an unknown vendor, format or option.
#[wasm_bindgen]
pub fn compare(code: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("compare", options, &["vendors", "format"])?;
    let code = arguments.code(code)?;
    let options = CompareOptions { vendors: arguments.vendors()? };
    let answer = compare_codes(Catalog::builtin(), code, &options);
    written(&arguments, &answer, &|| answer.table(Catalog::builtin()))
}

/// One condition across vendors and the standard: `compareCondition(condition, {vendors?, format?})`.
///
/// # Errors
///
/// A `TypeError` for an id or name that no condition has, or an unknown vendor, format or option.
#[wasm_bindgen(js_name = compareCondition)]
pub fn compare_condition(condition: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("compareCondition", options, &["vendors", "format"])?;
    let text = arguments.text("condition", condition)?;
    let options = CompareOptions { vendors: arguments.vendors()? };
    let Some(answer) = compare_conditions(Catalog::builtin(), &text, &options) else {
        return Err(arguments.wrong(
            "condition",
            "the id or name of one of conditions()",
            condition,
        ));
    };
    written(&arguments, &answer, &|| answer.table(Catalog::builtin()))
}

/// Vendors side by side, and what changes on the way from the first: `compareVendors(vendors, {all?, format?})`.
///
/// # Errors
///
/// A `TypeError` for fewer than two vendors, or an unknown vendor, format or option.
#[wasm_bindgen(js_name = compareVendors)]
pub fn compare_vendors(vendors: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("compareVendors", options, &["all", "format"])?;
    let options =
        VendorsOptions { vendors: arguments.vendors_in(vendors)?, all: arguments.flag("all")? };
    let answer = compare_all_vendors(Catalog::builtin(), &options);
    if answer.migrations.is_empty() {
        return Err(arguments.wrong("vendors", "an array of two vendors or more", vendors));
    }
    written(&arguments, &answer, &|| answer.table(Catalog::builtin()))
}

/// All codes by vendor: `matrix({vendors?, by?, onlyDiffering?, onlyDeviations?, actor?, retry?, format?})`.
///
/// # Errors
///
/// A `TypeError` for an unknown vendor, word or option.
#[wasm_bindgen]
pub fn matrix(options: &JsValue) -> Result<JsValue, JsValue> {
    let allowed = ["vendors", "by", "onlyDiffering", "onlyDeviations", "actor", "retry", "format"];
    let arguments = Arguments::read("matrix", options, &allowed)?;
    let by = arguments.word("by", &["class", "condition"])?;
    let options = MatrixOptions {
        vendors: arguments.vendors()?,
        by: if by == Some(1) { Grouping::Condition } else { Grouping::Class },
        only_differing: arguments.flag("onlyDiffering")?,
        only_deviations: arguments.flag("onlyDeviations")?,
        actor: picked(&Actor::ALL, arguments.word("actor", &Actor::ALL.map(Actor::id))?),
        retry: picked(
            &RetryKind::ALL,
            arguments.word("retry", &RetryKind::ALL.map(RetryKind::id))?,
        ),
    };
    let answer = matrix_of(Catalog::builtin(), &options);
    written(&arguments, &answer, &|| answer.table(Catalog::builtin()))
}

/// Where vendors deviate from the standard and from their own pages: `deviations({vendors?})`.
///
/// # Errors
///
/// A `TypeError` for an unknown vendor or option.
#[wasm_bindgen]
pub fn deviations(options: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read("deviations", options, &["vendors"])?;
    let options = CompareOptions { vendors: arguments.vendors()? };
    to_js(&all_deviations(Catalog::builtin(), &options))
}

/// The answer, or its table in the form that was asked for.
fn written<T: Serialize>(
    arguments: &Arguments,
    answer: &T,
    table: &dyn Fn() -> Table,
) -> Result<JsValue, JsValue> {
    let Some(format) = arguments.word("format", &FORMATS)? else { return to_js(answer) };
    let table = table();
    let text = match format {
        0 => table.to_markdown(),
        1 => table.to_csv(),
        // The writer of answers is here anyway.
        _ => to_json(&table).map_err(|error| Error::new(&error.to_string()))?,
    };
    Ok(text.into())
}

fn picked<T: Copy>(all: &[T], place: Option<usize>) -> Option<T> {
    place.and_then(|place| all.get(place)).copied()
}
