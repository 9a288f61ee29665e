//! The matrix of all codes: codes down, vendors across.

use std::sync::Arc;

use respondex_core::{Catalog, Entry, Outcome};
use yew::Html;

use super::data_table::{cell, corner, nothing, table};
use super::outcome_badge::toned;
use crate::markup::{el, el_with, link, made, made_line, text};
use crate::route::Route;
use crate::state::matrix::{Row, rows, vendors};
use crate::state::words;

const STANDARD_NAME: &str = "HTTP standard";

/// Codes down, vendors across.
pub fn matrix(catalog: &'static Catalog) -> Html {
    let vendors = vendors(catalog);
    let names: Vec<&'static str> =
        vendors.iter().map(|vendor| vendor.name).chain([STANDARD_NAME]).collect();
    let mut heads = vec![corner("Code")];
    heads.extend(vendors.iter().map(|vendor| {
        let name = link(Route::Vendor(vendor.id.into()).href(), "", vec![text(vendor.name)]);
        el_with("th", &[("scope", "col")], vec![name])
    }));
    heads.push(el_with("th", &[("scope", "col")], vec![text(STANDARD_NAME)]));
    let rows = rows(catalog);
    let rows = rows.iter().map(|row| matrix_row(catalog, row, &names)).collect();
    table("matrix", "table-scroll matrix-scroll", "Codes by vendor", heads, rows)
}

fn matrix_row(catalog: &'static Catalog, row: &Row, names: &[&'static str]) -> Html {
    let code = row.code.to_string();
    let code = link(Route::CompareCode(row.code).href(), "code", vec![made(code)]);
    let mut cells = vec![el_with("th", &[("scope", "row")], vec![code])];
    let entries = row.cells.iter().chain([&row.standard]);
    cells.extend(
        names
            .iter()
            .zip(entries)
            .map(|(name, entry)| cell(name, matrix_cell(catalog, entry.as_ref()))),
    );
    el("tr", "", cells)
}

fn matrix_cell(catalog: &'static Catalog, entry: Option<&Arc<Entry>>) -> Html {
    let Some(entry) = entry else { return nothing("not listed") };
    let condition = catalog.condition(entry.condition);
    let sign = toned(
        "span",
        "sign",
        entry.outcome,
        vec![
            el_with("span", &[("aria-hidden", "true")], vec![text(sign(entry.outcome))]),
            made_line("span", "visually-hidden", format!("{}: ", words::outcome(entry.outcome))),
        ],
    );
    let name = text(condition.map_or(entry.condition, |condition| condition.name));
    link(Route::code(entry.vendor, entry.code).href(), "matrix-link", vec![sign, name])
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
