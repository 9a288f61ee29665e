//! Reads any pasted text as one or more responses.
//!
//! One direction, plain values: carrier → envelope → payload → vendor or convention → explain. Each step
//! is total; what was repaired or left out becomes a notice. Start at [`decode`].

mod advice;
mod bytes_present;
mod carrier;
mod convention;
mod damaged_head;
mod envelope;
mod explain;
mod following;
mod gateway_status;
mod head;
mod in_turn;
mod in_words;
mod judge;
mod limits;
mod mail_address;
mod message;
mod no_response;
mod no_upgrade;
mod noteworthy;
mod options;
pub mod output;
mod payload;
mod reading;
mod recorded;
mod responses;
mod said_wait;
mod sentence;
mod shown_token;
mod tunnel;
mod unwrap;
mod vendor;
mod within;

#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzed;

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::{Catalog, Outcome};
use crate::counted::grouped;
use crate::span::{OffsetMap, Span};
use bytes_present::BytesPresent;
use no_response::Sayings;
use noteworthy::web_token::Token;
pub use options::{DecodeLimits, DecodeOptions};
pub use output::{
    Advice, Confidence, DecodedResponse, Decoding, DecodingOutcome, Evidence, Fault, Field,
    FieldError, Finding, Http, Noteworthy, Notice, NoticeCode, Origin, Record, RequestSummary,
    Rule, RunnerUp, VendorGuess, Verdict, Weight,
};
use responses::{Question, decode_part};
#[cfg(feature = "fuzzing")]
pub(crate) use unwrap::Unwrapped;

/// Reads a pasted text: whatever responses, codes and messages stand in it.
///
/// Never fails and never panics. A text in which nothing is found gives
/// [`DecodingOutcome::NothingFound`] and a notice that says why. Spans are bytes of `text`. A JSON Web Token is
/// never handed on whole: wherever one stands in a text of the answer, its first characters and `…` are left.
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
    decode_with_progress(catalog, text, options, &mut |_| {})
}

/// As [`decode`], and tells again and again how many bytes of the text have been read.
pub fn decode_with_progress(
    catalog: &Catalog,
    text: &str,
    options: &DecodeOptions,
    on_progress: &mut dyn FnMut(usize),
) -> Decoding {
    let mut notices = Vec::new();
    let limits = options.limits.lowered(&mut notices);
    let limits = &limits;
    let text = within_limit(text, limits.bytes, &mut notices);
    let chosen = chosen_vendor(catalog, options, &mut notices);
    let question = Question { catalog, chosen, limits, length: text.len(), is_inside: false };
    let unwrapped = unwrap::unwrap(text, limits, &mut notices);
    let mut responses: Vec<DecodedResponse> = Vec::new();
    for piece in carrier::split(&unwrapped, &mut notices) {
        let begins = piece.origin.span(0, 0).start;
        if responses.len() < limits.responses {
            on_progress(begins);
            responses.extend(decode_part(&question, &piece, &mut notices));
            if responses.len() <= limits.responses {
                continue;
            }
            // One content may hold as many as the whole paste may.
            responses.truncate(limits.responses);
        }
        notices.push(notice(
            NoticeCode::TooMany,
            &format!(
                "The text holds more than {} responses; the rest was not read.",
                grouped(limits.responses)
            ),
            Span::new(begins, text.len()),
        ));
        break;
    }
    if let [response] = responses.as_slice()
        && response.vendor.is_none()
        && matches!(response.verdict.transport, Outcome::Failure | Outcome::Unknown)
        // Where such a word decides, it says the same whoever sends it.
        && !(matches!(response.format, "oauth-error" | "hl7-ack")
            && response.advice.because.is_some())
    {
        let statuses = response.findings.iter().filter(|found| found.origin == Origin::StatusLine);
        notices.extend(statuses.filter_map(|found| sentence::ambiguity(catalog, found.code)));
    }
    if !responses.is_empty() {
        // What was asked may stand beside what came back.
        notices.retain(|notice| notice.code != NoticeCode::RequestNotResponse);
    }
    let outcome =
        if responses.is_empty() { DecodingOutcome::NothingFound } else { DecodingOutcome::Decoded };
    if responses.is_empty()
        && !notices.iter().any(|notice| {
            matches!(notice.code, NoticeCode::RequestNotResponse | NoticeCode::NoResponse)
        })
    {
        let sayings = match &unwrapped.text {
            Cow::Borrowed(_) => Sayings::of(&unwrapped.bytes),
            Cow::Owned(_) => Sayings::of(&BytesPresent::of(text)),
        };
        sayings.tell(text, 0..text.len(), &OffsetMap::default(), &mut notices);
        if !notices.iter().any(|notice| notice.code == NoticeCode::NoResponse) {
            notices.push(nothing(text));
        }
    }
    let mut decoding = Decoding { outcome, responses, notices };
    shown_token::shorten(&mut decoding);
    decoding
}

fn within_limit<'t>(text: &'t str, limit: usize, notices: &mut Vec<Notice>) -> &'t str {
    if text.len() <= limit {
        return text;
    }
    let end = text.floor_char_boundary(limit);
    notices.push(notice(
        NoticeCode::InputTooLong,
        &format!("The text is longer than {}; the rest was not read.", size(limit)),
        Span::new(end, text.len()),
    ));
    text.get(..end).unwrap_or_default()
}

/// `16 MiB`, `500 bytes`.
fn size(bytes: usize) -> String {
    const MEBIBYTE: usize = 1024 * 1024;
    if bytes >= MEBIBYTE && bytes.is_multiple_of(MEBIBYTE) {
        format!("{} MiB", bytes / MEBIBYTE)
    } else {
        format!("{bytes} bytes")
    }
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
    if let Some(Token { place, meaning, .. }) = noteworthy::web_token::read(text).next() {
        let message = format!(
            "No response, code or message was found in the text. What stands there: {meaning} Whoever has it can act in its owner's name, so do not pass it on."
        );
        return notice(NoticeCode::NothingRecognized, &message, Span::new(place.start, place.end));
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
