//! HTTP messages as they are: one or several, with requests between them and anything around them.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Piece, chunked, continued, extent, has_room_to_show, log_line, notice, request};
use crate::decode::envelope::StatusLine;
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::Unwrapped;

pub(super) const NAME: &str = "http";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &["HTTP/"];

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
    let mut starts = Starts { text, behind: 0 };
    let first = starts.find(|(_, start)| *start == Start::Response)?.0;
    let mut next = Some((first, Start::Response));
    let mut pieces = Vec::new();
    let mut before = 0..first;
    let (mut rest_begins, mut responses) = (0usize, 0usize);
    while let Some((at, start)) = next {
        next = starts.next();
        if start == Start::Request {
            continue;
        }
        if !has_room_to_show(responses) {
            return Some(pieces);
        }
        responses = responses.saturating_add(1);
        let end = message_end(text, at..next.map_or(text.len(), |(next, _)| next));
        let is_log = around(source, rest_begins..at, &mut pieces, notices);
        // A log line tells of another call.
        before = if is_log { at..at } else { before.start..at };
        let request = request::find(source, before.clone()).or_else(|| continued(&pieces));
        let piece =
            Piece::slice(source, at..end, NAME).answering(request).within(source, before.clone());
        pieces.push(chunked::joined(source, at, end, piece));
        rest_begins = end;
        before = end..end;
    }
    around(source, rest_begins..text.len(), &mut pieces, notices);
    Some(pieces)
}

/// The lines that begin a message, and where each begins.
struct Starts<'t> {
    text: &'t str,
    /// Where the text begins that was not looked at yet.
    behind: usize,
}

impl Iterator for Starts<'_> {
    type Item = (usize, Start);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.text;
        // Both kinds of line hold it, so that only the lines around it have to be found.
        while let Some(at) = text.get(self.behind..).and_then(|rest| rest.find("HTTP/")) {
            let found = self.behind.saturating_add(at);
            let before = text.get(self.behind..found).unwrap_or_default().as_bytes();
            let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
            let lead = before.iter().rposition(is_end).map_or(0, |end| end.saturating_add(1));
            let start = self.behind.saturating_add(lead);
            let rest = text.as_bytes().get(start..).unwrap_or_default();
            let length = rest.iter().position(is_end).unwrap_or(rest.len());
            self.behind = start.saturating_add(length);
            // Whoever quotes a message or sets it in a page writes the mark right before it.
            let quoted = text.get(start..found).is_some_and(is_opening);
            let start = if quoted { found } else { start };
            let line = text.get(start..self.behind).unwrap_or_default();
            if StatusLine::parse(line, 0).is_some() {
                return Some((start, Start::Response));
            } else if request::is_request_line(line) {
                return Some((start, Start::Request));
            }
        }
        None
    }
}

/// A quotation mark, or the tags of a web page, and nothing else.
fn is_opening(text: &str) -> bool {
    matches!(text.trim(), "'" | "\"" | "`")
        || text.starts_with('<') && text.ends_with("<pre>") | text.ends_with("<code>")
}

/// Where a message ends: where its content closes, or at what begins next.
fn message_end(text: &str, range: Range<usize>) -> usize {
    let message = text.get(range.clone()).unwrap_or_default();
    extent::head(message)
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
