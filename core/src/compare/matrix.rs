//! All codes by vendor, in groups and with filters.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::aspect::deciding;
use super::by_vendor::numbers;
use super::table::Table;
use super::{Brief, chosen_vendors, name_of, wording};
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
    /// Only rows in which a listed code deviates from the standard or from its own vendor's page.
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
    let mut vendors = Vec::new();
    for vendor in chosen_vendors(catalog, &options.vendors) {
        vendors.push(vendor.id);
    }
    let mut groups: Vec<MatrixGroup> = Vec::new();
    let mut add = |name: String, key: Key| {
        let Some(row) = row(catalog, &vendors, options, key) else { return };
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => groups.push(MatrixGroup { name, rows: Vec::from([row]) }),
        }
    };
    match options.by {
        Grouping::Class => {
            for code in numbers(catalog, &vendors) {
                add(class_of(code), Key::Code(code));
            }
        }
        Grouping::Condition => {
            for condition in catalog.conditions() {
                let name = widest(catalog, condition).name.to_string();
                add(name, Key::Condition(condition.id));
            }
        }
    }
    Matrix { vendors, groups }
}

/// What a row is about.
#[derive(Clone, Copy)]
enum Key {
    Code(Code),
    Condition(&'static str),
}

/// The row of the entries that fit, unless a filter leaves it out.
fn row(
    catalog: &Catalog,
    vendors: &[&str],
    options: &MatrixOptions,
    key: Key,
) -> Option<MatrixRow> {
    let mut standard = Vec::new();
    let mut cells: Vec<Vec<Brief>> = Vec::new();
    cells.resize_with(vendors.len(), Vec::new);
    let mut first: Option<&Entry> = None;
    let (mut differs, mut deviates, mut acts, mut retries) = (false, false, false, false);
    for entry in catalog.entries().iter().filter(|entry| entry.is_in_use()) {
        let fits = match key {
            Key::Code(code) => entry.code == code,
            Key::Condition(id) => entry.condition == id,
        };
        if !fits {
            continue;
        }
        if entry.vendor == STANDARD {
            standard.push(Brief::of(catalog, entry));
            continue;
        }
        let place = vendors.iter().position(|vendor| *vendor == entry.vendor);
        let Some(cell) = place.and_then(|place| cells.get_mut(place)) else { continue };
        let brief = Brief::of(catalog, entry);
        let first = *first.get_or_insert(entry);
        differs |= entry.vendor != first.vendor && !deciding(entry, first).is_empty();
        deviates |= !brief.deviations.is_empty();
        acts |= options.actor.is_none_or(|actor| entry.actor == actor);
        retries |= options.retry.is_none_or(|kind| entry.retry.kind == kind);
        cell.push(brief);
    }
    let wanted = (differs || !options.only_differing) && (deviates || !options.only_deviations);
    if !(wanted && acts && retries) {
        return None;
    }
    let (code, condition) = match key {
        Key::Code(code) => (Some(code), None),
        Key::Condition(id) => (None, Some(id)),
    };
    Some(MatrixRow { code, condition, standard, cells, differs })
}

/// The class of a number: that of a status, else its thousands.
fn class_of(code: Code) -> String {
    match (code.class(), code.number() / 1000) {
        (Some(class), _) => class.label().to_string(),
        (None, 0) => "outside 100 to 599".to_string(),
        (None, thousands) => format!("{thousands}xxx"),
    }
}

fn widest<'a>(catalog: &'a Catalog, mut condition: &'a Condition) -> &'a Condition {
    for _ in 0..MAX_STEPS {
        match condition.broader.and_then(|id| catalog.condition(id)) {
            Some(wider) => condition = wider,
            None => break,
        }
    }
    condition
}

impl Matrix {
    /// The matrix as a table: numbers or conditions down; the group, the standard and the vendors across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let mut table = Table::new("All codes by vendor".to_string(), String::new());
        let mut head = "Code";
        for group in &self.groups {
            for row in &group.rows {
                let condition = row.condition.and_then(|id| catalog.condition(id));
                match (row.code, condition) {
                    (Some(code), _) => table.row(&code.to_string()),
                    (None, condition) => {
                        head = "Condition";
                        table.row(condition.map_or("", |condition| condition.name));
                    }
                }
                table.cell(group.name.clone(), false);
                let standard = row.standard.first().filter(|_| row.code.is_some());
                for side in core::iter::once(&row.standard).chain(&row.cells) {
                    push_cell(&mut table, catalog, row, side, standard);
                }
            }
        }
        for column in [head, "Group", name_of(catalog, STANDARD)] {
            table.column(column);
        }
        for id in &self.vendors {
            table.column(name_of(catalog, id));
        }
        let rows = wording::counted(table.rows.len(), "row");
        table.summary = format!("{rows} in {}.", wording::counted(self.groups.len(), "group"));
        table
    }
}

/// The meaning, where rows are numbers; else the numbers. Where only the advice differs from the standard's, that as well.
fn push_cell(
    table: &mut Table,
    catalog: &Catalog,
    row: &MatrixRow,
    briefs: &[Brief],
    standard: Option<&Brief>,
) {
    let mut text = String::new();
    let mut differs = false;
    for brief in briefs {
        if row.code.is_none() {
            wording::add(&mut text, ", ", &brief.code.to_string());
            continue;
        }
        let condition = catalog.condition(brief.condition);
        wording::add(&mut text, ", ", condition.map_or(brief.condition, |it| it.name));
        let Some(standard) = standard else { continue };
        let other_meaning = standard.condition != brief.condition;
        let other_advice = standard.retry != brief.retry;
        if other_advice && !other_meaning {
            wording::add(&mut text, "; try again: ", &wording::retry(&brief.retry));
        }
        differs |= other_meaning || other_advice || standard.actor != brief.actor;
    }
    table.cell(text, differs);
}
