//! Numbers of bank accounts, by the remainder of ISO 13616, with and without spaces.

use core::ops::Range;

use crate::redact::text::Text;

/// The fewest and the most characters, spaces left out.
const FEWEST: usize = 15;
const MOST: usize = 34;

pub(in crate::redact) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let rest = text.0.as_bytes().get(at..)?;
    let [a, b, c, d, ..] = rest else { return None };
    let begins = a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
        && c.is_ascii_digit()
        && d.is_ascii_digit();
    if !begins {
        return None;
    }
    let (mut left, mut count, mut end) = (0u32, 4usize, None);
    let mut was_gap = false;
    for (offset, byte) in rest.iter().enumerate().skip(4) {
        let is_gap = *byte == b' ' && !was_gap;
        if !(byte.is_ascii_digit() || byte.is_ascii_uppercase() || is_gap) || count > MOST {
            break;
        }
        was_gap = is_gap;
        if is_gap {
            continue;
        }
        left = remainder(left, *byte);
        count = count.saturating_add(1);
        let next = rest.get(offset.saturating_add(1));
        let is_end = !next.is_some_and(u8::is_ascii_alphanumeric);
        // The first four characters count as if they stood behind the others.
        let shifted = [a, b, c, d].into_iter().fold(left, |rest, byte| remainder(rest, *byte));
        if is_end && (FEWEST..=MOST).contains(&count) && shifted == 1 {
            end = Some(at.saturating_add(offset).saturating_add(1));
        }
    }
    Some(at..end?)
}

/// The remainder by 97 of a number with one more character; letters are two digits.
const fn remainder(rest: u32, byte: u8) -> u32 {
    if byte.is_ascii_digit() {
        (rest * 10 + (byte - b'0') as u32) % 97
    } else {
        (rest * 100 + (byte.saturating_sub(b'A') as u32) + 10) % 97
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn only_numbers_whose_remainder_is_right() {
        for iban in
            ["DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "GB82WEST12345698765432"]
        {
            assert_eq!(masked(find, &format!("IBAN {iban}, 402")), Some(iban));
        }
        for text in ["DE88370400440532013000", "AB12", "SS01 4010 4071"] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
