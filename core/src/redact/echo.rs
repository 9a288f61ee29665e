//! Values that were masked behind their name and stand elsewhere without one, as in a message that repeats
//! what was sent.

use alloc::vec::Vec;

use super::Found;
use super::kind::Kind;
use super::mask::{Masks, placeholder_end};
use super::rules::phrases::is_common;
use super::text::{Text, is_name, is_space};
use super::value;

/// Shorter secrets may be anything.
const SHORTEST_SECRET: usize = 8;

/// Shorter names may be words.
const SHORTEST: usize = 4;

/// Shorter ids may be words.
const SHORTEST_ID: usize = 6;

/// Fewer digits may be a code.
const FEWEST_DIGITS: usize = 5;

/// How many words a name has at most.
const MOST_WORDS: usize = 3;

/// Every word of a text that is a value known by now.
pub(super) fn find(text: &str, masks: &Masks) -> Vec<Found> {
    let text = Text(text);
    let mut found = Vec::new();
    let mut at = 0usize;
    while let Some(byte) = text.byte(at) {
        if byte == b'['
            && let Some(end) = placeholder_end(text, at)
        {
            at = end;
            continue;
        }
        if !is_name(byte) {
            at = at.saturating_add(1);
            continue;
        }
        let end = text.run(at, is_name);
        let word = text.slice(at..end);
        let can_be = masks.can_begin(word) && can_be_known(word);
        let repeated = if can_be { known(text, masks, at) } else { None };
        if let Some((end, kind)) = repeated {
            found.push(Found { range: at..end, kind, mark: None, inside: None });
        }
        at = repeated.map_or(end, |(end, _)| end);
    }
    found
}

/// What begins like a name, or holds digits; most words do not, and are not looked up.
fn can_be_known(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        || word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The known value that begins at a place, the one of most words first, and where it ends.
fn known(text: Text<'_>, masks: &Masks, at: usize) -> Option<(usize, Kind)> {
    let mut ends = [at; MOST_WORDS];
    let mut end = at;
    for place in &mut ends {
        end = text.run(text.run(end, is_space), is_name);
        *place = end;
    }
    ends.into_iter().rev().find_map(|end| {
        let words = text.slice(at..end);
        let kind = masks.kind(words)?;
        (can_be_told(kind, words) && !is_part(text, at, end)).then_some((end, kind))
    })
}

/// Whether a word says only what was masked: a password that is a plain word or a plain number may be a word
/// of the vendor, or a code, and so may a name.
pub(super) fn can_be_told(kind: Kind, word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let has_letter = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    match kind {
        _ if kind.is_secret() => word.len() >= SHORTEST_SECRET && digits > 0 && has_letter,
        Kind::Person | Kind::Address => {
            word.len() >= SHORTEST
                && word.starts_with(|c: char| c.is_ascii_uppercase())
                && !word.split(' ').all(is_common)
        }
        Kind::RecordNumber | Kind::Account | Kind::Ssn | Kind::Phone => digits >= FEWEST_DIGITS,
        // Few digits alone may be a code.
        Kind::Id => {
            word.len() >= SHORTEST_ID && digits > 0 && (has_letter || digits >= SHORTEST_SECRET)
        }
        _ => false,
    }
}

/// Whether a word is the name of something: of a member, an element, a folder.
fn is_part(text: Text<'_>, at: usize, end: usize) -> bool {
    matches!(text.before(at), Some(b'<' | b'/' | b'.' | b'$' | b'@'))
        || matches!(text.byte(end), Some(b'/' | b'@'))
        || value::join(text, end).is_some_and(|join| join.joint != value::Joint::Comma)
}
