//! Masks secrets and personal data before a text is copied or exported.
//!
//! A help, not de-identification: names in free text, for one, are not seen. Response codes, statuses and
//! the fixed texts of messages are never masked.
//!
//! `view` takes away what stands between the characters that a reader sees. `scan` walks the rest once; `named` and `field` read what stands behind a name, `rules` says which names
//! count, `shape` knows values by their looks. What is left of a text is shown case by case in
//! `tests/redaction`.

mod beginnings;
mod domain_user;
mod dump;
mod echo;
mod encoded;
mod extent;
mod field;
mod frame;
mod hl7;
mod html_table;
mod ids;
mod joined;
mod kind;
mod label;
mod mask;
mod named;
mod option;
mod pair;
mod people;
mod prose;
mod quote;
mod resource;
mod rules;
mod scan;
mod shape;
mod sign_in;
mod sql;
mod table;
mod tag;
mod text;
mod trace;
mod trail;
mod unseen;
mod value;
mod values;
mod view;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use serde::Serialize;

use rules::Sought;
use trail::Trail;
use view::{Replacements, View};

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

/// What to mask beside secrets and personal data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RedactOptions {
    /// The ids of transactions, traces, requests and correlations too. They name no person, and whoever looks into a
    /// failure asks for them, so they stay unless told. Codes and statuses stay in any case.
    pub mask_ids: bool,
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
    redact_with(text, &RedactOptions::default())
}

/// As [`redact`], and what the options say.
///
/// # Examples
///
/// ```
/// use respondex_core::{RedactOptions, redact, redact_with};
///
/// let pasted = r#"{"responseCode":4010,"transactionId":"made-up-7"}"#;
/// assert_eq!(redact(pasted).text, pasted);
/// let options = RedactOptions { mask_ids: true };
/// let redaction = redact_with(pasted, &options);
/// assert_eq!(redaction.text, r#"{"responseCode":4010,"transactionId":"[ID-1]"}"#);
/// ```
pub fn redact_with(text: &str, options: &RedactOptions) -> Redaction {
    masked_by(text, mask::Masks::default(), options).0
}

/// As [`redact_with`], with the values that were masked, for [`redact_beside`].
///
/// # Examples
///
/// ```
/// use respondex_core::{RedactOptions, redact_and_keep, redact_beside};
///
/// let options = RedactOptions::default();
/// let pasted = r#"{"lastName":"Testperson","message":"Testperson was not found"}"#;
/// let (redaction, values) = redact_and_keep(pasted, &options);
/// assert_eq!(redaction.text, r#"{"lastName":"[PERSON-1]","message":"[PERSON-1] was not found"}"#);
/// // A ticket has the message alone; nothing in it says that it names somebody.
/// let ticket = redact_beside("Message: Testperson was not found", &values, &options);
/// assert_eq!(ticket.text, "Message: [PERSON-1] was not found");
/// ```
pub fn redact_and_keep(text: &str, options: &RedactOptions) -> (Redaction, MaskedValues) {
    let (redaction, masks) = masked_by(text, mask::Masks::default(), options);
    (redaction, masks.values())
}

/// Masks a text that tells of another one: what was masked there is masked here, whatever the options say, under the
/// same placeholders.
pub fn redact_beside(text: &str, values: &MaskedValues, options: &RedactOptions) -> Redaction {
    masked_by(text, mask::Masks::of(values), options).0
}

fn masked_by(
    text: &str,
    mut masks: mask::Masks,
    options: &RedactOptions,
) -> (Redaction, mask::Masks) {
    let view = View::of(text);
    masks.count_on_from(view.text());
    let around = Around { depth: 0, sought: Sought { ids: options.mask_ids } };
    let Left { text, seen, .. } = masked(text, view, None, &mut masks, around);
    let masked = masks.listed(&seen);
    (Redaction { text, masked }, masks)
}

/// Values that were masked in a text and could stand elsewhere without a name that tells what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MaskedValues {
    /// Each value once.
    pub rows: Vec<MaskedValue>,
}

/// A value that was masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskedValue {
    /// As it stood in the text.
    pub value: String,
    /// What stands in its place.
    pub placeholder: String,
}

/// What is left of a text.
struct Left {
    text: String,
    /// What is seen of it.
    seen: String,
    /// Whether nothing more is found in what is seen.
    is_done: bool,
}

/// A text with everything masked; `view` is what is seen of it before, and `known` what was found in that, if
/// somebody looked already.
fn masked(
    text: &str,
    view: View<'_>,
    mut known: Option<Vec<Found>>,
    masks: &mut mask::Masks,
    around: Around,
) -> Left {
    let mut redacted = String::from(text);
    let mut view = view;
    let mut is_done = false;
    // Whether known values were looked for in this text already.
    let mut is_told = masks.is_empty();
    let mut trail = Trail::default();
    for _ in 0..MAX_PASSES {
        let found = known
            .take()
            .unwrap_or_else(|| scan::find_along(view.text(), masks.read(), around, &mut trail));
        let is_last = found.is_empty();
        if !is_last {
            let replacements = replacements(view.text(), found, masks, around);
            let expected = trail.follow(&replacements, view.text());
            let replaced = view.replace(&replacements);
            redacted = replaced;
            view = View::of(&redacted);
            trail.check(&expected, view.text());
        }
        if is_last && is_told {
            is_done = true;
            break;
        }
        // In the same turn, for one more look at the whole text is what a turn costs.
        let repeated = echo::find(view.text(), masks);
        is_told = repeated.is_empty();
        if !is_told {
            let replacements = replacements(view.text(), repeated, masks, around);
            let expected = trail.follow(&replacements, view.text());
            let replaced = view.replace(&replacements);
            redacted = replaced;
            view = View::of(&redacted);
            trail.check(&expected, view.text());
        } else if is_last {
            is_done = true;
            break;
        }
    }
    let seen = String::from(view.text());
    Left { text: redacted, seen, is_done }
}

/// A value can come to light only when its neighbour is masked; more than a few such steps do not occur.
const MAX_PASSES: usize = 8;

/// How often a text that was encoded is looked for inside another one.
const MAX_DEPTH: usize = 3;

/// What is known of a text before it is read.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    /// How many encoded texts lie around it.
    depth: usize,
    /// Which tables count.
    sought: Sought,
}

impl Around {
    /// Of a text that is encoded in this one.
    const fn inside(self) -> Self {
        Self { depth: self.depth.saturating_add(1), ..self }
    }
}

/// A stretch to mask.
struct Found {
    range: Range<usize>,
    kind: kind::Kind,
    /// The quotation mark to put around the placeholder, where a number stood without: JSON stays JSON.
    mark: Option<Range<usize>>,
    /// The text that it stands for, if that is masked inside.
    inside: Option<Box<Inside>>,
}

/// A text that is encoded in another one.
struct Inside {
    text: String,
    /// What was found in it.
    found: Vec<Found>,
}

/// What stands in the place of each stretch.
fn replacements(
    text: &str,
    found: Vec<Found>,
    masks: &mut mask::Masks,
    around: Around,
) -> Replacements {
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default();
    let mut replacements = Replacements::default();
    for Found { range, kind, mark, inside } in found {
        let value = slice(range.clone());
        if let Some(inside) = inside {
            let encoded = masked_inside(*inside, value, masks, around.inside());
            replacements.push(range, |words| words.push_str(&encoded));
            continue;
        }
        let mark = mark.map(slice).unwrap_or_default();
        replacements.push(range, |words| {
            words.push_str(mark);
            masks.write_placeholder(kind, value, words);
            words.push_str(mark);
        });
    }
    replacements
}

/// A text that is encoded, masked inside and encoded again as it was.
fn masked_inside(
    Inside { text, found }: Inside,
    encoded: &str,
    masks: &mut mask::Masks,
    around: Around,
) -> String {
    let view = View::of(&text);
    // It was read as it is; what is seen of it may be something else.
    let known = (view.text() == text).then_some(found);
    let Left { text, seen, is_done } = masked(&text, view, known, masks, around);
    masks.note(&seen);
    let encoded = encoded::encode(&text, encoded);
    if is_done && seen == text {
        masks.note_read(&encoded, around.depth);
    }
    encoded
}
