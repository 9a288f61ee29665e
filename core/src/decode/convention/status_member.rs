//! A JSON object of an API that nobody knows, alone, whose member says the HTTP status: `{"status":429,"code":…}`.
//!
//! Many things have a status, and many numbers lie between 400 and 599. It is read only where words of an error
//! stand beside it and nothing else that data are made of.

use alloc::string::String;

use crate::catalog::{Catalog, Outcome, STANDARD};
use crate::code::Code;
use crate::decode::output::{Fault, Origin};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

/// How services call the member, the most telling first.
const STATUSES: &[&str] =
    &["statusCode", "status_code", "httpStatusCode", "httpStatus", "http_status", "status"];
/// Where they put the words, the most telling first.
const WORDS: &[&str] =
    &["message", "Message", "error_description", "detail", "title", "errorMessage", "error"];
/// Where they put a word for the error.
const KINDS: &[&str] = &["code", "errorCode", "error_code", "error", "type"];
/// Members in which an error holds lists and objects; in others they are data.
const HOLDERS: &[&str] =
    &["error", "errors", "detail", "details", "meta", "message", "violations", "fieldErrors"];

pub(crate) fn read(message: &Message<'_>, catalog: &Catalog) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root().filter(|root| root.is_object())?;
    let (status, code) = STATUSES.iter().find_map(|name| {
        let status = root.get(name)?;
        // Only what the standard lists is plainly a status.
        let is_listed = |code: &u32| catalog.entry_of(STANDARD, Code::new(*code)).is_some();
        let code = status.as_u32().filter(|code| (400..=599).contains(code)).filter(is_listed)?;
        Some((status, code))
    })?;
    let text = |names: &[&str]| {
        names.iter().find_map(|name| root.get(name).and_then(words)).map(String::from)
    };
    let (said, kind) = (text(WORDS), text(KINDS));
    let holds_data = root.members().any(|(name, value)| {
        let is_container = value.is_object() || value.items().next().is_some();
        is_container && !HOLDERS.contains(&name)
    });
    if holds_data || said.is_none() && kind.is_none() {
        return None;
    }
    let mut reading = Reading::new("json");
    reading.application = Outcome::Failure;
    reading.findings.push(RawFinding {
        code,
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::Body,
        message: said.clone(),
        span: message.span(status.span()),
    });
    let kind = kind.filter(|kind| said.as_ref() != Some(kind));
    reading.fault = Some(Fault { kind, message: said, ..Fault::default() });
    Some(reading)
}

/// Words, not a number that was written as a string.
fn words(value: Value<'_>) -> Option<&str> {
    value.as_str().filter(|text| text.bytes().any(|byte| byte.is_ascii_alphabetic()))
}
