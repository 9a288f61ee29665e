//! All codes by vendor, narrowed by the address.

use std::rc::Rc;

use respondex_core::compare::{Grouping, MatrixOptions, matrix};
use respondex_core::{Actor, Catalog, Outcome, RetryKind};
use yew::prelude::*;

use crate::components::compare_controls::{asking, choice, grouping_choice, tick, vendor_ticks};
use crate::components::export_bar::ExportBar;
use crate::components::matrix_grid::{DEVIATES, DIFFERS, MatrixGrid, VENDORS_DIFFER, sign};
use crate::components::outcome_badge::toned;
use crate::components::vendor_pair::VendorPair;
use crate::hooks::{address, use_compare_query};
use crate::markup::{all, el, el_with, line, link, made_line, text};
use crate::route::Route;
use crate::state::compare_query::CompareQuery;
use crate::state::words;

/// Props of [`MatrixPage`].
#[derive(Debug, PartialEq, Properties)]
pub struct MatrixPageProps {
    /// Grows with each visit.
    pub visit: u32,
}

/// The id of the line that says how many rows are left.
const STATUS: &str = "matrix-status";

/// The page.
#[component]
pub fn MatrixPage(props: &MatrixPageProps) -> Html {
    let catalog = Catalog::builtin();
    let (query, ask) = use_compare_query(&Route::Compare, props.visit);
    let shown = use_memo(query.clone(), |query| {
        let matrix = matrix(catalog, &options(query));
        let table = Rc::new(matrix.table(catalog));
        (Rc::new(matrix), table)
    });
    let (matrix, table) = (*shown).clone();
    let is_empty = table.rows.is_empty();
    let status = if is_empty { "No row is left.".to_owned() } else { table.summary.clone() };
    let file = match query.by {
        Grouping::Class => "codes-by-class",
        Grouping::Condition => "codes-by-condition",
    };
    let rows = if is_empty {
        nothing_left(&query, &ask)
    } else {
        let export = {
            let table = table.clone();
            Callback::from(move |()| (*table).clone())
        };
        html! { <><MatrixGrid {matrix} {table} /><ExportBar name={file} table={export} /></> }
    };
    html! {
        <div class="wide">
            {head()}
            <VendorPair />
            {controls(&query, &ask)}
            <p id={STATUS} class="matrix-status" role="status" tabindex="-1">{status}</p>
            {rows}
        </div>
    }
}

fn options(query: &CompareQuery) -> MatrixOptions {
    MatrixOptions {
        vendors: query.vendors.clone(),
        by: query.by,
        only_differing: query.differing,
        only_deviations: query.deviating,
        actor: query.actor,
        retry: query.retry,
    }
}

fn head() -> Html {
    let outcomes = [
        Outcome::Success,
        Outcome::Partial,
        Outcome::Failure,
        Outcome::Redirect,
        Outcome::Interim,
        Outcome::Unknown,
    ];
    let outcomes = outcomes.map(|outcome| {
        let sign = toned("span", "sign", outcome, vec![text(sign(outcome))]);
        el("li", "", vec![sign, text(words::outcome(outcome))])
    });
    let remarks = [DIFFERS, DEVIATES, VENDORS_DIFFER]
        .map(|remark| el("li", "", vec![line("span", "sign", remark.sign), text(remark.legend)]));
    let signs = outcomes.into_iter().chain(remarks).collect();
    let head = vec![
        el_with("h1", &[("tabindex", "-1")], vec![text("Compare")]),
        line(
            "p",
            "",
            "Every code that a vendor lists, beside the HTTP standard. A row’s name leads to its comparison, a cell to the vendor’s page of the code.",
        ),
        el_with("ul", &[("class", "legend"), ("aria-label", "Signs")], signs),
        // On a phone the filters fill the first screen and more.
        link(format!("{}#{STATUS}", Route::Compare.href()), "to-rows", vec![text("To the codes")]),
    ];
    el("div", "page-head page-head-wide", head)
}

fn controls(query: &CompareQuery, ask: &Callback<CompareQuery>) -> Html {
    let on_group = asking(query, ask, |query, by| query.by = by);
    let on_differing = asking(query, ask, |query, only| query.differing = only);
    let on_deviating = asking(query, ask, |query, only| query.deviating = only);
    let on_actor = asking(query, ask, |query, actor| query.actor = actor);
    let on_retry = asking(query, ask, |query, retry| query.retry = retry);
    let actors = Actor::ALL.map(|actor| (actor, actor.id(), words::actor(actor)));
    let retries = RetryKind::ALL.map(|kind| (kind, kind.id(), words::retry_kind(kind)));
    let only = vec![
        line("legend", "", "Only rows"),
        tick("where vendors differ", query.differing, &on_differing),
        tick("with deviations", query.deviating, &on_deviating),
    ];
    let parts = vec![
        grouping_choice(query.by, &on_group),
        vendor_ticks(query, ask),
        el("fieldset", "ticks", only),
        choice("matrix-actor", "Who acts", "Anybody", actors, query.actor, &on_actor),
        choice("matrix-retry", "Try again", "Any advice", retries, query.retry, &on_retry),
    ];
    el_with(
        "div",
        &[("class", "compare-controls"), ("role", "group"), ("aria-label", "Rows that are shown")],
        parts,
    )
}

/// What is shown where no row is left: which filters are on, and the way out.
fn nothing_left(query: &CompareQuery, ask: &Callback<CompareQuery>) -> Html {
    let filters = query.filters(Catalog::builtin());
    let filters = filters.into_iter().map(|filter| made_line("li", "", filter)).collect();
    let onclick = {
        let (all, ask) = (CompareQuery { by: query.by, ..CompareQuery::default() }, ask.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes with the filters; the line that says what came of it takes the focus.
            address::focus(address::element_by_id(STATUS));
            ask.emit(all.clone());
        })
    };
    let lead = vec![
        line("h2", "", "No row fits all of these filters"),
        el("ul", "", filters),
        html! { <button type="button" class="button button-primary" {onclick}>{"Take all filters off"}</button> },
    ];
    el("div", "empty matrix-empty", vec![all(lead)])
}
