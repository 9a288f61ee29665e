//! SOAP faults, versions 1.1 and 1.2.

use alloc::string::String;

use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

const SOAP_1_1: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP_1_2: &str = "http://www.w3.org/2003/05/soap-envelope";

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Xml(xml) = &message.payload else { return None };
    let envelope = xml.root().filter(|root| root.name() == "Envelope")?;
    let is_1_2 = match envelope.namespace() {
        Some(SOAP_1_1) => false,
        Some(SOAP_1_2) => true,
        _ => return None,
    };
    let fault = envelope.child("Body").and_then(|body| body.child("Fault"));
    let Some(fault) = fault else {
        // What an application says inside is for the vendor's reader.
        return Some(Reading::new("soap"));
    };
    let (fault, sender) = if is_1_2 { read_1_2(fault) } else { read_1_1(fault) };
    Some(Reading {
        application: Outcome::Failure,
        // SOAP 1.2 part 2 section 7.5: Sender is 400, all else 500; SOAP 1.1 section 6.2: always 500.
        implied_status: Some(if is_1_2 && sender { 400 } else { 500 }),
        fault: Some(fault),
        ..Reading::new("soap-fault")
    })
}

fn read_1_1(fault: Element<'_>) -> (Fault, bool) {
    let kind = fault.child_text("faultcode");
    let sender = kind
        .as_deref()
        .is_some_and(|code| code.rsplit(':').next().is_some_and(|code| code.starts_with("Client")));
    let read = Fault {
        kind,
        message: fault.child_text("faultstring"),
        detail: fault.child("detail").and_then(inner_text),
        ..Fault::default()
    };
    (read, sender)
}

fn read_1_2(fault: Element<'_>) -> (Fault, bool) {
    let kind = fault.child("Code").and_then(|code| code.child_text("Value"));
    let sender = kind.as_deref().is_some_and(|code| code.ends_with("Sender"));
    let read = Fault {
        kind,
        message: fault.child("Reason").and_then(|reason| reason.child_text("Text")),
        detail: fault.child("Detail").and_then(inner_text),
        ..Fault::default()
    };
    (read, sender)
}

/// The element's text, or that of the elements right inside it.
fn inner_text(element: Element<'_>) -> Option<String> {
    let own = element.text();
    if !own.is_empty() {
        return Some(own.into());
    }
    let mut joined = String::new();
    for child in element.children().filter(|child| !child.text().is_empty()) {
        if !joined.is_empty() {
            joined.push_str("; ");
        }
        joined.push_str(child.name());
        joined.push_str(": ");
        joined.push_str(child.text());
    }
    if joined.is_empty() { None } else { Some(joined) }
}
