//! Characters that nobody sees, written as their numbers: `⟨U+202E⟩`, as copies of our own page have them.

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// What stands before a number.
const OPENING: &str = "⟨U+";
/// What stands behind it.
const CLOSING: char = '⟩';
/// The byte that both begin with.
pub(super) const LEADS: &[u8] = &[0xe2];
/// The most digits that the number of a character has.
const MOST_DIGITS: usize = 6;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !bytes.holds(text, OPENING) {
        return None;
    }
    let mut numbers = text
        .match_indices(OPENING)
        .filter_map(|(at, _)| {
            let (character, length) = numbered(text.get(at..)?)?;
            Some((at..at.saturating_add(length), character))
        })
        .peekable();
    numbers.peek()?;
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    for (range, character) in numbers {
        rewriting.keep(kept..range.start);
        rewriting.put(character.encode_utf8(&mut [0; 4]), range.clone());
        kept = range.end;
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

/// The character whose number a text begins with, and how long that is; nothing for one that is seen as it is, since
/// brackets and quotation marks are never written so.
fn numbered(text: &str) -> Option<(char, usize)> {
    let rest = text.get(OPENING.len()..)?;
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit();
    let count = rest.bytes().take(MOST_DIGITS).take_while(is_digit).count();
    let number = u32::from_str_radix(rest.get(..count)?, 16).ok()?;
    let character = char::from_u32(number)
        .filter(|character| !character.is_ascii_graphic() && !matches!(character, ' ' | '\n'))?;
    let length = OPENING.len().saturating_add(count).saturating_add(CLOSING.len_utf8());
    rest.get(count..)?.starts_with(CLOSING).then_some((character, length))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_is_not_seen_is_read_as_if_it_stood_there() {
        check("⟨U+FEFF⟩HTTP/1.1 4⟨U+200B⟩01", "HTTP/1.1 401");
        check("⟨U+001B⟩[31mHTTP/1.1 401⟨U+001b⟩[0m", "HTTP/1.1 401");
        check("{\"a\":\"x⟨U+E0041⟩\"}", "{\"a\":\"x\u{e0041}\"}");
    }

    #[test]
    fn what_is_seen_and_what_is_no_number_stays() {
        for text in ["⟨U+0022⟩ ⟨U+007B⟩ ⟨U+000A⟩", "⟨U+⟩ ⟨U+D800⟩ ⟨U+1234567⟩ ⟨U+202E", "⟨x⟩"]
        {
            check(text, text);
        }
    }
}
