//! The matrix of all codes, and one code across vendors.

use respondex_core::{Catalog, Code, CompareOptions, compare};
use yew::prelude::*;

use crate::components::compare_table::{comparison_table, matrix};
use crate::components::entry_facts::section;
use crate::route::Route;
use crate::state::vendor_facts;

/// All codes by vendor.
pub fn compare_all() -> Html {
    html! {
        <div class="wide">
            <div class="page-head">
                <h1 tabindex="-1">{"Compare"}</h1>
                <p>{"Every code that a vendor lists, with its meaning. A number leads to its comparison, a cell to the vendor's page."}</p>
                <ul class="legend" aria-label="Signs">
                    <li><span class="sign outcome-success" aria-hidden="true">{"✓"}</span>{"success"}</li>
                    <li><span class="sign outcome-partial" aria-hidden="true">{"◐"}</span>{"partly done"}</li>
                    <li><span class="sign outcome-failure" aria-hidden="true">{"✕"}</span>{"failed"}</li>
                    <li><span class="sign outcome-redirect" aria-hidden="true">{"→"}</span>{"redirect"}</li>
                    <li><span class="sign outcome-interim" aria-hidden="true">{"…"}</span>{"interim"}</li>
                    <li><span class="sign outcome-unknown" aria-hidden="true">{"?"}</span>{"not stated"}</li>
                    <li><span class="sign" aria-hidden="true">{"–"}</span>{"not listed"}</li>
                </ul>
            </div>
            {matrix(Catalog::builtin())}
        </div>
    }
}

/// One code.
pub fn compare_code(code: Code) -> Html {
    let catalog = Catalog::builtin();
    let comparison = compare(catalog, code, &CompareOptions::default());
    html! {
        <div class="wide">
            <div class="page-head">
                <p class="crumb"><a href={Route::Compare.href()}>{"All codes"}</a></p>
                <h1 tabindex="-1"><span class="card-code">{code.to_string()}</span>{" across vendors"}</h1>
                if !comparison.summary.is_empty() { <p class="lead">{&comparison.summary}</p> }
            </div>
            {comparison_table(&comparison)}
            if !comparison.deviations.is_empty() {
                {section("Where vendors deviate from the standard", Html::default(), html! {
                    <ul class="deviations">
                        for (at, deviation) in comparison.deviations.iter().enumerate() {
                            <li key={at}>
                                <p>
                                    <strong>{vendor_facts::name(catalog, &deviation.vendor).to_owned()}</strong>{" "}
                                    <span class="code">{deviation.code.to_string()}</span>{": "}{&deviation.reason}
                                </p>
                                <p>{"What it means for a client: "}{&deviation.effect}</p>
                                <p class="muted">{deviation.section}</p>
                            </li>
                        }
                    </ul>
                })}
            }
        </div>
    }
}
