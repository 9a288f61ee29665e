//! HTTP messages as they are: one or several, with anything before them.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::{Piece, notice};
use crate::decode::envelope::StatusLine;
use crate::decode::limits::MAX_RESPONSES;
use crate::decode::output::{Notice, NoticeCode};
use crate::span::{OffsetMap, Span};

/// Takes a text in which at least one line is a status line; each begins a response.
pub(super) fn split<'a>(text: &'a str, notices: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let mut starts = Vec::new();
    let mut at = 0usize;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.contains("HTTP/") && StatusLine::parse(line, 0).is_some() {
            if starts.len() >= MAX_RESPONSES {
                notices.push(notice(
                    NoticeCode::TooMany,
                    "The text holds more than 1,000 responses; the rest was not read.",
                    Some(Span::new(at, text.len())),
                ));
                break;
            }
            starts.push(at);
        }
        at = at.saturating_add(line.len());
    }
    let first = *starts.first()?;
    if text.get(..first).is_some_and(|before| !before.trim().is_empty()) {
        notices.push(notice(
            NoticeCode::TextSkipped,
            "The text before the first status line was not read.",
            Some(Span::new(0, first)),
        ));
    }
    let ends = starts.iter().skip(1).copied().chain([at.max(first)]);
    Some(
        starts
            .iter()
            .zip(ends)
            .map(|(&start, end)| Piece {
                text: Cow::Borrowed(text.get(start..end).unwrap_or_default()),
                origin: OffsetMap::identity(start),
                is_bare: false,
            })
            .collect(),
    )
}
