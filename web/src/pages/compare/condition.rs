//! One condition across vendors: which codes and messages tell it.

use std::rc::Rc;

use respondex_core::catalog::Message;
use respondex_core::compare::{ConditionComparison, Nearest};
use respondex_core::{Catalog, CompareOptions, STANDARD, compare::compare_condition};
use yew::prelude::*;

use crate::components::compare_controls::vendor_ticks;
use crate::components::compare_table::{condition_link, distinct, nearest_list};
use crate::components::data_table::{cell, corner, nothing, table};
use crate::components::export_bar::ExportBar;
use crate::hooks::use_compare_query;
use crate::markup::{all, el, el_with, line, link, made_line, prose, text, wire};
use crate::pages::not_found;
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// Props of [`ConditionPage`].
#[derive(Debug, PartialEq, Properties)]
pub struct ConditionPageProps {
    /// Id of the condition.
    pub id: String,
    /// Grows with each visit.
    pub visit: u32,
}

const HEADS: [&str; 4] = ["Codes", "Messages", "Who acts", "Try again"];

/// The page.
#[component]
pub fn ConditionPage(props: &ConditionPageProps) -> Html {
    let catalog = Catalog::builtin();
    let route = Route::CompareCondition(props.id.clone());
    let (query, ask) = use_compare_query(&route, props.visit);
    let options = CompareOptions { vendors: query.vendors.clone() };
    let Some(comparison) = compare_condition(catalog, &props.id, &options).map(Rc::new) else {
        return not_found();
    };
    let exported = {
        let comparison = comparison.clone();
        Callback::from(move |()| comparison.table(catalog))
    };
    let back =
        link(format!("{}?by=condition", Route::Compare.href()), "", vec![text("All conditions")]);
    let condition = &comparison.condition;
    let mut head = vec![
        el("p", "crumb", vec![back]),
        el_with("h1", &[("tabindex", "-1")], vec![text(condition.name)]),
        el("p", "lead", prose(condition.summary)),
        made_line("p", "", comparison.summary.clone()),
    ];
    head.extend(family("A kind of: ", condition.broader.as_slice()));
    head.extend(family("Kinds of it: ", &comparison.narrower));
    head.extend(family("Close to it: ", &condition.near));
    let steps = if condition.steps.is_empty() {
        Vec::new()
    } else {
        let steps = condition.steps.iter().map(|step| el("li", "", prose(step))).collect();
        vec![line("h2", "", "What to do, unless a code says otherwise"), el("ol", "", steps)]
    };
    html! {
        <div class="wide">
            <div class="page-head">{all(head)}</div>
            <div class="compare-controls">{vendor_ticks(&query, &ask)}</div>
            {condition_table(&comparison)}
            <ExportBar name={condition.id} table={exported} />
            <section class="fact">{all(steps)}</section>
        </div>
    }
}

fn family(lead: &'static str, ids: &[&'static str]) -> Option<Html> {
    let (first, others) = ids.split_first()?;
    let mut words = vec![line("span", "muted", lead), condition_link(first)];
    for id in others {
        words.extend([text(", "), condition_link(id)]);
    }
    Some(el("p", "", words))
}

fn condition_table(comparison: &ConditionComparison) -> Html {
    let mut heads = vec![corner("Vendor")];
    heads.extend(HEADS.map(|head| el_with("th", &[("scope", "col")], vec![text(head)])));
    let mut rows = vec![row(STANDARD, &comparison.standard, &[])];
    rows.extend(
        comparison.columns.iter().map(|column| row(column.vendor, &column.codes, &column.messages)),
    );
    table("compare compare-conditions", "table-scroll", "Codes by vendor", heads, rows)
}

fn row(vendor: &'static str, codes: &[Nearest], messages: &[Message]) -> Html {
    let name = text(vendor_facts::name(Catalog::builtin(), vendor));
    let name = if vendor == STANDARD {
        name
    } else {
        link(Route::Vendor(vendor.into()).href(), "", vec![name])
    };
    let codes_cell =
        if codes.is_empty() { line("span", "muted", "no code") } else { nearest_list(codes) };
    let said = messages.iter().map(|message| {
        let place = format!(" ({}, under {})", message.place, message.code);
        el("li", "", vec![wire(message.text.to_owned()), made_line("span", "muted", place)])
    });
    let said =
        if messages.is_empty() { nothing("none") } else { el("ul", "plain", said.collect()) };
    let actors = distinct(codes.iter().map(|near| words::actor(near.entry.actor).to_owned()));
    let retries = distinct(codes.iter().map(|near| words::retry_detail(&near.entry.retry)));
    let cells = [codes_cell, said, actors, retries];
    let mut all = vec![el_with("th", &[("scope", "row")], vec![name])];
    all.extend(HEADS.into_iter().zip(cells).map(|(head, content)| cell(head, content)));
    el("tr", "", all)
}
