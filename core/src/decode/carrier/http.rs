//! HTTP messages as they are: one or several, with requests between them and anything around them.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Piece, chunked, continued, extent, has_room, log_line, notice, request, too_many};
use crate::decode::envelope::StatusLine;
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::Unwrapped;

pub(super) const NAME: &str = "http";

/// What a line begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Response,
    Request,
}

/// Takes a text in which at least one line is a status line; each begins a response.
pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let starts = starts(text);
    let first = starts.iter().find(|(_, start)| *start == Start::Response)?.0;
    let mut pieces = Vec::new();
    let mut before = 0..first;
    let mut rest_begins = 0usize;
    for (index, (at, start)) in starts.iter().enumerate() {
        let next = starts.get(index.saturating_add(1)).map_or(text.len(), |(at, _)| *at);
        if *start == Start::Request {
            continue;
        }
        if !has_room(&pieces) {
            too_many(source, *at, notices);
            break;
        }
        let end = message_end(text, *at..next);
        let is_log = around(source, rest_begins..*at, &mut pieces, notices);
        // A log line tells of another call.
        before = if is_log { *at..*at } else { before.start..*at };
        let request = request::find(source, before.clone()).or_else(|| continued(&pieces));
        let piece =
            Piece::slice(source, *at..end, NAME).answering(request).within(source, before.clone());
        pieces.push(chunked::joined(source, *at, end, piece));
        rest_begins = end;
        before = end..end;
    }
    around(source, rest_begins..text.len(), &mut pieces, notices);
    Some(pieces)
}

fn starts(text: &str) -> Vec<(usize, Start)> {
    let mut starts = Vec::new();
    // Both kinds of line hold it, so that only the lines around it have to be found.
    let mut behind = 0usize;
    for (found, _) in text.match_indices("HTTP/") {
        if found < behind {
            continue;
        }
        let before = text.get(behind..found).unwrap_or_default();
        let lead = before.rfind(['\n', '\r']).map_or(0, |end| end.saturating_add(1));
        let start = behind.saturating_add(lead);
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        behind = start.saturating_add(length);
        // Whoever quotes a message or sets it in a page writes the mark right before it.
        let quoted = text.get(start..found).is_some_and(is_opening);
        let start = if quoted { found } else { start };
        let line = text.get(start..behind).unwrap_or_default();
        if StatusLine::parse(line, 0).is_some() {
            starts.push((start, Start::Response));
        } else if request::is_request_line(line) {
            starts.push((start, Start::Request));
        }
    }
    starts
}

/// A quotation mark, or the tags of a web page, and nothing else.
fn is_opening(text: &str) -> bool {
    matches!(text.trim(), "'" | "\"" | "`")
        || text.starts_with('<') && text.ends_with("<pre>") | text.ends_with("<code>")
}

/// Where a message ends: where its content closes, or at what begins next.
fn message_end(text: &str, range: Range<usize>) -> usize {
    let message = text.get(range.clone()).unwrap_or_default();
    let blank = ["\r\n\r\n", "\n\n", "\r\r"]
        .iter()
        .filter_map(|blank| message.find(blank).map(|at| at.saturating_add(blank.len())))
        .min();
    blank
        .and_then(|content| {
            extent::end(message.get(content..)?).map(|end| content.saturating_add(end))
        })
        .map_or(range.end, |length| range.start.saturating_add(length))
}

/// What stands between messages: lines of a log are read, requests known, and the rest is told of.
///
/// True where log lines were read.
fn around<'a>(
    source: &'a Unwrapped<'_>,
    range: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> bool {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let is_request = |line: &str| request::is_request_line(line) || request::is_command(line);
    if text.trim().is_empty() {
        return false;
    }
    if log_line::read(source, range.clone(), pieces, notices) {
        return true;
    }
    if text.lines().any(is_request) {
        return false;
    }
    let told = "The text around the responses was not read.";
    if !notices.iter().any(|notice| notice.message == told) {
        let span = source.origin.span(range.start, range.end);
        notices.push(notice(NoticeCode::TextSkipped, told, Some(span)));
    }
    false
}
