//! From a piece to a message: envelope, payload, and what the words around content say.

use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::carrier::Piece;
use super::envelope::{Envelope, StatusLine};
use super::limits::MAX_CONTENT_STARTS;
use super::options::DecodeLimits;
use super::output::{Notice, NoticeCode};
use super::payload::hl7::Hl7;
use super::payload::json::Value;
use super::payload::xml::Xml;
use super::payload::{Broken, Payload, html};
use super::reading::Message;
use super::{damaged_head, notice, sentence, vendor};
use crate::counted::counted;

/// The phrase with which proxies say that a tunnel is open; no registry has it, and all use it.
pub(super) const TUNNEL: &str = "Connection established";

/// Envelope and payload; content that stands in prose is found there.
pub(super) fn read_message<'a>(
    piece: &'a Piece<'a>,
    limits: &'a DecodeLimits,
    notices: &mut Vec<Notice>,
) -> Message<'a> {
    read(piece, limits, piece.is_bare(), notices)
}

/// As [`read_message`], where words may stand around the content below a head as well.
pub(super) fn read_in_words<'a>(
    piece: &'a Piece<'a>,
    limits: &'a DecodeLimits,
    notices: &mut Vec<Notice>,
) -> Message<'a> {
    read(piece, limits, true, notices)
}

fn read<'a>(
    piece: &'a Piece<'a>,
    limits: &'a DecodeLimits,
    in_words: bool,
    notices: &mut Vec<Notice>,
) -> Message<'a> {
    let mut envelope = Envelope::read(piece);
    let mut payload = Payload::parse(envelope.content_text(), limits);
    if let Some(mended) = damaged_head::mend(&mut envelope, &payload, limits) {
        payload = mended.payload;
        notices.extend(mended.skipped.map(|place| {
            let text = "Lines that belong to no field and to no content were not read.";
            notice(NoticeCode::TextSkipped, text, envelope.span(place))
        }));
    }
    if matches!(payload, Payload::Text) && in_words {
        match payload_in_prose(envelope.content_text(), limits) {
            InProse::Found(at, found) => {
                envelope.content.start = envelope.content.start.saturating_add(at);
                payload = found;
            }
            InProse::GivenUp(at) => {
                let text = "Content was looked for at no more than 16 places where it may begin; the rest was read as words.";
                let rest = envelope.content_span(at..envelope.content_text().len());
                notices.push(notice(NoticeCode::TooMany, text, rest));
            }
            InProse::None => {}
        }
    }
    if let Payload::Xml(xml) = &payload
        && xml.root().is_some_and(|root| vendor::is_record(root.name()))
    {
        payload = Payload::Xml(Xml::parse_siblings(envelope.content_text(), limits));
    }
    let is_behind = envelope.content.start > 0;
    let is_content = matches!(payload, Payload::Json(_) | Payload::Xml(_))
        || matches!(payload, Payload::Html) && is_behind;
    if piece.is_bare() && is_content {
        read_beside(piece, &mut envelope, &payload, notices);
    }
    let message = Message { envelope, payload, limits };
    tell_unread(&message, notices);
    message
}

/// Says what is odd in a message, or was not read of it.
fn tell_unread(message: &Message<'_>, notices: &mut Vec<Notice>) {
    if let Some(place) = message.envelope.unread_fields.clone() {
        notices.push(notice(
            NoticeCode::TooMany,
            "There are more than 500 header fields; the rest was not read.",
            message.envelope.span(place),
        ));
    }
    notices.extend(message.payload.broken().map(|broken| {
        let place = message.span(broken_part(message.text(), broken));
        let (code, text) = match broken {
            Broken::At(_) => (
                NoticeCode::BrokenContent,
                "The content is not well formed here; what stands before was read.",
            ),
            Broken::Ends(_) => (
                NoticeCode::BrokenContent,
                "The text breaks off here, before the content ends; what stands before was read.",
            ),
            Broken::TooDeep(_) => {
                let levels = counted(message.limits.depth, "level");
                let text = format!(
                    "The content is nested deeper than {levels}; what stands before was read."
                );
                return notice(NoticeCode::TooDeep, &text, place);
            }
            Broken::TooMany(_) => (
                NoticeCode::TooMany,
                "The content holds more values than are read; what stands before was read.",
            ),
        };
        notice(code, text, place)
    }));
    match &message.payload {
        Payload::Xml(xml) => {
            notices.extend(xml.doctype().map(|range| {
                let text = "The document type declaration was not read, and none of its entities replaced.";
                notice(NoticeCode::DoctypeSkipped, text, message.span(range))
            }));
            notices.extend(xml.unread_attributes().map(|range| {
                let text = "An element has more than 64 attributes; the rest was not read.";
                notice(NoticeCode::TooMany, text, message.span(range))
            }));
        }
        Payload::Json(json) => {
            notices.extend(json.lenient().map(|range| {
                let text = "The content is not strict JSON here; it was read all the same.";
                notice(NoticeCode::BrokenContent, text, message.span(range))
            }));
            notices.extend(json.trailing().map(|at| {
                let end = message.text().len();
                notice(
                    NoticeCode::TextSkipped,
                    "The text behind the content was not read.",
                    message.span(at..end),
                )
            }));
        }
        Payload::Hl7(hl7) => {
            notices.extend(hl7.unread().map(|range| {
                let text = "The HL7 message has more than 1,000 segments, or one of more than 500 fields; the rest was not read.";
                notice(NoticeCode::TooMany, text, message.span(range))
            }));
        }
        Payload::Text if Hl7::is_given_up(message.text()) => {
            let text = "HL7 messages were looked for at no more than 16 places; the rest was read as words.";
            let place = message.span(0..message.text().len());
            notices.push(notice(NoticeCode::TooMany, text, place));
        }
        Payload::Html | Payload::Text | Payload::Empty => {}
    }
}

/// A text whose first or last line is nothing but a status, read as that status and the text.
pub(super) fn with_status_apart<'a>(message: &Message<'a>) -> Option<Message<'a>> {
    let piece = message.envelope.piece;
    if !piece.is_bare() || message.envelope.status_line.is_some() {
        return None;
    }
    let mut envelope = Envelope::read(piece);
    let text = envelope.content_text();
    let base = envelope.content.start;
    let shown = text.trim();
    let from = text.len().saturating_sub(text.trim_start().len());
    let end = from.saturating_add(shown.len());
    let above = from..from.saturating_add(shown.find('\n')?);
    let below = from.saturating_add(shown.rfind('\n')?)..end;
    [(above.clone(), above.end..end), (below.clone(), from..below.start)]
        .into_iter()
        .find_map(|(line, content)| {
            let line_text = text.get(line.clone())?;
            let digits = sentence::status_alone(line_text)?;
            let status = line_text.get(digits.clone())?.parse().ok()?;
            let at = base.saturating_add(line.start);
            let digits = at.saturating_add(digits.start)..at.saturating_add(digits.end);
            envelope.status_line = Some(StatusLine::beside(status, digits));
            let blank = text.get(content.clone())?;
            let lead = blank.len().saturating_sub(blank.trim_start().len());
            let content = content.start.saturating_add(lead)..content.end;
            let payload = Payload::parse(text.get(content.clone())?, message.limits);
            Some((base.saturating_add(content.start)..base.saturating_add(content.end), payload))
        })
        .map(|(content, payload)| {
            envelope.content = content;
            Message { envelope, payload, limits: message.limits }
        })
}

/// What a notice on broken content points at: all that was not read, or the line of it.
fn broken_part(text: &str, broken: Broken) -> Range<usize> {
    let at = broken.place();
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.trim_start().find('\n').map_or(rest.len(), |end| {
        end.saturating_add(rest.len()).saturating_sub(rest.trim_start().len())
    });
    let end = if matches!(broken, Broken::At(_)) { at.saturating_add(line) } else { text.len() };
    if text.get(at..end).is_some_and(|part| !part.trim().is_empty()) {
        return at..end;
    }
    // Nothing follows: the last character that stands there.
    let before = text.get(..at).unwrap_or_default().trim_end();
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    before.len().saturating_sub(last)..before.len()
}

/// Reads the words around content: a status that they name counts, and nothing else.
fn read_beside(
    piece: &Piece<'_>,
    envelope: &mut Envelope<'_>,
    payload: &Payload<'_>,
    notices: &mut Vec<Notice>,
) {
    /// So much of the text before content is looked at, in bytes.
    const NEAR: usize = 200;
    let text: &str = &piece.text;
    let start = envelope.content.start;
    let near = text.ceil_char_boundary(start.saturating_sub(NEAR));
    // Python prints `401 b'{…}'`.
    let words = text.get(near..start).unwrap_or_default();
    let words = ["b'", "b\""].iter().find_map(|mark| words.strip_suffix(mark)).unwrap_or(words);
    let before = sentence::status_beside(words)
        .map(|range| range.start.saturating_add(near)..range.end.saturating_add(near));
    let behind = payload.end().map(|at| at.saturating_add(start)).and_then(|from| {
        let rest = text.get(from..)?;
        // `curl -w '%{http_code}'` prints it behind the content, and nothing else.
        let range = sentence::status_alone(rest).or_else(|| sentence::status_of_line(rest))?;
        Some(range.start.saturating_add(from)..range.end.saturating_add(from))
    });
    let found = before.or(behind).and_then(|range| {
        let status = text.get(range.clone())?.parse().ok()?;
        Some(StatusLine::beside(status, range))
    });
    let is_found = found.is_some();
    if envelope.status_line.is_none() {
        envelope.status_line = found;
    }
    if !is_found && !text.get(..start).unwrap_or_default().trim().is_empty() {
        notices.push(notice(
            NoticeCode::TextSkipped,
            "The text before the content was not read.",
            envelope.span(0..start),
        ));
    }
}

/// Whether what begins in words is content: a structure that holds something.
pub(super) fn is_worth_reading(payload: &Payload<'_>, text: &str) -> bool {
    match payload {
        Payload::Json(json) => json.root().is_some_and(|root| {
            root.is_object() && root.members().next().is_some()
                || root.items().next().is_some_and(Value::is_object)
        }),
        Payload::Xml(xml) => xml.root().is_some_and(|root| root.children().next().is_some()),
        // A tag alone may be a word of the prose.
        Payload::Html => {
            ["title", "h1", "pre"].iter().any(|name| html::element_text(text, name).is_some())
        }
        Payload::Hl7(_) | Payload::Text | Payload::Empty => false,
    }
}

/// Content between words.
enum InProse<'t> {
    /// It begins here.
    Found(usize, Payload<'t>),
    /// From here on it was not looked for.
    GivenUp(usize),
    None,
}

/// The first place in prose where JSON, XML or a web page begins that is worth reading.
fn payload_in_prose<'t>(text: &'t str, limits: &DecodeLimits) -> InProse<'t> {
    /// How often a long text is read over, where what begins in it never ends; a short one may be at each place.
    const TIMES: usize = 3;
    const SHORT: usize = 64 * 1024;
    let mut room = text.len().saturating_mul(TIMES).saturating_add(SHORT);
    let begins =
        text.match_indices(['{', '<']).map(|(at, _)| (at, text.get(at..).unwrap_or_default()));
    let begins = begins.filter(|(_, rest)| !rest.starts_with("</"));
    for (count, (at, rest)) in begins.enumerate() {
        if count >= MAX_CONTENT_STARTS {
            return InProse::GivenUp(at);
        }
        let (payload, read) = Payload::parse_counted(rest, limits);
        if is_worth_reading(&payload, rest) {
            return InProse::Found(at, payload);
        }
        let Some(left) = room.checked_sub(read) else { return InProse::GivenUp(at) };
        room = left;
    }
    InProse::None
}
