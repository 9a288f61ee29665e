//! Addresses of network cards: six pairs of hexadecimal digits (IEEE 802), with `:` or `-` between them.

use core::ops::Range;

use crate::redact::text::{Text, is_name};

const PAIRS: usize = 6;

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    // So it is with most words.
    let joint = text.byte(at.saturating_add(2)).filter(|byte| matches!(byte, b':' | b'-'))?;
    if matches!(text.before(at), Some(b':' | b'.')) {
        return None;
    }
    let end = at.saturating_add(PAIRS * 3 - 1);
    let there = text.0.as_bytes().get(at..end)?;
    let fits = there.iter().enumerate().all(|(place, byte)| {
        if place % 3 == 2 { *byte == joint } else { byte.is_ascii_hexdigit() }
    });
    // More pairs are those of a hash.
    let goes_on = text.byte(end).is_some_and(|byte| is_name(byte) || byte == b':');
    // `01-08-26-12-00-00` is a date and a time.
    let is_time =
        joint == b'-' && !there.starts_with(b"00") && !there.iter().any(u8::is_ascii_alphabetic);
    (fits && !goes_on && !is_time).then_some(at..end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn six_pairs_are_an_address() {
        for address in ["00:00:5e:00:53:01", "00-00-5E-00-53-01", "02:AB:cd:ef:00:01"] {
            assert_eq!(masked(find, &format!("from {address}, and")), Some(address));
        }
        for text in [
            "12:00:00",
            "2026-01-08T12:00:00",
            "01-08-26-12-00-00",
            "00:00:5e:00:53:01:02",
            "aa:bb:cc:dd:ee:ff:00:11:22:33",
            "SHA1:00:00:5e:00:53:01",
            "00-1a4ff6f2f54f11e88eb2f2801f1b9fd1-00f067aa0ba902b7-01",
            "00:00:5e-00-53-01",
        ] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
