//! What the values of the catalogue are called in tables and sentences.

use alloc::format;
use alloc::string::{String, ToString};

use crate::catalog::{Actor, Outcome, Retry, RetryKind, SourceKind, Travels};
pub(super) use crate::counted::counted;
use crate::counted::duration;

/// What stands where a vendor has no such number.
pub(super) const NOT_DOCUMENTED: &str = "not documented";
/// What stands where the registry has no such number.
pub(super) const NOT_REGISTERED: &str = "not registered";

pub(super) fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Client => "the sending side",
        Actor::Vendor => "the vendor",
        Actor::EndUser => "the person using it",
        Actor::Nobody => "nobody",
        Actor::Unknown => "not stated",
    }
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "success",
        Outcome::Partial => "partly done",
        Outcome::Failure => "failure",
        Outcome::Redirect => "redirect",
        Outcome::Interim => "interim",
        Outcome::Unknown => "not stated",
    }
}

pub(super) fn travels(travels: Travels, under: Option<u16>) -> String {
    match (travels, under) {
        (Travels::StatusLine, _) => "in the status line".to_string(),
        (Travels::Body, Some(status)) => format!("in the body, under HTTP {status}"),
        (Travels::Body, None) => "in the body".to_string(),
        (Travels::Unstated, _) => "not stated".to_string(),
    }
}

pub(super) fn listing(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::VendorPage => "the vendor's page of codes",
        SourceKind::VendorOtherPage => "another page of the vendor",
        SourceKind::VendorSourceCode => "the vendor's published code",
        SourceKind::ClientCode => "code of somebody who uses the API",
        SourceKind::Standard => "the standard",
    }
}

pub(super) fn retry_kind(kind: RetryKind) -> &'static str {
    match kind {
        RetryKind::No => "not at all",
        RetryKind::AfterFix => "after a correction",
        RetryKind::AfterReauthentication => "after signing in again",
        RetryKind::AfterDelay => "after a wait",
        RetryKind::NotNeeded => "not needed",
        RetryKind::Unknown => "not stated",
    }
}

/// `after 5 minutes, then every 30 minutes`.
pub(super) fn retry(retry: &Retry) -> String {
    let mut text = String::new();
    for seconds in &retry.delays_seconds {
        wait(&mut text, "after", *seconds);
    }
    if let Some(seconds) = retry.repeat_seconds {
        wait(&mut text, "every", seconds);
    }
    if text.is_empty() { retry_kind(retry.kind).to_string() } else { text }
}

fn wait(text: &mut String, word: &str, seconds: u32) {
    add(text, ", then ", word);
    add(text, " ", &duration(seconds));
}

/// Adds a part behind the separator; the first part has none, and an empty part is none.
#[inline(never)]
pub(super) fn add(text: &mut String, separator: &str, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(separator);
    }
    text.push_str(part);
}

/// `A, B and C`.
pub(super) fn list(names: &[&str]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        let is_last = index.saturating_add(1) == names.len();
        add(&mut text, if is_last { " and " } else { ", " }, name);
    }
    text
}

/// A sentence with its first letter as a capital.
pub(super) fn sentence(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text.push('.');
    text
}
