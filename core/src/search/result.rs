//! What a search is asked and what it answers.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

use crate::catalog::Entry;

/// How to search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchOptions {
    /// Only this vendor: an id, a name or a nickname.
    pub vendor: Option<String>,
    /// This vendor in front of others that fit as well: an id, a name or a nickname.
    pub prefer: Option<String>,
    /// At most so many hits; nothing means 50.
    pub limit: Option<usize>,
}

/// What was understood and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SearchResult {
    /// The parts of the query, as they were understood.
    pub understood: Vec<Understood>,
    /// How many entries match in all.
    pub total: usize,
    /// The best, in order.
    pub hits: Vec<Hit>,
    /// For a number that nobody lists: what was probably meant.
    pub nearest: Vec<Arc<Entry>>,
}

/// A part of the query, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Understood {
    /// What it is.
    pub kind: UnderstoodKind,
    /// The part as it was typed, in lower case.
    pub text: String,
    /// What it stands for: a code, `4000-4099`, a vendor id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// It stood behind a `-`: what fits it is left out.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub excluded: bool,
    /// No entry has any of its words.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub unmatched: bool,
    /// First UTF-16 unit of the query that it takes.
    pub start: usize,
    /// One past its last unit.
    pub end: usize,
}

/// What a part of a query is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnderstoodKind {
    /// A number.
    Code,
    /// A range of numbers.
    Range,
    /// A vendor.
    Vendor,
    /// `class:4xx`.
    Class,
    /// `actor:client`.
    Actor,
    /// `retry:after-delay`.
    Retry,
    /// `method:POST`.
    Method,
    /// `condition:already-exists`.
    Condition,
    /// Words in quotation marks.
    Phrase,
    /// A word.
    Word,
    /// It looks like a filter and is none; its words were looked for.
    NotUnderstood,
}

/// An entry that matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The entry.
    pub entry: Arc<Entry>,
    /// Why it matches, by its best signal.
    pub why: Why,
    /// The places that match.
    pub marks: Vec<Mark>,
}

/// Why an entry matches; the best reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its number was typed.
    Code,
    /// Its number is in the range.
    Range,
    /// Its message was typed.
    Message,
    /// Its number or a word begins with what was typed.
    Prefix,
    /// It has the words.
    Word,
    /// It has a word that means the same.
    Synonym,
    /// It has a word that is spelt nearly so.
    Typo,
}

/// A stretch of an entry's text that matches; UTF-16 units of the named field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Name of the field: `wire.message`, `wire.aliases.0`, `summary`.
    pub field: String,
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}
