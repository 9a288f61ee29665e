//! `wget -S`: the status line and the fields stand indented below `awaiting response...`; no content.

use alloc::vec::Vec;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};

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
    let mut transcript = Transcript::new(source, NAME);
    for (start, line) in lines(text) {
        if !line.starts_with("  ") || line.trim().is_empty() {
            transcript.end();
            continue;
        }
        if StatusLine::parse(line, 0).is_some() && !transcript.begin(start, notices) {
            break;
        }
        if let Some(response) = transcript.response() {
            response.keep(start.saturating_add(INDENT)..start.saturating_add(line.len()));
        }
    }
    transcript.finish()
}
