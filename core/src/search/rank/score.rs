//! A score for each document: for each word of the query what its best form in the best part is worth.

use alloc::vec;
use alloc::vec::Vec;

use super::form::Form;
use crate::order;
use crate::search::index::{DocumentId, Index, Part};

/// Places of words that are read for one query. The rarest words are read first, so what is left out
/// tells least, and the closer look at the best documents makes up for it.
const MAX_POSTINGS: usize = 160_000;

/// What a word in a part is worth, in sixteenths.
const fn worth(part: Part) -> u32 {
    match part {
        Part::Wording => 16,
        Part::Synonym => 9,
        Part::Summary => 7,
        Part::Elsewhere => 3,
    }
}

/// Documents that have a word of the query, with their scores.
pub(super) fn scores(index: &Index, forms: &[Vec<Form>]) -> Vec<(DocumentId, u32)> {
    let length_of = |forms: &Vec<Form>| {
        let words = forms.iter().filter_map(|form| index.word(form.word));
        words.fold(0usize, |sum, word| {
            sum.saturating_add(usize::try_from(word.documents).unwrap_or(usize::MAX))
        })
    };
    let mut by_length: Vec<(usize, &Vec<Form>)> =
        forms.iter().map(|forms| (length_of(forms), forms)).collect();
    order::sort_by_key(&mut by_length, |(length, _)| order::place(*length).into());
    let mut sums = vec![0u32; index.documents()];
    let mut best = vec![0u16; index.documents()];
    let mut found: Vec<DocumentId> = Vec::new();
    let mut met: Vec<DocumentId> = Vec::new();
    let mut read = 0usize;
    for (length, forms) in by_length {
        read = read.saturating_add(length);
        if read > MAX_POSTINGS && !found.is_empty() {
            break;
        }
        // A rare form of a common word tells no more than the word that was typed.
        let nearest = forms.first().and_then(|form| index.word(form.word));
        let most = nearest.map_or(u8::MAX, |word| word.rarity);
        for form in forms {
            let Some(word) = index.word(form.word) else { continue };
            let telling = u32::from(word.rarity.min(most)).saturating_mul(form.nearness.into());
            for (document, part) in word.postings() {
                let value =
                    u16::try_from(telling.saturating_mul(worth(part)) >> 4).unwrap_or(u16::MAX);
                let Some(best) = usize::try_from(document).ok().and_then(|at| best.get_mut(at))
                else {
                    continue;
                };
                if *best == 0 {
                    met.push(document);
                }
                *best = value.max(*best).max(1);
            }
        }
        for document in met.drain(..) {
            let Ok(at) = usize::try_from(document) else { continue };
            let (Some(sum), Some(best)) = (sums.get_mut(at), best.get_mut(at)) else { continue };
            if *sum == 0 {
                found.push(document);
            }
            *sum = sum.saturating_add(u32::from(core::mem::take(best)));
        }
    }
    let score_of = |document: &DocumentId| {
        usize::try_from(*document).ok().and_then(|at| sums.get(at)).copied().unwrap_or_default()
    };
    found.iter().map(|document| (*document, score_of(document))).collect()
}
