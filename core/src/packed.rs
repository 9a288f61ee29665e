//! The packed data: the catalogue and the index of its search, in one file that the build script writes.
//!
//! With the feature `embedded`, which is on unless it is turned off, the file is a part of the program. A program
//! without it is handed the file before its first question: two programs on one page then load it once, and a new
//! text in the catalogue leaves their compiled code in the browser's cache.

use alloc::vec::Vec;
use core::fmt;
use std::sync::OnceLock;

use crate::catalog::packed_file::{HEADING, Parts, parts};

#[cfg(feature = "embedded")]
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packed.bin"));
#[cfg(not(feature = "embedded"))]
static EMBEDDED: &[u8] = &[];

static IN_USE: OnceLock<Parts<'static>> = OnceLock::new();

/// Why packed data cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackedDataError {
    /// They are not the packed data of this version, or break off.
    NotOurs,
    /// Others are in use already.
    InUse,
}

impl fmt::Display for PackedDataError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => write!(
                formatter,
                "the packed data do not begin with \"{}\" or break off: take the file of the same build",
                HEADING.trim_end()
            ),
            Self::InUse => formatter.write_str(
                "other packed data are in use: hand them over once, before the first question",
            ),
        }
    }
}

impl core::error::Error for PackedDataError {}

/// The packed data that are built in; nothing in a program without the feature `embedded`.
///
/// For the program that writes the file which [`use_packed_data`] takes.
pub fn packed_data() -> &'static [u8] {
    EMBEDDED
}

/// Hands over the packed data; they are kept until the program ends. For programs without the feature
/// `embedded`, before the first call of anything else: without data, no code is known.
///
/// # Errors
///
/// When they are not the packed data of this version, or others are in use already.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, packed_data, use_packed_data};
///
/// use_packed_data(packed_data().to_vec())?;
/// assert!(Catalog::builtin().entry("updox/4071").is_some());
/// # Ok::<(), respondex_core::PackedDataError>(())
/// ```
pub fn use_packed_data(bytes: Vec<u8>) -> Result<(), PackedDataError> {
    if IN_USE.get().is_some() {
        return Err(PackedDataError::InUse);
    }
    // Looked through before they are kept for good.
    parts(&bytes).ok_or(PackedDataError::NotOurs)?;
    let parts = parts(bytes.leak()).unwrap_or_default();
    IN_USE.set(parts).map_err(|_| PackedDataError::InUse)
}

/// The packed catalogue.
pub(crate) fn catalog() -> &'static [u8] {
    in_use().catalog
}

/// The packed index of the search.
pub(crate) fn index() -> &'static [u8] {
    in_use().index
}

fn in_use() -> Parts<'static> {
    *IN_USE.get_or_init(|| parts(EMBEDDED).unwrap_or_default())
}
