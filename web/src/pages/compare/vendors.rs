//! Vendors against each other, and what changes on the way from the first to the others.

use std::rc::Rc;

use respondex_core::Catalog;
use respondex_core::compare::{
    Action, Brief, Migration, VendorComparison, VendorsOptions, compare_vendors,
};
use yew::prelude::*;

use crate::components::compare_controls::{asking, tick};
use crate::components::compare_table::{differs_mark, linked_head};
use crate::components::data_table::{cell, corner, table};
use crate::components::export_bar::ExportBar;
use crate::components::outcome_badge::outcome_badge;
use crate::components::vendor_pair::VendorPair;
use crate::hooks::use_compare_query;
use crate::markup::{
    all, el, el_with, line, link, made, made_line, none, prose, text, unspoken, wire,
};
use crate::pages::not_found;
use crate::route::Route;
use crate::state::compare_query::CompareQuery;
use crate::state::{vendor_facts, words};

/// Props of [`CompareVendorsPage`].
#[derive(Debug, PartialEq, Properties)]
pub struct CompareVendorsPageProps {
    /// Id of the vendor that is handled.
    pub one: String,
    /// Id of the vendor that comes.
    pub other: String,
    /// Grows with each visit.
    pub visit: u32,
}

/// The page; further vendors stand in the query of the address.
#[component]
pub fn CompareVendorsPage(props: &CompareVendorsPageProps) -> Html {
    let catalog = Catalog::builtin();
    let CompareVendorsPageProps { one, other, visit } = props;
    let route = Route::CompareVendors(one.clone(), other.clone());
    let (query, ask) = use_compare_query(&route, *visit);
    let mut vendors = vec![one.clone(), other.clone()];
    vendors.extend(query.vendors.iter().cloned());
    let compared = Rc::new(compare_vendors(catalog, &VendorsOptions { vendors, all: query.all }));
    let is_known = |id: &str| vendor_facts::vendor(catalog, id).is_some();
    if one == other || !is_known(one) || !is_known(other) {
        return not_found();
    }
    let exported = {
        let compared = compared.clone();
        Callback::from(move |()| compared.table(catalog))
    };
    let name = |id: &str| vendor_facts::name(catalog, id);
    let names: Vec<&str> = compared.vendors.iter().map(|id| name(id)).collect();
    let back = Route::CompareVendors(other.clone(), one.clone());
    let mut head = vec![
        el("p", "crumb", vec![link(Route::Compare.href(), "", vec![text("All codes")])]),
        el_with("h1", &[("tabindex", "-1")], vec![made(names.join(" against "))]),
    ];
    head.extend(compared.migrations.iter().map(|way| made_line("p", "lead", way.summary.clone())));
    head.push(made_line("p", "", compared.summary.clone()));
    let around = format!("The other way round: from {} to {}", name(other), name(one));
    head.push(el("p", "", vec![link(back.href(), "", vec![made(around)])]));
    let on_all = asking(&query, &ask, |query, all| query.all = all);
    let file = compared.vendors.join("-");
    html! {
        <div class="wide">
            <div class="page-head">{all(head)}</div>
            <VendorPair one={one.clone()} other={other.clone()} />
            <div class="compare-controls">
                {tick("Rows that do not differ as well", query.all, &on_all)}
                {more_vendors(&compared, &query, &ask)}
            </div>
            {compared.migrations.iter().map(reading).collect::<Html>()}
            {vendor_table(&compared)}
            <ExportBar name={file} table={exported} />
        </div>
    }
}

/// The vendors that could stand beside, as boxes to tick.
fn more_vendors(
    compared: &VendorComparison,
    query: &CompareQuery,
    ask: &Callback<CompareQuery>,
) -> Html {
    let pair = compared.vendors.get(..2).unwrap_or_default();
    let others = Catalog::builtin().vendors().iter().filter(|it| !pair.contains(&it.id));
    let ticks = others.map(|vendor| {
        let is_on = query.vendors.iter().any(|id| id == vendor.id);
        let (query, ask) = (query.clone(), ask.clone());
        let on_change = Callback::from(move |is_on: bool| {
            let mut vendors = query.vendors.clone();
            vendors.retain(|id| id != vendor.id);
            if is_on {
                vendors.push(vendor.id.to_owned());
            }
            ask.emit(CompareQuery { vendors, ..query.clone() });
        });
        tick(vendor.name, is_on, &on_change)
    });
    html! { <fieldset class="ticks"><legend>{"Beside them"}</legend>{all(ticks.collect())}</fieldset> }
}

/// How the answers of the vendor that comes are read.
fn reading(way: &Migration) -> Html {
    if way.reading.is_empty() {
        return none();
    }
    let title =
        format!("How answers of {} are read", vendor_facts::name(Catalog::builtin(), way.to));
    let items = way.reading.iter().map(|words| el("li", "", prose(words))).collect();
    el("section", "fact", vec![made_line("h2", "", title), el("ul", "", items)])
}

fn vendor_table(compared: &VendorComparison) -> Html {
    let name = |id: &str| vendor_facts::name(Catalog::builtin(), id);
    let names: Vec<&'static str> = compared.vendors.iter().map(|id| name(id)).collect();
    let mut heads = vec![corner("Code")];
    heads.extend(names.iter().map(|name| el_with("th", &[("scope", "col")], vec![text(name)])));
    heads.extend(compared.migrations.iter().map(|way| {
        el_with("th", &[("scope", "col")], vec![made(format!("To do for {}", name(way.to)))])
    }));
    let rows = compared.rows.iter().map(|row| {
        let mut cells = vec![linked_head(&Route::CompareCode(row.code), row.code.to_string())];
        let first = row.cells.iter().flatten().next().map(|brief| brief.id);
        for (name, brief) in names.iter().zip(&row.cells) {
            let content = match brief {
                Some(brief) => {
                    let differs = !row.differs.is_empty() && first != Some(brief.id);
                    brief_cell(brief, row.code, compared, differs)
                }
                None => line("span", "muted", "not documented"),
            };
            cells.push(cell(name, content));
        }
        for way in &compared.migrations {
            let step = way.steps.iter().find(|step| step.code == row.code);
            cells.push(cell(
                "To do",
                step.map_or_else(none, |step| step_cell(step.action, &step.text)),
            ));
        }
        el("tr", "", cells)
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return line(
            "p",
            "note",
            "They do not differ in any code. Tick the box above to see every row.",
        );
    }
    table("compare compare-pairs", "table-scroll", "Codes of these vendors", heads, rows)
}

fn brief_cell(
    brief: &Brief,
    code: respondex_core::Code,
    compared: &VendorComparison,
    differs: bool,
) -> Html {
    let catalog = Catalog::builtin();
    let vendor = brief.id.split('/').next().unwrap_or_default();
    debug_assert!(compared.vendors.contains(&vendor));
    let condition = catalog.condition(brief.condition);
    let condition = condition.map_or(brief.condition, |condition| condition.name);
    let mut head = vec![link(Route::code(vendor, code).href(), "", vec![text(condition)])];
    if differs {
        head.insert(0, differs_mark());
    }
    let mut content = vec![el("p", "", head)];
    if let Some(wording) = brief.wording {
        content.push(el("p", "", vec![wire(wording.to_owned())]));
    }
    content.push(el("p", "", vec![outcome_badge(brief.outcome)]));
    let advice = format!("{}; {}", words::actor(brief.actor), words::retry(&brief.retry));
    content.push(made_line("p", "muted", advice));
    el("div", "brief", content)
}

/// What to do about a number: a sign and a word, then the sentence.
fn step_cell(action: Action, words: &str) -> Html {
    let (sign, word) = match action {
        Action::Add => ("+", "Add"),
        Action::Change => ("≠", "Change"),
        Action::Keep => ("=", "Keep"),
        Action::Drop => ("−", "Drop"),
    };
    let head = el("strong", "step-action", vec![unspoken(sign), text(" "), text(word)]);
    el("div", "brief", vec![el("p", "", vec![head]), el("p", "", prose(words))])
}
