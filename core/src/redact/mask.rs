//! Placeholders: the same value gets the same one, and no two values share one.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::kind::Kind;
use super::text::Text;
use super::values::Values;
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
    /// Each value, and the place of its placeholder.
    values: Values,
    /// By kind.
    numbers: [Numbers; Kind::COUNT],
    /// The kind and the number of each placeholder.
    masked: Vec<(Kind, usize)>,
    /// Placeholders that came from another text, and their places.
    given: Values,
    /// What is left of texts that are encoded in the text.
    inside: String,
    /// How the values begin: most words do not begin so, and are not looked up.
    heads: Heads,
    /// Texts that are encoded and hold nothing to mask, and in how many others they lie.
    read: Values,
}

/// The numbers of the placeholders of one kind.
#[derive(Default)]
struct Numbers {
    /// The highest that stood in the texts already.
    found: usize,
    /// The places of those given since, the first of them the one after `found`.
    given: Vec<usize>,
}

impl Numbers {
    fn next(&mut self, place: usize) -> usize {
        self.given.push(place);
        self.found.saturating_add(self.given.len())
    }

    fn place(&self, number: usize) -> Option<usize> {
        self.given.get(number.checked_sub(self.found)?.checked_sub(1)?).copied()
    }
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
            masks.note_number(kind, number);
            masks.heads.note(value);
            let place = masks.masked.len();
            masks.values.insert(value, place);
            if masks.given.get(placeholder).is_none() {
                masks.given.insert(placeholder, place);
            }
            masks.masked.push((kind, number));
        }
        masks
    }

    /// The values that can be told wherever they stand, in the order in which they were found.
    pub(super) fn values(&self) -> MaskedValues {
        let mut places: Vec<_> = self.values.iter().map(|(value, place)| (place, value)).collect();
        order::sort_by_key(&mut places, |(place, value)| {
            order::both(order::place(*place), order::place(value.len()))
        });
        let row = |(place, value): (usize, &str)| {
            let (kind, number) = *self.masked.get(place)?;
            let placeholder = written(kind, number);
            echo::can_be_told(kind, value)
                .then(|| MaskedValue { value: value.to_string(), placeholder })
        };
        MaskedValues { rows: places.into_iter().filter_map(row).take(MOST_KEPT).collect() }
    }

    /// Counts on from the placeholders that stand in a text already: theirs are other values.
    pub(super) fn count_on_from(&mut self, text: &str) {
        each_placeholder(text, |kind, number| {
            // Beyond, counting on would lead to numbers too long for a placeholder.
            if number <= HIGHEST {
                self.note_number(kind, number);
            }
        });
    }

    fn note_number(&mut self, kind: Kind, number: usize) {
        if let Some(numbers) = self.numbers.get_mut(kind as usize) {
            numbers.found = number.max(numbers.found);
        }
    }

    /// Writes the placeholder of a value; of whatever kind it was when it was first seen.
    pub(super) fn write_placeholder(&mut self, kind: Kind, value: &str, out: &mut String) {
        let place = self.values.get(value).unwrap_or_else(|| self.add(kind, value));
        if let Some((kind, number)) = self.masked.get(place) {
            write(*kind, *number, out);
        }
    }

    fn add(&mut self, kind: Kind, value: &str) -> usize {
        let place = self.masked.len();
        let numbers = self.numbers.get_mut(kind as usize);
        let number = numbers.map(|numbers| numbers.next(place)).unwrap_or_default();
        self.masked.push((kind, number));
        self.heads.note(value);
        self.values.insert(value, place);
        // A scheme stands before what it vouches with: `Bearer …`.
        if kind == Kind::Credentials
            && let Some((_, token)) = value.rsplit_once(' ')
        {
            self.heads.note(token);
            if self.values.get(token).is_none() {
                self.values.insert(token, place);
            }
        }
        place
    }

    /// Notes a text that is encoded in the text, so that its placeholders are counted.
    pub(super) fn note(&mut self, inside: &str) {
        self.inside.push_str(inside);
        self.inside.push('\n');
    }

    /// Notes that nothing in a text which is encoded in others has to be masked.
    pub(super) fn note_read(&mut self, encoded: &str, depth: usize) {
        self.read.insert(encoded, depth);
    }

    /// The texts that were noted so.
    pub(super) const fn read(&self) -> &Values {
        &self.read
    }

    /// Whether no value is known.
    pub(super) const fn is_empty(&self) -> bool {
        self.values.len() == 0
    }

    /// Whether a value that was masked begins as a text does.
    pub(super) fn can_begin(&self, text: &str) -> bool {
        self.heads.has(text)
    }

    /// Of what kind a value is that was masked somewhere.
    pub(super) fn kind(&self, value: &str) -> Option<Kind> {
        let place = self.values.get(value)?;
        self.masked.get(place).map(|(kind, _)| *kind)
    }

    /// The place of a placeholder; of those that share one, the first.
    fn place(&self, kind: Kind, number: usize) -> Option<usize> {
        let own = self.numbers.get(kind as usize).and_then(|numbers| numbers.place(number));
        own.or_else(|| self.given.get(&written(kind, number)))
    }

    /// The list for the reader; a value that a wider one swallowed later is left out.
    pub(super) fn listed(&self, text: &str) -> Vec<Masked> {
        let mut counts = alloc::vec![0usize; self.masked.len()];
        for text in [text, &self.inside] {
            each_placeholder(text, |kind, number| {
                if let Some(place) = self.place(kind, number)
                    && let Some(count) = counts.get_mut(place)
                {
                    *count = count.saturating_add(1);
                }
            });
        }
        let row = |&(kind, number): &(Kind, usize)| {
            let count = *counts.get(self.place(kind, number)?)?;
            let placeholder = || written(kind, number);
            (count > 0).then(|| Masked {
                kind: kind.id(),
                placeholder: placeholder(),
                count,
                reason: kind.reason(),
            })
        };
        self.masked.iter().filter_map(row).collect()
    }
}

/// A placeholder as it stands in a text.
fn written(kind: Kind, number: usize) -> String {
    let mut placeholder = String::new();
    write(kind, number, &mut placeholder);
    placeholder
}

fn write(kind: Kind, number: usize, out: &mut String) {
    out.push('[');
    out.push_str(kind.placeholder());
    out.push('-');
    // Tens of thousands of them are written; a formatter takes several times as long.
    let mut unit = 1usize;
    while number / unit >= 10 {
        unit = unit.saturating_mul(10);
    }
    while unit > 0 {
        let digit = u8::try_from(number / unit % 10).unwrap_or_default();
        out.push(char::from(b'0'.saturating_add(digit)));
        unit /= 10;
    }
    out.push(']');
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
    Some((found.end, Kind::of_placeholder(found.sort)?, found.number))
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
        let mut given = String::new();
        masks.count_on_from("[TOKEN-7] and [PERSON-2]");
        masks.write_placeholder(Kind::Token, "made up", &mut given);
        masks.write_placeholder(Kind::Email, "other", &mut given);
        masks.write_placeholder(Kind::Person, "made up", &mut given);
        assert_eq!(given, "[TOKEN-8][EMAIL-1][TOKEN-8]");
    }
}
