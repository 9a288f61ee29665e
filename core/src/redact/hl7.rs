//! HL7 v2 segments: `PID|1||…`, one field after the other.

use alloc::vec::Vec;
use core::ops::Range;

use super::kind::Kind;
use super::rules::hl7::{self, segment};
use super::text::{Text, is_line_end};

/// What is to mask in a segment, and where the segment ends.
type Segment = (Vec<(Range<usize>, Kind)>, usize);

/// The segments that stand beside those of a person.
const NAMES: &[&str] = &[
    "MSH", "MSA", "ERR", "EVN", "PID", "PD1", "NK1", "PV1", "PV2", "IN1", "IN2", "GT1", "MRG",
    "ORC", "OBR", "OBX", "NTE", "DG1", "AL1", "QAK", "QRD", "TXA", "SCH",
];

/// The fields to mask of the segment that begins at a place, and where it ends.
pub(super) fn fields(text: Text<'_>, at: usize) -> Option<Segment> {
    let name_end = at.saturating_add(3);
    if text.byte(name_end) != Some(b'|') {
        return None;
    }
    let masked = segment(text.slice(at..name_end))?;
    let mut found = Vec::new();
    let mut start = name_end.saturating_add(1);
    let mut number = 1usize;
    loop {
        let mut end = text
            .run(start, |byte| !is_line_end(byte) && !matches!(byte, b'|' | b'"' | b'<' | b'\\'));
        // A backslash begins one of HL7's own escapes, or the line end of a text that was escaped.
        while text.byte(end) == Some(b'\\') && !ends_segment(text, end) {
            end = text.run(end.saturating_add(1), |byte| {
                !is_line_end(byte) && !matches!(byte, b'|' | b'"' | b'<' | b'\\')
            });
        }
        // Segments that stand in one line, for their ends got lost: `…|F MSA|AE|…`.
        let next = end.saturating_sub(4);
        if text.byte(next) == Some(b' ')
            && text.byte(end) == Some(b'|')
            && next >= start
            && NAMES.contains(&text.slice(next.saturating_add(1)..end))
        {
            end = next;
        }
        if let Some((_, kind)) = masked.iter().find(|(field, _)| *field == number) {
            // A time has no spaces; what stands behind it in its line is no field.
            if *kind == Kind::Date
                && let Some(length) = text.slice(start..end).find(" - ")
            {
                end = start.saturating_add(length);
            }
            // The separators between parts say nothing about anybody.
            if text.slice(start..end).contains(|c: char| c.is_alphanumeric()) {
                found.push((start..end, *kind));
            }
        }
        // An empty pair of marks is HL7's way to delete a value.
        if text.slice(end..end.saturating_add(2)) == "\"\"" {
            end = end.saturating_add(2);
        }
        if text.byte(end) != Some(b'|') {
            return Some((found, end));
        }
        start = end.saturating_add(1);
        number = number.saturating_add(1);
    }
}

/// The fields that name a message, in the segment that begins at a place.
pub(super) fn ids(text: Text<'_>, at: usize) -> Vec<(Range<usize>, Kind)> {
    let name_end = at.saturating_add(3);
    let name = text.slice(at..name_end);
    let Some(wanted) = hl7::ids(name).filter(|_| text.byte(name_end) == Some(b'|')) else {
        return Vec::new();
    };
    let last = wanted.iter().map(|(field, _)| *field).max().unwrap_or_default();
    let mut found = Vec::new();
    let mut start = name_end.saturating_add(1);
    // The sign behind `MSH` is its first field.
    for number in (if name == "MSH" { 2 } else { 1 })..=last {
        let is_part = |byte: u8| !is_line_end(byte) && !matches!(byte, b'|' | b'"' | b'<');
        let mut end = text.run(start, is_part);
        // The line end of a text that was escaped; not so the backslash that `MSH` lists.
        if number > 2
            && let Some(length) = text.slice(start..end).find('\\')
        {
            end = start.saturating_add(length);
        }
        let field = wanted.iter().find(|(field, _)| *field == number);
        if let Some((_, kind)) = field
            && text.slice(start..end).contains(|c: char| c.is_alphanumeric())
        {
            found.push((start..end, *kind));
        }
        if text.byte(end) != Some(b'|') {
            break;
        }
        start = end.saturating_add(1);
    }
    found
}

fn ends_segment(text: Text<'_>, at: usize) -> bool {
    let next = text.byte(at.saturating_add(1));
    matches!(next, Some(b'r' | b'n' | b'"' | b'\\'))
}
