//! The matrix of all codes, and the table of one code across vendors.

use std::sync::Arc;

use respondex_core::compare::{Column, Comparison};
use respondex_core::{Catalog, Entry};
use yew::prelude::*;

use super::outcome_badge::outcome_badge;
use crate::route::Route;
use crate::state::matrix::{Row, rows, vendors};
use crate::state::{vendor_facts, words};

/// Codes down, vendors across.
pub fn matrix(catalog: &Catalog) -> Html {
    let vendors = vendors(catalog);
    html! {
        <div class="table-scroll matrix-scroll" tabindex="0" role="region" aria-label="Codes by vendor">
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col" class="matrix-corner">{"Code"}</th>
                        for vendor in &vendors {
                            <th scope="col" key={vendor.id.clone()}>
                                <a href={Route::Vendor(vendor.id.clone()).href()}>{&vendor.name}</a>
                            </th>
                        }
                        <th scope="col">{"HTTP standard"}</th>
                    </tr>
                </thead>
                <tbody>
                    for row in rows(catalog) { {matrix_row(catalog, &row, &vendors)} }
                </tbody>
            </table>
        </div>
    }
}

fn matrix_row(catalog: &Catalog, row: &Row, vendors: &[&respondex_core::Vendor]) -> Html {
    html! {
        <tr key={row.code.to_string()}>
            <th scope="row">
                <a class="code" href={Route::CompareCode(row.code).href()}>{row.code.to_string()}</a>
            </th>
            for (vendor, cell) in vendors.iter().zip(&row.cells) {
                <td key={vendor.id.clone()} data-label={vendor.name.clone()}>{matrix_cell(catalog, cell.as_ref())}</td>
            }
            <td data-label="HTTP standard">{matrix_cell(catalog, row.standard.as_ref())}</td>
        </tr>
    }
}

fn matrix_cell(catalog: &Catalog, entry: Option<&Arc<Entry>>) -> Html {
    let Some(entry) = entry else {
        return html! { <span class="cell-none"><span aria-hidden="true">{"–"}</span><span class="visually-hidden">{"not listed"}</span></span> };
    };
    let condition = catalog.condition(&entry.condition).map(|condition| condition.name.clone());
    html! {
        <a class="matrix-link" href={Route::code(&entry.vendor, entry.code).href()}>
            <span class={classes!("sign", words::outcome_class(entry.outcome))} aria-hidden="true">{sign(entry)}</span>
            <span class="visually-hidden">{words::outcome(entry.outcome)}{": "}</span>
            {condition.unwrap_or_else(|| entry.condition.clone())}
        </a>
    }
}

/// One sign for each outcome, so that the cells differ without colour.
fn sign(entry: &Entry) -> &'static str {
    use respondex_core::Outcome;
    match entry.outcome {
        Outcome::Success => "✓",
        Outcome::Partial => "◐",
        Outcome::Failure => "✕",
        Outcome::Redirect => "→",
        Outcome::Interim => "…",
        Outcome::Unknown => "?",
    }
}

/// Aspects down; the standard and the vendors across.
pub fn comparison_table(comparison: &Comparison) -> Html {
    let catalog = Catalog::builtin();
    let columns: Vec<(String, Option<&Arc<Entry>>, Option<&Column>)> =
        core::iter::once(("HTTP standard".to_owned(), comparison.standard.as_ref(), None))
            .chain(comparison.columns.iter().map(|column| {
                let name = vendor_facts::name(catalog, &column.vendor).to_owned();
                (name, column.entry.as_ref(), Some(column))
            }))
            .collect();
    let aspect = |name: &'static str, cell: &dyn Fn(&Arc<Entry>) -> Html| {
        html! {
            <tr>
                <th scope="row">{name}</th>
                for (vendor, entry, _) in &columns {
                    <td key={vendor.clone()} data-label={vendor.clone()}>
                        {entry.map_or_else(none, cell)}
                    </td>
                }
            </tr>
        }
    };
    html! {
        <div class="table-scroll matrix-scroll" tabindex="0" role="region" aria-label="Comparison">
            <table class="compare">
                <thead>
                    <tr>
                        <th scope="col" class="matrix-corner">{"Aspect"}</th>
                        for (vendor, ..) in &columns { <th scope="col" key={vendor.clone()}>{vendor}</th> }
                    </tr>
                </thead>
                <tbody>
                    {aspect("Outcome", &|entry| outcome_badge(entry.outcome))}
                    {aspect("Wording", &|entry| html! { <span class="wire" translate="no">{entry.wording().unwrap_or("not given").to_owned()}</span> })}
                    {aspect("Meaning", &|entry| html! { {catalog.condition(&entry.condition).map_or_else(|| entry.condition.clone(), |condition| condition.name.clone())} })}
                    {aspect("What happened", &|entry| html! { {&entry.summary} })}
                    {aspect("Who acts", &|entry| html! { {words::actor(entry.actor)} })}
                    {aspect("Try again", &|entry| html! { {words::retry(&entry.retry)} })}
                    {aspect("Travels", &|entry| html! { {words::travels(entry)} })}
                    {aspect("Page", &|entry| html! { <a href={Route::code(&entry.vendor, entry.code).href()}>{format!("{} {}", vendor_facts::name(catalog, &entry.vendor), entry.code)}</a> })}
                    <tr>
                        <th scope="row">{"Differs in"}</th>
                        for (vendor, entry, column) in &columns {
                            <td key={vendor.clone()} data-label={vendor.clone()}>{differs(entry.is_some(), *column, comparison.standard.is_some())}</td>
                        }
                    </tr>
                    <tr>
                        <th scope="row">{"Nearest codes"}</th>
                        for (vendor, _, column) in &columns {
                            <td key={vendor.clone()} data-label={vendor.clone()}>{column.map_or_else(none, nearest)}</td>
                        }
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

fn none() -> Html {
    html! { <span class="cell-none"><span aria-hidden="true">{"–"}</span><span class="visually-hidden">{"nothing"}</span></span> }
}

fn differs(listed: bool, column: Option<&Column>, has_standard: bool) -> Html {
    match column {
        Some(column) if listed && has_standard => match column.differs.as_slice() {
            [] => html! { <span>{"= as the standard"}</span> },
            aspects => html! {
                <span>{"≠ "}{aspects.iter().map(|name| words::fact(name)).collect::<Vec<_>>().join(", ")}</span>
            },
        },
        _ => none(),
    }
}

fn nearest(column: &Column) -> Html {
    if column.nearest.is_empty() {
        return none();
    }
    html! {
        <ul class="plain nearest">
            for near in &column.nearest {
                <li key={near.entry.id.clone()}>
                    <a class="code" href={Route::code(&near.entry.vendor, near.entry.code).href()}>{near.entry.code.to_string()}</a>
                    {" "}<span class="muted"><span aria-hidden="true">{words::equivalence_sign(near.kind)}</span>{" "}{words::equivalence(near.kind)}</span>
                </li>
            }
        </ul>
    }
}
