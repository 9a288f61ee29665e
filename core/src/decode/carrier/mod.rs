//! What wraps a response in a paste, one file each. A carrier knows no vendor and no content.
//!
//! The first carrier in [`CARRIERS`] that knows the text takes it apart. Every piece is an HTTP message,
//! or content alone, and keeps the way back to its place in the paste.

mod bare;
mod below;
mod cells;
mod chunked;
mod client_exception;
mod curl_trace;
mod curl_verbose;
mod devtools;
mod extent;
mod hex_row;
mod http;
mod http_client_debug;
mod json_object;
mod json_shape;
mod line_status;
mod log_line;
mod numbers;
mod okhttp;
mod postman_console;
mod powershell;
mod printed_fields;
mod request;
mod request_log;
mod table;
mod transcript;
mod wget;
mod wire_log;

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::envelope::StatusLine;
use super::message::TUNNEL;
use super::output::{Notice, NoticeCode};
use super::unwrap::Unwrapped;
use crate::counted::grouped;
use crate::span::{OffsetMap, Rewriting, Span};

pub(super) use below::tells_of_call;
pub(super) use extent::{Content, Contents};
pub(crate) use http::tell_skipped;
pub(crate) use log_line::NAME as LOG_LINE;
pub(super) use log_line::tells_of_outcome;
pub(crate) use request::{Request, told as request_notice};
pub(super) use request_log::{UNANSWERED, unanswered};

/// One response, unwrapped.
#[derive(Debug)]
pub(crate) struct Piece<'a> {
    /// Its text: status line, fields, blank line, content; or content alone.
    pub(crate) text: Cow<'a, str>,
    /// Where its bytes came from.
    pub(crate) origin: OffsetMap,
    /// What wrapped it: `http`, `curl-verbose`, `har`, `bare` …
    pub(crate) carrier: &'static str,
    /// The request that it answers, as far as the paste shows it.
    pub(crate) request: Option<Request>,
    /// The words around it, in which a vendor or a code may be named.
    pub(crate) context: Context<'a>,
    /// Whether it only stands beside responses: it may be anything, and counts where a vendor is known by it.
    pub(crate) is_beside: bool,
}

/// Words of the paste that are no part of the response.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) origin: OffsetMap,
}

impl<'a> Piece<'a> {
    /// A part of the source as it stands there.
    fn slice(source: &'a Unwrapped<'_>, range: Range<usize>, carrier: &'static str) -> Self {
        Piece {
            text: Cow::Borrowed(source.text.get(range.clone()).unwrap_or_default()),
            origin: source.origin.part(range.start),
            carrier,
            request: None,
            context: Context::default(),
            is_beside: false,
        }
    }

    /// What was made out of the source.
    fn made(
        source: &'a Unwrapped<'_>,
        rewriting: Rewriting<'_>,
        carrier: &'static str,
    ) -> Piece<'a> {
        let (text, origin) = rewriting.finish(&source.origin);
        Piece {
            text: Cow::Owned(text),
            origin,
            carrier,
            request: None,
            context: Context::default(),
            is_beside: false,
        }
    }

    /// A stretch of the same text, in which a content stands.
    pub(crate) fn part(&'a self, range: Range<usize>) -> Self {
        Piece {
            text: Cow::Borrowed(self.text.get(range.clone()).unwrap_or_default()),
            origin: self.origin.part(range.start),
            carrier: bare::NAME,
            request: None,
            context: Context::default(),
            is_beside: true,
        }
    }

    /// The same without what stands behind a place.
    pub(crate) fn until(&'a self, end: usize) -> Self {
        Piece {
            text: Cow::Borrowed(self.text.get(..end).unwrap_or_default()),
            origin: self.origin.clone(),
            carrier: self.carrier,
            request: self.request.clone(),
            context: self.context.clone(),
            is_beside: self.is_beside,
        }
    }

    fn beside(mut self) -> Self {
        self.is_beside = true;
        self
    }

    fn answering(mut self, request: Option<Request>) -> Self {
        self.request = request;
        self
    }

    fn within(mut self, source: &'a Unwrapped<'_>, range: Range<usize>) -> Self {
        self.context = Context {
            text: source.text.get(range.clone()).unwrap_or_default(),
            origin: source.origin.part(range.start),
        };
        self
    }

    /// Whether the real response is still to come (RFC 9110 section 15.2), or a proxy only opened the way.
    fn is_interim(&self) -> bool {
        let line = self.text.lines().next().and_then(|line| StatusLine::of_piece(line, 0));
        line.is_some_and(|line| {
            (100..200).contains(&line.status)
                || line.reason.is_some_and(|reason| reason.eq_ignore_ascii_case(TUNNEL))
        })
    }

    /// Whether it stands in the source as it is.
    fn is_slice(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Whether a program wrote it down with its content apart, so that all that stands in there is the content.
    pub(crate) fn is_recorded(&self) -> bool {
        matches!(self.carrier, "har" | "postman" | "client-object")
    }

    /// Whether it is whatever was pasted, so that prose may stand around the response.
    pub(crate) fn is_bare(&self) -> bool {
        self.carrier == bare::NAME
    }
}

#[cfg(test)]
impl<'a> Piece<'a> {
    /// A text that stands in the paste as it is.
    pub(crate) fn whole(text: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            origin: OffsetMap::default(),
            carrier: http::NAME,
            request: None,
            context: Context::default(),
            is_beside: false,
        }
    }
}

/// One way in which responses are written down.
struct Carrier {
    /// Words of which some stand in every such text; none where anything may stand.
    marks: &'static [&'static str],
    /// Takes a text apart, or says that it is not this carrier.
    split: for<'a> fn(&'a Unwrapped<'_>, &mut Vec<Notice>) -> Option<Vec<Piece<'a>>>,
}

/// Every carrier, the most particular first; the last one takes anything.
const CARRIERS: &[Carrier] = &[
    Carrier { marks: &[], split: json_object::split },
    Carrier { marks: table::MARKS, split: table::split },
    Carrier { marks: curl_trace::MARKS, split: curl_trace::split },
    Carrier { marks: curl_verbose::MARKS, split: curl_verbose::split },
    Carrier { marks: okhttp::MARKS, split: okhttp::split },
    Carrier { marks: wget::MARKS, split: wget::split },
    Carrier { marks: powershell::MARKS, split: powershell::split },
    Carrier { marks: postman_console::MARKS, split: postman_console::split },
    Carrier { marks: http_client_debug::MARKS, split: http_client_debug::split },
    Carrier { marks: wire_log::MARKS, split: wire_log::split },
    Carrier { marks: http::MARKS, split: http::split },
    Carrier { marks: devtools::LABELS, split: devtools::split },
    Carrier { marks: &[], split: request::split },
    Carrier { marks: &[], split: log_line::split },
    Carrier { marks: &[], split: bare::split },
];

/// Takes a paste apart into responses.
pub(crate) fn split<'a>(source: &'a Unwrapped<'_>, notices: &mut Vec<Notice>) -> Vec<Piece<'a>> {
    CARRIERS
        .iter()
        .filter(|carrier| {
            carrier.marks.is_empty() || carrier.marks.iter().any(|mark| source.holds(mark))
        })
        .find_map(|carrier| (carrier.split)(source, notices))
        .unwrap_or_default()
}

fn notice(code: NoticeCode, message: &str, span: Option<Span>) -> Notice {
    Notice { code, message: message.into(), span }
}

/// Says once that there are more places than are read.
fn too_many(source: &Unwrapped<'_>, from: usize, notices: &mut Vec<Notice>) {
    let span = source.origin.span(from, source.text.len());
    let message = format!(
        "The text holds more than {} places that may be responses; the rest was not read.",
        grouped(source.limits.places())
    );
    if !notices.iter().any(|notice| notice.message == message) {
        notices.push(notice(NoticeCode::TooMany, &message, Some(span)));
    }
}

/// Says once that contents were looked for that never close, and then no more.
pub(super) fn tell_unclosed(notices: &mut Vec<Notice>) {
    let message = "More than 8 contents of the text never close; what stands behind them may not have been read.";
    if !notices.iter().any(|notice| notice.message == message) {
        notices.push(notice(NoticeCode::TooMany, message, None));
    }
}

/// The request of the piece before, where that one was only an interim response.
fn continued(pieces: &[Piece<'_>]) -> Option<Request> {
    pieces.last().filter(|piece| piece.is_interim())?.request.clone()
}

/// Whether there is room for one more response, where each piece is one: for one more than is shown, so that it is
/// told that there were more.
fn has_room_to_show(source: &Unwrapped<'_>, responses: usize) -> bool {
    responses <= source.limits.responses
}

/// Whether there is room for one more place that may hold a response.
fn has_room(source: &Unwrapped<'_>, pieces: &[Piece<'_>]) -> bool {
    pieces.len() < source.limits.places()
}
