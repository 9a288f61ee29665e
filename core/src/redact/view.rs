//! What a reader sees of a text: without colours, without the offsets of a trace, with the bytes of a dump
//! as characters. What has to be masked is looked for there, and masked in the text as it was pasted.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use super::{dump, trace, unseen};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The text and what is seen of it are alike, byte by byte.
    Same,
    /// They differ; it goes when what lies around it is masked.
    Unlike,
    /// The offset that a block of a trace begins with.
    First,
    /// A later one; how many bytes more lie before it than are seen, for a line end is no part of a trace.
    Later(isize),
    /// The lines of a dump.
    Dump,
}

/// A stretch of the text, and what is seen of it.
#[derive(Debug)]
struct Piece {
    source: Range<usize>,
    seen: Range<usize>,
    sort: Sort,
}

/// The line of a trace that was read last.
struct Line {
    offset: usize,
    /// The offset that the next line has if it goes on in the middle of this one.
    next: usize,
    /// Where its content begins in what is seen.
    seen: usize,
    /// Its line end in the text, seen or not by what comes behind it.
    end: Range<usize>,
}

/// What is put in the place of stretches of what is seen; they come in order and apart from one another.
#[derive(Debug, Default)]
pub(super) struct Replacements {
    /// What is put there, all of it.
    words: String,
    rows: Vec<Replacement>,
}

#[derive(Debug)]
struct Replacement {
    range: Range<usize>,
    /// Where its words end; they begin where those before it end.
    end: usize,
}

impl Replacements {
    /// Takes the next stretch, and lets its words be written.
    pub(super) fn push(&mut self, range: Range<usize>, write: impl FnOnce(&mut String)) {
        write(&mut self.words);
        self.rows.push(Replacement { range, end: self.words.len() });
    }

    /// How many they are.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Each stretch, and where its words stand in the text with all of them replaced.
    pub(super) fn ranges(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let mut words = 0usize;
        let mut ends = (0usize, 0usize);
        self.rows.iter().map(move |row| {
            let start = ends.1.saturating_add(row.range.start.saturating_sub(ends.0));
            let end = start.saturating_add(row.end.saturating_sub(words));
            words = row.end;
            ends = (row.range.end, end);
            (row.range.clone(), start..end)
        })
    }

    /// A text with the stretches replaced.
    pub(super) fn within(&self, text: &str) -> String {
        let mut replaced = String::with_capacity(text.len());
        let Self { words, rows } = self;
        let mut writer = Writer { seen: text, words, rows, written: 0, covered: 0 };
        writer.write(0..text.len(), &mut replaced);
        replaced
    }
}

/// A text and what is seen of it.
#[derive(Debug)]
pub(super) struct View<'t> {
    source: &'t str,
    text: String,
    pieces: Vec<Piece>,
}

impl<'t> View<'t> {
    pub(super) fn of(source: &'t str) -> Self {
        let mut view =
            Self { source, text: String::with_capacity(source.len()), pieces: Vec::new() };
        let mut last: Option<Line> = None;
        let mut at = 0usize;
        while at < source.len() {
            let rest = source.get(at..).unwrap_or_default();
            let length = rest.find('\n').map_or(rest.len(), |end| end.saturating_add(1));
            let line = rest.get(..length).unwrap_or_default();
            let content = line.trim_end_matches(['\r', '\n']).len();
            let end = at.saturating_add(length);
            let content_end = at.saturating_add(content);
            // The lines of a dump begin as those of a trace do.
            let dump = dump::read(rest);
            if dump.is_none()
                && let Some(offset) = trace::offset(rest, last.as_ref().map(|line| line.next))
            {
                last = Some(view.trace_line(at, &offset, content_end..end, last));
                at = end;
                continue;
            }
            if let Some(line) = last.take() {
                view.keep(line.end);
            }
            let Some((bytes, length)) = dump else {
                view.keep(at..end);
                at = end;
                continue;
            };
            let end = at.saturating_add(length);
            // With a line end behind it, so that no value goes on into the next heading.
            let seen = bytes.iter().map(|byte| char::from(*byte)).chain(['\n']);
            view.put(at..end, &seen.collect::<String>(), Sort::Dump);
            at = end;
        }
        if let Some(line) = last {
            view.keep(line.end);
        }
        view
    }

    /// What is seen.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Takes the line of a trace that begins at a place, its line end given apart.
    fn trace_line(
        &mut self,
        at: usize,
        offset: &trace::Offset,
        end: Range<usize>,
        last: Option<Line>,
    ) -> Line {
        let mut sort = Sort::First;
        if let Some(last) = last {
            if offset.goes_on && offset.value == last.next {
                self.put(last.end, "", Sort::Unlike);
            } else {
                self.keep(last.end);
            }
            if offset.goes_on {
                let bytes = offset.value.saturating_sub(last.offset);
                let seen = self.text.len().saturating_sub(last.seen);
                sort = Sort::Later(bytes.cast_signed().saturating_sub(seen.cast_signed()));
            }
        }
        let digits = at.saturating_add(offset.digits);
        let content = at.saturating_add(offset.content);
        self.put(at..digits, "", sort);
        self.put(digits..content, "", Sort::Unlike);
        let seen = self.text.len();
        self.keep(content..end.start);
        let length = end.start.saturating_sub(content);
        Line { offset: offset.value, next: offset.value.saturating_add(length), seen, end }
    }

    /// Takes a stretch as it is, but for what cannot be seen in it.
    fn keep(&mut self, range: Range<usize>) {
        let mut kept = range.start;
        let mut at = range.start;
        while at < range.end {
            at = unseen::next(self.source, at..range.end);
            let Some((length, seen)) = unseen::at(self.source, at).filter(|_| at < range.end)
            else {
                at = at.saturating_add(1);
                continue;
            };
            self.same(kept..at);
            kept = at.saturating_add(length).min(range.end);
            self.put(at..kept, seen, Sort::Unlike);
            at = kept;
        }
        self.same(kept..range.end);
    }

    fn same(&mut self, range: Range<usize>) {
        let kept = self.source.get(range.clone()).unwrap_or_default();
        if !kept.is_empty() {
            self.put(range, kept, Sort::Same);
        }
    }

    fn put(&mut self, source: Range<usize>, seen: &str, sort: Sort) {
        let start = self.text.len();
        self.text.push_str(seen);
        self.pieces.push(Piece { source, seen: start..self.text.len(), sort });
    }

    /// The text with stretches of what is seen replaced.
    pub(super) fn replace(&self, replacements: &Replacements) -> String {
        let Replacements { words, rows } = replacements;
        let mut writer = Writer { seen: &self.text, words, rows, written: 0, covered: 0 };
        let mut replaced = String::with_capacity(self.source.len());
        // The offset that was written last, and how much was written since.
        let mut offset = 0isize;
        let mut since = 0usize;
        for piece in &self.pieces {
            let source = self.source.get(piece.source.clone()).unwrap_or_default();
            let start = replaced.len();
            match piece.sort {
                Sort::Same => writer.write(piece.seen.clone(), &mut replaced),
                _ if piece.seen.is_empty() && piece.seen.start < writer.covered => {}
                Sort::First | Sort::Later(_) => {
                    offset = match piece.sort {
                        Sort::Later(hidden) => {
                            offset.saturating_add(since.cast_signed()).saturating_add(hidden).max(0)
                        }
                        _ => isize::from_str_radix(source, 16).unwrap_or_default(),
                    };
                    let _ = write!(replaced, "{offset:0width$x}", width = source.len());
                    since = 0;
                    continue;
                }
                _ if !writer.touches(&piece.seen) => replaced.push_str(source),
                Sort::Unlike => writer.write(piece.seen.clone(), &mut replaced),
                Sort::Dump => {
                    let mut seen = String::new();
                    writer.write(piece.seen.clone(), &mut seen);
                    dump::write(&seen, source, &mut replaced);
                }
            }
            if !piece.seen.is_empty() {
                since = since.saturating_add(replaced.len().saturating_sub(start));
            }
        }
        replaced
    }
}

/// Writes what is seen, with its replacements.
struct Writer<'v> {
    seen: &'v str,
    /// The words of all replacements.
    words: &'v str,
    /// Those that were not begun.
    rows: &'v [Replacement],
    /// How far their words are written.
    written: usize,
    /// Where the last one that was begun ends.
    covered: usize,
}

impl Writer<'_> {
    fn touches(&self, range: &Range<usize>) -> bool {
        let begins = self.rows.first().is_some_and(|next| next.range.start < range.end);
        range.start < self.covered || begins
    }

    fn write(&mut self, range: Range<usize>, out: &mut String) {
        let slice = |range: Range<usize>| self.seen.get(range).unwrap_or_default();
        let mut at = range.start.max(self.covered);
        while let Some((next, rest)) =
            self.rows.split_first().filter(|(next, _)| next.range.start < range.end)
        {
            out.push_str(slice(at..next.range.start));
            out.push_str(self.words.get(self.written..next.end).unwrap_or_default());
            self.written = next.end;
            self.covered = next.range.end;
            at = next.range.end;
            self.rows = rest;
        }
        out.push_str(slice(at..range.end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is seen, and what is left of the text when every `secret` in it is replaced.
    #[track_caller]
    fn check(source: &str, seen: &str, replaced: &str) {
        let view = View::of(source);
        assert_eq!(view.text(), seen);
        assert_eq!(view.replace(&Replacements::default()), source);
        let mut found = Replacements::default();
        for (at, word) in seen.match_indices("secret") {
            found.push(at..at + word.len(), |words| words.push_str("[X]"));
        }
        let masked = view.replace(&found);
        assert_eq!(masked, replaced);
        assert_eq!(View::of(&masked).text(), seen.replace("secret", "[X]"), "it is seen again");
    }

    #[test]
    fn colours_around_and_inside() {
        check(
            "\u{1b}[36ma\u{1b}[0m: sec\u{1b}[1mret\u{1b}[0m.",
            "a: secret.",
            "\u{1b}[36ma\u{1b}[0m: [X]\u{1b}[0m.",
        );
        check("a\u{a0}secret", "a secret", "a\u{a0}[X]");
    }

    #[test]
    fn the_offsets_of_a_trace_are_those_of_what_is_left() {
        check(
            "=> Send\n0000: GET /a HTTP/1.1\n0011: a: sec\n0017: ret; b\n001f: x: y\n== Info\n",
            "=> Send\nGET /a HTTP/1.1\na: secret; b\nx: y\n== Info\n",
            "=> Send\n0000: GET /a HTTP/1.1\n0011: a: [X]; b\n001c: x: y\n== Info\n",
        );
    }

    #[test]
    fn a_dump_is_written_anew() {
        check(
            "0000: 61 3a 20 73 65 63 72 65 74 3b 20 62 62 62 62 62 a: secret; bbbbb\n0010: 0d 0a                                           ..\n",
            "a: secret; bbbbb\r\n\n",
            "0000: 61 3a 20 5b 58 5d 3b 20 62 62 62 62 62 0d 0a    a: [X]; bbbbb..\n",
        );
    }
}
