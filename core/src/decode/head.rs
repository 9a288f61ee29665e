//! What the head of a message says by itself: status line, fields, and the wait that it asks for.

use alloc::string::String;

use super::noteworthy;
use super::output::{Field, Http, Origin};
use super::reading::{MeantAs, Message, RawFinding};
use crate::catalog::STANDARD;
use crate::span::Span;

/// Status line and fields, as far as they are there.
pub(super) fn http(message: &Message<'_>) -> Option<Http> {
    let line = message.envelope.status_line.as_ref()?;
    let fields = message.envelope.fields.iter();
    Some(Http {
        version: line.version.map(String::from),
        status: line.status,
        reason: line.reason.map(String::from),
        fields: fields
            .map(|field| Field { name: field.name.into(), value: field.value.clone().into_owned() })
            .collect(),
    })
}

/// The status line as a code that was found.
pub(super) fn status_finding(message: &Message<'_>) -> Option<RawFinding> {
    message.envelope.status_line.as_ref().map(|line| RawFinding {
        code: u32::from(line.status),
        meant_as: MeantAs::Status,
        // With an Upgrade field it is the standard's 101, whoever sends it.
        owner: (line.status == 101 && message.envelope.field("upgrade").is_some())
            .then_some(STANDARD),
        origin: Origin::StatusLine,
        message: line.reason.map(String::from),
        span: message.envelope.span(line.span.clone()),
    })
}

/// Where a wait in seconds is the last thing in the paste, without the line end that a field has.
pub(super) fn cut_wait(message: &Message<'_>, length: usize) -> Option<Span> {
    let field = message.envelope.field("retry-after")?;
    let place = message.envelope.span(field.span.clone());
    let is_number = field.value.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && place.end == length).then_some(place)
}

/// The wait that the response itself asks for, in seconds (RFC 9110 section 10.2.3).
pub(super) fn retry_after(message: &Message<'_>) -> Option<u32> {
    let date = message.envelope.field("date").map(|field| &*field.value);
    noteworthy::retry_after::wait(&message.envelope.field("retry-after")?.value, date)
}
