//! The layers of the decoder one by one, for fuzzing; no part of the interface, and absent unless the
//! feature `fuzzing` is on.
//!
//! Each function takes any text and asserts what has to hold for every text.

use alloc::vec::Vec;

use crate::decode::{Unwrapped, fuzzed};
use crate::{
    Catalog, DecodeOptions, Decoding, RedactOptions, SearchOptions, Span, decode, redact_with,
    search,
};

/// Decoding as a whole: spans lie in the text, each prefix rule holds, the answer can be counted in UTF-16.
///
/// # Panics
///
/// Where an invariant is broken: that is the finding.
pub fn decoding(text: &str) {
    let catalog = Catalog::builtin();
    let decoding = decode(catalog, text, &DecodeOptions::default());
    for span in spans(&decoding) {
        assert!(span.text(text).is_some(), "{span:?} does not lie in the text");
    }
    let _converted = decoding.with_utf16_spans(text);
}

/// Decoding for each vendor that a caller may have chosen.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn chosen_vendor(text: &str) {
    let catalog = Catalog::builtin();
    for vendor in catalog.vendors() {
        let options = DecodeOptions { vendor: Some(vendor.id.into()), ..DecodeOptions::default() };
        for span in spans(&decode(catalog, text, &options)) {
            assert!(span.text(text).is_some(), "{span:?} does not lie in the text");
        }
    }
}

/// Unwrapping: every character leads back to a place in the text.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn unwrapping(text: &str) {
    let mut notices = Vec::new();
    let Unwrapped { text: unwrapped, origin, .. } = fuzzed::unwrap(text, &mut notices);
    for (at, character) in unwrapped.char_indices() {
        let span = origin.span(at, at.saturating_add(character.len_utf8()));
        assert!(span.text(text).is_some(), "{span:?} does not lie in the text");
    }
}

/// The carriers: every piece leads back into the text.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn carriers(text: &str) {
    for span in fuzzed::pieces(text) {
        assert!(span.text(text).is_some(), "{span:?} does not lie in the text");
    }
}

/// The reader of JSON: every value lies in the text.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn json(text: &str) {
    check_ranges(text, fuzzed::json(text));
}

/// The reader of XML: every element lies in the text.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn xml(text: &str) {
    check_ranges(text, fuzzed::xml(text));
}

/// The reader of HL7 v2: every field lies in the text.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn hl7(text: &str) {
    check_ranges(text, fuzzed::hl7(text));
}

/// The reader of web pages: what it finds lies in the text.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn html(text: &str) {
    check_ranges(text, fuzzed::html(text));
}

fn check_ranges(text: &str, ranges: Vec<core::ops::Range<usize>>) {
    for range in ranges {
        assert!(text.get(range.clone()).is_some(), "{range:?} does not lie in the text");
    }
}

/// Redaction: masking what is masked changes nothing, and the codes stay.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn redaction(text: &str) {
    for mask_ids in [false, true] {
        let options = RedactOptions { mask_ids };
        let redacted = redact_with(text, &options);
        let again = redact_with(&redacted.text, &options);
        assert_eq!(again.text, redacted.text, "masking twice changes the text");
    }
}

/// Search: hits within the limit, marks within the fields.
///
/// # Panics
///
/// Where an invariant is broken.
pub fn searching(text: &str) {
    let options = SearchOptions { limit: Some(5), ..SearchOptions::default() };
    let result = search(Catalog::builtin(), text, &options);
    assert!(result.hits.len() <= 5, "more hits than asked for");
}

fn spans(decoding: &Decoding) -> Vec<Span> {
    let mut spans = Vec::new();
    let _same = decoding.clone().with_spans(|span| {
        spans.push(span);
        span
    });
    spans
}
