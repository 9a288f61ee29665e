//! Any view of a comparison as rows and cells: what is shown in a terminal and what is exported.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

/// What stands before a text that differs.
const DIFFERS: &str = "≠ ";

/// A view as rows and cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What is compared.
    pub title: String,
    /// What matters, in sentences.
    pub summary: String,
    /// Headings; the first is that of the rows' names.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableRow {
    /// Its heading.
    pub name: String,
    /// One cell for each heading but the first.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// What it says; lists have a line for each item.
    pub text: String,
    /// Whether it differs from the standard; between vendors, from the first that lists the code.
    pub differs: bool,
}

impl Cell {
    /// The text with a sign before it where it differs: what stands in an export.
    pub fn marked(&self) -> String {
        let sign = if self.differs { DIFFERS } else { "" };
        [sign, &self.text].concat()
    }
}

impl Table {
    pub(super) fn new(title: String, summary: String) -> Self {
        Self { title, summary, columns: Vec::new(), rows: Vec::new() }
    }

    pub(super) fn column(&mut self, name: &str) {
        self.columns.push(String::from(name));
    }

    /// Begins a row.
    pub(super) fn row(&mut self, name: &str) {
        self.rows.push(TableRow { name: String::from(name), cells: Vec::new() });
    }

    /// Adds a cell to the last row.
    pub(super) fn cell(&mut self, text: String, differs: bool) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell { text, differs });
        }
    }

    /// Every line with its cells as they are exported, the headings first.
    pub(super) fn lines(&self) -> Vec<Vec<String>> {
        let mut lines = Vec::from([self.columns.clone()]);
        for row in &self.rows {
            let mut line = Vec::from([row.name.clone()]);
            for cell in &row.cells {
                line.push(cell.marked());
            }
            lines.push(line);
        }
        lines
    }
}
