//! The matrix of all codes by vendor.

use std::collections::BTreeMap;
use std::sync::Arc;

use respondex_core::catalog::STANDARD;
use respondex_core::{Catalog, Code, Entry, Vendor};

/// One number: its meaning in the standard, and one cell for each vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The number.
    pub code: Code,
    /// Its meaning in the registry.
    pub standard: Option<Arc<Entry>>,
    /// One cell for each of [`vendors`].
    pub cells: Vec<Option<Arc<Entry>>>,
}

/// The vendors that are compared: all but the standard.
pub fn vendors(catalog: &Catalog) -> Vec<&Vendor> {
    catalog.vendors().iter().filter(|vendor| vendor.id != STANDARD).collect()
}

/// Every number that a vendor lists, rising.
pub fn rows(catalog: &Catalog) -> Vec<Row> {
    let vendors = vendors(catalog);
    let mut rows: BTreeMap<Code, Row> = BTreeMap::new();
    for entry in catalog.entries() {
        let Some(column) = vendors.iter().position(|vendor| vendor.id == entry.vendor) else {
            continue;
        };
        let row = rows.entry(entry.code).or_insert_with(|| Row {
            code: entry.code,
            standard: catalog.entry_of(STANDARD, entry.code).cloned(),
            cells: vec![None; vendors.len()],
        });
        if let Some(cell) = row.cells.get_mut(column) {
            *cell = Some(entry.clone());
        }
    }
    rows.into_values().collect()
}

/// Every number that anybody lists, the standard included, rising: each has a page of its own.
pub fn numbers(catalog: &Catalog) -> Vec<Code> {
    let mut numbers: Vec<Code> = catalog.entries().iter().map(|entry| entry.code).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vendor_entry_has_its_cell() {
        let catalog = Catalog::builtin();
        let listed = catalog.entries().iter().filter(|entry| entry.vendor != STANDARD).count();
        let cells = rows(catalog).iter().flat_map(|row| row.cells.clone()).flatten().count();
        assert_eq!(cells, listed);
    }

    #[test]
    fn rows_rise() {
        let codes: Vec<Code> = rows(Catalog::builtin()).iter().map(|row| row.code).collect();
        assert!(codes.is_sorted());
    }
}
