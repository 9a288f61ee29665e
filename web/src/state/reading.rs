//! What a pasted text says, the places to mark in it, and what a copy would mask.

use std::rc::Rc;

use respondex_core::decode::Decoding;
use respondex_core::{Catalog, DecodeOptions, Redaction, decode, redact};

use super::segments::{Mark, marks};
use super::transfer::Parcel;

/// Everything that the decode page shows of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it says.
    pub decoding: Decoding,
    /// The places to mark.
    pub marks: Rc<Vec<Mark>>,
    /// The text with secrets and personal data masked.
    pub redaction: Redaction,
}

impl Reading {
    /// Reads a text.
    pub fn new(text: &str, vendor: Option<&str>) -> Self {
        let options =
            DecodeOptions { vendor: vendor.map(ToOwned::to_owned), ..DecodeOptions::default() };
        let decoding = decode(Catalog::builtin(), text, &options);
        Self::of(Parcel { decoding, redaction: redact(text) })
    }

    /// What was read of a text elsewhere.
    pub fn of(parcel: Parcel) -> Self {
        let Parcel { decoding, redaction } = parcel;
        let marks = Rc::new(marks(&decoding));
        Self { decoding, marks, redaction }
    }
}
