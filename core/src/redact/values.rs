//! Texts that are found again by their hash: values that were masked, texts that were read.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;

/// What the hash is multiplied with: odd, half of its bits set and in no pattern (2^64 divided by the golden
/// ratio).
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Texts, each of them once and with a number.
///
/// Tens of thousands of them are noted and asked for, so they stand one behind the other in one text; std's
/// map would allocate each of them.
#[derive(Debug, Default)]
pub(super) struct Values {
    text: String,
    rows: Vec<Row>,
    /// The places of the rows by their hash, counted from 1; a power of two of them, at most half of them taken.
    slots: Vec<u32>,
    /// Another one each time where the system has one, so that nobody can prepare texts of the same hash.
    seed: u64,
}

#[derive(Debug)]
struct Row {
    range: Range<usize>,
    number: usize,
}

impl Values {
    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of a text.
    pub(super) fn get(&self, text: &str) -> Option<usize> {
        let place = *self.slots.get(self.slot(text)?)?;
        self.row(place).map(|row| row.number)
    }

    /// Notes a text and its number, in place of the number that it had.
    pub(super) fn insert(&mut self, text: &str, number: usize) {
        if self.rows.len().saturating_mul(2) >= self.slots.len() {
            self.grow();
        }
        let Some(slot) = self.slot(text) else { return };
        let place = self.slots.get(slot).copied().unwrap_or_default();
        if let Some(row) =
            usize::try_from(place).ok().and_then(|place| self.rows.get_mut(place.checked_sub(1)?))
        {
            row.number = number;
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.rows.push(Row { range: start..self.text.len(), number });
        self.take(slot, self.rows.len());
    }

    /// All of them with their numbers, in the order in which they were noted.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.rows.iter().map(|row| (self.text_of(row), row.number))
    }

    fn text_of(&self, row: &Row) -> &str {
        self.text.get(row.range.clone()).unwrap_or_default()
    }

    /// The row of a place that is counted from 1.
    fn row(&self, place: u32) -> Option<&Row> {
        self.rows.get(usize::try_from(place).ok()?.checked_sub(1)?)
    }

    /// The slot in which a text stands, or in which it would stand.
    fn slot(&self, text: &str) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = self.hash(text) & mask;
        // Half of the slots are free, so this comes to an end.
        while let Some(row) = self.row(*self.slots.get(slot)?) {
            if self.text_of(row) == text {
                break;
            }
            slot = slot.saturating_add(1) & mask;
        }
        Some(slot)
    }

    fn take(&mut self, slot: usize, place: usize) {
        if let Some(taken) = self.slots.get_mut(slot) {
            *taken = u32::try_from(place).unwrap_or_default();
        }
    }

    fn grow(&mut self) {
        if self.slots.is_empty() {
            self.seed = RandomState::new().hash_one(FACTOR);
        }
        self.slots = alloc::vec![0; self.slots.len().saturating_mul(4).max(64)];
        for place in 0..self.rows.len() {
            let slot = self.rows.get(place).and_then(|row| self.slot(self.text_of(row)));
            if let Some(slot) = slot {
                self.take(slot, place.saturating_add(1));
            }
        }
    }

    fn hash(&self, text: &str) -> usize {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let last = rest.iter().fold(1u64, |word, byte| word << 8 | u64::from(*byte));
        let words = words.iter().map(|word| u64::from_le_bytes(*word)).chain([last]);
        let mixed = words.fold(self.seed, |hash, word| {
            let mixed = (hash ^ word).wrapping_mul(FACTOR);
            mixed ^ mixed >> 32
        });
        // The upper bits depend on all of the text.
        usize::try_from(mixed.wrapping_mul(FACTOR) >> 33).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_found_with_its_number() {
        let mut values = Values::default();
        assert_eq!(values.get(""), None);
        for number in 0..5_000 {
            values.insert(&alloc::format!("made-up-{number}"), number);
        }
        values.insert("made-up-7", 70_000);
        values.insert("", 3);
        assert_eq!(values.len(), 5_001);
        assert_eq!(values.get(""), Some(3));
        assert_eq!(values.get("made-up-7"), Some(70_000));
        assert_eq!(values.get("made-up-4999"), Some(4_999));
        assert_eq!(values.get("made-up-5000"), None);
        assert_eq!(values.iter().next(), Some(("made-up-0", 0)));
    }
}
