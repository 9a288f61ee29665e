//! Problem details (RFC 9457), in JSON and XML, with the `errors` object that ASP.NET adds.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::output::{Fault, FieldError, Origin};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

const NAMESPACE: &str = "urn:ietf:rfc:7807";
/// How ASP.NET Core names the refused values in XML (`ValidationProblemDetailsWrapper`).
const XML_ERRORS: &str = "MVC-Errors";

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    match &message.payload {
        Payload::Json(json) => read_json(message, json.root()?),
        Payload::Xml(xml) => {
            let root = xml.root().filter(|root| root.name() == "problem")?;
            // A fragment may have lost its declaration.
            let is_own = root.namespace().map_or_else(
                || root.child("title").is_some() && root.child("status").is_some(),
                |namespace| namespace == NAMESPACE,
            );
            if !is_own {
                return None;
            }
            let text = |name: &str| root.child_text(name);
            let mut reading = reading(text("type"), text("title"), text("detail"));
            if let Some(status) = root.child("status") {
                reading.findings.extend(finding(message, status.text(), status.text_span()));
            }
            let refused = root.child(XML_ERRORS).into_iter().flat_map(Element::children);
            reading.field_errors = refused
                .map(|field| FieldError {
                    field: Some(field.name().into()),
                    message: field.text().into(),
                })
                .take(message.limits.field_errors_read())
                .collect();
            Some(reading)
        }
        _ => None,
    }
}

fn read_json(message: &Message<'_>, root: Value<'_>) -> Option<Reading> {
    if !root.is_object() || !(is_declared(message) || is_shaped(message, root)) {
        return None;
    }
    let text = |name: &str| root.get(name).and_then(Value::as_str).map(String::from);
    let mut reading = reading(text("type"), text("title"), text("detail"));
    if let Some(status) = root.get("status") {
        let number = status.to_text().unwrap_or_default();
        reading.findings.extend(finding(message, &number, status.span()));
    }
    let most = message.limits.field_errors_read();
    let errors = root.get("errors").map(|errors| field_errors(errors, most));
    reading.field_errors = errors.unwrap_or_default();
    // What support looks the request up by (ASP.NET Core).
    let trace = root.get("traceId").and_then(Value::as_str).map(|id| format!("traceId: {id}"));
    if let Some(fault) = &mut reading.fault {
        fault.detail = joined([fault.detail.take(), trace]);
    }
    Some(reading)
}

fn is_declared(message: &Message<'_>) -> bool {
    message.envelope.field("content-type").is_some_and(|field| {
        field.value.to_ascii_lowercase().starts_with("application/problem+json")
    })
}

/// Many things have a title and a status or a type; a problem's are those of an error.
fn is_shaped(message: &Message<'_>, root: Value<'_>) -> bool {
    let has_title = root.get("title").and_then(Value::as_str).is_some();
    let status = root.get("status").and_then(Value::as_u32);
    let is_uri = root.get("type").and_then(Value::as_str).is_some_and(|kind| kind.contains(':'));
    let has_more =
        ["detail", "instance", "traceId", "errors"].iter().any(|name| root.get(name).is_some());
    let failed = message.status().is_some_and(|status| status >= 400);
    match status {
        Some(status) => has_title && (400..=599).contains(&status),
        None => has_title && is_uri && (has_more || failed) && root.get("status").is_none(),
    }
}

fn reading(kind: Option<String>, title: Option<String>, detail: Option<String>) -> Reading {
    Reading {
        application: Outcome::Failure,
        fault: Some(Fault { kind, message: title, detail, ..Fault::default() }),
        ..Reading::new("problem-details")
    }
}

/// The `status` member is advisory: the status line wins, which stands first among the findings.
fn finding(
    message: &Message<'_>,
    number: &str,
    range: core::ops::Range<usize>,
) -> Option<RawFinding> {
    let code = number.parse().ok().filter(|code| (100..=599).contains(code))?;
    Some(RawFinding {
        code,
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::Body,
        message: None,
        span: message.span(range),
    })
}

/// Refused values: an object from field to messages, or a list; so many are read.
pub(super) fn field_errors(errors: Value<'_>, most: usize) -> Vec<FieldError> {
    let of_object = errors.members().flat_map(|(name, messages)| {
        let field = if name.is_empty() { None } else { Some(String::from(name)) };
        let single = messages.as_str().map(String::from);
        let several = messages.items().filter_map(Value::to_text);
        single
            .into_iter()
            .chain(several)
            .map(move |message| FieldError { field: field.clone(), message })
    });
    let of_array = errors.items().filter_map(|item| {
        let message = item.get_any(&["detail", "message", "title"]).and_then(Value::to_text)?;
        let field = item.get_any(&["pointer", "field", "name"]).and_then(Value::to_text);
        Some(FieldError { field, message })
    });
    of_object.chain(of_array).take(most).collect()
}
