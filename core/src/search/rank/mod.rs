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
    looked_for.sort_unstable();
    looked_for.dedup();
    let scored = score::scores(index, &forms);
    let mut fits: Vec<Fit> = scored
        .iter()
        .filter(|(document, _)| wanted(*document))
        .map(|(document, score)| Fit { document: *document, score: *score, why: Why::Word })
        .collect();
    let by_score = |one: &Fit, other: &Fit| {
        other.score.cmp(&one.score).then(one.document.cmp(&other.document))
    };
    // Only the best are worth a closer look, which can do no more than double a score.
    if let Some(middle) = fits.len().checked_sub(1).map(|last| last.min(MAX_ALIGNED)) {
        fits.select_nth_unstable_by(middle, by_score);
    }
    let aligner = alignment::Aligner::new(index, words, &forms);
    let closer = fits.len().min(MAX_ALIGNED);
    for fit in fits.iter_mut().take(closer) {
        let (more, why) = aligner.look(fit.document);
        fit.score = fit.score.saturating_add(more);
        fit.why = why;
    }
    let best = fits.iter().take(closer).map(|fit| fit.score).max().unwrap_or_default();
    fits.retain(|fit| {
        u64::from(fit.score).saturating_mul(100) >= u64::from(best).saturating_mul(ENOUGH.into())
    });
    let total = fits.len();
    if let Some(last) = limit.min(total).checked_sub(1) {
        fits.select_nth_unstable_by(last, by_score);
    }
    fits.truncate(limit);
    fits.sort_unstable_by(by_score);
    for fit in &mut fits {
        if fit.why == Why::Word {
            fit.why = aligner.look(fit.document).1;
        }
    }
    Ranking { fits, total, strangers, looked_for }
}
