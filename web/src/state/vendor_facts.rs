//! A vendor's numbers at a glance, and its codes in the order of its own sections.

use std::collections::BTreeMap;
use std::sync::Arc;

use respondex_core::{Catalog, Entry, Vendor};

/// `4xxx` and how many codes of the vendor are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// `4xxx`.
    pub label: String,
    /// How many codes.
    pub count: usize,
}

/// The number families of a vendor, rising: numbers of the same length and first digit.
pub fn families(catalog: &Catalog, vendor: &str) -> Vec<Family> {
    let mut counts: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for entry in entries(catalog, vendor) {
        let digits = entry.code.to_string();
        let first = digits.chars().next().unwrap_or('0');
        let label = format!("{first}{}", "x".repeat(digits.len().saturating_sub(1)));
        let count = counts.entry((digits.len(), label)).or_default();
        *count = count.saturating_add(1);
    }
    counts.into_iter().map(|((_, label), count)| Family { label, count }).collect()
}

/// The entries of a vendor, codes rising.
pub fn entries<'c>(catalog: &'c Catalog, vendor: &str) -> impl Iterator<Item = &'c Arc<Entry>> {
    catalog.entries().iter().filter(move |entry| entry.vendor == vendor)
}

/// The entries of a vendor under the vendor's own headings, in the order in which these first
/// appear; codes without a heading come last.
pub fn sections(catalog: &Catalog, vendor: &str) -> Vec<(Option<&'static str>, Vec<Arc<Entry>>)> {
    let mut sections: Vec<(Option<&'static str>, Vec<Arc<Entry>>)> = Vec::new();
    for entry in entries(catalog, vendor) {
        match sections.iter_mut().find(|(heading, _)| *heading == entry.section) {
            Some((_, entries)) => entries.push(entry.clone()),
            None => sections.push((entry.section, vec![entry.clone()])),
        }
    }
    // The vendor's own page has headings; what stands under none is known from elsewhere.
    sections.sort_by_key(|(heading, _)| heading.is_none());
    sections
}

/// Name of a vendor; empty where there is none of this id.
pub fn name(catalog: &Catalog, id: &str) -> &'static str {
    vendor(catalog, id).map_or("", |vendor| vendor.name)
}

/// The vendor of exactly this id.
pub fn vendor<'c>(catalog: &'c Catalog, id: &str) -> Option<&'c Vendor> {
    catalog.vendors().iter().find(|vendor| vendor.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_count_every_code_once() {
        let catalog = Catalog::builtin();
        for vendor in catalog.vendors() {
            let families = families(catalog, vendor.id);
            let counted: usize = families.iter().map(|family| family.count).sum();
            assert_eq!(counted, entries(catalog, vendor.id).count(), "{}", vendor.id);
        }
    }

    #[test]
    fn sections_hold_every_code_once() {
        let catalog = Catalog::builtin();
        for vendor in catalog.vendors() {
            let listed: usize =
                sections(catalog, vendor.id).iter().map(|(_, entries)| entries.len()).sum();
            assert_eq!(listed, entries(catalog, vendor.id).count(), "{}", vendor.id);
        }
    }
}
