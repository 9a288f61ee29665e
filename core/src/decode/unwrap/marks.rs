//! Byte order marks, the frame of MLLP (0x0B … 0x1C), zero-width characters, and spaces that are no spaces.

use crate::decode::bytes_present::BytesPresent;
use crate::invisible::plain;
use crate::span::Rewriting;

/// The bytes that such characters begin with.
pub(super) const LEADS: &[u8] = &[0xc2, 0xe2, 0xe3, 0xef, 0x0b, 0x1c];

pub(super) fn undo<'t>(text: &'t str, _: &BytesPresent) -> Option<Rewriting<'t>> {
    let leads = text.bytes().enumerate().filter(|(_, byte)| LEADS.contains(byte));
    let mut marks = leads
        .filter_map(|(at, _)| {
            let character = text.get(at..)?.chars().next()?;
            Some((at..at.saturating_add(character.len_utf8()), plain(character)?))
        })
        .peekable();
    marks.peek()?;
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    for (range, made) in marks {
        rewriting.keep(kept..range.start);
        rewriting.put(made, range.clone());
        kept = range.end;
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::{LEADS, plain};

    #[test]
    fn every_mark_begins_as_is_told() {
        for mark in (char::MIN..=char::MAX).filter(|mark| plain(*mark).is_some()) {
            let lead = mark.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(LEADS.contains(&lead), "{mark:?}");
        }
    }

    #[test]
    fn marks_are_removed_and_spaces_are_spaces() {
        check("\u{feff}HTTP/1.1\u{a0}401\u{200b}", "HTTP/1.1 401");
        check("\u{b}MSH|^~\\&|\r\u{1c}\r", "MSH|^~\\&|\n\n");
        check("Größe 401 – »x«", "Größe 401 – »x«");
    }
}
