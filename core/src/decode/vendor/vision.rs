//! Vision by Ontech Solutions: the request's XML comes back with a `RES` in each record.
//!
//! Source: the vendor's pages on its POST services, which show `RES/Code` (200 or 400) and `RES/Message`.
//! HTTP 207 means that the records differ, 400 that all failed.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Reader, weak};
use crate::catalog::Outcome;
use crate::code::Code;
use crate::decode::output::{Evidence, Fault, FieldError, Record, Weight};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::{Element, Xml};
use crate::decode::reading::{Message, Reading};

pub(super) const READER: Reader = Reader { vendor: "vision", hosts: &[], marks, read };

/// The whole answer where a POST was only queued.
const QUEUED: &str = "Data saved for processing";
/// How the plain-text content of a 406 begins.
const REFUSED: &str = "Failed validation because field '";
/// What names a record, the first of these that it has.
const REFERENCES: &[&str] =
    &["DocRef", "OrderNumber", "OrderRef", "Reference", "ProductCode", "Code"];

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    match &message.payload {
        Payload::Xml(xml) => results(xml)
            .next()
            .map(|result| Evidence {
                mark: "a `RES` element with `Code` and `Message` in a record".into(),
                weight: Weight::Strong,
                span: Some(message.span(result.span())),
            })
            .into_iter()
            .collect(),
        Payload::Json(json) => json
            .root()
            .and_then(|root| root.get(".issued").filter(|_| root.get(".expires").is_some()))
            .map(|issued| {
                weak("a token reply with `.issued` and `.expires`", message.span(issued.span()))
            })
            .into_iter()
            .collect(),
        Payload::Text => {
            let text = message.text();
            let known = text.trim() == QUEUED || text.trim_start().starts_with(REFUSED);
            let start = text.len().saturating_sub(text.trim_start().len());
            let end = start.saturating_add(text.trim().len());
            if known {
                vec![weak("a text that Vision answers with", message.span(start..end))]
            } else {
                Vec::new()
            }
        }
        Payload::Html | Payload::Empty => Vec::new(),
    }
}

fn read(message: &Message<'_>) -> Option<Reading> {
    match &message.payload {
        Payload::Xml(xml) => read_records(message, xml),
        Payload::Json(json) => {
            let root = json.root()?;
            root.get("access_token")
                .filter(|_| root.get("token_type").and_then(Value::as_str).is_some())?;
            Some(Reading { application: Outcome::Success, ..Reading::new("token-reply") })
        }
        Payload::Text => read_text(message.text().trim()),
        Payload::Html | Payload::Empty => None,
    }
}

fn read_records(message: &Message<'_>, xml: &Xml) -> Option<Reading> {
    let mut reading = Reading::new("vision-records");
    for result in results(xml) {
        let number = result.child("Code").and_then(|code| code.text().parse().ok());
        let text = result.child_text("Message");
        let outcome = match number {
            Some(200) => Outcome::Success,
            Some(_) => Outcome::Failure,
            None => Outcome::Unknown,
        };
        reading.push_record(Record {
            outcome,
            code: number.map(Code::new),
            message: text,
            reference: result.parent().and_then(reference),
            span: message.span(result.span()),
        });
    }
    if reading.records.is_empty() {
        return None;
    }
    reading.application = reading.outcome_of_records();
    reading.implied_status = match reading.application {
        Outcome::Success => Some(200),
        Outcome::Failure => Some(400),
        _ => Some(207),
    };
    Some(reading)
}

fn read_text(text: &str) -> Option<Reading> {
    if text == QUEUED {
        // The records are saved, not yet checked.
        return Some(Reading {
            application: Outcome::Success,
            implied_status: Some(200),
            ..Reading::new("vision-text")
        });
    }
    let field = text.strip_prefix(REFUSED)?.split('\'').next().filter(|field| !field.is_empty());
    Some(Reading {
        application: Outcome::Failure,
        implied_status: Some(406),
        fault: Some(Fault { message: Some(text.into()), ..Fault::default() }),
        field_errors: vec![FieldError { field: field.map(String::from), message: text.into() }],
        ..Reading::new("vision-text")
    })
}

fn results(xml: &Xml) -> impl Iterator<Item = Element<'_>> {
    xml.elements().filter(|element| {
        element.name() == "RES"
            && element.child("Code").is_some()
            && element.child("Message").is_some()
    })
}

fn reference(record: Element<'_>) -> Option<String> {
    REFERENCES.iter().find_map(|name| record.child_text(name))
}
