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
///
/// A piece is often not one slice of the paste: prefixes are taken off its lines, escapes are undone.
/// The map holds sorted runs, each saying that the bytes from here on came from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OffsetMap {
    runs: Vec<Run>,
    end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    piece: usize,
    paste: usize,
    /// False where the whole run came from one place (an undone escape).
    linear: bool,
}

impl OffsetMap {
    /// The piece stands in the paste as it is, from `start` on.
    pub fn identity(start: usize) -> Self {
        Self { runs: alloc::vec![Run { piece: 0, paste: start, linear: true }], end: usize::MAX }
    }

    /// An empty map to which runs are added in order.
    pub fn builder() -> Self {
        Self { runs: Vec::new(), end: 0 }
    }

    /// Says that the bytes of the piece from `piece` on stand in the paste from `paste` on.
    pub fn push(&mut self, piece: usize, paste: usize) {
        self.runs.push(Run { piece, paste, linear: true });
    }

    /// Says that the bytes of the piece from `piece` on all came from what stands at `paste`.
    pub fn push_point(&mut self, piece: usize, paste: usize) {
        self.runs.push(Run { piece, paste, linear: false });
    }

    /// Says where in the paste the piece ends.
    pub fn finish(&mut self, paste_end: usize) {
        self.end = paste_end;
    }

    /// The place in the paste of a byte of the piece.
    pub fn to_paste(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.piece <= offset);
        match after.checked_sub(1).and_then(|index| self.runs.get(index)) {
            Some(run) if run.linear => {
                run.paste.saturating_add(offset.saturating_sub(run.piece)).min(self.end)
            }
            Some(run) => run.paste.min(self.end),
            None => 0,
        }
    }

    /// The stretch of the paste that a stretch of the piece came from.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.to_paste(start);
        if end <= start {
            return Span::new(first, first);
        }
        // The last byte decides, so that a span does not run over text that was taken out behind it.
        let last = self.to_paste(end.saturating_sub(1));
        Span::new(first, last.saturating_add(1))
    }

    /// The map of a part of the piece that begins at `offset`.
    #[must_use]
    pub fn tail(&self, offset: usize) -> Self {
        let mut runs = alloc::vec![Run {
            piece: 0,
            paste: self.to_paste(offset),
            linear: self.linear_at(offset)
        }];
        runs.extend(
            self.runs
                .iter()
                .filter(|run| run.piece > offset)
                .map(|run| Run { piece: run.piece.saturating_sub(offset), ..*run }),
        );
        Self { runs, end: self.end }
    }

    fn linear_at(&self, offset: usize) -> bool {
        let after = self.runs.partition_point(|run| run.piece <= offset);
        after.checked_sub(1).and_then(|index| self.runs.get(index)).is_none_or(|run| run.linear)
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
