//! What stands in a text and is not seen: colours, as a terminal gets them or written out, and characters
//! without width.

use core::ops::Range;

use crate::invisible;

/// How the beginning of a colour is written out, behind its backslashes.
const WRITTEN: &[&str] = &["x1b[", "u001b[", "033[", "e["];

/// The longest parameters of a colour: `38;2;255;255;255`.
const LONGEST: usize = 20;

/// The next place in a stretch where something not seen can begin, by its first byte; else the end.
pub(super) fn next(text: &str, range: Range<usize>) -> usize {
    let bytes = text.as_bytes().get(range.clone()).unwrap_or_default();
    let is_begin = |byte: &u8| {
        matches!(byte, 0x1b | 0x07 | 0x08 | b'\\' | b'^' | b'[' | 0xc2 | 0xe2 | 0xe3 | 0xef)
    };
    bytes.iter().position(is_begin).map_or(range.end, |length| range.start.saturating_add(length))
}

/// The length of what is not seen at a place, and what is seen instead.
pub(super) fn at(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let bytes = text.as_bytes();
    let rest = bytes.get(at..)?;
    match rest.first()? {
        0x1b | 0x07 | 0x08 => Some((invisible::sequence(text.get(at..)?), "")),
        // A row of backslashes is looked at once, from its first.
        b'\\' if at == 0 || bytes.get(at.wrapping_sub(1)) != Some(&b'\\') => {
            let row = rest.iter().take_while(|byte| **byte == b'\\').count();
            let behind = rest.get(row..)?;
            let mark = WRITTEN.iter().find(|mark| {
                behind
                    .get(..mark.len())
                    .is_some_and(|there| there.eq_ignore_ascii_case(mark.as_bytes()))
            })?;
            colour(rest, row.saturating_add(mark.len()))
        }
        b'^' if rest.starts_with(b"^[[") => colour(rest, 3),
        // The escape character itself gets lost when a terminal's text is copied.
        b'[' if rest.get(1).is_some_and(u8::is_ascii_digit) => colour(rest, 1),
        0xc2 | 0xe2 | 0xe3 | 0xef => {
            let character = text.get(at..)?.chars().next()?;
            let seen = invisible::plain(character)?;
            // A line end of typography ends no string.
            Some((character.len_utf8(), if seen == "\n" { " " } else { seen }))
        }
        _ => None,
    }
}

/// A colour whose parameters begin at a place.
fn colour(rest: &[u8], start: usize) -> Option<(usize, &'static str)> {
    let parameters = rest.get(start..)?.iter().take(LONGEST);
    let length = parameters.take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    let end = start.saturating_add(length);
    (rest.get(end) == Some(&b'm')).then_some((end.saturating_add(1), ""))
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn colours_in_every_notation() {
        for colour in
            ["\u{1b}[36m", "\\x1b[36m", "\\\\u001B[1;36m", "\\033[0m", "\\e[m", "^[[36m", "[36m"]
        {
            assert_eq!(at(colour, 0), Some((colour.len(), "")), "{colour}");
        }
        for text in ["[36]", "[m", "\\x1b", "[TOKEN-1]", "[1, 2]", "é", "^["] {
            assert_eq!(at(text, 0), None, "{text}");
        }
    }
}
