//! Where things stand in the pasted text, in bytes and in UTF-16 units.

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

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

/// Turns offsets into a text that was made out of a paste back into offsets of the paste.
///
/// Made by a [`Rewriting`]; cheap to clone. Text that has no place of its own maps to the stretch it was
/// made from.
#[derive(Debug, Clone, Default)]
pub(crate) struct OffsetMap {
    /// Each layer leads one text further out; the innermost first.
    layers: Vec<Rc<[Run]>>,
    /// Where the innermost text begins in the one that the first layer knows.
    start: usize,
}

/// A stretch of a made text, and the stretch of the source that it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    start: usize,
    length: usize,
    source: usize,
    source_length: usize,
    made: Made,
}

/// How a stretch came about: what place of its own a part of it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    /// Copied byte by byte: each byte has a place.
    Copied,
    /// Read from base64: each three bytes have the place of four digits.
    FromBase64,
    /// Made as a whole: no part has a place.
    Whole,
}

impl Run {
    /// Where in the source a part begins, so many bytes inside.
    fn source_start(&self, inside: usize) -> usize {
        let offset = match self.made {
            Made::Copied => inside.min(self.length),
            _ if inside >= self.length => self.source_length,
            Made::FromBase64 => (inside / 3).saturating_mul(4).min(self.source_length),
            Made::Whole => 0,
        };
        self.source.saturating_add(offset)
    }

    /// Where in the source a part ends, so many bytes inside.
    fn source_end(&self, inside: usize) -> usize {
        let offset = match self.made {
            Made::Copied => inside.min(self.length),
            Made::FromBase64 => inside.div_ceil(3).saturating_mul(4).min(self.source_length),
            Made::Whole => self.source_length,
        };
        self.source.saturating_add(offset)
    }
}

impl OffsetMap {
    /// The same way back for a part that begins at an offset.
    pub(crate) fn part(&self, start: usize) -> Self {
        Self { layers: self.layers.clone(), start: self.start.saturating_add(start) }
    }

    /// The stretch of the paste that a stretch of the text came from.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let mut span = Span::new(self.start.saturating_add(start), self.start.saturating_add(end));
        for layer in &self.layers {
            span = source_of(layer, span);
        }
        span
    }
}

/// The stretch of the source that a stretch of the made text came from.
fn source_of(runs: &[Run], span: Span) -> Span {
    let run_at = |offset: usize| {
        let behind = runs.partition_point(|run| run.start <= offset);
        behind.checked_sub(1).and_then(|index| runs.get(index)).or_else(|| runs.first())
    };
    let start =
        run_at(span.start).map_or(0, |run| run.source_start(span.start.saturating_sub(run.start)));
    if span.end <= span.start {
        return Span::new(start, start);
    }
    let last = span.end.saturating_sub(1);
    let end = run_at(last).map_or(0, |run| run.source_end(span.end.saturating_sub(run.start)));
    Span::new(start, end)
}

/// Makes a text out of another one, and remembers where each part came from.
#[derive(Debug)]
pub(crate) struct Rewriting<'t> {
    source: &'t str,
    text: String,
    runs: Vec<Run>,
}

impl<'t> Rewriting<'t> {
    /// Begins with nothing.
    pub(crate) fn new(source: &'t str) -> Self {
        Self { source, text: String::new(), runs: Vec::new() }
    }

    /// Begins with nothing, where most of the source will be kept: room for it is made once.
    pub(crate) fn of_most(source: &'t str) -> Self {
        Self { text: String::with_capacity(source.len()), ..Self::new(source) }
    }

    /// The text that is rewritten.
    pub(crate) fn source(&self) -> &'t str {
        self.source
    }

    /// What was made until now.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Takes over a stretch of the source as it is; nothing where it does not lie on character borders.
    pub(crate) fn keep(&mut self, range: Range<usize>) {
        let Some(kept) = self.source.get(range.clone()).filter(|kept| !kept.is_empty()) else {
            return;
        };
        match self.runs.last_mut() {
            Some(run)
                if run.made == Made::Copied
                    && run.source.saturating_add(run.length) == range.start =>
            {
                run.length = run.length.saturating_add(kept.len());
                run.source_length = run.length;
            }
            _ => self.runs.push(Run {
                start: self.text.len(),
                length: kept.len(),
                source: range.start,
                source_length: kept.len(),
                made: Made::Copied,
            }),
        }
        self.text.push_str(kept);
    }

    /// Writes something that was made from a stretch of the source.
    pub(crate) fn put(&mut self, made: &str, from: Range<usize>) {
        self.push(made, from, Made::Whole);
    }

    /// Writes what a stretch of base64 holds, whose digits stand side by side.
    pub(crate) fn put_from_base64(&mut self, held: &str, from: Range<usize>) {
        self.push(held, from, Made::FromBase64);
    }

    fn push(&mut self, text: &str, from: Range<usize>, made: Made) {
        if text.is_empty() {
            return;
        }
        self.runs.push(Run {
            start: self.text.len(),
            length: text.len(),
            source: from.start,
            source_length: from.end.saturating_sub(from.start),
            made,
        });
        self.text.push_str(text);
    }

    /// What was made, and the way back into a text whose own way back is `outer`.
    pub(crate) fn finish(self, outer: &OffsetMap) -> (String, OffsetMap) {
        let mut runs = self.runs;
        if outer.start > 0 {
            for run in &mut runs {
                run.source = run.source.saturating_add(outer.start);
            }
        }
        let mut layers = Vec::with_capacity(outer.layers.len().saturating_add(1));
        layers.push(Rc::from(runs));
        layers.extend(outer.layers.iter().cloned());
        (self.text, OffsetMap { layers, start: 0 })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_text_knows_where_each_part_came_from() {
        let source = "> a\\nb é";
        let mut rewriting = Rewriting::new(source);
        rewriting.keep(2..3);
        rewriting.put("\n", 3..5);
        rewriting.keep(5..source.len());
        let (text, map) = rewriting.finish(&OffsetMap::default());
        assert_eq!(text, "a\nb é");
        assert_eq!(map.span(0, 1), Span::new(2, 3));
        assert_eq!(map.span(1, 2), Span::new(3, 5));
        assert_eq!(map.span(0, text.len()), Span::new(2, source.len()));
        assert_eq!(map.span(text.len(), text.len()), Span::new(source.len(), source.len()));
    }

    #[test]
    fn a_part_of_base64_has_its_digits() {
        let source = "x=eyJhIjo0MDcxfQ==";
        let mut rewriting = Rewriting::new(source);
        rewriting.put_from_base64("{\"a\":4071}", 2..source.len());
        let (text, map) = rewriting.finish(&OffsetMap::default());
        let at = text.find("4071").unwrap();
        assert_eq!(map.span(at, at + 4).text(source), Some("Ijo0MDcx"));
        assert_eq!(map.span(0, text.len()), Span::new(2, source.len()));
        assert_eq!(map.span(text.len(), text.len()), Span::new(source.len(), source.len()));
    }

    #[test]
    fn layers_lead_all_the_way_out() {
        let paste = "xx ab";
        let outer = OffsetMap::default().part(3);
        let mut first = Rewriting::new("ab");
        first.keep(1..2);
        let (text, map) = first.finish(&outer);
        assert_eq!(text, "b");
        let mut second = Rewriting::new(&text);
        second.put("BBB", 0..1);
        let (_, map) = second.finish(&map);
        assert_eq!(map.span(1, 2).text(paste), Some("b"));
    }
}
