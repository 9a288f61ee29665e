//! Whether the words around a number tell of it as of what came: `got a 429`, `fails with 422`, `a 503 error`.
//!
//! Weaker than a word that calls it a code, so that only a number that the catalogue lists is taken.

use core::ops::Range;

use super::surroundings::counts_something;
use super::vocabulary::{FAILING, MEASURES, NOUNS, TELLERS, WEAK_CUES, is_among};
use crate::catalog::Catalog;

const ARTICLES: &[&str] = &["a", "an", "the"];

/// The words around one number.
pub(super) struct Around<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) text: &'a str,
    pub(super) words: &'a [Range<usize>],
    /// Which of the words is the number.
    pub(super) index: usize,
    /// Whether the text is about calls between programs, or too short to be about anything else.
    pub(super) is_about_calls: bool,
}

impl Around<'_> {
    /// Whether a weak word stands before it: enough beside another number that is a code for sure.
    pub(super) fn is_mentioned(&self) -> bool {
        let mut before = (1..).map_while(|back| self.before(back));
        before
            .find(|word| !is_among(ARTICLES, word))
            .is_some_and(|word| is_among(WEAK_CUES, word) || is_among(TELLERS, word))
            && !self.counts()
            && !self.is_measured()
    }

    /// Whether the words leave no doubt that it came as a response.
    pub(super) fn is_told(&self) -> bool {
        !self.is_measured()
            && (self.has_noun() || !self.counts() && (self.is_gotten() || self.is_how_it_failed()))
    }

    /// `HHA 404 on visits`: the name of its vendor right before.
    pub(super) fn is_behind_vendor(&self) -> bool {
        self.before(1).is_some_and(|word| self.catalog.vendor(word).is_some()) && !self.counts()
    }

    /// `got a 429`: only with its article, since anything else may have been got by number.
    fn is_gotten(&self) -> bool {
        let has_article = self.before(1).is_some_and(|word| ["a", "an"].contains(&word));
        self.is_about_calls
            && has_article
            && self.before(2).is_some_and(|word| is_among(TELLERS, word))
    }

    /// `fails with 422`.
    fn is_how_it_failed(&self) -> bool {
        let joins = |word: &str| is_among(&["with", "as", "by"], word);
        let back = usize::from(self.before(1).is_some_and(|word| is_among(ARTICLES, word)));
        self.before(back.saturating_add(1)).is_some_and(joins)
            && self.before(back.saturating_add(2)).is_some_and(|word| is_among(FAILING, word))
    }

    /// `a 503 error`, `this 415 error`; not `404 errors` and `500 error messages`, which are counted.
    fn has_noun(&self) -> bool {
        let is_joined = |from: usize| {
            let place = self.words.get(from).zip(self.words.get(from.saturating_add(1)));
            place.and_then(|(one, next)| self.text.get(one.end..next.start)) == Some(" ")
        };
        let is_noun = |word: &str| NOUNS.contains(&word);
        if !is_joined(self.index) || !self.word(self.index.saturating_add(1)).is_some_and(is_noun) {
            return false;
        }
        let of_what = self
            .word(self.index.saturating_add(2))
            .filter(|_| is_joined(self.index.saturating_add(1)));
        let is_plural = |word: &str| word.ends_with('s') && word.len() > 4;
        !of_what.is_some_and(is_plural)
    }

    /// `a 404 response time`, `response rate 429`: how long, how often or how much; not `the rate limit 429`.
    fn is_measured(&self) -> bool {
        let is_noun = |word: &str| is_among(NOUNS, word);
        let is_measure = |word: &str| is_among(MEASURES, word);
        let behind = |by: usize| self.word(self.index.saturating_add(by));
        behind(1).is_some_and(is_noun) && behind(2).is_some_and(is_measure)
            || self.before(1).is_some_and(is_measure) && self.before(2).is_some_and(is_noun)
    }

    fn counts(&self) -> bool {
        counts_something(self.text, self.words, self.index)
    }

    fn before(&self, back: usize) -> Option<&str> {
        self.word(self.index.checked_sub(back)?)
    }

    fn word(&self, index: usize) -> Option<&str> {
        self.text.get(self.words.get(index)?.clone())
    }
}
