//! One number across vendors and the standard.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::aspect::{ASPECTS, differences};
use super::deviation::deviations;
use super::equivalence::nearest;
use super::summary::summary;
use super::table::Table;
use super::{Column, CompareOptions, Comparison, Nearest, chosen_vendors, name_of, wording};
use crate::catalog::{Catalog, Entry, STANDARD};
use crate::code::Code;

/// How many nearest codes are named for one vendor at the most; nine of Updox's already exist.
const MAX_NEAREST: usize = 12;

/// Compares one code across vendors and with the standard.
///
/// A vendor that does not list the number, or means something else by it, gets its nearest codes by
/// condition. Nothing is guessed: a vendor without such a code has none.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, Code, CompareOptions, compare};
///
/// let comparison = compare(Catalog::builtin(), Code::new(401), &CompareOptions::default());
/// let updox = comparison.columns.iter().find(|column| column.vendor == "updox").unwrap();
/// assert!(updox.entry.is_none());
/// assert_eq!(updox.nearest[0].entry.id, "updox/4010");
/// ```
pub fn compare(catalog: &Catalog, code: Code, options: &CompareOptions) -> Comparison {
    let standard = catalog.entry_of(STANDARD, code).cloned();
    let used = standard.as_deref().filter(|entry| entry.is_in_use());
    // What the number means, where it is not registered: what the first vendor that lists it means.
    let first = || catalog.entries_with(code).next().map(AsRef::as_ref);
    let condition = used.or_else(first).map(|entry| entry.condition);
    let mut found = Vec::new();
    let mut columns = Vec::new();
    for vendor in chosen_vendors(catalog, &options.vendors) {
        let entry = catalog.entry_of(vendor.id, code).cloned();
        let same = entry.as_ref().is_some_and(|entry| Some(entry.condition) == condition);
        let mut nearest = match condition.filter(|_| !same) {
            Some(condition) => nearest(catalog, vendor.id, condition, Some(code)),
            None => Vec::new(),
        };
        let further = nearest.len().saturating_sub(MAX_NEAREST);
        nearest.truncate(MAX_NEAREST);
        let differs = match (entry.as_deref(), used) {
            (Some(entry), Some(standard)) => differences(entry, standard),
            _ => Vec::new(),
        };
        found.extend(deviations(catalog, vendor.id, code));
        columns.push(Column { vendor: vendor.id, entry, nearest, further, differs });
    }
    let summary = summary(catalog, code, &columns);
    Comparison { code, standard, summary, deviations: found, columns }
}

impl Comparison {
    /// The comparison as a table: aspects down, the standard and the vendors across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let mut table = Table::new(format!("{} across vendors", self.code), self.summary.clone());
        table.column("Aspect");
        table.column(name_of(catalog, STANDARD));
        for column in &self.columns {
            table.column(name_of(catalog, column.vendor));
        }
        for aspect in ASPECTS {
            let text = |entry: Option<&Entry>, absent: &str| match entry {
                Some(entry) => aspect.text(entry, catalog),
                None => absent.to_string(),
            };
            table.row(aspect.name);
            table.cell(text(self.standard.as_deref(), wording::NOT_REGISTERED), false);
            for column in &self.columns {
                let differs = column.differs.contains(&aspect.id);
                table.cell(text(column.entry.as_deref(), wording::NOT_DOCUMENTED), differs);
            }
        }
        table.row("Nearest codes");
        table.cell(String::new(), false);
        for column in &self.columns {
            let mut codes = in_words(&column.nearest);
            if column.further > 0 {
                wording::add(&mut codes, "\n", &format!("and {} more", column.further));
            }
            table.cell(codes, false);
        }
        table.row("Deviations");
        table.cell(String::new(), false);
        for column in &self.columns {
            let mut broken = String::new();
            for found in self.deviations.iter().filter(|it| it.vendor == column.vendor) {
                wording::add(&mut broken, "\n", found.rule);
                wording::add(&mut broken, ": ", &found.reason);
            }
            table.cell(broken, false);
        }
        table
    }
}

/// Codes with their wording and how near they are, a line each.
pub(super) fn in_words(codes: &[Nearest]) -> String {
    let mut text = String::new();
    for nearest in codes {
        wording::add(&mut text, "\n", &nearest.entry.code.to_string());
        if let Some(wording) = nearest.entry.wording() {
            wording::add(&mut text, " ", wording);
        }
        text.push_str(" (");
        text.push_str(nearest.kind.id());
        text.push(')');
    }
    text
}
