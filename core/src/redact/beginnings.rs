//! What can begin at a place, told by its first two bytes: of all that is looked for at every word of a text,
//! most cannot begin there and is not asked.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::rules::introductions;
use super::rules::phrases::{LOGINS, PHRASES, SPOKEN};
use super::shape::SHAPES;
use super::text::Text;
use super::{sign_in, sql};

/// How a thing that is looked for begins.
#[derive(Debug, Clone, Copy)]
pub(super) enum Begins {
    /// With one of some words, whatever their capitals.
    Word(fn() -> Vec<&'static str>),
    /// With one of some bytes.
    Byte(fn(u8) -> bool),
}

/// What can begin at a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beginnings(u32);

/// The bits of what is no shape; a shape's bit is its place in its table.
const PHRASE: u32 = 1 << 31;
const SPOKEN_WORD: u32 = 1 << 30;
const LOGIN: u32 = 1 << 29;
const INSERT: u32 = 1 << 28;
const INTRODUCTION: u32 = 1 << 27;
const SIGN_IN: u32 = 1 << 26;

/// The bits of shapes.
const SHAPE: u32 = (1 << 26) - 1;

/// Bytes are told apart up to here, and seconds by their last five bits, in which capitals are alike.
const FIRSTS: u8 = 128;
const SECONDS: u8 = 32;

impl Beginnings {
    pub(super) fn at(text: Text<'_>, at: usize) -> Self {
        let first = text.byte(at).unwrap_or_default();
        let second = text.byte(at.saturating_add(1)).unwrap_or_default();
        Self(table().get(index(first, second)).copied().unwrap_or_default())
    }

    /// The shapes that can, by their places in the table.
    pub(super) fn shapes(self) -> impl Iterator<Item = usize> {
        let mut left = self.0 & SHAPE;
        core::iter::from_fn(move || {
            let place = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (place < u32::BITS).then(|| usize::try_from(place).ok()).flatten()
        })
    }

    pub(super) const fn is_phrase(self) -> bool {
        self.0 & PHRASE != 0
    }

    pub(super) const fn is_spoken(self) -> bool {
        self.0 & SPOKEN_WORD != 0
    }

    pub(super) const fn is_login(self) -> bool {
        self.0 & LOGIN != 0
    }

    pub(super) const fn is_introduction(self) -> bool {
        self.0 & INTRODUCTION != 0
    }

    pub(super) const fn is_sign_in(self) -> bool {
        self.0 & SIGN_IN != 0
    }

    pub(super) const fn is_insert(self) -> bool {
        self.0 & INSERT != 0
    }
}

fn index(first: u8, second: u8) -> usize {
    usize::from(first)
        .saturating_mul(usize::from(SECONDS))
        .saturating_add(usize::from(second % SECONDS))
}

fn table() -> &'static [u32] {
    static TABLE: OnceLock<Vec<u32>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = alloc::vec![0; usize::from(FIRSTS).saturating_mul(usize::from(SECONDS))];
        let mut note = |first: u8, second: u8, bit: u32| {
            if let Some(bits) = table.get_mut(index(first, second)) {
                *bits |= bit;
            }
        };
        for (place, shape) in SHAPES.iter().enumerate() {
            let bit = 1 << place;
            match shape.begins {
                Begins::Word(words) => {
                    for word in words() {
                        note_word(word, bit, &mut note);
                    }
                }
                Begins::Byte(is_one) => {
                    for first in (0..FIRSTS).filter(|byte| is_one(*byte)) {
                        for second in 0..SECONDS {
                            note(first, second, bit);
                        }
                    }
                }
            }
        }
        for phrase in PHRASES {
            note_word(phrase.words, PHRASE, &mut note);
        }
        for (words, _) in SPOKEN {
            note_word(words, SPOKEN_WORD, &mut note);
        }
        for word in LOGINS {
            note_word(word, LOGIN, &mut note);
        }
        for words in [sql::INTO, sql::COPY] {
            note_word(words, INSERT, &mut note);
        }
        for word in introductions::words() {
            note_word(word, INTRODUCTION, &mut note);
        }
        for words in sign_in::VERBS.iter().chain(&[sign_in::PROMPT]) {
            note_word(words, SIGN_IN, &mut note);
        }
        table
    })
}

fn note_word(word: &str, bit: u32, note: &mut impl FnMut(u8, u8, u32)) {
    if let [first, second, ..] = word.as_bytes() {
        note(first.to_ascii_lowercase(), *second, bit);
        note(first.to_ascii_uppercase(), *second, bit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_so_is_asked_and_little_else() {
        let at = |text| Beginnings::at(Text(text), 0);
        assert!(at("Password is").is_spoken());
        assert!(at("violated by 'x'").is_phrase());
        assert!(at("LOGIN").is_login());
        assert_eq!(at("status").0, at("stop").0);
        assert!(!at("status").is_spoken());
        assert!(!at("é").is_phrase());
        assert!(SHAPES.len() < 26, "a bit for each");
    }
}
