//! The chunked transfer coding (RFC 9112 section 7.1), as raw captures show it: sizes stand between the parts.

use super::{Piece, extent};
use crate::decode::unwrap::Unwrapped;
use crate::span::Rewriting;

/// The message without the sizes of its chunks; as it was where it has none.
pub(super) fn joined<'a>(
    source: &'a Unwrapped<'_>,
    start: usize,
    end: usize,
    piece: Piece<'a>,
) -> Piece<'a> {
    let message = source.text.get(start..end).unwrap_or_default();
    let Some(content) = content(message) else { return piece };
    let mut rewriting = Rewriting::new(&source.text);
    rewriting.keep(start..start.saturating_add(content));
    let mut at = content;
    let mut chunks = 0usize;
    while let Some((size, from)) = size(message, at) {
        let to = from.saturating_add(size).min(message.len());
        let to = message.floor_char_boundary(to);
        rewriting.keep(start.saturating_add(from)..start.saturating_add(to));
        chunks = chunks.saturating_add(1);
        let rest = message.get(to..).unwrap_or_default();
        at = to
            .saturating_add(rest.len().saturating_sub(rest.trim_start_matches(['\r', '\n']).len()));
        if size == 0 {
            break;
        }
    }
    if chunks == 0 {
        return piece;
    }
    let Piece { request, context, carrier, .. } = piece;
    Piece { request, context, ..Piece::made(source, rewriting, carrier) }
}

/// Where the content begins, of a message whose fields say that it is chunked.
fn content(message: &str) -> Option<usize> {
    let end = extent::head(message)?;
    let is_chunked = |line: &str| {
        line.split_once(':').is_some_and(|(name, value)| {
            name.trim().eq_ignore_ascii_case("transfer-encoding")
                && value.to_ascii_lowercase().contains("chunked")
        })
    };
    message.get(..end)?.lines().any(is_chunked).then_some(end)
}

/// The size of the chunk that begins at a place, and where its data begin.
fn size(message: &str, at: usize) -> Option<(usize, usize)> {
    let rest = message.get(at..)?;
    let line = rest.get(..rest.find('\n')?)?;
    let digits = line.split(';').next()?.trim();
    if digits.is_empty() || digits.len() > 7 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return None;
    }
    let size = usize::from_str_radix(digits, 16).ok()?;
    Some((size, at.saturating_add(line.len()).saturating_add(1)))
}
