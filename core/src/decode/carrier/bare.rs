//! No carrier: content alone, or a sentence.

use alloc::vec;
use alloc::vec::Vec;

use super::{Piece, request};
use crate::decode::output::Notice;
use crate::decode::unwrap::Unwrapped;

pub(super) const NAME: &str = "bare";

/// Takes any text that is not blank.
#[expect(clippy::unnecessary_wraps, reason = "every carrier has the same shape")]
pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    // The command that fetched the content may stand above it.
    let opening = text.bytes().position(|byte| matches!(byte, b'{' | b'<'));
    let above = opening.and_then(|end| text.get(..end)).unwrap_or_default();
    let request = request::find(source, 0..above.len());
    Some(vec![Piece::slice(source, 0..text.len(), NAME).answering(request)])
}
