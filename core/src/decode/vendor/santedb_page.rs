//! The web page that SanteDB's framework answers with where nothing else handles an error.
//!
//! Source: restsrvr `DefaultErrorHandler`: `<title>Service Error</title>`, a heading with the status and
//! `<p class="message">{type} : {message}</p>`.

use alloc::string::String;
use core::ops::Range;

use crate::catalog::Outcome;
use crate::decode::convention::web_page::cut_notice;
use crate::decode::output::{Fault, Origin};
use crate::decode::payload::{Payload, html};
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

const TITLE: &str = "Service Error";
const HEADING: &str = "Service Error - ";

/// Where the heading of such a page stands.
pub(super) fn heading(message: &Message<'_>) -> Option<Range<usize>> {
    if !matches!(message.payload, Payload::Html) {
        return None;
    }
    let text = message.text();
    let title = html::element_text(text, "title").and_then(|range| text.get(range));
    let heading = html::element_text(text, "h1")?;
    let is_own = title == Some(TITLE)
        && text.get(heading.clone()).is_some_and(|heading| heading.starts_with(HEADING));
    is_own.then_some(heading)
}

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let range = heading(message)?;
    let text = message.text();
    let start = range.start.saturating_add(HEADING.len());
    let digits = start..start.saturating_add(3);
    let mut reading = Reading::new("santedb-page");
    reading.application = Outcome::Failure;
    let code = text.get(digits.clone()).and_then(|digits| digits.parse().ok());
    if let Some(code) = code.filter(|code| (400..=599).contains(code)) {
        let phrase = text.get(digits.end..range.end).map(html::decoded);
        reading.findings.push(RawFinding {
            code,
            meant_as: MeantAs::Status,
            owner: None,
            origin: Origin::Body,
            message: phrase.filter(|phrase| !phrase.is_empty()),
            span: message.span(digits),
        });
    }
    let place = html::element(text, "p", Some("message"));
    reading.notices.extend(place.as_ref().and_then(|place| cut_notice(message, place)));
    let said = place.map(|range| html::plain_text(text, range));
    reading.fault = said.filter(|said| !said.is_empty()).map(|said| match said.split_once(" : ") {
        Some((kind, words)) => Fault {
            // The page may write the class with its namespace.
            kind: kind.rsplit('.').next().map(String::from),
            message: Some(words.into()),
            ..Fault::default()
        },
        None => Fault { message: Some(said), ..Fault::default() },
    });
    Some(reading)
}
