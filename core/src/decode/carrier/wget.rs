//! `wget -S`: the status line and the fields stand indented below `awaiting response...`; no content.

use alloc::vec::Vec;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::placeholder;

const NAME: &str = "wget";
const INDENT: usize = 2;
/// What every such text holds.
pub(super) const MARKS: &[&str] = &["awaiting response..."];

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut transcript = Transcript::new(source, NAME);
    let mut content_end = 0usize;
    for (start, line) in lines(text) {
        if start < content_end {
            continue;
        }
        if !line.starts_with("  ") || line.trim().is_empty() {
            // With `-O -` the content stands among the messages of wget.
            let begins = line.starts_with(['{', '[', '<']) && !placeholder::begins(line);
            if begins && transcript.response().is_some() {
                content_end = transcript.content_end(start, start.saturating_add(line.len()));
                if let Some(response) = transcript.response() {
                    response.put("\n", start..start);
                    response.keep(start..content_end);
                }
                transcript.end();
            } else if !is_said_by_wget(line) {
                transcript.end();
            }
            continue;
        }
        if StatusLine::parse(line, 0).is_some() && !transcript.begin(start) {
            break;
        }
        if let Some(response) = transcript.response() {
            response.keep(start.saturating_add(INDENT)..start.saturating_add(line.len()));
        }
    }
    transcript.tell_unclosed(notices);
    transcript.finish()
}

/// What wget says between the fields and the content.
fn is_said_by_wget(line: &str) -> bool {
    line.trim().is_empty() || ["Length:", "Saving to:"].iter().any(|start| line.starts_with(start))
}
