//! One code across vendors and the standard.

use std::rc::Rc;

use respondex_core::{Catalog, Code, CompareOptions, compare};
use yew::prelude::*;

use crate::components::compare_controls::{asking, tick, vendor_ticks};
use crate::components::compare_table::comparison_table;
use crate::components::deviation_list::deviation_list;
use crate::components::entry_facts::section;
use crate::components::export_bar::ExportBar;
use crate::hooks::use_compare_query;
use crate::markup::{all, el, el_with, link, made_line, none, text};
use crate::route::Route;

/// Props of [`CompareCodePage`].
#[derive(Debug, PartialEq, Properties)]
pub struct CompareCodePageProps {
    /// The number.
    pub code: Code,
    /// Grows with each visit.
    pub visit: u32,
}

/// The page.
#[component]
pub fn CompareCodePage(props: &CompareCodePageProps) -> Html {
    let catalog = Catalog::builtin();
    let code = props.code;
    let (query, ask) = use_compare_query(&Route::CompareCode(code), props.visit);
    let options = CompareOptions { vendors: query.vendors.clone() };
    let comparison = Rc::new(compare(catalog, code, &options));
    let title = vec![made_line("span", "card-code", code.to_string()), text(" across vendors")];
    let head = vec![
        el("p", "crumb", vec![link(Route::Compare.href(), "", vec![text("All codes")])]),
        el_with("h1", &[("tabindex", "-1")], title),
        made_line("p", "lead", comparison.summary.clone()),
    ];
    let on_differing = asking(&query, &ask, |query, only| query.differing = only);
    let only = tick("Only what differs from the standard", query.differing, &on_differing);
    let deviations = if comparison.deviations.is_empty() {
        none()
    } else {
        let title = "Where vendors deviate";
        section(title, none(), deviation_list(&comparison.deviations))
    };
    let table = {
        let comparison = comparison.clone();
        Callback::from(move |()| comparison.table(catalog))
    };
    html! {
        <div class="wide">
            <div class="page-head">{all(head)}</div>
            <div class="compare-controls">{vendor_ticks(&query, &ask)}{only}</div>
            {comparison_table(&comparison, query.differing)}
            <ExportBar name={format!("compare-{code}")} {table} />
            {deviations}
        </div>
    }
}
