//! A JSON object that says itself that it failed, under a status that says success: `"success": false`, an
//! `error` with words in it. Many services answer so; none is named by it.

use alloc::string::String;

use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading};

const FLAGS: &[&str] = &["success", "successful", "succeeded", "isSuccess", "ok", "Success"];
/// Those that may be numbers of records.
const COUNTS: &[&str] = &["succeeded", "Success"];
const ERRORS: &[&str] = &["error", "Error", "errorMessage", "ErrorMessage", "fault", "exception"];
const WORDS: &[&str] =
    &["message", "Message", "responseMessage", "reason", "detail", "description"];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    message.status().filter(|status| (200..300).contains(status))?;
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let says_no = says_no(root);
    let error = root.get_any(ERRORS);
    let words = |value: Value<'_>| {
        let own = value.as_str().filter(|text| !text.is_empty()).map(String::from);
        own.or_else(|| WORDS.iter().find_map(|name| value.get(name)).and_then(Value::to_text))
    };
    let said = error.and_then(words);
    if !says_no && said.is_none() {
        return None;
    }
    let text = said.or_else(|| words(root));
    Some(Reading {
        application: Outcome::Failure,
        fault: Some(Fault { message: text, ..Fault::default() }),
        ..Reading::new("json")
    })
}

/// Whether a flag of an object says that it did not succeed.
pub(super) fn says_no(root: Value<'_>) -> bool {
    FLAGS
        .iter()
        .filter_map(|name| Some((name, root.get(name)?)))
        // How many succeeded is a count, not a flag.
        .filter(|(name, flag)| !(COUNTS.contains(name) && flag.as_u32().is_some()))
        .any(|(_, flag)| flag.as_flag() == Some(false))
}
