//! Contents behind the one that a paste begins with, each a response of its own.

use alloc::vec::Vec;

use super::limits::{MAX_CONTENT_STARTS, MAX_RESPONSES};
use super::output::{Confidence, DecodedResponse, Notice, NoticeCode, Weight};
use super::payload::Payload;
use super::reading::Message;
use super::{Question, decode_message, message};

/// So many bytes are looked at in all, where what stands behind each content may be read to the end.
const MAX_LOOKED_AT: usize = 32 * 1024 * 1024;

/// Reads what stands behind the content of a message, as far as vendors' contents stand there.
///
/// `known` is how many notices there were before the message was read.
pub(super) fn decode(
    question: &Question<'_>,
    message: &Message<'_>,
    notices: &mut Vec<Notice>,
    known: usize,
) -> Vec<DecodedResponse> {
    let piece = message.envelope.piece;
    let start = message.envelope.content.start;
    let from = match &message.payload {
        // Words under a head may tell of the next call.
        Payload::Text if message.envelope.status_line.is_some() => Some(start),
        payload if piece.is_bare() => payload.end().map(|end| start.saturating_add(end)),
        _ => None,
    };
    let (mut found, mut told) = (Vec::new(), Vec::new());
    let Some(mut from) = from else { return found };
    let (mut missed, mut looked_at) = (0usize, 0usize);
    while missed < MAX_CONTENT_STARTS && found.len() < MAX_RESPONSES {
        looked_at = looked_at.saturating_add(piece.text.len().saturating_sub(from));
        if looked_at > MAX_LOOKED_AT {
            told.push(Notice {
                code: NoticeCode::TooMany,
                message: "Too much stands behind the content; the rest was not read.".into(),
                span: Some(piece.origin.span(from, piece.text.len())),
            });
            break;
        }
        if !piece.text.get(from..).is_some_and(|rest| rest.contains(['{', '<'])) {
            break;
        }
        let rest = piece.behind(from);
        let before = told.len();
        let next = message::read_message(&rest, &mut told);
        if !matches!(next.payload, Payload::Json(_) | Payload::Xml(_)) {
            break;
        }
        let end = next.payload.end();
        let own = decode_message(question, &next, &mut told);
        if own.is_empty() {
            told.truncate(before);
            missed = missed.saturating_add(1);
        }
        found.extend(own);
        let Some(end) = end else { break };
        from = from.saturating_add(next.envelope.content.start).saturating_add(end);
    }
    if !found.is_empty() {
        // What stands between them was read.
        let own: Vec<Notice> = notices.drain(known.min(notices.len())..).collect();
        let is_left = |notice: &Notice| notice.code != NoticeCode::TextSkipped;
        notices.extend(own.into_iter().chain(told).filter(is_left));
    }
    found
}

/// Whether a vendor is known by its own marks; a name in the words beside it is none.
pub(super) fn is_known(response: &DecodedResponse) -> bool {
    const GENERAL: &[&str] = &["json", "xml", "soap", "text", "http"];
    response.vendor.as_ref().is_some_and(|vendor| {
        vendor.confidence != Confidence::Possible
            || vendor.evidence.iter().any(|mark| mark.weight == Weight::Weak && mark.span.is_some())
    }) && !GENERAL.contains(&response.format)
}
