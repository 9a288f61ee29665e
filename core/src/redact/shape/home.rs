//! The name of a user in the path of a home folder.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::text::{Text, is_name};

/// Users that are no person: of images and build machines.
const NOBODY: &[&str] =
    &["app", "runner", "node", "ubuntu", "ec2-user", "vsts", "Public", "Default"];

/// The folders that hold home folders.
const UNIX: &str = "home/";
const WINDOWS: &str = "Users\\";

/// How it begins.
pub(super) fn begins() -> Vec<&'static str> {
    alloc::vec![UNIX, WINDOWS]
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let is_separator = |byte: u8| matches!(byte, b'/' | b'\\');
    let lead = text.run_before(at, 4, is_separator);
    let root = text.before(at.saturating_sub(lead));
    let end = if text.has(at, UNIX) && text.before(at) == Some(b'/') {
        // `/home` in the address of a page is a part of it.
        let is_path = root.is_none_or(|byte| !is_name(byte) && !matches!(byte, b'.' | b':' | b'}'));
        is_path.then_some(at.saturating_add(4))?
    } else if text.has(at, WINDOWS) && lead > 0 && root == Some(b':') {
        at.saturating_add(5)
    } else {
        return None;
    };
    let start = text.run(end, is_separator);
    let range = start..text.run(start, |byte| is_name(byte) || byte == b'.');
    (!range.is_empty() && !NOBODY.contains(&text.slice(range.clone()))).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn folders_of_people_and_no_addresses() {
        assert_eq!(masked(find, "at /home/made.up/app.py line 404"), Some("made.up"));
        assert_eq!(masked(find, r"C:\Users\madeup\src\x.cs:line 500"), Some("madeup"));
        assert_eq!(masked(find, r"C:\\Users\\madeup\\src"), Some("madeup"));
        for text in
            ["https://example.com/home/made", "GET /Users/42/roles", "/home/app/x.py", "/home/"]
        {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
