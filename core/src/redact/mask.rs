//! Placeholders: the same value gets the same one, and no two values share one.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashMap;

use super::kind::Kind;
use super::text::Text;
use super::{Masked, MaskedValue, MaskedValues, echo};
use crate::order;
use crate::placeholder;

/// The highest number that is counted on from; a tenth of the highest that a placeholder can have.
const HIGHEST: usize = 99_999_999;

/// No more values are kept for what is said of a text.
const MOST_KEPT: usize = 10_000;

/// What has been masked so far.
#[derive(Default)]
pub(super) struct Masks {
    values: HashMap<String, usize>,
    numbers: BTreeMap<Kind, usize>,
    /// The kind and the number of each placeholder.
    masked: Vec<(Kind, usize)>,
    /// What is left of texts that are encoded in the text.
    inside: String,
    /// How the values begin: most words do not begin so, and are not looked up.
    heads: Heads,
}

/// The first two bytes of values, by their last five bits.
#[derive(Default)]
struct Heads([u32; 32]);

impl Heads {
    /// The row and the bit of a value.
    fn place(value: &str) -> (usize, u32) {
        let mut bytes = value.bytes().map(|byte| byte % 32);
        let first = bytes.next().unwrap_or_default();
        (usize::from(first), 1 << bytes.next().unwrap_or_default())
    }

    fn note(&mut self, value: &str) {
        let (row, bit) = Self::place(value);
        if let Some(bits) = self.0.get_mut(row) {
            *bits |= bit;
        }
    }

    fn has(&self, value: &str) -> bool {
        let (row, bit) = Self::place(value);
        self.0.get(row).is_some_and(|bits| bits & bit != 0)
    }
}

impl Masks {
    /// What was masked in another text.
    pub(super) fn of(values: &MaskedValues) -> Self {
        let mut masks = Self::default();
        for MaskedValue { value, placeholder } in &values.rows {
            let Some((_, kind, number)) = placeholder_at(Text(placeholder), 0) else { continue };
            let highest = masks.numbers.entry(kind).or_default();
            *highest = number.max(*highest);
            masks.heads.note(value);
            masks.values.insert(value.clone(), masks.masked.len());
            masks.masked.push((kind, number));
        }
        masks
    }

    /// The values that can be told wherever they stand, in the order in which they were found.
    pub(super) fn values(&self) -> MaskedValues {
        let mut places: Vec<_> = self.values.iter().map(|(value, place)| (*place, value)).collect();
        order::sort_by_key(&mut places, |(place, value)| {
            order::both(order::place(*place), order::place(value.len()))
        });
        let row = |(place, value): (usize, &String)| {
            let (kind, number) = *self.masked.get(place)?;
            let placeholder = written(kind, number);
            echo::can_be_told(kind, value)
                .then(|| MaskedValue { value: value.clone(), placeholder })
        };
        MaskedValues { rows: places.into_iter().filter_map(row).take(MOST_KEPT).collect() }
    }

    /// Counts on from the placeholders that stand in a text already: theirs are other values.
    pub(super) fn count_on_from(&mut self, text: &str) {
        each_placeholder(text, |kind, number| {
            // Beyond, counting on would lead to numbers too long for a placeholder.
            if number <= HIGHEST {
                let highest = self.numbers.entry(kind).or_default();
                *highest = number.max(*highest);
            }
        });
    }

    /// The placeholder of a value; of whatever kind it was when it was first seen.
    pub(super) fn placeholder(&mut self, kind: Kind, value: &str) -> String {
        let place = if let Some(place) = self.values.get(value) {
            *place
        } else {
            let number = self.numbers.entry(kind).or_default();
            *number = number.saturating_add(1);
            self.masked.push((kind, *number));
            let place = self.masked.len().saturating_sub(1);
            self.heads.note(value);
            self.values.insert(value.to_string(), place);
            // A scheme stands before what it vouches with: `Bearer …`.
            if kind == Kind::Credentials
                && let Some((_, token)) = value.rsplit_once(' ')
            {
                self.heads.note(token);
                self.values.entry(token.to_string()).or_insert(place);
            }
            place
        };
        self.masked.get(place).map(|(kind, number)| written(*kind, *number)).unwrap_or_default()
    }

    /// Notes a text that is encoded in the text, so that its placeholders are counted.
    pub(super) fn note(&mut self, inside: &str) {
        self.inside.push_str(inside);
        self.inside.push('\n');
    }

    /// Whether a value that was masked begins as a text does.
    pub(super) fn can_begin(&self, text: &str) -> bool {
        self.heads.has(text)
    }

    /// Of what kind a value is that was masked somewhere.
    pub(super) fn kind(&self, value: &str) -> Option<Kind> {
        let place = self.values.get(value)?;
        self.masked.get(*place).map(|(kind, _)| *kind)
    }

    /// The list for the reader; a value that a wider one swallowed later is left out.
    pub(super) fn listed(&self, text: &str) -> Vec<Masked> {
        let mut counts: BTreeMap<(Kind, usize), usize> = BTreeMap::new();
        for text in [text, &self.inside] {
            each_placeholder(text, |kind, number| {
                let count = counts.entry((kind, number)).or_default();
                *count = count.saturating_add(1);
            });
        }
        let row = |&(kind, number): &(Kind, usize)| {
            let count = counts.get(&(kind, number)).copied()?;
            let placeholder = written(kind, number);
            Some(Masked { kind: kind.id(), placeholder, count, reason: kind.reason() })
        };
        self.masked.iter().filter_map(row).collect()
    }
}

/// A placeholder as it stands in a text.
fn written(kind: Kind, number: usize) -> String {
    format!("[{}-{number}]", kind.placeholder())
}

fn each_placeholder(text: &str, mut note: impl FnMut(Kind, usize)) {
    for (at, _) in text.match_indices('[') {
        if let Some((_, kind, number)) = placeholder_at(Text(text), at) {
            note(kind, number);
        }
    }
}

/// The placeholder that begins at a place: where it ends, its kind and its number.
fn placeholder_at(text: Text<'_>, at: usize) -> Option<(usize, Kind, usize)> {
    let found = placeholder::at(text.0, at)?;
    Some((found.end, Kind::of_placeholder(found.name)?, found.number))
}

/// Where the placeholder that begins at a place ends.
pub(super) fn placeholder_end(text: Text<'_>, at: usize) -> Option<usize> {
    placeholder_at(text, at).map(|(end, ..)| end)
}

/// Whether a value is a placeholder already, so that masking twice changes nothing.
pub(super) fn is_placeholder(value: &str) -> bool {
    placeholder_end(Text(value), 0) == Some(value.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_on_from_those_in_the_text() {
        let mut masks = Masks::default();
        masks.count_on_from("[TOKEN-7] and [PERSON-2]");
        assert_eq!(masks.placeholder(Kind::Token, "made up"), "[TOKEN-8]");
        assert_eq!(masks.placeholder(Kind::Email, "other"), "[EMAIL-1]");
        assert_eq!(masks.placeholder(Kind::Person, "made up"), "[TOKEN-8]");
    }
}
