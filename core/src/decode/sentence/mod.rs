//! A number or a message in plain words: "Updox says 4071", "got a 401 Unauthorized", "Recipient not found".
//!
//! Prose is full of numbers that are no codes, so a number counts only where something beside it says
//! that it is one: a cue word, its own phrase, a vendor's name, or nothing else in the text.

mod number;
mod phone;
mod surroundings;
mod told;
mod vocabulary;
mod wording;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::options::DecodeLimits;
use super::output::{Confidence, Evidence, Notice, NoticeCode, Origin, VendorGuess, Weight};
use super::reading::{MeantAs, RawFinding, Reading};
use super::vendor::SETTLED_BY;
use crate::catalog::{Catalog, STANDARD};
use crate::code::Code;
use crate::counted::counted;
use crate::placeholder;
use crate::span::Span;
use number::{are_in_turn, cued, is_cue, number_matches};
pub(crate) use surroundings::is_query;
use surroundings::{counts_something, is_part_of_something_else, is_program};
use wording::{message_matches, phrase_match};

/// The longest text that is read as words, in bytes: a message of the catalogue with some words around it. In a longer one
/// anything may stand beside a number.
const MAX_SENTENCE: usize = 4_000;

/// Says that a text is too long to be read as words, where it is.
pub(crate) fn too_long(text: &str, place: &dyn Fn(Range<usize>) -> Span) -> Option<Notice> {
    (text.len() > MAX_SENTENCE).then(|| Notice {
        code: NoticeCode::InputTooLong,
        message: "The words are longer than 4,000 bytes; no code was looked for in them.".into(),
        span: Some(place(0..text.len())),
    })
}

/// What was found in plain words.
pub(crate) struct Sentence {
    pub(crate) reading: Reading,
    pub(crate) vendor: Option<VendorGuess>,
    /// Whether the codes came one after the other, each in a response of its own.
    pub(crate) in_turn: bool,
}

/// Reads plain words, or finds nothing in them.
pub(crate) fn read(
    catalog: &Catalog,
    text: &str,
    chosen: Option<&'static str>,
    limits: &DecodeLimits,
    place: &dyn Fn(Range<usize>) -> Span,
) -> Option<Sentence> {
    if text.len() > MAX_SENTENCE || is_program(text) {
        return None;
    }
    let words = words(text);
    let named = chosen.or_else(|| vendor_among(catalog, text, &words));
    let mut matches = message_matches(catalog, text, named);
    let mut in_turn = false;
    if matches.is_empty() {
        matches = number_matches(catalog, text, &words, named);
        in_turn = are_in_turn(text, &words, &matches);
    }
    if matches.is_empty() {
        matches.extend(phrase_match(catalog, text));
    }
    let first = matches.first()?;
    let mut reading = Reading::new("text");
    let vendor_id = named.or_else(|| sole_vendor(&matches));
    if vendor_id.is_none() && !in_turn {
        reading.notices.extend(ambiguity(catalog, Code::new(first.code)));
    }
    let span = place(first.range.clone());
    let vendor = vendor_id.map(|id| {
        let evidence = if chosen.is_some() {
            Evidence { mark: "chosen by you".into(), weight: Weight::Strong, span: None }
        } else {
            Evidence {
                mark: "the words and numbers in the text".into(),
                weight: Weight::Weak,
                span: Some(span),
            }
        };
        // Words may speak of several services, so that a name among them is never more than possible.
        let confidence = if chosen.is_some() { Confidence::Certain } else { Confidence::Possible };
        VendorGuess {
            id,
            confidence,
            evidence: alloc::vec![evidence],
            runner_up: None,
            settled_by: chosen.is_none().then(|| SETTLED_BY.into()),
        }
    });
    if matches.len() > limits.findings {
        reading.notices.push(Notice {
            code: NoticeCode::TooMany,
            message: format!(
                "The words name more than {}; the rest is not listed.",
                counted(limits.findings, "code")
            ),
            span: None,
        });
    }
    for found in matches.into_iter().take(limits.findings) {
        reading.findings.push(RawFinding {
            code: found.code,
            meant_as: found.meant_as,
            owner: found.vendor,
            origin: Origin::Text,
            message: found.message,
            span: place(found.range),
        });
    }
    Some(Sentence { reading, vendor, in_turn })
}

struct Match {
    code: u32,
    meant_as: MeantAs,
    /// The vendor whose code it must be, where only one lists it; the standard, where the words say so.
    vendor: Option<&'static str>,
    message: Option<String>,
    range: Range<usize>,
}

/// The vendor of all matches that name one, if it is one and the same.
fn sole_vendor(matches: &[Match]) -> Option<&'static str> {
    only_one(matches.iter().filter_map(|found| found.vendor).filter(|id| *id != STANDARD))
}

/// The vendor that all of them are; several settle nothing.
fn only_one(mut vendors: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let first = vendors.next()?;
    vendors.all(|other| other == first).then_some(first)
}

/// The HTTP status that words before or behind content name: `HTTP 422:`, `Status: 422`, or nothing else at all.
pub(crate) fn status_beside(text: &str) -> Option<Range<usize>> {
    let words = words(text);
    let is_status = |range: &Range<usize>| {
        range.len() == 3
            && text
                .get(range.clone())
                .and_then(Code::parse)
                .is_some_and(|code| code.class().is_some())
            && !is_part_of_something_else(text, range)
    };
    if let [only] = words.as_slice() {
        return Some(only.clone()).filter(is_status);
    }
    let (index, last) = words.iter().enumerate().rev().find(|(_, range)| is_status(range))?;
    (cued(text, &words, index) && !counts_something(text, &words, index)).then(|| last.clone())
}

/// The HTTP status that a line is nothing but: `200`, `HTTP 200`, `Status: 200 OK`.
pub(crate) fn status_alone(line: &str) -> Option<Range<usize>> {
    /// The longest such line, in bytes.
    const LONGEST: usize = 48;
    if line.len() > LONGEST {
        return None;
    }
    let range = status_beside(line)?;
    let is_said = |word: &str| {
        is_cue(word)
            || vocabulary::FILLERS.contains(&word)
            || word.starts_with(|c: char| c.is_ascii_uppercase())
    };
    words(line)
        .into_iter()
        .filter(|word| *word != range)
        .filter_map(|word| line.get(word))
        // A masked value stands for any word.
        .all(|word| placeholder::begins(word) || word.len() <= 16 && is_said(word))
        .then_some(range)
}

/// The HTTP status that the first line of a text is nothing but, where the line says what the number is.
pub(crate) fn status_of_line(text: &str) -> Option<Range<usize>> {
    let start = text.len().saturating_sub(text.trim_start().len());
    let line = text.get(start..)?.lines().next()?;
    let range = status_alone(line)?;
    words(line)
        .into_iter()
        .any(|word| line.get(word).is_some_and(is_cue))
        .then(|| start.saturating_add(range.start)..start.saturating_add(range.end))
}

/// Whether a text holds a number that can be a code.
pub(crate) fn has_number(text: &str) -> bool {
    words(text).iter().any(|range| {
        (3..=5).contains(&range.len())
            && text.get(range.clone()).and_then(Code::parse).is_some()
            && !is_part_of_something_else(text, range)
    })
}

/// The one vendor that a text names, if it names exactly one.
pub(crate) fn named_vendor(catalog: &Catalog, text: &str) -> Option<&'static str> {
    // Who is named further away is no sign of whose response it is.
    let shown = text.get(text.ceil_char_boundary(text.len().saturating_sub(MAX_SENTENCE))..)?;
    // A name in an address says whose host or path it is, not whose response.
    let is_in_address = |range: &Range<usize>| {
        let bytes = shown.as_bytes();
        let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
        let goes_on = || {
            let rest = shown.get(range.end.saturating_add(1)..);
            rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        matches!(before, Some(b'.' | b'/' | b'@' | b'-' | b'_'))
            || match bytes.get(range.end) {
                Some(b'/' | b'@' | b'-' | b'_') => true,
                Some(b'.') => goes_on(),
                _ => false,
            }
    };
    let words: Vec<Range<usize>> =
        words(shown).into_iter().filter(|range| !is_in_address(range)).collect();
    vendor_among(catalog, shown, &words)
}

fn vendor_among(catalog: &Catalog, text: &str, words: &[Range<usize>]) -> Option<&'static str> {
    let singles = words.iter().cloned();
    let pairs = words.array_windows().map(|[first, second]| first.start..second.end);
    let named = singles
        .chain(pairs)
        .filter_map(|range| text.get(range))
        .filter(|name| catalog.may_name_vendor(name))
        .filter_map(|name| catalog.vendor(name))
        .filter(|vendor| vendor.id != STANDARD)
        .map(|vendor| vendor.id);
    only_one(named)
}

/// Says which vendors give a number a meaning of their own.
pub(crate) fn ambiguity(catalog: &Catalog, number: Code) -> Option<Notice> {
    let vendors: Vec<&str> = catalog
        .entries_with(number)
        .filter(|entry| entry.vendor != STANDARD)
        .filter_map(|entry| catalog.vendor(entry.vendor))
        .map(|vendor| vendor.name)
        .collect();
    if vendors.is_empty() {
        return None;
    }
    Some(Notice {
        code: NoticeCode::AmbiguousCode,
        message: format!(
            "{number} has a meaning of its own at {}. Choose the vendor to settle it.",
            vendors.join(", ")
        ),
        span: None,
    })
}

/// Words and numbers: runs of letters and digits; what stands for a masked value is one word.
fn words(text: &str) -> Vec<Range<usize>> {
    /// How long a word and the blank behind it are, about.
    const USUAL: usize = 6;
    let bytes = text.as_bytes();
    let mut words = Vec::with_capacity(text.len().div_ceil(USUAL));
    let mut start = None;
    let mut at = 0usize;
    while let Some(byte) = bytes.get(at) {
        let mut next = at.saturating_add(1);
        let is_part = if byte.is_ascii() {
            byte.is_ascii_alphanumeric()
        } else {
            let character = text.get(at..).and_then(|rest| rest.chars().next());
            next = at.saturating_add(character.map_or(1, char::len_utf8));
            character.is_some_and(crate::word::is_part)
        };
        if is_part {
            start.get_or_insert(at);
        } else if let Some(begin) = start.take() {
            words.push(begin..at);
        }
        if *byte == b'['
            && let Some(found) = placeholder::at(text, at)
        {
            words.push(at..found.end);
            next = next.max(found.end);
        }
        at = next;
    }
    if let Some(begin) = start {
        words.push(begin..text.len());
    }
    words
}
