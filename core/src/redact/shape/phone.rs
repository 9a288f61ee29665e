//! Phone and fax numbers: North American with separators, others with `+` and the country.

use core::ops::Range;

use super::form;
use crate::redact::text::Text;

/// Ten bare digits are no form: rows of four-digit codes and ids look like them. Each begins with a digit or a
/// bracket.
const FORMS: &[&str] = &[
    "(###) ###-####",
    "(###)###-####",
    "(###) ### ####",
    "2##-###-####",
    "2##.2##.####",
    "1-2##-###-####",
    "1 (###) ###-####",
    "1.2##.2##.####",
    "07### ######",
    "020 #### ####",
];

/// Whether the first group of a number ends as in one of the forms; most numbers are ruled out by that alone.
fn is_grouped(text: Text<'_>, at: usize) -> bool {
    let behind = |length: usize| text.byte(at.saturating_add(length));
    match text.byte(at) {
        Some(b'1') => matches!(behind(1), Some(b'-' | b' ' | b'.')),
        Some(b'2'..=b'9') => matches!(behind(3), Some(b'-' | b'.')),
        _ => true,
    }
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let end = if text.byte(at) == Some(b'+') {
        with_country(text, at)
    } else if matches!(text.before(at), Some(b'.' | b'+'))
        || !matches!(text.byte(at), Some(b'(' | b'0'..=b'9'))
        || !is_grouped(text, at)
    {
        None
    } else {
        FORMS.iter().find_map(|known| form(text, at, known)).filter(|end| {
            // `300.400.1000.1` has too many parts.
            let next = text.byte(end.saturating_add(1));
            !(text.byte(*end) == Some(b'.') && next.is_some_and(|byte| byte.is_ascii_digit()))
        })
    };
    end.map(|end| at..end)
}

/// Where a number behind a name ends; its groups may stand apart: `401 555 0100`, `06 12 34 56 78`.
pub(in crate::redact) fn named(text: Text<'_>, at: usize) -> Option<usize> {
    if let Some(range) = find(text, at) {
        return Some(range.end);
    }
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let (most, is_national) = match text.byte(at)? {
        b'0' => (12, true),
        b'1' => (11, false),
        _ => (10, false),
    };
    let (mut total, mut start, mut end) = (0usize, at, None);
    loop {
        let group = text.run(start, is_digit);
        let length = group.saturating_sub(start);
        total = total.saturating_add(length);
        if length == 0 || total > most {
            return end;
        }
        // A group of three behind a whole number is a status rather.
        let is_whole = matches!((total, length), (7 | 10 | 11, 4) | (9, 3));
        if is_whole || (is_national && total >= 7) || total == length && total >= 7 {
            end = Some(group);
        }
        let is_joint = matches!(text.byte(group), Some(b' ' | b'-' | b'.' | b'/'));
        start = group.saturating_add(usize::from(is_joint));
    }
}

/// `+1 401 555 0100`: eight to fifteen digits (ITU-T E.164), single separators between them.
fn with_country(text: Text<'_>, at: usize) -> Option<usize> {
    let mut digits = 0usize;
    let mut end = at;
    let mut joints = 0usize;
    let rest = text.0.as_bytes().get(at.saturating_add(1)..)?;
    for (offset, byte) in rest.iter().take(28).enumerate() {
        match byte {
            b'0' if digits == 0 => return None,
            b'0'..=b'9' => {
                digits = digits.saturating_add(1);
                joints = 0;
                end = at.saturating_add(offset).saturating_add(2);
            }
            b' ' | b'-' | b'.' | b'(' | b')' if joints < 2 && digits > 0 => {
                joints = joints.saturating_add(1);
            }
            _ => break,
        }
    }
    let goes_on = text.byte(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    ((8..=15).contains(&digits) && !goes_on).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn numbers_with_separators_or_country() {
        for number in [
            "(401) 555-0100",
            "401-555-0100",
            "401.555.0100",
            "1-401-555-0100",
            "+1 401 555 0100",
            "+1 (401) 555-0100",
            "+14015550100",
            "+44 20 7946 0000",
        ] {
            assert_eq!(masked(find, &format!("call {number}, or")), Some(number));
        }
    }

    #[test]
    fn codes_times_and_identifiers_are_not() {
        for text in [
            "4070-4077, 4010 and 5010",
            "4015550100",
            "401 403 4010",
            "2020-08-27T16:39:09+0500",
            "1.401.555.0100.3",
            "978-4-0104-2000-1",
            "+00:00",
            "1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1",
        ] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
