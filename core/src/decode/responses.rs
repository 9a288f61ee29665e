//! From one piece of a paste to its responses: its own, those inside its content, those behind it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::carrier::{self, Context, Piece};
use super::explain::{self, Known};
use super::head::{cut_wait, http, retry_after, status_finding};
use super::options::DecodeLimits;
use super::output::{DecodedResponse, Fault, Notice, NoticeCode, RequestSummary, VendorGuess};
use super::payload::Payload;
use super::reading::{MeantAs, Message, RawFinding, Reading};
use super::sentence::{self, Sentence};
use super::{
    convention, following, gateway_status, in_words, judge, limits, message, noteworthy, notice,
    recorded, said_wait, tunnel, vendor, within,
};
use crate::catalog::Catalog;

/// What is asked of every piece of a paste.
#[derive(Clone, Copy)]
pub(super) struct Question<'c> {
    pub(super) catalog: &'c Catalog,
    /// The vendor that the caller chose.
    pub(super) chosen: Option<&'static str>,
    /// How much is read and listed.
    pub(super) limits: &'c DecodeLimits,
    /// How long the paste is, in bytes: what stands at its very end may be cut off.
    pub(super) length: usize,
    /// Whether it is asked of an object inside a content, which is data more often.
    pub(super) is_inside: bool,
}

/// The responses in one piece of a paste, without what its content was wrapped in.
pub(super) fn decode_part(
    question: &Question<'_>,
    piece: &Piece<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let known = notices.len();
    let found = decode_whole(question, piece, notices);
    if !piece.is_recorded() {
        return found;
    }
    let message = message::read_message(piece, question.limits, &mut Vec::new());
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
    let mut message = message::read_message(piece, question.limits, notices);
    // What a page shows says more than the words around it.
    if within::is_page(piece) {
        let own = notices.len();
        let shown = within::decode(question, &message, notices, depth);
        if !shown.is_empty() {
            return shown;
        }
        within::keep_unread(notices, own);
    }
    let mut following = following::decode(question, &message);
    if following.is_some() && recorded::has_words(&message) {
        following = None;
        notices.truncate(known);
        message = message::read_in_words(piece, question.limits, notices);
    }
    let first;
    if let Some(following) = &following {
        first = piece.until(following.start);
        notices.truncate(known);
        message = message::read_message(&first, question.limits, notices);
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
            within::keep_unread(notices, own);
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

/// The responses in a piece whose content is read as it stands.
pub(super) fn decode_piece(
    question: &Question<'_>,
    piece: &Piece<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let message = message::read_message(piece, question.limits, notices);
    decode_message(question, &message, notices)
}

/// The responses that a message itself is.
pub(super) fn decode_message(
    question: &Question<'_>,
    message: &Message<'_>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    let Question { catalog, chosen, limits, length, is_inside } = *question;
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
        if let Some(sentence) = sentence {
            in_turn = sentence.in_turn;
            guess = sentence.vendor.or(guess);
            reading = Some(sentence.reading);
        } else if !is_inside {
            reading = convention::bare_error::read(message, catalog);
        }
        if reading.is_none() {
            return Vec::new();
        }
    }
    let mut reading = reading.unwrap_or_else(|| read_plain(message));
    let unjudged = judge::unjudged(message, &mut reading);
    if reading.findings.is_empty() && matches!(message.payload, Payload::Empty) {
        let beside = codes_beside(question, piece, guess.as_ref().map(|guess| guess.id));
        if let Some((findings, vendor)) = beside {
            reading.findings = findings;
            guess = guess.or(vendor);
        }
    }
    judge::unlisted_records(catalog, guess.as_ref().map(|guess| guess.id), limits, &mut reading);
    reading.limit_lists(limits);
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
    said_wait::explain(&mut response, message);
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
    question: &Question<'_>,
    piece: &Piece<'_>,
    vendor: Option<&'static str>,
) -> Option<(Vec<RawFinding>, Option<VendorGuess>)> {
    if piece.carrier != carrier::LOG_LINE {
        return None;
    }
    let Context { text, origin } = &piece.context;
    let place = |range: Range<usize>| origin.span(range.start, range.end);
    let Sentence { reading, vendor, .. } =
        sentence::read(question.catalog, text, vendor, question.limits, &place)?;
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
            reading.notices.push(notice(
                NoticeCode::TooMany,
                "The content is words of more than 2,000 characters; their beginning is shown.",
                message.span(0..message.text().len()),
            ));
        }
        reading.fault = Some(Fault { message: Some(shown), ..Fault::default() });
    }
    reading
}
