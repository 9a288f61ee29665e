//! All codes by vendor, in groups and with filters.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::aspect::deciding;
use super::by_vendor::numbers;
use super::table::{Cell, Table};
use super::{Brief, chosen_vendors, name_of};
use crate::catalog::{Actor, Catalog, Condition, Entry, RetryKind, STANDARD};
use crate::code::Code;

/// Longer chains of wider conditions do not exist; the bound keeps a circle from turning.
const MAX_STEPS: usize = 8;

/// All codes by vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Matrix {
    /// Vendor ids, one for each cell of a row.
    pub vendors: Vec<&'static str>,
    /// The rows in their groups; a group without rows is left out.
    pub groups: Vec<MatrixGroup>,
}

/// Rows of one class, or of one branch of the conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MatrixGroup {
    /// `4xx`, or the name of the widest condition.
    pub name: String,
    /// Its rows.
    pub rows: Vec<MatrixRow>,
}

/// One number, or one condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MatrixRow {
    /// The number, where rows are numbers.
    pub code: Option<Code>,
    /// Condition id, where rows are conditions.
    pub condition: Option<&'static str>,
    /// What the registry has for it.
    pub standard: Vec<Brief>,
    /// What each vendor has for it; an empty list where it has nothing.
    pub cells: Vec<Vec<Brief>>,
    /// Whether a program has to tell the vendors apart.
    pub differs: bool,
}

/// How the rows are grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    /// A row is a number, a group a class of numbers.
    #[default]
    Class,
    /// A row is a condition, a group a branch of the vocabulary.
    Condition,
}

/// Which rows, and how they are grouped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatrixOptions {
    /// Only these vendors, by id, name or nickname; empty means all.
    pub vendors: Vec<String>,
    /// How the rows are grouped.
    pub by: Grouping,
    /// Only rows in which the vendors differ so that a program has to tell them apart.
    pub only_differing: bool,
    /// Only rows with a deviation from the standard or from a vendor's own page.
    pub only_deviations: bool,
    /// Only rows in which this side has to act at one of the vendors.
    pub actor: Option<Actor>,
    /// Only rows in which one of the vendors has this advice on trying again.
    pub retry: Option<RetryKind>,
}

/// All codes by vendor: the rows that the filters leave, in groups.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, MatrixOptions, matrix};
///
/// let options = MatrixOptions { only_differing: true, ..MatrixOptions::default() };
/// let found = matrix(Catalog::builtin(), &options);
/// let group = found.groups.iter().find(|group| group.name == "4xx").unwrap();
/// assert!(group.rows.iter().any(|row| row.code.is_some_and(|code| code.number() == 401)));
/// ```
pub fn matrix(catalog: &Catalog, options: &MatrixOptions) -> Matrix {
    let vendors: Vec<&'static str> =
        chosen_vendors(catalog, &options.vendors).iter().map(|vendor| vendor.id).collect();
    let mut groups: Vec<MatrixGroup> = Vec::new();
    let mut add =
        |name: String, row: MatrixRow| match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => groups.push(MatrixGroup { name, rows: Vec::from([row]) }),
        };
    match options.by {
        Grouping::Class => {
            for code in numbers(catalog, &vendors) {
                let fits = |entry: &Entry| entry.code == code;
                if let Some(row) = row(catalog, &vendors, options, &fits) {
                    add(class_of(code), MatrixRow { code: Some(code), ..row });
                }
            }
        }
        Grouping::Condition => {
            for condition in catalog.conditions() {
                let fits = |entry: &Entry| entry.condition == condition.id;
                if let Some(row) = row(catalog, &vendors, options, &fits) {
                    let name = widest(catalog, condition).name.to_string();
                    add(name, MatrixRow { condition: Some(condition.id), ..row });
                }
            }
        }
    }
    Matrix { vendors, groups }
}

/// The row of the entries that fit, unless a filter leaves it out.
fn row(
    catalog: &Catalog,
    vendors: &[&str],
    options: &MatrixOptions,
    fits: &dyn Fn(&Entry) -> bool,
) -> Option<MatrixRow> {
    let of = |vendor: &str| -> Vec<&Entry> {
        let entries = catalog.entries().iter().map(AsRef::as_ref);
        entries
            .filter(|entry: &&Entry| entry.vendor == vendor && entry.is_in_use() && fits(entry))
            .collect()
    };
    let listed: Vec<Vec<&Entry>> = vendors.iter().map(|vendor| of(vendor)).collect();
    let all: Vec<&Entry> = listed.iter().flatten().copied().collect();
    let first = all.first()?;
    let differs = all
        .iter()
        .any(|entry| entry.vendor != first.vendor && deciding(entry, first).next().is_some());
    let briefs = |entries: &[&Entry]| -> Vec<Brief> {
        entries.iter().map(|entry| Brief::of(catalog, entry)).collect()
    };
    let cells: Vec<Vec<Brief>> = listed.iter().map(|entries| briefs(entries)).collect();
    let deviates = || cells.iter().flatten().any(|brief| !brief.deviations.is_empty());
    let kept = (!options.only_differing || differs)
        && (!options.only_deviations || deviates())
        && options.actor.is_none_or(|actor| all.iter().any(|entry| entry.actor == actor))
        && options.retry.is_none_or(|kind| all.iter().any(|entry| entry.retry.kind == kind));
    let standard = briefs(&of(STANDARD));
    kept.then_some(MatrixRow { code: None, condition: None, standard, cells, differs })
}

/// The class of a number: that of a status, else its thousands.
fn class_of(code: Code) -> String {
    match (code.class(), code.number() / 1000) {
        (Some(class), _) => class.label().to_string(),
        (None, 0) => "outside 100 to 599".to_string(),
        (None, thousands) => format!("{thousands}xxx"),
    }
}

fn widest<'a>(catalog: &'a Catalog, condition: &'a Condition) -> &'a Condition {
    let wider = |it: &&'a Condition| it.broader.and_then(|id| catalog.condition(id));
    core::iter::successors(Some(condition), wider).take(MAX_STEPS).last().unwrap_or(condition)
}

impl Matrix {
    /// The matrix as a table: numbers or conditions down; the group, the standard and the vendors across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let count = self.groups.iter().map(|group| group.rows.len()).sum();
        let summary = format!(
            "{} in {}.",
            super::wording::counted(count, "row"),
            super::wording::counted(self.groups.len(), "group")
        );
        let mut table = Table::new("All codes by vendor".to_string(), summary);
        let by_condition = self.groups.iter().flat_map(|it| &it.rows).any(|row| row.code.is_none());
        let head = if by_condition { "Condition" } else { "Code" };
        table.columns = [head, "Group", name_of(catalog, STANDARD)].map(ToString::to_string).into();
        table.columns.extend(self.vendors.iter().map(|id| name_of(catalog, id).to_string()));
        for group in &self.groups {
            for row in &group.rows {
                let standard = row.standard.first();
                let sides = core::iter::once(&row.standard).chain(&row.cells);
                let cells = sides.map(|side| Cell {
                    text: cell(catalog, row, side),
                    differs: row.code.is_some()
                        && side
                            .iter()
                            .any(|brief| standard.is_some_and(|standard| differs(brief, standard))),
                });
                let group = core::iter::once(Cell::plain(group.name.clone()));
                table.row(name(catalog, row), group.chain(cells).collect());
            }
        }
        table
    }
}

fn differs(brief: &Brief, standard: &Brief) -> bool {
    let facts = |brief: &Brief| (brief.condition, brief.outcome, brief.actor);
    facts(brief) != facts(standard) || brief.retry != standard.retry
}

fn name(catalog: &Catalog, row: &MatrixRow) -> String {
    let condition = row.condition.and_then(|id| catalog.condition(id));
    let code = || row.code.map(|code| code.to_string()).unwrap_or_default();
    condition.map_or_else(code, |condition| condition.name.to_string())
}

/// The meaning, where rows are numbers; else the numbers.
fn cell(catalog: &Catalog, row: &MatrixRow, briefs: &[Brief]) -> String {
    let texts = briefs.iter().map(|brief| match row.code {
        Some(_) => {
            catalog.condition(brief.condition).map_or(brief.condition, |it| it.name).to_string()
        }
        None => brief.code.to_string(),
    });
    texts.collect::<Vec<_>>().join(", ")
}
