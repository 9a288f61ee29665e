//! The catalogue: what is known of every code, and finding it again.
//!
//! `model` is how the files are written, `lint` what they have to keep, `resolve` (run by the build
//! script) the way from there to [`Entry`], `pack` its form in the library; `lookup` answers for a number. No text that somebody pasted comes here.

pub mod entry;
pub mod lint;
pub mod lookup;
pub mod model;
#[expect(dead_code, reason = "the build script writes with it")]
pub(crate) mod pack;
#[cfg_attr(not(test), expect(dead_code, reason = "the build script writes with it"))]
pub(crate) mod packed_file;

use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::OnceLock;

pub use entry::{
    Actor, Basis, Carries, CodeKind, Condition, Confusion, ContentRule, Entry, ErrorContent,
    ErrorMember, Facts, Group, Message, Outcome, Provenance, Quirk, Registration, Retry, RetryKind,
    Scope, Source, SourceKind, Standard, Tip, Travels, Usage, UsageKind, Vendor, Wire,
};
pub use lookup::{Fallback, FallbackRule, Lookup, Scheme};

use crate::code::Code;
use crate::packed;

/// Vendor id of the HTTP standard, the baseline.
pub const STANDARD: &str = "http";

/// Every vendor, code, group and condition.
#[derive(Debug, Clone)]
pub struct Catalog {
    vendors: Vec<Vendor>,
    entries: Vec<Arc<Entry>>,
    /// Positions in `entries`, sorted by code and then by vendor.
    by_code: Vec<u32>,
    groups: Vec<Arc<Group>>,
    conditions: Vec<Condition>,
}

impl Catalog {
    /// The catalogue that is built in: five vendors and the HTTP standard.
    ///
    /// Unpacked once, at the first call.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::Catalog;
    ///
    /// let names: Vec<&str> = Catalog::builtin().vendors().iter().map(|v| v.name).collect();
    /// assert!(names.contains(&"Updox"));
    /// ```
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Catalog> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            let package = pack::unpack(packed::catalog());
            Self {
                vendors: package.vendors,
                entries: package.entries.into_iter().map(Arc::new).collect(),
                by_code: package.by_code,
                groups: package.groups.into_iter().map(Arc::new).collect(),
                conditions: package.conditions,
            }
        })
    }

    /// The vendors as they are listed; the standard comes last.
    pub fn vendors(&self) -> &[Vendor] {
        &self.vendors
    }

    /// The vendor of an id, a name or a nickname, whatever the capitals.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::Catalog;
    ///
    /// assert_eq!(Catalog::builtin().vendor("HHA").map(|v| v.id), Some("hhaexchange"));
    /// ```
    pub fn vendor(&self, name: &str) -> Option<&Vendor> {
        let name = name.trim();
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        self.vendors.iter().find(|vendor| {
            same(vendor.id)
                || same(vendor.name)
                || vendor.nicknames.iter().any(|nickname| same(nickname))
        })
    }

    /// Every entry: vendors as they are listed, codes rising.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The entry of an id such as `updox/4071`.
    pub fn entry(&self, id: &str) -> Option<&Arc<Entry>> {
        let (vendor, code) = id.split_once('/')?;
        self.entry_of(vendor, Code::parse(code)?)
    }

    /// The entry of one vendor's code; `vendor` is an id.
    pub fn entry_of(&self, vendor: &str, code: Code) -> Option<&Arc<Entry>> {
        self.entries_with(code).find(|entry| entry.vendor == vendor)
    }

    /// Every entry of a number: vendors as they are listed, the standard last.
    pub fn entries_with(&self, code: Code) -> impl Iterator<Item = &Arc<Entry>> {
        let code_at = |position: &u32| {
            usize::try_from(*position)
                .ok()
                .and_then(|index| self.entries.get(index))
                .map(|entry| entry.code)
        };
        let first = self.by_code.partition_point(|position| code_at(position) < Some(code));
        self.by_code
            .get(first..)
            .unwrap_or_default()
            .iter()
            .filter_map(|position| {
                usize::try_from(*position).ok().and_then(|index| self.entries.get(index))
            })
            .take_while(move |entry| entry.code == code)
    }

    /// Every documented range and group, and every number family.
    pub fn groups(&self) -> &[Arc<Group>] {
        &self.groups
    }

    /// The vendor-neutral vocabulary, sorted by id.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The condition of an id.
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == id)
    }
}
