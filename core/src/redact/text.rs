//! A text read byte by byte, so that no question about a place outside it can fail.

use core::ops::Range;

/// A text; every stretch asked for begins and ends beside an ASCII byte.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a>(pub(super) &'a str);

impl<'a> Text<'a> {
    pub(super) const fn len(self) -> usize {
        self.0.len()
    }

    #[inline]
    pub(super) fn byte(self, at: usize) -> Option<u8> {
        self.0.as_bytes().get(at).copied()
    }

    /// The byte before a place.
    #[inline]
    pub(super) fn before(self, at: usize) -> Option<u8> {
        at.checked_sub(1).and_then(|at| self.byte(at))
    }

    pub(super) fn slice(self, range: Range<usize>) -> &'a str {
        self.0.get(range).unwrap_or_default()
    }

    /// Where a run of wanted bytes ends. A test must treat all bytes beyond ASCII alike.
    #[inline]
    pub(super) fn run(self, at: usize, is_wanted: impl Fn(u8) -> bool) -> usize {
        let mut end = at;
        while let Some(byte) = self.byte(end)
            && is_wanted(byte)
        {
            end = end.saturating_add(1);
        }
        end
    }

    /// Whether a word stands at a place, whatever its capitals.
    #[inline]
    pub(super) fn has(self, at: usize, word: &str) -> bool {
        let end = at.saturating_add(word.len());
        let there = self.0.as_bytes().get(at..end);
        there.is_some_and(|there| there.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// The rows of a table whose word stands at a place, whatever its capitals.
    ///
    /// Most are told by their first byte alone: whole tables are asked of every word of a text.
    pub(super) fn rows_at<T>(
        self,
        at: usize,
        table: &[T],
        word: impl Fn(&T) -> &'static str,
    ) -> impl Iterator<Item = &T> {
        let first = self.byte(at).map(|byte| byte.to_ascii_lowercase());
        table.iter().filter(move |row| {
            let word = word(row);
            let begins = word.as_bytes().first().map(u8::to_ascii_lowercase);
            begins == first && self.has(at, word)
        })
    }

    /// How many bytes before a place are of one sort, at most `limit`.
    pub(super) fn run_before(
        self,
        at: usize,
        limit: usize,
        is_wanted: impl Fn(u8) -> bool,
    ) -> usize {
        let there = self.0.as_bytes().get(..at).unwrap_or_default();
        there.iter().rev().take(limit).take_while(|byte| is_wanted(**byte)).count()
    }

    /// The stretch without white space around it.
    pub(super) fn trim(self, range: Range<usize>) -> Range<usize> {
        let is_seen = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_graphic());
        // So it is with most stretches.
        if range.start < range.end
            && is_seen(self.byte(range.start))
            && is_seen(self.before(range.end))
        {
            return range;
        }
        let inner = self.slice(range.clone());
        let start = range.start.saturating_add(inner.len() - inner.trim_start().len());
        start..start.saturating_add(inner.trim().len())
    }
}

pub(super) const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

pub(super) const fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// The characters of tokens: base64 in both alphabets, and the dots between parts.
pub(super) const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+' | b'/' | b'=' | b'~')
}
