//! URL encoding (RFC 3986 section 2.1) of a whole body: `%7B%22successful%22%3Afalse%7D`.

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// How content begins when it is encoded: a brace and a quotation mark, or a tag.
const BEGINNINGS: &[&str] = &[
    "%7B%22", "%7b%22", "%5B%7B", "%5b%7b", "%3C%3F", "%3c%3f", "%3Csoap", "%3CRest", "%3Chtml",
    "%3chtml", "%3C%21", "%3c%21", "%3C!", "%3c!",
];

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !BEGINNINGS.iter().any(|beginning| bytes.holds(text, beginning)) {
        return None;
    }
    // Forms write a space as `+`; where real spaces stand, a plus is a plus.
    let plus_is_space = !text.trim().contains(' ');
    let mut rewriting = Rewriting::of_most(text);
    let (mut at, mut kept) = (0usize, 0usize);
    let all = text.as_bytes();
    let is_sign = |byte: &u8| matches!(byte, b'%' | b'+');
    while let Some(found) = all.get(at..).and_then(|rest| rest.iter().position(is_sign)) {
        let start = at.saturating_add(found);
        let rest = all.get(start..).unwrap_or_default();
        if rest.starts_with(b"+") {
            at = start.saturating_add(1);
            if plus_is_space {
                rewriting.keep(kept..start);
                rewriting.put(" ", start..at);
                kept = at;
            }
            continue;
        }
        let (character, length) = character(rest);
        at = start.saturating_add(length.max(1));
        if let Some(character) = character {
            rewriting.keep(kept..start);
            rewriting.put(character.encode_utf8(&mut [0; 4]), start..at);
            kept = at;
        }
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
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
