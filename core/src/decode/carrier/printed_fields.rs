//! Header fields that a client prints behind a status: in braces below `Headers:` (.NET), or in brackets behind
//! the phrase (Apache's `HttpClient`).

use core::ops::Range;

use crate::span::Rewriting;

/// The longest name of a field that is looked for, in bytes.
const LONGEST: usize = 64;

/// Keeps the fields that stand in or below the rest of a status's line; returns where they end.
pub(super) fn keep(message: &mut Rewriting<'_>, rest: Range<usize>, limit: usize) -> Option<usize> {
    let shown = message.source().get(rest.clone())?;
    if shown.trim_end().ends_with("Headers:") {
        return below(message, rest.end, limit);
    }
    in_brackets(message, rest);
    None
}

fn below(message: &mut Rewriting<'_>, from: usize, limit: usize) -> Option<usize> {
    let rest = message.source().get(from..limit)?;
    let opening = rest.len().saturating_sub(rest.trim_start().strip_prefix('{')?.len());
    let begin = from.saturating_add(opening);
    let inner = rest.get(opening..)?;
    let length = inner.find('}')?;
    let mut at = begin;
    for field in inner.get(..length)?.split_inclusive('\n') {
        let lead = field.len().saturating_sub(field.trim_start().len());
        if field.contains(": ") {
            message.keep(at.saturating_add(lead)..at.saturating_add(field.len()));
        }
        at = at.saturating_add(field.len());
    }
    Some(begin.saturating_add(length).saturating_add(1))
}

/// ` Unauthorized [Server: x, WWW-Authenticate: Bearer realm="y", error="z"]`: a comma ends a field only where a name
/// follows.
fn in_brackets(message: &mut Rewriting<'_>, rest: Range<usize>) {
    let Some(shown) = message.source().get(rest.clone()) else { return };
    let Some(opening) =
        shown.find(" [").filter(|at| begins_field(shown.get(at.saturating_add(2)..)))
    else {
        return;
    };
    let end = shown.find(']').unwrap_or(shown.len());
    let mut start = opening.saturating_add(2);
    while start < end {
        let field = shown.get(start..end).unwrap_or_default();
        let length = field
            .match_indices(", ")
            .map(|(at, _)| at)
            .find(|at| begins_field(field.get(at.saturating_add(2)..)))
            .unwrap_or(field.len());
        let from = rest.start.saturating_add(start);
        let to = from.saturating_add(length);
        message.keep(from..to);
        message.put("\n", to..to);
        start = start.saturating_add(length).saturating_add(2);
    }
}

/// Whether a text begins with a field's name and a colon.
fn begins_field(text: Option<&str>) -> bool {
    let near = text.and_then(|text| text.get(..text.floor_char_boundary(LONGEST.min(text.len()))));
    near.and_then(|text| text.split_once(": ")).is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}
