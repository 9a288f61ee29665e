//! Statements that put rows into a database, as its messages repeat them:
//! `INSERT INTO patient (first_name, ssn) VALUES ('Made', '000123456')`.

use alloc::vec::Vec;
use core::ops::Range;

use super::kind::Kind;
use super::mask::is_placeholder;
use super::rules::Rule;
use super::rules::phrases::is_common;
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_name};
use super::{Found, quote};

/// What stands before the name of the table.
pub(super) const INTO: &str = "into ";

/// The longest name of a table and the longest list of its columns, in bytes.
const LONGEST_HEAD: usize = 2_048;

/// What stands before the rows.
const VALUES: &str = "values";

/// What stands before the name of the table whose rows stand below, in lines with tabs.
pub(super) const COPY: &str = "copy ";
const LINES: &str = "from stdin;";

/// The marks around names: of the standard, of `MySQL`, of SQL Server.
const MARKS: [char; 4] = ['"', '`', '[', ']'];

impl Scanner<'_> {
    /// Masks the values of the statement whose word `into` begins at a place, by the names of their columns.
    pub(super) fn insert(&mut self, at: usize) {
        let text = self.text;
        if at < self.statement_end {
            return;
        }
        if !text.has(at, COPY) && !text.has(at, INTO) {
            return;
        }
        self.look(at.saturating_add(LONGEST_HEAD.saturating_mul(2)));
        if text.has(at, COPY) {
            self.copy(at.saturating_add(COPY.len()));
            return;
        }
        let head = at.saturating_add(INTO.len());
        let Some((columns, rows)) = self.columns(head, VALUES) else {
            if let Some(rows) = rows_without_columns(text, head) {
                self.literals(rows);
            }
            return;
        };
        self.statement_end = rows;
        if columns.iter().all(Option::is_none) {
            return;
        }
        self.each_row(rows, columns.len(), |scanner, place, range| {
            if let Some(Some(rule)) = columns.get(place) {
                scanner.cell(*rule, range);
            }
        });
    }

    /// The rows from a place on whose columns have no names: no name tells a code from a person, so every string is
    /// masked that is no code and no text of a message.
    fn literals(&mut self, rows: usize) {
        self.each_row(rows, usize::MAX, |scanner, _, range| {
            let text = scanner.text;
            let is_string = quote::before(text, range.start).is_some();
            if let Some(kind) = literal(text.slice(range.clone()), is_string) {
                scanner.found.push(Found { range, kind, mark: None, inside: None });
            }
        });
    }

    /// Takes each value of the rows from a place on, up to so many of a row, with its place in the row.
    fn each_row(
        &mut self,
        rows: usize,
        most: usize,
        mut take: impl FnMut(&mut Self, usize, Range<usize>),
    ) {
        let text = self.text;
        let mut next = rows;
        while text.byte(next) == Some(b'(') {
            let mut at = next;
            for place in 0..most {
                let (range, end) = value(text, gap(text, at.saturating_add(1)));
                take(self, place, range);
                at = end;
                if text.byte(at) != Some(b',') {
                    break;
                }
            }
            self.statement_end = at;
            if text.byte(at) != Some(b')') {
                break;
            }
            next = gap(text, at.saturating_add(1));
            if text.byte(next) == Some(b',') {
                next = gap(text, next.saturating_add(1));
            }
        }
    }

    /// `COPY patient (first_name, ssn) FROM stdin;` of `PostgreSQL`, and the lines of its rows.
    fn copy(&mut self, start: usize) {
        let text = self.text;
        let Some((columns, rows)) = self.columns(start, LINES) else { return };
        let mut at = rows;
        while at < text.len() && !text.has(at, "\\.") {
            let line = at..text.run(at, |byte| !is_line_end(byte));
            let mut start = line.start;
            let cells = text.slice(line.clone()).split('\t');
            if cells.clone().count() != columns.len() {
                break;
            }
            for (rule, cell) in columns.iter().zip(cells) {
                let end = start.saturating_add(cell.len());
                if let Some(rule) = rule.filter(|_| cell != "\\N") {
                    self.cell(rule, start..end);
                }
                start = end.saturating_add(1);
            }
            at = text.run(line.end, is_line_end);
        }
        self.statement_end = at;
    }

    fn cell(&mut self, rule: Rule, range: Range<usize>) {
        let value = self.text.slice(range.clone());
        // What the program fills in: `?`, `:name`, `@name`, `$1`, `%s`; and what the database does: `now()`.
        let is_given = quote::before(self.text, range.start).is_none()
            && (value.starts_with(['?', ':', '@', '$', '%'])
                || value.ends_with(')')
                || ["null", "default"].iter().any(|word| value.eq_ignore_ascii_case(word)));
        if !is_given && !value.is_empty() && rule.allows(value, true) && !is_placeholder(value) {
            self.found.push(Found { range, kind: rule.kind, mark: None, inside: None });
        }
    }

    /// What the columns hold, and where the first row begins behind some words.
    fn columns(&self, start: usize, words: &str) -> Option<(Vec<Option<Rule>>, usize)> {
        let text = self.text;
        let head = text.0.as_bytes().get(start..).unwrap_or_default().iter().take(LONGEST_HEAD);
        let is_part = |byte: &u8| {
            is_name(*byte)
                || byte.is_ascii_whitespace()
                || matches!(byte, b'.' | b',' | b'"' | b'`' | b'[' | b']' | b'\\')
        };
        let open = start.saturating_add(head.clone().take_while(|byte| is_part(byte)).count());
        let inside = open.saturating_add(1);
        let rest = head.skip(inside.saturating_sub(start));
        let close = inside.saturating_add(rest.take_while(|byte| is_part(byte)).count());
        if text.byte(open) != Some(b'(') || text.byte(close) != Some(b')') {
            return None;
        }
        let values = gap(text, close.saturating_add(1));
        if !text.has(values, words) {
            return None;
        }
        let names = text.slice(inside..close).split(',');
        let rule = |name: &str| {
            let name =
                name.rsplit('.').next().unwrap_or_default().trim_matches(|c: char| {
                    c.is_ascii_whitespace() || MARKS.contains(&c) || c == '\\'
                });
            self.sought.named(name).or_else(|| self.sought.label(name))
        };
        Some((names.map(rule).collect(), gap(text, values.saturating_add(words.len()))))
    }
}

/// Where the first row begins of a statement that names no columns: `visits VALUES (`.
fn rows_without_columns(text: Text<'_>, start: usize) -> Option<usize> {
    let head = text.0.as_bytes().get(start..).unwrap_or_default().iter().take(LONGEST_HEAD);
    let is_part = |byte: &u8| {
        is_name(*byte)
            || byte.is_ascii_whitespace()
            || matches!(byte, b'.' | b'"' | b'`' | b'[' | b']' | b'\\')
    };
    let open = start.saturating_add(head.take_while(|byte| is_part(byte)).count());
    let words = text.slice(start..open).trim_end();
    let table = words.len().checked_sub(VALUES.len()).and_then(|end| words.split_at_checked(end));
    let is_statement = table.is_some_and(|(table, verb)| {
        verb.eq_ignore_ascii_case(VALUES)
            && table.ends_with(|c: char| c.is_ascii_whitespace() || MARKS.contains(&c))
            && !table.trim().is_empty()
    });
    (text.byte(open) == Some(b'(') && is_statement).then_some(open)
}

/// What a value of a row is whose column has no name; nothing for what can be a code, a flag, the text of a message,
/// or what a program fills in.
fn literal(value: &str, is_string: bool) -> Option<Kind> {
    /// Codes have fewer digits, and so have counts; a number without marks may be a time in seconds.
    const LONGEST_CODE: usize = 4;
    const SHORTEST_NUMBER: usize = 9;
    /// How contents begin, which are read by themselves.
    const CONTENTS: &[&str] = &["{", "[", "<", "HTTP/"];
    let value = value.trim();
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    if !is_string {
        return (value.len() >= SHORTEST_NUMBER && is_digits(value)).then_some(Kind::RecordNumber);
    }
    let is_code = |word: &str| word.len() <= LONGEST_CODE && is_digits(word);
    let words = || value.split(' ');
    let said = words().filter(|word| is_common(word)).count();
    // `Unauthorized`, `HTTP 404`, and sentences.
    let is_message = words().all(|word| is_common(word) || is_code(word)) || said > 1;
    // `M`, `OH`, `Y`
    let is_flag = value.len() <= 2;
    let is_filled = value.starts_with(['?', ':', '@', '$', '%', '\\']);
    let is_content = CONTENTS.iter().any(|begin| value.starts_with(begin));
    let is_word =
        ["true", "false", "null", "yes"].iter().any(|word| value.eq_ignore_ascii_case(word));
    let stays =
        is_message || is_flag || is_filled || is_content || is_word || is_placeholder(value);
    (!stays).then_some(Kind::Person)
}

/// Behind white space, line ends that are written out included.
fn gap(text: Text<'_>, at: usize) -> usize {
    let mut at = at;
    loop {
        let end = text.run(at, |byte| byte.is_ascii_whitespace());
        let is_written =
            text.byte(end) == Some(b'\\') && text.run(end, |byte| byte == b'\\') > end && {
                let letter = text.byte(text.run(end, |byte| byte == b'\\'));
                matches!(letter, Some(b'n' | b'r' | b't'))
            };
        if !is_written {
            return end;
        }
        at = text.run(end, |byte| byte == b'\\').saturating_add(1);
    }
}

/// A value of a row, and where it ends: at a comma or at the end of the row.
fn value(text: Text<'_>, start: usize) -> (Range<usize>, usize) {
    // `N'…'` of SQL Server.
    let mark = start.saturating_add(usize::from(text.has(start, "N'")));
    if let Some(open) = quote::at(text, mark) {
        let mut close = quote::close(text, open);
        // A doubled mark stands for itself.
        while let Some(next) = quote::at(text, close)
            .and_then(|mark| quote::at(text, mark.end))
            .filter(|next| text.byte(close) == Some(b'\'') && next.end > close)
        {
            close = quote::close(text, next);
        }
        let end = quote::at(text, close).map_or(close, |mark| mark.end);
        return (open.end..close, gap(text, end));
    }
    let mut depth = 0usize;
    let mut end = start;
    while let Some(byte) = text.byte(end) {
        match byte {
            b'(' => depth = depth.saturating_add(1),
            b')' | b',' if depth == 0 => break,
            b')' => depth = depth.saturating_sub(1),
            b'\r' | b'\n' | b';' => break,
            _ => {}
        }
        end = end.saturating_add(1);
    }
    (text.trim(start..end), end)
}
