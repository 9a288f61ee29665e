//! An address in a sentence: the number of a house, the name of a street, and what it is; a town behind it.

use core::ops::Range;

use crate::redact::rules::phrases::is_common;
use crate::redact::text::{Text, is_name, is_space};

/// What streets are, as the names of streets end.
const STREETS: &[&str] = &[
    "Street",
    "St",
    "Avenue",
    "Ave",
    "Road",
    "Rd",
    "Boulevard",
    "Blvd",
    "Lane",
    "Ln",
    "Drive",
    "Dr",
    "Court",
    "Ct",
    "Terrace",
    "Circle",
    "Cir",
    "Highway",
    "Hwy",
    "Parkway",
    "Pkwy",
    "Trail",
    "Way",
    "Close",
    "Crescent",
    "STREET",
    "ST",
    "AVENUE",
    "AVE",
    "ROAD",
    "RD",
    "BOULEVARD",
    "BLVD",
    "LANE",
    "LN",
    "DRIVE",
    "DR",
    "COURT",
    "CT",
    "HIGHWAY",
    "HWY",
    "PARKWAY",
    "PKWY",
];

/// What parts of a house are, before their number.
const PARTS: &[&str] =
    &["Apt", "Apartment", "Suite", "Ste", "Unit", "Floor", "Fl", "APT", "STE", "UNIT"];

/// How many digits the number of a house has at most.
const MOST_DIGITS: usize = 6;
/// How many words stand before what the street is: `Martin Made Up`.
const MOST_WORDS: usize = 4;
/// How long one of them is.
const LONGEST: usize = 20;

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let number = text.run(at, |byte| byte.is_ascii_digit());
    let number = number.saturating_add(usize::from(is_letter_of_house(text, number)));
    let is_house = number > at
        && number.saturating_sub(at) <= MOST_DIGITS
        && text.byte(number) == Some(b' ')
        && text.byte(at) != Some(b'0');
    let begins = number.saturating_add(1);
    // Most numbers are no house.
    if !is_house || !can_begin(text, begins) || is_called_otherwise(text, at) {
        return None;
    }
    let mut start = begins;
    for count in 0..=MOST_WORDS {
        let end = word_end(text, start);
        let word = text.slice(start..end);
        if count > 0 && STREETS.contains(&word) {
            return Some(at..town_end(text, part_end(text, behind_point(text, end))));
        }
        let is_part =
            word.len() <= LONGEST && can_begin(text, start) && !(is_common(word) && word.len() > 1);
        if !is_part || word.is_empty() {
            return None;
        }
        let end = behind_point(text, end);
        if text.byte(end) != Some(b' ') {
            return None;
        }
        start = end.saturating_add(1);
    }
    None
}

/// Whether a letter belongs to the number: `12B`.
fn is_letter_of_house(text: Text<'_>, at: usize) -> bool {
    text.byte(at).is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.byte(at.saturating_add(1)) == Some(b' ')
}

/// A word of a street's name has a capital, or is counted: `5th`.
fn can_begin(text: Text<'_>, at: usize) -> bool {
    match text.byte(at) {
        Some(b'0'..=b'9') => {
            let end = text.run(at, |byte| byte.is_ascii_digit());
            text.byte(end).is_some_and(|byte| byte.is_ascii_lowercase())
        }
        Some(byte) => byte.is_ascii_uppercase() || !byte.is_ascii(),
        None => false,
    }
}

/// Whether something else is before the number than a sentence about a place: `HTTP/1.1 404`, `error 500`, `-12`.
fn is_called_otherwise(text: Text<'_>, at: usize) -> bool {
    let gap = text.run_before(at, 4, is_space);
    let end = at.saturating_sub(gap);
    let length = text.run_before(end, 24, |byte| is_name(byte) || matches!(byte, b'/' | b'.'));
    let word = text.slice(end.saturating_sub(length)..end);
    let is_joined = gap == 0
        && text.before(at).is_some_and(|byte| {
            !matches!(byte, b'\n' | b'\r' | b'"' | b'\'' | b'(' | b'>' | b':' | b',' | b'=')
        });
    is_joined || is_common(word) || word.contains('/')
}

fn word_end(text: Text<'_>, at: usize) -> usize {
    text.run(at, |byte| {
        byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'\'' | b'-')
    })
}

/// The point of a word that is cut short: `N.`, `St.`; not the one that ends a sentence.
fn behind_point(text: Text<'_>, at: usize) -> usize {
    let goes_on = matches!(text.byte(at.saturating_add(1)), Some(b' ' | b','));
    at.saturating_add(usize::from(text.byte(at) == Some(b'.') && goes_on))
}

/// Behind a comma or none, one blank.
fn next(text: Text<'_>, at: usize) -> usize {
    text.run(at.saturating_add(usize::from(text.byte(at) == Some(b','))), |byte| byte == b' ')
}

/// `Apt 4B`, `#12`.
fn part_end(text: Text<'_>, end: usize) -> usize {
    let start = next(text, end);
    let word = word_end(text, start);
    let behind = behind_point(text, word);
    let number = if text.byte(start) == Some(b'#') {
        start.saturating_add(1)
    } else if PARTS.contains(&text.slice(start..word)) && text.byte(behind) == Some(b' ') {
        behind.saturating_add(1)
    } else {
        return end;
    };
    let number_end = word_end(text, number);
    if number_end > number && number_end.saturating_sub(number) <= MOST_DIGITS {
        number_end
    } else {
        end
    }
}

/// `, Made Up Town, ST 00000`; the code of the state and the number of the town tell it.
fn town_end(text: Text<'_>, end: usize) -> usize {
    const MOST_TOWN_WORDS: usize = 5;
    let mut at = next(text, end);
    for _ in 0..MOST_TOWN_WORDS {
        let word = word_end(text, at);
        let is_state = word.saturating_sub(at) == 2
            && text.slice(at..word).bytes().all(|byte| byte.is_ascii_uppercase());
        let zip = next(text, word);
        let zip_end = text.run(zip, |byte| byte.is_ascii_digit());
        if is_state && zip_end.saturating_sub(zip) == 5 {
            let more = text.run(zip_end.saturating_add(1), |byte| byte.is_ascii_digit());
            let is_long = text.byte(zip_end) == Some(b'-') && more.saturating_sub(zip_end) == 5;
            return if is_long { more } else { zip_end };
        }
        if word == at || word.saturating_sub(at) > LONGEST || !can_begin(text, at) {
            break;
        }
        at = next(text, behind_point(text, word));
    }
    end
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn addresses_of_houses() {
        for (text, expected) in [
            ("lives at 12 Invented Street now", "12 Invented Street"),
            (
                "12B N. Made Up Rd., Apt 4, Nowhere Town, IL 00000-1234 and",
                "12B N. Made Up Rd., Apt 4, Nowhere Town, IL 00000-1234",
            ),
            ("at 9 5th Ave, Nowhere, ST 00000.", "9 5th Ave, Nowhere, ST 00000"),
            ("to 12 MADE UP LN #3.", "12 MADE UP LN #3"),
            ("12 Invented Drive, please call", "12 Invented Drive"),
        ] {
            assert_eq!(masked(find, text), Some(expected), "{text}");
        }
    }

    #[test]
    fn statuses_counts_and_versions() {
        for text in [
            "HTTP/1.1 404 Wrong Way",
            "error 4071 Made Up Street",
            "404 Not Found Way",
            "12 Invented streets",
            "2 Streets",
            "status=500 Internal Server Drive",
            "v1.12 Made Up Road",
            "12 Street",
        ] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
