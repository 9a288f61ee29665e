//! Everything that is known of one response, the answer first.

use respondex_core::Span;
use respondex_core::decode::DecodedResponse;
use yew::prelude::*;

use super::advice_card::advice_card;
use super::entry_facts::questions;
use super::fault_tree::fault_tree;
use super::finding_list::finding_list;
use super::id_switch::Masking;
use super::response_details::{
    field_error_list, field_table, noteworthy_list, read_as, record_table, vendor_evidence,
};
use super::verdict_banner::verdict_banner;
use crate::markup::{all, el, line, made_line};
use crate::state::segments::Mark;

/// The view, below whatever leads it.
pub fn response_view(
    lead: Option<Html>,
    response: &DecodedResponse,
    marks: &[Mark],
    masking: &Masking,
    on_select: &Callback<Span>,
) -> Html {
    // Always as many, however many parts follow, so that whoever steps through responses keeps the focus.
    let head = [verdict_banner(response), lead.unwrap_or_default(), advice_card(response, masking)];
    let mut card = Vec::new();
    let entry = response.findings.first().and_then(|finding| finding.entry.as_ref());
    let asked = entry.and_then(|entry| questions(entry));
    card.extend(asked.map(|asked| el("div", "answer-part", vec![asked])));
    if !response.findings.is_empty() {
        card.push(part("Codes found", finding_list(response, marks, on_select)));
    }
    if let Some(tree) = fault_tree(response) {
        card.push(part("What the body says", tree));
    }
    if !response.field_errors.is_empty() {
        card.push(part("Values that were refused", field_error_list(&response.field_errors)));
    }
    if !response.records.is_empty() {
        card.push(part("Records", record_table(&response.records, on_select)));
    }
    if !response.noteworthy.is_empty() {
        let list = noteworthy_list(&response.noteworthy, marks, on_select);
        card.push(part("Headers and tokens that matter", list));
    }
    if let Some(vendor) = &response.vendor {
        card.push(part("Whose response it is", vendor_evidence(vendor, marks, on_select)));
    }
    card.push(made_line("p", "muted", read_as(response)));
    if let Some(http) = response.http.as_ref().filter(|http| !http.fields.is_empty()) {
        card.push(field_table(http));
    }
    el("article", "card answer", head.into_iter().chain([all(card)]).collect())
}

/// A titled part of an answer.
pub fn part(title: &'static str, content: Html) -> Html {
    el("div", "answer-part", vec![line("h2", "", title), content])
}
