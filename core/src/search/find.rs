//! Documents for numbers and words: numbers first, always.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::RangeInclusive;

use super::Why;
use super::index::{DocumentId, Index, WordId};
use super::query::QueryWord;
use super::rank;
use crate::catalog::SourceKind;
use crate::code::Code;

/// What is asked of an index.
pub(super) struct Asked<'q> {
    pub(super) codes: &'q [Code],
    pub(super) ranges: &'q [RangeInclusive<u32>],
    pub(super) words: &'q [QueryWord],
    /// Whether a document may be found at all.
    pub(super) wanted: &'q dyn Fn(DocumentId) -> bool,
    /// How documents that fit the same stand.
    pub(super) standing: &'q dyn Fn(DocumentId) -> Standing,
    pub(super) limit: usize,
}

/// How a document stands among those that fit the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// Another vendor is preferred.
    pub(super) is_behind: bool,
    pub(super) source: SourceKind,
}

impl Standing {
    /// Behind all others.
    pub(super) const LAST: Self = Self { is_behind: true, source: SourceKind::Standard };

    /// Codes of the vendor's own page come first, then other sources, then the standard.
    fn rank(self) -> u8 {
        match self.source {
            SourceKind::VendorPage => 0,
            SourceKind::VendorOtherPage | SourceKind::VendorSourceCode => 1,
            SourceKind::ClientCode => 2,
            SourceKind::Standard => 3,
        }
    }
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The best first.
    pub(super) hits: Vec<(Why, DocumentId)>,
    pub(super) total: usize,
    /// Words of the query that are in no document.
    pub(super) strangers: Vec<String>,
    /// The words of the index that were looked for, sorted.
    pub(super) looked_for: Vec<WordId>,
}

/// More are ranked than are returned, so that a preferred document just behind them can move up.
const PREFERABLE: usize = 20;
/// A preferred document may fit so much less, in sixteenths, and still stand in front.
const PREFERENCE: u64 = 4;

/// Finds what is asked for.
pub(super) fn find(index: &Index, asked: &Asked<'_>) -> Found {
    let numbers = numbers(index, asked);
    let limit = asked.limit.saturating_add(PREFERABLE).saturating_add(numbers.len());
    let mut ranking = rank::rank(index, asked.words, asked.wanted, limit);
    ranking.fits.sort_by_key(|fit| {
        let standing = (asked.standing)(fit.document);
        let more = if standing.is_behind { 0 } else { PREFERENCE };
        let score = u64::from(fit.score).saturating_mul(more.saturating_add(16));
        (Reverse(score), standing.rank())
    });
    let score_of = |document: DocumentId| {
        ranking.fits.iter().find(|fit| fit.document == document).map_or(0, |fit| fit.score)
    };
    let mut by_number: Vec<_> = numbers
        .into_iter()
        .map(|(why, order, document)| {
            let standing = (asked.standing)(document);
            // The standard is what vendors are compared with, and comes behind them.
            let is_last = standing.source == SourceKind::Standard;
            let key =
                (why, order, standing.is_behind, is_last, Reverse(score_of(document)), document);
            (key, document)
        })
        .collect();
    by_number.sort_unstable();
    let mut hits: Vec<(Why, DocumentId)> =
        by_number.iter().map(|((why, ..), document)| (*why, *document)).collect();
    let counted = hits.len();
    let is_listed = |document: DocumentId| by_number.iter().any(|(_, other)| *other == document);
    let by_words = ranking.fits.iter().filter(|fit| !is_listed(fit.document));
    hits.extend(by_words.map(|fit| (fit.why, fit.document)));
    let both = ranking.fits.iter().filter(|fit| is_listed(fit.document)).count();
    hits.truncate(asked.limit);
    Found {
        hits,
        total: counted.saturating_add(ranking.total).saturating_sub(both),
        strangers: ranking.strangers,
        looked_for: ranking.looked_for,
    }
}

/// The documents of the numbers and ranges, then those whose number begins so: why, the order among
/// those with the same reason, and the document.
fn numbers(index: &Index, asked: &Asked<'_>) -> Vec<(Why, u32, DocumentId)> {
    let mut found: Vec<(Why, u32, DocumentId)> = Vec::new();
    let mut take = |why: Why, first: u32, last: u32, order: Option<u32>| {
        for (code, document) in index.coded(first, last) {
            if (asked.wanted)(document) && !found.iter().any(|(_, _, other)| *other == document) {
                found.push((why, order.unwrap_or(code), document));
            }
        }
    };
    for (order, code) in (0..).zip(asked.codes) {
        take(Why::Code, code.number(), code.number(), Some(order));
    }
    for range in asked.ranges {
        take(Why::Range, *range.start(), *range.end(), None);
    }
    if asked.words.is_empty() {
        // Somebody may still be typing.
        for code in asked.codes {
            for width in [10, 100, 1_000, 10_000, 100_000] {
                let first = code.number().checked_mul(width).filter(|first| *first > 0);
                let Some(first) = first else { continue };
                take(Why::Prefix, first, first.saturating_add(width.saturating_sub(1)), None);
            }
        }
    }
    found
}
