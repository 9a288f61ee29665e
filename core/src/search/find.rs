//! Documents for numbers and words: numbers first, always.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::Why;
use super::index::{DocumentId, Index, WordId};
use super::query::QueryWord;
use super::rank::{self, Fit};
use crate::catalog::SourceKind;
use crate::code::Code;
use crate::order;

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
    let mut numbers = numbers(index, asked);
    let limit = asked.limit.saturating_add(PREFERABLE).saturating_add(numbers.len());
    let mut ranking = rank::rank(index, asked.words, asked.wanted, limit);
    order::sort_by_key(&mut ranking.fits, |fit| {
        let standing = (asked.standing)(fit.document);
        let more = if standing.is_behind { 0 } else { PREFERENCE };
        let score = u64::from(fit.score).saturating_mul(more.saturating_add(16));
        (u64::MAX >> 8).saturating_sub(score) << 2 | u64::from(standing.rank())
    });
    let mut is_listed = alloc::vec![false; index.documents()];
    let place_of = |document: DocumentId| usize::try_from(document).unwrap_or(usize::MAX);
    for (_, _, document) in &numbers {
        if let Some(is_listed) = is_listed.get_mut(place_of(*document)) {
            *is_listed = true;
        }
    }
    let (both, others): (Vec<Fit>, Vec<Fit>) = ranking
        .fits
        .into_iter()
        .partition(|fit| is_listed.get(place_of(fit.document)).copied().unwrap_or_default());
    let score_of = |document: DocumentId| {
        both.iter().find(|fit| fit.document == document).map_or(0, |fit| fit.score)
    };
    // Among those of one number, what the words say decides; the sort keeps the order of equals.
    order::sort_by_key(&mut numbers, |(_, _, document)| {
        u64::from(u32::MAX.saturating_sub(score_of(*document)))
    });
    order::sort_by_key(&mut numbers, |(why, order, document)| {
        let standing = (asked.standing)(*document);
        // The standard is what vendors are compared with, and comes behind them.
        let is_last = standing.source == SourceKind::Standard;
        let why = u64::from(*why == Why::Range) + 2 * u64::from(*why == Why::Prefix);
        let standing = u64::from(standing.is_behind) << 1 | u64::from(is_last);
        why << 34 | u64::from(*order) << 2 | standing
    });
    let counted = numbers.len();
    let mut hits: Vec<(Why, DocumentId)> =
        numbers.into_iter().map(|(why, _, document)| (why, document)).collect();
    hits.extend(others.iter().map(|fit| (fit.why, fit.document)));
    hits.truncate(asked.limit);
    Found {
        hits,
        total: counted.saturating_add(ranking.total).saturating_sub(both.len()),
        strangers: ranking.strangers,
        looked_for: ranking.looked_for,
    }
}

/// The documents of the numbers and ranges, then those whose number begins so: why, the order among
/// those with the same reason, and the document.
fn numbers(index: &Index, asked: &Asked<'_>) -> Vec<(Why, u32, DocumentId)> {
    let mut found: Vec<(Why, u32, DocumentId)> = Vec::new();
    // A number, and what begins so, are different numbers.
    let may_overlap = asked.codes.len().saturating_add(asked.ranges.len()) > 1;
    let mut take = |why: Why, first: u32, last: u32, order: Option<u32>| {
        for (code, document) in index.coded(first, last) {
            let is_new = !may_overlap || !found.iter().any(|(_, _, other)| *other == document);
            if is_new && (asked.wanted)(document) {
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
