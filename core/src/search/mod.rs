//! Finds codes by number, range, words, message and vendor name.
//!
//! ```text
//! &str → Query (query) → Found (find: numbers, and words by rank over the index) → SearchResult
//! ```

mod contents;
mod documents;
mod find;
mod index;
mod mark;
#[cfg(feature = "measuring")]
#[doc(hidden)]
pub mod measuring;
mod nearest;
mod query;
mod rank;
mod result;
mod vocabulary;
#[cfg(feature = "measuring")]
mod writer;

use alloc::vec::Vec;

use find::{Asked, Standing};
use index::DocumentId;
use query::Query;
pub use result::{Hit, Mark, SearchOptions, SearchResult, Understood, UnderstoodKind, Why};
use vocabulary::Vocabulary;

use crate::catalog::{Catalog, Entry};
use crate::word;

/// Hits that are returned where the caller names no limit.
const DEFAULT_LIMIT: usize = 50;

/// Finds the entries that a query means, the best first.
///
/// An exact number always comes first, with all its meanings as vendors are listed and the standard last;
/// then ranges, whole messages, and words. A vendor's name narrows the search to that vendor, and
/// `class:4xx`, `actor:client`, `retry:after-delay`, `method:POST`, `condition:already-exists` and their
/// opposites with `-` in front narrow it further. Never fails; a query of which nothing fits gives no
/// hits, `understood` says how it was read, and `nearest` names what may have been meant.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, SearchOptions, search};
///
/// let found = search(Catalog::builtin(), "recipient not found", &SearchOptions::default());
/// assert_eq!(found.hits[0].entry.id, "updox/4071");
/// let found = search(Catalog::builtin(), "forty seventy one", &SearchOptions::default());
/// assert_eq!(found.hits[0].entry.id, "updox/4071");
/// ```
pub fn search(catalog: &Catalog, query: &str, options: &SearchOptions) -> SearchResult {
    let vocabulary = Vocabulary::builtin();
    let mut query = Query::read(catalog, &vocabulary.fillers, query);
    let vendor_of =
        |name: Option<&str>| name.and_then(|name| catalog.vendor(name)).map(|vendor| vendor.id);
    let only = vendor_of(options.vendor.as_deref());
    let preferred = vendor_of(options.prefer.as_deref());
    let entry_at = |document: DocumentId| {
        usize::try_from(document).ok().and_then(|position| catalog.entries().get(position))
    };
    let is_wanted = |entry: &Entry| {
        only.is_none_or(|vendor| entry.vendor == vendor) && is_wanted(&query, entry)
    };
    let limit = options.limit.unwrap_or(DEFAULT_LIMIT);
    let asked = Asked {
        codes: &query.codes,
        ranges: &query.ranges,
        words: &query.words,
        wanted: &|document| entry_at(document).is_some_and(|entry| is_wanted(entry)),
        standing: &|document| {
            entry_at(document).map_or(Standing::LAST, |entry| Standing {
                is_behind: preferred.is_some_and(|vendor| vendor != entry.vendor),
                source: entry.listing,
            })
        },
        limit,
    };
    let mut found = find::find(&vocabulary.index, &asked);
    let asks_nothing = query.words.is_empty() && query.codes.is_empty() && query.ranges.is_empty();
    if asks_nothing && (only.is_some() || !query.filters.is_empty()) {
        let fitting = (0..).zip(catalog.entries()).filter(|(_, entry)| is_wanted(entry));
        found.hits = fitting.map(|(document, _)| (Why::Word, document)).collect();
        found.total = found.hits.len();
    }
    let hits = found
        .hits
        .iter()
        .take(limit)
        .filter_map(|(why, document)| {
            let entry = entry_at(*document)?.clone();
            let marks = mark::marks(&vocabulary.index, &found.looked_for, &entry);
            Some(Hit { entry, why: *why, marks })
        })
        .collect();
    let nearest = match query.codes.as_slice() {
        [code] if catalog.entries_with(*code).all(|entry| !is_wanted(entry)) => {
            nearest::nearest(catalog, *code, &is_wanted)
        }
        _ => Vec::new(),
    };
    query.note_strangers(&found.strangers);
    SearchResult { understood: query.understood, total: found.total, hits, nearest }
}

/// Whether an entry is neither filtered out nor excluded, and has the phrases.
fn is_wanted(query: &Query, entry: &Entry) -> bool {
    let excluded = &query.excluded;
    let number = entry.code.number();
    query::filter::all_fit(&query.filters, entry)
        && !excluded.filters.iter().any(|filter| filter.fits(entry))
        && !excluded.ranges.iter().any(|range| range.contains(&number))
        && !excluded.phrases.iter().any(|phrase| has_phrase(entry, phrase))
        && query.phrases.iter().all(|phrase| has_phrase(entry, phrase))
}

/// Whether words stand next to each other in one of the texts.
fn has_phrase(entry: &Entry, phrase: &str) -> bool {
    let texts = documents::wordings(entry).map(|(_, text)| text);
    let mut texts =
        texts.chain([entry.summary, entry.explanation]).chain(entry.causes.iter().copied());
    texts.any(|text| {
        let lower = word::lower(text);
        let words: Vec<&str> = word::words(&lower).collect();
        let wanted: Vec<&str> = phrase.split(' ').collect();
        words.windows(wanted.len()).any(|window| window == wanted)
    })
}
