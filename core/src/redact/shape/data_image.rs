//! Pictures inside a text: `data:image/png;base64,…`.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::text::{Text, is_token};

const BEGIN: &str = "data:image/";

/// The longest stretch of parameters that is looked through.
const LONGEST_HEAD: usize = 80;

/// How it begins.
pub(super) fn begins() -> Vec<&'static str> {
    alloc::vec![BEGIN]
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    if !text.has(at, BEGIN) {
        return None;
    }
    let limit = at.saturating_add(LONGEST_HEAD);
    let head = text.0.as_bytes().get(at..limit.min(text.len()))?;
    let comma = head.iter().position(|byte| *byte == b',')?;
    let start = at.saturating_add(comma).saturating_add(1);
    let end = text.run(start, |byte| is_token(byte) || matches!(byte, b'%' | b'\\'));
    (end > start).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn the_bytes_are_masked_and_the_type_is_not() {
        assert_eq!(masked(find, "src='data:image/png;base64,iVBORw0KGgo='"), Some("iVBORw0KGgo="));
        assert_eq!(masked(find, "data:text/plain,hello and data:image/"), None);
    }
}
