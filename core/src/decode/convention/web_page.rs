//! A web page in place of an answer: a gateway or proxy speaks, not the API.

use alloc::string::String;

use crate::catalog::Outcome;
use crate::decode::output::{Fault, Origin};
use crate::decode::payload::{Payload, html};
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

/// What gateways and proxies write behind the status in a title: the registered phrases, and their own.
const PHRASES: &[&str] = &[
    "Bad Request",
    "Unauthorized",
    "Authorization Required",
    "Forbidden",
    "Not Found",
    "Method Not Allowed",
    "Not Allowed",
    "Request Timeout",
    "Request Time-out",
    "Request Entity Too Large",
    "Too Many Requests",
    "Internal Server Error",
    "Bad Gateway",
    "Service Unavailable",
    "Service Temporarily Unavailable",
    "Gateway Timeout",
    "Gateway Time-out",
];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    if !matches!(message.payload, Payload::Html) {
        return None;
    }
    let text = message.text();
    let range = html::element_text(text, "title").or_else(|| html::element_text(text, "h1"))?;
    let title = text.get(range.clone()).filter(|title| !title.is_empty())?;
    let mut reading = Reading::new("html");
    let digits = title.get(..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let phrase = title.get(3..).unwrap_or_default().trim_start_matches([' ', ':', '-']).trim_end();
    let is_status_title = PHRASES.iter().any(|known| known.eq_ignore_ascii_case(phrase));
    let code = digits.filter(|_| is_status_title).and_then(|digits| digits.parse().ok());
    if let Some(code) = code.filter(|code| (400..=599).contains(code)) {
        reading.application = Outcome::Failure;
        reading.findings.push(RawFinding {
            code,
            meant_as: MeantAs::Status,
            owner: None,
            origin: Origin::Body,
            message: Some(phrase.into()),
            span: message.span(range.start..range.start.saturating_add(3)),
        });
    }
    reading.fault = Some(Fault { message: Some(String::from(title)), ..Fault::default() });
    Some(reading)
}
