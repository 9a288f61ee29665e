//! Any other JSON object or XML element under a failed status that says in one member what happened.

use alloc::string::String;

use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading};

/// Where services put the words, the most telling first.
const MEMBERS: &[&str] =
    &["message", "Message", "error_description", "detail", "title", "error", "errorMessage"];
/// Where XML services put a word for the error.
const CODES: &[&str] = &["Code", "code"];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    message.status().filter(|status| *status >= 400)?;
    let (format, kind, text) = match &message.payload {
        Payload::Json(json) => {
            let root = json.root()?;
            let nested = root.get("error").filter(|error| error.is_object());
            let text = [Some(root), nested].into_iter().flatten().find_map(|object| {
                MEMBERS.iter().find_map(|name| object.get(name).and_then(Value::as_str))
            })?;
            ("json", None, String::from(text))
        }
        Payload::Xml(xml) => {
            let root = xml.root()?;
            let text = |names: &[&str]| names.iter().find_map(|name| root.child_text(name));
            ("xml", text(CODES), text(MEMBERS)?)
        }
        _ => return None,
    };
    let fault = Fault { kind, message: Some(text), ..Fault::default() };
    Some(Reading { fault: Some(fault), ..Reading::new(format) })
}
