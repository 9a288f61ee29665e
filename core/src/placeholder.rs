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
pub(crate) struct Placeholder<'t> {
    /// Where it ends.
    pub(crate) end: usize,
    /// The sort of value.
    pub(crate) name: &'t str,
    pub(crate) number: usize,
}

/// The placeholder that begins at a place, in bytes.
#[inline]
pub(crate) fn at(text: &str, at: usize) -> Option<Placeholder<'_>> {
    // So it is with most places.
    if text.as_bytes().get(at) == Some(&b'[') { behind(text, at.saturating_add(1)) } else { None }
}

/// The placeholder whose bracket stands before a place.
fn behind(text: &str, inner: usize) -> Option<Placeholder<'_>> {
    let bytes = text.as_bytes();
    if !bytes.get(inner).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    let is_inner =
        |byte: &&u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || **byte == b'-';
    let length = bytes.get(inner..)?.iter().take(LONGEST).take_while(is_inner).count();
    let end = inner.saturating_add(length);
    let (name, number) = text.get(inner..end)?.rsplit_once('-')?;
    let is_number = (1..=9).contains(&number.len()) && !number.starts_with('0');
    let is_whole = is_number && bytes.get(end) == Some(&b']') && NAMES.contains(&name);
    let number = number.parse().ok().filter(|_| is_whole)?;
    Some(Placeholder { end: end.saturating_add(1), name, number })
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
