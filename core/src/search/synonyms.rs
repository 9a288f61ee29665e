//! `synonyms.json`, and the index of everything that can be searched. A part of the build script only.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use super::contents::Contents;
use super::documents::wordings;
use super::index::Part;
use super::writer::IndexWriter;
use crate::catalog::entry::{Condition, Entry};

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

/// The texts of an entry by part; `synonyms` are those of its condition and of the entry itself.
fn texts<'t>(
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
