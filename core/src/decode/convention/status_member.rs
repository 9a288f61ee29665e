//! A JSON object of an API that nobody knows, alone, whose member says the HTTP status: `{"status":429,"code":…}`.
//!
//! Many things have a status, and many numbers lie between 400 and 599. It is read only where words of an error
//! stand beside it and nothing else that data are made of.

use alloc::string::String;

use crate::catalog::{Catalog, Entry, Outcome, STANDARD};
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
/// The statuses of failures.
pub(super) const FAILURES: core::ops::RangeInclusive<u32> = 400..=599;
/// Members in which an error holds lists and objects; in others they are data.
const HOLDERS: &[&str] = &[
    "error",
    "errors",
    "fault",
    "detail",
    "details",
    "meta",
    "message",
    "violations",
    "fieldErrors",
];

pub(crate) fn read(message: &Message<'_>, catalog: &Catalog) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root().filter(|root| root.is_object())?;
    let inner = of_google(root);
    let (root, statuses) = match inner {
        Some(error) => (error, &["code"][..]),
        None => (only_error(root).unwrap_or(root), STATUSES),
    };
    let (place, entry) = statuses.iter().find_map(|name| {
        let value = root.get(name)?;
        Some((value, status(value, catalog)?))
    })?;
    let text = |names: &[&str]| {
        names.iter().find_map(|name| root.get(name).and_then(words)).map(String::from)
    };
    let said = text(WORDS);
    let kind = if inner.is_some() { text(&["status"]) } else { text(KINDS) };
    if holds_data(root) || said.is_none() && kind.is_none() {
        return None;
    }
    let mut reading = Reading::new("json");
    reading.application = Outcome::Failure;
    reading.findings.push(finding(message, place, entry, said.as_deref()));
    let kind = kind.filter(|kind| said.as_ref() != Some(kind));
    reading.fault = Some(Fault { kind, message: said, ..Fault::default() });
    Some(reading)
}

/// The standard's entry of a number that is plainly the status of a failure.
pub(super) fn status<'c>(value: Value<'_>, catalog: &'c Catalog) -> Option<&'c Entry> {
    let code = value.as_u32().filter(|code| FAILURES.contains(code))?;
    catalog.entry_of(STANDARD, Code::new(code)).map(AsRef::as_ref)
}

/// A status that the content gives, and the words beside it.
pub(super) fn finding(
    message: &Message<'_>,
    place: Value<'_>,
    entry: &Entry,
    said: Option<&str>,
) -> RawFinding {
    RawFinding {
        code: entry.code.number(),
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::Body,
        message: said.map(String::from),
        span: message.span(place.span()),
    }
}

/// Whether an object holds lists or objects in which no error is told.
pub(super) fn holds_data(root: Value<'_>) -> bool {
    root.members().any(|(name, value)| {
        let is_container = value.is_object() || value.items().next().is_some();
        is_container && !HOLDERS.contains(&name)
    })
}

/// The member `error` of an object that says nothing beside it, as Spotify and Strapi answer.
pub(super) fn only_error(root: Value<'_>) -> Option<Value<'_>> {
    let error = root.get("error").filter(|error| error.is_object())?;
    let is_silent = |value: Value<'_>| value.is_null() || value.as_bool() == Some(false);
    root.members().all(|(name, value)| name == "error" || is_silent(value)).then_some(error)
}

/// The one member of an object in which Google's services say it all: a status as `code`, and its name as `status` or a
/// list of errors (AIP-193).
fn of_google(root: Value<'_>) -> Option<Value<'_>> {
    let is_name = |status: Value<'_>| {
        let is_part = |byte: u8| byte.is_ascii_uppercase() || byte == b'_';
        status.as_str().is_some_and(|name| !name.is_empty() && name.bytes().all(is_part))
    };
    let error = root.get("error").filter(|error| error.is_object())?;
    let is_alone = root.members().count() == 1;
    let is_shaped = error.get("message").and_then(words).is_some()
        && (error.get("status").is_some_and(is_name)
            || error.get("errors").is_some_and(Value::is_array));
    (is_alone && is_shaped).then_some(error)
}

/// Words, not a number that was written as a string.
pub(super) fn words(value: Value<'_>) -> Option<&str> {
    value.as_str().filter(|text| text.bytes().any(|byte| byte.is_ascii_alphabetic()))
}
