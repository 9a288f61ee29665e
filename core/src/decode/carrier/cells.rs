//! The cells of a row in a table of text: separated by commas, semicolons, tabs or bars (RFC 4180), or by blanks as in the
//! extended log format of the W3C.

use core::ops::Range;

use super::extent;

/// The longest cell that lines break within, in bytes; a quotation mark that never closes is none.
const LONGEST: usize = 256 * 1024;

/// Where a cell stands, without its quotation marks, and whether it has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) range: Range<usize>,
    pub(super) is_quoted: bool,
}

/// The cells of the row that begins at a place, one after the other.
pub(super) struct Cells<'t> {
    text: &'t str,
    separator: char,
    /// Where the next cell begins; nothing behind the last.
    next: Option<usize>,
    /// Where the row ends that was read, with its line end.
    pub(super) end: usize,
}

impl<'t> Cells<'t> {
    pub(super) fn of_row(text: &'t str, start: usize, separator: char) -> Self {
        Self { text, separator, next: Some(start), end: text.len() }
    }

    /// A cell in quotation marks, in which a mark is written twice.
    fn quoted(&self, start: usize) -> Option<(Cell, usize)> {
        let inner = start.saturating_add(1);
        let limit = self.text.floor_char_boundary(inner.saturating_add(LONGEST));
        let rest = self.text.get(inner..limit)?;
        let bytes = rest.as_bytes();
        let mut at = 0usize;
        let end = loop {
            let mark = bytes.get(at..)?.iter().position(|byte| *byte == b'"');
            // Content that is cut off lost its mark as well.
            let is_cut_off = mark.is_none() && limit == self.text.len();
            if is_cut_off && rest.starts_with(['{', '[', '<']) {
                return Some((Cell { range: inner..limit, is_quoted: true }, limit));
            }
            at = at.saturating_add(mark?);
            // Some programs escape it instead.
            let is_escaped = at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\\');
            if bytes.get(at.saturating_add(1)) == Some(&b'"') {
                at = at.saturating_add(2);
            } else if is_escaped && !self.ends_cell(inner.saturating_add(at).saturating_add(1)) {
                at = at.saturating_add(1);
            } else {
                break at;
            }
        };
        let end = inner.saturating_add(end);
        let behind = end.saturating_add(1);
        self.ends_cell(behind).then_some((Cell { range: inner..end, is_quoted: true }, behind))
    }

    /// Content in quotation marks that are not written twice in it.
    fn quoted_content(&self, start: usize) -> Option<(Cell, usize)> {
        let inner = start.saturating_add(1);
        let rest = self.text.get(inner..)?;
        let rest = rest.get(..rest.find(['\r', '\n']).unwrap_or(rest.len()))?;
        let length = extent::end(rest).filter(|_| rest.starts_with(['{', '[', '<']))?;
        let end = inner.saturating_add(length);
        let behind = end.saturating_add(1);
        // Where all of the text was taken for a string, the last mark went with it.
        if end == self.text.len() {
            return Some((Cell { range: inner..end, is_quoted: false }, end));
        }
        let closes = self.text.get(end..behind) == Some("\"") && self.ends_cell(behind);
        closes.then_some((Cell { range: inner..end, is_quoted: false }, behind))
    }

    /// JSON that nobody put in quotation marks although it holds the separator.
    fn content(&self, start: usize) -> Option<(Cell, usize)> {
        let rest = self.text.get(start..)?;
        let line = rest.get(..rest.find(['\r', '\n']).unwrap_or(rest.len()))?;
        let begins = line.starts_with(['{', '[']) && self.separator != ' ';
        let end = start.saturating_add(extent::end(line).filter(|_| begins)?);
        self.ends_cell(end).then_some((Cell { range: start..end, is_quoted: false }, end))
    }

    fn ends_cell(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default().trim_start_matches(' ');
        rest.is_empty() || rest.starts_with(['\r', '\n', self.separator]) || self.separator == ' '
    }
}

impl Iterator for Cells<'_> {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        let start = self.next.take()?;
        let rest = self.text.get(start..)?;
        let is_blank = |c: char| c == ' ' || c == '\t' && self.separator != '\t';
        let lead = rest.len().saturating_sub(rest.trim_start_matches(is_blank).len());
        let start = start.saturating_add(lead);
        let rest = self.text.get(start..)?;
        let found = if rest.starts_with('"') {
            self.quoted(start).or_else(|| self.quoted_content(start))
        } else {
            self.content(start)
        };
        let (cell, behind) = found.unwrap_or_else(|| {
            let length = rest.find(['\r', '\n', self.separator]).unwrap_or(rest.len());
            let shown = rest.get(..length).unwrap_or_default().trim_end_matches(is_blank);
            let end = start.saturating_add(shown.len());
            (Cell { range: start..end, is_quoted: false }, start.saturating_add(length))
        });
        let rest = self.text.get(behind..).unwrap_or_default();
        let after = rest.trim_start_matches(|c| is_blank(c) && self.separator != ' ');
        let behind = self.text.len().saturating_sub(after.len());
        if let Some(rest) = after.strip_prefix(self.separator) {
            self.next = Some(self.text.len().saturating_sub(rest.len()));
        } else {
            let length = after.find('\n').map_or(after.len(), |at| at.saturating_add(1));
            self.end = behind.saturating_add(length);
        }
        Some(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, separator: char, expected: &[&str], behind: &str) {
        let mut cells = Cells::of_row(text, 0, separator);
        let found: Vec<&str> = cells.by_ref().filter_map(|cell| text.get(cell.range)).collect();
        assert_eq!((found.as_slice(), text.get(cells.end..)), (expected, Some(behind)));
    }

    #[test]
    fn cells_of_a_row() {
        check("a, b ,,\"c,\"\"d\"\"\ne\"\r\nf", ',', &["a", "b", "", "c,\"\"d\"\"\ne"], "f");
        check("a\t\tb c\n", '\t', &["a", "", "b c"], "");
        check("1;{\"a\":1;\"b\":2};3", ';', &["1", "{\"a\":1;\"b\":2}", "3"], "");
        check("a b  c\nd", ' ', &["a", "b", "c"], "d");
        check("1,\"{\"\"a\"\":\n1,", ',', &["1", "{\"\"a\"\":\n1,"], "");
        check("\"a\nb", ',', &["\"a"], "b");
        check("\"{\\\"a\\\":1}\",2", ',', &["{\\\"a\\\":1}", "2"], "");
        check("1,\"{\"a\":\"b,\"}\",2", ',', &["1", "{\"a\":\"b,\"}", "2"], "");
        check("", ',', &[""], "");
    }
}
