//! Quotation marks that a word processor made typographic, in JSON and in the attributes of markup.

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// Every mark that stands for `"`.
const MARKS: [char; 6] = ['“', '”', '„', '‟', '″', '＂'];

pub(super) fn undo<'t>(text: &'t str, _: &BytesPresent) -> Option<Rewriting<'t>> {
    if !text.contains(MARKS) || !is_syntax(text) {
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

/// Whether a mark stands where the syntax of JSON or markup needs one.
fn is_syntax(text: &str) -> bool {
    text.match_indices(['{', '[', '=']).any(|(at, sign)| {
        text.get(at.saturating_add(sign.len())..).is_some_and(|rest| {
            let rest = if sign == "=" { rest } else { rest.trim_start() };
            rest.starts_with(MARKS)
        })
    })
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
