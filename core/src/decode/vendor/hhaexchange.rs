//! HHAeXchange: SOAP 1.1 with a `Result` that says how it ended, often under HTTP 200.
//!
//! Source: the vendor's service description for the wrapper; `Result/@Status` and `ErrorInfo` from
//! public clients. There is no public list of `ErrorID`s, so none is explained.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Reader, strong, weak};
use crate::catalog::Outcome;
use crate::decode::output::{Evidence, Fault, Origin};
use crate::decode::payload::Payload;
use crate::decode::payload::xml::{Element, Xml};
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

pub(super) const READER: Reader =
    Reader { vendor: "hhaexchange", hosts: &["hhaexchange.com"], marks, read };

const NAMESPACE: &str = "https://www.hhaexchange.com/apis/hhaws.integration";
/// Under which code the vendor's page puts alerts that come with a message.
const ALERT: u16 = 400;

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let Payload::Xml(xml) = &message.payload else { return Vec::new() };
    if let Some(element) = xml.elements().find(|element| element.namespace() == Some(NAMESPACE)) {
        let start = element.span().start;
        let tag = start..start.saturating_add(element.name().len()).saturating_add(1);
        return vec![strong("the integration namespace of HHAeXchange", message.span(tag))];
    }
    match result(xml).filter(|result| result.child("ErrorInfo").is_some()) {
        Some(result) => vec![weak("a `Result` with `ErrorInfo`", message.span(result.span()))],
        None => Vec::new(),
    }
}

fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Xml(xml) = &message.payload else { return None };
    let result = result(xml)?;
    let (status, _) = status(result)?;
    let info = result.child("ErrorInfo").unwrap_or(result);
    let id = info.child("ErrorID");
    let number: Option<u32> = id.and_then(|id| id.text().parse().ok());
    let text = info.child_text("ErrorMessage");
    let mut reading = Reading::new("hhaexchange-result");
    // A success may carry ErrorID 0 with an empty message.
    let clean = number.unwrap_or(0) == 0 && text.is_none();
    reading.application = if status.eq_ignore_ascii_case("success") && clean {
        Outcome::Success
    } else {
        Outcome::Failure
    };
    if reading.application == Outcome::Failure {
        if let (Some(id), Some(number)) = (id, number.filter(|number| *number != 0)) {
            reading.findings.push(RawFinding {
                code: number,
                meant_as: MeantAs::Application,
                owner: None,
                origin: Origin::Body,
                message: text.clone(),
                span: message.span(id.text_span()),
            });
        }
        reading.implied_status = Some(ALERT);
        reading.fault = Some(Fault {
            kind: id.map(|id| format!("ErrorID {}", id.text())),
            message: text,
            detail: detail(result, info),
            ..Fault::default()
        });
    }
    Some(reading)
}

/// The `Result` that carries a status, as an attribute or as a child.
fn result(xml: &Xml) -> Option<Element<'_>> {
    xml.elements().find(|element| element.name() == "Result" && status(*element).is_some())
}

fn status(result: Element<'_>) -> Option<(&str, core::ops::Range<usize>)> {
    result
        .attribute("Status")
        .or_else(|| result.child("Status").map(|child| (child.text(), child.text_span())))
}

fn detail(result: Element<'_>, info: Element<'_>) -> Option<String> {
    let details = result.child("Details").and_then(|details| details.child_text("ErrorDetails"));
    let retry = info
        .child_text("RetryAfter")
        .map(|value| format!("RetryAfter: {value} (unit not documented)"));
    match (details, retry) {
        (Some(details), Some(retry)) => Some(format!("{details}; {retry}")),
        (details, retry) => details.or(retry),
    }
}
