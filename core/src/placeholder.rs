//! What stands in the place of a value that was masked: `[PERSON-1]`.
//!
//! Redaction writes it. The decoder takes it for neither a bracket nor a number, so that a masked text says
//! what it said before.

/// What stands in the brackets before the number, by the sort of value.
const NAMES: &[&str] = &[
    "CREDENTIALS",
    "TOKEN",
    "COOKIE",
    "SECRET",
    "KEY",
    "EMAIL",
    "PHONE",
    "SSN",
    "PERSON",
    "DATE",
    "ADDRESS",
    "RECORD-NUMBER",
    "ACCOUNT",
    "IP",
    "VEHICLE",
    "DEVICE",
    "PHOTO",
    "ID",
];

/// The longest placeholder is shorter.
const LONGEST: usize = 32;

/// A placeholder in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placeholder {
    /// Where it ends.
    pub(crate) end: usize,
    /// The sort of value, by its place among them.
    pub(crate) sort: usize,
    pub(crate) number: usize,
}

/// The placeholder that begins at a place, in bytes.
#[inline]
pub(crate) fn at(text: &str, at: usize) -> Option<Placeholder> {
    // So it is with most places.
    if text.as_bytes().get(at) == Some(&b'[') { behind(text, at.saturating_add(1)) } else { None }
}

/// The placeholder whose bracket stands before a place.
fn behind(text: &str, inner: usize) -> Option<Placeholder> {
    let rest = text.as_bytes().get(inner..)?;
    if !rest.first()?.is_ascii_uppercase() {
        return None;
    }
    // Behind the last dash, and the number there.
    let mut digits = 0usize;
    let mut number = 0usize;
    let mut length = 0usize;
    for byte in rest.iter().take(LONGEST) {
        match byte {
            b'-' => (digits, number) = (length.saturating_add(1), 0),
            b'0'..=b'9' => {
                number = number.saturating_mul(10).saturating_add(usize::from(byte - b'0'));
            }
            // No letter stands in a number, and no digit in a name.
            b'A'..=b'Z' => digits = 0,
            _ => break,
        }
        length = length.saturating_add(1);
    }
    let is_number = (1..=9).contains(&length.saturating_sub(digits))
        && digits > 0
        && rest.get(digits) != Some(&b'0');
    if !is_number || rest.get(length) != Some(&b']') {
        return None;
    }
    let name = rest.get(..digits.saturating_sub(1))?;
    // Most are told by their first letter.
    let is_it = |known: &str| known.as_bytes().first() == name.first() && known.as_bytes() == name;
    let sort = NAMES.iter().position(|known| is_it(known))?;
    let end = inner.saturating_add(length).saturating_add(1);
    Some(Placeholder { end, sort, number })
}

/// Whether a text begins with one.
pub(crate) fn begins(text: &str) -> bool {
    at(text, 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_words_in_brackets_are_placeholders() {
        for value in ["[TOKEN-1]", "[RECORD-NUMBER-12]", "[ID-1]", "[IP-999999999]"] {
            assert_eq!(at(value, 0).map(|found| found.end), Some(value.len()), "{value}");
        }
        for value in
            ["", "[", "[TOKEN]", "[TOKEN-]", "[TOKEN-01]", "[API-1]", "[TOKEN-1", "[ERR-4071]"]
        {
            assert!(!begins(value), "{value}");
        }
    }
}
