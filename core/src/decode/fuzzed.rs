//! The inner layers as the fuzz targets see them; absent unless the feature `fuzzing` is on.

use alloc::vec::Vec;
use core::ops::Range;

use super::carrier;
use super::options::DecodeLimits;
use super::output::Notice;
use super::payload::hl7::Hl7;
use super::payload::html;
use super::payload::json::{Json, Value};
use super::payload::xml::Xml;
use super::unwrap::{self, Unwrapped};
use crate::span::Span;

/// The text without what it is wrapped in.
pub(crate) fn unwrap<'t>(text: &'t str, notices: &mut Vec<Notice>) -> Unwrapped<'t> {
    unwrap::unwrap(text, &DecodeLimits::DEFAULT, notices)
}

/// Where each piece stands, character by character.
pub(crate) fn pieces(text: &str) -> Vec<Span> {
    let mut notices = Vec::new();
    let unwrapped = unwrap(text, &mut notices);
    let mut spans = Vec::new();
    for piece in carrier::split(&unwrapped, &mut notices) {
        for (at, character) in piece.text.char_indices() {
            spans.push(piece.origin.span(at, at.saturating_add(character.len_utf8())));
        }
    }
    spans.extend(notices.iter().filter_map(|notice| notice.span));
    spans
}

/// Where each value stands, read as JSON.
pub(crate) fn json(text: &str) -> Vec<Range<usize>> {
    Json::parse(text).values().map(Value::span).collect()
}

/// Where each element and its text stands, read as XML.
pub(crate) fn xml(text: &str) -> Vec<Range<usize>> {
    Xml::parse(text).elements().flat_map(|element| [element.span(), element.text_span()]).collect()
}

/// Where each field stands, read as HL7 v2.
pub(crate) fn hl7(text: &str) -> Vec<Range<usize>> {
    let Some(message) = Hl7::parse(text) else { return Vec::new() };
    ["MSH", "MSA", "ERR"]
        .into_iter()
        .flat_map(|name| {
            message
                .segments(name)
                .flat_map(|segment| (1..=12).filter_map(move |at| segment.field_span(at)))
        })
        .collect()
}

/// Where the telling elements stand, read as a web page.
pub(crate) fn html(text: &str) -> Vec<Range<usize>> {
    let elements =
        ["title", "h1", "p"].into_iter().filter_map(|name| html::element(text, name, None));
    elements.inspect(|range| drop(html::plain_text(text, range.clone()))).collect()
}
