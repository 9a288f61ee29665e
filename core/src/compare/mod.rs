//! How vendors differ on a code, and from the standard.

//!
//! `by_code` takes one number, `equivalence` finds what means nearly the same, `deviation` holds the rules
//! of the standard that vendors break. Everything is computed from the catalogue.

mod by_code;
mod deviation;
mod equivalence;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

pub use by_code::compare;

use crate::catalog::Entry;
use crate::code::Code;

/// One code across vendors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The number.
    pub code: Code,
    /// Its meaning in the registry.
    pub standard: Option<Arc<Entry>>,
    /// What matters, in a sentence.
    pub summary: String,
    /// Where vendors deviate from the standard.
    pub deviations: Vec<Deviation>,
    /// One column a vendor.
    pub columns: Vec<Column>,
}

/// One vendor's side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Vendor id.
    pub vendor: &'static str,
    /// The vendor's entry for the number.
    pub entry: Option<Arc<Entry>>,
    /// The vendor's nearest codes by condition, where the number itself is absent or means something else.
    pub nearest: Vec<Nearest>,
    /// Aspects in which the entry differs from the standard.
    pub differs: Vec<&'static str>,
}

/// A code that means nearly the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Nearest {
    /// The entry.
    pub entry: Arc<Entry>,
    /// How near it is.
    pub kind: Equivalence,
}

/// How near two codes are by their conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Equivalence {
    /// The same condition.
    Same,
    /// A special case of it.
    Narrower,
    /// It is a special case of this one.
    Broader,
    /// Close, but neither contains the other.
    Nearest,
}

/// A place where a vendor breaks a rule of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deviation {
    /// Name of the rule.
    pub rule: &'static str,
    /// Vendor id.
    pub vendor: &'static str,
    /// The number.
    pub code: Code,
    /// Section of the standard.
    pub section: &'static str,
    /// What deviates.
    pub reason: String,
    /// What it means for a client.
    pub effect: String,
}

/// How to compare.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompareOptions {
    /// Only these vendors, by id, name or nickname; empty means all.
    pub vendors: Vec<String>,
}
