//! Where things stand in the pasted text, in bytes and in UTF-16 units.

use alloc::vec::Vec;

use serde::Serialize;

/// A stretch of the pasted text: bytes from `start` up to, not including, `end`.
///
/// JavaScript counts in UTF-16 units; [`Utf16Offsets`] converts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` to `end`; swapped ends give an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The text that the span covers, or nothing where it does not lie in `text` on character borders.
    pub fn text(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

/// Turns offsets into a piece of text back into offsets of the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OffsetMap {
    /// Where the piece begins in the paste.
    start: usize,
}

impl OffsetMap {
    /// The piece stands in the paste as it is, from `start` on.
    pub(crate) fn identity(start: usize) -> Self {
        Self { start }
    }

    /// The stretch of the paste that a stretch of the piece came from.
    pub(crate) fn span(self, start: usize, end: usize) -> Span {
        Span::new(self.start.saturating_add(start), self.start.saturating_add(end))
    }
}

/// Converts byte offsets of one text into UTF-16 offsets.
///
/// # Examples
///
/// ```
/// use respondex_core::{Span, Utf16Offsets};
///
/// let offsets = Utf16Offsets::new("ä😀x");
/// assert_eq!(offsets.span(Span::new(2, 6)), Span::new(1, 3));
/// ```
#[derive(Debug, Clone)]
pub struct Utf16Offsets {
    /// Byte offset and UTF-16 offset behind each character that is not ASCII; sorted.
    marks: Vec<(usize, usize)>,
}

impl Utf16Offsets {
    /// Reads the text once; costs nothing to keep for ASCII.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::new();
        let mut units = 0usize;
        if !text.is_ascii() {
            for (offset, character) in text.char_indices() {
                units = units.saturating_add(character.len_utf16());
                if !character.is_ascii() {
                    marks.push((offset.saturating_add(character.len_utf8()), units));
                }
            }
        }
        Self { marks }
    }

    /// The UTF-16 offset of a byte offset.
    pub fn offset(&self, byte: usize) -> usize {
        let after = self.marks.partition_point(|(mark, _)| *mark <= byte);
        match after.checked_sub(1).and_then(|index| self.marks.get(index)) {
            Some((mark, units)) => units.saturating_add(byte.saturating_sub(*mark)),
            None => byte,
        }
    }

    /// The span in UTF-16 units.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }
}
