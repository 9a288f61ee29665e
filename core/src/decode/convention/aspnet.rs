//! The error object of ASP.NET Web API 2, in JSON and XML: `Message` with capitals, and more in debug builds.
//!
//! Source: learn.microsoft.com `System.Web.Http.HttpError`: `Message`, `MessageDetail`, `ModelState`,
//! `ExceptionMessage`, `ExceptionType`, `StackTrace`, `InnerException`. It names no status.

use alloc::string::String;

use super::causes::chain;
use crate::catalog::Outcome;
use crate::decode::options::DecodeLimits;
use crate::decode::output::{Fault, FieldError};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

/// The members beside `Message` that hardly any other service has.
const OWN_MEMBERS: &[&str] =
    &["MessageDetail", "ModelState", "ExceptionMessage", "ExceptionType", "StackTrace"];

/// What the default filter for sign-in answers, with no other member.
const DENIED: &str = "Authorization has been denied for this request.";

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let mut reading = Reading::new("aspnet-error");
    reading.application = Outcome::Failure;
    let most = message.limits.field_errors_read();
    match &message.payload {
        Payload::Json(json) => {
            let root = json.root()?;
            let failed = message.status().is_some_and(|status| status >= 400);
            let text = root.get("Message").and_then(Value::as_str);
            let is_denied = text == Some(DENIED);
            let is_sole = text.is_some() && root.members().count() == 1;
            if !(is_error(root) || is_sole && (failed || is_denied)) {
                return None;
            }
            reading.implied_status = is_denied.then_some(401);
            reading.fault = chain(
                root,
                json_fault,
                |fault| fault.get("InnerException").filter(|inner| inner.is_object()),
                message.limits,
                &mut reading.notices,
            );
            let state = root.get("ModelState").into_iter().flat_map(Value::members);
            reading.field_errors = state
                .flat_map(|(name, messages)| {
                    let single = messages.to_text().into_iter();
                    let all = single.chain(messages.items().filter_map(Value::to_text));
                    all.map(move |text| field_error(name, text))
                })
                .take(most)
                .collect();
        }
        Payload::Xml(xml) => {
            let root = xml.root().filter(|root| is_xml_error(*root))?;
            reading.fault = chain(
                root,
                xml_fault,
                |fault| fault.child("InnerException"),
                message.limits,
                &mut reading.notices,
            );
            let state = root.child("ModelState").into_iter().flat_map(Element::children);
            reading.field_errors = state
                .map(|child| field_error(child.name(), child.text().into()))
                .take(most)
                .collect();
        }
        _ => return None,
    }
    Some(reading)
}

fn is_error(root: Value<'_>) -> bool {
    let own = OWN_MEMBERS.iter().any(|name| root.get(name).is_some());
    let text = |name: &str| root.get(name).and_then(Value::as_str).is_some();
    own && (text("Message") || text("ExceptionMessage"))
}

/// `<Error><Message>…</Message></Error>`; with a `Code` it is somebody else's.
fn is_xml_error(root: Element<'_>) -> bool {
    let sole = || root.children().all(|child| child.name() == "Message");
    root.name() == "Error"
        && root.child_text("Message").is_some()
        && (sole() || OWN_MEMBERS.iter().any(|name| root.child(name).is_some()))
}

fn json_fault(error: Value<'_>, _: &DecodeLimits) -> Fault {
    fault(|name| error.get(name).and_then(Value::to_text).filter(|text| !text.is_empty()))
}

fn xml_fault(error: Element<'_>, _: &DecodeLimits) -> Fault {
    fault(|name| error.child_text(name))
}

/// `Message` is a set phrase; what happened stands in `ExceptionMessage` or `MessageDetail`.
fn fault(text: impl Fn(&str) -> Option<String>) -> Fault {
    Fault {
        kind: text("ExceptionType"),
        message: text("Message"),
        detail: text("ExceptionMessage").or_else(|| text("MessageDetail")),
        stack: text("StackTrace"),
        ..Fault::default()
    }
}

fn field_error(name: &str, message: String) -> FieldError {
    let field: Option<String> = if name.is_empty() { None } else { Some(name.into()) };
    FieldError { field, message }
}
