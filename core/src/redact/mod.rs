//! Masks secrets and personal data before a text is copied or exported.
//!
//! A help, not de-identification: names in free text, for one, are not seen. Response codes, statuses and
//! the fixed texts of messages are never masked.
//!
//! `scan` walks the text once; `named` and `field` read what stands behind a name, `rules` says which names
//! count, `shape` knows values by their looks. What is left of a text is shown case by case in
//! `tests/redaction`.

mod echo;
mod field;
mod frame;
mod hl7;
mod kind;
mod mask;
mod named;
mod option;
mod quote;
mod rules;
mod scan;
mod shape;
mod tag;
mod text;
mod value;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use serde::Serialize;

/// A text with its secrets masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Redaction {
    /// The text with placeholders such as `[TOKEN-1]`.
    pub text: String,
    /// What was masked.
    pub masked: Vec<Masked>,
}

/// One thing that was masked, wherever it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Masked {
    /// What kind of value it is: `token`, `email`.
    pub kind: &'static str,
    /// What stands in its place.
    pub placeholder: String,
    /// How often it stood in the text.
    pub count: usize,
    /// Why it was masked.
    pub reason: &'static str,
}

/// Masks what looks like a secret or like personal data.
///
/// The same value gets the same placeholder, and masking twice changes nothing.
///
/// # Examples
///
/// ```
/// use respondex_core::redact;
///
/// let redaction = redact("Authorization: Bearer made-up-token\n\n{\"responseCode\":4010,\"email\":\"a@example.com\"}");
/// assert_eq!(
///     redaction.text,
///     "Authorization: [CREDENTIALS-1]\n\n{\"responseCode\":4010,\"email\":\"[EMAIL-1]\"}",
/// );
/// ```
pub fn redact(text: &str) -> Redaction {
    let mut masks = mask::Masks::beside(text);
    let mut redacted = String::from(text);
    for _ in 0..MAX_PASSES {
        let mut found = scan::find(&redacted);
        if found.is_empty() {
            found = echo::find(&redacted, &masks);
        }
        if found.is_empty() {
            break;
        }
        redacted = replace(&redacted, found, &mut masks);
    }
    let masked = masks.finish(&redacted);
    Redaction { text: redacted, masked }
}

/// A value can come to light only when its neighbour is masked; more than a few such steps do not occur.
const MAX_PASSES: usize = 8;

/// A stretch to mask.
struct Found {
    range: Range<usize>,
    kind: kind::Kind,
    /// The quotation mark to put around the placeholder, where a number stood without: JSON stays JSON.
    mark: Option<Range<usize>>,
}

fn replace(text: &str, found: Vec<Found>, masks: &mut mask::Masks) -> String {
    let mut replaced = String::with_capacity(text.len());
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default();
    let mut at = 0usize;
    for Found { range, kind, mark } in found {
        let mark = mark.map(slice).unwrap_or_default();
        replaced.push_str(slice(at..range.start));
        replaced.push_str(mark);
        replaced.push_str(masks.placeholder(kind, slice(range.clone())));
        replaced.push_str(mark);
        at = range.end;
    }
    replaced.push_str(slice(at..text.len()));
    replaced
}
