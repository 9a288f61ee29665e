//! A number or a message in plain words: "Updox says 4071", "got a 401 Unauthorized", "Recipient not found".
//!
//! Prose is full of numbers that are no codes, so a number counts only where something beside it says
//! that it is one: a cue word, its own phrase, a vendor's name, or nothing else in the text.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::limits::MAX_TEXT_FINDINGS;
use super::output::{Confidence, Evidence, Notice, NoticeCode, Origin, VendorGuess, Weight};
use super::reading::{MeantAs, RawFinding, Reading};
use crate::catalog::{Catalog, Entry, STANDARD, Travels};
use crate::code::Code;
use crate::span::Span;

/// Words that say that the number behind them is a code.
const CUES: &[&str] = &[
    "code",
    "codes",
    "error",
    "err",
    "status",
    "statuscode",
    "responsecode",
    "response",
    "http",
    "fault",
    "returned",
    "returns",
    "result",
];
/// Words that may stand between a cue and its number.
const FILLERS: &[&str] = &["is", "was", "a", "an", "the", "of", "with", "no", "number", "="];
/// Words before "code" that make it another kind of code.
const OTHER_CODES: &[&str] = &[
    "zip", "area", "postal", "post", "country", "pin", "door", "gate", "dress", "bar", "source",
    "promo", "dial", "sort", "exit", "product", "item", "article", "order", "part", "model",
    "windows", "sql", "serial", "discount", "voucher", "booking", "tracking", "batch", "lot",
];
/// Words that may follow a status in prose; any other small word makes the number a count: "404 rows".
const FOLLOWERS: &[&str] = &[
    "a",
    "an",
    "and",
    "after",
    "again",
    "all",
    "as",
    "at",
    "back",
    "because",
    "before",
    "but",
    "by",
    "code",
    "could",
    "does",
    "during",
    "error",
    "errors",
    "every",
    "for",
    "from",
    "has",
    "here",
    "if",
    "in",
    "instead",
    "is",
    "it",
    "mean",
    "means",
    "not",
    "now",
    "on",
    "or",
    "response",
    "responses",
    "returned",
    "since",
    "so",
    "status",
    "that",
    "the",
    "then",
    "to",
    "today",
    "was",
    "we",
    "what",
    "when",
    "whenever",
    "where",
    "which",
    "while",
    "why",
    "with",
    "yesterday",
];
/// So many words, and an unnamed vendor's own number beside them may well be another one's.
const FEW_WORDS: usize = 8;
/// The longest text that can be a message of the catalogue with a few words around it.
const MAX_SENTENCE: usize = 4_000;

/// What was found in plain words.
pub(crate) struct Sentence {
    pub(crate) reading: Reading,
    pub(crate) vendor: Option<VendorGuess>,
}

/// Reads plain words, or finds nothing in them.
pub(crate) fn read(
    catalog: &Catalog,
    text: &str,
    chosen: Option<&'static str>,
    place: &dyn Fn(Range<usize>) -> Span,
) -> Option<Sentence> {
    if text.len() > MAX_SENTENCE {
        return None;
    }
    let words = words(text);
    let named = chosen.or_else(|| vendor_among(catalog, text, &words));
    let mut matches = message_matches(catalog, text, named);
    if matches.is_empty() {
        matches = number_matches(catalog, text, &words, named);
    }
    let first = matches.first()?;
    let mut reading = Reading::new("text");
    let vendor_id = named.or_else(|| sole_vendor(&matches));
    if vendor_id.is_none() {
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
        let confidence = if chosen.is_some() { Confidence::Certain } else { Confidence::Possible };
        VendorGuess {
            id,
            confidence,
            evidence: alloc::vec![evidence],
            runner_up: None,
            settled_by: None,
        }
    });
    if matches.len() > MAX_TEXT_FINDINGS {
        reading.notices.push(Notice {
            code: NoticeCode::TooMany,
            message: "The words name more than 50 codes; the rest is not listed.".into(),
            span: None,
        });
    }
    for found in matches.into_iter().take(MAX_TEXT_FINDINGS) {
        reading.findings.push(RawFinding {
            code: found.code,
            meant_as: found.meant_as,
            owner: found.vendor,
            origin: Origin::Text,
            message: found.message,
            span: place(found.range),
        });
    }
    Some(Sentence { reading, vendor })
}

struct Match {
    code: u32,
    meant_as: MeantAs,
    /// The vendor whose code it must be, where only one lists it.
    vendor: Option<&'static str>,
    message: Option<String>,
    range: Range<usize>,
}

/// The vendor of all matches that name one, if it is one and the same.
fn sole_vendor(matches: &[Match]) -> Option<&'static str> {
    only_one(matches.iter().filter_map(|found| found.vendor))
}

/// The vendor that all of them are; several settle nothing.
fn only_one(mut vendors: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let first = vendors.next()?;
    vendors.all(|other| other == first).then_some(first)
}

/// Messages of the catalogue that stand in the text as a clause of their own, the longest first.
fn message_matches(catalog: &Catalog, text: &str, vendor: Option<&'static str>) -> Vec<Match> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Match> = Vec::new();
    let mut longest = 0usize;
    for entry in catalog.entries() {
        if entry.vendor == STANDARD || vendor.is_some_and(|vendor| vendor != entry.vendor) {
            continue;
        }
        let fits = |wording: &&str| wording.len() <= text.len().saturating_add(1);
        for wording in wordings(entry).filter(fits).filter(|wording| is_telling(wording)) {
            let Some(range) = clause(&lower, &wording.to_ascii_lowercase()) else { continue };
            if range.len() < longest {
                continue;
            }
            if range.len() > longest {
                longest = range.len();
                found.clear();
            }
            if found.iter().any(|other| {
                other.code == entry.code.number() && other.vendor == Some(entry.vendor)
            }) {
                continue;
            }
            found.push(Match {
                code: entry.code.number(),
                meant_as: meant_as(entry),
                vendor: Some(entry.vendor),
                message: text.get(range.clone()).map(String::from),
                range,
            });
        }
    }
    found
}

/// The wordings of an entry that are whole messages.
fn wordings(entry: &Entry) -> impl Iterator<Item = &str> {
    let message = if entry.wire.template { None } else { entry.wire.message };
    let phrase = if entry.travels == Travels::StatusLine { None } else { entry.wire.phrase };
    let aliases = if entry.wire.template { &[] } else { entry.wire.aliases.as_slice() };
    message.into_iter().chain(phrase).chain(aliases.iter().copied())
}

/// Whether a wording says enough to be recognized without its number.
fn is_telling(wording: &str) -> bool {
    wording.len() >= 14 && wording.split_whitespace().count() >= 3
}

/// Where a wording stands in a text with nothing but a break before and behind it.
fn clause(text: &str, wording: &str) -> Option<Range<usize>> {
    let wording = wording.trim_end_matches('.');
    text.match_indices(wording).map(|(start, _)| start..start.saturating_add(wording.len())).find(
        |range| {
            let before = text.get(..range.start).unwrap_or_default().trim_end_matches(' ');
            let after = text.get(range.end..).unwrap_or_default().trim_start_matches(' ');
            let opens = |c: char| {
                matches!(
                    c,
                    ':' | '"'
                        | '\''
                        | '“'
                        | '‘'
                        | '('
                        | '['
                        | '-'
                        | '–'
                        | ','
                        | ';'
                        | '.'
                        | '\n'
                        | '\r'
                        | '\t'
                        | '>'
                        | '|'
                        | '='
                )
            };
            let closes = |c: char| {
                matches!(
                    c,
                    '"' | '\''
                        | '”'
                        | '’'
                        | ')'
                        | ']'
                        | ','
                        | ';'
                        | '.'
                        | '!'
                        | '?'
                        | '\n'
                        | '\r'
                        | '\t'
                        | '<'
                        | '|'
                        | ':'
                )
            };
            // A code may stand right before its message.
            let after_number = before.ends_with(|c: char| c.is_ascii_digit());
            (before.is_empty() || before.ends_with(opens) || after_number)
                && (after.is_empty() || after.starts_with(closes))
        },
    )
}

/// Numbers that something beside them calls a code.
fn number_matches(
    catalog: &Catalog,
    text: &str,
    words: &[Range<usize>],
    vendor: Option<&'static str>,
) -> Vec<Match> {
    let alone = words.len() <= 5
        && words.iter().filter_map(|word| text.get(word.clone())).all(|word| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            is_number
                || is_cue(word)
                || FILLERS.contains(&word.to_ascii_lowercase().as_str())
                || catalog.vendor(word).is_some()
        })
        || vendor.is_some() && words.len() <= 3;
    let mut found: Vec<Match> = Vec::new();
    for (index, range) in words.iter().enumerate() {
        let Some(number) = text
            .get(range.clone())
            .filter(|word| (3..=5).contains(&word.len()))
            .and_then(Code::parse)
        else {
            continue;
        };
        let is_called_a_code = || {
            alone
                || cued(text, words, index) && !counts_something(text, words, index)
                || followed_by_phrase(catalog, text, range.end, number)
        };
        if is_part_of_something_else(text, range) || !is_called_a_code() {
            continue;
        }
        let is_told = alone
            || words.len() <= FEW_WORDS
            || followed_by_phrase(catalog, text, range.end, number);
        let told = Told { alone, is_told };
        if let Some(entry_match) = number_match(catalog, number, vendor, told, range.clone())
            && !found.iter().any(|other| other.code == number.number())
        {
            found.push(entry_match);
        }
    }
    // A vendor's own number says more than a status does.
    let (own, statuses): (Vec<Match>, Vec<Match>) =
        found.into_iter().partition(|found| found.meant_as == MeantAs::Application);
    own.into_iter().chain(statuses).collect()
}

/// How clearly a text speaks of a number.
#[derive(Clone, Copy)]
struct Told {
    /// Of nothing else.
    alone: bool,
    /// In few words, or with its phrase.
    is_told: bool,
}

fn number_match(
    catalog: &Catalog,
    number: Code,
    vendor: Option<&'static str>,
    Told { alone, is_told }: Told,
    range: Range<usize>,
) -> Option<Match> {
    let listed: Vec<&Entry> = catalog.entries_with(number).map(AsRef::as_ref).collect();
    let of_vendor =
        vendor.and_then(|vendor| listed.iter().find(|entry| entry.vendor == vendor)).copied();
    let by_number = if number.class().is_some() || (600..=999).contains(&number.number()) {
        MeantAs::Status
    } else {
        MeantAs::Application
    };
    let (meant_as, vendor) = match (of_vendor, vendor, listed.as_slice()) {
        (Some(entry), _, _) => (meant_as(entry), Some(entry.vendor)),
        // The vendor named does not list it: reported as unknown.
        (None, Some(vendor), _) => (by_number, Some(vendor)),
        (None, None, [only]) if only.vendor != STANDARD => {
            // Only one vendor lists it, but many others count as high.
            if !is_told {
                return None;
            }
            (meant_as(only), Some(only.vendor))
        }
        (None, None, [_, ..]) => (MeantAs::Status, None),
        // Nobody lists it: only a number that stands for itself is reported.
        (None, None, []) if alone => (by_number, None),
        (None, None, []) => return None,
    };
    Some(Match { code: number.number(), meant_as, vendor, message: None, range })
}

fn meant_as(entry: &Entry) -> MeantAs {
    if entry.travels == Travels::Body { MeantAs::Application } else { MeantAs::Status }
}

/// Whether a word shortly before calls the number a code.
fn cued(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let word_at =
        |index: usize| words.get(index).and_then(|word| text.get(word.clone())).unwrap_or_default();
    let mut before = index;
    while let Some(previous) = before.checked_sub(1) {
        let word = word_at(previous).to_ascii_lowercase();
        if is_cue(&word) {
            // "product code", "Windows error code".
            return !(1..=2)
                .filter_map(|back| previous.checked_sub(back))
                .any(|at| OTHER_CODES.contains(&word_at(at).to_ascii_lowercase().as_str()));
        }
        let is_version = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() == 1;
        if !(FILLERS.contains(&word.as_str()) || is_version) || index.saturating_sub(previous) > 3 {
            return false;
        }
        before = previous;
    }
    false
}

/// Whether a word stands right behind a number that it may count: `404 rows`.
fn counts_something(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let (Some(number), Some(next)) = (words.get(index), words.get(index.saturating_add(1))) else {
        return false;
    };
    let between = text.get(number.end..next.start).unwrap_or_default();
    let word = text.get(next.clone()).unwrap_or_default();
    between == " "
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !FOLLOWERS.contains(&word)
}

fn is_cue(word: &str) -> bool {
    CUES.iter().any(|cue| cue.eq_ignore_ascii_case(word))
}

/// Whether the words behind a number are its phrase or message, at any vendor or in the standard.
fn followed_by_phrase(catalog: &Catalog, text: &str, end: usize, number: Code) -> bool {
    let after = text
        .get(end..)
        .unwrap_or_default()
        .trim_start_matches([' ', ':', '-', '(', '"', '\'', '–']);
    catalog.entries_with(number).any(|entry| {
        let wire = &entry.wire;
        let all = wire.phrase.iter().chain(&wire.message).chain(&wire.aliases);
        all.filter(|wording| wording.len() >= 2).any(|wording| {
            after.get(..wording.len()).is_some_and(|start| start.eq_ignore_ascii_case(wording))
                && !after
                    .get(wording.len()..)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    })
}

/// Whether a number belongs to a phone number, a price, a date, a version, an address or a measure.
fn is_part_of_something_else(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let mut back = before.chars().rev();
    let (last, second_last) = (back.next(), back.next());
    let mut ahead = after.chars();
    let (next, second_next) = (ahead.next(), ahead.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joined_before =
        matches!(last, Some('.' | '-' | '/' | ',' | ':' | ')' | '#')) && digit(second_last);
    let joined_after =
        matches!(next, Some('.' | '-' | '/' | ',' | ':' | '#')) && digit(second_next);
    let money = matches!(last, Some('$' | '€' | '£' | '+' | '~'))
        || matches!(next, Some('%' | '€' | '£' | '°'));
    let in_path =
        matches!(last, Some('/' | '\\' | '_' | '@')) || matches!(next, Some('_' | '@' | '\\'));
    let compared = ["==", "!=", "<=", ">="].iter().any(|sign| before.trim_end().ends_with(sign));
    joined_before
        || joined_after
        || money
        || in_path
        || compared
        || is_selector(before)
        || is_protocol(before)
}

/// Whether the version of another protocol stands right before: `SIP/2.0 404`.
fn is_protocol(before: &str) -> bool {
    let word = before.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    word == "ICY"
        || word.split_once('/').is_some_and(|(name, version)| {
            name.len() >= 2
                && name != "HTTP"
                && name.bytes().all(|byte| byte.is_ascii_uppercase())
                && version.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a word of a style sheet ends right before: `.error-404`, `#page_500`.
fn is_selector(before: &str) -> bool {
    let word =
        before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    before.ends_with(['-', '_']) && word.ends_with(['.', '#'])
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
    let range = status_beside(line)?;
    let is_said = |word: &str| is_cue(word) || word.starts_with(|c: char| c.is_ascii_uppercase());
    words(line)
        .into_iter()
        .filter(|word| *word != range)
        .all(|word| line.get(word).is_some_and(|word| word.len() <= 16 && is_said(word)))
        .then_some(range)
        .filter(|_| line.len() <= 48)
}

/// The one vendor that a text names, if it names exactly one.
pub(crate) fn named_vendor(catalog: &Catalog, text: &str) -> Option<&'static str> {
    let shown = text.get(text.ceil_char_boundary(text.len().saturating_sub(MAX_SENTENCE))..)?;
    // A name in an address says whose host or path it is, not whose response.
    let is_in_address = |range: &Range<usize>| {
        let before = shown.get(..range.start).unwrap_or_default();
        let after = shown.get(range.end..).unwrap_or_default();
        before.ends_with(['.', '/', '@', '-', '_'])
            || after.starts_with(['/', '@', '-', '_'])
            || after
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    let words: Vec<Range<usize>> =
        words(shown).into_iter().filter(|range| !is_in_address(range)).collect();
    vendor_among(catalog, shown, &words)
}

fn vendor_among(catalog: &Catalog, text: &str, words: &[Range<usize>]) -> Option<&'static str> {
    let singles = words.iter().cloned();
    let pairs =
        words.iter().zip(words.iter().skip(1)).map(|(first, second)| first.start..second.end);
    let named = singles
        .chain(pairs)
        .filter_map(|range| text.get(range))
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

/// Words and numbers: runs of letters and digits.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices() {
        if crate::word::is_part(character) {
            start.get_or_insert(at);
        } else if let Some(begin) = start.take() {
            words.push(begin..at);
        }
    }
    if let Some(begin) = start {
        words.push(begin..text.len());
    }
    words
}
