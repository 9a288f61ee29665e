//! `Bearer …`, `Basic …` and `Token …` in running text, where no field name announces them.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::text::{Text, is_token};
use crate::redact::{encoded, joined};

const SCHEMES: &[&str] =
    &["bearer ", "basic ", "bearer%20", "token ", "auth plain ", "auth login "];

/// Shorter ones are words.
const SHORTEST: usize = 16;
/// Behind a word that sentences have as well, only what nobody would write in one.
const SHORTEST_OF_WORD: usize = 20;

/// How it begins.
pub(super) fn begins() -> Vec<&'static str> {
    SCHEMES.to_vec()
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let scheme = text.rows_at(at, SCHEMES, |scheme| scheme).next()?;
    let start = at.saturating_add(scheme.len());
    if let Some(range) = joined::behind(text, start) {
        return Some(range);
    }
    let end = text.run(start, is_token);
    let token = text.slice(start..end);
    // A parameter of a challenge goes on with its quoted value: `Bearer authorization_uri="…"`.
    let is_parameter = text.byte(end) == Some(b'"') && token.ends_with('=');
    let is_word =
        token.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    // A name and a password in base64 are known by their colon, however short.
    let is_pair = || scheme.starts_with("basic") && encoded::is_pair(token);
    let is_made = || {
        token.len() >= SHORTEST_OF_WORD
            && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && token.bytes().any(|byte| byte.is_ascii_digit())
            && token.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let is_token = if scheme.starts_with("token") {
        is_made()
    } else {
        (token.len() >= SHORTEST && !is_word) || is_pair()
    };
    (is_token && !is_parameter).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn tokens_are_masked_and_challenges_are_not() {
        assert_eq!(masked(find, "sent Bearer made.up-0123456789 to"), Some("made.up-0123456789"));
        assert_eq!(masked(find, "basic bWFkZTp1cHVwdXA="), Some("bWFkZTp1cHVwdXA="));
        assert_eq!(masked(find, "Basic bTp1cA== failed"), Some("bTp1cA=="));
        assert_eq!(masked(find, "'Bearer ' + 'made-up'"), Some("made-up"));
        assert_eq!(masked(find, "Token made0up1made0up1made"), Some("made0up1made0up1made"));
        for text in [
            "Bearer realm=\"api\", error=\"invalid_token\"",
            "Bearer authorization_uri=\"https://example.com\"",
            "Bearer authentication-required",
            "Basic auth",
            "Basic dXNlcnBhc3M=",
            "'Bearer ' + token",
            "Token invalidated_automatically",
            "token expired at 2024-01-01T00:00:00Z",
        ] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
