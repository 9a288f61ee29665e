//! The name and password before the host of an address: `https://name:password@host`.

use core::ops::Range;

use crate::redact::text::Text;

/// What stands between `://` and the last `@` of the authority that begins at a place.
pub(in crate::redact) fn at(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let is_authority = |byte: u8| {
        !byte.is_ascii_whitespace()
            && !matches!(
                byte,
                b'/' | b'?' | b'#' | b'\\' | b'"' | b'\'' | b'<' | b'>' | b'`' | b'{' | b'}'
            )
    };
    let end = text.run(at, is_authority);
    let length = text.slice(at..end).rfind('@')?;
    (length > 0).then(|| at..at.saturating_add(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let start = text.find("://").expect("a text of this test is an address") + 3;
        assert_eq!(at(Text(text), start).map(|range| Text(text).slice(range)), expected);
    }

    #[test]
    fn only_before_the_host() {
        check("https://made:up@example.com/a", Some("made:up"));
        check("amqp://made:u@p@example.com", Some("made:u@p"));
        check("https://example.com/@made", None);
        check("https://example.com?to=made@example.com", None);
    }
}
