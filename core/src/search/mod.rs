//! Finds codes by number, range, words, message and vendor name.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

use crate::catalog::{Catalog, Entry};

/// How to search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchOptions {
    /// Only this vendor: an id, a name or a nickname.
    pub vendor: Option<String>,
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
}

/// A part of the query, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Understood {
    /// What it is.
    pub kind: UnderstoodKind,
    /// The part as it was typed.
    pub text: String,
    /// What it stands for: a code, `4000-4099`, a vendor id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
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
    /// A word.
    Word,
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
    /// Name of the field: `wire.message`, `summary`, `causes.0`.
    pub field: String,
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

/// Finds the entries that a query means, the best first.
pub fn search(catalog: &Catalog, query: &str, options: &SearchOptions) -> SearchResult {
    let code = crate::Code::parse(query.trim());
    let hits: Vec<Hit> = catalog
        .entries()
        .iter()
        .filter(|entry| Some(entry.code) == code)
        .take(options.limit.unwrap_or(50))
        .map(|entry| Hit { entry: entry.clone(), why: Why::Code, marks: Vec::new() })
        .collect();
    SearchResult { understood: Vec::new(), total: hits.len(), hits }
}
