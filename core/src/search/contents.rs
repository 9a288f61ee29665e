//! Everything that can be searched, as the build script packs it and the library reads it.

use alloc::vec::Vec;

use super::index::{self, Word};
use crate::catalog::pack::{Packed, Reader, Writer, structs};

/// The words that say nothing, and the index.
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
