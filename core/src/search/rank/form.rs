//! The words of the index that a word of the query can mean.

use alloc::string::String;
use alloc::vec::Vec;

use crate::search::index::stem::stem;
use crate::search::index::{Index, WordId};
use crate::search::query::QueryWord;

/// A word of the index for a word of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) word: WordId,
    /// How near it comes, up to [`EXACT`].
    pub(super) nearness: u8,
    pub(super) likeness: Likeness,
}

/// How a word of the index is like the word of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same, and it says nothing of its own.
    Filler,
    /// The same, or another form of it.
    Same,
    /// It begins with it.
    Prefix,
    /// It is spelt nearly so.
    Typo,
}

/// The word itself.
pub(super) const EXACT: u8 = 16;
const SAME_STEM: u8 = 14;
/// Two words written as one, or one as two.
const JOINED: u8 = 13;
/// A word that says nothing of its own.
const FILLER: u8 = 3;
const PREFIX_BEING_TYPED: u8 = 12;
const PREFIX: u8 = 9;
/// By the number of wrong letters.
const TYPOS: [u8; 3] = [EXACT, 11, 8];
/// Words that one beginning stands for.
const MAX_PREFIXED: usize = 192;
/// Letters that a beginning has at least in the middle of a query.
const MIN_PREFIX: usize = 4;

/// For each word of a query the words that it can mean, the nearest first.
pub(super) fn forms(index: &Index, words: &[QueryWord]) -> Vec<Vec<Form>> {
    let last = words.len().saturating_sub(1);
    let mut forms: Vec<Vec<Form>> = words
        .iter()
        .enumerate()
        .map(|(place, word)| forms_of(index, &word.text, place == last && !word.is_filler))
        .collect();
    for count in [2, 3] {
        for (place, words) in words.windows(count).enumerate() {
            let joined: String = words.iter().map(|word| word.text.as_str()).collect();
            let Some(joined) = index.find(&joined) else { continue };
            for forms in forms.iter_mut().skip(place).take(count) {
                add(forms, joined, JOINED, Likeness::Same);
            }
        }
    }
    for (forms, _) in forms.iter_mut().zip(words).filter(|(_, word)| word.is_filler) {
        // A filler stands for itself alone.
        forms.retain(|form| form.nearness == EXACT);
        for form in forms {
            form.nearness = FILLER;
            form.likeness = Likeness::Filler;
        }
    }
    forms
}

fn forms_of(index: &Index, word: &str, is_last: bool) -> Vec<Form> {
    let mut forms = Vec::new();
    if let Some(same) = index.find(word) {
        add(&mut forms, same, EXACT, Likeness::Same);
    }
    let common = stem(word);
    if common.len() >= MIN_PREFIX {
        for (id, other) in index.starting_with(common).take(MAX_PREFIXED) {
            if stem(other.text) == common {
                add(&mut forms, id, SAME_STEM, Likeness::Same);
            }
        }
    }
    if is_last || word.len() >= MIN_PREFIX {
        let nearness = if is_last { PREFIX_BEING_TYPED } else { PREFIX };
        for (id, _) in index.starting_with(word).take(MAX_PREFIXED) {
            add(&mut forms, id, nearness, Likeness::Prefix);
        }
    }
    if forms.is_empty() {
        split(index, word, &mut forms);
    }
    if forms.is_empty() {
        let edits = match word.chars().count() {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        let mut near = if edits == 0 { Vec::new() } else { index.nearly(word, edits) };
        // Where words are short, a letter is too much of them.
        near.retain(|(id, _)| index.word(*id).is_some_and(|word| word.text.len() >= MIN_PREFIX));
        let fewest = near.iter().map(|(_, edits)| *edits).min().unwrap_or_default();
        near.retain(|(_, edits)| *edits == fewest);
        for (id, edits) in near {
            let nearness = TYPOS.get(edits).copied().unwrap_or_default();
            add(&mut forms, id, nearness, Likeness::Typo);
        }
    }
    forms
}

/// Two words that were written without the space.
fn split(index: &Index, word: &str, forms: &mut Vec<Form>) {
    const SHORTEST: usize = 3;
    for at in SHORTEST..word.len().saturating_sub(SHORTEST.saturating_sub(1)) {
        if let Some((first, second)) = word.split_at_checked(at)
            && let (Some(first), Some(second)) = (index.find(first), index.find(second))
        {
            add(forms, first, JOINED, Likeness::Same);
            add(forms, second, JOINED, Likeness::Same);
            return;
        }
    }
}

fn add(forms: &mut Vec<Form>, word: WordId, nearness: u8, likeness: Likeness) {
    // Forms come in the order of their nearness, so the first one of a word is its best.
    if !forms.iter().any(|form| form.word == word) {
        forms.push(Form { word, nearness, likeness });
    }
}
