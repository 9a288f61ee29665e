//! URL encoding (RFC 3986 section 2.1) of a whole body: `%7B%22successful%22%3Afalse%7D`.

use alloc::string::String;
use core::ops::Range;

use super::opening;
use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// How content begins when it is encoded: a brace and a quotation mark, or a tag.
const BEGINNINGS: &[&str] = &[
    "%7B%22", "%7b%22", "%5B%7B", "%5b%7b", "%3C%3F", "%3c%3f", "%3Csoap", "%3CRest", "%3Chtml",
    "%3chtml", "%3C%21", "%3c%21", "%3C!", "%3c!",
];

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !BEGINNINGS.iter().any(|beginning| bytes.holds(text, beginning)) && !is_encoded(text, bytes)
    {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    let mut at = 0usize;
    // What is encoded holds no white space.
    for word in text.split_inclusive(char::is_whitespace) {
        let end = at.saturating_add(word.len());
        write_word(&mut rewriting, at..end);
        at = end;
    }
    Some(rewriting)
}

/// Writes a word without its encoding.
fn write_word(rewriting: &mut Rewriting<'_>, range: Range<usize>) {
    let word = rewriting.source().get(range.clone()).unwrap_or_default();
    // Forms write a space as `+`; where spaces are encoded as well, a plus is a plus.
    let plus_is_space = word.contains('%') && !word.contains("%20");
    let (mut at, mut kept) = (0usize, 0usize);
    let all = word.as_bytes();
    let is_sign = |byte: &u8| matches!(byte, b'%' | b'+');
    let place = |at: usize| range.start.saturating_add(at);
    while let Some(found) = all.get(at..).and_then(|rest| rest.iter().position(is_sign)) {
        let start = at.saturating_add(found);
        let rest = all.get(start..).unwrap_or_default();
        if rest.starts_with(b"+") {
            at = start.saturating_add(1);
            if plus_is_space {
                rewriting.keep(place(kept)..place(start));
                rewriting.put(" ", place(start)..place(at));
                kept = at;
            }
            continue;
        }
        let (character, length) = character(rest);
        at = start.saturating_add(length.max(1));
        if let Some(character) = character {
            rewriting.keep(place(kept)..place(start));
            rewriting.put(character.encode_utf8(&mut [0; 4]), place(start)..place(at));
            kept = at;
        }
    }
    rewriting.keep(place(kept)..range.end);
}

/// Whether a message or content is encoded, itself wrapped or not.
fn is_encoded(text: &str, bytes: &BytesPresent) -> bool {
    /// How brackets and the slash behind `HTTP` are encoded.
    const SIGNS: &[&str] = &["2F", "2f", "7B", "7b", "5B", "5b", "3C", "3c", "3B", "5C"];
    /// How many brackets are looked behind.
    const BRACKETS: usize = 64;
    if !SIGNS.iter().any(|sign| bytes.may_hold(sign)) {
        return false;
    }
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    let is_status = |(at, mark): (usize, &str)| {
        sign(rest(at.saturating_add(mark.len()).saturating_sub(1))) == Some('/')
    };
    let is_bracket = |(at, _): &(usize, &str)| matches!(sign(rest(*at)), Some('{' | '['));
    let has_quote = |(at, _): (usize, &str)| {
        opening::quote(decoded(rest(at)).get(1..).unwrap_or_default()).is_some()
    };
    is_one_word(text)
        || bytes.may_hold("HTTP%") && text.match_indices("HTTP%").any(is_status)
        || text.match_indices('%').filter(is_bracket).take(BRACKETS).any(has_quote)
}

/// Whether all of a text is encoded, so that no address holds it, and brackets are among it.
fn is_one_word(text: &str) -> bool {
    let shown = text.trim();
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()%+".contains(&byte);
    shown.contains('%')
        && shown.bytes().all(is_safe)
        && (["lt%3B", "%5Cu003"].iter().any(|bracket| shown.contains(bracket))
            || shown
                .match_indices('%')
                .any(|(at, _)| matches!(shown.get(at..).and_then(sign), Some('{' | '[' | '<'))))
}

/// The ASCII sign that a text begins with, encoded once or more.
fn sign(text: &str) -> Option<char> {
    let digits = text.get(1..)?.trim_start_matches("25");
    let value = u8::from_str_radix(digits.get(..2)?, 16).ok()?;
    value.is_ascii().then(|| char::from(value))
}

/// The beginning of a text without its encoding, whatever it was encoded in before.
fn decoded(text: &str) -> String {
    /// How much of it, in bytes.
    const NEAR: usize = 96;
    let near = text.get(..text.floor_char_boundary(NEAR)).unwrap_or_default();
    let mut near = String::from(near);
    while near.contains("%25") {
        near = near.replace("%25", "%");
    }
    let mut rewriting = Rewriting::new(&near);
    write_word(&mut rewriting, 0..near.len());
    // A space may have been written as a plus, and that been encoded.
    rewriting.text().replace('+', " ")
}

/// The character that one to four encoded bytes make, and how long they are written.
fn character(text: &[u8]) -> (Option<char>, usize) {
    let mut bytes = [0; 4];
    let mut length = 0usize;
    for (index, place) in bytes.iter_mut().enumerate() {
        let Some(byte) = byte(text.get(length..).unwrap_or_default()) else { break };
        *place = byte;
        length = length.saturating_add(3);
        if index == 0 && byte.is_ascii() {
            return (Some(char::from(byte)), length);
        }
    }
    // Only what is no ASCII gets here: the shortest beginning that is a character.
    let made = (2..=length / 3).find_map(|count| {
        Some((core::str::from_utf8(bytes.get(..count)?).ok()?.chars().next()?, count))
    });
    made.map_or((None, 3.min(length)), |(made, count)| (Some(made), count.saturating_mul(3)))
}

fn byte(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else { return None };
    let value =
        |digit: &u8| char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    Some(value(high)? << 4 | value(low)?)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn encoded_content_is_read() {
        check("%7B%22a%22%3A%22%C3%A9+b%22%7D", "{\"a\":\"é b\"}");
        check("body=%7b%22a%22:1%7d and + more", "body={\"a\":1} and + more");
        check("%7B%22a%22%3A%22%ff%2%\"", "{\"a\":\"%ff%2%\"");
        check("100 % of %7B", "100 % of %7B");
    }
}
