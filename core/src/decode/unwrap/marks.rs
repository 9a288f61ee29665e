//! Byte order marks, the frame of MLLP (0x0B … 0x1C), zero-width characters, and spaces that are no spaces.

use crate::decode::bytes_present::BytesPresent;
use crate::invisible::plain;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, _: &BytesPresent) -> Option<Rewriting<'t>> {
    if !text.chars().any(|character| plain(character).is_some()) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    for (at, character) in text.char_indices() {
        let Some(made) = plain(character) else { continue };
        let end = at.saturating_add(character.len_utf8());
        rewriting.keep(kept..at);
        rewriting.put(made, at..end);
        kept = end;
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn marks_are_removed_and_spaces_are_spaces() {
        check("\u{feff}HTTP/1.1\u{a0}401\u{200b}", "HTTP/1.1 401");
        check("\u{b}MSH|^~\\&|\r\u{1c}\r", "MSH|^~\\&|\n\n");
        check("Größe 401 – »x«", "Größe 401 – »x«");
    }
}
