//! Any other JSON object under a failed status that says in one member what happened.

use alloc::string::String;

use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading};

/// Where services put the words, the most telling first.
const MEMBERS: &[&str] =
    &["message", "Message", "error_description", "detail", "title", "error", "errorMessage"];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    message.status().filter(|status| *status >= 400)?;
    let root = json.root()?;
    let nested = root.get("error").filter(|error| error.is_object());
    let text = [Some(root), nested].into_iter().flatten().find_map(|object| {
        MEMBERS.iter().find_map(|name| object.get(name).and_then(Value::as_str))
    })?;
    Some(Reading {
        fault: Some(Fault { message: Some(String::from(text)), ..Fault::default() }),
        ..Reading::new("json")
    })
}
