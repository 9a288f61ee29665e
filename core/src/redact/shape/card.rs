//! Numbers of payment cards, by the ranges of their issuers and the check digit (ISO/IEC 7812).

use core::ops::Range;

use crate::redact::text::{Text, is_name};

/// How numbers begin, from and to, and how many digits they have.
const ISSUERS: &[(u32, u32, &[usize])] = &[
    (2221, 2720, &[16]),
    (3000, 3059, &[14]),
    (3400, 3499, &[15]),
    (3528, 3589, &[16]),
    (3600, 3699, &[14]),
    (3700, 3799, &[15]),
    (3800, 3999, &[14]),
    (4000, 4999, &[13, 16, 19]),
    (5100, 5599, &[16]),
    (6011, 6011, &[16]),
    (6440, 6599, &[16]),
];

/// How the four-digit codes of vendors begin; a row of them is no card.
const CODES: &[&str] = &["20", "40", "41", "42", "47", "49", "50", "51", "60", "62"];

/// No number has fewer digits.
const FEWEST: usize = 13;

/// The longest number with a sign between all its digits.
const LONGEST: usize = 37;

pub(in crate::redact) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let rest = text.0.as_bytes().get(at..)?;
    if !rest.first()?.is_ascii_digit() || matches!(text.before(at), Some(b'.' | b'+' | b'/')) {
        return None;
    }
    let mut digits = [0u8; 19];
    let (mut count, mut length, mut joint) = (0usize, 0usize, None);
    for (offset, byte) in rest.iter().take(LONGEST).enumerate() {
        if byte.is_ascii_digit() {
            *digits.get_mut(count)? = byte.saturating_sub(b'0');
            count = count.saturating_add(1);
            length = offset.saturating_add(1);
        } else if matches!(byte, b' ' | b'-')
            && length == offset
            && *joint.get_or_insert(*byte) == *byte
        {
            // Where a status stands behind the number, the number is whole before it.
            if count >= FEWEST && is_card(digits.get(..count)?) {
                break;
            }
        } else {
            break;
        }
    }
    let end = at.saturating_add(length);
    let goes_on = text.byte(end).is_some_and(is_name);
    let mut groups = text.slice(at..end).split([' ', '-']);
    let is_row = joint.is_some()
        && groups.all(|group| group.len() == 4 && CODES.iter().any(|code| group.starts_with(code)));
    (!goes_on && !is_row && is_card(digits.get(..count)?)).then_some(at..end)
}

fn is_card(digits: &[u8]) -> bool {
    let Some(first) = digits.first_chunk::<4>() else { return false };
    let first = first.iter().fold(0u32, |sum, digit| sum * 10 + u32::from(*digit));
    let is_issued = ISSUERS.iter().any(|(from, to, lengths)| {
        (*from..=*to).contains(&first) && lengths.contains(&digits.len())
    });
    if !is_issued {
        return false;
    }
    let mut sum = 0u32;
    for (place, digit) in digits.iter().rev().enumerate() {
        let twice = u32::from(*digit) << (place & 1);
        sum = sum.saturating_add(if twice > 9 { twice - 9 } else { twice });
    }
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn numbers_with_their_check_digit() {
        for card in
            ["4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "3782 822463 10005"]
        {
            assert_eq!(masked(find, &format!("card {card} 402, or")), Some(card));
        }
    }

    #[test]
    fn rows_of_codes_times_and_identifiers_are_not() {
        for text in [
            "4111111111111112",
            "4010 4011 4060 4071 4072 4000 4016",
            "4010 4010 4010 4010",
            "4071 4071 4071 4071",
            "1700000000000",
            "20200827163909",
            "1a4ff6f2-4111-1111-1111-1111",
        ] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
