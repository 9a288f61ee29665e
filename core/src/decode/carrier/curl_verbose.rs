//! `curl -v`: `> ` what was sent, `< ` the head that came back, `* ` remarks, and the content as it is.

use alloc::vec::Vec;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};

const NAME: &str = "curl-verbose";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &["< HTTP/"];

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if !lines(text).any(|(_, line)| line.starts_with("< HTTP/")) {
        return None;
    }
    let mut transcript = Transcript::new(source, NAME);
    let mut in_head = false;
    for (start, line) in lines(text) {
        let end = start.saturating_add(line.len());
        if line.starts_with("< HTTP/") {
            if !transcript.begin(start) {
                break;
            }
            in_head = true;
        }
        // A request begins: what came back before it is complete.
        if line.starts_with("> ") && !in_head {
            transcript.end();
        }
        let Some(response) = transcript.response() else { continue };
        let is_field = line.starts_with("< ");
        if in_head && (is_field || line.trim_end() == "<") {
            in_head = line.trim_end() != "<";
            response.keep(start.saturating_add(if is_field { 2 } else { 1 })..end);
        } else if !in_head && !is_remark(line) {
            // Without a final line end, the next remark is glued to the content.
            let content = line.find("* Connection #").or_else(|| line.find("* Closing connection"));
            response.keep(start..start.saturating_add(content.unwrap_or(line.len())));
        }
    }
    transcript.finish()
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
