//! What the network panel of a browser shows when it is selected and copied, and pseudo-fields of HTTP/2.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Piece, extent, has_room_to_show, request};
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::placeholder;
use crate::span::Rewriting;

const NAME: &str = "devtools";
/// Labels before the status code, of which every such text holds one.
pub(super) const LABELS: &[&str] = &["Status Code", ":status"];

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut open: Option<Rewriting<'a>> = None;
    let (mut begins, mut content_end) = (0usize, 0usize);
    let mut label_above = false;
    for (start, line) in lines(text) {
        let end = start.saturating_add(line.len());
        if start < content_end {
            continue;
        }
        let label = LABELS.iter().find_map(|label| line.trim_start().strip_prefix(label));
        let value = match label {
            Some(rest) if rest.trim().is_empty() || rest.trim() == ":" => {
                label_above = true;
                continue;
            }
            Some(rest) => rest.strip_prefix(':'),
            None if label_above => Some(line),
            None => None,
        };
        label_above = false;
        let value = value.map(str::trim).filter(|value| is_status(value));
        if let Some(value) = value {
            if !has_room_to_show(source, pieces.len()) {
                break;
            }
            if let Some(message) = open.take() {
                pieces.push(piece(source, message, begins..start));
                begins = start;
            }
            let at = value.as_ptr().addr().saturating_sub(text.as_ptr().addr());
            let mut message = Rewriting::new(text);
            message.put("HTTP ", at..at);
            message.keep(at..at.saturating_add(value.len()));
            message.put("\n", end..end);
            open = Some(message);
        } else if let Some(message) = open.as_mut() {
            // Sections are titled "Response Headers"; fields stand below.
            if is_field(line) {
                message.keep(start..end);
            } else if line.starts_with(['{', '[', '<']) && !placeholder::begins(line) {
                let length = text.get(start..).and_then(extent::end);
                content_end = length.map_or(text.len(), |length| start.saturating_add(length));
                message.put("\n", start..start);
                message.keep(start..content_end);
                let message = open.take()?;
                pieces.push(piece(source, message, begins..content_end));
                begins = content_end;
            }
        }
    }
    if let Some(message) = open {
        pieces.push(piece(source, message, begins..text.len()));
    }
    (!pieces.is_empty()).then_some(pieces)
}

fn piece<'a>(source: &'a Unwrapped<'_>, message: Rewriting<'a>, range: Range<usize>) -> Piece<'a> {
    let request = request::find(source, range.clone());
    Piece::made(source, message, NAME).answering(request).within(source, range)
}

/// Whether a value begins with a status.
fn is_status(value: &str) -> bool {
    let digits = value.get(..3).unwrap_or_default();
    let is_number = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_longer =
        value.get(3..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    is_number && !digits.starts_with('0') && !is_longer
}

fn is_field(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}
