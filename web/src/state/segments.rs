//! The pasted text cut into plain and marked stretches, for the highlights behind the text area.

use respondex_core::Span;
use respondex_core::decode::Decoding;

/// A longer text is shown without highlights, a stretch at a time, and read by the worker.
pub const MOST_MARKED_BYTES: usize = 256 * 1024;

/// More marks than this say nothing any more.
const MOST_MARKS: usize = 99;

/// A block has so many bytes at least, then ends with one line in eight, and where none is found behind so many.
const BYTES_OF_A_BLOCK: core::ops::Range<usize> = 1024..8192;

/// What a mark shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// A code.
    Finding,
    /// What speaks for a vendor.
    Evidence,
    /// A field or token that is explained.
    Noteworthy,
}

/// A marked stretch of the text; its number is its place in the list, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// What it shows.
    pub kind: MarkKind,
    /// Where it stands, in bytes.
    pub span: Span,
}

/// A stretch of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment<'t> {
    /// The text of it.
    pub text: &'t str,
    /// Number and kind of the mark on it.
    pub mark: Option<(usize, MarkKind)>,
}

/// Some whole lines of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block<'t> {
    /// Tells it from every other block of the text, and is the same while its text is the same.
    pub key: u64,
    /// Its pieces in order.
    pub segments: Vec<Segment<'t>>,
}

/// The marks of a decoding in the order of the text. Where two overlap, the code is kept.
pub fn marks(decoding: &Decoding) -> Vec<Mark> {
    let findings = decoding.responses.iter().flat_map(|response| {
        response.findings.iter().map(|finding| Mark { kind: MarkKind::Finding, span: finding.span })
    });
    let evidence = decoding.responses.iter().flat_map(|response| {
        let evidence = response.vendor.iter().flat_map(|vendor| &vendor.evidence);
        evidence
            .filter_map(|evidence| evidence.span)
            .map(|span| Mark { kind: MarkKind::Evidence, span })
    });
    let noteworthy = decoding.responses.iter().flat_map(|response| {
        response
            .noteworthy
            .iter()
            .map(|noted| Mark { kind: MarkKind::Noteworthy, span: noted.span })
    });
    let mut kept: Vec<Mark> = Vec::new();
    for mark in
        findings.chain(evidence).chain(noteworthy).filter(|mark| mark.span.start < mark.span.end)
    {
        if kept.len() < MOST_MARKS && !kept.iter().any(|other| overlap(mark.span, other.span)) {
            kept.push(mark);
        }
    }
    kept.sort_by_key(|mark| mark.span);
    kept
}

/// The number of the mark on a span, if there is one.
pub fn number_of(marks: &[Mark], span: Span) -> Option<usize> {
    marks.iter().position(|mark| mark.span == span).map(|at| at.saturating_add(1))
}

/// Cuts the text at its marks; the pieces in order give the text again.
pub fn segments<'t>(text: &'t str, marks: &[Mark]) -> Vec<Segment<'t>> {
    let mut segments = Vec::new();
    let mut end = 0;
    for (number, mark) in (1usize..).zip(marks) {
        let (Some(before), Some(marked)) =
            (text.get(end..mark.span.start), text.get(mark.span.start..mark.span.end))
        else {
            continue;
        };
        segments.push(Segment { text: before, mark: None });
        segments.push(Segment { text: marked, mark: Some((number, mark.kind)) });
        end = mark.span.end;
    }
    segments.push(Segment { text: text.get(end..).unwrap_or_default(), mark: None });
    segments.retain(|segment| !segment.text.is_empty());
    segments
}

/// The pieces of [`segments`] in blocks, so that a browser lays out anew only what was typed into. Whether a block ends with
/// a line is told by that line, so that the blocks behind stay what they are; none ends inside a mark. The last one may be
/// empty.
pub fn blocks(segments: Vec<Segment<'_>>) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut block, mut length) = (Block::default(), 0usize);
    for segment in segments {
        if segment.mark.is_some() {
            length = length.saturating_add(segment.text.len());
            block.key = mixed(block.key, segment.text);
            block.segments.push(segment);
            continue;
        }
        let (mut start, mut end) = (0usize, 0usize);
        for line in segment.text.split_inclusive('\n') {
            end = end.saturating_add(line.len());
            length = length.saturating_add(line.len());
            block.key = mixed(block.key, line);
            let may_end = length >= BYTES_OF_A_BLOCK.start && line.ends_with('\n');
            if may_end && (length >= BYTES_OF_A_BLOCK.end || mixed(0, line) >> 61 == 0) {
                block.segments.push(Segment { text: part(segment.text, start, end), mark: None });
                push(&mut blocks, core::mem::take(&mut block));
                (start, length) = (end, 0);
            }
        }
        if start < end {
            block.segments.push(Segment { text: part(segment.text, start, end), mark: None });
        }
    }
    push(&mut blocks, block);
    blocks
}

fn part(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// Adds a block; one like another gets a key of its own.
fn push<'t>(blocks: &mut Vec<Block<'t>>, mut block: Block<'t>) {
    while blocks.iter().any(|other| other.key == block.key) {
        block.key = block.key.wrapping_add(1);
    }
    blocks.push(block);
}

/// A number with a text mixed in (FNV-1a).
fn mixed(number: u64, text: &str) -> u64 {
    text.bytes().fold(number ^ 0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn mark(start: usize, end: usize) -> Mark {
        Mark { kind: MarkKind::Finding, span: Span::new(start, end) }
    }

    #[test]
    fn the_pieces_give_the_text_again() {
        let text = "HTTP/1.1 401 Ünauthorized";
        let pieces = segments(text, &[mark(9, 12), mark(13, 15)]);
        assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), text);
        let numbers: Vec<_> =
            pieces.iter().filter_map(|piece| piece.mark.map(|(number, _)| number)).collect();
        assert_eq!(numbers, [1, 2]);
    }

    #[test]
    fn a_mark_that_lies_outside_or_cuts_a_character_is_left_out() {
        for marks in [[mark(1, 99)], [mark(0, 1)]] {
            let pieces = segments("ä", &marks);
            assert_eq!(pieces, [Segment { text: "ä", mark: None }]);
        }
    }

    /// The blocks of a text whose marks are these.
    fn blocks_of<'t>(text: &'t str, marks: &[Mark]) -> Vec<Block<'t>> {
        blocks(segments(text, marks))
    }

    fn lines(count: usize) -> String {
        (0..count).map(|at| at.to_string()).collect::<Vec<_>>().join(" is a line\n")
    }

    #[test]
    fn the_blocks_give_the_text_again_and_each_has_its_own_key() {
        for text in [lines(2_000), "alike\n".repeat(2_000), "x".repeat(9_000), String::new()] {
            let blocks = blocks_of(&text, &[]);
            let again: String =
                blocks.iter().flat_map(|block| &block.segments).map(|it| it.text).collect();
            assert_eq!(again, text);
            let keys: BTreeSet<_> = blocks.iter().map(|block| block.key).collect();
            assert_eq!(keys.len(), blocks.len());
            assert_eq!(blocks.len() == 1, !text.contains('\n'), "{}", blocks.len());
        }
    }

    #[test]
    fn typing_changes_the_block_that_it_is_in_and_no_other() {
        let text = lines(2_000);
        let keys = |text: &str| -> BTreeSet<u64> {
            blocks_of(text, &[]).iter().map(|block| block.key).collect()
        };
        let before = keys(&text);
        for at in [3, 8_000, text.len() - 2] {
            let (head, tail) = text.split_at(at);
            for typed in ["x", "\n"] {
                let after = keys(&[head, typed, tail].concat());
                let new = after.difference(&before).count();
                assert!(new <= 3, "{new} of {} blocks are new", after.len());
            }
        }
    }

    #[test]
    fn no_block_ends_inside_a_mark() {
        let text = lines(1_000);
        let whole = blocks_of(&text, &[mark(5, text.len() - 5)]);
        assert!(whole[0].segments.iter().any(|piece| piece.text.len() > 5_000));
    }

    #[test]
    fn a_mark_is_found_by_its_span() {
        let marks = [mark(0, 3), mark(5, 9)];
        assert_eq!(number_of(&marks, Span::new(5, 9)), Some(2));
        assert_eq!(number_of(&marks, Span::new(5, 8)), None);
    }
}
