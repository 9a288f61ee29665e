//! The inner layers as the fuzz targets see them; absent unless the feature `fuzzing` is on.

use alloc::vec::Vec;
use core::ops::Range;

use super::carrier;
use super::payload::Payload;
use super::payload::json::Json;
use super::payload::xml::Xml;
pub(crate) use super::unwrap::unwrap;
use crate::span::Span;

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

/// Where each node of each reader stands, whatever the text is.
pub(crate) fn nodes(text: &str) -> Vec<Range<usize>> {
    let json = Json::parse(text);
    let xml = Xml::parse(text);
    let mut ranges: Vec<Range<usize>> = json.values().map(|value| value.span()).collect();
    ranges.extend(xml.elements().flat_map(|element| [element.span(), element.text_span()]));
    let _whatever_it_is = Payload::parse(text);
    ranges
}
