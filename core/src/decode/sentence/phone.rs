//! Phone numbers, whose groups look like codes: `(401) 555-0100`, `+49 401 5550100`, `404 555 0123`.

use alloc::vec::Vec;
use core::ops::Range;

/// How far from a group its number may go on, in bytes.
const NEAR: usize = 32;

/// Whether a run of digits is a group of a phone number.
pub(super) fn holds(text: &str, digits: &Range<usize>) -> bool {
    let is_part = |byte: &u8| {
        byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.' | b'(' | b')' | b'+')
    };
    let bytes = text.as_bytes();
    let before = bytes.get(digits.start.saturating_sub(NEAR)..digits.start).unwrap_or_default();
    let behind = bytes.get(digits.end..).unwrap_or_default();
    let start =
        digits.start.saturating_sub(before.iter().rev().take_while(|byte| is_part(byte)).count());
    let end = digits
        .end
        .saturating_add(behind.iter().take(NEAR).take_while(|byte| is_part(byte)).count());
    let Some(run) = text.get(start..end) else { return false };
    let groups = groups(run);
    let at = digits.start.saturating_sub(start);
    let Some(own) = groups.iter().position(|group| group.contains(&at)) else { return false };
    has_country(run, at, &groups)
        || (0..3).any(|back| {
            let numbers =
                own.checked_sub(back).and_then(|first| groups.get(first..first.saturating_add(3)));
            numbers.is_some_and(|numbers| is_american(run, numbers))
        })
}

/// The runs of digits.
fn groups(run: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let digits = run.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
    for (at, _) in digits {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end = at.saturating_add(1),
            _ => groups.push(at..at.saturating_add(1)),
        }
    }
    groups
}

/// Whether a plus and the number of a country stand before a group, with enough digits behind it for a phone number.
fn has_country(run: &str, at: usize, groups: &[Range<usize>]) -> bool {
    /// Fewer are no number (ITU-T E.164 has no lower bound, and nobody has one this short).
    const FEWEST: usize = 8;
    let plus = run.get(..at).and_then(|before| before.rfind('+'));
    plus.is_some_and(|plus| {
        let behind = groups.iter().filter(|group| group.start > plus);
        behind.map(Range::len).sum::<usize>() >= FEWEST
    })
}

/// Three, three and four digits, as in North America, where something beside their number says so: brackets, dashes or
/// points between them, or a group that is no code.
fn is_american(run: &str, groups: &[Range<usize>]) -> bool {
    let [area, exchange, line] = groups else { return false };
    let between = |one: &Range<usize>, other: &Range<usize>| {
        run.get(one.end..other.start).unwrap_or_default()
    };
    let (first, second) = (between(area, exchange), between(exchange, line));
    let is_link = |text: &str| matches!(text, " " | "-" | "." | ") " | ")" | ")-" | " - ");
    if (area.len(), exchange.len(), line.len()) != (3, 3, 4) || !is_link(first) || !is_link(second)
    {
        return false;
    }
    let begins = |group: &Range<usize>, digits: &[char]| {
        run.get(group.clone()).is_some_and(|group| group.starts_with(digits))
    };
    let is_marked = first.starts_with(')') || (first, second) != (" ", " ");
    is_marked
        || begins(exchange, &['6', '7', '8', '9'])
        || begins(line, &['0', '1', '3', '7', '8'])
        || run.get(exchange.clone()) == Some("555")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of the numbers in a text are left.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let left = groups(text).into_iter().filter(|digits| !holds(text, digits));
        let left: Vec<&str> = left.filter_map(|digits| text.get(digits)).collect();
        assert_eq!(left, expected, "{text}");
    }

    #[test]
    fn groups_of_phone_numbers() {
        check("4071 (401) 555-0100", &["4071"]);
        check("+1 401 555 0100 and 404", &["404"]);
        check("+49 401 4071 500", &[]);
        check("401 867 5309", &[]);
        check("401.555.0100, 401-555-0100, (500)555-0100", &[]);
        check("ext 404 555 0123 x 500", &["500"]);
    }

    #[test]
    fn codes_side_by_side() {
        check("401 404 4071", &["401", "404", "4071"]);
        check("(401) 404", &["401", "404"]);
        check("got 401 - 500 times", &["401", "500"]);
        check("+401", &["401"]);
    }
}
