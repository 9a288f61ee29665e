//! Backslash escapes: a body that was written into a string of JSON or of a program, once or more.

use alloc::string::String;
use core::ops::Range;

use super::opening::{self, Quote};
use super::{entities, lines, quotation_marks};
use crate::decode::bytes_present::BytesPresent;
use crate::decode::envelope::StatusLine;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if is_wrapped_again(text, bytes) {
        return None;
    }
    // What has plain quotation marks where content begins was not written into a string.
    let mut is_content = false;
    for quote in opening::quotes(text) {
        match quote {
            Quote::Plain => return None,
            Quote::Escaped => is_content = true,
            Quote::Entity | Quote::Typographic => {}
        }
    }
    let is_whole = is_content || is_escaped(text, bytes);
    if !is_whole && !may_hold_message(bytes) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    if is_whole && is_string(text) {
        let start = text.len().saturating_sub(text.trim_start().len());
        let end = start.saturating_add(text.trim().len());
        unescape_into(&mut rewriting, start.saturating_add(1)..end.saturating_sub(1));
    } else {
        for (start, line) in lines(text) {
            let range = start..start.saturating_add(line.len());
            let is_message = is_message(line);
            if is_whole || is_message {
                write_line(&mut rewriting, range, is_message);
            } else {
                rewriting.keep(range);
            }
        }
    }
    (rewriting.text() != text).then_some(rewriting)
}

/// Whether something was done to the quotation marks of the string, or behind the backslashes in it, which has to be
/// undone before.
fn is_wrapped_again(text: &str, bytes: &BytesPresent) -> bool {
    let is_mark = |text: &str| {
        text.starts_with(opening::TYPOGRAPHIC) || opening::is_entity(text, opening::ENTITIES)
    };
    let behind = |(at, sign): (usize, &str)| text.get(at.saturating_add(sign.len())..);
    (bytes.any(&[0xe2, 0xef]) || bytes.any(b"&"))
        && (text.match_indices('\\').filter_map(behind).any(is_mark)
            || lines(text).any(|(_, line)| is_mark(line.trim_start()) && line.contains("HTTP")))
        && (quotation_marks::are_found(text) || entities::are_found(text, bytes))
}

/// Whether markup, a message or a string is escaped.
fn is_escaped(text: &str, bytes: &BytesPresent) -> bool {
    let holds = |words: &str| bytes.holds(text, words);
    let markup = || {
        (holds("=\\\"") || holds("=\\\\")) && bytes.any(b"<") && !holds("=\"")
            || ["\\u003c", "\\u003C"].iter().any(|sign| holds(sign)) && !bytes.any(b"<")
    };
    let message = || {
        (holds("HTTP/") || holds("HTTP%") || holds("MSH|"))
            && !text.trim().bytes().any(|byte| matches!(byte, b'\n' | b'\r'))
            && (holds("\\r\\n")
                || holds("\\n")
                || is_string(text) && holds("\\rMSA|")
                || escaped_status(text).is_some())
    };
    markup() || message() || holds_content(text)
}

/// Whether a text is one string of JSON, in which content or a string stands.
fn holds_content(text: &str) -> bool {
    /// What an encoded message or content holds.
    const ENCODED: &[&str] = &["HTTP%", "%3C", "%7B"];
    let shown = text.trim();
    let is_markup = shown.strip_prefix("\"<").is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '?' | '!'))
    });
    let is_escaped = || {
        shown.contains('\\')
            && (shown.starts_with("\"\\\"")
                || shown.contains(['{', '<', '%'])
                || shown.contains("\\u00"))
    };
    let is_bracket = || {
        shown.starts_with("\"{")
            && opening::quotes(shown).next().is_some_and(|quote| quote != Quote::Plain)
    };
    shown.starts_with('"')
        && (is_markup
            || is_bracket()
            || ENCODED.iter().any(|sign| shown.contains(sign))
            || is_escaped())
        && string_end(shown).is_none_or(|end| end.saturating_add(1) == shown.len())
}

/// Whether a text may hold a message in one line.
fn may_hold_message(bytes: &BytesPresent) -> bool {
    bytes.may_hold("HTTP") && ["\\n", "\\r", "\"\\"].iter().any(|sign| bytes.may_hold(sign))
}

/// Whether a line is a string, perhaps cut off, in which a message stands.
fn is_string_of_message(line: &str) -> bool {
    let shown = line.trim();
    let is_nested = shown.starts_with("\"\\\"") || shown.starts_with("\"\\\\");
    shown.starts_with('"')
        && shown.contains("HTTP")
        && (is_nested
            || shown.contains('\\')
                && string_end(shown).is_none_or(|end| end.saturating_add(1) == shown.len()))
}

/// Whether a line is a message with escaped line ends, as a string or without its quotation marks.
fn is_message(line: &str) -> bool {
    let shown = line.trim_start();
    if !shown.starts_with(['"', 'H']) {
        return false;
    }
    let is_status = escaped_status(shown).is_some_and(|at| {
        let before = shown.get(..at).unwrap_or_default();
        before.is_empty() || string_end(before).is_none() && before.starts_with('"')
    });
    is_status || is_string_of_message(line)
}

/// Where the status line begins in a text that an escaped line end follows.
fn escaped_status(text: &str) -> Option<usize> {
    /// How far behind its beginning a status line ends, in bytes.
    const NEAR: usize = 120;
    text.match_indices("HTTP/").map(|(at, _)| at).find(|at| {
        let rest = text.get(*at..).unwrap_or_default();
        let near = rest.get(..rest.floor_char_boundary(NEAR)).unwrap_or_default();
        near.find('\\').is_some_and(|end| {
            let line = near.get(..end).unwrap_or_default();
            let behind = near.get(end..).unwrap_or_default();
            StatusLine::parse(line, 0).is_some() && line_end(behind).is_some_and(is_begun)
        })
    })
}

/// What stands behind the escaped line end that a text begins with.
fn line_end(text: &str) -> Option<&str> {
    let after = |text: &'_ str, sign: char| -> Option<usize> {
        let rest = text.trim_start_matches('\\');
        let behind = rest.strip_prefix(sign).filter(|_| rest.len() < text.len())?;
        Some(text.len().saturating_sub(behind.len()))
    };
    let rest = after(text, 'r').and_then(|length| text.get(length..));
    let length = rest.and_then(|rest| after(rest, 'n'));
    match (rest, length) {
        (Some(rest), Some(length)) => rest.get(length..),
        (Some(rest), None) => Some(rest),
        (None, _) => text.get(after(text, 'n')?..),
    }
}

/// Whether a field, another line end or content follows.
fn is_begun(text: &str) -> bool {
    text.starts_with(|c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '\\' | '{' | '[' | '<' | '>')
    })
}

/// Writes a line without its escapes; one that is a string loses its quotation marks as well.
fn write_line(rewriting: &mut Rewriting<'_>, range: Range<usize>, is_message: bool) {
    let line = rewriting.source().get(range.clone()).unwrap_or_default();
    let shown = line.trim();
    let inner = shown.strip_prefix('"').and_then(|inner| match string_end(shown) {
        Some(end) if end.saturating_add(1) == shown.len() => inner.strip_suffix('"'),
        // It is cut off, or its own quotation marks were written otherwise.
        _ if is_message => Some(inner.strip_suffix('"').unwrap_or(inner)),
        None => Some(inner),
        Some(_) => None,
    });
    let Some(inner) = inner else { return unescape_into(rewriting, range) };
    let lead = line.len().saturating_sub(line.trim_start().len());
    let quote = range.start.saturating_add(lead);
    let start = quote.saturating_add(1);
    let end = start.saturating_add(inner.len());
    rewriting.keep(range.start..quote);
    unescape_into(rewriting, start..end);
    let behind = line.len().saturating_sub(line.trim_end().len());
    rewriting.keep(range.end.saturating_sub(behind)..range.end);
}

/// Where the quotation mark stands that ends the string that a text begins with.
fn string_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().enumerate().skip(1).find_map(|(at, byte)| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end.then_some(at)
    })
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
