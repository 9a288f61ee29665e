//! A wait that the content names: `Try again in 12 seconds`, `"retryAfter": 30`, `retry_after=120`.
//!
//! The field `Retry-After` (RFC 9110 section 10.2.3) is read elsewhere and says more. No vendor documents these
//! words; Azure API Management, Cloudflare, Discord and many others write them into the content of a 429 or 503.

use alloc::format;
use core::ops::Range;

use super::carrier::LOG_LINE;
use super::noteworthy::retry_after::duration;
use super::output::{DecodedResponse, Noteworthy};
use super::reading::Message;
use crate::catalog::{Retry, RetryKind};

/// How much of a response is looked at, in bytes.
const LOOKED_AT: usize = 4_096;
/// The longest wait that is believed, in seconds: a week.
const MAX_WAIT: u64 = 7 * 24 * 3600;
/// The most words between the cue and the number.
const MOST_WORDS: usize = 5;
/// The longest run of digits that is a number of seconds, or of milliseconds.
const MOST_DIGITS: usize = 9;

/// What begins to speak of a wait, in lower case.
const CUES: &[&str] = &["retry", "again", "wait"];
/// What may stand between a cue and its number.
const BETWEEN: &[&str] = &[
    "again",
    "in",
    "after",
    "for",
    "at",
    "least",
    "about",
    "approximately",
    "the",
    "request",
    "your",
    "this",
    "another",
    "next",
];
/// Names of units, and milliseconds in one of each.
const UNITS: &[(&str, u64)] = &[
    ("milliseconds", 1),
    ("millis", 1),
    ("ms", 1),
    ("seconds", 1_000),
    ("second", 1_000),
    ("secs", 1_000),
    ("sec", 1_000),
    ("s", 1_000),
    ("minutes", 60_000),
    ("minute", 60_000),
    ("mins", 60_000),
    ("min", 60_000),
    ("hours", 3_600_000),
    ("hour", 3_600_000),
];

/// Puts the wait that the content names into the advice, where the advice is to wait and no field says how long.
pub(super) fn explain(response: &mut DecodedResponse, message: &Message<'_>) {
    let advice = &mut response.advice;
    if advice.retry.kind != RetryKind::AfterDelay || message.envelope.field("retry-after").is_some()
    {
        return;
    }
    let piece = message.envelope.piece;
    let in_content =
        find(beginning(&piece.text), |rest| as_member(rest).or_else(|| as_words(rest)))
            .map(|(seconds, place)| (seconds, "content", message.envelope.span(place)));
    // A line of a log says it beside the status; what it says in words may be what the client means to do.
    let in_line = || {
        let line = Some(&piece.context).filter(|_| piece.carrier == LOG_LINE)?;
        let (seconds, place) = find(beginning(line.text), as_member)?;
        Some((seconds, "line", line.origin.span(place.start, place.end)))
    };
    let Some((seconds, whose, span)) = in_content.or_else(in_line) else { return };
    advice.retry = Retry {
        kind: RetryKind::AfterDelay,
        delays_seconds: alloc::vec![seconds],
        repeat_seconds: None,
    };
    response.noteworthy.push(Noteworthy {
        name: format!("Wait named in the {whose}"),
        meaning: format!("The {whose} asks to wait {}.", duration(seconds)),
        span,
    });
}

fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default()
}

/// The first wait that a text names, in seconds, and where it stands; `read` reads what stands behind a cue.
fn find(text: &str, read: fn(&str) -> Option<(u32, usize)>) -> Option<(u32, Range<usize>)> {
    let lower = text.to_ascii_lowercase();
    let waits = CUES.iter().filter_map(|cue| {
        lower.match_indices(cue).find_map(|(start, cue)| {
            let behind = start.saturating_add(cue.len());
            if lower.get(..start)?.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                return None;
            }
            let rest = lower.get(behind..)?;
            let (seconds, length) = read(rest)?;
            Some((seconds, start..behind.saturating_add(length)))
        })
    });
    waits.min_by_key(|(_, place)| place.start)
}

/// `After": 30`, `_after_ms=1500`: the rest of a name, and its value. Without a unit it counts seconds, as the field does.
fn as_member(rest: &str) -> Option<(u32, usize)> {
    let name = rest.trim_start_matches(['_', '-', ' ']).strip_prefix("after")?;
    let name_unit = name.trim_start_matches(['_', '-']);
    let name_unit = name_unit.strip_prefix("in").unwrap_or(name_unit);
    let (unit, behind) = match UNITS.iter().find(|(unit, _)| name_unit.starts_with(unit)) {
        Some((unit, factor)) => (Some(*factor), name_unit.get(unit.len()..)?),
        None => (None, name),
    };
    let value = behind
        .trim_start_matches(['"', '\'', '\\', ' '])
        .strip_prefix([':', '='])?
        .trim_start_matches(['"', '\'', '\\', ' ']);
    let (number, behind) = number(value)?;
    let (own, behind) = match unit_of(behind) {
        Some((factor, behind)) => (Some(factor), behind),
        None => (None, behind),
    };
    // A number at the very end may have lost digits.
    let is_whole = own.is_some()
        || behind.starts_with(|c: char| {
            matches!(c, '"' | '\'' | '\\' | ',' | '}' | ']' | ';' | ')') || c.is_whitespace()
        });
    let seconds = in_seconds(number, own.or(unit).unwrap_or(1_000)).filter(|_| is_whole)?;
    Some((seconds, rest.len().saturating_sub(behind.len())))
}

/// ` in 12 seconds`, ` after about 5 minutes`: a unit has to follow.
fn as_words(rest: &str) -> Option<(u32, usize)> {
    let mut behind = rest;
    for _ in 0..=MOST_WORDS {
        let word = behind.strip_prefix([' ', '\n', '\u{a0}'])?;
        if let Some((number, unit)) = number(word) {
            let (factor, end) = unit_of(unit)?;
            let seconds = in_seconds(number, factor)?;
            return Some((seconds, rest.len().saturating_sub(end.len())));
        }
        let known = BETWEEN.iter().find(|known| {
            word.strip_prefix(**known)
                .is_some_and(|behind| behind.starts_with([' ', '\n', '\u{a0}']))
        })?;
        behind = word.get(known.len()..)?;
    }
    None
}

/// A whole number, and what stands behind it and its fraction.
fn number(text: &str) -> Option<(u64, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 || length > MOST_DIGITS {
        return None;
    }
    let (digits, behind) = text.split_at_checked(length)?;
    let number = digits.parse::<u64>().ok()?;
    let fraction =
        behind.strip_prefix('.').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    Some(match fraction.filter(|rest| rest.len().saturating_add(1) < behind.len()) {
        // Who waits too short has to wait again.
        Some(behind) => (number.saturating_add(1), behind),
        None => (number, behind),
    })
}

fn unit_of(text: &str) -> Option<(u64, &str)> {
    let text = text.strip_prefix([' ', '\u{a0}']).unwrap_or(text);
    UNITS.iter().find_map(|(unit, factor)| {
        let behind = text.strip_prefix(unit)?;
        (!behind.starts_with(|c: char| c.is_alphanumeric())).then_some((*factor, behind))
    })
}

fn in_seconds(number: u64, factor: u64) -> Option<u32> {
    let seconds = number.checked_mul(factor)?.div_ceil(1_000);
    u32::try_from(seconds).ok().filter(|_| seconds > 0 && seconds <= MAX_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Option<(u32, Range<usize>)> {
        super::find(text, |rest| as_member(rest).or_else(|| as_words(rest)))
    }

    #[test]
    fn waits_in_many_spellings() {
        for (text, seconds) in [
            ("Rate limit is exceeded. Try again in 12 seconds.", 12),
            ("please retry after 2 minutes", 120),
            ("{\"retryAfter\": 30}", 30),
            ("{\"retry_after\":0.25}", 1),
            ("{\\\"retryAfterMs\\\":\\\"1500\\\"}", 2),
            ("status=503 retry_after=120 x", 120),
            ("Retry-After-Seconds: 7\n", 7),
            ("You must wait at least 1 hour before the next call.", 3_600),
            ("Wait 90s", 90),
            ("retry later, that is retry in 5 min", 300),
        ] {
            assert_eq!(find(text).map(|(seconds, _)| seconds), Some(seconds), "{text}");
        }
    }

    #[test]
    fn what_names_no_wait() {
        for text in [
            "retry after 3 attempts",
            "try again in a few minutes",
            "wait 30 patients",
            "retryAfter: 12",
            "retries=3 ",
            "await 5 seconds of audio",
            "try again in 900 hours",
            "Retry-After: Fri, 31 Dec 2027",
            "\"retryAfter\": 0 ",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn place_covers_cue_and_unit() {
        let text = "Limit. Try again in 12 seconds.";
        let (_, place) = find(text).unwrap();
        assert_eq!(text.get(place), Some("again in 12 seconds"));
    }
}
