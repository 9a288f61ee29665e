//! Respondex: what a vendor's response code means, who must act, what to do and when to try again.
//!
//! A catalogue of the response codes of five vendor APIs with the HTTP standard as the baseline, and
//! four questions to ask of it. No input makes any of them fail or panic.
//!
//! ```
//! use respondex_core::{Catalog, Code, SearchOptions, search};
//!
//! let catalog = Catalog::builtin();
//! let found = search(catalog, "4071", &SearchOptions::default());
//! assert_eq!(found.hits[0].entry.id, "updox/4071");
//! assert!(!catalog.lookup(Code::new(4099), None).known);
//! ```

extern crate alloc;

pub mod catalog;
mod code;
pub mod compare;
mod counted;
pub mod decode;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod invisible;
mod json_text;
mod order;
mod packed;
mod placeholder;
pub mod redact;
pub mod search;
mod span;
mod word;

pub use catalog::{
    Actor, Basis, Catalog, Condition, Entry, Fallback, Group, Lookup, Outcome, Provenance, Quirk,
    Retry, RetryKind, STANDARD, Source, SourceKind, Vendor,
};
pub use code::{Code, StatusClass};
pub use compare::{
    CompareOptions, Comparison, ConditionComparison, Deviation, Equivalence, Matrix, MatrixOptions,
    Table, VendorComparison, VendorsOptions, all_deviations, compare, compare_condition,
    compare_vendors, deviations, matrix,
};
pub use counted::{counted, duration};
pub use decode::{DecodeLimits, DecodeOptions, Decoding, decode, decode_with_progress};
pub use json_text::push_json_text;
pub use packed::{PackedDataError, packed_data, use_packed_data};
pub use redact::{
    Masked, MaskedValue, MaskedValues, RedactOptions, Redaction, redact, redact_and_keep,
    redact_beside, redact_with,
};
pub use search::{Hit, SearchOptions, SearchResult, Why, search};
pub use span::{Span, Utf16Offsets};
