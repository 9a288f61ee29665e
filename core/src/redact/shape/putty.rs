//! Private keys in the file format of `PuTTY`, from their first line to the code that vouches for them.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::field::line_end;
use crate::redact::text::{Text, is_line_end};

const BEGIN: &str = "PuTTY-User-Key-File-";
const LINES: &str = "Private-Lines:";
const CODE: &str = "Private-MAC:";

/// The names of the lines that stand between; the rest is base64.
const NAMES: &[&str] = &[
    BEGIN,
    "Encryption:",
    "Comment:",
    "Public-Lines:",
    "Key-Derivation:",
    "Argon2-",
    LINES,
    CODE,
    "Private-Hash:",
];

/// How it begins; a paste may begin in the middle of one.
pub(super) fn begins() -> Vec<&'static str> {
    alloc::vec![BEGIN, LINES, CODE]
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    if !begins().iter().any(|begin| text.has(at, begin)) {
        return None;
    }
    let mut end = at;
    let mut start = at;
    loop {
        let line =
            start..text.run(start, |byte| !is_line_end(byte) && !matches!(byte, b'\\' | b'"'));
        if !is_part(text.slice(line.clone())) {
            break;
        }
        end = line.end;
        // Nothing of the key stands behind it.
        if text.has(line.start, CODE) || text.has(line.start, "Private-Hash:") {
            break;
        }
        let Some(next) = line_end(text, end) else { break };
        start = next;
    }
    (end > at).then(|| text.trim(at..end))
}

fn is_part(line: &str) -> bool {
    let line = line.trim();
    let is_named = NAMES
        .iter()
        .any(|name| line.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)));
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    is_named || (line.len() >= 4 && line.len().is_multiple_of(4) && line.bytes().all(is_digit))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn from_the_first_line_to_the_code() {
        let lines = "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: made-up@host\nPublic-Lines: 1\nAAAAB3Nz\nPrivate-Lines: 1\nAAAAgQDm\nPrivate-MAC: 0a1b2c3d";
        assert_eq!(masked(find, &format!("{lines}\nHTTP/1.1 401 No")), Some(lines));
        let cut = "Private-Lines: 2\r\nAAAAgQDm\r\nAAAAgQDn";
        assert_eq!(masked(find, &format!("{cut}\r\nand 404 below")), Some(cut));
        let escaped = "Private-Lines: 1\\nAAAAgQDm\\nPrivate-MAC: 0a1b";
        assert_eq!(masked(find, &format!("{escaped}\\n\"}}")), Some(escaped));
        for text in ["PuTTY 0.81", "Private-Key: x", "PuTTY: User-Key"] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
