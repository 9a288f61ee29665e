//! Reads any pasted text as one or more responses.

pub mod output;

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Catalog;
pub use output::{
    Advice, Confidence, DecodedResponse, Decoding, DecodingOutcome, Evidence, Fault, Field,
    FieldError, Finding, Http, Notice, NoticeCode, Origin, Record, Rule, VendorGuess, Verdict,
    Weight,
};

/// How to decode.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecodeOptions {
    /// Whose response it is, where the caller knows: an id, a name or a nickname.
    pub vendor: Option<String>,
}

/// Reads a pasted text.
pub fn decode(_catalog: &Catalog, _text: &str, _options: &DecodeOptions) -> Decoding {
    Decoding { outcome: DecodingOutcome::NothingFound, responses: Vec::new(), notices: Vec::new() }
}
