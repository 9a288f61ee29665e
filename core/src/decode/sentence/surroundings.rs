//! What stands around a number and makes it something else than a code.

use core::ops::Range;

use super::phone;
use super::vocabulary::FOLLOWERS;

/// Whether a word stands right behind a number that it may count: `404 rows`.
pub(super) fn counts_something(text: &str, words: &[Range<usize>], index: usize) -> bool {
    let (Some(number), Some(next)) = (words.get(index), words.get(index.saturating_add(1))) else {
        return false;
    };
    let between = text.get(number.end..next.start).unwrap_or_default();
    let word = text.get(next.clone()).unwrap_or_default();
    // `502 nginx/1.18.0` tells who answered.
    let is_product = text.get(next.end..).is_some_and(|rest| rest.starts_with('/'));
    between == " "
        && !is_product
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !FOLLOWERS.contains(&word)
}

/// Whether a number belongs to a phone number, a price, a date, a version, an address or a measure.
pub(super) fn is_part_of_something_else(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let mut back = before.chars().rev();
    let (last, second_last) = (back.next(), back.next());
    let mut ahead = after.chars();
    let (next, second_next) = (ahead.next(), ahead.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joined_before = matches!(last, Some('.' | '-' | '/' | ',' | ':' | ')' | '#')) && digit(second_last)
            // The port behind an address in brackets.
            || before.ends_with("]:");
    let joined_after =
        matches!(next, Some('.' | '-' | '/' | ',' | ':' | '#')) && digit(second_next);
    let money = matches!(last, Some('$' | '€' | '£' | '+' | '~'))
        || matches!(next, Some('%' | '€' | '£' | '°'));
    let in_path =
        matches!(last, Some('/' | '\\' | '_' | '@')) || matches!(next, Some('_' | '@' | '\\'));
    let compared =
        ["==", "!=", "<=", ">="].iter().any(|sign| before.trim_end_matches(' ').ends_with(sign));
    // `401(k)`, a plan for retirement.
    let is_plan = after.get(..3).is_some_and(|next| next.eq_ignore_ascii_case("(k)"));
    joined_before
        || joined_after
        || is_plan
        || money
        || in_path
        || compared
        || is_selector(before)
        || is_in_address(before)
        || is_protocol(before)
        || phone::holds(text, range)
}

/// Whether a text is written for a program: numbers in it are what it looks for, not what came.
pub(super) fn is_program(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| is_case(line) || is_metric(line) || is_query(line))
}

/// `case 4071: return …`
fn is_case(line: &str) -> bool {
    line.strip_prefix("case ").is_some_and(|rest| rest.contains(':'))
}

/// `http_requests_total{code="404"} 12`
fn is_metric(line: &str) -> bool {
    let Some((name, rest)) = line.split_once('{') else { return false };
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':');
    !name.is_empty()
        && name.bytes().all(is_name)
        && rest.split_once("} ").is_some_and(|(labels, value)| {
            labels.contains("=\"") && value.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// `SELECT … FROM …`
pub(crate) fn is_query(line: &str) -> bool {
    let line = line.trim_start();
    line.get(..7).is_some_and(|verb| verb.eq_ignore_ascii_case("select "))
        && [" FROM ", " from "].iter().any(|word| line.contains(word))
}

/// Whether an address goes on up to here, with a query: `https://app.example/x?error=404`.
fn is_in_address(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>'));
    let word = word.into_iter().next().unwrap_or_default();
    word.split_once("://").is_some_and(|(_, rest)| rest.contains('?'))
}

/// Whether the version of another protocol stands right before: `SIP/2.0 404`.
fn is_protocol(before: &str) -> bool {
    let word = before.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    word == "ICY"
        || word.split_once('/').is_some_and(|(name, version)| {
            name.len() >= 2
                && name != "HTTP"
                && name.bytes().all(|byte| byte.is_ascii_uppercase())
                && version.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a word of a style sheet ends right before: `.error-404`, `#page_500`.
fn is_selector(before: &str) -> bool {
    let word =
        before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    before.ends_with(['-', '_']) && word.ends_with(['.', '#'])
}
