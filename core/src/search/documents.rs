//! Which texts of an entry are looked through, and what a word in each is worth.

use alloc::vec::Vec;

use super::index::Part;
use crate::catalog::entry::{Condition, Entry};

/// The texts of an entry by part, for the build script; `synonyms` are those of its condition and of the entry itself.
#[allow(dead_code, reason = "the build script indexes with it")]
pub(crate) fn texts<'t>(
    entry: &'t Entry,
    condition: Option<&'t Condition>,
    synonyms: impl Iterator<Item = &'t str>,
) -> impl Iterator<Item = (Part, &'t str)> {
    let wording = wordings(entry).map(|(_, text)| (Part::Wording, text));
    let synonyms = condition.map(|condition| condition.name).into_iter().chain(synonyms);
    let elsewhere = [entry.group, entry.section, entry.carries.content, Some(entry.explanation)];
    let elsewhere = elsewhere.into_iter().flatten().chain(entry.causes.iter().copied());
    wording
        .chain(synonyms.map(|text| (Part::Synonym, text)))
        .chain([(Part::Summary, entry.summary)])
        .chain(elsewhere.map(|text| (Part::Elsewhere, text)))
}

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
