//! What the network panel of a browser shows when it is selected and copied, and pseudo-fields of HTTP/2.

use alloc::vec;
use alloc::vec::Vec;

use super::{Piece, request};
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};
use crate::span::Rewriting;

const NAME: &str = "devtools";
/// Labels before the status code, of which every such text holds one.
pub(super) const LABELS: &[&str] = &["Status Code", ":status"];

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut rewriting = Rewriting::new(text);
    let mut found: Option<usize> = None;
    let mut label_above = false;
    for (start, line) in lines(text) {
        let end = start.saturating_add(line.len());
        if found.is_some() {
            // Sections are titled "Response Headers"; fields stand below.
            if is_field(line) {
                rewriting.keep(start..end);
            }
            continue;
        }
        let label = LABELS.iter().find_map(|label| line.trim_start().strip_prefix(label));
        let value = match label {
            Some(rest) if rest.trim().is_empty() || rest.trim() == ":" => {
                label_above = true;
                continue;
            }
            Some(rest) => rest.strip_prefix(':'),
            None if label_above => Some(line),
            None => None,
        };
        label_above = false;
        let Some(value) = value.map(str::trim) else { continue };
        let is_status = value.get(..3).is_some_and(|digits| {
            digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0')
        }) && !value
            .get(3..4)
            .is_some_and(|next| next.starts_with(|c: char| c.is_alphanumeric()));
        if is_status {
            let at = value.as_ptr().addr().saturating_sub(text.as_ptr().addr());
            rewriting.put("HTTP ", at..at);
            rewriting.keep(at..at.saturating_add(value.len()));
            rewriting.put("\n", end..end);
            found = Some(start);
        }
    }
    found?;
    let request = request::find(source, 0..text.len());
    Some(vec![
        Piece::made(source, rewriting, NAME).answering(request).within(source, 0..text.len()),
    ])
}

fn is_field(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}
