//! Finds codes by number, range, words, message and vendor name.

mod query;
mod rank;

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

/// Hits that are returned where the caller names no limit.
const DEFAULT_LIMIT: usize = 50;

/// Finds the entries that a query means, the best first.
///
/// An exact number always comes first, with all its meanings as vendors are listed and the standard last;
/// then ranges, whole messages, and words. A vendor's name narrows the search to that vendor. Never
/// fails; a query of which nothing fits gives no hits, and `understood` says how it was read.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, SearchOptions, search};
///
/// let found = search(Catalog::builtin(), "recipient not found", &SearchOptions::default());
/// assert_eq!(found.hits[0].entry.id, "updox/4071");
/// ```
pub fn search(catalog: &Catalog, query: &str, options: &SearchOptions) -> SearchResult {
    let mut query = query::Query::read(catalog, query);
    if let Some(vendor) = options.vendor.as_deref().and_then(|name| catalog.vendor(name)) {
        query.vendors = alloc::vec![vendor.id];
    }
    let only_vendor = query.codes.is_empty() && query.ranges.is_empty() && query.words.is_empty();
    let mut fits: Vec<(u64, usize, rank::Fit)> = Vec::new();
    for (position, entry) in catalog.entries().iter().enumerate() {
        if !query.vendors.is_empty() && !query.vendors.contains(&entry.vendor) {
            continue;
        }
        let fit = if only_vendor && !query.vendors.is_empty() {
            Some(rank::Fit { score: 1, why: Why::Word, marks: Vec::new() })
        } else {
            rank::rate(&query, entry)
        };
        if let Some(fit) = fit {
            // For a number, the standard comes last and vendors as they are listed.
            let listing = if fit.why == Why::Code { 0 } else { rank::listing_rank(entry.listing) };
            let worst_first = u64::from(u32::MAX.saturating_sub(fit.score));
            fits.push(((worst_first << 8) | u64::from(listing), position, fit));
        }
    }
    fits.sort_unstable_by_key(|(key, position, _)| (*key, *position));
    let total = fits.len();
    let hits = fits
        .into_iter()
        .take(options.limit.unwrap_or(DEFAULT_LIMIT))
        .filter_map(|(_, position, fit)| {
            let entry = catalog.entries().get(position)?.clone();
            Some(Hit { entry, why: fit.why, marks: fit.marks })
        })
        .collect();
    SearchResult { understood: query.understood, total, hits }
}
