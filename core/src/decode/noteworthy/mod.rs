//! Fields and tokens of a response that say something to whoever has to act, explained in a sentence.
//!
//! One file a field. Knows HTTP only; secrets are named, and never repeated.

mod allow;
pub(crate) mod challenge;
mod location;
pub(crate) mod retry_after;
mod timestamp;
pub(crate) mod web_token;

use alloc::string::String;
use alloc::vec::Vec;

use super::envelope::Envelope;
use super::limits::MAX_TOKENS;
use super::output::{Noteworthy, Notice, NoticeCode};
use crate::span::Span;

/// What is known beside the field itself.
struct Situation<'a> {
    status: u16,
    /// The field `Date`, where the response carries one.
    date: Option<&'a str>,
    /// Whether the text ends behind the field, so that a number may have lost digits.
    is_cut: bool,
}

/// Explains the value of a field, or finds nothing in it to explain.
type Explain = fn(&str, &Situation<'_>) -> Option<String>;

/// Field names in lower case, and who explains them.
const FIELDS: &[(&str, Explain)] = &[
    ("www-authenticate", challenge::explain),
    ("proxy-authenticate", challenge::explain),
    ("retry-after", retry_after::explain),
    ("allow", allow::explain),
    ("location", location::explain),
];

/// Explains what a response carries, in the order in which it stands there.
///
/// `cut` is where a number ends with the text.
pub(crate) fn read(
    envelope: &Envelope<'_>,
    cut: Option<Span>,
    notices: &mut Vec<Notice>,
) -> Vec<Noteworthy> {
    let mut found = Vec::new();
    if let Some(line) = &envelope.status_line {
        for field in &envelope.fields {
            let situation = Situation {
                status: line.status,
                date: envelope.field("date").map(|field| &*field.value),
                is_cut: cut == Some(envelope.span(field.span.clone())),
            };
            let explain = FIELDS.iter().find(|(name, _)| field.name.eq_ignore_ascii_case(name));
            if let Some(meaning) =
                explain.and_then(|(_, explain)| explain(&field.value, &situation))
            {
                let span = envelope.span(field.span.clone());
                found.push(Noteworthy { name: field.name.into(), meaning, span });
            }
        }
    }
    for (count, (range, meaning)) in web_token::read(&envelope.piece.text).enumerate() {
        let span = envelope.span(range);
        if count >= MAX_TOKENS {
            notices.push(Notice {
                code: NoticeCode::TooMany,
                message: "More than four tokens stand here; the rest is not explained.".into(),
                span: Some(span),
            });
            break;
        }
        found.push(Noteworthy { name: "JSON Web Token".into(), meaning, span });
    }
    found
}
