//! How vendors differ on a code, and from the standard.
//!
//! Four views: `by_code` takes one number, `by_condition` one meaning, `by_vendor` puts vendors side by
//! side and says what changes on the way from one to another, `matrix` has all codes. `equivalence` finds what
//! means nearly the same, `aspect` holds what is compared, `deviation` the rules that vendors break,
//! `summary` the sentences. Each view can be had as a `table`, which `export` writes down. Everything is
//! computed from the catalogue.

mod aspect;
mod by_code;
mod by_condition;
mod by_vendor;
mod deviation;
mod equivalence;
mod export;
mod matrix;
mod migration;
mod summary;
mod table;
mod wording;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

pub use aspect::{ASPECTS, Aspect};
pub use by_code::compare;
pub use by_condition::{ConditionColumn, ConditionComparison, compare_condition};
pub use by_vendor::{VendorComparison, VendorRow, VendorsOptions, compare_vendors};
pub use deviation::{Against, Deviation, Rule, all_deviations, deviations, rules};
pub use matrix::{Grouping, Matrix, MatrixGroup, MatrixOptions, MatrixRow, matrix};
pub use migration::{Action, Migration, MigrationStep};
pub use table::{Cell, Table, TableRow};

use crate::catalog::{Catalog, Entry, STANDARD, Vendor};
use crate::code::Code;

/// One code across vendors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The number.
    pub code: Code,
    /// Its meaning in the registry.
    pub standard: Option<Arc<Entry>>,
    /// What matters: whether trying again helps, who acts, who lists it and what it means there.
    pub summary: String,
    /// Where vendors deviate from the standard or from their own pages.
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
    /// How many more there are; [`compare_condition`] has all.
    pub further: usize,
    /// Aspects in which the entry differs from the standard: ids of [`ASPECTS`].
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

impl Equivalence {
    /// The value as it stands in data: `narrower`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Narrower => "narrower",
            Self::Broader => "broader",
            Self::Nearest => "nearest",
        }
    }
}

/// How to compare.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompareOptions {
    /// Only these vendors, by id, name or nickname; empty means all.
    pub vendors: Vec<String>,
}

/// A code in few words, for views of many codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Brief {
    /// Entry id: `updox/4071`.
    pub id: &'static str,
    /// The number.
    pub code: Code,
    /// The vendor's wording, exact to the letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<&'static str>,
    /// Condition id.
    pub condition: &'static str,
    /// How such a response ends.
    pub outcome: crate::catalog::Outcome,
    /// Who must act.
    pub actor: crate::catalog::Actor,
    /// When to try again.
    pub retry: crate::catalog::Retry,
    /// Names of the rules that it breaks.
    pub deviations: Vec<&'static str>,
}

impl Brief {
    fn of(catalog: &Catalog, entry: &Entry) -> Self {
        let mut broken = Vec::new();
        for deviation in deviations(catalog, entry.vendor, entry.code) {
            broken.push(deviation.rule);
        }
        Self {
            id: entry.id,
            code: entry.code,
            wording: entry.worded().map(|(_, wording)| wording),
            condition: entry.condition,
            outcome: entry.outcome,
            actor: entry.actor,
            retry: entry.retry.clone(),
            deviations: broken,
        }
    }
}

/// The vendors of these ids, names or nicknames as they are listed, without the standard; all where none is named.
fn chosen_vendors<'a>(catalog: &'a Catalog, names: &[String]) -> Vec<&'a Vendor> {
    let mut vendors = Vec::new();
    for vendor in catalog.vendors().iter().filter(|vendor| vendor.id != STANDARD) {
        let is_named = |name: &String| catalog.vendor(name).is_some_and(|it| it.id == vendor.id);
        if names.is_empty() || names.iter().any(is_named) {
            vendors.push(vendor);
        }
    }
    vendors
}

/// Name of a vendor.
fn name_of(catalog: &Catalog, id: &'static str) -> &'static str {
    catalog.vendors().iter().find(|vendor| vendor.id == id).map_or(id, |vendor| vendor.name)
}
