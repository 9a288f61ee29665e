//! The error object of `FastAPI` services: `detail`, a list of refused values or a sentence.
//!
//! Source: the public description of a vendor's onboarding interface, whose `HTTPValidationError` has
//! `detail[]` of `loc`, `msg`, `type`. Refused values are answered by 422.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Outcome;
use crate::decode::output::{Fault, FieldError};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading};

/// Where a value came from; said first in `loc`, and no part of its name.
const SOURCES: &[&str] = &["body", "query", "path", "header", "cookie"];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let detail = root.get("detail")?;
    let mut reading = Reading::new("fastapi-error");
    reading.application = Outcome::Failure;
    if let Some(text) = detail.as_str() {
        let failed = message.status().is_some_and(|status| status >= 400);
        let sole = root.members().count() == 1 && message.status().is_none();
        if !(failed || sole) || text.is_empty() {
            return None;
        }
        reading.fault = Some(Fault { message: Some(text.into()), ..Fault::default() });
        return Some(reading);
    }
    let items: Vec<Value<'_>> = detail
        .items()
        .filter(|item| item.get("loc").is_some_and(Value::is_array) && item.get("msg").is_some())
        .take(message.limits.field_errors_read())
        .collect();
    let first = items.first()?;
    let text = |name: &str| first.get(name).and_then(Value::to_text);
    reading.fault = Some(Fault { kind: text("type"), message: text("msg"), ..Fault::default() });
    reading.implied_status = Some(422);
    reading.field_errors = items
        .iter()
        .map(|item| FieldError {
            field: field(*item),
            message: item.get("msg").and_then(Value::to_text).unwrap_or_default(),
        })
        .collect();
    Some(reading)
}

/// `["body", "items", 0, "name"]` is `items.0.name`.
fn field(item: Value<'_>) -> Option<String> {
    let path: Vec<String> =
        item.get("loc").into_iter().flat_map(Value::items).filter_map(Value::to_text).collect();
    let (first, rest) = path.split_first()?;
    if SOURCES.contains(&first.as_str()) {
        return (!rest.is_empty()).then(|| rest.join("."));
    }
    Some(path.join("."))
}
