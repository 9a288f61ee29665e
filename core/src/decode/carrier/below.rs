//! Content that stands below the line which names its status.

use core::ops::Range;

use super::{extent, json_object, line_status, log_line};
use crate::placeholder;

/// So many lines of a stack trace, of fields or without anything may stand between.
const MAX_BETWEEN: usize = 64;
/// What the words right before content call it, in lower case.
const LABELS: &[&str] =
    &["body", "response", "content", "payload", "answer", "result", "reply", "returned", "failed"];

/// The content of the call whose status the line names that ends at `end`.
pub(super) fn find(text: &str, shown: &str, end: usize, limit: usize) -> Option<Range<usize>> {
    if shown.trim_end().ends_with([':', '=']) {
        return announced(text, end, limit);
    }
    let mut at = end;
    for line in text.get(end..limit)?.split_inclusive('\n').take(MAX_BETWEEN) {
        let range = at..at.saturating_add(line.len());
        at = range.end;
        if is_between(line) {
            continue;
        }
        let content = log_line::content(text, line, range.clone(), limit)?.range;
        let head = text.get(range.start..content.start)?;
        let value = text.get(content.clone())?;
        let rest = text.get(content.end..limit)?;
        let is_whole = rest.lines().next().is_none_or(|rest| rest.trim().is_empty());
        let is_its_own = !is_prefix(head) && (!is_labelled(head) || tells_of_call(head));
        return (is_whole && !is_its_own && !json_object::is_record(value)).then_some(content);
    }
    None
}

/// Content right below a line that ends in a colon.
fn announced(text: &str, end: usize, limit: usize) -> Option<Range<usize>> {
    let rest = text.get(end..limit)?;
    let lead = rest.len().saturating_sub(rest.trim_start().len());
    let begins = |rest: &&str| rest.starts_with(['{', '[', '<']) && !placeholder::begins(rest);
    let content = rest.get(lead..).filter(begins)?;
    let start = end.saturating_add(lead);
    Some(start..extent::end(content).map_or(limit, |length| start.saturating_add(length)))
}

/// Whether a line belongs to the one above it and holds no content.
fn is_between(line: &str) -> bool {
    let shown = line.trim_start();
    let is_indented = shown.len() < line.len();
    shown.is_empty()
        || is_indented && (shown.starts_with("at ") || shown.starts_with("File \""))
        || shown.starts_with("... ")
        || line.contains("eaders:")
        || shown.starts_with("Reason: ")
        || shown.trim_end().ends_with(':') && is_labelled(shown)
}

/// Whether words are no more than a log writes before every line: a time and a level.
fn is_prefix(head: &str) -> bool {
    const LEVELS: &[&str] = &["t", "z", "trace", "debug", "info", "warn", "warning", "error"];
    head.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| LEVELS.iter().any(|level| level.eq_ignore_ascii_case(word)))
}

/// Whether the words right before content call it one.
fn is_labelled(head: &str) -> bool {
    /// The last words, in bytes.
    const NEAR: usize = 40;
    let near = head.get(head.ceil_char_boundary(head.len().saturating_sub(NEAR))..);
    let near = near.unwrap_or_default().trim_end().to_ascii_lowercase();
    LABELS.iter().any(|label| near.contains(label))
}

/// Whether words tell of a call of their own: a status, or a request.
pub(in crate::decode) fn tells_of_call(head: &str) -> bool {
    line_status::find(head, None).is_some()
        || head.contains("://")
        || head.split(' ').any(|word| super::request::METHODS.contains(&word))
}
