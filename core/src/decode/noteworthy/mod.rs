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
            let known = FIELDS.iter().find(|(name, _)| field.name.eq_ignore_ascii_case(name));
            if let Some((name, explain)) = known
                && let Some(meaning) = explain(&field.value, &situation)
            {
                let span = envelope.span(field.span.clone());
                if name.ends_with("-authenticate") && challenge::goes_on(&field.value) {
                    let message = "A challenge has more than 32 parameters; the rest was not read.";
                    notices.push(too_many(message, span));
                }
                found.push(Noteworthy { name: field.name.into(), meaning, span });
            }
        }
    }
    for (count, token) in web_token::read(&envelope.piece.text).enumerate() {
        let span = envelope.span(token.place);
        if count >= MAX_TOKENS {
            let message = "More than four tokens stand here; the rest is not explained.";
            notices.push(too_many(message, span));
            break;
        }
        if token.is_too_long {
            let message = "A token has a part of more than 16 KiB; it was not opened.";
            notices.push(too_many(message, span));
        }
        let name = "JSON Web Token".into();
        found.push(Noteworthy { name, meaning: token.meaning, span });
    }
    found
}

fn too_many(message: &str, span: Span) -> Notice {
    Notice { code: NoticeCode::TooMany, message: message.into(), span: Some(span) }
}
