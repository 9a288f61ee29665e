//! Contents behind the one that a paste begins with, each a response of its own.
//!
//! Each is cut out by its brackets before it is read, so that no response holds what stands behind it, and so that a text
//! is read once however many stand in it.

use alloc::vec::Vec;

use super::carrier::{self, Content, Contents};
use super::limits::MAX_CONTENT_STARTS;
use super::output::{Confidence, DecodedResponse, Notice, NoticeCode, Weight};
use super::payload::Payload;
use super::reading::Message;
use super::responses::{Question, decode_message};
use super::{message, notice, vendor};

/// How far before a content words may stand that tell of it, in bytes.
const NEAR: usize = 200;

/// What was found behind a content.
pub(super) struct Following {
    /// Where the first of them begins in the piece, with the words that announce it.
    pub(super) start: usize,
    pub(super) responses: Vec<DecodedResponse>,
    pub(super) notices: Vec<Notice>,
}

/// Reads what stands behind the content of a message, as far as vendors' contents stand there.
pub(super) fn decode(question: &Question<'_>, message: &Message<'_>) -> Option<Following> {
    let piece = message.envelope.piece;
    let text: &str = &piece.text;
    let start = message.envelope.content.start;
    let mut from = match &message.payload {
        // Words under a head may tell of the next call.
        Payload::Text if message.envelope.status_line.is_some() => start,
        payload => start.saturating_add(payload.end()?),
    };
    let mut found: Option<Following> = None;
    let (mut missed, mut told) = (0usize, Vec::new());
    let mut contents = Contents::behind(text, from);
    let mut next = contents.next();
    while let Some(content) = next {
        let is_record = vendor::is_record(content.name(text));
        let Content { range, is_whole } =
            if is_record { contents.with_siblings(content) } else { content };
        let responses = found.as_ref().map_or(0, |found| found.responses.len());
        if missed >= MAX_CONTENT_STARTS || responses.saturating_add(1) >= question.limits.responses
        {
            told.push(notice(
                NoticeCode::TooMany,
                "Too much stands behind the content; the rest was not read.",
                piece.origin.span(range.start, text.len()),
            ));
            break;
        }
        next = contents.next().filter(|_| is_whole);
        // What stands behind the last one may tell of it, as the words before each do.
        let near = text.floor_char_boundary(range.start.saturating_sub(NEAR)).max(from);
        let rest = piece.part(near..next.as_ref().map_or(text.len(), |_| range.end));
        from = range.end;
        let before = told.len();
        let behind = message::read_message(&rest, question.limits, &mut told);
        let own = decode_message(question, &behind, &mut told);
        if own.is_empty() {
            told.truncate(before);
            missed = missed.saturating_add(1);
        } else {
            let start = label_start(text, near, range.start);
            let known = Following { start, responses: Vec::new(), notices: Vec::new() };
            found.get_or_insert(known).responses.extend(own);
        }
    }
    if contents.gave_up() {
        carrier::tell_unclosed(&mut told);
    }
    found.map(|found| Following { notices: told, ..found })
}

/// Where the line begins that leads to a content: it ends in a colon, or goes on with the content.
fn label_start(text: &str, from: usize, content: usize) -> usize {
    let before = text.get(from..content).unwrap_or_default();
    let words = before.trim_end();
    let is_label =
        words.ends_with(':') || !before.get(words.len()..).unwrap_or_default().contains('\n');
    let line = words.rfind('\n').map_or(0, |end| end.saturating_add(1));
    if is_label { from.saturating_add(line) } else { content }
}

/// Whether a vendor is known by its own marks; a name in the words beside it is none.
pub(super) fn is_known(response: &DecodedResponse) -> bool {
    const GENERAL: &[&str] = &["json", "xml", "soap", "text", "http"];
    response.vendor.as_ref().is_some_and(|vendor| {
        vendor.confidence != Confidence::Possible
            || vendor.evidence.iter().any(|mark| mark.weight == Weight::Weak && mark.span.is_some())
    }) && !GENERAL.contains(&response.format)
}
