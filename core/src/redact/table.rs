//! Tables with a row of headings, as spreadsheets, Markdown and Jira copy them: the columns whose heading is
//! a name of the tables are masked.

use alloc::vec::Vec;
use core::ops::Range;

use super::Found;
use super::kind::Kind;
use super::mask::is_placeholder;
use super::rules::Rule;
use super::rules::said::REFUSALS;
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_space};

/// Longer lines hold no headings.
const LONGEST_HEAD: usize = 512;

/// The longest cell of a column that is masked: of a token, of a date, of anything else.
const LONGEST_SECRET: usize = 4_096;
const LONGEST_DATE: usize = 40;
const LONGEST_CELL: usize = 160;

/// The longest heading.
const LONGEST_HEADING: usize = 40;

/// A table of two columns is a list of names and values more often, unless both are named.
const FEWEST_COLUMNS: usize = 3;
const FEWEST_NAMED: usize = 2;

impl Scanner<'_> {
    /// Masks the columns below the row of headings whose first word begins at a place.
    pub(super) fn table(&mut self, at: usize, end: usize) {
        let text = self.text;
        let lead = text.run_before(at, 4, |byte| matches!(byte, b'|' | b' ' | b'"'));
        let start = at.saturating_sub(lead);
        let is_head = text.before(start).is_none_or(is_line_end) && start >= self.table_end;
        let has_next = matches!(text.byte(end), Some(b',' | b';' | b'\t' | b'|' | b'"' | b' '));
        if !is_head || !has_next {
            return;
        }
        let head = text.0.as_bytes().get(start..).unwrap_or_default().iter().take(LONGEST_HEAD);
        let line =
            start..start.saturating_add(head.take_while(|byte| !is_line_end(**byte)).count());
        let written = text.slice(line.clone());
        let Some(sign) = separator(written) else { return };
        let mut columns = Vec::new();
        for cell in cells(text, line.clone(), sign) {
            let heading = text.slice(unmarked(text, cell));
            if !is_heading(heading) {
                return;
            }
            columns.push(self.sought.label(heading));
        }
        let named = columns.iter().flatten().count();
        let is_table = named > 0 && (columns.len() >= FEWEST_COLUMNS || named >= FEWEST_NAMED);
        if !is_table {
            return;
        }
        let mut end = line.end;
        while let Some(row) = next_line(text, end) {
            self.look(row.end);
            let is_ruled = text.slice(row.clone()).bytes().all(|byte| b"|-:+= ".contains(&byte));
            // Behind the table, lines of JSON or elements have as many commas by chance.
            let is_content = matches!(text.byte(text.run(row.start, is_space)), Some(b'{' | b'<'));
            if is_content {
                break;
            }
            if !is_ruled || row.is_empty() {
                let cells: Vec<_> = cells(text, row.clone(), sign).collect();
                if cells.len() != columns.len() || !self.is_row(&columns, &cells) {
                    break;
                }
                self.row(&columns, cells);
            }
            end = row.end;
        }
        self.table_end = end;
    }

    /// Whether a line below the headings is a row: sentences have as many commas by chance.
    fn is_row(&self, columns: &[Option<Rule>], cells: &[Range<usize>]) -> bool {
        columns.iter().zip(cells).filter_map(|(rule, cell)| Some(((*rule)?, cell))).all(
            |(rule, cell)| {
                let value = self.text.slice(self.text.trim(cell.clone()));
                match rule.kind {
                    Kind::Date => is_date_cell(value),
                    // `I got a 429 from elevate, then …`
                    Kind::Person => value.len() <= LONGEST_CELL && !value.split(' ').any(is_code),
                    kind if kind.is_secret() => value.len() <= LONGEST_SECRET,
                    _ => value.len() <= LONGEST_CELL,
                }
            },
        )
    }

    fn row(&mut self, columns: &[Option<Rule>], cells: Vec<Range<usize>>) {
        for (rule, cell) in columns.iter().zip(cells) {
            let range = unmarked(self.text, cell);
            let value = self.text.slice(range.clone());
            let is_said = REFUSALS.iter().any(|word| value.eq_ignore_ascii_case(word));
            if let Some(rule) = rule.filter(|rule| rule.allows(value, true))
                && !is_said
                && !is_placeholder(value)
            {
                self.found.push(Found { range, kind: rule.kind, mark: None, inside: None });
            }
        }
    }
}

/// Whether the cell of a column of dates holds one, or a word that stands for none: `unknown`. A sentence and a line of
/// a log have their commas as well.
fn is_date_cell(value: &str) -> bool {
    const FEWEST_DIGITS: usize = 4;
    /// `14 September 1951`, `2026-01-08T12:00:00Z`
    const MOST_LETTERS: usize = 12;
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let is_date = digits >= FEWEST_DIGITS && letters <= MOST_LETTERS;
    value.len() <= LONGEST_DATE
        && !value.contains('=')
        && (is_date || digits == 0 && !value.contains(':'))
}

/// Whether a word can be a code.
fn is_code(word: &str) -> bool {
    matches!(word.len(), 3 | 4) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What can stand between cells, the one that counts more first.
const SEPARATORS: [u8; 4] = [b'\t', b'|', b',', b';'];

/// What stands between the cells of a line.
fn separator(line: &str) -> Option<u8> {
    let place = |byte: &u8| SEPARATORS.iter().position(|sign| sign == byte);
    let first = line.as_bytes().iter().filter_map(place).min()?;
    SEPARATORS.get(first).copied()
}

/// The cells of a line; a separator in quotation marks is none, and those around a row bound no cell.
fn cells(text: Text<'_>, line: Range<usize>, sign: u8) -> impl Iterator<Item = Range<usize>> {
    let line = if sign == b'|' { text.trim(line) } else { line };
    let is_sign = move |byte: u8| sign == b'|' && byte == b'|';
    let mut at = text.run(line.start, is_sign).min(line.end);
    let edge = text.run_before(line.end, 2, is_sign);
    let end = line.end.saturating_sub(edge).max(at);
    let mut is_over = false;
    core::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let mut is_quoted = false;
        let rest = text.0.as_bytes().get(at..end)?;
        let is_end = |byte: &u8| {
            is_quoted ^= *byte == b'"';
            *byte == sign && !is_quoted
        };
        let length = rest.iter().position(is_end);
        let cell = at..at.saturating_add(length.unwrap_or(rest.len()));
        is_over = length.is_none();
        at = cell.end.saturating_add(1);
        // Jira doubles the sign between headings.
        at = text.run(at, is_sign).min(end.max(at));
        Some(cell)
    })
}

/// A cell without the space and the quotation marks around its content.
fn unmarked(text: Text<'_>, cell: Range<usize>) -> Range<usize> {
    let cell = text.trim(cell);
    let is_marked = cell.len() >= 2
        && text.byte(cell.start) == Some(b'"')
        && text.before(cell.end) == Some(b'"');
    let mark = usize::from(is_marked);
    cell.start.saturating_add(mark)..cell.end.saturating_sub(mark)
}

fn is_heading(cell: &str) -> bool {
    let is_word = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || !byte.is_ascii()
            || matches!(byte, b' ' | b'_' | b'-' | b'.' | b'#')
    };
    let begins = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    // `token, secret, and more` is a sentence.
    cell.len() <= LONGEST_HEADING
        && !cell.starts_with("and ")
        && !cell.starts_with("or ")
        && cell.bytes().next().is_some_and(begins)
        && cell.bytes().all(is_word)
}

fn next_line(text: Text<'_>, end: usize) -> Option<Range<usize>> {
    let start = end.saturating_add(if text.has(end, "\r\n") { 2 } else { 1 });
    (start < text.len()).then(|| start..text.run(start, |byte| !is_line_end(byte)))
}
