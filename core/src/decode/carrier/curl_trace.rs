//! `curl --trace-ascii` and `--trace`: what came back in lines of `0000: ` offsets below `<= Recv` headings.

use alloc::vec::Vec;

use super::{Piece, has_room, request, too_many};
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::span::Rewriting;

const NAME: &str = "curl-trace";

/// What the lines below a heading hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Header,
    Data,
    Other,
}

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if !text.contains("<= Recv header") {
        return None;
    }
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut open: Option<(Rewriting<'_>, usize)> = None;
    let (mut block, mut before) = (Block::Other, 0usize);
    // Where the next byte of the block is expected; a gap of two is a line end that is not shown.
    let mut expected: Option<usize> = None;
    for (start, line) in lines(text) {
        if let Some(next) = heading(line) {
            if let (Block::Header, Some((rewriting, _))) = (block, &mut open)
                && expected.is_some()
            {
                rewriting.put("\r\n", start..start);
            }
            block = next;
            expected = None;
            continue;
        }
        let Some((offset, content)) = data(line).filter(|_| block != Block::Other) else {
            continue;
        };
        let from = start.saturating_add(content);
        let shown = line.get(content..).unwrap_or_default().trim_end_matches(['\r', '\n']);
        if block == Block::Header && StatusLine::parse(shown, 0).is_some() {
            finish(source, open.take(), &mut before, &mut pieces);
            if !has_room(&pieces) {
                too_many(source, start, notices);
                break;
            }
            open = Some((Rewriting::new(text), start));
        }
        let Some((rewriting, _)) = &mut open else { continue };
        if expected.is_some_and(|expected| offset > expected) {
            rewriting.put("\r\n", start..start);
        }
        rewriting.keep(from..from.saturating_add(shown.len()));
        expected = Some(offset.saturating_add(shown.len()));
    }
    finish(source, open, &mut before, &mut pieces);
    (!pieces.is_empty()).then_some(pieces)
}

fn finish<'a>(
    source: &'a Unwrapped<'_>,
    open: Option<(Rewriting<'_>, usize)>,
    before: &mut usize,
    pieces: &mut Vec<Piece<'a>>,
) {
    let Some((rewriting, start)) = open else { return };
    let request = request::find(source, *before..start);
    pieces.push(Piece::made(source, rewriting, NAME).answering(request));
    *before = start;
}

/// `<= Recv header, 17 bytes (0x11)`, perhaps behind a time.
fn heading(line: &str) -> Option<Block> {
    let at = ["<= Recv", "=> Send", "== Info"].iter().find_map(|mark| line.find(mark))?;
    // A time stands before it at most.
    if at > 32 {
        return None;
    }
    let heading = line.get(at..)?;
    Some(match heading {
        _ if heading.starts_with("<= Recv header") => Block::Header,
        _ if heading.starts_with("<= Recv data") => Block::Data,
        _ => Block::Other,
    })
}

/// The offset that a data line begins with, and where its content begins: `0040: rest of the line`.
fn data(line: &str) -> Option<(usize, usize)> {
    let (digits, rest) = line.split_once(": ").or_else(|| line.trim_end().split_once(':'))?;
    if digits.len() < 4 || digits.len() > 8 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return None;
    }
    let content = if rest.is_empty() && !line.contains(": ") {
        digits.len().saturating_add(1)
    } else {
        digits.len().saturating_add(2)
    };
    usize::from_str_radix(digits, 16).ok().map(|offset| (offset, content))
}
