//! Strings that code puts together: `'Bearer ' + 'made-up'`, and with a dot in PHP.

use core::ops::Range;

use super::quote;
use super::text::{Text, is_token};

/// Shorter ones are parts of words.
const SHORTEST: usize = 6;

/// The inside of the string that is joined to one whose inside ends at a place, where it can be a token.
pub(super) fn behind(text: Text<'_>, end: usize) -> Option<Range<usize>> {
    let is_gap = |byte: u8| byte.is_ascii_whitespace();
    let sign = text.run(quote::at(text, end)?.end, is_gap);
    if !matches!(text.byte(sign), Some(b'+' | b'.')) {
        return None;
    }
    let open = quote::at(text, text.run(sign.saturating_add(1), is_gap))?;
    let inner = open.end..quote::close(text, open);
    let is_whole = text.run(inner.start, is_token) == inner.end;
    (is_whole && inner.len() >= SHORTEST).then_some(inner)
}
