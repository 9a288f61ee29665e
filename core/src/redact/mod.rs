//! Masks secrets and personal data before a text is copied or exported.

use alloc::string::String;
use alloc::vec::Vec;

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
