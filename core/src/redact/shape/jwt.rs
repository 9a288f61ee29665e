//! JSON Web Tokens, signed or encrypted: they begin with `{"` in base64.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::text::Text;

/// `{"` in base64.
const BEGIN: &str = "eyJ";

/// How it begins.
pub(super) fn begins() -> Vec<&'static str> {
    alloc::vec![BEGIN]
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    if text.slice(at..at.saturating_add(BEGIN.len())) != BEGIN {
        return None;
    }
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let end = text.run(at, is_part);
    let token = text.slice(at..end).trim_end_matches('.');
    // Two parts are one that was cut short.
    (token.len() >= 20 && token.contains('.')).then(|| at..at.saturating_add(token.len()))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn tokens_of_two_parts_and_more() {
        let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x";
        assert_eq!(masked(find, &format!("the token {token}.")), Some(token));
        for text in ["eyJhbGciOiJub25lIn0eyJz", "eyJ.a", "monkeyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0"]
        {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
