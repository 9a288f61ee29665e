//! How far a reading can be trusted: content that breaks off, that nobody understands, that contradicts.

use alloc::format;
use alloc::vec::Vec;

use super::explain::Unjudged;
use super::output::{Confidence, DecodedResponse, Notice, NoticeCode, Origin, VendorGuess};
use super::payload::Payload;
use super::reading::{Message, Reading};
use super::vendor;
use crate::catalog::{Catalog, CodeKind, Entry, Outcome};

/// Whether a success is only what the status line says, since the content was not read to its end or not
/// understood.
pub(super) fn unjudged(message: &Message<'_>, reading: &mut Reading) -> Option<Unjudged> {
    /// Words with which content speaks of a failure, in lower case.
    const BAD_WORDS: &[&str] = &[
        "false",
        "error",
        "fail",
        "fault",
        "exception",
        "reject",
        "denied",
        "invalid",
        "maintenance",
        "unavailable",
        "sign in",
        "log in",
        "unauthor",
    ];
    /// How much of the content is looked at for them.
    const LOOKED_AT: usize = 4_096;
    let status = message.status();
    let says_success = status.is_none_or(|status| (200..300).contains(&status));
    if message.payload.broken().is_some() && says_success && reading.application != Outcome::Failure
    {
        reading.application = Outcome::Unknown;
        return Some(Unjudged::BrokenOff);
    }
    let is_general = matches!(reading.format, "json" | "xml" | "html" | "http" | "soap");
    let is_empty = matches!(message.payload, Payload::Empty);
    if status.is_none()
        || !says_success
        || !is_general
        || is_empty
        || reading.application != Outcome::Unknown
        || !reading.findings.is_empty()
    {
        return None;
    }
    let text = message.text();
    let looked_at = text.get(..text.floor_char_boundary(LOOKED_AT.min(text.len())))?;
    let lower = looked_at.to_ascii_lowercase();
    Some(if BAD_WORDS.iter().any(|word| lower.contains(word)) {
        Unjudged::SpeaksOfFailure
    } else {
        Unjudged::NotUnderstood
    })
}

/// Says that the content names another failed status than the status line, which is the real one (RFC 9457
/// section 3.1.2).
pub(super) fn disagreeing_status(response: &DecodedResponse) -> Option<Notice> {
    let of_line = response.findings.iter().find(|found| found.origin == Origin::StatusLine)?;
    let of_body = response.findings.iter().find(|found| found.origin == Origin::Body)?;
    let is_status = of_body.entry.as_ref().is_some_and(|entry| entry.kind == CodeKind::HttpStatus);
    let differs =
        is_status && of_body.code != of_line.code && response.verdict.transport == Outcome::Failure;
    differs.then(|| Notice {
        code: NoticeCode::Contradiction,
        message: format!(
            "The content says status {}, the status line {}; the status line is the real one.",
            of_body.code, of_line.code
        ),
        span: Some(of_body.span),
    })
}

/// Says that the message beside a vendor's own code is, to the letter, that of another of its codes.
pub(super) fn disagreeing_message(catalog: &Catalog, response: &DecodedResponse) -> Option<Notice> {
    let found = response.findings.iter().find(|found| found.origin == Origin::Body)?;
    let (own, said) = (found.entry.as_deref()?, found.message.as_deref()?.trim());
    let says = |entry: &Entry| {
        entry.wire.message.is_some_and(|message| message.eq_ignore_ascii_case(said))
    };
    if own.kind != CodeKind::ApplicationCode || own.wire.message.is_none() || says(own) {
        return None;
    }
    let mut others = catalog.entries().iter().filter(|entry| entry.vendor == own.vendor);
    let other = others.find(|entry| says(entry))?;
    Some(Notice {
        code: NoticeCode::Contradiction,
        message: format!(
            "The message beside {} is that of {}; the code decides, but ask which of the two is meant.",
            own.code, other.code
        ),
        span: Some(found.span),
    })
}

/// What another vendor says, where the content is certainly its own and the chosen one cannot read it.
pub(super) fn read_by_other(
    message: &Message<'_>,
    guess: &VendorGuess,
    notices: &mut Vec<Notice>,
) -> Option<Reading> {
    let other = guess.runner_up.as_ref().filter(|other| other.confidence == Confidence::Certain)?;
    let mut reading = (vendor::reader(other.id)?.read)(message)?;
    for finding in &mut reading.findings {
        finding.owner = Some(other.id);
    }
    notices.push(Notice {
        code: NoticeCode::Contradiction,
        message: format!(
            "The content is not of the chosen vendor's shapes, but certainly of `{}`; it was read as such.",
            other.id
        ),
        span: other.evidence.first().and_then(|mark| mark.span),
    });
    Some(reading)
}
