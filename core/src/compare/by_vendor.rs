//! Vendors side by side: every number that one of them lists, and in what they differ.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::aspect::differences;
use super::migration::{Migration, migrate};
use super::table::Table;
use super::{Brief, name_of, wording};
use crate::catalog::{Catalog, Entry, Vendor};
use crate::code::Code;

/// Vendors side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VendorComparison {
    /// Vendor ids, in the order in which they were asked for.
    pub vendors: Vec<&'static str>,
    /// What matters, in a sentence.
    pub summary: String,
    /// The numbers, rising.
    pub rows: Vec<VendorRow>,
    /// What changes for somebody who handles the first vendor, one for each of the others.
    pub migrations: Vec<Migration>,
}

/// One number at each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VendorRow {
    /// The number.
    pub code: Code,
    /// One cell a vendor; nothing where it does not list the number.
    pub cells: Vec<Option<Brief>>,
    /// Aspects in which those that list it differ.
    pub differs: Vec<&'static str>,
}

/// How to compare vendors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VendorsOptions {
    /// Two or more, by id, name or nickname; the standard may be one of them.
    pub vendors: Vec<String>,
    /// Rows in which they do not differ as well.
    pub all: bool,
}

/// Compares vendors with each other, and says what somebody who handles the first has to change for the others.
///
/// A vendor that is named twice counts once, an unknown name is left out; with fewer than two there is
/// nothing to compare and no row.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, VendorsOptions, compare_vendors};
///
/// let options = VendorsOptions { vendors: vec!["vision".into(), "elevate".into()], all: false };
/// let compared = compare_vendors(Catalog::builtin(), &options);
/// assert_eq!(compared.vendors, ["vision", "elevate-iq"]);
/// assert!(compared.migrations[0].summary.starts_with("You handle Vision; for Elevate IQ you must "));
/// ```
pub fn compare_vendors(catalog: &Catalog, options: &VendorsOptions) -> VendorComparison {
    let mut vendors: Vec<&Vendor> = Vec::new();
    for vendor in options.vendors.iter().filter_map(|name| catalog.vendor(name)) {
        if !vendors.iter().any(|known| known.id == vendor.id) {
            vendors.push(vendor);
        }
    }
    let mut ids = Vec::new();
    for vendor in &vendors {
        ids.push(vendor.id);
    }
    let [first, others @ ..] = vendors.as_slice() else { return nothing(ids) };
    if others.is_empty() {
        return nothing(ids);
    }
    let mut migrations = Vec::new();
    for other in others {
        migrations.push(migrate(catalog, first, other));
    }
    let mut rows = Vec::new();
    let (mut common, mut equal) = (0u32, 0u32);
    for code in numbers(catalog, &ids) {
        let mut cells = Vec::new();
        let mut listing: Vec<&Entry> = Vec::new();
        for id in &ids {
            let entry = catalog.entry_of(id, code);
            cells.push(entry.map(|entry| Brief::of(catalog, entry)));
            listing.extend(entry.map(AsRef::as_ref));
        }
        let differs = differing(&listing);
        let everywhere = listing.len() == ids.len();
        let same = everywhere && differs.is_empty();
        common += u32::from(everywhere);
        equal += u32::from(same);
        if options.all || !same {
            rows.push(VendorRow { code, cells, differs });
        }
    }
    let mut listed = String::new();
    for vendor in &vendors {
        let count = catalog.entries().iter().filter(|entry| entry.vendor == vendor.id).count();
        wording::add(&mut listed, ", ", &format!("{} {count}", vendor.name));
    }
    let summary = format!(
        "Codes that are known: {listed}. In common: {common}; alike in every aspect that is compared: {equal}."
    );
    VendorComparison { vendors: ids, summary, rows, migrations }
}

fn nothing(vendors: Vec<&'static str>) -> VendorComparison {
    let summary = "Two vendors or more are needed.".to_string();
    VendorComparison { vendors, summary, rows: Vec::new(), migrations: Vec::new() }
}

/// Every number that one of them lists, rising.
pub(super) fn numbers(catalog: &Catalog, vendors: &[&str]) -> Vec<Code> {
    let mut codes = Vec::new();
    for entry in catalog.entries().iter().filter(|entry| vendors.contains(&entry.vendor)) {
        codes.push(entry.code);
    }
    sorted(codes)
}

/// The numbers rising, each once.
pub(super) fn sorted(mut codes: Vec<Code>) -> Vec<Code> {
    crate::order::sort_by_key(&mut codes, |code| u64::from(code.number()));
    codes.dedup();
    codes
}

/// The aspects in which any differs from the first that lists the number.
fn differing(listing: &[&Entry]) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    let [first, others @ ..] = listing else { return all };
    for other in others {
        for aspect in differences(other, first) {
            if !all.contains(&aspect) {
                all.push(aspect);
            }
        }
    }
    all
}

impl VendorComparison {
    /// The comparison as a table: numbers down; the vendors, and what to do on the way, across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let mut table = Table::new(String::new(), self.summary.clone());
        table.column("Code");
        for id in &self.vendors {
            let name = name_of(catalog, id);
            wording::add(&mut table.title, " against ", name);
            table.column(name);
        }
        for migration in &self.migrations {
            wording::add(&mut table.summary, " ", &migration.summary);
            let (from, to) = (name_of(catalog, migration.from), name_of(catalog, migration.to));
            table.column(&format!("From {from} to {to}"));
        }
        for row in &self.rows {
            table.row(&row.code.to_string());
            let first = row.cells.iter().flatten().next().map(|brief| brief.id);
            for cell in &row.cells {
                let Some(brief) = cell else {
                    table.cell(wording::NOT_DOCUMENTED.to_string(), false);
                    continue;
                };
                let condition = catalog.condition(brief.condition);
                let name = condition.map_or(brief.condition, |condition| condition.name);
                let retry = wording::retry(&brief.retry);
                let text = format!("{name}\n{}\n{retry}", wording::actor(brief.actor));
                table.cell(text, !row.differs.is_empty() && first != Some(brief.id));
            }
            for migration in &self.migrations {
                let step = migration.steps.iter().find(|step| step.code == row.code);
                let text = step.map(|step| format!("{}: {}", step.action.id(), step.text));
                table.cell(text.unwrap_or_default(), false);
            }
        }
        table
    }
}
