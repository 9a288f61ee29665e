//! Vendors side by side: every number that one of them lists, and in what they differ.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::aspect::differences;
use super::migration::{Migration, migrate};
use super::table::{Cell, Table};
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
    let ids: Vec<&'static str> = vendors.iter().map(|vendor| vendor.id).collect();
    let [first, others @ ..] = vendors.as_slice() else { return nothing(ids) };
    if others.is_empty() {
        return nothing(ids);
    }
    let migrations: Vec<Migration> =
        others.iter().map(|other| migrate(catalog, first, other)).collect();
    let mut rows = Vec::new();
    let (mut common, mut equal) = (0, 0);
    for code in numbers(catalog, &ids) {
        let entries: Vec<Option<&Entry>> =
            ids.iter().map(|id| catalog.entry_of(id, code).map(AsRef::as_ref)).collect();
        let differs = differing(&entries);
        let everywhere = entries.iter().all(Option::is_some);
        let same = everywhere && differs.is_empty();
        common += usize::from(everywhere);
        equal += usize::from(same);
        if options.all || !same {
            let cells = entries.iter().map(|it| it.map(|entry| Brief::of(catalog, entry)));
            rows.push(VendorRow { code, cells: cells.collect(), differs });
        }
    }
    let listed = vendors.iter().map(|vendor| {
        let count = catalog.entries().iter().filter(|entry| entry.vendor == vendor.id).count();
        format!("{} {count}", vendor.name)
    });
    let summary = format!(
        "Codes that are known: {}. In common: {common}; alike in every aspect that is compared: {equal}.",
        listed.collect::<Vec<_>>().join(", ")
    );
    VendorComparison { vendors: ids, summary, rows, migrations }
}

fn nothing(vendors: Vec<&'static str>) -> VendorComparison {
    let summary = "Two vendors or more are needed.".to_string();
    VendorComparison { vendors, summary, rows: Vec::new(), migrations: Vec::new() }
}

/// Every number that one of them lists, rising.
pub(super) fn numbers(catalog: &Catalog, vendors: &[&str]) -> Vec<Code> {
    let listed = catalog.entries().iter().filter(|entry| vendors.contains(&entry.vendor));
    let mut codes: Vec<Code> = listed.map(|entry| entry.code).collect();
    crate::order::sort_by_key(&mut codes, |code| u64::from(code.number()));
    codes.dedup();
    codes
}

/// The aspects in which any differs from the first that lists the number.
fn differing(entries: &[Option<&Entry>]) -> Vec<&'static str> {
    let mut listing = entries.iter().copied().flatten();
    let Some(first) = listing.next() else { return Vec::new() };
    let mut all: Vec<&'static str> = Vec::new();
    for aspect in listing.flat_map(|entry| differences(entry, first)) {
        if !all.contains(&aspect) {
            all.push(aspect);
        }
    }
    all
}

impl VendorComparison {
    /// The comparison as a table: numbers down; the vendors, and what to do on the way, across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let names: Vec<&str> = self.vendors.iter().map(|id| name_of(catalog, id)).collect();
        let mut table = Table::new(names.join(" against "), self.summary.clone());
        table.columns.push("Code".to_string());
        table.columns.extend(names.iter().map(ToString::to_string));
        for migration in &self.migrations {
            table.summary.push(' ');
            table.summary.push_str(&migration.summary);
            table.columns.push(format!(
                "From {} to {}",
                name_of(catalog, migration.from),
                name_of(catalog, migration.to)
            ));
        }
        for row in &self.rows {
            let first = row.cells.iter().flatten().next();
            let cells = row.cells.iter().map(|cell| {
                let Some(brief) = cell else {
                    return Cell::plain(wording::NOT_DOCUMENTED.to_string());
                };
                let condition = catalog.condition(brief.condition);
                let lines = [
                    condition.map_or(brief.condition, |condition| condition.name),
                    wording::actor(brief.actor),
                    &wording::retry(&brief.retry),
                ];
                let like_first = |first: &Brief| first.id == brief.id;
                let differs = !row.differs.is_empty() && !first.is_some_and(like_first);
                Cell { text: lines.join("\n"), differs }
            });
            let steps = self.migrations.iter().map(|migration| {
                let step = migration.steps.iter().find(|step| step.code == row.code);
                Cell::plain(step.map_or_else(String::new, |step| {
                    format!("{}: {}", step.action.id(), step.text)
                }))
            });
            table.row(row.code.to_string(), cells.chain(steps).collect());
        }
        table
    }
}
