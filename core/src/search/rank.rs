//! How well an entry fits a query: one table of signals, the best one named.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::query::Query;
use super::{Mark, Why};
use crate::catalog::{Entry, SourceKind};
use crate::word;

/// What each signal is worth; a number outranks every word.
const CODE: u32 = 100_000;
const RANGE: u32 = 80_000;
const WHOLE_MESSAGE: u32 = 60_000;
const PART_OF_MESSAGE: u32 = 30_000;
const NUMBER_PREFIX: u32 = 20_000;
/// What a word in a field is worth: wire strings, condition, summary, everything else.
const IN_WIRE: u32 = 300;
const IN_CONDITION: u32 = 120;
const IN_SUMMARY: u32 = 80;
const ELSEWHERE: u32 = 30;
/// Words that say nothing of their own.
const FILLERS: &[&str] = &[
    "a", "an", "the", "is", "was", "are", "of", "to", "for", "in", "on", "with", "and", "or", "my",
    "our", "i", "we", "it", "error", "code", "http", "status", "response",
];
/// Words that mean the same as a condition, however the vendor words it.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("duplicate", &["already-exists"]),
    ("twice", &["already-exists"]),
    ("taken", &["already-exists"]),
    ("throttled", &["rate-limited"]),
    ("throttling", &["rate-limited"]),
    ("quota", &["rate-limited"]),
    ("login", &["authentication-failed", "token-expired", "elevation-required"]),
    ("credentials", &["authentication-failed"]),
    ("expired", &["token-expired"]),
    ("denied", &["not-permitted"]),
    ("permission", &["not-permitted", "elevation-required"]),
    ("missing", &["missing-value", "not-found", "record-not-found"]),
    ("unknown", &["not-found", "account-not-found", "record-not-found", "recipient-not-found"]),
    ("empty", &["empty-result", "no-content"]),
    ("timeout", &["request-timeout", "upstream-timeout"]),
    ("slow", &["upstream-timeout"]),
    ("down", &["service-unavailable", "upstream-failed"]),
    ("maintenance", &["service-unavailable"]),
    ("large", &["request-too-large", "too-many-items"]),
    ("big", &["request-too-large"]),
    ("deleted", &["gone"]),
    ("invalid", &["invalid-value", "validation-failed"]),
    ("inactive", &["account-disabled"]),
    ("disabled", &["account-disabled"]),
];

/// How well an entry fits, and why.
pub(super) struct Fit {
    pub(super) score: u32,
    pub(super) why: Why,
    pub(super) marks: Vec<Mark>,
}

/// Rates an entry, or finds that it does not fit.
pub(super) fn rate(query: &Query, entry: &Entry) -> Option<Fit> {
    let number = entry.code.number();
    if query.codes.contains(&entry.code) {
        return Some(Fit { score: CODE, why: Why::Code, marks: Vec::new() });
    }
    if query.ranges.iter().any(|range| range.contains(&number)) {
        return Some(Fit { score: RANGE, why: Why::Range, marks: Vec::new() });
    }
    let by_words = rate_words(query, entry);
    if by_words.is_some() || query.codes.is_empty() {
        return by_words;
    }
    // Still being typed.
    let digits = format!("{number}");
    let is_prefix = query.words.is_empty()
        && query.codes.iter().any(|code| digits.starts_with(&format!("{code}")));
    is_prefix.then(|| Fit { score: NUMBER_PREFIX, why: Why::Prefix, marks: Vec::new() })
}

/// All words have to fit somewhere, fillers apart.
fn rate_words(query: &Query, entry: &Entry) -> Option<Fit> {
    let last = query.words.last()?;
    let mut telling =
        query.words.iter().filter(|word| !FILLERS.contains(&word.as_str())).peekable();
    telling.peek()?;
    let mut fit = Fit { score: 0, why: Why::Word, marks: Vec::new() };
    for word in telling {
        let found = rate_word(word, core::ptr::eq(word, last), entry, &mut fit.marks)?;
        fit.score = fit.score.saturating_add(found.0);
        if quality(found.1) > quality(fit.why) || found.1 == Why::Synonym {
            fit.why = found.1;
        }
    }
    for (_, wording) in wordings(entry) {
        let wire = words_of(wording).join(" ");
        if wire == query.sentence {
            fit = Fit { score: WHOLE_MESSAGE, why: Why::Message, ..fit };
        } else if query.words.len() > 1 && wire.contains(&query.sentence) {
            fit.score = fit
                .score
                .max(PART_OF_MESSAGE.saturating_sub(u32::try_from(wire.len()).unwrap_or(0)));
            fit.why = Why::Message;
        }
    }
    Some(fit)
}

/// What the best place of one word is worth, and how the word stands there.
fn rate_word(
    word: &str,
    is_last: bool,
    entry: &Entry,
    marks: &mut Vec<Mark>,
) -> Option<(u32, Why)> {
    let mut best: Option<(u32, Why)> = None;
    let mut consider = |value: u32, why: Why| {
        if best.is_none_or(|(other, _)| other < value) {
            best = Some((value, why));
        }
    };
    for (field, text, value) in fields(entry) {
        let Some((why, start, end)) = find_word(text, word, is_last) else { continue };
        let weight = match why {
            Why::Typo => value / 4,
            Why::Prefix => value / 2,
            _ => value,
        };
        consider(weight, why);
        if value >= IN_SUMMARY
            && field != "condition"
            && !marks.iter().any(|mark| mark.field == field && mark.start == start)
        {
            marks.push(Mark { field: field.into_owned(), start, end });
        }
    }
    let means = SYNONYMS
        .iter()
        .filter(|(synonym, _)| *synonym == word)
        .flat_map(|(_, conditions)| *conditions);
    if means.into_iter().any(|condition| *condition == entry.condition) {
        consider(IN_CONDITION, Why::Synonym);
    }
    best
}

/// The texts of an entry in which words are looked for, with what a word there is worth.
fn fields(entry: &Entry) -> impl Iterator<Item = (Cow<'static, str>, &'static str, u32)> {
    let wire = wordings(entry).map(|(name, text)| (name, text, IN_WIRE));
    let rest = [
        ("condition", entry.condition, IN_CONDITION),
        ("summary", entry.summary, IN_SUMMARY),
        ("explanation", entry.explanation, ELSEWHERE),
    ];
    let causes = entry
        .causes
        .iter()
        .enumerate()
        .map(|(n, cause)| (Cow::from(format!("causes.{n}")), *cause, ELSEWHERE));
    wire.chain(rest.into_iter().map(|(name, text, value)| (Cow::from(name), text, value)))
        .chain(causes)
}

fn wordings(entry: &Entry) -> impl Iterator<Item = (Cow<'static, str>, &'static str)> {
    let wire = &entry.wire;
    let named = [
        ("wire.phrase", wire.phrase),
        ("wire.message", wire.message),
        ("wire.result", wire.result),
    ];
    let aliases = wire
        .aliases
        .iter()
        .enumerate()
        .map(|(n, alias)| (Cow::from(format!("wire.aliases.{n}")), *alias));
    named
        .into_iter()
        .filter_map(|(name, text)| text.map(|text| (Cow::from(name), text)))
        .chain(aliases)
}

/// The first word of a text that is the word, begins with it, or is spelt nearly so; places in UTF-16 units.
fn find_word(text: &str, wanted: &str, is_last: bool) -> Option<(Why, usize, usize)> {
    let mut found: Option<(Why, usize, usize)> = None;
    let mut units = 0usize;
    let mut current = String::new();
    let mut start = 0usize;
    for character in text.chars().chain([' ']) {
        if word::is_part(character) {
            if current.is_empty() {
                start = units;
            }
            current.push(character.to_ascii_lowercase());
        } else if !current.is_empty() {
            let why = if current == wanted {
                Some(Why::Word)
            } else if (is_last || wanted.len() >= 4) && current.starts_with(wanted) {
                Some(Why::Prefix)
            } else if wanted.len() >= 5 && is_nearly(&current, wanted) {
                Some(Why::Typo)
            } else {
                None
            };
            let is_better =
                |why: &Why| found.is_none_or(|(best, ..)| quality(*why) < quality(best));
            if let Some(why) = why.filter(is_better) {
                found = Some((why, start, units));
            }
            current.clear();
        }
        units = units.saturating_add(character.len_utf16());
    }
    found
}

/// A whole word is better than its beginning, and that than a misspelling.
fn quality(why: Why) -> u8 {
    match why {
        Why::Prefix => 1,
        Why::Typo => 2,
        _ => 0,
    }
}

/// Whether two words differ by one letter that is wrong, missing, too many, or swapped with its neighbour.
fn is_nearly(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same_start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest_one = one.get(same_start..).unwrap_or_default();
    let rest_other = other.get(same_start..).unwrap_or_default();
    let same_end =
        rest_one.iter().rev().zip(rest_other.iter().rev()).take_while(|(a, b)| a == b).count();
    let left = (rest_one.len().saturating_sub(same_end), rest_other.len().saturating_sub(same_end));
    match left {
        (0 | 1, 0 | 1) => true,
        (2, 2) => rest_one.first() == rest_other.get(1) && rest_one.get(1) == rest_other.first(),
        _ => false,
    }
}

fn words_of(text: &str) -> Vec<String> {
    let lower = word::lower(text);
    lower
        .split(|c: char| !word::is_part(c))
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}

/// Which of equals comes first: codes of the vendor's own page, then other sources, then the standard.
pub(super) fn listing_rank(kind: SourceKind) -> u32 {
    match kind {
        SourceKind::VendorPage => 0,
        SourceKind::VendorOtherPage | SourceKind::VendorSourceCode => 1,
        SourceKind::ClientCode => 2,
        SourceKind::Standard => 3,
    }
}
