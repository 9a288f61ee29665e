//! A JSON object of an API that nobody knows, alone and without a status, that says itself that it is an error: by a flag,
//! by a status beside its own reason phrase, by the phrase alone, or by an `error` that says nothing else.
//!
//! Asked last: whatever names more than this is read before.

use alloc::string::String;
use alloc::vec::Vec;

use super::status_member::{FAILURES, finding, holds_data, only_error, status, words};
use super::success_flag;
use crate::catalog::{Catalog, Entry, Outcome};
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Inference, Message, Reading};

/// Where services put the words, the most telling first.
const WORDS: &[&str] = &[
    "message",
    "Message",
    "responseMessage",
    "error_description",
    "errorMessage",
    "faultstring",
    "description",
    "detail",
    "reason",
    "title",
];
/// Where they put a word or a number for the error.
const CODES: &[&str] = &["code", "errorCode", "error_code", "responseCode", "type"];
/// How a member `status` says that it failed, as `JSend` has it and others.
const FAILED: &[&str] = &["error", "fail", "failed", "failure"];

pub(crate) fn read(message: &Message<'_>, catalog: &Catalog) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root().filter(|root| root.is_object() && !holds_data(*root))?;
    let alone = only_error(root).or_else(|| of_apigee(root));
    let error = alone.unwrap_or(root);
    let of_error = root.get("error").and_then(words);
    let said = WORDS.iter().find_map(|name| error.get(name).and_then(words));
    let code = CODES.iter().find_map(|name| error.get(name));
    let of_detail = || error.get("detail").and_then(|detail| detail.get("errorcode"));
    let kind =
        code.or_else(of_detail).and_then(words).or(of_error).filter(|kind| Some(*kind) != said);
    let text = said.or(of_error)?;
    let failure = Reading {
        application: Outcome::Failure,
        fault: Some(Fault {
            kind: kind.map(String::from),
            message: Some(text.into()),
            ..Fault::default()
        }),
        ..Reading::new("json")
    };
    let says_no = success_flag::says_no(root)
        || root.get("error").and_then(Value::as_bool) == Some(true)
        || root
            .get("status")
            .and_then(words)
            .is_some_and(|status| FAILED.iter().any(|failed| failed.eq_ignore_ascii_case(status)));
    if let Some((place, entry)) = code.and_then(|code| Some((code, status(code, catalog)?)))
        && (says_no || [said, of_error].into_iter().flatten().any(|text| repeats(text, entry)))
    {
        let finding = finding(message, place, entry, Some(text));
        return Some(Reading { findings: alloc::vec![finding], ..failure });
    }
    let mut phrases = [said, of_error].into_iter().flatten();
    if let Some(entry) = phrases.find_map(|text| of_phrase(text, catalog)) {
        let inference = Inference {
            because: "The content gives no status; its words are the reason phrase of this one.",
            is_open: true,
            steps: Vec::new(),
            asks_to_wait: false,
        };
        return Some(Reading {
            implied_status: u16::try_from(entry.code.number()).ok(),
            inference: Some(inference),
            ..failure
        });
    }
    let is_named = alone.is_some() && kind.is_some_and(is_identifier);
    (says_no || is_named).then_some(failure)
}

/// The member in which Apigee says it all.
fn of_apigee(root: Value<'_>) -> Option<Value<'_>> {
    let fault = root.get("fault").filter(|fault| fault.get("faultstring").is_some())?;
    (root.members().count() == 1).then_some(fault)
}

/// Whether words begin with the reason phrase of a status: `Not Found`, `Not found: no such page`.
fn repeats(text: &str, entry: &Entry) -> bool {
    entry.wire.phrase.is_some_and(|phrase| {
        text.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase))
    })
}

/// The status of a failure whose reason phrase the words are.
fn of_phrase<'c>(text: &str, catalog: &'c Catalog) -> Option<&'c Entry> {
    let entry = catalog.entry_of_phrase(text.trim_end_matches(['.', '!']))?;
    FAILURES.contains(&entry.code.number()).then_some(&**entry)
}

/// `RateLimited`, `rate_limited`; no sentence.
fn is_identifier(kind: &str) -> bool {
    kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}
