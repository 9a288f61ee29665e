//! The error object of Spring services: `timestamp`, `path`, `error`, often `status`, `message`, `errors`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Outcome;
use crate::decode::output::{Fault, FieldError, Notice, NoticeCode, Origin};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

/// So much of a rejected value is shown, in bytes; more is a document, not a value.
const MAX_REJECTED: usize = 200;

pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let error = root.get("error").filter(|error| error.as_str().is_some())?;
    let shaped = root.get("timestamp").is_some() && root.get("path").is_some();
    // The error page called by hand answers "None": there was no error.
    if !shaped || error.as_str() == Some("None") {
        return None;
    }
    let text = |name: &str| root.get(name).and_then(Value::as_str).map(String::from);
    let mut reading = Reading::new("spring-error");
    reading.application = Outcome::Failure;
    if let Some((status, code)) =
        root.get("status").and_then(|status| Some((status, status.as_u32()?)))
    {
        reading.findings.push(RawFinding {
            code,
            meant_as: MeantAs::Status,
            owner: None,
            origin: Origin::Body,
            message: text("error"),
            span: message.span(status.span()),
        });
    } else {
        reading.findings.extend(phrase_finding(message, error));
    }
    reading.field_errors = field_errors(message, root, &mut reading.notices);
    reading.fault = Some(Fault {
        kind: text("exception").or_else(|| text("error")),
        message: text("message").filter(|message| !message.is_empty()),
        detail: text("requestId").map(|id| format!("requestId: {id}")),
        stack: text("trace"),
        ..Fault::default()
    });
    Some(reading)
}

/// Without a status, the reason phrase names it; the standard's phrases are common to all services.
fn phrase_finding(message: &Message<'_>, error: Value<'_>) -> Option<RawFinding> {
    const PHRASES: &[(&str, u32)] = &[
        ("Bad Request", 400),
        ("Unauthorized", 401),
        ("Forbidden", 403),
        ("Not Found", 404),
        ("Method Not Allowed", 405),
        ("Not Allowed", 405),
        ("Not Acceptable", 406),
        ("Conflict", 409),
        ("Unsupported Media Type", 415),
        ("Internal Server Error", 500),
    ];
    let phrase = error.as_str()?;
    let (_, code) = PHRASES.iter().find(|(known, _)| known.eq_ignore_ascii_case(phrase))?;
    Some(RawFinding {
        code: *code,
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::Body,
        message: Some(phrase.into()),
        span: message.span(error.span()),
    })
}

/// Refused values: the `errors` array of bean validation, or the one that the message names in quotes.
fn field_errors(
    message: &Message<'_>,
    root: Value<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<FieldError> {
    let mut cut = None;
    let listed: Vec<FieldError> = root
        .get("errors")
        .into_iter()
        .flat_map(Value::items)
        .filter_map(|item| {
            let text = |name: &str| item.get(name).and_then(Value::to_text);
            let said =
                text("defaultMessage").or_else(|| text("message")).or_else(|| item.to_text())?;
            let rejected =
                item.get("rejectedValue").and_then(|value| Some((value, value.to_text()?)));
            let message = match rejected.filter(|(_, text)| !text.is_empty()) {
                Some((value, mut text)) => {
                    if text.len() > MAX_REJECTED {
                        text.truncate(text.floor_char_boundary(MAX_REJECTED));
                        text.push('…');
                        cut.get_or_insert(value.span());
                    }
                    format!("{said} (rejected value: {text})")
                }
                None => said,
            };
            Some(FieldError { field: text("field").or_else(|| text("objectName")), message })
        })
        .take(message.limits.field_errors_read())
        .collect();
    notices.extend(cut.map(|place| Notice {
        code: NoticeCode::TooMany,
        message: "A rejected value is longer than 200 bytes; its beginning is shown.".into(),
        span: Some(message.span(place)),
    }));
    if !listed.is_empty() {
        return listed;
    }
    let said = root.get("message").and_then(Value::as_str);
    let quoted = said
        .and_then(|text| text.split_once("field '"))
        .and_then(|(_, rest)| rest.split_once('\''));
    quoted
        .map(|(field, rest)| FieldError {
            field: Some(field.into()),
            message: rest.trim_start_matches([':', ' ']).into(),
        })
        .into_iter()
        .collect()
}
