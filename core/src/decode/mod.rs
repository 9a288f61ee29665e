//! Reads any pasted text as one or more responses.
//!
//! One direction, plain values: carrier → envelope → payload → vendor or convention → explain. Each step
//! is total; what was repaired or left out becomes a notice. Start at [`decode`].

mod carrier;
mod convention;
mod envelope;
mod explain;
mod limits;
pub mod output;
mod payload;
mod reading;
mod sentence;
mod vendor;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::span::Span;
use carrier::Piece;
use envelope::Envelope;
use explain::Known;
pub use output::{
    Advice, Confidence, DecodedResponse, Decoding, DecodingOutcome, Evidence, Fault, Field,
    FieldError, Finding, Http, Notice, NoticeCode, Origin, Record, Rule, VendorGuess, Verdict,
    Weight,
};
use payload::{Broken, Payload};
use reading::{MeantAs, Message, RawFinding, Reading};

/// How to decode.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecodeOptions {
    /// Whose response it is, where the caller knows: an id, a name or a nickname.
    pub vendor: Option<String>,
}

/// Reads a pasted text: whatever responses, codes and messages stand in it.
///
/// Never fails and never panics. A text in which nothing is found gives
/// [`DecodingOutcome::NothingFound`] and a notice that says why. Spans are bytes of `text`.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, DecodeOptions, decode};
///
/// let text = "HTTP/1.1 200 OK\n\n{\"successful\":false,\"responseMessage\":\"Unauthorized\",\"responseCode\":4010}";
/// let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
/// let response = &decoding.responses[0];
/// assert!(response.verdict.masked);
/// assert_eq!(response.findings[0].code.number(), 4010);
/// ```
pub fn decode(catalog: &Catalog, text: &str, options: &DecodeOptions) -> Decoding {
    let mut notices = Vec::new();
    let text = within_limit(text, &mut notices);
    let chosen = chosen_vendor(catalog, options, &mut notices);
    let responses: Vec<DecodedResponse> = carrier::split(text, &mut notices)
        .iter()
        .filter_map(|piece| decode_piece(catalog, piece, chosen, &mut notices))
        .collect();
    let outcome =
        if responses.is_empty() { DecodingOutcome::NothingFound } else { DecodingOutcome::Decoded };
    if responses.is_empty()
        && !notices.iter().any(|notice| notice.code == NoticeCode::RequestNotResponse)
    {
        notices.push(nothing(text));
    }
    Decoding { outcome, responses, notices }
}

fn decode_piece(
    catalog: &Catalog,
    piece: &Piece<'_>,
    chosen: Option<&'static str>,
    notices: &mut Vec<Notice>,
) -> Option<DecodedResponse> {
    let message = read_message(piece, notices);
    let recognized = vendor::recognize(&message, chosen);
    let read_by_vendor = recognized.as_ref().and_then(|(reader, _)| (reader.read)(&message));
    let mut guess = recognized.map(|(_, guess)| guess);
    let mut reading = read_by_vendor.or_else(|| convention::read(&message));
    if reading.is_none() && message.status().is_none() {
        let sentence = sentence::read(catalog, &message, chosen)?;
        guess = sentence.vendor.or(guess);
        reading = Some(sentence.reading);
    }
    let mut reading = reading.unwrap_or_else(|| read_plain(&message));
    notices.append(&mut reading.notices);
    let status = message.envelope.status_line.as_ref().map(|line| RawFinding {
        code: u32::from(line.status),
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::StatusLine,
        message: line.reason.clone(),
        span: message.envelope.span(line.span.clone()),
    });
    let response =
        explain::explain(catalog, Known { http: http(&message), status, vendor: guess, reading });
    let says_something =
        !response.findings.is_empty() || response.fault.is_some() || response.vendor.is_some();
    says_something.then_some(response)
}

/// Envelope and payload; content that stands in prose is found there.
fn read_message<'a>(piece: &'a Piece<'a>, notices: &mut Vec<Notice>) -> Message<'a> {
    let mut envelope = Envelope::read(piece);
    let mut payload = Payload::parse(envelope.content_text());
    if matches!(payload, Payload::Text)
        && piece.is_bare
        && let Some((at, found)) = payload_in_prose(envelope.content_text())
    {
        envelope.content.start = envelope.content.start.saturating_add(at);
        payload = found;
        let span = envelope.span(0..envelope.content.start);
        notices.push(notice(
            NoticeCode::TextSkipped,
            "The text before the content was not read.",
            span,
        ));
    }
    let message = Message { envelope, payload };
    match message.payload.broken() {
        Some(Broken::At(at)) => notices.push(notice(
            NoticeCode::BrokenContent,
            "The content breaks off or is not well formed here; what stands before was read.",
            message.span(at..at),
        )),
        Some(Broken::TooDeep(at)) => notices.push(notice(
            NoticeCode::TooDeep,
            "The content is nested deeper than 128 levels; what stands before was read.",
            message.span(at..at),
        )),
        None => {}
    }
    match &message.payload {
        Payload::Xml(xml) => notices.extend(xml.doctype().map(|range| {
            let text =
                "The document type declaration was not read, and none of its entities replaced.";
            notice(NoticeCode::DoctypeSkipped, text, message.span(range))
        })),
        Payload::Json(json) => notices.extend(json.trailing().map(|at| {
            let end = message.text().len();
            notice(
                NoticeCode::TextSkipped,
                "The text behind the content was not read.",
                message.span(at..end),
            )
        })),
        Payload::Hl7(_) | Payload::Html | Payload::Text | Payload::Empty => {}
    }
    message
}

/// The first place in prose where JSON or XML begins that is worth reading.
fn payload_in_prose(text: &str) -> Option<(usize, Payload)> {
    text.match_indices(['{', '<']).take(limits::MAX_CONTENT_STARTS).find_map(|(at, _)| {
        let payload = Payload::parse(text.get(at..)?);
        let is_whole = match &payload {
            Payload::Json(json) => {
                json.root().is_some_and(|root| root.is_object() && root.members().next().is_some())
            }
            Payload::Xml(xml) => xml.root().is_some_and(|root| root.children().next().is_some()),
            Payload::Hl7(_) | Payload::Html | Payload::Text | Payload::Empty => false,
        };
        is_whole.then_some((at, payload))
    })
}

/// A response whose content follows no shape that is known.
fn read_plain(message: &Message<'_>) -> Reading {
    /// What is shown of a text that stands for itself, in characters.
    const SHOWN: usize = 2_000;
    let format = match message.payload {
        Payload::Json(_) => "json",
        Payload::Xml(_) => "xml",
        Payload::Hl7(_) => "hl7",
        Payload::Html => "html",
        Payload::Text | Payload::Empty => "http",
    };
    let mut reading = Reading::new(format);
    let text = message.text().trim();
    let failed = message.status().is_some_and(|status| !(100..400).contains(&status));
    if matches!(message.payload, Payload::Text) && failed && !text.is_empty() {
        reading.fault =
            Some(Fault { message: Some(text.chars().take(SHOWN).collect()), ..Fault::default() });
    }
    reading
}

fn http(message: &Message<'_>) -> Option<Http> {
    let line = message.envelope.status_line.as_ref()?;
    let fields = message.envelope.fields.iter();
    Some(Http {
        version: Some(line.version.clone()),
        status: line.status,
        reason: line.reason.clone(),
        fields: fields
            .map(|field| Field { name: field.name.clone(), value: field.value.clone() })
            .collect(),
    })
}

fn within_limit<'t>(text: &'t str, notices: &mut Vec<Notice>) -> &'t str {
    if text.len() <= limits::MAX_INPUT {
        return text;
    }
    let end = text.floor_char_boundary(limits::MAX_INPUT);
    notices.push(notice(
        NoticeCode::InputTooLong,
        "The text is longer than 16 MiB; the rest was not read.",
        Span::new(end, text.len()),
    ));
    text.get(..end).unwrap_or_default()
}

fn chosen_vendor(
    catalog: &Catalog,
    options: &DecodeOptions,
    notices: &mut Vec<Notice>,
) -> Option<&'static str> {
    let name = options.vendor.as_deref()?;
    let vendor = catalog.vendor(name).map(|vendor| vendor.id);
    if vendor.is_none() {
        let message = format!(
            "There is no vendor `{name}`; the vendor was recognized from the text instead."
        );
        notices.push(Notice { code: NoticeCode::UnknownVendor, message, span: None });
    }
    vendor
}

fn nothing(text: &str) -> Notice {
    if text.trim().is_empty() {
        return Notice {
            code: NoticeCode::EmptyInput,
            message: "There is no text to read.".into(),
            span: None,
        };
    }
    Notice {
        code: NoticeCode::NothingRecognized,
        message: "No response, code or message was found in the text. Paste the whole response, status line and content included.".into(),
        span: None,
    }
}

fn notice(code: NoticeCode, message: &str, span: Span) -> Notice {
    Notice { code, message: message.into(), span: Some(span) }
}
