//! What Python's `http.client` prints when it debugs: `send: b'POST …'`, `reply: 'HTTP/1.1 401 …'`, `header: …`.

use alloc::vec::Vec;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::placeholder;

const NAME: &str = "python-http-client";
const REPLY: &str = "reply: ";
const FIELD: &str = "header: ";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &[REPLY];

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
        let end = start.saturating_add(line.len());
        if let Some(status) = line.strip_prefix(REPLY) {
            let status = status.trim_start_matches(['b', '\'', '"']);
            if !status.starts_with("HTTP/") {
                continue;
            }
            if !transcript.begin(start) {
                break;
            }
            let length = status.find(['\\', '\'', '"', '\n']).unwrap_or(status.len());
            let from = end.saturating_sub(status.len());
            if let Some(response) = transcript.response() {
                response.keep(from..from.saturating_add(length));
                response.put("\n", end..end);
            }
        } else if line.starts_with("send: ") {
            transcript.end();
        } else if let Some(response) = transcript.response() {
            if let Some(field) = line.strip_prefix(FIELD).filter(|field| field.contains(": ")) {
                response.keep(end.saturating_sub(field.len())..end);
            } else if line.starts_with(['{', '[', '<']) && !placeholder::begins(line) {
                // What the program printed itself.
                content_end = transcript.content_end(start, end);
                if let Some(response) = transcript.response() {
                    response.put("\n", start..start);
                    response.keep(start..content_end);
                }
                transcript.end();
            }
        }
    }
    transcript.tell_unclosed(notices);
    transcript.finish()
}
