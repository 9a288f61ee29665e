//! FHIR bundles that answer a batch or a transaction: every entry has a status of its own.
//!
//! Source: hl7.org/fhir/http (section "batch/transaction"), hl7.org/fhir/bundle: `entry.response.status` begins with the HTTP status,
//! `entry.response.outcome` is an `OperationOutcome` with the reasons. The bundle itself comes under 200.

use alloc::format;
use alloc::string::String;

use super::operation_outcome::{Told, told_in_json, told_in_xml};
use crate::catalog::Outcome;
use crate::code::Code;
use crate::decode::output::Record;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading, Term};

const TYPES: &[&str] = &["batch-response", "transaction-response"];
/// What holds where the entries failed for different reasons.
const SEVERAL: Term = Term {
    name: "batch-response",
    condition: "",
    summary: "Each entry failed for a reason of its own.",
    steps: &[
        "Read the status and the outcome of each entry.",
        "Correct and send again only what failed.",
    ],
    source: "FHIR, section batch/transaction,",
};

/// What an entry says of itself.
struct Entry {
    status: Option<String>,
    reference: Option<String>,
    told: Option<Told>,
    span: core::ops::Range<usize>,
}

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let mut reading = Reading::new("fhir-bundle");
    let mut answers = Answers::default();
    match &message.payload {
        Payload::Json(json) => {
            let root = json.root()?;
            let text = |name: &str| root.get(name).and_then(Value::as_str);
            if text("resourceType") != Some("Bundle") || !TYPES.contains(&text("type")?) {
                return None;
            }
            let entries = root.get("entry").into_iter().flat_map(Value::items);
            for entry in entries.filter_map(json_entry) {
                answers.add(&mut reading, message, entry);
            }
        }
        Payload::Xml(xml) => {
            let root = xml.root().filter(|root| root.name() == "Bundle")?;
            let kind = root.child("type").and_then(value)?;
            if !TYPES.contains(&kind.as_str()) {
                return None;
            }
            for entry in root.children().filter_map(xml_entry) {
                answers.add(&mut reading, message, entry);
            }
        }
        _ => return None,
    }
    if reading.records.is_empty() {
        return None;
    }
    reading.application = reading.outcome_of_records();
    if reading.application == Outcome::Failure {
        reading.implied_status = answers.status.filter(|_| !answers.differ);
        reading.term = if answers.differ { Some(&SEVERAL) } else { answers.term };
    }
    Some(reading)
}

/// What the entries that failed have in common.
#[derive(Default)]
struct Answers {
    status: Option<u16>,
    term: Option<&'static Term>,
    differ: bool,
}

impl Answers {
    fn add(&mut self, reading: &mut Reading, message: &Message<'_>, entry: Entry) {
        let status: Option<u16> = entry
            .status
            .as_deref()
            .and_then(|status| status.get(..3))
            .and_then(|digits| digits.parse().ok())
            .filter(|status| (100..=599).contains(status));
        let outcome = match status {
            Some(200..=399) => Outcome::Success,
            Some(400..) => Outcome::Failure,
            _ => Outcome::Unknown,
        };
        let said = entry.told.as_ref().map(|told| told.text.clone());
        if outcome == Outcome::Failure {
            let term = entry.told.and_then(|told| told.term);
            let is_first = self.status.is_none();
            self.differ |= !is_first && (self.status, self.term) != (status, term);
            (self.status, self.term) = (status, term);
        }
        reading.push_record(
            Record {
                outcome,
                code: status.map(Code::from),
                message: said.filter(|text| !text.is_empty()),
                // The answers stand in the order of the requests.
                reference: entry
                    .reference
                    .or_else(|| Some(format!("Bundle.entry[{}]", reading.records.len()))),
                span: message.span(entry.span),
            },
            message.limits,
        );
    }
}

fn json_entry(entry: Value<'_>) -> Option<Entry> {
    let response = entry.get("response")?;
    let text = |value: Value<'_>, name: &str| value.get(name).and_then(Value::to_text);
    Some(Entry {
        status: text(response, "status"),
        reference: text(response, "location").or_else(|| text(entry, "fullUrl")),
        told: response.get("outcome").and_then(told_in_json),
        span: response.span(),
    })
}

fn xml_entry(entry: Element<'_>) -> Option<Entry> {
    let response = entry.child("response").filter(|_| entry.name() == "entry")?;
    let text = |element: Element<'_>, name: &str| element.child(name).and_then(value);
    let outcome = response.child("outcome").and_then(|outcome| outcome.child("OperationOutcome"));
    Some(Entry {
        status: text(response, "status"),
        reference: text(response, "location").or_else(|| text(entry, "fullUrl")),
        told: outcome.and_then(told_in_xml),
        span: response.span(),
    })
}

fn value(element: Element<'_>) -> Option<String> {
    element.attribute("value").map(|(value, _)| value.into())
}
