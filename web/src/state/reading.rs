//! What a pasted text says, the places to mark in it, and what a copy would mask.

use std::rc::Rc;

use respondex_core::decode::Decoding;
use respondex_core::{MaskedValues, Redaction};

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
    /// What was masked, to mask it in copies as well.
    pub values: Rc<MaskedValues>,
}

impl Reading {
    /// What the reader sent of a text.
    pub fn of(parcel: Parcel) -> Self {
        let Parcel { decoding, redaction, values } = parcel;
        let marks = Rc::new(marks(&decoding));
        Self { decoding, marks, redaction, values: Rc::new(values) }
    }
}
