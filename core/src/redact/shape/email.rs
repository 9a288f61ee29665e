//! E-mail addresses, found from their `@` outwards.

use core::ops::Range;

use crate::redact::rules::phrases::is_common;
use crate::redact::text::{Text, is_line_end, is_space};

/// The longest local part that RFC 5321 allows.
const LONGEST_LOCAL: usize = 64;

/// The address around a sign, which is `@` or `%40`; nothing before `floor` is looked at.
pub(in crate::redact) fn around(
    text: Text<'_>,
    sign: Range<usize>,
    floor: usize,
) -> Option<Range<usize>> {
    let is_local = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'\'')
    };
    let is_domain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let limit = LONGEST_LOCAL.min(sign.start.saturating_sub(floor));
    let length = text.run_before(sign.start, limit, is_local);
    let local = text.slice(sign.start.saturating_sub(length)..sign.start);
    let local = local.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let end = text.run(sign.end, is_domain);
    let domain = text.slice(sign.end..end).trim_end_matches(['.', '-']);
    let (_, top) = domain.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    let starts = domain.starts_with(|c: char| c.is_ascii_alphanumeric());
    (!local.is_empty() && is_top && starts)
        .then(|| sign.start.saturating_sub(local.len())..sign.end.saturating_add(domain.len()))
}

/// The name that mail programs write before an address in angle brackets which begins at a place.
pub(in crate::redact) fn display_name(
    text: Text<'_>,
    address: usize,
    floor: usize,
) -> Option<Range<usize>> {
    const LONGEST: usize = 80;
    let sign = address.checked_sub(1).filter(|sign| text.byte(*sign) == Some(b'<'))?;
    let end = sign.saturating_sub(text.run_before(sign, 2, is_space));
    if text.before(end) == Some(b'"') {
        let end = end.saturating_sub(1);
        let length = text
            .run_before(end, LONGEST, |byte| byte != b'"' && byte != b'\\' && !is_line_end(byte));
        let range = end.saturating_sub(length)..end;
        return (text.before(range.start) == Some(b'"') && range.start >= floor).then_some(range);
    }
    let is_part = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || !byte.is_ascii()
            || matches!(byte, b' ' | b'\'' | b'.' | b'-')
    };
    let limit = LONGEST.min(end.saturating_sub(floor));
    let range = text.trim(end.saturating_sub(text.run_before(end, limit, is_part))..end);
    // The words with capitals right before the address: `sent by Made Up <…>`.
    let words = text.slice(range.clone()).rsplit(' ');
    let is_name = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_uppercase() || !c.is_ascii()) && !is_common(word)
    };
    let length: usize = words.take_while(is_name).map(|word| word.len().saturating_add(1)).sum();
    (length > 0).then(|| range.end.saturating_sub(length.saturating_sub(1))..range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let at = text.find('@').expect("a text of this test holds the sign");
        let found = around(Text(text), at..at + 1, 0);
        assert_eq!(found.map(|range| Text(text).slice(range)), expected);
    }

    #[test]
    fn addresses_and_their_look_alikes() {
        check("to <made.up+tag@mail.example.com>.", Some("made.up+tag@mail.example.com"));
        check("'o'made@example.com.", Some("o'made@example.com"));
        check("@scope/package", None);
        check("package@1.2.3", None);
        check("a@localhost", None);
        check("image@sha256:00", None);
    }
}
