//! Keys and certificates between `-----BEGIN …-----` and `-----END …-----`.

use core::ops::Range;

use crate::redact::text::{Text, is_line_end};

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";

/// The block that begins at a place. One that was cut short ends where no key could go on.
pub(in crate::redact) fn at(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    if !text.has(at, BEGIN) {
        return None;
    }
    let is_label = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b' ';
    let mut end = text.run(at.saturating_add(BEGIN.len()), is_label);
    end = text.run(end, |byte| byte == b'-');
    let mut before = b' ';
    while let Some(byte) = text.byte(end) {
        if byte == b'-' && text.has(end, END) {
            let label = text.run(end.saturating_add(END.len()), is_label);
            return Some(at..text.run(label, |byte| byte == b'-'));
        }
        // A space stands in the heads of encrypted keys and before indented lines.
        let is_space =
            byte == b' ' && (before.is_ascii_whitespace() || matches!(before, b':' | b','));
        let is_body = byte.is_ascii_alphanumeric()
            || is_line_end(byte)
            || matches!(byte, b'+' | b'/' | b'=' | b'\\' | b'\t' | b':' | b',' | b'-');
        let begins_anew = byte == b'-' && text.has(end, BEGIN);
        if !(is_body || is_space) || begins_anew {
            break;
        }
        before = byte;
        end = end.saturating_add(1);
    }
    // A line that goes on as prose is no part of the key.
    let block = text.slice(at..end);
    let line = block.rfind(['\n', '\r']).map_or(block.len(), |line| line);
    let is_whole =
        matches!(text.byte(end), None | Some(b'"' | b'\'' | b'<' | b'&' | b'}' | b']' | b')'));
    Some(text.trim(at..if is_whole { end } else { at.saturating_add(line) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, rest: &str) {
        let found = at(Text(text), 0).expect("a text of this test begins with a block");
        assert_eq!(text.get(found.end..), Some(rest));
    }

    #[test]
    fn blocks_whole_escaped_and_cut_short() {
        check("-----BEGIN PRIVATE KEY-----\nbWFkZQ==\n-----END PRIVATE KEY-----\nx", "\nx");
        check("-----BEGIN CERTIFICATE-----\\nbWFk\\n-----END CERTIFICATE-----\\n\"", "\\n\"");
        check(
            "-----BEGIN RSA PRIVATE KEY-----\nDEK-Info: AES,00\n\nbWFk\n-----END RSA PRIVATE KEY-----",
            "",
        );
        check("-----BEGIN PRIVATE KEY-----\nbWFkZQ\"}", "\"}");
        check("-----BEGIN PRIVATE KEY-----\nbWFkZQ\nHTTP/1.1 401 No", "\nHTTP/1.1 401 No");
    }
}
