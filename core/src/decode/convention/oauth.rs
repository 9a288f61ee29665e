//! OAuth 2 error answers (RFC 6749 section 5.2): a snake-case `error` with its description.
//!
//! `error_detail` and `data` are additions of servers, as in santedb-restsvc `OAuthError.cs`.

use alloc::format;
use alloc::string::String;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::limits::FIELD_ERRORS_READ;
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

pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let error = root.get("error").and_then(Value::as_str)?;
    // A phrase such as "Bad Request" is somebody else's `error`.
    let is_token =
        !error.is_empty() && error.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let text = |name: &str| {
        root.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(String::from)
    };
    let described = ["error_description", "error_uri"].iter().any(|name| root.get(name).is_some());
    if !is_token || !(described || ERRORS.contains(&error)) {
        return None;
    }
    let page = text("error_uri").map(|page| format!("error_uri: {page}"));
    Some(Reading {
        application: Outcome::Failure,
        implied_status: Some(status_of(error)),
        fault: Some(Fault {
            kind: Some(error.into()),
            message: text("error_description"),
            detail: joined([text("error_detail"), root.get("data").and_then(data), page]),
            ..Fault::default()
        }),
        ..Reading::new("oauth-error")
    })
}

/// RFC 6749 (5.2, 4.1.2.1) and RFC 6750 (3.1); all others come under 400.
fn status_of(error: &str) -> u16 {
    match error {
        "invalid_client" | "invalid_token" => 401,
        "insufficient_scope" => 403,
        "server_error" => 500,
        "temporarily_unavailable" => 503,
        _ => 400,
    }
}

/// The members of an object, as `name: value`.
fn data(data: Value<'_>) -> Option<String> {
    let parts = data.members().take(FIELD_ERRORS_READ);
    joined(parts.map(|(name, value)| value.to_text().map(|value| format!("{name}: {value}"))))
}
