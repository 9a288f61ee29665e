//! One vendor and one code, with what the rules look at.

use crate::catalog::{
    Actor, Basis, Catalog, Entry, Group, STANDARD, SourceKind, Usage, UsageKind, Vendor,
};
use crate::code::Code;

/// What a rule is held against.
pub(super) struct Case<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) vendor: &'a Vendor,
    pub(super) code: Code,
    /// What the vendor says of the number.
    pub(super) entry: Option<&'a Entry>,
    /// What the registry says of it.
    pub(super) standard: Option<&'a Entry>,
}

impl<'a> Case<'a> {
    pub(super) fn new(catalog: &'a Catalog, vendor: &str, code: Code) -> Option<Self> {
        Some(Self {
            catalog,
            vendor: catalog.vendors().iter().find(|known| known.id == vendor)?,
            code,
            entry: catalog.entry_of(vendor, code).map(AsRef::as_ref),
            standard: catalog.entry_of(STANDARD, code).map(AsRef::as_ref),
        })
    }

    pub(super) fn usage(&self, kind: UsageKind) -> Option<&'a Usage> {
        self.entry?.usage.iter().find(|usage| usage.kind == kind)
    }

    /// The groups that the vendor states and uses; those that only the numbers show are not promises.
    pub(super) fn stated_groups(&self) -> impl Iterator<Item = &'a Group> {
        stated_groups(self.catalog, self.vendor)
    }

    /// The narrowest of them that covers the code.
    pub(super) fn stated_group(&self) -> Option<&'a Group> {
        self.stated_groups().filter(|group| group.covers(self.code)).min_by_key(|it| it.width())
    }

    /// Whether the vendor counts the code to a class on which this side has to act.
    pub(super) fn is_class_of(&self, actor: Actor) -> bool {
        self.stated_group().is_some_and(|group| group.actor == Some(actor))
    }

    /// The vendor's own entries.
    pub(super) fn entries(&self) -> impl Iterator<Item = &'a Entry> {
        self.catalog.entries().iter().map(AsRef::as_ref).filter(|it| it.vendor == self.vendor.id)
    }

    /// Whether the vendor's own page of codes lists the number.
    pub(super) fn is_on_page(entry: &Entry) -> bool {
        entry.listing == SourceKind::VendorPage
    }
}

pub(super) fn stated_groups<'a>(
    catalog: &'a Catalog,
    vendor: &Vendor,
) -> impl Iterator<Item = &'a Group> {
    let id = vendor.id;
    catalog
        .groups()
        .iter()
        .map(AsRef::as_ref)
        .filter(move |it| it.vendor == id && !it.unused && it.provenance.basis == Basis::Stated)
}
