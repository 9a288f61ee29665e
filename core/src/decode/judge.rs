//! How far a reading can be trusted: content that breaks off, that nobody understands, that contradicts.

use alloc::format;
use alloc::vec::Vec;

use super::explain::Unjudged;
use super::options::DecodeLimits;
use super::output::{Confidence, DecodedResponse, Notice, NoticeCode, Origin, VendorGuess};
use super::payload::Payload;
use super::payload::json::{Json, Value};
use super::reading::{MeantAs, Message, RawFinding, Reading};
use super::vendor;
use crate::catalog::{Catalog, CodeKind, Entry, Outcome};
use crate::counted::counted;
use crate::seek::Words;

/// Whether a success is only what the status line says, since the content was not read to its end or not
/// understood.
pub(super) fn unjudged(message: &Message<'_>, reading: &mut Reading) -> Option<Unjudged> {
    let status = message.status();
    let says_success = status.is_none_or(|status| (200..300).contains(&status));
    if message.payload.broken().is_some() && says_success && reading.application != Outcome::Failure
    {
        reading.application = Outcome::Unknown;
        return Some(Unjudged::BrokenOff);
    }
    let is_general = matches!(reading.format, "json" | "xml" | "html" | "http" | "soap");
    // A 204 has no content: what stands below it in a paste is another matter.
    let is_empty = matches!(message.payload, Payload::Empty) || status == Some(204);
    if status.is_none()
        || !says_success
        || !is_general
        || is_empty
        || reading.application != Outcome::Unknown
        || !reading.findings.is_empty()
    {
        return None;
    }
    let speaks = if let Payload::Json(json) = &message.payload {
        members_speak_of_failure(json)
    } else {
        let text = message.text();
        let looked_at = text.get(..text.floor_char_boundary(LOOKED_AT.min(text.len())))?;
        FALSE.stand_in(looked_at) || speaks_of_failure(looked_at)
    };
    Some(if speaks { Unjudged::SpeaksOfFailure } else { Unjudged::NotUnderstood })
}

/// What says that something was not so.
static FALSE: Words = Words::new(&["false"]);
/// How much of the content is looked at for words of a failure, in bytes.
const LOOKED_AT: usize = 4_096;

/// Whether words speak of a failure.
fn speaks_of_failure(text: &str) -> bool {
    /// In lower case.
    static BAD_WORDS: Words = Words::new(&[
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
    ]);
    BAD_WORDS.stand_in(text)
}

/// Whether a member or a text speaks of a failure; a member that holds nothing denies it, and a name of something
/// is no message.
fn members_speak_of_failure(json: &Json<'_>) -> bool {
    /// Names of flags that say that all went well, in lower case.
    const GOOD_FLAGS: &[&str] = &[
        "success", "ok", "valid", "accept", "complete", "done", "pass", "saved", "sent", "result",
    ];
    let holds_nothing = |value: Value<'_>| {
        if value.is_object() {
            value.members().next().is_none()
        } else if value.is_array() {
            value.items().next().is_none()
        } else {
            value.to_text().is_none_or(|text| matches!(text.trim(), "" | "0" | "false" | "null"))
        }
    };
    let is_bad = |value: Value<'_>| value.as_str().is_some_and(speaks_of_failure);
    let is_bad_member = |(name, value): (&str, Value<'_>)| {
        let lower = name.to_ascii_lowercase();
        let denies = value.as_flag() == Some(false)
            && GOOD_FLAGS.iter().any(|flag| lower.contains(flag))
            && !speaks_of_failure(&lower);
        denies
            || speaks_of_failure(&lower) && !holds_nothing(value)
            || is_bad(value) && !lower.ends_with("name")
    };
    json.values()
        .take_while(|value| value.span().start < LOOKED_AT)
        .any(|value| value.members().any(is_bad_member) || value.items().any(is_bad))
        || json.root().is_some_and(is_bad)
}

/// Adds the codes of records that no source lists at the vendor, which else nobody would hear of.
pub(super) fn unlisted_records(
    catalog: &Catalog,
    vendor: Option<&'static str>,
    limits: &DecodeLimits,
    reading: &mut Reading,
) {
    let Some(vendor) = vendor else { return };
    for record in &reading.records {
        let Some(code) = record.code.filter(|code| catalog.entry_of(vendor, *code).is_none())
        else {
            continue;
        };
        let is_known = reading.findings.iter().any(|found| found.code == code.number());
        if is_known {
            continue;
        }
        if reading.findings.len() >= limits.findings {
            reading.notices.push(Notice {
                code: NoticeCode::TooMany,
                message: format!(
                    "The records name more than {}; the rest is not explained.",
                    counted(limits.findings, "code")
                ),
                span: Some(record.span),
            });
            return;
        }
        reading.findings.push(RawFinding {
            code: code.number(),
            meant_as: MeantAs::Application,
            owner: None,
            origin: Origin::Body,
            message: record.message.clone(),
            span: record.span,
        });
        reading.notices.push(Notice {
            code: NoticeCode::UnknownCode,
            message: format!("No source lists code {code} of a record."),
            span: Some(record.span),
        });
    }
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
