//! The codes that were found, each with the number of its mark in the text.

use respondex_core::decode::Finding;
use respondex_core::{Catalog, Span};
use yew::prelude::*;

use crate::route::Route;
use crate::state::segments::{Mark, number_of};
use crate::state::{vendor_facts, words};

/// The list; a click on a number selects the place in the text.
pub fn finding_list(findings: &[Finding], marks: &[Mark], on_select: &Callback<Span>) -> Html {
    html! {
        <ol class="findings">
            for (at, finding) in findings.iter().enumerate() {
                <li key={at} class="finding">
                    {mark_button(finding.span, marks, on_select)}
                    <div>
                        <p class="finding-head">
                            <span class="code">{finding.code.to_string()}</span>
                            if let Some(vendor) = &finding.vendor {
                                {" "}{vendor_facts::name(Catalog::builtin(), vendor).to_owned()}
                            }
                            <span class="muted">{format!(" in the {}", words::origin(finding.origin))}</span>
                            if !finding.known { {" "}<span class="tag">{"not listed"}</span> }
                        </p>
                        if let Some(message) = &finding.message {
                            <p class="wire" translate="no">{message}</p>
                        }
                        if let Some(entry) = &finding.entry {
                            <p>
                                {&entry.summary}{" "}
                                <a href={Route::code(&entry.vendor, entry.code).href()}>
                                    {format!("More about {}", entry.code)}
                                </a>
                            </p>
                        } else {
                            <p class="muted">{"No source says what this number means here."}</p>
                        }
                    </div>
                </li>
            }
        </ol>
    }
}

/// The number of a mark, as a button that goes to the place.
pub fn mark_button(span: Span, marks: &[Mark], on_select: &Callback<Span>) -> Html {
    let Some(number) = number_of(marks, span) else {
        return html! { <span class="mark-none" aria-hidden="true">{"·"}</span> };
    };
    let onclick = {
        let on_select = on_select.clone();
        move |_: MouseEvent| on_select.emit(span)
    };
    html! {
        <button type="button" class="mark-number" aria-label={format!("Show place {number} in the text")} {onclick}>
            {number.to_string()}
        </button>
    }
}
