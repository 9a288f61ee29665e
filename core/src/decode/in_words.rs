//! What words say where no shape of a response was found.

use alloc::vec::Vec;
use core::ops::Range;

use super::no_response::Sayings;
use super::output::{Notice, NoticeCode};
use super::payload::Payload;
use super::reading::{Message, RawFinding};
use super::responses::Question;
use super::sentence::{self, Sentence};
use crate::span::Span;

/// Reads the content as words, or the words before it where it says nothing.
pub(super) fn read(
    question: &Question<'_>,
    message: &Message<'_>,
    is_behind_words: bool,
    notices: &mut Vec<Notice>,
) -> Option<Sentence> {
    let Question { catalog, chosen, limits, is_inside, .. } = *question;
    if !is_inside && let Some(said) = in_error_message(question, message) {
        return Some(said);
    }
    // Numbers in data that nobody knows are data.
    if chosen.is_none() && matches!(message.payload, Payload::Json(_) | Payload::Xml(_)) {
        return None;
    }
    let words = if is_behind_words { message.text_before() } else { message.text() };
    let in_piece = |range| message.envelope.span(range);
    let in_content = |range| message.span(range);
    let place: &dyn Fn(Range<usize>) -> Span = if is_behind_words {
        notices.retain(|notice| notice.code != NoticeCode::TextSkipped);
        &in_piece
    } else {
        &in_content
    };
    if matches!(message.payload, Payload::Text | Payload::Html) {
        notices.extend(sentence::too_long(words, place));
    }
    let sentence = sentence::read(catalog, words, chosen, limits, place);
    // "Error 101 (net::ERR_CONNECTION_RESET)": a client's own number.
    let is_interim = |found: &RawFinding| found.code < 200;
    sentence.filter(|sentence| {
        !sentence.reading.findings.iter().all(is_interim) || Sayings::ALL.find(words).is_none()
    })
}

/// What the words say in which a function hands on its exception: `{"errorMessage":"4071: …"}`.
fn in_error_message(question: &Question<'_>, message: &Message<'_>) -> Option<Sentence> {
    let Payload::Json(json) = &message.payload else { return None };
    let value = json.root()?.get("errorMessage")?;
    let words = value.as_str()?;
    sentence::read(question.catalog, words, question.chosen, question.limits, &|_| {
        message.span(value.span())
    })
}
