//! HHAeXchange's REST interface for visits and caregivers: taken, and judged later.
//!
//! Source: the vendor's workflow page (202 with a transaction id, which has to be asked for) and its
//! state pages (statuses Success, Pending, Failed; reasons behind `ERROR:`, joined by `|`). The spelling
//! of the members comes from public clients. Any service may answer so: read only for a known vendor.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Outcome;
use crate::decode::options::DecodeLimits;
use crate::decode::output::{Fault, FieldError, Record};
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading};

const TRANSACTION: &[&str] = &["transactionId", "transactionID", "TransactionId", "TransactionID"];
const VISIT: &[&str] = &["evvmsid", "EVVMSID", "evvMsId"];
const REASON: &[&str] = &["errorMessage", "ErrorMessage", "reason", "Reason"];
/// What stands before each reason of an aggregator.
const ERROR: &str = "ERROR:";

pub(super) fn read(message: &Message<'_>, root: Value<'_>) -> Option<Reading> {
    let text = |names: &[&str]| {
        root.get_any(names).and_then(Value::to_text).filter(|text| !text.is_empty())
    };
    let status = text(&["status", "Status"]);
    let visit = text(VISIT);
    let named = root.get_any(TRANSACTION).or_else(|| root.get_any(VISIT))?;
    let reason = text(REASON);
    let says =
        |word: &str| status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case(word));
    let outcome = if says("failed") || reason.is_some() {
        Outcome::Failure
    } else if says("success") || visit.is_some() && status.is_none() {
        Outcome::Success
    } else {
        // Accepted is not done: the transaction has to be asked for.
        Outcome::Unknown
    };
    let mut reading = Reading::new("hhaexchange-transaction");
    reading.application = outcome;
    reading.push_record(
        Record {
            outcome,
            code: None,
            message: reason.clone().or(status),
            reference: named.to_text(),
            span: message.span(named.span()),
        },
        message.limits,
    );
    match outcome {
        Outcome::Unknown => reading.implied_status = Some(202),
        Outcome::Failure => {
            reading.field_errors =
                reason.as_deref().map(|text| reasons(text, message.limits)).unwrap_or_default();
            reading.fault = Some(Fault {
                kind: text(&["errorCode", "ErrorCode"]),
                message: reason.or(text(&["status", "Status"])),
                ..Fault::default()
            });
        }
        _ => {}
    }
    Some(reading)
}

/// `ERROR: one | ERROR: other`, taken apart; a single reason is the message itself.
pub(super) fn reasons(text: &str, limits: &DecodeLimits) -> Vec<FieldError> {
    let reasons: Vec<&str> =
        text.split('|').filter_map(|part| part.trim().strip_prefix(ERROR)).map(str::trim).collect();
    if reasons.len() < 2 {
        return Vec::new();
    }
    let listed =
        reasons.into_iter().filter(|reason| !reason.is_empty()).take(limits.field_errors_read());
    listed.map(|reason| FieldError { field: None, message: String::from(reason) }).collect()
}
