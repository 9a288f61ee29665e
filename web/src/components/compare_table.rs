//! The matrix of all codes, and the table of one code across vendors.

use std::sync::Arc;

use respondex_core::compare::{Column, Comparison};
use respondex_core::{Catalog, Entry, Outcome};
use yew::Html;

use super::entry_facts::entry_link;
use super::outcome_badge::{outcome_badge, toned};
use crate::markup::{el, el_made, el_with, line, link, made, made_line, prose, text, wire};
use crate::route::Route;
use crate::state::matrix::{Row, rows, vendors};
use crate::state::{vendor_facts, words};

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

/// How an aspect of an entry is shown.
type ShowAspect = fn(&Entry) -> Html;

/// One side of a comparison: the standard, or a vendor.
struct Side<'a> {
    name: &'static str,
    entry: Option<&'a Entry>,
    column: Option<&'a Column>,
}

/// Aspects down; the standard and the vendors across.
pub fn comparison_table(comparison: &Comparison) -> Html {
    let catalog = Catalog::builtin();
    let mut sides =
        vec![Side { name: STANDARD_NAME, entry: comparison.standard.as_deref(), column: None }];
    sides.extend(comparison.columns.iter().map(|column| Side {
        name: vendor_facts::vendor(catalog, column.vendor).map_or("", |vendor| vendor.name),
        entry: column.entry.as_deref(),
        column: Some(column),
    }));
    let aspects: [(&'static str, ShowAspect); 8] = [
        ("Outcome", |entry| outcome_badge(entry.outcome)),
        ("Wording", |entry| match entry.wording() {
            Some(wording) => wire(wording.to_owned()),
            None => nothing("not given"),
        }),
        ("Meaning", |entry| {
            let condition = Catalog::builtin().condition(entry.condition);
            text(condition.map_or(entry.condition, |condition| condition.name))
        }),
        ("What happened", |entry| el("span", "", prose(entry.summary))),
        ("Who acts", |entry| text(words::actor(entry.actor))),
        ("Try again", |entry| text(words::retry(&entry.retry))),
        ("Travels", |entry| made(words::travels(entry))),
        ("Page", |entry| entry_link(entry.id)),
    ];
    let mut rows: Vec<Html> = aspects
        .into_iter()
        .map(|(name, show)| {
            aspect_row(name, &sides, &|side| side.entry.map_or_else(|| nothing("not listed"), show))
        })
        .collect();
    let has_standard = comparison.standard.is_some();
    rows.push(aspect_row("Differs in", &sides, &|side| differs(side, has_standard)));
    rows.push(aspect_row("Nearest codes", &sides, &|side| {
        side.column.map_or_else(|| nothing("none"), nearest)
    }));
    let mut heads = vec![corner("Aspect")];
    heads
        .extend(sides.iter().map(|side| el_with("th", &[("scope", "col")], vec![text(side.name)])));
    table("compare", "table-scroll", "Comparison", heads, rows)
}

fn aspect_row(name: &'static str, sides: &[Side<'_>], show: &dyn Fn(&Side<'_>) -> Html) -> Html {
    let mut cells = vec![el_with("th", &[("scope", "row")], vec![text(name)])];
    cells.extend(sides.iter().map(|side| cell(side.name, show(side))));
    el("tr", "", cells)
}

fn differs(side: &Side<'_>, has_standard: bool) -> Html {
    match side.column {
        Some(column) if side.entry.is_some() && has_standard => {
            if column.differs.is_empty() {
                return text("= as the standard");
            }
            let aspects: Vec<&str> = column.differs.iter().map(|name| words::fact(name)).collect();
            made(format!("≠ {}", aspects.join(", ")))
        }
        _ => nothing("nothing to compare"),
    }
}

fn nearest(column: &Column) -> Html {
    if column.nearest.is_empty() {
        return nothing("none");
    }
    let items = column.nearest.iter().map(|near| {
        let code = vec![made(near.entry.code.to_string())];
        let kind = vec![
            el_with(
                "span",
                &[("aria-hidden", "true")],
                vec![text(words::equivalence_sign(near.kind))],
            ),
            text(" "),
            text(words::equivalence(near.kind)),
        ];
        el(
            "li",
            "",
            vec![
                link(Route::code(near.entry.vendor, near.entry.code).href(), "code", code),
                text(" "),
                el("span", "muted", kind),
            ],
        )
    });
    el("ul", "plain nearest", items.collect())
}

fn corner(name: &'static str) -> Html {
    el_with("th", &[("class", "matrix-corner"), ("scope", "col")], vec![text(name)])
}

/// A cell that names its column, for the cards on a phone.
fn cell(name: &'static str, content: Html) -> Html {
    el_made("td", "", ("data-label", name.to_owned()), vec![content])
}

fn nothing(why: &'static str) -> Html {
    let dash = el_with("span", &[("aria-hidden", "true")], vec![text("–")]);
    el("span", "cell-none", vec![dash, line("span", "visually-hidden", why)])
}

fn table(
    class: &'static str,
    frame: &'static str,
    name: &'static str,
    heads: Vec<Html>,
    rows: Vec<Html>,
) -> Html {
    let attributes =
        [("class", frame), ("tabindex", "0"), ("role", "region"), ("aria-label", name)];
    let table = vec![el("thead", "", vec![el("tr", "", heads)]), el("tbody", "", rows)];
    el_with("div", &attributes, vec![el("table", class, table)])
}
