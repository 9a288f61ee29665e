//! `curl --trace-ascii` and `--trace`: what came back in lines of `0000: ` offsets below `<= Recv` headings, as text
//! or as a dump of bytes.

use alloc::vec::Vec;

use super::hex_row::{Characters, HexRow};
use super::transcript::Transcript;
use super::{Piece, request};
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::span::Rewriting;

const NAME: &str = "curl-trace";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &["<= Recv header"];

/// What the lines below a heading hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Sent,
    Header,
    Data,
    Other,
}

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut transcript = Transcript::new(source, NAME);
    let mut dump = Dump::default();
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
            if dump.is_cut() {
                transcript.end();
            }
            (block, expected) = (next, None);
            (dump.next, dump.size) = (0, size(line));
            continue;
        }
        let Some((offset, content)) = data(line).filter(|_| block != Block::Other) else {
            continue;
        };
        if let Some(row) = HexRow::read(line, content) {
            if !dump.row(source, block, offset, &row, start, &mut transcript) {
                break;
            }
            continue;
        }
        let from = start.saturating_add(content);
        let shown = line.get(content..).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let begins = block == Block::Header && StatusLine::parse(shown, 0).is_some();
        if begins && !transcript.begin(start) {
            break;
        }
        let response = transcript.response().filter(|_| block != Block::Sent);
        let Some(response) = response else { continue };
        if expected.is_some_and(|expected| offset > expected) {
            response.put("\r\n", start..start);
        }
        response.keep(from..from.saturating_add(shown.len()));
        expected = Some(offset.saturating_add(shown.len()));
    }
    transcript.finish()
}

/// How far a dump of bytes was read.
#[derive(Default)]
struct Dump<'a> {
    /// The offset that the next row of the block has.
    next: usize,
    /// How many bytes the heading says stand in the block.
    size: Option<usize>,
    characters: Characters,
    /// The head that was sent.
    sent: Option<Rewriting<'a>>,
}

impl<'a> Dump<'a> {
    /// Whether rows at the end of the block are missing.
    fn is_cut(&self) -> bool {
        self.next > 0 && self.size.is_some_and(|size| size != self.next)
    }

    /// Reads a row, whose line begins at `start`; false where there is no room for more.
    fn row(
        &mut self,
        source: &'a Unwrapped<'_>,
        block: Block,
        offset: usize,
        row: &HexRow,
        start: usize,
        transcript: &mut Transcript<'a, '_>,
    ) -> bool {
        if block == Block::Header && offset == 0 && row.starts_with("HTTP/") {
            self.characters = Characters::default();
            if !transcript.begin(start) {
                return false;
            }
            if let Some(sent) = self.sent.take() {
                let (text, origin) = sent.finish(&source.origin);
                let sent = Unwrapped::again(&text, &origin, source.limits);
                transcript.answers(request::find(&sent, 0..text.len()));
            }
        }
        // Where a row is missing, what stands around it must not be joined.
        if offset != self.next {
            transcript.end();
            self.sent = None;
        }
        self.next = offset.saturating_add(row.len());
        let message = if block == Block::Sent {
            Some(self.sent.get_or_insert_with(|| Rewriting::new(&source.text)))
        } else {
            transcript.response()
        };
        if let Some(message) = message {
            self.characters.write(row, start, message);
        }
        true
    }
}

/// How many bytes a heading says stand below it.
fn size(heading: &str) -> Option<usize> {
    let (before, _) = heading.split_once(" bytes (")?;
    before.rsplit(' ').next()?.parse().ok()
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
        _ if heading.starts_with("=> Send header") => Block::Sent,
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
