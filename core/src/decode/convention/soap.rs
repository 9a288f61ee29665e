//! SOAP faults, versions 1.1 and 1.2, also as fragments that lost their declarations or their envelope.
//!
//! Source: SOAP 1.1 section 4.4; SOAP 1.2 part 1 section 5.4. The fault's own children tell the versions
//! apart, since a paste often lacks the namespace.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::limits::MAX_DETAILS;
use crate::decode::output::{Fault, Notice, NoticeCode};
use crate::decode::payload::Payload;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

/// SOAP 1.1 and 1.2.
const NAMESPACES: &[&str] =
    &["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"];
/// Fault codes whose sender has to act: SOAP 1.1 section 4.4.1, and WS-Security section 12.
const STATUSES: &[(&str, u16)] = &[
    ("Client", 400),
    ("MustUnderstand", 400),
    ("VersionMismatch", 400),
    ("FailedAuthentication", 401),
    ("InvalidSecurityToken", 401),
    ("SecurityTokenUnavailable", 401),
    ("InvalidSecurity", 400),
    ("UnsupportedSecurityToken", 400),
    ("FailedCheck", 400),
    ("ActionNotSupported", 400),
];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Xml(xml) = &message.payload else { return None };
    let root = xml.root()?;
    let is_envelope = root.name() == "Envelope" && is_soap(root);
    let fault = if is_envelope {
        root.child("Body").and_then(|body| body.child("Fault"))
    } else {
        // A fragment begins where somebody began to copy.
        match root.name() {
            "Fault" => Some(root),
            "Body" => root.child("Fault"),
            _ => None,
        }
        .filter(|fault| is_soap(*fault))
    };
    let Some(fault) = fault else {
        // What an application says inside is for the vendor's reader.
        let declared = is_envelope && root.namespace().is_some();
        return declared.then(|| Reading::new("soap"));
    };
    let mut notices = Vec::new();
    let (fault, status) =
        read_1_2(fault, &mut notices).or_else(|| read_1_1(fault, &mut notices))?;
    Some(Reading {
        application: Outcome::Failure,
        implied_status: Some(status),
        fault: Some(fault),
        notices,
        ..Reading::new("soap-fault")
    })
}

/// An element of SOAP, or one whose declaration was not pasted.
fn is_soap(element: Element<'_>) -> bool {
    element.namespace().is_none_or(|namespace| NAMESPACES.contains(&namespace))
}

/// SOAP 1.1 section 6.2: always under 500; but section 4.4.1 has the sender mend what `Client` refuses.
fn read_1_1(fault: Element<'_>, notices: &mut Vec<Notice>) -> Option<(Fault, u16)> {
    if fault.child("faultcode").is_none() && fault.child("faultstring").is_none() {
        return None;
    }
    let kind = fault.child_text("faultcode");
    let code = kind.as_deref().and_then(|kind| kind.rsplit(':').next()).unwrap_or_default();
    let status = STATUSES
        .iter()
        .find(|(known, _)| code.split('.').next() == Some(known))
        .map_or(500, |(_, status)| *status);
    let (detail, stack) =
        fault.child("detail").map(|detail| details(detail, notices)).unwrap_or_default();
    let actor = fault.child_text("faultactor").map(|actor| format!("faultactor: {actor}"));
    let read = Fault {
        kind,
        message: fault.child_text("faultstring"),
        detail: joined([detail, actor]),
        stack,
        ..Fault::default()
    };
    Some((read, status))
}

/// SOAP 1.2 part 2 section 7.5: `Sender` is under 400, all else under 500.
fn read_1_2(fault: Element<'_>, notices: &mut Vec<Notice>) -> Option<(Fault, u16)> {
    let code = fault.child("Code")?;
    let kind = code.child_text("Value")?;
    let is_sender = kind.rsplit(':').next() == Some("Sender");
    let (detail, stack) =
        fault.child("Detail").map(|detail| details(detail, notices)).unwrap_or_default();
    let named = |name: &str| fault.child_text(name).map(|text| format!("{name}: {text}"));
    let read = Fault {
        kind: Some(with_subcodes(code, kind)),
        message: fault.child("Reason").and_then(reason),
        detail: joined([detail, named("Node"), named("Role")]),
        stack,
        ..Fault::default()
    };
    Some((read, if is_sender { 400 } else { 500 }))
}

/// `env:Sender / m:Timeout`: each subcode says more than the one around it.
fn with_subcodes(code: Element<'_>, mut kind: String) -> String {
    let mut next = code.child("Subcode");
    while let Some(subcode) = next {
        if let Some(value) = subcode.child_text("Value") {
            kind.push_str(" / ");
            kind.push_str(&value);
        }
        next = subcode.child("Subcode");
    }
    kind
}

/// The reason in English, else in the language that stands first.
fn reason(reason: Element<'_>) -> Option<String> {
    let texts = || reason.children().filter(|child| child.name() == "Text");
    let is_english = |text: &Element<'_>| {
        text.attribute("xml:lang").is_some_and(|(language, _)| {
            language.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"))
        })
    };
    let chosen = texts().find(is_english).or_else(|| texts().next())?;
    Some(chosen.text()).filter(|text| !text.is_empty()).map(String::from)
}

/// The element's text or the texts of all inside it, and the stack trace among them.
fn details(element: Element<'_>, notices: &mut Vec<Notice>) -> (Option<String>, Option<String>) {
    let own = element.text();
    if !own.is_empty() {
        return (Some(own.into()), None);
    }
    let mut stack = None;
    let mut parts: Vec<Option<String>> = Vec::new();
    let mut open: Vec<Element<'_>> = element.children().collect();
    open.reverse();
    while let Some(inner) = open.pop() {
        if parts.len() >= MAX_DETAILS {
            notices.push(Notice {
                code: NoticeCode::TooMany,
                message:
                    "The detail of the fault holds more than 32 texts; the rest is not listed."
                        .into(),
                span: None,
            });
            break;
        }
        let text = inner.text();
        if inner.name() == "StackTrace" && stack.is_none() && !text.is_empty() {
            stack = Some(text.into());
        } else if !text.is_empty() {
            parts.push(Some(format!("{}: {text}", inner.name())));
        }
        let mut children: Vec<Element<'_>> = inner.children().collect();
        children.reverse();
        open.append(&mut children);
    }
    (joined(parts), stack)
}
