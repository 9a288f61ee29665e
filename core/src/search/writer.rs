//! Writes an index. A part of the build script; of the library only where it is measured.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::index::{BLANK, Contents, DocumentId, Part, Word, WordId};
use crate::word;

/// Words of a wording that are kept.
const MAX_WORDING: usize = 64;

/// Takes documents one after the other.
#[derive(Debug, Default)]
pub(crate) struct IndexWriter {
    documents: u32,
    codes: Vec<(u32, DocumentId)>,
    /// For each word the documents that it stands in.
    words: BTreeMap<String, Listed>,
    /// The wordings with words by the order in which they were first met.
    wordings: Vec<u32>,
    wording_ends: Vec<u32>,
}

#[derive(Debug)]
struct Listed {
    /// The how-manieth word it is.
    met: WordId,
    postings: Vec<(DocumentId, Part)>,
}

impl IndexWriter {
    /// Adds a document with its number and its texts.
    pub(crate) fn add<'t>(&mut self, code: u32, texts: impl Iterator<Item = (Part, &'t str)>) {
        let document = self.documents;
        self.codes.push((code, document));
        for (part, text) in texts {
            self.add_text(document, part, text);
        }
        self.wording_ends.push(u32::try_from(self.wordings.len()).unwrap_or(u32::MAX));
        self.documents = self.documents.saturating_add(1);
    }

    fn add_text(&mut self, document: DocumentId, part: Part, text: &str) {
        let mut wording = Vec::new();
        for text in words_and_blanks(text) {
            let Some(text) = text else {
                if wording.last() != Some(&BLANK) {
                    wording.push(BLANK);
                }
                continue;
            };
            let next = WordId::try_from(self.words.len()).unwrap_or(BLANK);
            let listed = self
                .words
                .entry(text)
                .or_insert_with(|| Listed { met: next, postings: Vec::new() });
            wording.push(listed.met);
            match listed.postings.last_mut() {
                Some((last, best)) if *last == document => *best = part.min(*best),
                _ => listed.postings.push((document, part)),
            }
        }
        if matches!(part, Part::Wording | Part::Synonym)
            && !wording.is_empty()
            && wording.len() <= MAX_WORDING
        {
            self.wordings.push(u32::from(part != Part::Wording));
            self.wordings.push(u32::try_from(wording.len()).unwrap_or_default());
            self.wordings.extend(wording);
        }
    }

    /// The index of everything that was added.
    pub(crate) fn finish(mut self) -> Contents {
        self.codes.sort_unstable();
        let mut ids = alloc::vec![BLANK; self.words.len()];
        for (id, listed) in (0..).zip(self.words.values()) {
            if let Some(place) = usize::try_from(listed.met).ok().and_then(|met| ids.get_mut(met)) {
                *place = id;
            }
        }
        let mut rest = self.wordings.as_mut_slice();
        while let Some(([_, length], words)) = rest.split_first_chunk_mut() {
            let length = usize::try_from(*length).unwrap_or_default().min(words.len());
            let (words, after) = words.split_at_mut(length);
            for word in words {
                let met = usize::try_from(*word).ok();
                *word = met.and_then(|met| ids.get(met)).copied().unwrap_or(BLANK);
            }
            rest = after;
        }
        let documents = self.documents;
        let words =
            self.words.into_iter().map(|(text, listed)| packed(text, &listed.postings, documents));
        Contents {
            documents,
            codes: self.codes,
            words: words.collect(),
            wording_ends: self.wording_ends,
            wordings: self.wordings,
        }
    }
}

fn packed(text: String, postings: &[(DocumentId, Part)], documents: u32) -> Word {
    let mut bytes = Vec::new();
    let mut before = 0;
    for (document, part) in postings {
        let part = Part::ALL.iter().position(|other| other == part).unwrap_or_default();
        let part = u32::try_from(part).unwrap_or_default();
        let mut number = document.saturating_sub(before).saturating_mul(4).saturating_add(part);
        before = *document;
        while number >= 0x80 {
            bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        bytes.push(number.to_le_bytes()[0]);
    }
    let count = u32::try_from(postings.len()).unwrap_or(u32::MAX);
    // Texts live as long as the program, like those of the catalogue.
    Word {
        text: text.leak(),
        rarity: rarity(documents, count),
        documents: count,
        postings: bytes.leak(),
    }
}

/// Fifteen for each time that the documents can be halved before only those with the word are left.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "a logarithm, between 0 and 255"
)]
fn rarity(documents: u32, with_word: u32) -> u8 {
    let share = f64::from(documents) / f64::from(with_word.max(1));
    (15.0 * share.ln_1p() / core::f64::consts::LN_2).clamp(0.0, 255.0) as u8
}

/// The words of a text in lower case; nothing where a value is left open: `{user}`, `<id>`.
fn words_and_blanks(text: &str) -> impl Iterator<Item = Option<String>> {
    let lower = word::lower(text);
    let mut found = Vec::new();
    let mut rest = lower.as_str();
    while let Some(start) = rest.find(['{', '<']) {
        let (before, after) = rest.split_at(start);
        let close = if after.starts_with('{') { '}' } else { '>' };
        let Some(end) = after.find(close) else { break };
        found.extend(word::words(before).map(|word| Some(String::from(word))));
        found.push(None);
        rest = after.get(end.saturating_add(1)..).unwrap_or_default();
    }
    found.extend(word::words(rest).map(|word| Some(String::from(word))));
    found.into_iter()
}
