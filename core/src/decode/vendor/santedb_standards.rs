//! Where SanteDB answers as a standard says: its token service, its FHIR layer, its HL7 version 2 layer.
//!
//! Source: santedb-restsvc `OAuthError.cs`; santedb-fhir `DataTypeConverter.cs`; santedb-hl7
//! `MessageHandlerBase.cs`. Each says more than the standard in a few words of its own.

use super::santedb_messages::acknowledged;
use crate::decode::convention::{self, hl7_acknowledgement};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading, Term};

/// Errors of its token service that RFC 6749 does not know.
const OAUTH_ERRORS: &[Term] = &[
    Term {
        name: "mfa_required",
        condition: "verification-required",
        summary: "The name and the password are not enough: SanteDB wants a second factor.",
        steps: &["Have the person enter the second factor, and send it with the request."],
        source: OAUTH_SOURCE,
    },
    Term {
        name: "password_expired",
        condition: "verification-required",
        summary: "The password of the user has expired.",
        steps: &["Have the person set a new password, then sign in with it."],
        source: OAUTH_SOURCE,
    },
    Term {
        name: "missing_claim",
        condition: "missing-value",
        summary: "SanteDB wants one more statement before it gives the token; `data` names it.",
        steps: &[
            "Read claimType and claimValue in the response.",
            "Ask for the token again, with that claim.",
        ],
        source: OAUTH_SOURCE,
    },
    Term {
        name: "unspecified_error",
        condition: "",
        summary: "The token service of SanteDB failed for a reason that it does not name.",
        steps: &["Read error_description and error_detail.", "Ask the operator of the server."],
        source: OAUTH_SOURCE,
    },
];
const OAUTH_SOURCE: &str = "OAuthError.cs of santedb-restsvc";
/// Issue codes of its FHIR layer that name one exception, and the status of that exception.
const STATUS_OF_ISSUE: &[(&str, u16)] = &[
    ("business-rule", 422),
    ("conflict", 409),
    ("deleted", 410),
    ("duplicate", 409),
    ("exception", 500),
    ("no-store", 500),
    ("not-found", 404),
    ("throttled", 429),
];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    match &message.payload {
        Payload::Hl7(hl7) => {
            let mut reading = hl7_acknowledgement::read(message)?;
            let said = hl7.segments("MSA").next().and_then(|segment| segment.text(3));
            let number = reading.term.filter(|term| hl7_acknowledgement::ERRORS.contains(term));
            let own = said.as_deref().and_then(|said| acknowledged(said, number));
            reading.term = own.or(reading.term);
            Some(reading)
        }
        Payload::Json(json) => {
            read_oauth(message, json.root()?).or_else(|| read_operation_outcome(message))
        }
        _ => read_operation_outcome(message),
    }
}

fn read_oauth(message: &Message<'_>, root: Value<'_>) -> Option<Reading> {
    let error = root.get("error").filter(|error| is_own_oauth_error(root, *error))?;
    let mut reading = convention::oauth::read(message)?;
    reading.term = Term::find(OAUTH_ERRORS, error.as_str()?);
    Some(reading)
}

/// Other token services know `mfa_required`, too, and hand out a token with it.
pub(super) fn is_own_oauth_error(root: Value<'_>, error: Value<'_>) -> bool {
    error.as_str().is_some_and(|error| Term::find(OAUTH_ERRORS, error).is_some())
        && root.get("error_description").is_some()
        && root.get("mfa_token").is_none()
}

/// The FHIR layer answers as the standard says; its issue codes tell more than the standard's.
fn read_operation_outcome(message: &Message<'_>) -> Option<Reading> {
    let mut reading = convention::operation_outcome::read(message)?;
    let kind = reading.fault.as_ref().and_then(|fault| fault.kind.as_deref());
    let own = kind.and_then(|kind| STATUS_OF_ISSUE.iter().find(|(known, _)| *known == kind));
    reading.implied_status = own.map(|(_, status)| *status);
    // What the vendor says of its own statuses is nearer than the standard's word.
    reading.term = reading.term.filter(|_| own.is_none() && message.status().is_none());
    Some(reading)
}
