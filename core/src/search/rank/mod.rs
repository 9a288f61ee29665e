//! How well documents fit words: a sum over the words, then a closer look at the best.
//!
//! ```text
//! words → forms in the index (form) → a score for each document (score) → the order of the wording (alignment)
//! ```

mod alignment;
mod form;
mod score;

use alloc::string::String;
use alloc::vec::Vec;

use super::Why;
use super::index::{DocumentId, Index, WordId};
use super::query::QueryWord;
use crate::order;

/// Documents whose wordings are looked at closely.
const MAX_ALIGNED: usize = 48;
/// A document that has less of the best one's score, in percent, does not count as found.
const ENOUGH: u32 = 45;

/// A document that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) document: DocumentId,
    pub(super) score: u32,
    pub(super) why: Why,
}

/// What the words of a query found.
#[derive(Debug, Default)]
pub(super) struct Ranking {
    /// The best first.
    pub(super) fits: Vec<Fit>,
    /// How many documents fit in all.
    pub(super) total: usize,
    /// The words of the query that the index has in no form.
    pub(super) strangers: Vec<String>,
    /// The words of the index that were looked for, sorted.
    pub(super) looked_for: Vec<WordId>,
}

/// The documents that fit the words, at most `limit` of those that `wanted` lets through.
pub(super) fn rank(
    index: &Index,
    words: &[QueryWord],
    wanted: &dyn Fn(DocumentId) -> bool,
    limit: usize,
) -> Ranking {
    let forms = form::forms(index, words);
    let unknown = words.iter().zip(&forms).filter(|(_, forms)| forms.is_empty());
    let strangers = unknown.map(|(word, _)| word.text.clone()).collect();
    let mut looked_for: Vec<WordId> = forms.iter().flatten().map(|form| form.word).collect();
    order::sort_by_key(&mut looked_for, |word| (*word).into());
    looked_for.dedup();
    let mut scored = score::scores(index, &forms);
    scored.retain(|(document, _)| wanted(*document));
    let mut fits = best_of(&scored, limit.max(MAX_ALIGNED));
    // Only the best are worth a closer look, which can do no more than double a score.
    let aligner = alignment::Aligner::new(index, words, &forms);
    for (place, fit) in fits.iter_mut().enumerate() {
        let (more, why) = aligner.look(fit.document);
        fit.why = why;
        if place < MAX_ALIGNED {
            fit.score = fit.score.saturating_add(more);
        }
    }
    let best = fits.iter().map(|fit| fit.score).max().unwrap_or_default();
    let is_enough = |score: u32| {
        u64::from(score).saturating_mul(100) >= u64::from(best).saturating_mul(ENOUGH.into())
    };
    let beyond = scored.len().saturating_sub(fits.len());
    let least = fits.last().map_or(0, |fit| fit.score);
    fits.retain(|fit| is_enough(fit.score));
    // Those that were not taken have at most the score of the last one that was.
    let beyond = if beyond > 0 && is_enough(least) {
        let enough = scored.iter().filter(|(_, score)| is_enough(*score)).count();
        enough.saturating_sub(fits.len()).min(beyond)
    } else {
        0
    };
    let total = fits.len().saturating_add(beyond);
    order::sort_by_key(&mut fits, |fit| order::both(u32::MAX - fit.score, fit.document));
    fits.truncate(limit);
    Ranking { fits, total, strangers, looked_for }
}

/// The best of many, in order: few of them ever get near the front.
fn best_of(scored: &[(DocumentId, u32)], count: usize) -> Vec<Fit> {
    let mut best: Vec<Fit> = Vec::new();
    for (document, score) in scored {
        let is_full = best.len() >= count;
        if is_full && best.last().is_none_or(|last| last.score >= *score) {
            continue;
        }
        let place = best.partition_point(|fit| {
            fit.score > *score || fit.score == *score && fit.document < *document
        });
        if is_full {
            best.pop();
        }
        best.insert(place, Fit { document: *document, score: *score, why: Why::Word });
    }
    best
}
