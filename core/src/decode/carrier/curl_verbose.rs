//! `curl -v`: `> ` what was sent, `< ` the head that came back, `* ` remarks, and the content as it is.

use alloc::vec::Vec;

use super::{Piece, continued, has_room, request, too_many};
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::span::Rewriting;

const NAME: &str = "curl-verbose";

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if !text.contains("< HTTP/") || !lines(text).any(|(_, line)| line.starts_with("< HTTP/")) {
        return None;
    }
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut open: Option<Exchange<'_>> = None;
    let mut before = 0usize;
    for (start, line) in lines(text) {
        let end = start.saturating_add(line.len());
        if line.starts_with("< HTTP/") {
            before = finish(source, open.take(), before, &mut pieces);
            if !has_room(&pieces) {
                too_many(source, start, notices);
                break;
            }
            open = Some(Exchange { rewriting: Rewriting::new(text), start, in_head: true });
        }
        // A request begins: what came back before it is complete.
        if line.starts_with("> ") && open.as_ref().is_some_and(|exchange| !exchange.in_head) {
            before = finish(source, open.take(), before, &mut pieces);
        }
        let Some(exchange) = &mut open else { continue };
        let is_head = line.starts_with("< ") || line.trim_end() == "<";
        if exchange.in_head && is_head {
            exchange.in_head = line.trim_end() != "<";
            exchange
                .rewriting
                .keep(start.saturating_add(1 + usize::from(line.starts_with("< ")))..end);
        } else if !exchange.in_head && !is_remark(line) {
            // Without a final line end, the next remark is glued to the content.
            let content = line.find("* Connection #").or_else(|| line.find("* Closing connection"));
            let length = content.unwrap_or(line.len());
            exchange.rewriting.keep(start..start.saturating_add(length));
        }
    }
    finish(source, open, before, &mut pieces);
    Some(pieces)
}

struct Exchange<'t> {
    rewriting: Rewriting<'t>,
    start: usize,
    in_head: bool,
}

/// Adds a response that is complete; returns where the text of the next one begins.
fn finish<'a>(
    source: &'a Unwrapped<'_>,
    exchange: Option<Exchange<'_>>,
    before: usize,
    pieces: &mut Vec<Piece<'a>>,
) -> usize {
    let Some(exchange) = exchange else { return before };
    let request = request::find(source, before..exchange.start).or_else(|| continued(pieces));
    pieces.push(Piece::made(source, exchange.rewriting, NAME).answering(request));
    exchange.start
}

/// What curl says beside the message: remarks, counts of bytes, the progress meter.
fn is_remark(line: &str) -> bool {
    line.starts_with("* ")
        || line.starts_with("{ [")
        || line.starts_with("} [")
        || line.starts_with("> ")
        || line.contains("--:--:--")
        || line.contains("% Received % Xferd")
        || line.trim_start().starts_with("Dload  Upload")
}
