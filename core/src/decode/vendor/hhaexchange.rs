//! HHAeXchange: SOAP 1.1 with a `Result` that says how it ended, often under HTTP 200.
//!
//! Source: the vendor's service description for the wrapper; `Result/@Status` and `ErrorInfo` from
//! public clients. There is no public list of `ErrorID`s, so none is explained.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Reader, hhaexchange_rest, strong, weak};
use crate::catalog::Outcome;
use crate::code::Code;
use crate::decode::convention::joined;
use crate::decode::output::{Evidence, Fault, Origin, Record};
use crate::decode::payload::Payload;
use crate::decode::payload::xml::{Element, Xml};
use crate::decode::reading::{Inference, MeantAs, Message, RawFinding, Reading};

pub(super) const READER: Reader =
    Reader { vendor: "hhaexchange", hosts: &["hhaexchange.com"], records: &[], marks, asks, read };

const NAMESPACE: &str = "https://www.hhaexchange.com/apis/hhaws.integration";
/// Under which code the vendor's page puts alerts that come with a message.
const ALERT: u16 = 400;
/// Why a message in a failed result is taken for such an alert; what an `ErrorID` means is said by nobody.
const ALERT_BECAUSE: &str = "Nothing here says whose fault it is, so this is concluded: HHAeXchange's page has alerts that come with an error message under 400, and the sending side resolves whatever is 4xx. What HHAeXchange itself has to resolve comes as 5xx.";
const TOO_MANY_BECAUSE: &str =
    "The message says that there were too many requests, which HHAeXchange's page has under 429.";
const OWN_FAULT: &str = "If the message speaks of a fault inside HHAeXchange, report it there with the ErrorID, the time and the operation.";
const WAIT: &str =
    "Wait before you send again, as RetryAfter asks; in which unit it counts is not documented.";

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let Payload::Xml(xml) = &message.payload else { return Vec::new() };
    if let Some(element) = xml.elements().find(|element| element.namespace() == Some(NAMESPACE)) {
        let start = element.span().start;
        let behind = message.text().get(start..).unwrap_or_default();
        let length = behind.find([' ', '>', '/', '\n', '\r', '\t']).unwrap_or(behind.len());
        let tag = start..start.saturating_add(length);
        return vec![strong("the integration namespace of HHAeXchange", message.span(tag))];
    }
    // In another namespace it is somebody else's.
    let own = results(xml).find(|result| result.namespace().is_none());
    match own.filter(|result| result.child("ErrorInfo").is_some()) {
        Some(result) => vec![weak("a `Result` with `ErrorInfo`", message.span(result.span()))],
        None => Vec::new(),
    }
}

/// Every operation begins with who asks.
fn asks(message: &Message<'_>) -> bool {
    let Payload::Xml(xml) = &message.payload else { return false };
    let is_own = |element: &Element<'_>| {
        element.name() == "Authentication"
            && element.namespace().is_none_or(|namespace| namespace == NAMESPACE)
            && element.child("AppKey").or(element.child("AppSecret")).is_some()
    };
    xml.elements().any(|element| is_own(&element)) && results(xml).next().is_none()
}

fn read(message: &Message<'_>) -> Option<Reading> {
    match &message.payload {
        Payload::Xml(xml) => read_results(message, xml),
        Payload::Json(json) => hhaexchange_rest::read(message, json.root()?),
        _ => None,
    }
}

fn read_results(message: &Message<'_>, xml: &Xml) -> Option<Reading> {
    let answers: Vec<Answer<'_>> = results(xml).map(Answer::of).collect();
    // The first that failed says what went wrong.
    let told = answers.iter().find(|answer| answer.failed).or_else(|| answers.first())?;
    let mut reading = Reading::new("hhaexchange-result");
    reading.application = if told.failed { Outcome::Failure } else { Outcome::Success };
    if answers.len() > 1 {
        for answer in &answers {
            reading.push_record(answer.record(message), message.limits);
        }
        reading.application = reading.outcome_of_records();
    }
    if told.failed {
        if let Some((id, number)) = told.error_id() {
            reading.findings.push(RawFinding {
                code: number,
                meant_as: MeantAs::Application,
                owner: None,
                origin: Origin::Body,
                message: told.text.clone(),
                span: message.span(id.text_span()),
            });
        }
        // Where some went through, their records tell.
        let says_enough =
            |status: &u16| *status != ALERT || reading.application == Outcome::Failure;
        reading.implied_status = told.implied_status().filter(says_enough);
        reading.inference = told.inference();
        reading.fault = Some(Fault {
            kind: told.id.map(|id| format!("ErrorID {}", id.text())),
            message: told.text.clone(),
            detail: told.detail(),
            ..Fault::default()
        });
        reading.field_errors = told
            .text
            .as_deref()
            .map(|text| hhaexchange_rest::reasons(text, message.limits))
            .unwrap_or_default();
    }
    Some(reading)
}

/// One `Result`, with its error where it has one.
struct Answer<'a> {
    result: Element<'a>,
    info: Element<'a>,
    id: Option<Element<'a>>,
    text: Option<String>,
    failed: bool,
}

impl<'a> Answer<'a> {
    fn of(result: Element<'a>) -> Self {
        let info = result.child("ErrorInfo").unwrap_or(result);
        let id = info.child("ErrorID");
        let text = info.child_text("ErrorMessage");
        let is_zero = id.is_none_or(|id| id.text().is_empty() || id.text().parse() == Ok(0u32));
        let says_success =
            status(result).is_some_and(|status| status.eq_ignore_ascii_case("success"));
        // A success may carry ErrorID 0 with an empty message.
        let failed = !(says_success && is_zero && text.is_none());
        Self { result, info, id, text, failed }
    }

    /// The number of the error, where it is one.
    fn error_id(&self) -> Option<(Element<'a>, u32)> {
        let id = self.id?;
        let number = id.text().parse().ok().filter(|number| *number != 0)?;
        Some((id, number))
    }

    /// The status that the vendor gives to what happened, where the answer tells it.
    fn implied_status(&self) -> Option<u16> {
        const TOO_MANY: &str = "too many requests";
        let says_too_many = self
            .text
            .as_deref()
            .and_then(|text| text.get(..TOO_MANY.len()))
            .is_some_and(|start| start.eq_ignore_ascii_case(TOO_MANY));
        if says_too_many {
            return Some(429);
        }
        self.text.as_ref().map(|_| ALERT)
    }

    /// Why that is so, and what the result says beside it.
    fn inference(&self) -> Option<Inference> {
        let is_alert = self.implied_status()? == ALERT;
        let waits = self.wait().is_some();
        let steps = [waits.then_some(WAIT), is_alert.then_some(OWN_FAULT)];
        let because = if is_alert { ALERT_BECAUSE } else { TOO_MANY_BECAUSE };
        let steps = steps.into_iter().flatten().collect();
        Some(Inference { because, is_open: is_alert, steps, asks_to_wait: waits })
    }

    fn wait(&self) -> Option<String> {
        self.info.child_text("RetryAfter")
    }

    fn record(&self, message: &Message<'_>) -> Record {
        Record {
            outcome: if self.failed { Outcome::Failure } else { Outcome::Success },
            code: self.error_id().map(|(_, number)| Code::new(number)),
            message: self.text.clone(),
            // The element around a result is named after the operation.
            reference: self.result.parent().map(|parent| parent.name().into()),
            span: message.span(self.result.span()),
        }
    }

    fn detail(&self) -> Option<String> {
        let details =
            self.result.child("Details").and_then(|details| details.child_text("ErrorDetails"));
        let retry = self.wait().map(|value| format!("RetryAfter: {value} (unit not documented)"));
        joined([details, retry])
    }
}

/// Every `Result` that carries a status, as an attribute or as a child.
fn results(xml: &Xml) -> impl Iterator<Item = Element<'_>> {
    xml.elements().filter(|element| element.name() == "Result" && status(*element).is_some())
}

fn status(result: Element<'_>) -> Option<&str> {
    let attribute = result.attribute("Status").map(|(value, _)| value);
    attribute.or_else(|| result.child("Status").map(Element::text))
}
