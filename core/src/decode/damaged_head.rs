//! A head into which something came on its way: a line of a mail program or a log between the fields, or between them
//! and the content; a line that was broken; content that lost the line end before it.
//!
//! The content has to be found all the same: judged by its status line alone, a failure under 200 looks like a success.

use core::ops::Range;

use super::carrier;
use super::envelope::{Envelope, is_header_field};
use super::mail_address;
use super::message;
use super::options::DecodeLimits;
use super::payload::Payload;

/// So many lines that are no fields may stand before the content; more are a text of their own.
const MOST_LINES: usize = 8;
/// How far content may stand behind the place where the fields ended, in bytes.
const LONGEST: usize = 4_096;
/// Places in one line at which content is looked for.
const MOST_STARTS: usize = 4;
/// Words that lead to something else than the content of this head, in lower case.
const TURNS: &[&str] =
    &["then", "second", "third", "next", "another", "later", "afterwards", "other", "retry"];

/// What was mended.
pub(super) struct Mended<'a> {
    pub(super) payload: Payload<'a>,
    /// Where lines stand in the piece that belong to nothing.
    pub(super) skipped: Option<Range<usize>>,
}

/// Finds the content of a message whose head does not lead to it, and the fields that were cut off.
pub(super) fn mend<'a>(
    envelope: &mut Envelope<'a>,
    payload: &Payload<'a>,
    limits: &'a DecodeLimits,
) -> Option<Mended<'a>> {
    let line = envelope.status_line.as_ref()?;
    let is_plain = match payload {
        Payload::Text | Payload::Empty => true,
        // `<image removed>` is no element.
        Payload::Xml(xml) => xml.broken().is_some() && !message::is_worth_reading(payload, ""),
        Payload::Json(_) | Payload::Hl7(_) | Payload::Html => false,
    };
    // A carrier that made the head did not damage it.
    if !is_plain || line.version.is_none() || envelope.piece.is_recorded() || is_empty(envelope) {
        return None;
    }
    if let Some(start) = envelope.glued_content() {
        let text = envelope.piece.text.get(start..)?;
        let payload = Payload::parse(text, limits);
        if message::is_worth_reading(&payload, text) {
            envelope.cut_last_field(start);
            envelope.content.start = start;
            return Some(Mended { payload, skipped: None });
        }
    }
    if matches!(payload, Payload::Empty) {
        return None;
    }
    let before = Before::read(envelope.content_text(), limits);
    let base = envelope.content.start;
    let is_found =
        before.content.as_ref().is_some_and(|(at, _)| is_its_content(envelope, &before, *at));
    let is_cut_off = !has_blank_behind_head(envelope) || envelope.fields.is_empty();
    let (end, skipped) = match &before.content {
        Some((at, _)) if is_found => (*at, before.other_lines(*at)),
        _ => (before.fields_end.filter(|_| is_cut_off)?, before.other_lines(before.fields_end?)),
    };
    let payload = match before.content {
        Some((_, payload)) if is_found => payload,
        _ => Payload::parse(envelope.content_text().get(end..)?, limits),
    };
    let place =
        |range: Range<usize>| base.saturating_add(range.start)..base.saturating_add(range.end);
    envelope.take_fields(place(0..end));
    envelope.content.start = base.saturating_add(end);
    Some(Mended { payload, skipped: skipped.map(place) })
}

/// Whether a message says that it has no content, or may have none (RFC 9110 section 6.4.1).
fn is_empty(envelope: &Envelope<'_>) -> bool {
    let status = envelope.status_line.as_ref().map_or(0, |line| line.status);
    (100..200).contains(&status)
        || matches!(status, 204 | 304)
        || envelope.field("content-length").is_some_and(|field| field.value == "0")
}

/// The lines between the head and what may be the content.
struct Before<'t> {
    text: &'t str,
    /// Where the last field ends, with the blank line behind it.
    fields_end: Option<usize>,
    /// The content behind them, and where it begins.
    content: Option<(usize, Payload<'t>)>,
}

impl<'t> Before<'t> {
    fn read(text: &'t str, limits: &'t DecodeLimits) -> Self {
        let mut before = Self { text, fields_end: None, content: None };
        let (mut at, mut others, mut is_behind_field) = (0usize, 0usize, false);
        while others < MOST_LINES && at < LONGEST.min(text.len()) {
            let rest = text.get(at..).unwrap_or_default();
            let length = rest.find('\n').map_or(rest.len(), |end| end.saturating_add(1));
            let line = rest.get(..length).unwrap_or_default();
            let start = at;
            at = start.saturating_add(length);
            if line.trim().is_empty() {
                before.fields_end =
                    before.fields_end.map(|end| if is_behind_field { at } else { end });
                continue;
            }
            is_behind_field = is_header_field(line);
            if is_behind_field {
                before.fields_end = Some(at);
                continue;
            }
            others = others.saturating_add(1);
            before.content = content_in(rest, line, limits)
                .map(|(at, payload)| (start.saturating_add(at), payload));
            if before.content.is_some() {
                break;
            }
        }
        before
    }

    /// The lines before a place that are no fields.
    fn others(&self, end: usize) -> impl Iterator<Item = Range<usize>> {
        let text = self.text.get(..end).unwrap_or_default();
        let mut at = 0usize;
        let lines = text.split_inclusive('\n').map(move |line| {
            let start = at;
            at = start.saturating_add(line.len());
            (start, line)
        });
        lines
            .filter(|(_, line)| !line.trim().is_empty() && !is_header_field(line))
            .map(|(start, line)| start..start.saturating_add(line.trim_end().len()))
    }

    /// From the first to the last of these lines.
    fn other_lines(&self, end: usize) -> Option<Range<usize>> {
        let first = self.others(end).next()?;
        Some(self.others(end).last().map_or(first.clone(), |last| first.start..last.end))
    }
}

/// Whether a blank line stands behind the fields, as in a head that is whole.
fn has_blank_behind_head(envelope: &Envelope<'_>) -> bool {
    let head = envelope.piece.text.get(..envelope.content.start).unwrap_or_default();
    head.lines().next_back().is_some_and(|line| line.trim().is_empty())
}

/// The content that begins in the first line of a text, and where.
fn content_in<'t>(
    text: &'t str,
    line: &str,
    limits: &'t DecodeLimits,
) -> Option<(usize, Payload<'t>)> {
    let starts = line.match_indices(['{', '[', '<']).map(|(at, _)| at);
    starts.filter(|at| begins_content(line, *at)).take(MOST_STARTS).find_map(|at| {
        let from = text.get(at..)?;
        let payload = Payload::parse(from, limits);
        message::is_worth_reading(&payload, from).then_some((at, payload))
    })
}

/// Whether content may begin at a place in a line.
fn begins_content(line: &str, at: usize) -> bool {
    let rest = line.get(at..).unwrap_or_default();
    let inner = rest.get(1..).unwrap_or_default().trim_start();
    match rest.bytes().next() {
        Some(b'{') => inner.is_empty() || inner.starts_with('"'),
        Some(b'[') => {
            let is_first = line.get(..at).is_some_and(|before| before.trim().is_empty());
            is_first && (inner.is_empty() || inner.starts_with('{'))
        }
        _ => {
            inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '?' | '!'))
                && !mail_address::begins(rest)
        }
    }
}

/// Whether a content below other lines is the one that the head is of.
fn is_its_content(envelope: &Envelope<'_>, before: &Before<'_>, at: usize) -> bool {
    let text = before.text;
    let kind = envelope.field("content-type").map(|field| field.value.to_ascii_lowercase());
    let is_declared =
        kind.as_deref().is_some_and(|kind| kind.contains("json") || kind.contains("xml"));
    if !is_declared && !text.get(at..).is_some_and(carrier::tells_of_outcome) {
        return false;
    }
    let tells_of_another = before.others(at).any(|line| {
        let words = text.get(line).unwrap_or_default();
        let lower = words.to_ascii_lowercase();
        carrier::tells_of_call(words)
            || lower.split(|c: char| !c.is_alphabetic()).any(|word| TURNS.contains(&word))
    });
    if tells_of_another {
        return false;
    }
    if before.fields_end.is_some() || !has_blank_behind_head(envelope) {
        return true;
    }
    // Below a head that is whole, words may be the content, and what they explain may stand behind them.
    let failed = envelope.status_line.as_ref().is_some_and(|line| line.status >= 400);
    let words = text.get(..at).unwrap_or_default();
    let gap = words.get(words.trim_end().len()..).unwrap_or_default();
    let is_adjacent = gap.matches('\n').count() < 2;
    (is_declared || kind.is_none()) && (is_declared || !failed || is_adjacent)
}
