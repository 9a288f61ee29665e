//! Quotation marks that a word processor made typographic, in JSON and in the attributes of markup.

use super::lines;
use super::opening::{self, Quote, TYPOGRAPHIC as MARKS};
use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, _: &BytesPresent) -> Option<Rewriting<'t>> {
    if !are_found(text) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    for (at, mark) in text.match_indices(MARKS) {
        let end = at.saturating_add(mark.len());
        rewriting.keep(kept..at);
        rewriting.put("\"", at..end);
        kept = end;
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

/// Whether there are marks that are none of a text in words.
pub(super) fn are_found(text: &str) -> bool {
    holds_mark(text) && is_syntax(text)
}

/// Whether there is any of them: few bytes can begin one.
fn holds_mark(text: &str) -> bool {
    let mut leads = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, 0xe2 | 0xef));
    leads.any(|(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with(MARKS)))
}

/// Whether a mark stands where the syntax of JSON or markup needs one.
fn is_syntax(text: &str) -> bool {
    let is_value = |(at, _): (usize, &str)| {
        let rest = text.get(at.saturating_add(1)..).unwrap_or_default();
        rest.trim_start_matches('\\').starts_with(MARKS)
    };
    opening::quotes(text).any(|quote| quote == Quote::Typographic)
        || text.match_indices('=').any(is_value)
        || lines(text).any(|(_, line)| is_string(line))
}

/// Whether a line is a string in which a message stands.
fn is_string(line: &str) -> bool {
    let shown = line.trim_start();
    shown.starts_with(MARKS)
        && (shown.contains("HTTP%") || shown.contains("HTTP/") && shown.contains('\\'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn typographic_marks_are_read_as_plain_ones() {
        check("{“a”: „b”}", "{\"a\": \"b\"}");
        check("<a b=“c”/>", "<a b=\"c\"/>");
        check("he said “401”", "he said “401”");
    }
}
