//! OAuth 2 error answers (RFC 6749 section 5.2): a snake-case `error` with its description.

use alloc::string::String;

use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading};

/// The errors that RFC 6749 (5.2, 4.1.2.1), RFC 6750 (3.1) and RFC 8628 (3.5) register.
const ERRORS: &[&str] = &[
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
    "access_denied",
    "unsupported_response_type",
    "server_error",
    "temporarily_unavailable",
    "invalid_token",
    "insufficient_scope",
    "authorization_pending",
    "slow_down",
    "expired_token",
];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let error = root.get("error").and_then(Value::as_str)?;
    // A phrase such as "Bad Request" is somebody else's `error`.
    let is_token =
        !error.is_empty() && error.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let described = root.get("error_description").is_some();
    if !is_token || !(described || ERRORS.contains(&error)) {
        return None;
    }
    Some(Reading {
        application: Outcome::Failure,
        implied_status: Some(if error == "invalid_client" { 401 } else { 400 }),
        fault: Some(Fault {
            kind: Some(error.into()),
            message: root.get("error_description").and_then(Value::as_str).map(String::from),
            ..Fault::default()
        }),
        ..Reading::new("oauth-error")
    })
}
