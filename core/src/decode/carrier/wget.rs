//! `wget -S`: the status line and the fields stand indented below `awaiting response...`; no content.

use alloc::vec::Vec;

use super::{Piece, has_room, request, too_many};
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::span::Rewriting;

const NAME: &str = "wget";
const INDENT: usize = 2;

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if !text.contains("awaiting response...") {
        return None;
    }
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut open: Option<(Rewriting<'_>, usize)> = None;
    let mut before = 0usize;
    for (start, line) in lines(text).chain([(text.len(), "")]) {
        let inner = start.saturating_add(INDENT);
        let is_indented = line.starts_with("  ") && !line.trim().is_empty();
        let is_status = is_indented && StatusLine::parse(line, 0).is_some();
        if let Some((_, at)) = &open
            && (is_status || !is_indented)
        {
            let at = *at;
            if let Some((rewriting, _)) = open.take() {
                let request = request::find(source, before..at);
                pieces.push(Piece::made(source, rewriting, NAME).answering(request));
            }
            before = start;
        }
        if is_status {
            if !has_room(&pieces) {
                too_many(source, start, notices);
                break;
            }
            open = Some((Rewriting::new(text), start));
        }
        if let Some((rewriting, _)) = &mut open {
            rewriting.keep(inner..start.saturating_add(line.len()));
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}
