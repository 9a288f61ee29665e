//! What a pasted text says, the places to mark in it, and what a copy would mask.

use std::rc::Rc;

use respondex_core::decode::Decoding;

use super::segments::{Mark, marks};
use super::transfer::{MaskedText, Parcel};

/// Everything that the decode page shows of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it says.
    pub decoding: Decoding,
    /// The places to mark.
    pub marks: Rc<Vec<Mark>>,
    /// The text with secrets and personal data masked.
    pub masked: Rc<MaskedText>,
}

impl Reading {
    /// What the reader sent of a text.
    pub fn of(parcel: Parcel) -> Self {
        let Parcel { decoding, masked } = parcel;
        let marks = Rc::new(marks(&decoding));
        Self { decoding, marks, masked: Rc::new(masked) }
    }
}
