//! HTTP messages as they are: one or several, with requests between them and anything around them.

use alloc::vec::Vec;
use core::ops::Range;

use super::extent::{self, Content, Contents};
use super::{
    Piece, bare, chunked, continued, has_room, has_room_to_show, log_line, notice, request,
    tell_unclosed, too_many,
};
use crate::decode::envelope::StatusLine;
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::Unwrapped;
use crate::seek;
use crate::span::{Rewriting, Span};

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
        if !has_room_to_show(source, responses) {
            return Some(pieces);
        }
        responses = responses.saturating_add(1);
        let end = message_end(text, at..next.map_or(text.len(), |(next, _)| next));
        let beside = around(source, rest_begins..at, &mut pieces, notices);
        // A log line tells of another call.
        before = if beside.is_log { at..at } else { before.start..at };
        let request = request::find(source, before.clone()).or_else(|| continued(&pieces));
        let piece =
            Piece::slice(source, at..end, NAME).answering(request).within(source, before.clone());
        let is_only = next.is_none() && responses == 1 && pieces.len() == 1;
        let above = beside.content.and_then(|body| body_above(source, at..end, body, is_only));
        let piece = match above {
            Some(joined) => {
                pieces.pop();
                joined.answering(piece.request.clone()).within(source, before.clone())
            }
            None => chunked::joined(source, at, end, piece),
        };
        pieces.push(piece);
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
        while let Some(at) = text.get(self.behind..).and_then(|rest| seek::find(rest, "HTTP/")) {
            let found = self.behind.saturating_add(at);
            let before = text.get(self.behind..found).unwrap_or_default().as_bytes();
            let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
            let lead = before.iter().rposition(is_end).map_or(0, |end| end.saturating_add(1));
            let start = self.behind.saturating_add(lead);
            let rest = text.as_bytes().get(start..).unwrap_or_default();
            let length = rest.iter().position(is_end).unwrap_or(rest.len());
            self.behind = start.saturating_add(length);
            // Whoever quotes a message or sets it in a page writes the mark right before it.
            let quoted = text
                .get(start..found)
                .is_some_and(|before| is_opening(before) || is_end_of_content(before));
            let start = if quoted { found } else { start };
            let line = text.get(start..self.behind).unwrap_or_default();
            if StatusLine::parse(line, 0).is_some() {
                let next = next_in_line(line).map(|at| start.saturating_add(at));
                self.behind = next.unwrap_or(self.behind);
                return Some((start, Start::Response));
            } else if request::is_request_line(line) {
                return Some((start, Start::Request));
            }
        }
        None
    }
}

/// Where the next status line begins in the line of a status line: behind its content, or behind its phrase.
fn next_in_line(line: &str) -> Option<usize> {
    let from = StatusLine::parse(line, 0)?.span.end;
    let rest = line.get(from..)?;
    let mark = rest.find("HTTP/")?;
    let before = rest.get(..mark)?;
    let at = match before.find(['{', '[', '<']) {
        Some(at) => {
            let behind = at.saturating_add(extent::end(rest.get(at..)?)?);
            let lead = rest.get(behind..)?;
            behind.saturating_add(lead.len().saturating_sub(lead.trim_start().len()))
        }
        None if before.ends_with([' ', '\t']) => mark,
        None => return None,
    };
    StatusLine::parse(rest.get(at..)?, 0).map(|_| from.saturating_add(at))
}

/// The last line of a content, or all of it: what was read next was written right behind it.
fn is_end_of_content(text: &str) -> bool {
    let shown = text.trim();
    let closes = shown.starts_with(['}', ']', '<']) || shown.starts_with(['{', '[']);
    closes
        && shown.ends_with(['}', ']', '>'])
        && (shown.bytes().all(|byte| matches!(byte, b'}' | b']' | b' '))
            || shown.starts_with("</")
            || extent::end(shown) == Some(shown.len()))
}

/// A quotation mark, or the tags of a web page, and nothing else.
fn is_opening(text: &str) -> bool {
    matches!(text.trim(), "'" | "\"" | "`")
        || text.starts_with('<') && text.ends_with("<pre>") | text.ends_with("<code>")
}

/// Where a message ends: where its content closes, with the elements of its name that stand right behind it, or at what
/// begins next.
fn message_end(text: &str, range: Range<usize>) -> usize {
    let message = text.get(range.clone()).unwrap_or_default();
    extent::head(message)
        .and_then(|content| {
            let rest = message.get(content..)?;
            let end = extent::siblings_end(rest, extent::end(rest)?);
            Some(content.saturating_add(end))
        })
        .map_or(range.end, |length| range.start.saturating_add(length))
}

/// What was read between two messages.
#[derive(Default)]
struct Around {
    /// Whether it was lines of a log.
    is_log: bool,
    /// The last content without a head.
    content: Option<Range<usize>>,
}

/// What stands between messages: lines of a log are read, requests known, and the rest is told of.
fn around<'a>(
    source: &'a Unwrapped<'_>,
    range: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> Around {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let is_request = |line: &str| request::is_request_line(line) || request::is_command(line);
    if text.trim().is_empty() {
        return Around::default();
    }
    if log_line::read(source, range.clone(), pieces, notices) {
        return Around { is_log: true, content: None };
    }
    if text.lines().any(is_request) {
        return Around::default();
    }
    let content = contents_beside(source, range.clone(), pieces, notices);
    if content.is_none() {
        tell_skipped(notices, Some(source.origin.span(range.start, range.end)));
    }
    Around { is_log: false, content }
}

/// A head whose content stands above it, as in `Response body: … Response headers: …`; without labels, where the two are
/// all that there is.
fn body_above<'a>(
    source: &'a Unwrapped<'_>,
    head: Range<usize>,
    body: Range<usize>,
    is_only: bool,
) -> Option<Piece<'a>> {
    /// The longest label between the two, in bytes.
    const LONGEST: usize = 40;
    let text: &str = &source.text;
    let label = text.get(body.end..head.start)?.trim();
    let message = text.get(head.clone())?;
    let has_content = extent::head(message)
        .is_some_and(|at| message.get(at..).is_some_and(|rest| !rest.trim().is_empty()));
    let is_label = label.len() <= LONGEST && label.trim_end_matches(':').ends_with("eaders");
    let above = text.get(..body.start)?.trim();
    let is_called = above.is_empty() || above.len() <= LONGEST && above.ends_with(':');
    let is_alone = is_only && label.is_empty() && is_called;
    if has_content || !(is_label || is_alone && may_be_of(message, text.get(body.clone())?)) {
        return None;
    }
    let mut joined = Rewriting::new(text);
    joined.keep(head.start..head.start.saturating_add(message.trim_end().len()));
    joined.put("\n\n", head.end..head.end);
    joined.keep(body);
    Some(Piece::made(source, joined, NAME))
}

/// Whether a head announces such a content, or none in particular.
fn may_be_of(head: &str, content: &str) -> bool {
    let status = head.lines().next().and_then(|line| StatusLine::parse(line, 0));
    let value_of = |name: &str| {
        let mut fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        fields.find(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value)
    };
    let is_kind = |kind: &str| {
        let syntax = if content.starts_with('<') { "ml" } else { "json" };
        let kind = kind.trim().to_ascii_lowercase();
        // The paste may end within it.
        kind.contains(syntax)
            || ["application/json", "application/xml"].iter().any(|known| known.starts_with(&kind))
    };
    status.is_some_and(|line| line.status >= 200 && !matches!(line.status, 204 | 304))
        && value_of("content-length").is_none_or(|length| length.trim() != "0")
        && value_of("content-type").is_none_or(is_kind)
}

/// Says once that there is text around the responses.
pub(crate) fn tell_skipped(notices: &mut Vec<Notice>, span: Option<Span>) {
    let told = "The text around the responses was not read.";
    if !notices.iter().any(|notice| notice.message == told) {
        notices.push(notice(NoticeCode::TextSkipped, told, span));
    }
}

/// Adds the contents in a stretch without a head, and gives the place of the last; whether they are answers is seen by
/// what they hold.
fn contents_beside<'a>(
    source: &'a Unwrapped<'_>,
    range: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> Option<Range<usize>> {
    let mut last = None;
    let text = source.text.get(..range.end).unwrap_or_default();
    let mut contents = Contents::behind(text, range.start);
    while let Some(content) = contents.next() {
        if !content.is_whole {
            continue;
        }
        let Content { range: place, .. } = contents.with_siblings(content);
        if !text.get(place.clone()).is_some_and(log_line::tells_of_outcome) {
            continue;
        }
        if !has_room(source, pieces) {
            too_many(source, place.start, notices);
            break;
        }
        let piece = Piece::slice(source, place.clone(), bare::NAME).beside();
        pieces.push(piece.within(source, range.start..place.start));
        last = Some(place);
    }
    if contents.gave_up() {
        tell_unclosed(notices);
    }
    last
}
