//! Backslash escapes: a body that was written into a string of JSON or of a program, once or more.

use alloc::string::String;
use core::ops::Range;

use crate::span::Rewriting;

pub(super) fn undo(text: &str) -> Option<Rewriting<'_>> {
    if !is_escaped(text) {
        return None;
    }
    let inner = unquoted(text);
    let mut rewriting = Rewriting::new(text);
    unescape_into(&mut rewriting, inner);
    (rewriting.text() != text).then_some(rewriting)
}

/// Whether the quotation marks or line ends of content are escaped, and none are plain.
fn is_escaped(text: &str) -> bool {
    let is_plain = contains_behind_opening(text, "\"");
    let json = contains_behind_opening(text, "\\\"") && !is_plain;
    let doubly = contains_behind_opening(text, "\\\\") && !is_plain;
    let markup = (text.contains("=\\\"") || text.contains("=\\\\"))
        && !text.contains("=\"")
        && text.contains('<');
    let message = (text.contains("HTTP/") || text.contains("MSH|"))
        && !text.trim().contains(['\n', '\r'])
        && (text.contains("\\r\\n") || text.contains("\\n"));
    json || doubly || markup || message
}

/// Whether a mark stands right behind an opening brace or bracket.
fn contains_behind_opening(text: &str, mark: &str) -> bool {
    text.match_indices(['{', '[']).any(|(at, _)| {
        text.get(at.saturating_add(1)..).is_some_and(|rest| {
            let rest = rest.trim_start_matches([' ', '\n', '\r', '\t']);
            rest.starts_with(mark)
                || rest
                    .strip_prefix("\\n")
                    .is_some_and(|rest| rest.trim_start_matches(' ').starts_with(mark))
        })
    })
}

/// The inside of a text that is one string.
fn unquoted(text: &str) -> Range<usize> {
    let start = text.len().saturating_sub(text.trim_start().len());
    let trimmed = text.trim();
    let is_string = trimmed.len() >= 2
        && ['"', '\''].iter().any(|quote| trimmed.starts_with(*quote) && trimmed.ends_with(*quote));
    if is_string {
        start.saturating_add(1)..start.saturating_add(trimmed.len()).saturating_sub(1)
    } else {
        0..text.len()
    }
}

/// Writes a stretch of the source without its backslash escapes (RFC 8259 section 7, and `\xHH`, `\'`).
///
/// An escape that nobody knows stays as it is.
pub(crate) fn unescape_into(rewriting: &mut Rewriting<'_>, range: Range<usize>) {
    let source = rewriting.source();
    let mut kept = range.start;
    while let Some(found) = source.get(kept..range.end).and_then(|rest| rest.find('\\')) {
        let start = kept.saturating_add(found);
        rewriting.keep(kept..start);
        let rest = source.get(start..range.end).unwrap_or_default();
        let (made, length) = escape(rest);
        let end = start.saturating_add(length);
        match made {
            Some(made) => rewriting.put(made.encode_utf8(&mut [0; 4]), start..end),
            None => rewriting.keep(start..end),
        }
        kept = end;
    }
    rewriting.keep(kept..range.end);
}

/// The character that an escape stands for, and how long it is written.
fn escape(text: &str) -> (Option<char>, usize) {
    let Some(sign) = text.chars().nth(1) else { return (None, text.len().max(1)) };
    let length = sign.len_utf8().saturating_add(1);
    let made = match sign {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\u{8}',
        'f' => '\u{c}',
        '"' | '\'' | '\\' | '/' => sign,
        'x' => return hexadecimal(text, 2),
        'u' => return surrogates(text),
        _ => return (None, length),
    };
    (Some(made), length)
}

fn hexadecimal(text: &str, digits: usize) -> (Option<char>, usize) {
    let end = digits.saturating_add(2);
    let value = text
        .get(2..end)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match value {
        Some(value) => (Some(char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER)), end),
        None => (None, 2),
    }
}

/// A pair of escapes makes one character; a lone half becomes U+FFFD.
fn surrogates(text: &str) -> (Option<char>, usize) {
    let unit = |text: &str| {
        text.strip_prefix("\\u")
            .and_then(|rest| rest.get(..4))
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .map(String::from)
            .and_then(|digits| u16::from_str_radix(&digits, 16).ok())
    };
    let first = unit(text);
    let second = text.get(6..).and_then(unit);
    if let (Some(first), Some(second)) = (first, second)
        && let Some(Ok(joined)) = char::decode_utf16([first, second]).next()
        && u32::from(joined) > 0xffff
    {
        return (Some(joined), 12);
    }
    hexadecimal(text, 4)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn escaped_content_is_read() {
        check(r#"{\"a\":\"b\\nc\"}"#, "{\"a\":\"b\\nc\"}");
        check(r#""{\"a\":1}""#, "{\"a\":1}");
        check(r#"body="{\"a\":1}" x"#, "body=\"{\"a\":1}\" x");
        check(r#""{\\\"a\\\":1}""#, "{\"a\":1}");
        check(
            r"HTTP/1.1 401 Unauthorized\r\nA: b\r\n\r\nx",
            "HTTP/1.1 401 Unauthorized\r\nA: b\r\n\r\nx",
        );
        check(r#"<a b=\"c\">\u00e9\ud83d\ude00</a>"#, "<a b=\"c\">é😀</a>");
        check(r#"{"path":"C:\\temp\\x"}"#, r#"{"path":"C:\\temp\\x"}"#);
        check(r#"{"text":"say \"hi\""}"#, r#"{"text":"say \"hi\""}"#);
    }
}
