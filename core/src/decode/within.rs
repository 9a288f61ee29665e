//! Responses inside a content that says nothing itself: in a member, a string, an element, a web page.
//!
//! A status line and fields above the content stay above what is found in it.

mod markup_text;
mod page;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use super::carrier::{self, Context, Piece};
use super::limits::TIMES_READ_WITHIN;
use super::output::{DecodedResponse, Notice, NoticeCode, Origin};
use super::payload::xml::Element;
use super::payload::{Payload, html};
use super::reading::Message;
use super::responses::{Question, decode_message, decode_piece};
use super::unwrap::Unwrapped;
use super::{message, notice};
use crate::catalog::Outcome;
use crate::span::Rewriting;
use markup_text::write_text;
use page::{mail_body, shown};

/// Formats that say nothing but what kind of syntax it is.
const GENERAL: &[&str] = &["json", "xml", "soap"];
/// How a response begins where an element holds it as text.
const BEGINNINGS: &[&str] = &["{", "[", "<", "MSH|", "HTTP/"];

/// A stretch of the content that may be a response.
struct Candidate {
    range: Range<usize>,
    written: Written,
}

/// How it is written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// As it is.
    Plain,
    /// As a JSON string.
    String,
    /// As text of an element, with entities or in a CDATA section.
    Text,
    /// As text of a page, with tags for its looks.
    Page,
    /// As before, between the other words of a mail.
    Mail,
}

/// What may still be tried of a content, so that values which stand in each other do not cost more than a few
/// readings of it.
struct Room {
    values: usize,
    bytes: usize,
}

impl Room {
    fn of(message: &Message<'_>) -> Self {
        const SHORT: usize = 64 * 1024;
        let bytes = message.text().len().saturating_mul(TIMES_READ_WITHIN).saturating_add(SHORT);
        Self { values: message.limits.places(), bytes }
    }

    /// Takes the room for one, where there is so much.
    fn holds(&mut self, candidate: &Candidate) -> bool {
        let left = (self.values.checked_sub(1), self.bytes.checked_sub(candidate.range.len()));
        let (Some(values), Some(bytes)) = left else { return false };
        *self = Self { values, bytes };
        true
    }
}

/// Whether what stands inside a response may say more than the response itself.
pub(super) fn is_wrapper(response: &DecodedResponse) -> bool {
    response.vendor.is_none()
        && response.fault.is_none()
        && response.verdict.application == Outcome::Unknown
        && GENERAL.contains(&response.format)
        && response.findings.iter().all(|finding| finding.origin == Origin::StatusLine)
}

/// Whether a response says only that something failed, and may hold what a vendor says of it.
pub(super) fn is_fault_around(response: &DecodedResponse) -> bool {
    response.vendor.is_none() && response.format == "soap-fault"
}

/// Whether a page shows something that a program wrote; then its words are about that.
pub(super) fn is_page(piece: &Piece<'_>) -> bool {
    let text = piece.text.trim_start();
    html::is_html(text) && (shown(text).next().is_some() || mail_body(text).is_some())
}

pub(super) fn decode(
    question: &Question<'_>,
    message: &Message<'_>,
    notices: &mut Vec<Notice>,
    depth: usize,
) -> Vec<DecodedResponse> {
    let mut found = Vec::new();
    let mut taken = 0usize;
    let mut room = Room::of(message);
    for candidate in candidates(message) {
        // One more than is shown, so that it is told that there were more.
        if candidate.range.start < taken || found.len() > question.limits.responses {
            continue;
        }
        if !room.holds(&candidate) {
            let text = "More values inside the content may be responses than are tried; the rest was not read.";
            let rest = message.span(candidate.range.start..message.text().len());
            notices.push(notice(NoticeCode::TooMany, text, rest));
            break;
        }
        let Some(inner) = inner(message, &candidate) else { continue };
        // What was written into a string or an element was a content of its own.
        let is_inside = candidate.written == Written::Plain;
        let question = &Question { is_inside, ..*question };
        let may_be_record = matches!(candidate.written, Written::String | Written::Mail);
        if may_be_record && message.status().is_none() {
            let recorded = decode_record(question, &inner, notices);
            if !recorded.is_empty() {
                taken = candidate.range.end;
                found.extend(recorded);
                continue;
            }
        }
        let told = notices.len();
        let inside = message::read_message(&inner, question.limits, notices);
        match decode_message(question, &inside, notices).into_iter().next() {
            // A number or word alone is no response.
            Some(response)
                if response.fault.is_some()
                    || response.vendor.is_some()
                    || message.status().is_none() && response.http.is_some() =>
            {
                taken = candidate.range.end;
                found.push(response);
                // Under one status line stands one response.
                if message.status().is_some() {
                    break;
                }
            }
            _ => {
                notices.truncate(told);
                // A string that holds an object that holds the response.
                if candidate.written == Written::Plain {
                    continue;
                }
                let Some(depth) = depth.checked_sub(1) else {
                    if candidates(&inside).next().is_some() {
                        let text = "Strings that hold content were opened three times over; what stands in them was not read.";
                        let place = message.span(candidate.range.clone());
                        tell_once(notices, notice(NoticeCode::TooDeep, text, place));
                    }
                    continue;
                };
                let deeper = decode(question, &inside, notices, depth);
                if deeper.is_empty() {
                    keep_unread(notices, told);
                }
                found.extend(deeper);
            }
        }
    }
    if matches!(message.payload, Payload::Html)
        && message.status().is_none()
        && page::goes_on(message.text())
    {
        let text = "The page shows content at more than 16 places; the rest was not read.";
        let place = message.span(0..message.text().len());
        tell_once(notices, notice(NoticeCode::TooMany, text, place));
    }
    found
}

/// Takes back what was said since, but for what was not tried: that may have been the response.
pub(super) fn keep_unread(notices: &mut Vec<Notice>, since: usize) {
    let is_unread =
        |notice: &Notice| matches!(notice.code, NoticeCode::TooMany | NoticeCode::TooDeep);
    let said: Vec<Notice> = notices.drain(since.min(notices.len())..).collect();
    notices.extend(said.into_iter().filter(is_unread));
}

fn tell_once(notices: &mut Vec<Notice>, new: Notice) {
    if !notices.iter().any(|notice| notice.message == new.message) {
        notices.push(new);
    }
}

/// The responses in a string that is a line of a log, or whatever else wraps responses.
fn decode_record(
    question: &Question<'_>,
    inner: &Piece<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let source = Unwrapped::again(&inner.text, &inner.origin, question.limits);
    let mut told = Vec::new();
    let pieces = carrier::split(&source, &mut told);
    let wrapped = pieces.iter().filter(|piece| !piece.is_bare());
    let found: Vec<DecodedResponse> =
        wrapped.flat_map(|piece| decode_piece(question, piece, &mut told)).collect();
    if !found.is_empty() {
        notices.append(&mut told);
    }
    found
}

/// What is worth a try, in the order of the text.
fn candidates<'m>(message: &'m Message<'_>) -> Box<dyn Iterator<Item = Candidate> + 'm> {
    let is_begun = |text: &str| BEGINNINGS.iter().any(|beginning| text.starts_with(beginning));
    // Under a status line, an object among others is data; a text that is all there is was wrapped.
    let has_status = message.status().is_some();
    match &message.payload {
        Payload::Json(json)
            if has_status && json.root().is_none_or(|root| root.members().count() != 1) =>
        {
            Box::new(core::iter::empty())
        }
        Payload::Json(json) => {
            Box::new(json.values().skip(1).filter_map(move |value| match value.as_str() {
                Some(text) if text.contains(['{', '<']) || is_begun(text) => {
                    let span = value.span();
                    let range = span.start.saturating_add(1)..span.end.saturating_sub(1);
                    Some(Candidate { range, written: Written::String })
                }
                None if value.is_object() && !has_status => {
                    Some(Candidate { range: value.span(), written: Written::Plain })
                }
                _ => None,
            }))
        }
        Payload::Xml(xml) => Box::new(xml.elements().filter_map(move |element| {
            if is_begun(element.text()) {
                Some(Candidate { range: element.text_span(), written: Written::Text })
            } else {
                let is_detail = element.parent().is_some_and(is_fault_detail);
                is_detail.then(|| Candidate { range: element.span(), written: Written::Plain })
            }
        })),
        // Under a status line the page itself is the answer.
        Payload::Html if !has_status => {
            let of = |written| move |range| Candidate { range, written };
            let pages = shown(message.text()).map(of(Written::Page));
            Box::new(pages.chain(mail_body(message.text()).map(of(Written::Mail))))
        }
        _ => Box::new(core::iter::empty()),
    }
}

/// Whether an element holds what an application says of a SOAP fault.
fn is_fault_detail(element: Element<'_>) -> bool {
    matches!(element.name(), "detail" | "Detail")
        && element.parent().is_some_and(|fault| fault.name() == "Fault")
}

/// The candidate as a text of its own, under the status line and fields of what it stands in.
fn inner<'a>(message: &Message<'_>, candidate: &Candidate) -> Option<Piece<'a>> {
    let piece = message.envelope.piece;
    let base = message.envelope.content.start;
    let range =
        base.saturating_add(candidate.range.start)..base.saturating_add(candidate.range.end);
    let mut rewriting = Rewriting::new(&piece.text);
    if message.status().is_some() {
        rewriting.keep(0..base);
    }
    let head = rewriting.text().len();
    match candidate.written {
        Written::Plain => rewriting.keep(range),
        Written::String => super::unwrap::unescape_into(&mut rewriting, range),
        Written::Text => write_text(&mut rewriting, range, false),
        Written::Page | Written::Mail => write_text(&mut rewriting, range, true),
    }
    let made = rewriting.text().get(head..).unwrap_or_default().trim_start();
    if made.is_empty() {
        return None;
    }
    let carrier = match made {
        _ if made.starts_with("HTTP/") => "http",
        _ if made.starts_with(['{', '<', '[', 'M']) => piece.carrier,
        _ => "bare",
    };
    let (text, origin) = rewriting.finish(&piece.origin);
    Some(Piece {
        text: Cow::Owned(text),
        origin,
        carrier,
        request: piece.request.clone(),
        context: Context::default(),
        is_beside: false,
    })
}
