//! Network addresses: IPv4 and IPv6. Object identifiers and version numbers look much like them.

use core::ops::Range;

use crate::redact::text::Text;

/// Words before a number of four parts that make it a version.
const VERSION_WORDS: &[&str] =
    &["version", "ver", "v", "release", "build", "rev", "revision", "santedb", "firmware", "oid"];

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    version_4(text, at).or_else(|| version_6(text, at)).map(|end| at..end)
}

fn version_4(text: Text<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for part in 0..4 {
        if part > 0 {
            if text.byte(end) != Some(b'.') {
                return None;
            }
            end = end.saturating_add(1);
        }
        let digits = digits(text, end);
        if digits.is_empty()
            || digits.len() > 3
            || digits.parse::<u16>().is_ok_and(|part| part > 255)
        {
            return None;
        }
        end = end.saturating_add(digits.len());
    }
    let goes_on = match text.byte(end) {
        Some(b'.') => {
            text.byte(end.saturating_add(1)).is_some_and(|byte| byte.is_ascii_alphanumeric())
        }
        Some(byte) => byte.is_ascii_alphanumeric() || byte == b'_',
        None => false,
    };
    let is_part = matches!(text.before(at), Some(b'.' | b'_' | b'-'));
    (!goes_on && !is_part && !is_version(text, at, end)).then_some(end)
}

/// At most four digits are looked at; a longer run is no part of an address.
fn digits(text: Text<'_>, at: usize) -> &str {
    let length = text.0.as_bytes().get(at..).unwrap_or_default().iter().take(4);
    let length = length.take_while(|byte| byte.is_ascii_digit()).count();
    text.slice(at..at.saturating_add(length))
}

/// `Version=1.0.0.0`, `SanteDB 3.0.1.2`, `Chrome/120.0.0.0`; but `host.example/192.0.2.1:443` is an address.
fn is_version(text: Text<'_>, at: usize, end: usize) -> bool {
    let joint = text.run_before(at, 3, |byte| matches!(byte, b' ' | b'=' | b':' | b'/' | b'"'));
    let word_end = at.saturating_sub(joint);
    let length = text.run_before(word_end, 10, |byte| byte.is_ascii_alphabetic());
    let word = text.slice(word_end.saturating_sub(length)..word_end);
    let is_product = joint == 1
        && text.before(at) == Some(b'/')
        && text.before(word_end).is_some_and(|byte| byte.is_ascii_alphanumeric())
        && text.byte(end) != Some(b':');
    is_product || VERSION_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn version_6(text: Text<'_>, at: usize) -> Option<usize> {
    if matches!(text.before(at), Some(b':' | b'.')) {
        return None;
    }
    let is_part = |byte: u8| byte.is_ascii_hexdigit() || byte == b':';
    let length =
        text.0.as_bytes().get(at..)?.iter().take(46).take_while(|byte| is_part(**byte)).count();
    let end = at.saturating_add(length);
    let mut address = text.slice(at..end);
    // So it is with most words.
    if address.bytes().filter(|byte| *byte == b':').count() < 2 {
        return None;
    }
    if !address.ends_with("::") {
        address = address.trim_end_matches(':');
    }
    let groups = address.split(':').filter(|group| !group.is_empty());
    let count = groups.clone().count();
    let are_groups = groups.clone().all(|group| group.len() <= 4);
    let is_short = address.matches("::").count() == 1 && !address.contains(":::");
    let has_digit = address.bytes().any(|byte| byte.is_ascii_digit());
    let is_whole =
        if is_short { (2..=7).contains(&count) } else { count == 8 && !address.contains("::") };
    let end = at.saturating_add(address.len());
    let goes_on = text.byte(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_whole && are_groups && has_digit && !goes_on).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn addresses_are_masked() {
        for address in ["192.0.2.1", "203.0.113.255", "2001:db8::1", "2001:db8:0:1:2:3:4:5"] {
            assert_eq!(masked(find, &format!("from {address}, and")), Some(address));
            assert_eq!(masked(find, &format!("from {address}")), Some(address));
        }
        assert_eq!(masked(find, "connect to api.example.com/192.0.2.1:443"), Some("192.0.2.1"));
        assert_eq!(masked(find, "https://192.0.2.1/v1"), Some("192.0.2.1"));
    }

    #[test]
    fn identifiers_versions_and_times_are_not() {
        for text in [
            "1.3.6.1.4.1.33349.3.1.5.9.2.1",
            "1.2.3",
            "2.0.26.36666",
            "Version=1.0.0.0",
            "v1.2.3.4",
            "SanteDB 3.0.1.2",
            "Chrome/120.0.0.0",
            "300.1.1.1",
            "12:00:00",
            "2020-08-27T16:39:09",
            "urn:oid:1.2.3.4",
            "std::fmt",
            "abc::def",
            "1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1",
        ] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
