//! The wire log of Apache's `HttpClient`: `http-outgoing-0 << "HTTP/1.1 401 Unauthorized[\r][\n]"`, line by line.

use alloc::vec::Vec;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::envelope::StatusLine;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};

const NAME: &str = "wire-log";
/// Before what came in, and before what was sent.
const RECEIVED: &str = " << \"";
const SENT: &str = " >> \"";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &[" << \"HTTP/"];

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut transcript = Transcript::new(source, NAME);
    for (start, line) in lines(text) {
        if line.contains(SENT) {
            transcript.end();
            continue;
        }
        let Some(at) = line.find(RECEIVED) else { continue };
        let from = at.saturating_add(RECEIVED.len());
        let shown = line.get(from..).unwrap_or_default().trim_end();
        let shown = shown.strip_suffix('"').unwrap_or(shown);
        // Line ends are written out.
        let shown = shown.strip_suffix("[\\n]").unwrap_or(shown);
        let shown = shown.strip_suffix("[\\r]").unwrap_or(shown);
        if StatusLine::parse(shown, 0).is_some() && !transcript.begin(start) {
            break;
        }
        if let Some(response) = transcript.response() {
            let begin = start.saturating_add(from);
            let end = begin.saturating_add(shown.len());
            response.keep(begin..end);
            response.put("\n", end..end);
        }
    }
    transcript.finish()
}
