//! Messages of the catalogue in plain words, without their number.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::LazyCell;
use core::ops::Range;

use super::Match;
use super::number::meant_as;
use crate::catalog::{Catalog, STANDARD, Wording};
use crate::decode::reading::MeantAs;

/// Messages of the catalogue that stand in the text as a clause of their own, the longest first.
pub(super) fn message_matches(
    catalog: &Catalog,
    text: &str,
    vendor: Option<&'static str>,
) -> Vec<Match> {
    let lower = LazyCell::new(|| text.to_ascii_lowercase());
    let mut found: Vec<Match> = Vec::new();
    let mut longest = 0usize;
    for Wording { entry, text: wording, plain } in catalog.wordings_in(text) {
        if entry.vendor == STANDARD
            || vendor.is_some_and(|vendor| vendor != entry.vendor)
            || wording.len() > text.len().saturating_add(1)
        {
            continue;
        }
        let Some(range) = clause(&lower, plain) else { continue };
        if range.len() < longest || is_of_standard(catalog, text, wording, &range, vendor) {
            continue;
        }
        if range.len() > longest {
            longest = range.len();
            found.clear();
        }
        if found
            .iter()
            .any(|other| other.code == entry.code.number() && other.vendor == Some(entry.vendor))
        {
            continue;
        }
        found.push(Match {
            code: entry.code.number(),
            meant_as: meant_as(entry),
            vendor: Some(entry.vendor),
            message: text.get(range.clone()).map(String::from),
            range,
        });
    }
    found
}

/// A phrase of the standard's own that stands in the text as a clause, where its number does not: `Internal
/// Server Error`.
pub(super) fn phrase_match(catalog: &Catalog, text: &str) -> Option<Match> {
    let lower = LazyCell::new(|| text.to_ascii_lowercase());
    let mut phrases = catalog.wordings_in(text).filter(|known| known.entry.vendor == STANDARD);
    phrases.find_map(|Wording { entry, plain, .. }| {
        let range = clause(&lower, plain)?;
        let message = text.get(range.clone()).map(String::from);
        let code = entry.code.number();
        Some(Match { code, meant_as: MeantAs::Status, vendor: None, message, range })
    })
}

/// Whether a wording is the standard's phrase, which vendors only repeat: nobody named one, or the standard's
/// number stands right before it.
fn is_of_standard(
    catalog: &Catalog,
    text: &str,
    wording: &str,
    range: &Range<usize>,
    vendor: Option<&'static str>,
) -> bool {
    let Some(entry) = catalog.entry_of_phrase(wording) else { return false };
    let before = text.get(..range.start).unwrap_or_default();
    let before = before.trim_end_matches([' ', ':', '-', '(', '"', '\'', '–', '|']);
    vendor.is_none() || before.ends_with(&*entry.code.number().to_string())
}

/// Where a wording stands in a text with nothing but a break before and behind it; both in lower case.
fn clause(text: &str, wording: &str) -> Option<Range<usize>> {
    text.match_indices(wording).map(|(start, _)| start..start.saturating_add(wording.len())).find(
        |range| {
            let before = text.get(..range.start).unwrap_or_default().trim_end_matches(' ');
            let after = text.get(range.end..).unwrap_or_default().trim_start_matches(' ');
            let opens = |c: char| {
                matches!(
                    c,
                    ':' | '"'
                        | '\''
                        | '“'
                        | '‘'
                        | '('
                        | '['
                        | '-'
                        | '–'
                        | ','
                        | ';'
                        | '.'
                        | '\n'
                        | '\r'
                        | '\t'
                        | '>'
                        | '|'
                        | '='
                )
            };
            let closes = |c: char| {
                matches!(
                    c,
                    '"' | '\''
                        | '”'
                        | '’'
                        | ')'
                        | ']'
                        | ','
                        | ';'
                        | '.'
                        | '!'
                        | '?'
                        | '\n'
                        | '\r'
                        | '\t'
                        | '<'
                        | '|'
                        | ':'
                )
            };
            // A code may stand right before its message.
            let after_number = before.ends_with(|c: char| c.is_ascii_digit());
            (before.is_empty() || before.ends_with(opens) || after_number)
                && (after.is_empty() || after.starts_with(closes))
        },
    )
}
