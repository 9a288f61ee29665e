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
mod wordings;

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
pub(crate) use wordings::Wording;
use wordings::Wordings;

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
    /// Ids of the vendors that give HTTP statuses meanings of their own.
    list_statuses: Vec<&'static str>,
    called: Called,
    /// Made when it is first asked for: most answers need none.
    wordings: OnceLock<Wordings>,
}

/// How the vendors' ids, names and nicknames begin, and how long they are: most words can be none of them.
#[derive(Debug, Clone, Copy, Default)]
struct Called {
    /// A bit for the low five of the first byte, which are the same for both cases of a letter.
    initials: u32,
    /// A bit for each length.
    lengths: u64,
}

impl Called {
    fn of(vendors: &[Vendor]) -> Self {
        let names = vendors.iter().flat_map(|vendor| {
            [vendor.id, vendor.name].into_iter().chain(vendor.nicknames.iter().copied())
        });
        names.fold(Self::default(), |all, name| {
            let one = Self::of_word(name);
            Self { initials: all.initials | one.initials, lengths: all.lengths | one.lengths }
        })
    }

    fn of_word(word: &str) -> Self {
        let initials = word.bytes().next().map_or(0, |byte| 1 << (byte & 31));
        Self { initials, lengths: 1 << word.len().min(63) }
    }

    /// Whether a word may be one of them.
    fn may_be(self, word: &str) -> bool {
        let one = Self::of_word(word);
        self.initials & one.initials != 0 && self.lengths & one.lengths != 0
    }
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
            let mut list_statuses: Vec<&'static str> = Vec::new();
            for entry in &package.entries {
                if entry.travels == Travels::StatusLine && !list_statuses.contains(&entry.vendor) {
                    list_statuses.push(entry.vendor);
                }
            }
            Self {
                list_statuses,
                called: Called::of(&package.vendors),
                wordings: OnceLock::new(),
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
        if !self.called.may_be(name) {
            return None;
        }
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        self.vendors.iter().find(|vendor| {
            same(vendor.id)
                || same(vendor.name)
                || vendor.nicknames.iter().any(|nickname| same(nickname))
        })
    }

    /// Whether a word, without blanks around it, may be a vendor's id, name or nickname; most words cannot.
    pub(crate) fn may_name_vendor(&self, word: &str) -> bool {
        self.called.may_be(word)
    }

    /// Whether a vendor gives HTTP statuses meanings of its own; `vendor` is an id.
    pub(crate) fn lists_statuses(&self, vendor: &str) -> bool {
        self.list_statuses.contains(&vendor)
    }

    /// The messages and phrases that stand in a text, whatever the capitals, with no letter right before them: those
    /// that say enough without their number, in the order of the entries.
    pub(crate) fn wordings_in(&self, text: &str) -> impl Iterator<Item = &Wording> {
        self.wordings().in_text(text)
    }

    fn wordings(&self) -> &Wordings {
        self.wordings.get_or_init(|| Wordings::of(&self.entries))
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

    /// The standard's entry whose reason phrase some words are, whatever the capitals.
    pub(crate) fn entry_of_phrase(&self, words: &str) -> Option<&Arc<Entry>> {
        let mut standard = self.entries.iter().filter(|entry| entry.vendor == STANDARD);
        standard.find(|entry| {
            entry.wire.phrase.is_some_and(|phrase| phrase.eq_ignore_ascii_case(words))
        })
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
