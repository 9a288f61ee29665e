//! The texts of an entry that words are marked in.

use alloc::vec::Vec;

use crate::catalog::entry::Entry;

/// What the vendor writes: the names of the fields and their texts.
pub(crate) fn wordings(entry: &Entry) -> impl Iterator<Item = (Field, &'static str)> {
    let wire = &entry.wire;
    let named = [
        (Field::Phrase, wire.phrase),
        (Field::Message, wire.message),
        (Field::Result, wire.result),
    ];
    let aliases: Vec<(Field, &'static str)> =
        wire.aliases.iter().enumerate().map(|(n, alias)| (Field::Alias(n), *alias)).collect();
    named.into_iter().filter_map(|(name, text)| text.map(|text| (name, text))).chain(aliases)
}

/// A field of an entry that a mark can lie in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Phrase,
    Message,
    Result,
    Alias(usize),
    Summary,
}

impl core::fmt::Display for Field {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Phrase => formatter.write_str("wire.phrase"),
            Self::Message => formatter.write_str("wire.message"),
            Self::Result => formatter.write_str("wire.result"),
            Self::Alias(number) => write!(formatter, "wire.aliases.{number}"),
            Self::Summary => formatter.write_str("summary"),
        }
    }
}
