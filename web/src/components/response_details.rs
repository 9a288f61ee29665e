//! What stands beside the answer of a decoded response: vendor and evidence, records, refused values, fields.

use respondex_core::decode::{
    DecodedResponse, Evidence, FieldError, Http, Noteworthy, Notice, Record, VendorGuess,
};
use respondex_core::{Catalog, Outcome, Span};
use yew::prelude::*;

use super::finding_list::{mark_button, selecting};
use super::outcome_badge::outcome_badge;
use crate::markup::{
    all, button, el, el_with, line, link, made, made_line, none, prose, text, wire,
};
use crate::route::Route;
use crate::state::segments::Mark;
use crate::state::shown_once::RECORDS_SHOWN;
use crate::state::{vendor_facts, words};

/// Whose response it is, how sure that is, and the marks that decided.
pub fn vendor_evidence(guess: &VendorGuess, marks: &[Mark], on_select: &Callback<Span>) -> Html {
    let name = vendor_facts::name(Catalog::builtin(), guess.id).to_owned();
    let confidence = line("span", "tag", words::confidence(guess.confidence));
    let vendor = link(Route::Vendor(guess.id.to_string()).href(), "", vec![made(name)]);
    let mut parts = vec![
        el("p", "", vec![vendor, text(" "), confidence]),
        evidence_list(&guess.evidence, marks, on_select),
    ];
    if let Some(other) = &guess.runner_up {
        let name = vendor_facts::name(Catalog::builtin(), other.id);
        let words = format!("{name} fits less well ({}):", words::confidence(other.confidence));
        parts.push(made_line("p", "", words));
        parts.push(evidence_list(&other.evidence, marks, on_select));
    }
    if let Some(settled_by) = &guess.settled_by {
        parts.push(made_line("p", "muted", format!("To be certain: {settled_by}")));
    }
    all(parts)
}

fn evidence_list(evidence: &[Evidence], marks: &[Mark], on_select: &Callback<Span>) -> Html {
    let items = evidence.iter().map(|evidence| {
        let mark = mark_button(evidence.span.unwrap_or_default(), marks, on_select);
        el("li", "", vec![mark, el("span", "", prose(&evidence.mark))])
    });
    el("ul", "evidence", items.collect())
}

/// Challenges, waits, redirects and tokens, each explained.
pub fn noteworthy_list(
    noteworthy: &[Noteworthy],
    marks: &[Mark],
    on_select: &Callback<Span>,
) -> Html {
    let items = noteworthy.iter().map(|noted| {
        let mark = mark_button(noted.span, marks, on_select);
        let mut words = vec![wire(noted.name.clone()), text(": ")];
        words.extend(prose(&noted.meaning));
        el("li", "", vec![mark, el("span", "", words)])
    });
    el("ul", "evidence", items.collect())
}

/// Results of single records, counted and listed.
pub fn record_table(records: &[Record], on_select: &Callback<Span>) -> Html {
    let ended = |outcome| records.iter().filter(|record| record.outcome == outcome).count();
    let counts = format!(
        "{}: {} done, {} failed.",
        words::count_of(records.len(), "record"),
        ended(Outcome::Success),
        ended(Outcome::Failure)
    );
    let heads = ["Record", "Result", "Code", "Message"]
        .map(|name| el_with("th", &[("scope", "col")], vec![text(name)]));
    let rows = records.iter().take(RECORDS_SHOWN).enumerate();
    let rows = rows.map(|(at, record)| record_row(at.saturating_add(1), record, on_select));
    let table =
        vec![el("thead", "", vec![el("tr", "", heads.into())]), el("tbody", "", rows.collect())];
    let attributes = [
        ("class", "table-scroll"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", "Records"),
    ];
    let mut parts = vec![
        made_line("p", "", counts),
        el_with("div", &attributes, vec![el("table", "records", table)]),
    ];
    if records.len() > RECORDS_SHOWN {
        parts.push(made_line("p", "muted", format!("The first {RECORDS_SHOWN} are shown.")));
    }
    all(parts)
}

fn record_row(number: usize, record: &Record, on_select: &Callback<Span>) -> Html {
    let reference = record.reference.clone().unwrap_or_else(|| number.to_string());
    let name = format!("Show record {reference} in the text");
    let show = button("link", Some(name), selecting(record.span, on_select), vec![made(reference)]);
    let code = record.code.map(|code| code.to_string()).unwrap_or_default();
    let message = record.message.clone().unwrap_or_default();
    el(
        "tr",
        "",
        vec![
            el_with("th", &[("scope", "row")], vec![show]),
            el("td", "", vec![outcome_badge(record.outcome)]),
            made_line("td", "code", code),
            el_with("td", &[("translate", "no")], vec![made(message)]),
        ],
    )
}

/// Values that were refused.
pub fn field_error_list(errors: &[FieldError]) -> Html {
    let items = errors.iter().map(|error| {
        let field = match &error.field {
            Some(field) => all(vec![wire(field.clone()), text(": ")]),
            None => none(),
        };
        let message = el_with("span", &[("translate", "no")], vec![made(error.message.clone())]);
        el("li", "", vec![field, message])
    });
    el("ul", "plain field-errors", items.collect())
}

/// Repairs, limits and parts left unread.
pub fn notice_list(notices: &[Notice], on_select: &Callback<Span>) -> Html {
    let items = notices.iter().map(|notice| {
        let mut item = prose(&notice.message);
        if let Some(span) = notice.span.filter(|span| span.start < span.end) {
            let name = Some("Show this place in the text".to_owned());
            item.push(text(" "));
            item.push(button("link", name, selecting(span, on_select), vec![text("Show")]));
        }
        el("li", "", item)
    });
    el("ul", "notices", items.collect())
}

/// The header fields as received.
pub fn field_table(http: &Http) -> Html {
    let fields = http.fields.iter().map(|field| {
        let name = el_with("dt", &[("translate", "no")], vec![made(field.name.clone())]);
        el("div", "pair", vec![name, el("dd", "", vec![wire(field.value.clone())])])
    });
    let summary = made_line("summary", "", words::count_of(http.fields.len(), "header"));
    el("details", "more", vec![summary, el("dl", "pairs", fields.collect())])
}

/// What was read, in one line.
pub fn read_as(response: &DecodedResponse) -> String {
    let version = response.http.as_ref().and_then(|http| http.version.as_ref());
    let version = version.map_or_else(String::new, |version| format!(", HTTP/{version}"));
    let carrier = words::carrier(response.carrier);
    let request = response.request.as_ref().and_then(|request| {
        let parts = [request.method.as_deref(), request.host.as_deref()];
        let words: Vec<&str> = parts.into_iter().flatten().collect();
        (!words.is_empty()).then(|| format!("; answers {}", words.join(" to ")))
    });
    format!("Read as {}{version}{carrier}{}", response.format, request.unwrap_or_default())
}
