//! Where the words of a query stand in an entry.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::Mark;
use super::documents::{Field, wordings};
use super::index::{Index, WordId};
use crate::catalog::Entry;
use crate::word;

/// The places of the words that were looked for, in wordings and summary; `looked_for` is sorted.
pub(super) fn marks(index: &Index, looked_for: &[WordId], entry: &Entry) -> Vec<Mark> {
    let texts: Vec<&str> =
        looked_for.iter().filter_map(|id| index.word(*id)).map(|word| word.text).collect();
    let mut marks = Vec::new();
    if texts.is_empty() {
        return marks;
    }
    for (field, text) in wordings(entry).chain([(Field::Summary, entry.summary)]) {
        mark_text(&texts, field, text, &mut marks);
    }
    marks
}

fn mark_text(wanted: &[&str], field: Field, text: &str, marks: &mut Vec<Mark>) {
    let mut units = 0usize;
    let mut rest = text;
    while !rest.is_empty() {
        let length = |is_part: bool| {
            rest.find(|character| word::is_part(character) != is_part).unwrap_or(rest.len())
        };
        let (gap, after) = rest.split_at(length(false));
        units = units.saturating_add(units_of(gap));
        let length = after.find(|character| !word::is_part(character)).unwrap_or(after.len());
        let (found, after) = after.split_at(length);
        let end = units.saturating_add(units_of(found));
        // Words of the index are sorted, and so are those that were looked for.
        let lower = word::lower(found);
        if !found.is_empty() && wanted.binary_search(&lower.as_str()).is_ok() {
            marks.push(Mark { field: field.to_string(), start: units, end });
        }
        units = end;
        rest = after;
    }
}

fn units_of(text: &str) -> usize {
    text.encode_utf16().count()
}
