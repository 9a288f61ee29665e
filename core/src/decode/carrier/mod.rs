//! What wraps a response in a paste, one file each. A carrier knows no vendor and no content.
//!
//! The first carrier in [`CARRIERS`] that knows the text takes it apart. Every piece is an HTTP message,
//! or content alone, and keeps the way back to its place in the paste.

mod bare;
mod below;
mod chunked;
mod client_exception;
mod curl_trace;
mod curl_verbose;
mod devtools;
mod extent;
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
mod transcript;
mod wget;
mod wire_log;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::limits::MAX_PIECES;
use super::output::{Notice, NoticeCode};
use super::unwrap::Unwrapped;
use crate::span::{OffsetMap, Rewriting, Span};

pub(crate) use log_line::NAME as LOG_LINE;
pub(crate) use request::Request;

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
        }
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
        let mut words = self.text.lines().next().unwrap_or_default().split_whitespace().skip(1);
        words.next().is_some_and(|status| {
            status.len() == 3 && status.starts_with('1')
                || words.map(str::to_ascii_lowercase).eq(["connection", "established"])
        })
    }

    /// Whether it stands in the source as it is.
    fn is_slice(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
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
        }
    }
}

/// One way in which responses are written down.
struct Carrier {
    /// Bytes of which one at least is there in every such text; empty where anything may be.
    needs: &'static [u8],
    /// Takes a text apart, or says that it is not this carrier.
    split: for<'a> fn(&'a Unwrapped<'_>, &mut Vec<Notice>) -> Option<Vec<Piece<'a>>>,
}

/// Every carrier, the most particular first; the last one takes anything.
const CARRIERS: &[Carrier] = &[
    Carrier { needs: b"{", split: json_object::split },
    Carrier { needs: b"<", split: curl_trace::split },
    Carrier { needs: b"<", split: curl_verbose::split },
    Carrier { needs: b"<", split: okhttp::split },
    Carrier { needs: b"/", split: wget::split },
    Carrier { needs: b":", split: powershell::split },
    Carrier { needs: b"/", split: postman_console::split },
    Carrier { needs: b"/", split: http_client_debug::split },
    Carrier { needs: b"<", split: wire_log::split },
    Carrier { needs: b"/", split: http::split },
    Carrier { needs: b":", split: devtools::split },
    Carrier { needs: b"", split: request::split },
    Carrier { needs: b"", split: log_line::split },
    Carrier { needs: b"", split: bare::split },
];

/// Takes a paste apart into responses.
pub(crate) fn split<'a>(source: &'a Unwrapped<'_>, notices: &mut Vec<Notice>) -> Vec<Piece<'a>> {
    CARRIERS
        .iter()
        .filter(|carrier| carrier.needs.is_empty() || source.bytes.any(carrier.needs))
        .find_map(|carrier| (carrier.split)(source, notices))
        .unwrap_or_default()
}

fn notice(code: NoticeCode, message: &str, span: Option<Span>) -> Notice {
    Notice { code, message: message.into(), span }
}

/// Says once that there are more places than are read.
fn too_many(source: &Unwrapped<'_>, from: usize, notices: &mut Vec<Notice>) {
    let span = source.origin.span(from, source.text.len());
    let message =
        "The text holds more than 10,000 places that may be responses; the rest was not read.";
    if !notices.iter().any(|notice| notice.message == message) {
        notices.push(notice(NoticeCode::TooMany, message, Some(span)));
    }
}

/// The request of the piece before, where that one was only an interim response.
fn continued(pieces: &[Piece<'_>]) -> Option<Request> {
    pieces.last().filter(|piece| piece.is_interim())?.request.clone()
}

/// Whether there is room for one more response.
fn has_room(pieces: &[Piece<'_>]) -> bool {
    pieces.len() < MAX_PIECES
}
