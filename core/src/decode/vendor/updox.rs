//! Updox: a JSON envelope under HTTP 200, whatever happened.
//!
//! Source: the Updox API wiki and a public client; members `successful`, `responseMessage`,
//! `responseCode` (a number of four digits), and `statuses[]` for batches.

use alloc::format;
use alloc::vec::Vec;

use super::{Reader, strong, weak};
use crate::catalog::Outcome;
use crate::decode::output::{Evidence, Fault, Notice, NoticeCode, Origin, Record};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

pub(super) const READER: Reader = Reader {
    vendor: "updox",
    hosts: &["updox.com", "myupdox.com", "updoxqa.com"],
    records: &[],
    marks,
    asks,
    read,
};

const SUCCESSFUL: &str = "successful";
const CODE: &str = "responseCode";
const MESSAGE: &str = "responseMessage";
const STATUSES: &str = "statuses";

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let Some(root) = root(message) else { return Vec::new() };
    let code = root.get(CODE).filter(|code| code.as_u32().is_some_and(is_updox_number));
    match (code, root.get(SUCCESSFUL).filter(|value| value.as_flag().is_some())) {
        (Some(code), Some(flag)) if flag.as_bool().is_some() => {
            let is_own = code.as_u32().is_some_and(is_of_family);
            alloc::vec![if is_own {
                let mark = "`successful` beside a four-digit `responseCode`";
                strong(mark, message.span(code.span()))
            } else {
                let mark = "`successful` beside a `responseCode` of no family that Updox has";
                weak(mark, message.span(code.span()))
            }]
        }
        // Truth values and numbers as strings are what other languages' clients make of the envelope.
        (Some(code), Some(_)) if root.get(MESSAGE).is_some() => {
            alloc::vec![weak(
                "`successful`, in another spelling, beside a four-digit `responseCode`",
                message.span(code.span())
            )]
        }
        (None, Some(_)) => root
            .get(CODE)
            .filter(|code| {
                code.as_str().and_then(|text| text.parse().ok()).is_some_and(is_updox_number)
            })
            .map(|code| {
                weak(
                    "`successful` beside a four-digit `responseCode` in quotes",
                    message.span(code.span()),
                )
            })
            .or_else(|| {
                // A paste that was cut off before the code.
                let text = root.get(MESSAGE).filter(|text| text.as_str().is_some())?;
                let is_cut = root.get(CODE).is_none();
                let mark = "`successful` beside `responseMessage`";
                is_cut.then(|| weak(mark, message.span(text.span())))
            })
            .into_iter()
            .collect(),
        // Without `successful` the envelope is that of many other services too.
        (Some(code), None) if root.get(MESSAGE).is_some() => {
            alloc::vec![weak(
                "a four-digit `responseCode` with `responseMessage`",
                message.span(code.span())
            )]
        }
        _ => Vec::new(),
    }
}

/// Every request begins with who asks.
fn asks(message: &Message<'_>) -> bool {
    let auth =
        root(message).filter(|root| root.get(CODE).is_none()).and_then(|root| root.get("auth"));
    auth.is_some_and(|auth| auth.get("applicationId").or(auth.get("applicationPassword")).is_some())
}

fn read(message: &Message<'_>) -> Option<Reading> {
    let root = root(message)?;
    let Some(code) = root.get(CODE) else { return read_without_code(root) };
    let number = code.as_u32().or_else(|| code.as_str().and_then(|text| text.parse().ok()))?;
    let text = root.get(MESSAGE).and_then(Value::to_text);
    let mut reading = Reading::new("updox-envelope");
    reading.findings.push(RawFinding {
        code: number,
        meant_as: MeantAs::Application,
        owner: None,
        origin: Origin::Body,
        message: text.clone(),
        span: message.span(code.span()),
    });
    for status in root.get(STATUSES).into_iter().flat_map(Value::items) {
        reading.push_record(record(message, status), message.limits);
    }
    let says_success = root.get(SUCCESSFUL).and_then(Value::as_flag);
    let by_number = outcome_of(number);
    reading.application = match (says_success, by_number) {
        (Some(true), Outcome::Success | Outcome::Unknown) => reading.outcome_of_records(),
        (Some(false), _) => Outcome::Failure,
        (_, outcome) => outcome,
    };
    if says_success.is_some_and(|success| {
        by_number != Outcome::Unknown && success != (by_number == Outcome::Success)
    }) {
        reading.notices.push(Notice {
            code: NoticeCode::Contradiction,
            message: format!(
                "`successful` and code {number} contradict each other; it is taken as a failure."
            ),
            span: Some(message.span(code.span())),
        });
        reading.application = Outcome::Failure;
    }
    // Where only the records failed, the envelope's message is that of a success.
    if says_success == Some(false) || by_number == Outcome::Failure {
        reading.fault = text.map(|message| Fault { message: Some(message), ..Fault::default() });
    }
    Some(reading)
}

/// An envelope that was cut off before its code.
fn read_without_code(root: Value<'_>) -> Option<Reading> {
    let success = root.get(SUCCESSFUL).and_then(Value::as_flag)?;
    let text = root.get(MESSAGE).and_then(Value::as_str)?;
    let application = if success { Outcome::Unknown } else { Outcome::Failure };
    let fault = (!success).then(|| Fault { message: Some(text.into()), ..Fault::default() });
    Some(Reading { application, fault, ..Reading::new("updox-envelope") })
}

fn record(message: &Message<'_>, status: Value<'_>) -> Record {
    Record {
        // The recorded member is `success`; some clients write on the envelope's own word.
        outcome: match status.get("success").or(status.get(SUCCESSFUL)).and_then(Value::as_flag) {
            Some(true) => Outcome::Success,
            Some(false) => Outcome::Failure,
            None => Outcome::Unknown,
        },
        code: None,
        message: status.get("message").and_then(Value::to_text),
        reference: status.get("id").and_then(Value::to_text),
        span: message.span(status.span()),
    }
}

fn root<'a>(message: &'a Message<'_>) -> Option<Value<'a>> {
    match &message.payload {
        Payload::Json(json) => json.root().filter(|root| root.is_object()),
        _ => None,
    }
}

/// Whatever the family, numbers have four digits.
fn is_updox_number(number: u32) -> bool {
    (1000..=9999).contains(&number)
}

/// Families of which a number is known: those of the vendor's page, and two that its clients list.
fn is_of_family(number: u32) -> bool {
    matches!(number, 2000..=2999 | 4000..=5999 | 6200..=6299 | 9000..=9099)
}

/// The families that the vendor's page states: 2000s success, 4000s and 5000s errors.
fn outcome_of(number: u32) -> Outcome {
    match number {
        2000..=2999 => Outcome::Success,
        4000..=5999 => Outcome::Failure,
        _ => Outcome::Unknown,
    }
}
