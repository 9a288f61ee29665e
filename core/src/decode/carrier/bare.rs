//! No carrier: content alone, or a sentence.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::Piece;
use crate::decode::output::Notice;
use crate::span::OffsetMap;

/// Takes any text that is not blank.
#[expect(clippy::unnecessary_wraps, reason = "every carrier has the same shape")]
pub(super) fn split<'a>(text: &'a str, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    Some(vec![Piece { text: Cow::Borrowed(text), origin: OffsetMap::identity(0), is_bare: true }])
}
