//! The pasted text cut into plain and marked stretches, for the highlights behind the text area.

use respondex_core::Span;
use respondex_core::decode::Decoding;

/// A longer text is shown without highlights, a stretch at a time, and read by the worker.
pub const MOST_MARKED_BYTES: usize = 256 * 1024;

/// More marks than this say nothing any more.
const MOST_MARKS: usize = 99;

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

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn a_mark_is_found_by_its_span() {
        let marks = [mark(0, 3), mark(5, 9)];
        assert_eq!(number_of(&marks, Span::new(5, 9)), Some(2));
        assert_eq!(number_of(&marks, Span::new(5, 8)), None);
    }
}
