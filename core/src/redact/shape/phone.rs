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

/// How many digits a number with its country has.
const FEWEST_DIGITS: usize = 8;
const MOST_DIGITS: usize = 15;

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

/// Countries whose numbers have one length, that of the country included.
const LENGTHS: &[(&str, usize)] = &[
    ("1", 11),
    ("31", 11),
    ("33", 11),
    ("34", 11),
    ("41", 11),
    ("44", 12),
    ("45", 10),
    ("48", 11),
    ("52", 12),
    ("61", 11),
    ("91", 12),
];

/// `+1 401 555 0100`: eight to fifteen digits (ITU-T E.164), single separators between them.
fn with_country(text: Text<'_>, at: usize) -> Option<usize> {
    let start = at.saturating_add(1);
    let known = LENGTHS.iter().find(|(country, _)| text.has(start, country));
    let whole = known.map_or(MOST_DIGITS, |(_, length)| *length);
    // Where the length is not known, or has a digit less for some towns.
    let nearly = known.map_or(FEWEST_DIGITS, |(_, length)| *length).saturating_sub(1);
    let mut digits = 0usize;
    let mut end = at;
    let mut joints = 0usize;
    let rest = text.0.as_bytes().get(start..)?;
    for (offset, byte) in rest.iter().take(28).enumerate() {
        let next = start.saturating_add(offset).saturating_add(1);
        match byte {
            b'0' if digits == 0 => return None,
            // Of a number that is whole: `+1 401 555 0100 401 Unauthorized`.
            b'0'..=b'9'
                if joints > 0 && (digits == whole || digits >= nearly && is_status(text, next)) =>
            {
                break;
            }
            b'0'..=b'9' => {
                digits = digits.saturating_add(1);
                joints = 0;
                end = next;
            }
            b' ' | b'-' | b'.' | b'(' | b')' if joints < 2 && digits > 0 => {
                joints = joints.saturating_add(1);
            }
            _ => break,
        }
    }
    let goes_on = text.byte(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    ((FEWEST_DIGITS..=MOST_DIGITS).contains(&digits) && !goes_on).then_some(end)
}

/// Whether a status and its phrase stand where a number could go on; `next` is behind the first digit.
fn is_status(text: Text<'_>, next: usize) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let end = text.run(next, is_digit);
    end.saturating_sub(next) == 2
        && text.before(next.saturating_sub(1)) == Some(b' ')
        && text.byte(end) == Some(b' ')
        && text.byte(end.saturating_add(1)).is_some_and(|byte| byte.is_ascii_uppercase())
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
    fn a_status_behind_a_number_is_none_of_its_groups() {
        for number in ["+1 401 555 0100", "+14015550100", "+44 20 7946 0500", "+49 30 5550123"] {
            assert_eq!(masked(find, &format!("{number} 401 Unauthorized")), Some(number));
            assert_eq!(masked(find, &format!("{number} 404 Not Found")), Some(number));
        }
        assert_eq!(masked(find, "+44 7700 900 404 Made"), Some("+44 7700 900 404"));
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
