//! The matrix of all codes: codes or conditions down, the standard and the vendors across.

use std::rc::Rc;

use respondex_core::compare::{Brief, Matrix, MatrixGroup, MatrixRow, Table, TableRow};
use respondex_core::{Catalog, Outcome, STANDARD};
use yew::prelude::*;

use super::data_table::{cell, corner, nothing};
use super::outcome_badge::toned;
use crate::hooks::use_grid;
use crate::markup::{all, el, el_with, line, link, made, made_line, none, text, unspoken};
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// What is said of a cell or a row, as a sign and in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// The sign, so that it does not hang on colour.
    pub sign: &'static str,
    /// What a screen reader says.
    pub words: &'static str,
    /// What the legend says.
    pub legend: &'static str,
}

/// A vendor's code has another meaning, another side that acts or another advice than the standard.
pub const DIFFERS: Remark =
    Remark {
        sign: "≠", words: "(differs from the standard)", legend: "differs from the standard"
    };
/// A vendor's code breaks a rule.
pub const DEVIATES: Remark = Remark {
    sign: "△",
    words: "(deviates)",
    legend: "deviates: breaks a rule of the standard or of the vendor’s own page",
};
/// The vendors of a row are not treated alike.
pub const VENDORS_DIFFER: Remark = Remark {
    sign: "⇄",
    words: "(vendors differ)",
    legend: "vendors differ: a program has to tell them apart",
};

/// The id of the words about keys.
const KEYS: &str = "matrix-keys";

/// Props of [`MatrixGrid`].
#[derive(Debug, PartialEq, Properties)]
pub struct MatrixGridProps {
    /// The rows in their groups.
    pub matrix: Rc<Matrix>,
    /// The same as it is exported, row for row: says which cells differ from the standard.
    pub table: Rc<Table>,
}

/// The matrix in a frame that scrolls, its headings staying in view.
#[component]
pub fn MatrixGrid(props: &MatrixGridProps) -> Html {
    let table = use_node_ref();
    use_grid(&table, props.matrix.clone());
    let catalog = Catalog::builtin();
    let matrix = &props.matrix;
    let is_by_code =
        matrix.groups.iter().flat_map(|group| &group.rows).all(|row| row.code.is_some());
    let sides: Vec<Side> = [STANDARD]
        .into_iter()
        .chain(matrix.vendors.iter().copied())
        .map(|id| Side { id, name: vendor_facts::name(catalog, id) })
        .collect();
    let mut heads = vec![corner(if is_by_code { "Code" } else { "Condition" })];
    heads.extend(sides.iter().map(|side| {
        let name = link(Route::Vendor(side.id.into()).href(), "", vec![text(side.name)]);
        el_with("th", &[("scope", "col")], vec![name])
    }));
    let mut exported = props.table.rows.iter();
    let groups: Vec<Html> =
        matrix.groups.iter().map(|group| group_rows(group, &sides, &mut exported)).collect();
    html! {
        <>
            <p id={KEYS} class="matrix-keys muted">
                {"Keys: arrows go from cell to cell, Home and End to the ends of a row, with Ctrl of the table. Enter opens a code; where a cell has several, it goes to the first, and Escape back."}
            </p>
            <div class="table-scroll matrix-scroll">
                <table ref={table} class="matrix" aria-label="Codes by vendor" aria-describedby={KEYS}>
                    {el("thead", "", vec![el("tr", "", heads)])}
                    {all(groups)}
                </table>
            </div>
        </>
    }
}

/// A column.
struct Side {
    id: &'static str,
    name: &'static str,
}

/// A group with its heading; takes as many exported rows as it has.
fn group_rows<'a>(
    group: &MatrixGroup,
    sides: &[Side],
    exported: &mut impl Iterator<Item = &'a TableRow>,
) -> Html {
    let width = sides.len().saturating_add(1);
    let count = format!(" {}", words::count_of(group.rows.len(), "row"));
    let name = made_line("span", "matrix-group-name", group.name.clone());
    let heading = vec![name, made_line("span", "matrix-group-count", count)];
    let heading = html! {
        <th scope="rowgroup" colspan={width.to_string()}>{el("span", "matrix-group-words", heading)}</th>
    };
    let mut rows = vec![el("tr", "matrix-group", vec![heading])];
    rows.extend(group.rows.iter().zip(exported).map(|(row, exported)| {
        // The first cell of an exported row is the name of the group.
        let differs = exported.cells.iter().skip(1).map(|cell| cell.differs);
        matrix_row(row, sides, differs)
    }));
    el("tbody", "", rows)
}

fn matrix_row(row: &MatrixRow, sides: &[Side], differs: impl Iterator<Item = bool>) -> Html {
    let remark = if row.differs { remark(VENDORS_DIFFER) } else { none() };
    let condition = row.condition.unwrap_or_default();
    let (route, class, words) = if let Some(code) = row.code {
        (Route::CompareCode(code), "matrix-head code", made(code.to_string()))
    } else {
        let route = Route::CompareCondition(condition.into());
        (route, "matrix-head", text(condition_name(condition)))
    };
    let head = link(route.href(), class, vec![words, remark]);
    let mut cells = vec![el_with("th", &[("scope", "row")], vec![head])];
    let briefs = [&row.standard].into_iter().chain(&row.cells);
    for ((side, briefs), differs) in sides.iter().zip(briefs).zip(differs) {
        let codes = briefs.iter().map(|brief| code_link(brief, row.code.is_none(), differs, side));
        let mut codes: Vec<Html> = codes.collect();
        let content = match codes.len() {
            0 if side.id == STANDARD => nothing("not registered"),
            0 => nothing("not documented"),
            1 => codes.pop().unwrap_or_default(),
            _ => {
                let codes = codes.into_iter().map(|code| el("li", "", vec![code]));
                el("ul", "matrix-codes", codes.collect())
            }
        };
        cells.push(cell(side.name, content));
    }
    el("tr", "", cells)
}

/// A code of one side: its meaning, or its number where the row is about a meaning.
fn code_link(brief: &Brief, by_condition: bool, differs: bool, side: &Side) -> Html {
    let mut content = vec![outcome_sign(brief.outcome)];
    if by_condition {
        content.push(made_line("span", "code", brief.code.to_string()));
        if let Some(wording) = brief.wording {
            let attributes = [("class", "matrix-wording"), ("translate", "no")];
            content.extend([text(" "), el_with("span", &attributes, vec![text(wording)])]);
        }
    } else {
        content.push(text(condition_name(brief.condition)));
    }
    if differs {
        content.push(remark(DIFFERS));
    }
    if !brief.deviations.is_empty() {
        content.push(remark(DEVIATES));
    }
    link(Route::code(side.id, brief.code).href(), "matrix-link", content)
}

fn condition_name(id: &'static str) -> &'static str {
    Catalog::builtin().condition(id).map_or(id, |condition| condition.name)
}

/// The sign of an outcome, with its word for who does not see it.
fn outcome_sign(outcome: Outcome) -> Html {
    let words = made_line("span", "visually-hidden", format!("{}: ", words::outcome(outcome)));
    toned("span", "sign", outcome, vec![unspoken(sign(outcome)), words])
}

/// A sign behind what it is about, with words for who does not see it.
fn remark(remark: Remark) -> Html {
    let words = line("span", "visually-hidden", remark.words);
    el("span", "remark", vec![text(" "), unspoken(remark.sign), text(" "), words])
}

/// One sign for each outcome, so that the cells differ without colour.
pub fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "✓",
        Outcome::Partial => "◐",
        Outcome::Failure => "✕",
        Outcome::Redirect => "→",
        Outcome::Interim => "…",
        Outcome::Unknown => "?",
    }
}
