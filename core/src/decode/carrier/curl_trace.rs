//! `curl --trace-ascii` and `--trace`: what came back in lines of `0000: ` offsets below `<= Recv` headings.

use alloc::vec::Vec;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};

const NAME: &str = "curl-trace";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &["<= Recv header"];

/// What the lines below a heading hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Header,
    Data,
    Other,
}

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut transcript = Transcript::new(source, NAME);
    let mut block = Block::Other;
    // Where the next byte of the block is expected; a gap of two is a line end that is not shown.
    let mut expected: Option<usize> = None;
    for (start, line) in lines(text) {
        if let Some(next) = heading(line) {
            if let (Block::Header, Some(_), Some(response)) =
                (block, expected, transcript.response())
            {
                response.put("\r\n", start..start);
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
        let begins = block == Block::Header && StatusLine::parse(shown, 0).is_some();
        if begins && !transcript.begin(start) {
            break;
        }
        let Some(response) = transcript.response() else { continue };
        if expected.is_some_and(|expected| offset > expected) {
            response.put("\r\n", start..start);
        }
        response.keep(from..from.saturating_add(shown.len()));
        expected = Some(offset.saturating_add(shown.len()));
    }
    transcript.finish()
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
