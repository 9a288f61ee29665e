//! Content of a recording: it stands there for itself, so whatever it was wrapped in is undone as in a paste.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::carrier::{Context, Piece};
use super::output::{DecodedResponse, Notice};
use super::payload::Payload;
use super::reading::Message;
use super::unwrap;
use crate::span::Rewriting;

/// The message without the wrapping of its content.
pub(super) fn unwrapped<'a>(message: &Message<'_>, notices: &mut Vec<Notice>) -> Option<Piece<'a>> {
    let piece = message.envelope.piece;
    let content = &message.envelope.content;
    let text = message.text();
    let unwrapped = unwrap::unwrap(text, message.limits, notices);
    if unwrapped.text == text {
        return None;
    }
    let mut rewriting = Rewriting::of_most(&piece.text);
    rewriting.keep(0..content.start);
    for (at, character) in unwrapped.text.char_indices() {
        let span = unwrapped.origin.span(at, at.saturating_add(character.len_utf8()));
        let from = content.start.saturating_add(span.start)..content.start.saturating_add(span.end);
        let mut buffer = [0; 4];
        let made: &str = character.encode_utf8(&mut buffer);
        if piece.text.get(from.clone()) == Some(made) {
            rewriting.keep(from);
        } else {
            rewriting.put(made, from);
        }
    }
    let (text, origin) = rewriting.finish(&piece.origin);
    Some(Piece {
        text: Cow::Owned(text),
        origin,
        carrier: piece.carrier,
        request: piece.request.clone(),
        context: Context::default(),
        is_beside: piece.is_beside,
    })
}

/// Whether a recorded content may be wrapped, of which this was read: JSON that is whole is not, and markup only where
/// nobody understood it.
pub(super) fn may_be_wrapped(message: &Message<'_>, found: &[DecodedResponse]) -> bool {
    match &message.payload {
        Payload::Json(json) => {
            json.broken().is_some() || json.root().is_some_and(|root| root.as_str().is_some())
        }
        Payload::Xml(xml) => xml.broken().is_some() || !is_understood(found),
        Payload::Text => true,
        Payload::Hl7(_) | Payload::Html | Payload::Empty => false,
    }
}

/// Whether words around a content in the recording belong to it: nothing else was recorded there.
pub(super) fn has_words(message: &Message<'_>) -> bool {
    message.envelope.piece.is_recorded() && matches!(message.payload, Payload::Text)
}

/// Whether a vendor's or a standard's shape was found.
pub(super) fn is_understood(responses: &[DecodedResponse]) -> bool {
    /// Formats that say nothing but what kind of syntax it is.
    const GENERAL: &[&str] = &["json", "xml", "soap", "html", "text", "http"];
    responses.iter().any(|response| !GENERAL.contains(&response.format))
}
