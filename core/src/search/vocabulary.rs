//! What is searched: the index that the build script made, and the words that say nothing.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::contents::Contents;
use super::index::Index;
use crate::catalog::pack::unpack_alone;
use crate::packed;

/// The index of the built-in catalogue with its fillers.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) index: Index,
    pub(super) fillers: Vec<&'static str>,
}

impl Vocabulary {
    /// Read once, at the first search.
    pub(super) fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Vocabulary> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            let contents: Contents = unpack_alone(packed::index());
            Self { index: Index::new(contents.index), fillers: contents.fillers }
        })
    }
}
