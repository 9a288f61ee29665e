//! Vision by Ontech Solutions: the request's XML comes back with a `RES` in each record.
//!
//! Source: the vendor's pages on its POST services, which show `RES/Code` (200 or 400) and `RES/Message`.
//! HTTP 207 means that the records differ, 400 that all failed.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Reader, strong, weak};
use crate::catalog::Outcome;
use crate::code::Code;
use crate::decode::output::{Evidence, Fault, FieldError, Record};
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

/// Roots of the requests that the vendor's pages show; the answer keeps them.
const ROOTS: &[&str] = &[
    "ORDERS",
    "PRODUCTS",
    "PREADVICES",
    "MANUFACTURING",
    "FUSIONS",
    "Order",
    "Orders",
    "SO",
    "PC",
    "PA",
    "MC",
    "FO",
];

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let mark = match &message.payload {
        Payload::Xml(xml) => results(xml).next().map(|result| {
            let is_own = xml.root().is_some_and(|root| ROOTS.contains(&root.name()));
            let weigh = if is_own { strong } else { weak };
            weigh(
                "a `RES` element with `Code` and `Message` in a record",
                message.span(result.span()),
            )
        }),
        Payload::Json(json) => json.root().and_then(|root| {
            if let Some(text) = root.as_str() {
                let known = is_own_text(text).then(|| message.span(root.span()))?;
                return Some(weak("a text that Vision answers with", known));
            }
            let issued = root.get(".issued").filter(|_| root.get(".expires").is_some())?;
            let span = message.span(issued.span());
            Some(weak("a token reply with `.issued` and `.expires`", span))
        }),
        Payload::Text => {
            let text = message.text();
            let start = text.len().saturating_sub(text.trim_start().len());
            let end = start.saturating_add(text.trim().len());
            is_own_text(text.trim())
                .then(|| weak("a text that Vision answers with", message.span(start..end)))
        }
        _ => None,
    };
    mark.into_iter().collect()
}

fn is_own_text(text: &str) -> bool {
    text == QUEUED || text.starts_with(REFUSED)
}

fn read(message: &Message<'_>) -> Option<Reading> {
    match &message.payload {
        Payload::Xml(xml) => read_records(message, xml),
        Payload::Json(json) => {
            let root = json.root()?;
            if let Some(text) = root.as_str() {
                return read_text(text);
            }
            root.get("access_token")
                .filter(|_| root.get("token_type").and_then(Value::as_str).is_some())?;
            Some(Reading { application: Outcome::Success, ..Reading::new("token-reply") })
        }
        Payload::Text => read_text(message.text().trim()),
        _ => None,
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
            && element.child("Code").is_some_and(|code| code.text().parse::<u32>().is_ok())
            && element.child("Message").is_some()
            // The vendor's records are in no namespace.
            && element.namespace().is_none()
    })
}

fn reference(record: Element<'_>) -> Option<String> {
    REFERENCES.iter().find_map(|name| record.child_text(name))
}
