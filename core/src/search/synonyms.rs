//! `synonyms.json`, and everything that can be searched, as the build script packs it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use super::documents::texts;
use super::index::writer::IndexWriter;
use super::index::{self, Word};
use crate::catalog::entry::{Condition, Entry};
use crate::catalog::pack::{Packed, Reader, Writer, structs};

/// `core/catalog/synonyms.json`: what people say for what the catalogue says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SynonymsFile {
    /// Words that say nothing of their own.
    fillers: Vec<String>,
    /// For a condition what people say for it.
    conditions: BTreeMap<String, Vec<String>>,
    /// For an entry what people say for it alone.
    entries: BTreeMap<String, Vec<String>>,
}

/// What the library reads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) fillers: Vec<&'static str>,
    pub(crate) index: index::Contents,
}

structs! {
    Contents { fillers, index }
    Word { text, rarity, documents, postings }
}

impl Packed for index::Contents {
    fn unpack(reader: &mut Reader) -> Self {
        Self {
            documents: Packed::unpack(reader),
            codes: Vec::<u32>::unpack(reader).into_iter().zip(Vec::<u32>::unpack(reader)).collect(),
            words: Packed::unpack(reader),
            wording_ends: Packed::unpack(reader),
            wordings: Packed::unpack(reader),
        }
    }

    fn pack(&self, writer: &mut Writer) {
        self.documents.pack(writer);
        let (codes, documents): (Vec<u32>, Vec<u32>) = self.codes.iter().copied().unzip();
        codes.pack(writer);
        documents.pack(writer);
        self.words.pack(writer);
        self.wording_ends.pack(writer);
        self.wordings.pack(writer);
    }
}

/// What is wrong with the file: names of conditions and entries that do not exist, words not in lower case.
pub(crate) fn problems(
    file: &SynonymsFile,
    entries: &[Entry],
    conditions: &[Condition],
) -> Vec<String> {
    let unknown_conditions = file
        .conditions
        .keys()
        .filter(|id| !conditions.iter().any(|condition| condition.id == id.as_str()));
    let unknown_entries =
        file.entries.keys().filter(|id| !entries.iter().any(|entry| entry.id == id.as_str()));
    let unknown = unknown_conditions
        .map(|id| format!("/conditions/{id}: there is no such condition"))
        .chain(unknown_entries.map(|id| format!("/entries/{id}: there is no such entry")));
    let said = file.conditions.values().chain(file.entries.values()).flatten().chain(&file.fillers);
    let capitals = said
        .filter(|said| said.trim().is_empty() || said.to_ascii_lowercase() != **said)
        .map(|said| format!("{said:?}: words are written in lower case"));
    unknown.chain(capitals).collect()
}

/// Everything that can be searched; documents are positions in `entries`.
pub(crate) fn vocabulary(
    file: SynonymsFile,
    entries: &[Entry],
    conditions: &[Condition],
) -> Contents {
    let mut writer = IndexWriter::default();
    for entry in entries {
        let condition = conditions.iter().find(|condition| condition.id == entry.condition);
        let of_condition = file.conditions.get(entry.condition).into_iter().flatten();
        let of_entry = file.entries.get(entry.id).into_iter().flatten();
        let synonyms = of_condition.chain(of_entry).map(String::as_str);
        writer.add(entry.code.number(), texts(entry, condition, synonyms));
    }
    let fillers = file.fillers.into_iter().map(|filler| &*filler.leak()).collect();
    Contents { fillers, index: writer.finish() }
}
