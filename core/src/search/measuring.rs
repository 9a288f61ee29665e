//! The search over any records, for measuring; no part of the interface, and absent unless the feature
//! `measuring` is on.

use alloc::vec::Vec;

use super::find::{Asked, Standing, find};
use super::index::{Index, Part};
use super::query::Query;
use super::vocabulary::Vocabulary;
use super::writer::IndexWriter;
use crate::catalog::{Catalog, SourceKind};

/// A record with its number, its message and the sentence on it.
#[derive(Debug)]
pub struct Record<'t> {
    /// The number.
    pub code: u32,
    /// What the vendor writes.
    pub message: &'t str,
    /// One sentence on it.
    pub summary: &'t str,
}

/// An index of records.
#[derive(Debug)]
pub struct Engine {
    index: Index,
}

impl Engine {
    /// Indexes records.
    pub fn new<'t>(records: impl Iterator<Item = Record<'t>>) -> Self {
        let mut writer = IndexWriter::default();
        for record in records {
            let texts = [(Part::Wording, record.message), (Part::Summary, record.summary)];
            writer.add(record.code, texts.into_iter());
        }
        Self { index: Index::new(writer.finish()) }
    }

    /// The positions of the records that a query means, the best first, as `search` would rank them.
    pub fn find(&self, query: &str, limit: usize) -> Vec<u32> {
        let query = Query::read(Catalog::builtin(), &Vocabulary::builtin().fillers, query);
        let asked = Asked {
            codes: &query.codes,
            ranges: &query.ranges,
            words: &query.words,
            wanted: &|_| true,
            standing: &|_| Standing { is_behind: false, source: SourceKind::VendorPage },
            limit,
        };
        find(&self.index, &asked).hits.into_iter().map(|(_, document)| document).collect()
    }
}
