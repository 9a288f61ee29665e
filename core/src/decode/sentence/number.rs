//! Numbers in plain words: which of them are codes, whose, and in which order they came.

use alloc::vec::Vec;
use core::cell::LazyCell;
use core::ops::Range;

use super::surroundings::{counts_something, is_part_of_something_else};
use super::told::Around;
use super::vocabulary::{
    CALLS, CUES, DENIALS, ERRORS, FAILURES, FILLERS, INTERIM, NUMBERED, OTHER_CODES, QUESTIONS,
    STARTERS, TURNS, is_among,
};
use super::{Match, only_one};
use crate::catalog::{Catalog, Entry, Outcome, STANDARD, Travels};
use crate::code::{Code, StatusClass};
use crate::decode::reading::MeantAs;
use crate::order;
use crate::placeholder;

/// More statuses in one text are a list, not a story: they are listed in one response, not in one each.
const MAX_TURNS: usize = 8;
/// So many words, and an unnamed vendor's own number beside them may well be another one's.
const FEW_WORDS: usize = 8;

/// Numbers that something beside them calls a code.
pub(super) fn number_matches(
    catalog: &Catalog,
    text: &str,
    words: &[Range<usize>],
    vendor: Option<&'static str>,
) -> Vec<Match> {
    let number_at = |range: &Range<usize>| {
        let begins =
            |word: &&str| word.bytes().next().is_some_and(|byte| matches!(byte, b'1'..=b'9'));
        let fits = |word: &&str| (3..=5).contains(&word.len()) && begins(word);
        text.get(range.clone()).filter(fits).and_then(Code::parse)
    };
    // So it is with most words.
    if words.iter().all(|range| number_at(range).is_none()) {
        return Vec::new();
    }
    let alone = words.len() <= 5
        && words.iter().filter_map(|word| text.get(word.clone())).all(|word| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            is_number
                || placeholder::begins(word)
                || is_cue(word)
                || is_among(FILLERS, word)
                || is_among(QUESTIONS, word)
                || catalog.vendor(word).is_some()
        });
    let is_of_few = vendor.is_some() && words.len() <= 3;
    let about = LazyCell::new(|| {
        if INTERIM.stand_in(text) {
            About::Interim
        } else if FAILURES.stand_in(text) {
            About::Failure
        } else {
            About::Anything
        }
    });
    let is_about_calls = words.len() <= FEW_WORDS || vendor.is_some() || CALLS.stand_in(text);
    let mut found: Vec<Match> = Vec::new();
    let mut likely: Vec<Match> = Vec::new();
    let mut denied: Vec<usize> = Vec::new();
    for (index, range) in words.iter().enumerate() {
        let Some(number) = number_at(range) else { continue };
        let around = Around { catalog, text, words, index, is_about_calls };
        let is_listed = || {
            let is_failure = matches!(number.number(), 400..=599);
            is_failure && catalog.entry_of(STANDARD, number).is_some()
                || !is_failure && catalog.entries_with(number).next().is_some()
        };
        let is_called_a_code = || {
            alone
                || is_of_few && !counts_something(text, words, index)
                || cued(text, words, index) && !counts_something(text, words, index)
                || followed_by_phrase(catalog, text, range.end, number)
                || is_in_brackets_behind_phrase(catalog, text, range, number)
                || is_in_place_of_another(text, words, index)
                || around.is_told() && is_listed()
        };
        if is_part_of_something_else(text, range) || is_numbered(text, words, index) {
            continue;
        }
        if is_denied(text, words, index) {
            denied.push(range.start);
        }
        if !is_called_a_code() {
            let is_listed = catalog.entry_of(STANDARD, number).is_some();
            let is_told = around.is_mentioned() || around.is_behind_vendor();
            // Where the vendor is named, what came from it is its own.
            if is_told && vendor.is_some_and(|vendor| catalog.entry_of(vendor, number).is_some()) {
                let told = Told { alone, is_clear: true, about: *about };
                found.extend(number_match(catalog, number, vendor, told, range.clone()));
            } else if is_listed && is_told {
                let range = range.clone();
                let (code, meant_as) = (number.number(), MeantAs::Status);
                likely.push(Match { code, meant_as, vendor, message: None, range });
            }
            continue;
        }
        let is_clear = alone
            || words.len() <= FEW_WORDS
            || is_called_an_error(text, words, index)
            || followed_by_phrase(catalog, text, range.end, number);
        let is_clear = is_clear && !is_of_something_named(catalog, text, words, index);
        let told = Told { alone, is_clear, about: *about };
        if let Some(entry_match) = number_match(catalog, number, vendor, told, range.clone())
            && !found.iter().any(|other| other.code == number.number())
        {
            found.push(entry_match);
        }
    }
    // A vendor's own number says more than a status does.
    let (own, mut statuses): (Vec<Match>, Vec<Match>) =
        found.into_iter().partition(|found| found.meant_as == MeantAs::Application);
    if own.is_empty() && !statuses.is_empty() {
        likely.retain(|one| statuses.iter().all(|other| other.code != one.code));
        statuses.append(&mut likely);
        order::sort_by_key(&mut statuses, |found| order::place(found.range.start).into());
        if statuses.iter().any(|found| !denied.contains(&found.range.start)) {
            statuses.retain(|found| !denied.contains(&found.range.start));
        }
        if !are_in_turn(text, words, &statuses) {
            // What failed is what the reader asks about.
            order::sort_by_key(&mut statuses, |found| u64::from(found.code < 400));
        }
    }
    own.into_iter().chain(statuses).collect()
}

/// Whether the words tell of statuses that came one after the other.
pub(super) fn are_in_turn(text: &str, words: &[Range<usize>], found: &[Match]) -> bool {
    let is_turn = |from: usize, to: usize| {
        words
            .iter()
            .filter(|word| word.start >= from && word.end <= to)
            .any(|word| text.get(word.clone()).is_some_and(|word| is_among(TURNS, word)))
    };
    found.len() >= 2
        && found.len() <= MAX_TURNS
        && found.iter().all(|found| found.meant_as == MeantAs::Status)
        && found.array_windows().all(|[one, next]| {
            one.range.end <= next.range.start && is_turn(one.range.end, next.range.start)
        })
}

/// Whether the words shortly before a number say that it did not come.
fn is_denied(text: &str, words: &[Range<usize>], index: usize) -> bool {
    /// How many words lie between at most: "instead of a 200".
    const NEAR: usize = 4;
    let near = words.get(index.saturating_sub(NEAR)..index).unwrap_or_default();
    near.iter()
        .rev()
        .filter_map(|word| text.get(word.clone()))
        .take_while(|word| {
            // Another number has its own words.
            !word.starts_with(|c: char| c.is_ascii_digit())
                && !TURNS.contains(word)
                && *word != "got"
                && *word != "but"
        })
        .scan("", |behind, word| Some((word, core::mem::replace(behind, word))))
        // "Not Found" is a phrase.
        .filter(|(word, behind)| *word != "Not" || !behind.starts_with(|c: char| c.is_uppercase()))
        .any(|(word, _)| is_among(DENIALS, word))
}

/// How clearly a text speaks of a number.
#[derive(Clone, Copy)]
struct Told {
    /// Of nothing else.
    alone: bool,
    /// In few words, or with its phrase.
    is_clear: bool,
    about: About,
}

/// What the words around a number are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Anything,
    /// Something that failed.
    Failure,
    /// What the standard's own 1xx are about.
    Interim,
}

fn number_match(
    catalog: &Catalog,
    number: Code,
    vendor: Option<&'static str>,
    Told { alone, is_clear, about }: Told,
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
        // What went well is not what the words are about.
        (Some(entry), _, _)
            if number.class().is_some()
                && about == About::Failure
                && entry.outcome == Outcome::Success =>
        {
            return None;
        }
        (Some(entry), _, _) => (meant_as(entry), Some(entry.vendor)),
        // The vendor named does not list it: reported as unknown.
        (None, Some(vendor), _) => (by_number, Some(vendor)),
        (None, None, [only]) if only.vendor != STANDARD => {
            // Only one vendor lists it, but many others count as high.
            let is_denied = about == About::Failure && only.outcome == Outcome::Success;
            if !is_clear || is_denied {
                return None;
            }
            (meant_as(only), Some(only.vendor))
        }
        (None, None, [_, ..]) if number.class() == Some(StatusClass::Informational) => {
            // No final answer carries the standard's, so that nobody tells of it unless the words do.
            (
                MeantAs::Status,
                if about == About::Interim { Some(STANDARD) } else { failing(&listed) },
            )
        }
        (None, None, [_, ..]) => (
            MeantAs::Status,
            if about == About::Failure && is_clear { failing(&listed) } else { None },
        ),
        // Nobody lists it: only a number that stands for itself is reported.
        (None, None, []) if alone => (by_number, None),
        (None, None, []) => return None,
    };
    Some(Match { code: number.number(), meant_as, vendor, message: None, range })
}

/// The one vendor at which a number is a failure that is none in the standard.
fn failing(listed: &[&Entry]) -> Option<&'static str> {
    let fails = |entry: &&&Entry| entry.outcome == Outcome::Failure;
    let is_standard = |entry: &&&Entry| entry.vendor == STANDARD;
    let standard = listed.iter().find(is_standard).filter(|entry| !fails(entry))?;
    only_one(
        listed
            .iter()
            .filter(|entry| entry.vendor != standard.vendor)
            .filter(fails)
            .map(|entry| entry.vendor),
    )
}

pub(super) fn meant_as(entry: &Entry) -> MeantAs {
    if entry.travels == Travels::Body { MeantAs::Application } else { MeantAs::Status }
}

/// Whether a word shortly before calls the number a code.
pub(super) fn cued(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let word_at =
        |index: usize| words.get(index).and_then(|word| text.get(word.clone())).unwrap_or_default();
    let mut before = index;
    while let Some(previous) = before.checked_sub(1) {
        let word = word_at(previous).to_ascii_lowercase();
        if is_cue(&word) {
            // What opens a block begins something else.
            let between = words.get(previous).zip(words.get(index));
            let between = between.and_then(|(cue, number)| text.get(cue.end..number.start));
            if between.is_some_and(|between| between.contains(['{', '}'])) {
                return false;
            }
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

pub(super) fn is_cue(word: &str) -> bool {
    is_among(CUES, word)
}

/// `about error 4071`, `error code 4071`: whatever else the text tells.
fn is_called_an_error(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let mut before = words.get(..index).unwrap_or_default().iter().rev();
    let mut next = || before.next().and_then(|range| text.get(range.clone())).unwrap_or_default();
    let (last, first) = (next(), next());
    is_among(ERRORS, last) || last.eq_ignore_ascii_case("code") && is_among(ERRORS, first)
}

/// `Canon error 5100`: whose number it is stands before the cue, and is no vendor of the catalogue.
fn is_of_something_named(
    catalog: &Catalog,
    text: &str,
    words: &[Range<usize>],
    index: usize,
) -> bool {
    let before = words.get(..index).unwrap_or_default().iter().rev();
    let word_of = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let is_name = |range: &&Range<usize>| {
        let word = word_of(range);
        !is_cue(word) && !is_among(FILLERS, word)
    };
    // A mark between them ends what it is the name of: `Jane: error 4071`.
    let goes_on = |range: &&Range<usize>| {
        let rest = text.get(range.end..).unwrap_or_default();
        let behind = rest.trim_start_matches([':', ',', '.', ';', '!', '?', ')']);
        let is_marked = behind.len() < rest.len() && behind.starts_with(char::is_whitespace);
        !is_marked && !rest.starts_with(['\r', '\n'])
    };
    let name = before.into_iter().find(is_name).filter(goes_on).map(word_of);
    let is_cued =
        index.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_cue(word_of(word)));
    is_cued
        && name.is_some_and(|name| {
            name.starts_with(|c: char| c.is_uppercase())
                && !STARTERS.contains(&name)
                && catalog.vendor(name).is_none()
        })
}

/// `ErrorID 200`, `account 4010`: the number of something that is no code.
fn is_numbered(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| words.get(at));
    let word = before.and_then(|range| text.get(range.clone())).unwrap_or_default();
    is_among(NUMBERED, word)
}

/// `want 200 got 503`.
fn is_in_place_of_another(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let word_at = |back: usize| {
        let range = index.checked_sub(back).and_then(|at| words.get(at));
        range.and_then(|range| text.get(range.clone())).unwrap_or_default()
    };
    ["got", "was"].contains(&word_at(1))
        && word_at(2).bytes().all(|byte| byte.is_ascii_digit())
        && ["want", "wanted", "expected"].contains(&word_at(3))
}

/// `unauthorized (401)`.
fn is_in_brackets_behind_phrase(
    catalog: &Catalog,
    text: &str,
    range: &Range<usize>,
    number: Code,
) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let is_closed = text.get(range.end..).is_some_and(|rest| rest.starts_with(')'));
    let Some(before) = before.strip_suffix('(').filter(|_| is_closed) else { return false };
    let before = before.trim_end_matches(' ');
    catalog.entries_with(number).filter_map(|entry| entry.wire.phrase).any(|phrase| {
        before
            .len()
            .checked_sub(phrase.len())
            .and_then(|at| before.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(phrase))
    })
}

/// Whether the words behind a number are its phrase or message, at any vendor or in the standard.
fn followed_by_phrase(catalog: &Catalog, text: &str, end: usize, number: Code) -> bool {
    let after = text.get(end..).unwrap_or_default();
    // `(401) Unauthorized`.
    let after = after
        .strip_prefix(')')
        .unwrap_or(after)
        .trim_start_matches([' ', ':', '-', '(', '"', '\'', '–', '|']);
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
