//! Responses inside a content that says nothing itself: in an array, a member, a string.

use alloc::vec::Vec;

use super::carrier::Piece;
use super::output::{DecodedResponse, Notice};
use super::payload::Payload;
use super::{Question, decode_piece, limits, message};

/// The responses that stand inside a content which says nothing itself: in an array, a member, a string.
pub(super) fn decode(
    question: &Question<'_>,
    piece: &Piece<'_>,
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
        match decode_piece(question, &inner, notices) {
            // A number or word alone is no response.
            Some(response) if response.fault.is_some() || response.vendor.is_some() => {
                taken = span.end;
                found.push(response);
            }
            _ => {
                notices.truncate(told);
                // A string that holds an object that holds the response; the depth is a constant.
                if let (Some(depth), Some(_)) = (depth.checked_sub(1), value.as_str()) {
                    found.extend(decode(question, &inner, notices, depth));
                }
            }
        }
    }
    found
}
