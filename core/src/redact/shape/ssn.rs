//! Social security numbers with their separators; without them only a field's name can tell.

use core::ops::Range;

use super::form;
use crate::redact::text::{Text, is_line_end};

/// The second is the national insurance number of the United Kingdom.
const FORMS: &[&str] = &["###-##-####", "@@ ## ## ## @"];

const SPACED: &str = "### ## ####";

/// Words that say what the number is; lower case.
const NAMES: &[&str] = &["ssn", "social", "sozial"];

/// Words before numbers that are codes, counts or places; lower case.
const COUNTED: &[&str] = &[
    "code", "codes", "status", "statuses", "error", "errors", "http", "line", "lines", "row",
    "rows", "column", "took", "ms", "port", "ports", "returned", "numbers", "version", "page",
    "pages",
];

/// Those that only their name tells: of the United States, of the NHS, of Germany (taxes, pensions), of France.
const NAMED: &[&str] = &[
    SPACED,
    "### ### ####",
    "## ### ### ###",
    "## ###### @ ###",
    "# ## ## ## ### ### ##",
    "############# ##",
];

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    // Those that begin with 9 are tax numbers or invented; masked all the same.
    FORMS.iter().find_map(|known| form(text, at, known)).map(|end| at..end)
}

/// One whose groups stand apart, `123 45 6789`, where nothing else explains the numbers: not in a row of numbers, not
/// behind a word for a code. A first group that can be a status needs a word in its line that says what it is.
pub(super) fn find_spaced(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    /// How far before it the word may stand, in bytes.
    const NEAR: usize = 48;
    let end = form(text, at, SPACED)?;
    let is_gap = |byte: u8| matches!(byte, b' ' | b'\t' | b',' | b';' | b'|' | b'/' | b'.');
    let lead = at.saturating_sub(text.run_before(at, 8, is_gap));
    let rest = text.run(end, is_gap);
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    let is_part = text.before(at).is_some_and(|byte| {
        !byte.is_ascii_whitespace() && !matches!(byte, b'(' | b'"' | b'\'' | b':' | b'=' | b'>')
    });
    if is_part || is_digit(text.before(lead)) || is_digit(text.byte(rest)) {
        return None;
    }
    let length = text.run_before(at, NEAR, |byte| byte.is_ascii() && !is_line_end(byte));
    let before = text.slice(at.saturating_sub(length)..at).to_ascii_lowercase();
    // A placeholder says nothing of what stands behind it.
    let mut words = before.split(|c: char| !(c.is_ascii_alphanumeric() || c == '['));
    if words.any(|word| NAMES.iter().any(|name| word.starts_with(name))) {
        return Some(at..end);
    }
    let status = text.slice(at..at.saturating_add(3)).parse::<u16>().unwrap_or_default();
    let is_status = matches!(status, 100..=103 | 200..=226 | 300..=308 | 400..=599);
    let word = before.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let word = word.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    (!is_status && !COUNTED.contains(&word)).then_some(at..end)
}

/// Where a number behind its name ends, whose groups may stand apart.
pub(in crate::redact) fn named(text: Text<'_>, at: usize) -> Option<usize> {
    NAMED.iter().find_map(|known| form(text, at, known))
}

#[cfg(test)]
mod tests {
    use super::{find, find_spaced};
    use crate::redact::shape::tests::masked;

    #[test]
    fn only_numbers_with_separators() {
        assert_eq!(masked(find, "ssn 000-12-3456."), Some("000-12-3456"));
        assert_eq!(masked(find, "NI number QQ 12 34 56 C."), Some("QQ 12 34 56 C"));
        for text in ["000123456", "4010-12-3456", "000-12-34567", "2026-01-08", "000-12-3456-7"] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }

    #[test]
    fn groups_apart_where_nothing_else_explains_them() {
        for text in ["123 45 6789", "it is 123 45 6789.", "(123 45 6789)"] {
            assert_eq!(masked(find_spaced, text), Some("123 45 6789"), "{text}");
        }
        assert_eq!(masked(find_spaced, "SSN of it is 404 45 6789"), Some("404 45 6789"));
        for text in [
            "GET / HTTP/1.1\" 200 12 4010",
            "404 45 6789",
            "codes 123 45 6789",
            "4010 123 45 6789",
            "123 45 6789 4071",
            "123 45 6789, 12",
            "v123 45 6789",
            "123 45 67890",
        ] {
            assert_eq!(masked(find_spaced, text), None, "{text}");
        }
    }
}
