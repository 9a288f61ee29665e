//! The codes that were found, each with the number of its mark in the text.

use respondex_core::decode::{Confidence, DecodedResponse, Finding};
use respondex_core::{Catalog, Span};
use yew::prelude::*;

use crate::markup::{button, el, el_with, line, link, made, made_line, prose, text};
use crate::route::Route;
use crate::state::segments::{Mark, number_of};
use crate::state::shown_once::stands_in_body;
use crate::state::{vendor_facts, words};

/// The list; a click on a number selects the place in the text.
pub fn finding_list(
    response: &DecodedResponse,
    marks: &[Mark],
    on_select: &Callback<Span>,
) -> Html {
    let guess = response.vendor.as_ref();
    let possible =
        guess.filter(|guess| guess.confidence == Confidence::Possible).map(|guess| guess.id);
    let items = response.findings.iter().map(|finding| {
        let mark = mark_button(finding.span, marks, on_select);
        let possible = possible.filter(|id| finding.vendor == Some(*id));
        let message = finding.message.as_ref();
        let message = message.filter(|message| !stands_in_body(response, message));
        el("li", "finding", vec![mark, el("div", "", finding_words(finding, message, possible))])
    });
    el("ol", "findings", items.collect())
}

fn finding_words(finding: &Finding, message: Option<&String>, possible: Option<&str>) -> Vec<Html> {
    let mut head = vec![made_line("span", "code", finding.code.to_string())];
    if let Some(vendor) = &finding.vendor {
        let name = vendor_facts::name(Catalog::builtin(), vendor);
        head.push(made(format!(" {name}")));
    }
    head.push(made_line("span", "muted", format!(" in the {} ", words::origin(finding.origin))));
    if possible.is_some() {
        head.push(line("span", "tag", words::confidence(Confidence::Possible)));
        head.push(text(" "));
    }
    if !finding.known {
        head.push(line("span", "tag", "not listed"));
    }
    let mut lines = vec![el("p", "finding-head", head)];
    if let Some(message) = message {
        let attributes = [("class", "wire"), ("translate", "no")];
        lines.push(el_with("p", &attributes, vec![made(message.clone())]));
    }
    lines.push(match &finding.entry {
        Some(entry) => {
            let more = vec![made(format!("More about {}", entry.code))];
            let mut summary = prose(entry.summary);
            if let Some(id) = possible {
                let name = vendor_facts::name(Catalog::builtin(), id);
                summary.insert(0, made(format!("If it is {name}'s: ")));
            }
            summary.push(text(" "));
            summary.push(link(Route::code(entry.vendor, entry.code).href(), "", more));
            el("p", "", summary)
        }
        None => line("p", "muted", "No source says what this number means here."),
    });
    lines
}

/// The number of a mark, as a button that goes to the place.
pub fn mark_button(span: Span, marks: &[Mark], on_select: &Callback<Span>) -> Html {
    if span.start >= span.end {
        let attributes = [("class", "mark-none"), ("aria-hidden", "true")];
        return el_with("span", &attributes, vec![text("·")]);
    }
    let (name, words) = match number_of(marks, span) {
        Some(number) => (format!("Show place {number} in the text"), number.to_string()),
        // It overlaps another mark, or the text has too many.
        None => ("Show this place in the text".to_owned(), "›".to_owned()),
    };
    button("mark-number", Some(name), selecting(span, on_select), vec![made(words)])
}

/// A click that selects a place in the text.
pub fn selecting(span: Span, on_select: &Callback<Span>) -> Callback<MouseEvent> {
    on_select.reform(move |_: MouseEvent| span)
}
