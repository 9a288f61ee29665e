//! How far a value without marks goes on behind its first word, by what it is: a name, a date, an address.

use core::ops::Range;

use super::field;
use super::kind::Kind;
use super::mask::is_placeholder;
use super::rules::phrases::is_common;
use super::shape;
use super::text::{Text, is_line_end, is_space};

/// The whole value whose first word stands at a place.
pub(super) fn of(text: Text<'_>, kind: Kind, first: Range<usize>) -> Range<usize> {
    if is_placeholder(text.slice(first.clone())) {
        return first;
    }
    let start = first.start;
    let end = match kind {
        Kind::Date => return date(text, first),
        Kind::Phone => shape::phone::named(text, start),
        Kind::Ssn => shape::ssn::named(text, start),
        Kind::Account => {
            shape::card::find(text, start).or_else(|| shape::iban::find(text, start)).map(end_of)
        }
        Kind::Address => address(text, start),
        Kind::Person => person(text, start),
        // `Root=1-67891233-abcdef;Parent=53995c3f42cd8ad8;Sampled=1` of Amazon.
        Kind::Id if ["root=", "self="].iter().any(|name| text.has(start, name)) => {
            Some(field::pairs_end(text, first.end))
        }
        _ => None,
    };
    start..end.unwrap_or(first.end).max(first.end)
}

const fn end_of(range: Range<usize>) -> usize {
    range.end
}

/// The bytes of words in names and addresses.
const fn is_wordly(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'\'' | b'.' | b'-' | b'#')
}

fn is_capital(text: Text<'_>, at: usize) -> bool {
    text.byte(at).is_some_and(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
}

/// `Made B. Up`: words with capitals, up to the end of the line or of the clause.
fn person(text: Text<'_>, start: usize) -> Option<usize> {
    const MOST_WORDS: usize = 4;
    let mut end = start;
    let mut at = start;
    let mut has_comma = false;
    for _ in 0..MOST_WORDS {
        let word = at..text.run(at, is_wordly);
        if !is_capital(text, at) || is_common(text.slice(word.clone())) {
            // What stands behind the comma is no first name.
            if at > end && text.byte(end) == Some(b',') {
                at = end;
            }
            break;
        }
        end = word.end;
        at = text.run(end, is_space);
        // `Up, Made`
        if !has_comma && text.byte(end) == Some(b',') {
            has_comma = true;
            at = text.run(end.saturating_add(1), is_space);
        }
    }
    let is_end = text
        .byte(at)
        .is_none_or(|byte| is_line_end(byte) || matches!(byte, b',' | b';' | b'(' | b')' | b'|'));
    (end > start && is_end).then_some(end)
}

/// Words in lower case inside the names of streets and towns.
const JOINING: &[&str] = &[
    "rue",
    "avenue",
    "av.",
    "boulevard",
    "bd",
    "place",
    "chemin",
    "impasse",
    "du",
    "de",
    "des",
    "la",
    "le",
    "les",
    "del",
    "calle",
    "am",
    "an",
    "der",
    "dem",
    "im",
    "zum",
    "zur",
    "via",
];

/// Whether a comma and the number of a town stand behind the number of a house: `…, 00000`.
fn is_before_town(text: Text<'_>, at: usize) -> bool {
    let start = text.run(at.saturating_add(1), is_space);
    let end = text.run(start, |byte| byte.is_ascii_digit());
    text.byte(at) == Some(b',') && end.saturating_sub(start) == 5
}

/// `9 Made Up Rd, Town, ST 00000`. A number of three or four digits may be a code, and ends it.
fn address(text: Text<'_>, start: usize) -> Option<usize> {
    let is_gap = |byte: u8| is_space(byte) || byte == b',';
    let mut end = start;
    let mut at = start;
    loop {
        let word = at..text.run(at, is_wordly);
        let written = text.slice(word.clone());
        let is_number = written.bytes().all(|byte| byte.is_ascii_digit());
        let is_part = if is_number {
            at == start || !matches!(written.len(), 3 | 4) || is_before_town(text, word.end)
        } else {
            is_capital(text, at)
                || written.starts_with(|c: char| c.is_ascii_digit() || c == '#')
                || (JOINING.contains(&written) && end > start)
        };
        if word.is_empty() || !is_part || is_common(written) {
            break;
        }
        end = word.end;
        at = text.run(end, is_gap);
    }
    (end > start).then_some(end)
}

/// How the names of months begin: in English, and where others differ from it.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
    "mai", "okt", "dez", "fév", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic",
];

/// A date in words goes on behind its first word: `2 Jan 1990`, `January 2, 1990`.
fn date(text: Text<'_>, first: Range<usize>) -> Range<usize> {
    let is_month = |word: &Range<usize>| MONTHS.iter().any(|month| text.has(word.start, month));
    let is_word =
        |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b',' | b'.');
    let mut last = first.clone();
    for _ in 0..2 {
        let mut start = text.run(last.end, is_space);
        // `14 de marzo de 1951`
        if start > last.end && text.has(start, "de ") {
            start = start.saturating_add(3);
        }
        let word = start..text.run(start, is_word);
        let is_number =
            text.byte(start).is_some_and(|byte| byte.is_ascii_digit()) && word.len() <= 5;
        let is_part = (is_month(&last) && is_number) || (is_month(&word) && word.len() <= 10);
        let goes_on_by_year = last != first && is_number && (is_month(&first) || is_month(&last));
        if start == last.end || !(is_part || goes_on_by_year) {
            break;
        }
        last = word;
    }
    first.start..last.end
}
