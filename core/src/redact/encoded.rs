//! Texts inside a text, in base64: bodies of recordings, settings, credentials of `Basic`.
//!
//! One that holds what has to be masked is masked whole, named by what it holds. A content is masked inside
//! and encoded again, so that its codes stay.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use super::field;
use super::text::Text;

/// How many characters are decoded to see whether a text comes out. Fewer hold next to nothing, and words
/// begin to look like them.
const SAMPLE: usize = 24;

/// The shortest line of base64 that goes on in the next one; usual are 64 and 76.
const SHORTEST_LINE: usize = 60;

/// How contents begin.
const CONTENTS: &[&str] = &["{", "[", "<", "HTTP/", "MSH|"];

/// A text in base64.
#[derive(Debug)]
pub(super) struct Encoded {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// Whether all of it is text.
    is_whole: bool,
}

impl Encoded {
    /// Whether it is the content of a message, and no bare secret.
    pub(super) fn is_content(&self) -> bool {
        self.is_whole && CONTENTS.iter().any(|begin| self.text.trim_start().starts_with(begin))
    }
}

/// What stands behind a word that begins a text in base64.
#[derive(Debug)]
pub(super) enum Look {
    New(Encoded),
    /// One that holds nothing to mask, as is known, and where it ends.
    Known(usize),
}

/// Whether a word of base64 holds a name and a password, as `Basic` sends them.
pub(super) fn is_pair(word: &str) -> bool {
    let digits: Vec<u8> = word.bytes().map_while(digit).collect();
    decode(&digits).is_some_and(|(decoded, is_whole)| is_whole && decoded.contains(':'))
}

/// The text in base64 that begins with a word; `is_known` tells those that hold nothing to mask.
pub(super) fn at(
    text: Text<'_>,
    word: Range<usize>,
    is_known: impl Fn(&str) -> bool,
) -> Option<Look> {
    // Two of the digits are no part of words, so a word may begin behind them.
    let is_lead = |byte: u8| matches!(byte, b'+' | b'/');
    let lead = text.run_before(word.start, 3, is_lead);
    // Nor is the backslash before one: so it is with most words.
    let goes_on = || text.byte(word.end).is_some_and(|byte| is_lead(byte) || byte == b'\\');
    if lead == 0 && word.len() < SAMPLE && !goes_on() {
        return None;
    }
    let behind = || {
        if lead > 0 { from(text, word.start.saturating_sub(lead), &is_known) } else { None }
    };
    from(text, word.start, &is_known).or_else(behind)
}

fn from(text: Text<'_>, start: usize, is_known: &impl Fn(&str) -> bool) -> Option<Look> {
    let begin = text.0.as_bytes().get(start..)?;
    let length = begin.iter().take(SAMPLE).take_while(|byte| digit(**byte).is_some()).count();
    // Too few, unless they go on behind a line end or an escaped slash: so it is with most words.
    if length < SAMPLE.min(SHORTEST_LINE) && begin.get(length) != Some(&b'\\') {
        return None;
    }
    if let [first, second, ..] = begin
        && !can_begin(*first, *second)
    {
        return None;
    }
    // No more than this is looked at of what is none.
    let (sample, _) = run(text, start, SAMPLE);
    if sample.len() < SAMPLE || !is_text(&sample) {
        return None;
    }
    let (digits, end) = run(text, start, usize::MAX);
    if is_known(text.slice(start..end)) {
        return Some(Look::Known(end));
    }
    let (decoded, is_whole) = decode(&digits)?;
    // All of it is taken, so that no digit is decoded twice.
    Some(Look::New(Encoded { range: start..end, text: decoded, is_whole }))
}

/// A digit in the standard alphabet.
#[inline]
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'-' => Some(b'+'),
        b'_' => Some(b'/'),
        b'+' | b'/' => Some(byte),
        _ if byte.is_ascii_alphanumeric() => Some(byte),
        _ => None,
    }
}

/// Whether a text can begin with the byte that two digits stand for: half of all words are told by that.
fn can_begin(first: u8, second: u8) -> bool {
    let (Some(first), Some(second)) = (value(first), value(second)) else { return true };
    let byte = first << 2 | second >> 4;
    match byte {
        // No character begins so.
        0x80..=0xc1 | 0xf5.. => false,
        _ => !byte.is_ascii_control() || byte.is_ascii_whitespace(),
    }
}

/// What a digit counts.
fn value(byte: u8) -> Option<u8> {
    Some(match digit(byte)? {
        byte @ b'A'..=b'Z' => byte - b'A',
        byte @ b'a'..=b'z' => byte - b'a' + 26,
        byte @ b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    })
}

/// The digits that begin at a place, and where they end.
fn run(text: Text<'_>, start: usize, most: usize) -> (Vec<u8>, usize) {
    let mut digits = Vec::with_capacity(SAMPLE);
    let mut at = start;
    let mut line = 0usize;
    loop {
        let rest = text.0.as_bytes().get(at..).unwrap_or_default();
        let left = rest.iter().take(most.saturating_sub(digits.len()));
        let length = left.take_while(|byte| digit(**byte).is_some()).count();
        // Counted first, so that they are copied without a question for each.
        let these = rest.get(..length).unwrap_or_default().iter();
        digits.extend(these.map(|byte| digit(*byte).unwrap_or_default()));
        line = line.saturating_add(length);
        at = at.saturating_add(length);
        let Some(byte) = text.byte(at).filter(|_| digits.len() < most) else { break };
        if byte == b'\\' && text.byte(at.saturating_add(1)) == Some(b'/') {
            // JSON may escape it.
            at = at.saturating_add(1);
        } else if line >= SHORTEST_LINE
            && digits.len().is_multiple_of(4)
            && let Some(next) = field::line_end(text, at)
            && is_text(&run_in_line(text, next))
        {
            at = next;
            line = 0;
        } else {
            break;
        }
    }
    let end = text.run(at, |byte| byte == b'=');
    (digits, if end.saturating_sub(at) <= 2 { end } else { at })
}

/// The first digits of a line.
fn run_in_line(text: Text<'_>, start: usize) -> Vec<u8> {
    let bytes = text.0.as_bytes().get(start..).unwrap_or_default().iter();
    bytes.take(SAMPLE).map_while(|byte| digit(*byte)).collect()
}

/// The text that digits stand for, and whether it is all that they stand for; nothing if no text comes out.
/// A byte or two at the end may be missing, where a paste was cut off.
fn decode(digits: &[u8]) -> Option<(String, bool)> {
    let bytes =
        STANDARD_NO_PAD.decode(digits).or_else(|_| STANDARD_NO_PAD.decode(whole(digits))).ok()?;
    text_of(&bytes).map(|(text, is_whole)| (String::from(text), is_whole))
}

/// Whether a text comes out of a sample of digits.
fn is_text(digits: &[u8]) -> bool {
    let mut bytes = [0u8; SAMPLE / 4 * 3];
    let length = STANDARD_NO_PAD
        .decode_slice(digits, &mut bytes)
        .or_else(|_| STANDARD_NO_PAD.decode_slice(whole(digits), &mut bytes));
    length.is_ok_and(|length| bytes.get(..length).and_then(text_of).is_some())
}

/// As many digits as stand for whole bytes.
fn whole(digits: &[u8]) -> &[u8] {
    let cut = digits.len().checked_rem(4).unwrap_or(0);
    digits.get(..digits.len().saturating_sub(cut)).unwrap_or_default()
}

/// The text that bytes begin with, and whether it is all of them.
fn text_of(bytes: &[u8]) -> Option<(&str, bool)> {
    let (valid, mut is_whole) = match core::str::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            (core::str::from_utf8(valid).unwrap_or_default(), error.error_len().is_none())
        }
    };
    let is_control = |c: char| c.is_control() && !c.is_ascii_whitespace();
    let text = valid.split(is_control).next().unwrap_or_default();
    is_whole &= text.len() == valid.len();
    // The text of a sample is one, whatever comes behind it.
    let is_text = is_whole || text.len() >= SAMPLE / 4 * 3;
    (is_text && !text.is_empty()).then_some((text, is_whole))
}

/// Encodes a text in the alphabet of another one, with the digits that fill it up if that had them.
pub(super) fn encode(text: &str, like: &str) -> String {
    let is_url_safe = like.contains(['-', '_']);
    let engine = if is_url_safe { &URL_SAFE_NO_PAD } else { &STANDARD_NO_PAD };
    let mut encoded = engine.encode(text);
    // Without them only where that could be seen: a length that needs some and has none.
    let is_filled = like.ends_with('=') || (!is_url_safe && like.len().is_multiple_of(4));
    while is_filled && !encoded.len().is_multiple_of(4) {
        encoded.push('=');
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redact::text::is_name;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let start = text.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or_default();
        assert_eq!(read(text, start).map(|encoded| encoded.text).as_deref(), expected, "{text}");
    }

    /// What is read at the word that begins at a place.
    fn read(text: &str, start: usize) -> Option<Encoded> {
        let text = Text(text);
        match at(text, start..text.run(start, is_name), |_| false)? {
            Look::New(encoded) => Some(encoded),
            Look::Known(_) => None,
        }
    }

    #[test]
    fn texts_come_out_and_words_do_not() {
        check("cGFzc3dvcmQ9bWFkZS11cC1hZ2Fpbg==", Some("password=made-up-again"));
        check("cGFzc3dvcmQ9bWFkZS11cC1hZ2Fpbg", Some("password=made-up-again"));
        check("cGFzc3dvcmQ9bWFkZS11cC1hZ2Fpb", Some("password=made-up-agai"));
        check("Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8+", Some("???????????????????????>"));
        check("Pz8\\/Pz8\\/Pz8\\/Pz8/Pz8/Pz8/Pz8_Pz8-", Some("???????????????????????>"));
        for text in [
            "cGFzc3dvcmQ=",
            "ManufactureCompleteRequestHandler",
            "1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1",
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_first_byte_of_a_text_is_told_by_two_digits() {
        for byte in 0..=u8::MAX {
            let encoded = STANDARD_NO_PAD.encode([byte]);
            let [first, second] = encoded.as_bytes() else { panic!("a byte has two digits") };
            let text = char::from_u32(u32::from(byte)).filter(char::is_ascii);
            let is_seen = |c: char| !c.is_control() || c.is_ascii_whitespace();
            let is_lead = (0xc2..=0xf4).contains(&byte);
            assert_eq!(
                can_begin(*first, *second),
                text.is_some_and(is_seen) || is_lead,
                "{byte:#x}"
            );
        }
    }

    #[test]
    fn a_text_goes_on_over_lines() {
        let text = "a".repeat(60);
        let encoded = STANDARD_NO_PAD.encode(&text);
        let (first, rest) = encoded.split_at(64);
        check(&alloc::format!("{first}\n{rest}\nHost: x"), Some(&text));
        check(&alloc::format!("{first}\\r\\n{rest}\""), Some(&text));
        check(&alloc::format!("{first}\nHost: x"), text.get(..48));
    }

    #[test]
    fn encoding_keeps_the_alphabet() {
        assert_eq!(encode("??>?", "YQ=="), "Pz8+Pw==");
        assert_eq!(encode("??>?", "_w"), "Pz8-Pw");
    }
}
