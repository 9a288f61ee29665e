//! The index: which words stand in which documents, made by the build script and read as it is.
//!
//! It knows documents as numbers and words as text; what a document is, its caller knows.

pub(crate) mod spelling;
pub(crate) mod stem;

use alloc::vec::Vec;

use spelling::Spellings;

/// Position of a document.
pub(crate) type DocumentId = u32;
/// Position of a word in the list of all words.
pub(crate) type WordId = u32;

/// Stands in a wording where a message has a value of its own, such as `'{user}'`.
pub(crate) const BLANK: WordId = WordId::MAX;

/// Which part of a document a word stands in; the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// What the vendor writes: phrase, message, result.
    Wording,
    /// Words that mean the same.
    Synonym,
    /// The one sentence on it.
    Summary,
    /// Everything else.
    Elsewhere,
}

impl Part {
    /// The parts by their numbers in the postings.
    pub(crate) const ALL: [Self; 4] =
        [Self::Wording, Self::Synonym, Self::Summary, Self::Elsewhere];
}

/// A word, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: &'static str,
    /// How much the word tells: 0 where it is everywhere, up to 255.
    pub(crate) rarity: u8,
    /// In how many documents it stands.
    pub(crate) documents: u32,
    /// For each document its distance from the one before, times four, plus the number of the best part.
    pub(crate) postings: &'static [u8],
}

/// What is packed of an index; the rest follows from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Contents {
    /// How many documents there are.
    pub(crate) documents: u32,
    /// Numbers and the documents that they name, rising.
    pub(crate) codes: Vec<(u32, DocumentId)>,
    /// Sorted by text.
    pub(crate) words: Vec<Word>,
    /// For each document the end of its wordings in `wordings`.
    pub(crate) wording_ends: Vec<u32>,
    /// Each wording as its part, its length and its words.
    pub(crate) wordings: Vec<u32>,
}

/// A readable index.
#[derive(Debug)]
pub(crate) struct Index {
    contents: Contents,
    spellings: Spellings,
}

impl Index {
    /// Makes an index readable: one pass over its words.
    pub(crate) fn new(contents: Contents) -> Self {
        let spellings = Spellings::new(contents.words.iter().map(|word| word.text));
        Self { contents, spellings }
    }

    /// How many documents there are.
    pub(crate) fn documents(&self) -> usize {
        usize::try_from(self.contents.documents).unwrap_or_default()
    }

    /// The words, sorted.
    pub(crate) fn word(&self, id: WordId) -> Option<&Word> {
        self.contents.words.get(usize::try_from(id).ok()?)
    }

    /// The word that is spelt exactly so.
    pub(crate) fn find(&self, text: &str) -> Option<WordId> {
        let at = self.contents.words.binary_search_by(|word| word.text.cmp(text)).ok()?;
        WordId::try_from(at).ok()
    }

    /// The words that begin so, sorted.
    pub(crate) fn starting_with(&self, start: &str) -> impl Iterator<Item = (WordId, &Word)> {
        let first = self.contents.words.partition_point(|word| word.text < start);
        let words = self.contents.words.get(first..).unwrap_or_default();
        let ids = WordId::try_from(first).unwrap_or(WordId::MAX)..;
        ids.zip(words).take_while(move |(_, word)| word.text.starts_with(start))
    }

    /// The words that are spelt nearly so, with the number of letters that differ.
    pub(crate) fn nearly(&self, text: &str, edits: usize) -> Vec<(WordId, usize)> {
        let spelt = |id: WordId| self.word(id).map_or("", |word| word.text);
        self.spellings.nearly(text, edits, &spelt)
    }

    /// The documents of the numbers from `first` to `last`, by number.
    pub(crate) fn coded(
        &self,
        first: u32,
        last: u32,
    ) -> impl Iterator<Item = (u32, DocumentId)> + use<'_> {
        let codes = &self.contents.codes;
        let from = codes.partition_point(|(code, _)| *code < first);
        codes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .copied()
            .take_while(move |(code, _)| *code <= last)
    }

    /// The wordings of a document: their part and their words.
    pub(crate) fn wordings(&self, document: DocumentId) -> Wordings<'_> {
        let ends = &self.contents.wording_ends;
        let end_of = |document: Option<usize>| {
            let end = document.and_then(|document| ends.get(document)).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or_default()
        };
        let document = usize::try_from(document).ok();
        let start = end_of(document.and_then(|document| document.checked_sub(1)));
        let rest = self.contents.wordings.get(start..end_of(document)).unwrap_or_default();
        Wordings { rest }
    }
}

impl Word {
    /// The documents that have the word, rising, and the best part of each that it stands in.
    pub(crate) fn postings(&self) -> Postings {
        Postings { rest: self.postings, document: 0 }
    }
}

/// See [`Word::postings`].
#[derive(Debug)]
pub(crate) struct Postings {
    rest: &'static [u8],
    document: DocumentId,
}

impl Iterator for Postings {
    type Item = (DocumentId, Part);

    fn next(&mut self) -> Option<Self::Item> {
        let mut number = 0u32;
        let mut shift = 0u32;
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
            if *byte < 0x80 {
                break;
            }
            shift = shift.saturating_add(7);
        }
        self.document = self.document.saturating_add(number >> 2);
        let part = usize::try_from(number & 3).ok().and_then(|at| Part::ALL.get(at));
        let part = part.copied().unwrap_or(Part::Elsewhere);
        Some((self.document, part))
    }
}

/// See [`Index::wordings`].
#[derive(Debug)]
pub(crate) struct Wordings<'i> {
    rest: &'i [u32],
}

impl<'i> Iterator for Wordings<'i> {
    type Item = (Part, &'i [WordId]);

    fn next(&mut self) -> Option<Self::Item> {
        let ([part, length], rest) = self.rest.split_first_chunk()?;
        let (words, rest) = rest.split_at_checked(usize::try_from(*length).ok()?)?;
        self.rest = rest;
        let part = if *part == 0 { Part::Wording } else { Part::Synonym };
        Some((part, words))
    }
}
