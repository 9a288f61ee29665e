//! Reads any pasted text as one or more responses.
//!
//! One direction, plain values: carrier → envelope → payload → vendor or convention → explain. Each step
//! is total; what was repaired or left out becomes a notice. Start at [`decode`].

mod advice;
mod bytes_present;
mod carrier;
mod convention;
mod envelope;
mod explain;
mod following;
mod gateway_status;
mod in_turn;
mod in_words;
mod judge;
mod limits;
mod mail_address;
mod message;
mod no_response;
mod no_upgrade;
mod noteworthy;
pub mod output;
mod payload;
mod reading;
mod recorded;
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

use crate::catalog::{Catalog, Outcome, STANDARD};
use crate::span::{OffsetMap, Span};
use bytes_present::BytesPresent;
use carrier::{Context, Piece};
use explain::Known;
use no_response::Sayings;
pub use output::{
    Advice, Confidence, DecodedResponse, Decoding, DecodingOutcome, Evidence, Fault, Field,
    FieldError, Finding, Http, Noteworthy, Notice, NoticeCode, Origin, Record, RequestSummary,
    Rule, RunnerUp, VendorGuess, Verdict, Weight,
};
use payload::Payload;
use reading::{MeantAs, Message, RawFinding, Reading};
use sentence::Sentence;
#[cfg(feature = "fuzzing")]
pub(crate) use unwrap::Unwrapped;

/// How to decode.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecodeOptions {
    /// Whose response it is, where the caller knows: an id, a name or a nickname.
    pub vendor: Option<String>,
    /// Bytes of the text that are read; 16 MiB unless told. The rest is named in a notice.
    pub max_bytes: Option<usize>,
}

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
    let text = within_limit(text, options.max_bytes.unwrap_or(limits::MAX_INPUT), &mut notices);
    let chosen = chosen_vendor(catalog, options, &mut notices);
    let question = Question { catalog, chosen, length: text.len(), is_inside: false };
    let unwrapped = unwrap::unwrap(text, &mut notices);
    let mut responses: Vec<DecodedResponse> = Vec::new();
    for piece in carrier::split(&unwrapped, &mut notices) {
        let begins = piece.origin.span(0, 0).start;
        if responses.len() < limits::MAX_RESPONSES {
            on_progress(begins);
            responses.extend(decode_part(&question, &piece, &mut notices));
            if responses.len() <= limits::MAX_RESPONSES {
                continue;
            }
            // One content may hold as many as the whole paste may.
            responses.truncate(limits::MAX_RESPONSES);
        }
        notices.push(notice(
            NoticeCode::TooMany,
            "The text holds more than 1,000 responses; the rest was not read.",
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

/// What is asked of every piece of a paste.
#[derive(Clone, Copy)]
struct Question<'c> {
    catalog: &'c Catalog,
    /// The vendor that the caller chose.
    chosen: Option<&'static str>,
    /// How long the paste is, in bytes: what stands at its very end may be cut off.
    length: usize,
    /// Whether it is asked of an object inside a content, which is data more often.
    is_inside: bool,
}

/// The responses in one piece of a paste, without what its content was wrapped in.
fn decode_part(
    question: &Question<'_>,
    piece: &Piece<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let known = notices.len();
    let found = decode_whole(question, piece, notices);
    if !piece.is_recorded() {
        return found;
    }
    let message = message::read_message(piece, &mut Vec::new());
    if !recorded::may_be_wrapped(&message, &found) {
        return found;
    }
    let mut told = Vec::new();
    let Some(unwrapped) = recorded::unwrapped(&message, &mut told) else { return found };
    let inside = decode_whole(question, &unwrapped, &mut told);
    // What a program is written in may look wrapped.
    if !recorded::is_understood(&inside) {
        return found;
    }
    notices.truncate(known);
    notices.append(&mut told);
    inside
}

/// The responses in one piece of a paste: its own, or those inside its content, and those behind it.
fn decode_whole(
    question: &Question<'_>,
    piece: &Piece<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let known = notices.len();
    let depth = limits::MAX_DEPTH_WITHIN;
    let mut message = message::read_message(piece, notices);
    // What a page shows says more than the words around it.
    let shown = within::is_page(piece)
        .then(|| within::decode(question, &message, notices, depth))
        .filter(|within| !within.is_empty());
    if let Some(within) = shown {
        return within;
    }
    let mut following = following::decode(question, &message);
    if following.is_some() && recorded::has_words(&message) {
        following = None;
        notices.truncate(known);
        message = message::read_in_words(piece, notices);
    }
    let first;
    if let Some(following) = &following {
        first = piece.until(following.start);
        notices.truncate(known);
        message = message::read_message(&first, notices);
    }
    let mut found = decode_message(question, &message, notices);
    let is_wrapper = matches!(found.as_slice(), [only] if within::is_wrapper(only));
    let is_fault_around = matches!(found.as_slice(), [only] if within::is_fault_around(only));
    if found.is_empty() || is_wrapper || is_fault_around {
        let own = notices.len();
        let mut within = within::decode(question, &message, notices, depth);
        // A fault says itself what happened, unless a vendor says it.
        within.retain(|inner| !is_fault_around || inner.vendor.is_some());
        if within.is_empty() {
            notices.truncate(own);
        } else {
            // What was said of the outer content does not concern the inner one.
            notices.drain(known..own).for_each(drop);
            found = within;
        }
    }
    if let Some(following) = following {
        // What stands between them was read.
        let own: Vec<Notice> = notices.drain(known.min(notices.len())..).collect();
        let is_left = |notice: &Notice| notice.code != NoticeCode::TextSkipped;
        notices.extend(own.into_iter().chain(following.notices).filter(is_left));
        found.extend(following.responses);
    }
    if piece.is_beside && found.is_empty() {
        notices.truncate(known);
        carrier::tell_skipped(notices, Some(piece.origin.span(0, piece.text.len())));
    }
    found
}

fn decode_piece(
    question: &Question<'_>,
    piece: &Piece<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let message = message::read_message(piece, notices);
    decode_message(question, &message, notices)
}

fn decode_message(
    question: &Question<'_>,
    message: &Message<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let Question { catalog, chosen, length, is_inside } = *question;
    let piece = message.envelope.piece;
    if vendor::is_request(message) {
        notices.push(carrier::request_notice(message.span(0..message.text().len())));
        return Vec::new();
    }
    let named = sentence::named_vendor(catalog, piece.context.text);
    // Whose answers the words are has to be known, or the number may be anything.
    let apart = matches!(message.payload, Payload::Text)
        .then(|| message::with_status_apart(message))
        .flatten()
        .filter(|apart| {
            vendor::recognize(apart, None, None)
                .is_some_and(|(reader, _)| (reader.read)(apart).is_some())
        });
    let message = apart.as_ref().unwrap_or(message);
    let is_of_proxy = tunnel::is_of_proxy(message);
    let recognized = if is_of_proxy { None } else { vendor::recognize(message, chosen, named) };
    let read_by_vendor = recognized.as_ref().and_then(|(reader, guess)| {
        (reader.read)(message).or_else(|| judge::read_by_other(message, guess, notices))
    });
    let mut guess = recognized.map(|(_, guess)| guess);
    let mut in_turn = false;
    let before = message.text_before();
    let is_behind_words = matches!(message.payload, Payload::Html) && !before.trim().is_empty();
    // Of a page that says nothing the words before it are read instead.
    let mut reading = read_by_vendor.or_else(|| convention::read(message)).filter(|reading| {
        !is_behind_words || reading.fault.is_some() || !reading.findings.is_empty()
    });
    if reading.is_none() && message.status().is_none() && !is_inside {
        reading = convention::status_member::read(message, catalog);
    }
    if reading.is_none() && message.status().is_none() {
        let sentence = in_words::read(question, message, is_behind_words, notices);
        let Some(sentence) = sentence else { return Vec::new() };
        in_turn = sentence.in_turn;
        guess = sentence.vendor.or(guess);
        reading = Some(sentence.reading);
    }
    let mut reading = reading.unwrap_or_else(|| read_plain(message));
    let unjudged = judge::unjudged(message, &mut reading);
    if reading.findings.is_empty() && matches!(message.payload, Payload::Empty) {
        let beside = codes_beside(catalog, piece, guess.as_ref().map(|guess| guess.id));
        if let Some((findings, vendor)) = beside {
            reading.findings = findings;
            guess = guess.or(vendor);
        }
    }
    judge::unlisted_records(catalog, guess.as_ref().map(|guess| guess.id), &mut reading);
    reading.limit_lists();
    // A log says the same of many lines.
    for notice in reading.notices.drain(..) {
        if !notices.iter().rev().take(16).any(|known| {
            known.code == notice.code && known.message == notice.message && notice.span.is_none()
        }) {
            notices.push(notice);
        }
    }
    let cut = cut_wait(message, length);
    notices.extend(cut.map(|place| {
        let text = "The text ends behind this number, which may have lost digits; it was not used.";
        notice(NoticeCode::BrokenContent, text, place)
    }));
    let known = Known {
        http: http(message),
        status: status_finding(message),
        vendor: guess,
        reading,
        retry_after: retry_after(message).filter(|_| cut.is_none()),
        challenge: noteworthy::challenge::error(&message.envelope)
            .and_then(convention::oauth::of_challenge),
        unjudged,
        carrier: piece.carrier,
        request: piece.request.as_ref().map(|request| RequestSummary {
            method: request.method.clone(),
            target: request.target.clone(),
            host: request.host.clone(),
        }),
        noteworthy: noteworthy::read(&message.envelope, cut, notices),
    };
    if in_turn {
        return known.one_by_one().map(|known| explain::explain(catalog, known)).collect();
    }
    let mut response = explain::explain(catalog, known);
    if tunnel::is_opened(message) {
        tunnel::explain(&mut response);
    }
    gateway_status::explain(catalog, &mut response, message);
    notices.extend(judge::disagreeing_status(&response));
    notices.extend(judge::disagreeing_message(catalog, &response));
    let is_taken =
        says_something(&response) && (!piece.is_beside || following::is_known(&response));
    if is_taken { alloc::vec![response] } else { Vec::new() }
}

fn says_something(response: &DecodedResponse) -> bool {
    !response.findings.is_empty()
        || response.fault.is_some()
        || response.vendor.is_some()
        || !response.records.is_empty()
}

/// The vendor's own codes that the line of a log names beside the status, and whose they are.
fn codes_beside(
    catalog: &Catalog,
    piece: &Piece<'_>,
    vendor: Option<&'static str>,
) -> Option<(Vec<RawFinding>, Option<VendorGuess>)> {
    if piece.carrier != carrier::LOG_LINE {
        return None;
    }
    let Context { text, origin } = &piece.context;
    let place = |range: core::ops::Range<usize>| origin.span(range.start, range.end);
    let Sentence { reading, vendor, .. } = sentence::read(catalog, text, vendor, &place)?;
    let is_own = |found: &RawFinding| found.meant_as == MeantAs::Application;
    let findings: Vec<RawFinding> = reading.findings.into_iter().filter(is_own).collect();
    (!findings.is_empty()).then_some((findings, vendor))
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
        let mut shown: String = text.chars().take(SHOWN).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        reading.fault = Some(Fault { message: Some(shown), ..Fault::default() });
    }
    reading
}

fn http(message: &Message<'_>) -> Option<Http> {
    let line = message.envelope.status_line.as_ref()?;
    let fields = message.envelope.fields.iter();
    Some(Http {
        version: line.version.map(String::from),
        status: line.status,
        reason: line.reason.map(String::from),
        fields: fields
            .map(|field| Field { name: field.name.into(), value: field.value.clone().into_owned() })
            .collect(),
    })
}

/// The status line as a code that was found.
fn status_finding(message: &Message<'_>) -> Option<RawFinding> {
    message.envelope.status_line.as_ref().map(|line| RawFinding {
        code: u32::from(line.status),
        meant_as: MeantAs::Status,
        // With an Upgrade field it is the standard's 101, whoever sends it.
        owner: (line.status == 101 && message.envelope.field("upgrade").is_some())
            .then_some(STANDARD),
        origin: Origin::StatusLine,
        message: line.reason.map(String::from),
        span: message.envelope.span(line.span.clone()),
    })
}

/// Where a wait in seconds is the last thing in the paste, without the line end that a field has.
fn cut_wait(message: &Message<'_>, length: usize) -> Option<Span> {
    let field = message.envelope.field("retry-after")?;
    let place = message.envelope.span(field.span.clone());
    let is_number = field.value.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && place.end == length).then_some(place)
}

/// The wait that the response itself asks for, in seconds (RFC 9110 section 10.2.3).
fn retry_after(message: &Message<'_>) -> Option<u32> {
    let date = message.envelope.field("date").map(|field| &*field.value);
    noteworthy::retry_after::wait(&message.envelope.field("retry-after")?.value, date)
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
    Notice {
        code: NoticeCode::NothingRecognized,
        message: "No response, code or message was found in the text. Paste the whole response, status line and content included.".into(),
        span: None,
    }
}

fn notice(code: NoticeCode, message: &str, span: Span) -> Notice {
    Notice { code, message: message.into(), span: Some(span) }
}
