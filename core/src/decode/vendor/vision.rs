//! Vision by Ontech Solutions: the request's XML comes back with a `RES` in each record.
//!
//! Source: the vendor's pages on its POST services, which show `RES/Code` (200 or 400) and `RES/Message`.
//! HTTP 207 means that the records differ, 400 that all failed.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::{Reader, strong, weak};
use crate::catalog::Outcome;
use crate::code::Code;
use crate::decode::output::{Evidence, Fault, FieldError, Notice, NoticeCode, Origin, Record};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::{Element, Xml};
use crate::decode::reading::{Inference, MeantAs, Message, RawFinding, Reading, Term};
use crate::decode::sentence;

pub(super) const READER: Reader =
    Reader { vendor: "vision", hosts: &[], records: RECORDS, marks, asks, read };

/// The whole answer where a POST was only queued.
const QUEUED: &str = "Data saved for processing";
const QUEUED_TERM: Term = Term {
    name: QUEUED,
    condition: "accepted-for-processing",
    summary: "Vision saved the data and queued it for processing. Nothing in it is validated yet: a record may still fail, and the failure shows later and elsewhere.",
    steps: &[
        "Keep the reference of what was sent, and when.",
        "Check later in Vision that every record is in; this answer does not tell.",
    ],
    source: "The vendor's page on its POST services",
};
const CONTRADICTION_TERM: Term = Term {
    name: "RES",
    condition: "",
    summary: "What Vision answers for a record contradicts itself: Code 400 is a failure, and Message says that it was processed. Neither is taken to be true here.",
    steps: &[
        "Look in Vision whether the record is there, before it is sent again.",
        "Ask Vision Support which of the two counts, with the whole response.",
    ],
    source: "The vendor's page on fusion orders",
};
const CONTRADICTION_BECAUSE: &str = "The vendor's page on fusion orders shows this very answer as its sample of a success, while its rule is that Code 400 is a failure.";
/// The codes of `RES`, which are those of a batch whose records have all one of them.
const ALL_FINE: u32 = 200;
const ALL_FAILED: u32 = 400;
/// Those, and the vendor's older numbers; a code that nobody lists is told as such.
const NUMBERS: [u32; 7] = [ALL_FINE, ALL_FAILED, 101, 102, 110, 150, 999];
const CORRECT_THE_OTHERS: &str =
    "Correct the other records that were refused, and send only those again.";
/// How the plain-text content of a 406 begins; the field follows in apostrophes.
const REFUSED: &str = "Failed validation because field ";
/// Apostrophes, as programs and mails write them.
const APOSTROPHES: [char; 4] = ['\'', '‘', '’', '"'];
/// What may stand right before a text that somebody cites, and right behind it.
const BEFORE: [char; 6] = ['"', '\'', '“', '‘', '`', '\n'];
const BEHIND: [char; 9] = ['"', '\'', '”', '’', '`', '.', ',', '\r', '\n'];
/// Words with more bytes are about many things.
const LONGEST_PROSE: usize = 500;
/// What names a record, the first of these that it has.
const REFERENCES: &[&str] =
    &["DocRef", "OrderNumber", "OrderRef", "Reference", "ProductCode", "Code"];

/// The records of an answer, and what is added to each.
const RECORDS: &[&str] = &["RES", "SO", "PC", "PA", "MC", "FO"];
/// A record is named by one of its first members; a root without records may hold thousands of results.
const MEMBERS: usize = 64;
/// Roots of the requests that the vendor's pages show; the answer keeps them.
const ROOTS: &[&str] = &[
    "ORDERS",
    "PRODUCTS",
    "PREADVICES",
    "MANUFACTURING",
    "FUSIONS",
    "Order",
    "Orders",
    "SO",
    "PC",
    "PA",
    "MC",
    "FO",
];

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let mark = match &message.payload {
        Payload::Xml(xml) => results(xml).next().map(|result| {
            let is_own = xml.root().is_some_and(|root| ROOTS.contains(&root.name()));
            let weigh = if is_own { strong } else { weak };
            weigh(
                "a `RES` element with `Code` and `Message` in a record",
                message.span(result.span()),
            )
        }),
        Payload::Json(json) => json.root().and_then(|root| {
            if let Some(text) = root.as_str() {
                let known = is_own_text(text).then(|| message.span(root.span()))?;
                return Some(weak("a text that Vision answers with", known));
            }
            let issued = root.get(".issued").filter(|_| root.get(".expires").is_some())?;
            let span = message.span(issued.span());
            Some(weak("a token reply with `.issued` and `.expires`", span))
        }),
        Payload::Text => own_text(message.text())
            .map(|range| weak("a text that Vision answers with", message.span(range))),
        _ => None,
    };
    mark.into_iter().collect()
}

/// The records of a POST, before an answer stands in them.
fn asks(message: &Message<'_>) -> bool {
    const POSTED: &[&str] = &["ORDERS", "PRODUCTS", "PREADVICES", "MANUFACTURING", "FUSIONS"];
    let Payload::Xml(xml) = &message.payload else { return false };
    let root =
        xml.root().filter(|root| POSTED.contains(&root.name()) && root.namespace().is_none());
    root.is_some_and(|root| root.children().any(|record| RECORDS.contains(&record.name())))
        && !xml.elements().any(|element| element.name() == "RES")
}

fn is_own_text(text: &str) -> bool {
    text == QUEUED || refused_field(text).is_some()
}

/// The field that the text of a 406 names.
fn refused_field(text: &str) -> Option<&str> {
    let field = text.strip_prefix(REFUSED)?.strip_prefix(APOSTROPHES)?;
    field.split(APOSTROPHES).next().filter(|field| !field.is_empty())
}

/// Where one of the vendor's texts stands: alone, or cited in a few words that name no number.
fn own_text(text: &str) -> Option<Range<usize>> {
    let trimmed = text.trim();
    let start = text.len().saturating_sub(text.trim_start().len());
    if is_own_text(trimmed) {
        return Some(start..start.saturating_add(trimmed.len()));
    }
    if trimmed.len() > LONGEST_PROSE {
        return None;
    }
    let (at, is_queued) = match (text.find(QUEUED), text.find(REFUSED)) {
        (Some(at), _) => (at, true),
        (None, at) => (at?, false),
    };
    let (before, rest) = text.split_at_checked(at)?;
    let is_cited = before.trim_end_matches(' ').ends_with(':') || before.ends_with(BEFORE);
    let length = if is_queued {
        QUEUED.len()
    } else {
        rest.find(['"', '”', '`', '\r', '\n']).unwrap_or(rest.len())
    };
    let behind = rest.get(length..)?;
    let is_end = behind.trim().is_empty() || behind.starts_with(BEHIND);
    let stands_alone =
        is_cited && is_end && !sentence::has_number(before) && !sentence::has_number(behind);
    let end = at.saturating_add(length);
    (stands_alone && text.get(at..end).is_some_and(is_own_text)).then_some(at..end)
}

fn read(message: &Message<'_>) -> Option<Reading> {
    match &message.payload {
        Payload::Xml(xml) => read_records(message, xml),
        Payload::Json(json) => {
            let root = json.root()?;
            if let Some(text) = root.as_str() {
                return read_text(text);
            }
            root.get("access_token")
                .filter(|_| root.get("token_type").and_then(Value::as_str).is_some())?;
            Some(Reading { application: Outcome::Success, ..Reading::new("token-reply") })
        }
        Payload::Text => read_text(message.text().get(own_text(message.text())?)?),
        _ => None,
    }
}

fn read_records(message: &Message<'_>, xml: &Xml) -> Option<Reading> {
    let mut reading = Reading::new("vision-records");
    let mut codes: Vec<RawFinding> = Vec::new();
    let is_failure = message.status().is_some_and(|status| status >= 400);
    for result in results(xml) {
        let code = result.child("Code");
        let number = code.and_then(|code| code.text().parse().ok());
        let text = result.child_text("Message");
        let contradicts = number == Some(ALL_FAILED) && text.as_deref().is_some_and(says_processed);
        let outcome = match number {
            Some(ALL_FINE) => Outcome::Success,
            // A failed status bears the code out.
            Some(_) if !contradicts || is_failure => Outcome::Failure,
            _ => Outcome::Unknown,
        };
        let span = message.span(result.span());
        if contradicts && !reading.notices.iter().any(|told| told.code == NoticeCode::Contradiction)
        {
            reading.notices.push(Notice {
                code: NoticeCode::Contradiction,
                message: "Code 400 says that the record failed, its Message that it was processed."
                    .into(),
                span: Some(span),
            });
        }
        if let Some(number) = number
            && outcome != Outcome::Unknown
            && NUMBERS.contains(&number)
            && !codes.iter().any(|known| known.code == number)
        {
            let is_of_batch = matches!(number, ALL_FINE | ALL_FAILED);
            codes.push(RawFinding {
                code: number,
                meant_as: if is_of_batch { MeantAs::Status } else { MeantAs::Application },
                owner: None,
                origin: Origin::Body,
                message: text.clone(),
                span: code.map_or(span, |code| message.span(code.text_span())),
            });
        }
        reading.push_record(
            Record {
                outcome,
                code: number.map(Code::new),
                message: text,
                reference: result.parent().and_then(reference),
                span,
            },
            message.limits,
        );
    }
    if reading.records.is_empty() {
        return None;
    }
    reading.application = outcome(&reading);
    reading.implied_status = match reading.application {
        Outcome::Success => Some(200),
        Outcome::Failure => Some(400),
        Outcome::Partial => Some(207),
        _ => None,
    };
    let has = |outcome: Outcome| reading.records.iter().any(|record| record.outcome == outcome);
    if has(Outcome::Unknown) {
        let steps = Vec::from_iter(has(Outcome::Failure).then_some(CORRECT_THE_OTHERS));
        reading.term = Some(&CONTRADICTION_TERM);
        reading.inference =
            Some(Inference { because: CONTRADICTION_BECAUSE, steps, ..Inference::default() });
    }
    // 200 and 400 are the vendor's statuses for a whole batch: they stand for it where every record has them.
    let is_whole = message.payload.broken().is_none();
    codes.retain(|found| match found.code {
        ALL_FINE => is_whole && reading.application == Outcome::Success,
        ALL_FAILED => is_whole && reading.application == Outcome::Failure,
        _ => true,
    });
    // What only one record has says more.
    let (of_batch, of_record): (Vec<_>, Vec<_>) =
        codes.into_iter().partition(|found| found.meant_as == MeantAs::Status);
    reading.findings = of_record.into_iter().chain(of_batch).collect();
    Some(reading)
}

/// Whether a message tells of a record that went through: `Fusion order processed`.
fn says_processed(message: &str) -> bool {
    message.trim().trim_end_matches('.').ends_with(" processed") && !message.contains(" not ")
}

/// How the batch ended; where a record contradicts itself, it is not known to have failed or gone through as a whole.
fn outcome(reading: &Reading) -> Outcome {
    let has = |outcome: Outcome| reading.records.iter().any(|record| record.outcome == outcome);
    match (has(Outcome::Unknown), has(Outcome::Failure)) {
        (true, true) => Outcome::Partial,
        (true, false) => Outcome::Unknown,
        _ => reading.outcome_of_records(),
    }
}

fn read_text(text: &str) -> Option<Reading> {
    if text == QUEUED {
        // The records are saved, not yet checked.
        return Some(Reading {
            application: Outcome::Success,
            implied_status: Some(200),
            term: Some(&QUEUED_TERM),
            ..Reading::new("vision-text")
        });
    }
    let field = Some(refused_field(text)?);
    Some(Reading {
        application: Outcome::Failure,
        implied_status: Some(406),
        fault: Some(Fault { message: Some(text.into()), ..Fault::default() }),
        field_errors: vec![FieldError { field: field.map(String::from), message: text.into() }],
        ..Reading::new("vision-text")
    })
}

fn results(xml: &Xml) -> impl Iterator<Item = Element<'_>> {
    xml.elements().filter(|element| {
        element.name() == "RES"
            && element.child("Code").is_some_and(|code| code.text().parse::<u32>().is_ok())
            && element.child("Message").is_some()
            // The vendor's records are in no namespace.
            && element.namespace().is_none()
    })
}

fn reference(record: Element<'_>) -> Option<String> {
    let text_of = |name: &&str| {
        let mut members = record.children().take(MEMBERS);
        members.find(|member| member.name() == *name).map(Element::text)
    };
    REFERENCES.iter().filter_map(text_of).find(|text| !text.is_empty()).map(String::from)
}
