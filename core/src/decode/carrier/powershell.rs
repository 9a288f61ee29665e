//! What `Invoke-WebRequest` of PowerShell prints: `StatusCode        : 200`, `Content           : {…}`, `RawContent …`.

use alloc::vec::Vec;
use core::ops::Range;

use super::Piece;
use super::transcript::Transcript;
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};

const NAME: &str = "powershell";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &["StatusCode "];

/// Where the parts of a response stand.
#[derive(Default)]
struct Parts {
    status: Range<usize>,
    reason: Option<Range<usize>>,
    fields: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

pub(super) fn split<'a>(source: &'a Unwrapped<'_>, _: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if !source.holds("StatusDescription") && !ends_behind_status(text) {
        return None;
    }
    let mut transcript = Transcript::new(source, NAME);
    let mut parts = Parts::default();
    let (mut member, mut in_fields) = ("", false);
    for (start, line) in lines(text) {
        let shown = line.trim_end();
        let lead = shown.len().saturating_sub(shown.trim_start().len());
        let mut value = start.saturating_add(lead)..start.saturating_add(shown.len());
        if let Some((name, rest)) = label(shown) {
            (member, in_fields) = (name, true);
            value.start = value.end.saturating_sub(rest.len());
        } else if lead == 0 && !shown.is_empty() {
            member = "";
        }
        match member {
            "StatusCode" if value.len() == 3 => {
                if !write(&mut transcript, &parts) {
                    return transcript.finish();
                }
                parts = Parts { status: value, ..Parts::default() };
            }
            "StatusDescription" if !value.is_empty() => parts.reason = Some(value),
            "Content" => parts.content.push(value),
            // The fields stand below the status line that the value begins with, up to a blank line.
            "RawContent" => {
                in_fields = in_fields && !value.is_empty();
                let is_field = text.get(value.clone()).is_some_and(|field| field.contains(": "));
                if in_fields && is_field {
                    parts.fields.push(value);
                }
            }
            _ => {}
        }
    }
    write(&mut transcript, &parts);
    transcript.finish()
}

/// Whether a text breaks off behind the status.
fn ends_behind_status(text: &str) -> bool {
    let mut last = text.trim_end().rsplit('\n');
    let is_status = |line: &str| label(line).is_some_and(|(name, _)| name == "StatusCode");
    last.next()
        .is_some_and(|line| is_status(line.trim_end()) || "StatusDescription".starts_with(line))
        && text.lines().any(|line| is_status(line.trim_end()))
}

/// The name and the value of a line: `Content           : {…}`.
fn label(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_padded = name.ends_with(' ') && !name.starts_with(' ');
    let name = name.trim_end();
    (is_padded && name.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| (name, value.trim()))
}

/// Puts a response together; false where there is no room for more.
fn write(transcript: &mut Transcript<'_, '_>, parts: &Parts) -> bool {
    let Parts { status, reason, fields, content } = parts;
    if status.is_empty() {
        return true;
    }
    if !transcript.begin(status.start) {
        return false;
    }
    if let Some(response) = transcript.response() {
        response.put("HTTP ", status.start..status.start);
        response.keep(status.clone());
        if let Some(reason) = reason {
            response.put(" ", reason.start..reason.start);
            response.keep(reason.clone());
        }
        for field in fields {
            response.put("\n", field.start..field.start);
            response.keep(field.clone());
        }
        response.put("\n\n", status.end..status.end);
        // The console broke the lines of a long value.
        for part in content {
            response.keep(part.clone());
        }
    }
    transcript.end();
    true
}
