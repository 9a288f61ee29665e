//! URL encoding (RFC 3986 section 2.1) of a whole body: `%7B%22successful%22%3Afalse%7D`.

use alloc::vec::Vec;

use crate::span::Rewriting;

/// How content begins when it is encoded: a brace and a quotation mark, or a tag.
const BEGINNINGS: &[&str] = &[
    "%7B%22", "%7b%22", "%5B%7B", "%5b%7b", "%3C%3F", "%3c%3f", "%3Csoap", "%3CRest", "%3Chtml",
    "%3chtml", "%3C%21", "%3c%21", "%3C!", "%3c!",
];

pub(super) fn undo(text: &str) -> Option<Rewriting<'_>> {
    if !BEGINNINGS.iter().any(|beginning| text.contains(beginning)) {
        return None;
    }
    // Forms write a space as `+`; where real spaces stand, a plus is a plus.
    let plus_is_space = !text.trim().contains(' ');
    let mut rewriting = Rewriting::new(text);
    let (mut at, mut kept) = (0usize, 0usize);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['%', '+'])) {
        let start = at.saturating_add(found);
        let rest = text.get(start..).unwrap_or_default();
        if rest.starts_with('+') {
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
fn character(text: &str) -> (Option<char>, usize) {
    let mut bytes: Vec<u8> = Vec::with_capacity(4);
    let mut length = 0usize;
    while bytes.len() < 4 {
        let Some(byte) = byte(text.get(length..).unwrap_or_default()) else { break };
        bytes.push(byte);
        length = length.saturating_add(3);
        if let Ok(made) = core::str::from_utf8(&bytes) {
            return (made.chars().next(), length);
        }
    }
    (None, 3.min(length))
}

fn byte(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u8::from_str_radix(digits, 16).ok()
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
