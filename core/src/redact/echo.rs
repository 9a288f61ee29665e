//! Secrets that were masked behind their name and stand elsewhere without one, as in a message that
//! repeats what was sent.

use alloc::vec::Vec;

use super::Found;
use super::mask::{Masks, placeholder_end};
use super::text::{Text, is_name};

/// Shorter words may be anything.
const SHORTEST: usize = 8;

/// Every word of a text that is a secret known by now.
pub(super) fn find(text: &str, masks: &Masks) -> Vec<Found> {
    let text = Text(text);
    let mut found = Vec::new();
    let mut at = 0usize;
    while let Some(byte) = text.byte(at) {
        if let Some(end) = placeholder_end(text, at) {
            at = end;
            continue;
        }
        if !is_name(byte) {
            at = at.saturating_add(1);
            continue;
        }
        let end = text.run(at, is_name);
        let word = text.slice(at..end);
        if can_be_secret(word)
            && let Some(kind) = masks.secret(word)
        {
            found.push(Found { range: at..end, kind, mark: None, inside: None });
        }
        at = end;
    }
    found
}

/// Letters and digits together: a password that is a plain word or a plain number may be a word of the
/// vendor, or a code.
fn can_be_secret(word: &str) -> bool {
    word.len() >= SHORTEST
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}
