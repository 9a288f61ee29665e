//! Backslash escapes: a body that was written into a string of JSON or of a program, once or more.

use alloc::string::String;
use core::ops::Range;

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !is_escaped(text, bytes) {
        return None;
    }
    let inner = unquoted(text);
    let mut rewriting = Rewriting::of_most(text);
    unescape_into(&mut rewriting, inner);
    (rewriting.text() != text).then_some(rewriting)
}

/// Whether the quotation marks or line ends of content are escaped, and none are plain.
fn is_escaped(text: &str, bytes: &BytesPresent) -> bool {
    let holds = |words: &str| bytes.holds(text, words);
    let content = || {
        let mut is_escaped = false;
        for behind in behind_openings(text) {
            match behind {
                [b'"', ..] => return false,
                [b'\\', b'"' | b'\\', ..] => is_escaped = true,
                _ => {}
            }
        }
        is_escaped
    };
    let markup = || (holds("=\\\"") || holds("=\\\\")) && bytes.any(b"<") && !holds("=\"");
    let message = || {
        (holds("HTTP/") || holds("MSH|"))
            && !text.trim().bytes().any(|byte| matches!(byte, b'\n' | b'\r'))
            && (holds("\\r\\n") || holds("\\n") || is_string(text) && holds("\\rMSA|"))
    };
    content() || markup() || message()
}

/// What stands behind each opening brace and bracket, without white space, and without one printed line end.
fn behind_openings(text: &str) -> impl Iterator<Item = &[u8]> {
    let mut rest = text.as_bytes();
    core::iter::from_fn(move || {
        let at = rest.iter().position(|byte| matches!(byte, b'{' | b'['))?;
        rest = rest.get(at.saturating_add(1)..)?;
        let mut behind = rest;
        while let [b' ' | b'\n' | b'\r' | b'\t', after @ ..] = behind {
            behind = after;
        }
        if let [b'\\', b'n', line @ ..] = behind {
            behind = line;
            while let [b' ', after @ ..] = behind {
                behind = after;
            }
        }
        Some(behind)
    })
}

/// The inside of a text that is one string.
fn unquoted(text: &str) -> Range<usize> {
    let start = text.len().saturating_sub(text.trim_start().len());
    let trimmed = text.trim();
    if is_string(text) {
        start.saturating_add(1)..start.saturating_add(trimmed.len()).saturating_sub(1)
    } else {
        0..text.len()
    }
}

/// Whether a text is one string.
fn is_string(text: &str) -> bool {
    let trimmed = text.trim();
    let is_quoted = |quote: char| trimmed.starts_with(quote) && trimmed.ends_with(quote);
    trimmed.len() >= 2 && (is_quoted('"') || is_quoted('\''))
}

/// Writes a stretch of the source without its backslash escapes (RFC 8259 section 7, and `\xHH`, `\'`).
///
/// An escape that nobody knows stays as it is.
pub(crate) fn unescape_into(rewriting: &mut Rewriting<'_>, range: Range<usize>) {
    let source = rewriting.source();
    let bytes = source.as_bytes().get(..range.end).unwrap_or_default();
    let mut kept = range.start;
    while let Some(found) =
        bytes.get(kept..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\'))
    {
        let start = kept.saturating_add(found);
        rewriting.keep(kept..start);
        let sign = start.saturating_add(1);
        // Most escapes are the sign itself behind a backslash.
        if let Some(b'"' | b'\'' | b'\\' | b'/') = bytes.get(sign) {
            kept = sign.saturating_add(1);
            rewriting.put(source.get(sign..kept).unwrap_or_default(), start..kept);
            continue;
        }
        let (made, length) = escape(source.get(start..range.end).unwrap_or_default());
        kept = start.saturating_add(length);
        match made {
            Some(made) => rewriting.put(made.encode_utf8(&mut [0; 4]), start..kept),
            None => rewriting.keep(start..kept),
        }
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
