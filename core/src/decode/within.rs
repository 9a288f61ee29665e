//! Responses inside a content that says nothing itself: in arrays, in members, in strings, in a log's records.

use alloc::vec::Vec;

use super::carrier::{self, Piece};
use super::output::{DecodedResponse, Notice};
use super::payload::Payload;
use super::payload::json::Value;
use super::unwrap::Unwrapped;
use super::{decode_piece, limits, message};
use crate::catalog::Catalog;

/// The responses that stand inside a content which says nothing itself: in an array, a member, a string.
pub(super) fn decode(
    catalog: &Catalog,
    piece: &Piece<'_>,
    chosen: Option<&'static str>,
    notices: &mut Vec<Notice>,
    depth: usize,
) -> Vec<DecodedResponse> {
    let mut ignored = Vec::new();
    let message = message::read_message(piece, &mut ignored);
    let Payload::Json(json) = &message.payload else { return Vec::new() };
    let (text, base) = (message.text(), message.envelope.content.start);
    let mut found = Vec::new();
    let mut taken = 0usize;
    let values = json.values().skip(1).filter(|value| {
        value.is_object() || value.as_str().is_some_and(|text| text.contains(['{', '<']))
    });
    for value in values.take(limits::MAX_VALUES_WITHIN) {
        let span = value.span();
        if span.start < taken {
            continue;
        }
        let Some(inner) = piece.inner(text, base, value) else { continue };
        let told = notices.len();
        let recorded = decode_record(catalog, &inner, value, chosen, notices);
        if !recorded.is_empty() {
            taken = span.end;
            found.extend(recorded);
            continue;
        }
        match decode_piece(catalog, &inner, chosen, notices).into_iter().next() {
            // A number or word alone is no response.
            Some(response) if response.fault.is_some() || response.vendor.is_some() => {
                taken = span.end;
                found.push(response);
            }
            _ => {
                notices.truncate(told);
                // A string that holds an object that holds the response; the depth is a constant.
                if let (Some(depth), Some(_)) = (depth.checked_sub(1), value.as_str()) {
                    found.extend(decode(catalog, &inner, chosen, notices, depth));
                }
            }
        }
    }
    found
}

/// The responses in a string that is a line of a log, or whatever else wraps responses.
fn decode_record(
    catalog: &Catalog,
    inner: &Piece<'_>,
    value: Value<'_>,
    chosen: Option<&'static str>,
    notices: &mut Vec<Notice>,
) -> Vec<DecodedResponse> {
    if value.as_str().is_none() {
        return Vec::new();
    }
    let source = Unwrapped::again(&inner.text, &inner.origin);
    let mut told = Vec::new();
    let pieces = carrier::split(&source, &mut told);
    let wrapped = pieces.iter().filter(|piece| !piece.is_bare());
    let found: Vec<DecodedResponse> =
        wrapped.flat_map(|piece| decode_piece(catalog, piece, chosen, &mut told)).collect();
    if !found.is_empty() {
        notices.append(&mut told);
    }
    found
}
