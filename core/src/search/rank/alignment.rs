//! How much of a wording the query says, and how much of the query the wording has.

use alloc::vec::Vec;

use super::form::{EXACT, Form, Likeness};
use crate::order;
use crate::search::Why;
use crate::search::index::{BLANK, DocumentId, Index, Part, WordId};
use crate::search::query::QueryWord;

/// What a word of the query tells that the index does not have: it may be a name or a number that
/// fills a blank.
const STRANGER: u32 = 40;
/// Shares are of this.
const WHOLE: u32 = 256;
/// A wording of which this share agrees, both ways, was typed.
const TYPED: u32 = 110;

/// A query, ready to be laid beside wordings.
pub(super) struct Aligner<'i> {
    index: &'i Index,
    /// Words of the index with their place in the query and how they are like it, sorted by word.
    places: Vec<(WordId, usize, u8, Likeness)>,
    /// What each word of the query tells.
    tells: Vec<u32>,
    /// Their sum.
    all: u32,
}

impl<'i> Aligner<'i> {
    pub(super) fn new(index: &'i Index, words: &[QueryWord], forms: &[Vec<Form>]) -> Self {
        let mut places: Vec<_> = forms
            .iter()
            .enumerate()
            .flat_map(|(place, forms)| {
                forms.iter().map(move |form| (form.word, place, form.nearness, form.likeness))
            })
            .collect();
        order::sort_by_key(&mut places, |(word, place, ..)| {
            order::both(*word, order::place(*place))
        });
        let tells: Vec<u32> = forms
            .iter()
            .zip(words)
            .map(|(forms, word)| {
                let nearest = forms.first().and_then(|form| index.word(form.word));
                let tells = nearest.map_or(STRANGER, |word| u32::from(word.rarity));
                if word.is_filler { tells / 8 } else { tells }
            })
            .collect();
        let all = tells.iter().sum::<u32>().max(1);
        Self { index, places, tells, all }
    }

    /// What the best wording of a document adds to its score, and why the document fits.
    pub(super) fn look(&self, document: DocumentId) -> (u32, Why) {
        let mut most = (0, 0);
        let mut synonym = false;
        let mut worst = Likeness::Same;
        for (part, words) in self.index.wordings(document) {
            let (share, likeness) = self.share(words);
            if share == 0 {
                continue;
            }
            let value = if part == Part::Wording { share } else { share / 2 };
            if value > most.0 {
                most = (value, share);
                synonym = part != Part::Wording;
                worst = likeness;
            }
        }
        let (value, share) = most;
        let several = self.tells.len() > 1;
        let why = match (synonym, worst) {
            (false, _) if share >= TYPED && several => Why::Message,
            (_, Likeness::Typo) => Why::Typo,
            (_, Likeness::Prefix) => Why::Prefix,
            (true, _) => Why::Synonym,
            (false, _) => self.elsewhere(share),
        };
        // As much again as the words are worth in the wording.
        let more = self.all.saturating_mul(u32::from(EXACT)).saturating_mul(value) / WHOLE;
        (more, why)
    }

    /// Without a wording that has the words, the likeness of what was looked for says why.
    fn elsewhere(&self, share: u32) -> Why {
        if share > 0 {
            return Why::Word;
        }
        let best_of = |place: usize| {
            self.places
                .iter()
                .filter(|(_, other, ..)| *other == place)
                .map(|(.., likeness)| *likeness)
                .min()
        };
        match (0..self.tells.len()).filter_map(best_of).max() {
            Some(Likeness::Typo) => Why::Typo,
            Some(Likeness::Prefix) => Why::Prefix,
            _ => Why::Word,
        }
    }

    /// Which share of query and wording agree, up to [`WHOLE`], and the worst likeness among them.
    fn share(&self, words: &[WordId]) -> (u32, Likeness) {
        let mut said = 0u32;
        let mut matched = 0u32;
        let mut fixed = 0u32;
        let mut last = None;
        let mut in_order = 0u32;
        let mut used = 0u64;
        let mut blanks = 0u32;
        let mut worst = Likeness::Same;
        for word in words {
            if *word == BLANK {
                blanks = blanks.saturating_add(1);
                continue;
            }
            let weight = self.index.word(*word).map_or(0, |word| u32::from(word.rarity).max(8));
            fixed = fixed.saturating_add(weight);
            let Some((place, nearness, likeness)) = self.place_of(*word, last, used) else {
                continue;
            };
            used |= 1u64.checked_shl(u32::try_from(place).unwrap_or(63)).unwrap_or_default();
            // A filler that stands in its place is said in full.
            let nearness =
                if likeness == Likeness::Filler { u32::from(EXACT) } else { u32::from(nearness) };
            let tells = self.tells.get(place).copied().unwrap_or_default();
            said = said.saturating_add(tells.saturating_mul(nearness) / u32::from(EXACT));
            matched = matched.saturating_add(weight.saturating_mul(nearness) / u32::from(EXACT));
            if last.is_none_or(|last| last < place) {
                in_order = in_order.saturating_add(1);
            }
            last = Some(place);
            worst = worst.max(likeness);
        }
        if said == 0 || fixed == 0 {
            return (0, worst);
        }
        // What fills a blank is no word of the message.
        let strangers: u32 = if blanks > 0 { self.fillings(used) } else { 0 };
        let asked = self.all.saturating_sub(strangers).max(said);
        let of_query = said.saturating_mul(WHOLE) / asked;
        let of_wording = matched.saturating_mul(WHOLE) / fixed;
        // What the query leaves out is soon said; what it says and the wording does not is something else.
        let both = of_query.saturating_mul(of_query) / WHOLE * of_wording / WHOLE;
        // Words out of order agree a little less.
        let disorder = used.count_ones().saturating_sub(in_order);
        (both.saturating_sub(both.saturating_mul(disorder) / 16).min(WHOLE), worst)
    }

    /// The place in the query of a word of the wording: the next one, else any that is not taken.
    fn place_of(
        &self,
        word: WordId,
        last: Option<usize>,
        used: u64,
    ) -> Option<(usize, u8, Likeness)> {
        let from = self.places.partition_point(|(other, ..)| *other < word);
        let same = self.places.get(from..)?.iter().take_while(|(other, ..)| *other == word);
        let is_free = |place: usize| {
            used & 1u64.checked_shl(u32::try_from(place).unwrap_or(63)).unwrap_or_default() == 0
        };
        let free = same.filter(|(_, place, ..)| is_free(*place));
        free.min_by_key(|(_, place, nearness, _)| {
            (last.is_some_and(|last| *place < last), core::cmp::Reverse(*nearness), *place)
        })
        .map(|(_, place, nearness, likeness)| (*place, *nearness, *likeness))
    }

    /// What the words of the query tell that no word of the wording took.
    fn fillings(&self, used: u64) -> u32 {
        let taken = |place: usize| {
            used & 1u64.checked_shl(u32::try_from(place).unwrap_or(63)).unwrap_or_default() != 0
        };
        self.tells
            .iter()
            .enumerate()
            .filter(|(place, _)| !taken(*place))
            .map(|(_, tells)| *tells)
            .sum()
    }
}
