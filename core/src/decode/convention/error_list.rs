//! A list of errors under `errors`: GraphQL, JSON:API, and services that do alike.
//!
//! Source: the GraphQL specification section 7.1.2 (`message`, `path`, `extensions.code`), JSON:API
//! section "Error Objects" (`status`, `code`, `title`, `detail`, `source`).

use alloc::string::String;
use alloc::vec::Vec;

use super::problem_details::field_errors;
use crate::catalog::Outcome;
use crate::decode::output::{Fault, FieldError, Origin};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

/// Where an item says what happened, the most telling first.
const TEXTS: &[&str] = &["message", "detail", "title", "description"];
/// Where an item names the value that was refused.
const FIELDS: &[&str] = &["field", "pointer", "parameter", "property", "name"];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let most = message.limits.field_errors_read();
    let failed = message.status().is_some_and(|status| status >= 400);
    let Some(errors) = root.get("errors") else {
        // The object or the array may be the list itself.
        return if failed { read_whole(root, most) } else { None };
    };
    let items: Vec<Value<'_>> =
        errors.items().filter(|item| text(*item).is_some()).take(most).collect();
    let Some(first) = items.first() else {
        // A sentence and the words beside it are an error on their own.
        let is_telling = failed || text(root).is_some() && is_words_by_field(errors);
        return if is_telling { read_unnamed(root, errors, most) } else { None };
    };
    let mut reading = Reading::new("error-list");
    // A GraphQL answer may carry data beside its errors.
    let has_data = root.get("data").is_some_and(|data| data.is_object() || data.is_array());
    reading.application = if has_data { Outcome::Partial } else { Outcome::Failure };
    reading.findings.extend(items.iter().find_map(|item| finding(message, *item)));
    reading.fault = Some(Fault {
        kind: kind(*first),
        message: text(*first),
        detail: first
            .get("detail")
            .and_then(Value::to_text)
            .filter(|detail| text(*first).as_ref() != Some(detail)),
        ..Fault::default()
    });
    let named = items.iter().any(|item| field(*item).is_some());
    // A single error without a place is the fault itself.
    if named || items.len() > 1 {
        reading.field_errors = items
            .iter()
            .filter_map(|item| Some(FieldError { field: field(*item), message: text(*item)? }))
            .collect();
    }
    Some(reading)
}

/// `[{"message": …}]`, or `{"field": ["what is wrong"]}`; so many refused values are read.
fn read_whole(root: Value<'_>, most: usize) -> Option<Reading> {
    if is_words_by_field(root) {
        return read_unnamed(root, root, most);
    }
    let first = root.items().find(|item| text(*item).is_some())?;
    let fault = Fault { kind: kind(first), message: text(first), ..Fault::default() };
    let refused = root.items().filter_map(|item| {
        let (field, message) = (field(item)?, text(item)?);
        Some(FieldError { field: Some(field), message })
    });
    Some(Reading {
        application: Outcome::Failure,
        fault: Some(fault),
        field_errors: refused.take(most).collect(),
        ..Reading::new("error-list")
    })
}

/// Whether every member is a list of words, as frameworks for forms write it.
fn is_words_by_field(value: Value<'_>) -> bool {
    let is_words = |list: Value<'_>| {
        list.items().next().is_some() && list.items().all(|word| word.as_str().is_some())
    };
    value.members().next().is_some() && value.members().all(|(_, list)| is_words(list))
}

/// `errors` as words, or as an object from field to words; so many are read.
fn read_unnamed(root: Value<'_>, errors: Value<'_>, most: usize) -> Option<Reading> {
    let mut listed = field_errors(errors, most);
    if errors.is_array() {
        let words = errors.items().filter_map(Value::as_str);
        listed.extend(
            words.take(most).map(|word| FieldError { field: None, message: String::from(word) }),
        );
    }
    let first = listed.first()?.message.clone();
    let said = root.get_any(TEXTS).and_then(Value::as_str).map(String::from);
    Some(Reading {
        application: Outcome::Failure,
        fault: Some(Fault { message: said.or(Some(first)), ..Fault::default() }),
        field_errors: listed,
        ..Reading::new("error-list")
    })
}

fn text(item: Value<'_>) -> Option<String> {
    TEXTS
        .iter()
        .find_map(|name| item.get(name).and_then(Value::as_str))
        .filter(|text| !text.is_empty())
        .map(String::from)
}

fn kind(item: Value<'_>) -> Option<String> {
    let extension = item.get("extensions").and_then(|extensions| extensions.get("code"));
    item.get_any(&["code", "errorCode"])
        .or(extension)
        .or_else(|| item.get("type"))
        .and_then(Value::to_text)
}

/// JSON:API writes the HTTP status of an error as a string.
fn finding(message: &Message<'_>, item: Value<'_>) -> Option<RawFinding> {
    let status = item.get("status")?;
    let code = status.to_text()?.parse().ok().filter(|code| (400..=599).contains(code))?;
    Some(RawFinding {
        code,
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::Body,
        message: item.get("title").and_then(Value::to_text),
        span: message.span(status.span()),
    })
}

fn field(item: Value<'_>) -> Option<String> {
    let source = item.get("source");
    let named = source
        .and_then(|source| source.get_any(FIELDS))
        .or_else(|| item.get_any(FIELDS))
        .and_then(Value::to_text);
    let path = || {
        let parts: Vec<String> = item
            .get("path")
            .into_iter()
            .flat_map(Value::items)
            .filter_map(Value::to_text)
            .collect();
        (!parts.is_empty()).then(|| parts.join("."))
    };
    named.filter(|name| !name.is_empty()).or_else(path)
}
