//! Words that are spelt nearly the same.
//!
//! Each word has a set of its letters as bits; two words that differ in few letters differ in few
//! bits, which leaves few of many thousand words to be compared letter by letter.

use alloc::vec;
use alloc::vec::Vec;

use super::WordId;

/// Words longer than this are not compared.
const LONGEST: usize = 40;

/// The words by their length, with their letters.
#[derive(Debug)]
pub(crate) struct Spellings {
    /// Letters and word, words of one length together.
    words: Vec<(u32, WordId)>,
    /// For each length where its words begin in `words`.
    starts: Vec<usize>,
}

impl Spellings {
    /// Takes the words in the order of their ids.
    pub(crate) fn new<'w>(texts: impl Iterator<Item = &'w str> + Clone) -> Self {
        let mut starts = vec![0usize; LONGEST.saturating_add(2)];
        for text in texts.clone() {
            if let Some(count) = starts.get_mut(text.len().saturating_add(1)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0usize;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut next = starts.clone();
        let mut words = vec![(0, 0); sum];
        for (id, text) in (0..).zip(texts) {
            if text.len() <= LONGEST
                && let Some(place) = next.get_mut(text.len())
                && let Some(word) = words.get_mut(*place)
            {
                *word = (letters(text), id);
                *place = place.saturating_add(1);
            }
        }
        Self { words, starts }
    }

    /// The words that at most so many edits turn into `text`, with their number.
    pub(crate) fn nearly<'w>(
        &self,
        text: &str,
        edits: usize,
        spelt: &dyn Fn(WordId) -> &'w str,
    ) -> Vec<(WordId, usize)> {
        let length = text.len();
        let start_of = |length: usize| self.starts.get(length).copied();
        let first = start_of(length.saturating_sub(edits)).unwrap_or(self.words.len());
        let last =
            start_of(length.saturating_add(edits).saturating_add(1)).unwrap_or(self.words.len());
        let wanted = letters(text);
        let most = u32::try_from(edits.saturating_mul(2)).unwrap_or(u32::MAX);
        self.words
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .filter(|(letters, _)| (letters ^ wanted).count_ones() <= most)
            .filter_map(|(_, id)| {
                Some((*id, distance(text.as_bytes(), spelt(*id).as_bytes(), edits)?))
            })
            .collect()
    }
}

/// The letters of a word as bits; digits and what is no ASCII share the bits that letters leave.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| {
        let bit = match byte {
            b'a'..=b'z' => byte.wrapping_sub(b'a'),
            _ => byte % 4 + 28,
        };
        set | 1u32.checked_shl(u32::from(bit)).unwrap_or_default()
    })
}

/// How many letters are wrong, missing, too many or swapped with their neighbour; nothing above `most`.
pub(crate) fn distance(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..)?, other.get(same..)?);
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (row, letter) in one.iter().enumerate() {
        let mut current = Vec::with_capacity(last.len());
        current.push(row.saturating_add(1));
        for (column, against) in other.iter().enumerate() {
            let cell = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX);
            let next = column.saturating_add(1);
            let mut value = cell(&last, column).saturating_add(usize::from(letter != against));
            value = value.min(cell(&last, next).saturating_add(1));
            value = value.min(cell(&current, column).saturating_add(1));
            if let Some(left) = column.checked_sub(1)
                && other.get(left) == Some(letter)
                && previous == Some(against)
            {
                value = value.min(cell(&before_last, left).saturating_add(1));
            }
            current.push(value);
        }
        if current.iter().all(|edits| *edits > most) {
            return None;
        }
        before_last = core::mem::replace(&mut last, current);
        previous = Some(letter);
    }
    last.last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::{Spellings, distance};

    #[test]
    fn one_letter_wrong_missing_too_many_or_swapped_is_one_edit() {
        for (typed, meant, edits) in [
            ("recipint", "recipient", Some(1)),
            ("reciipient", "recipient", Some(1)),
            ("recepient", "recipient", Some(1)),
            ("tokne", "token", Some(1)),
            ("token", "token", Some(0)),
            ("unathorised", "unauthorized", Some(2)),
            ("token", "taken", Some(1)),
            ("form", "from", Some(1)),
            ("abcd", "efgh", None),
            ("", "ab", Some(2)),
            ("é", "e", Some(2)),
        ] {
            assert_eq!(distance(typed.as_bytes(), meant.as_bytes(), 2), edits, "{typed} {meant}");
        }
    }

    #[test]
    fn finds_what_is_near_among_words_of_any_length() {
        let words = ["a", "recipient", "recipients", "receipt", "token", &"x".repeat(100)];
        let spellings = Spellings::new(words.iter().copied());
        let spelt = |id: u32| words[usize::try_from(id).unwrap()];
        assert_eq!(spellings.nearly("recipint", 1, &spelt), [(1, 1)]);
        assert_eq!(spellings.nearly("recipint", 2, &spelt), [(1, 1), (2, 2)]);
        assert_eq!(spellings.nearly("tokens", 1, &spelt), [(4, 1)]);
        assert!(spellings.nearly(&"x".repeat(101), 2, &spelt).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn is_symmetric_and_zero_for_the_same(one in "[abc]{0,8}", other in "[abc]{0,8}") {
            let (one, other) = (one.as_bytes(), other.as_bytes());
            proptest::prop_assert_eq!(distance(one, other, 9), distance(other, one, 9));
            proptest::prop_assert_eq!(distance(one, one, 0), Some(0));
            proptest::prop_assert_eq!(distance(one, other, 9) == Some(0), one == other);
        }
    }
}
