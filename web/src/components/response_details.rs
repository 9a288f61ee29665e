//! What stands beside the answer of a decoded response: vendor and evidence, records, refused values, fields.

use respondex_core::decode::{DecodedResponse, FieldError, Http, Notice, Record, VendorGuess};
use respondex_core::{Catalog, Outcome, Span};
use yew::prelude::*;

use super::finding_list::mark_button;
use super::outcome_badge::outcome_badge;
use crate::route::Route;
use crate::state::segments::Mark;
use crate::state::{vendor_facts, words};

/// Whose response it is, how sure that is, and the marks that decided.
pub fn vendor_evidence(guess: &VendorGuess, marks: &[Mark], on_select: &Callback<Span>) -> Html {
    let name = vendor_facts::name(Catalog::builtin(), &guess.id).to_owned();
    html! {
        <>
            <p>
                <a href={Route::Vendor(guess.id.clone()).href()}>{name}</a>
                {" "}<span class="tag">{words::confidence(guess.confidence)}</span>
            </p>
            <ul class="evidence">
                for (at, evidence) in guess.evidence.iter().enumerate() {
                    <li key={at}>
                        {match evidence.span {
                            Some(span) => mark_button(span, marks, on_select),
                            None => html! { <span class="mark-none" aria-hidden="true">{"·"}</span> },
                        }}
                        <span>{&evidence.mark}</span>
                    </li>
                }
            </ul>
        </>
    }
}

/// Results of single records, counted and listed.
pub fn record_table(records: &[Record], on_select: &Callback<Span>) -> Html {
    /// More rows than this are counted only.
    const SHOWN: usize = 100;
    let failed = records.iter().filter(|record| record.outcome == Outcome::Failure).count();
    let succeeded = records.iter().filter(|record| record.outcome == Outcome::Success).count();
    html! {
        <>
            <p>{format!("{}: {succeeded} done, {failed} failed.", words::count_of(records.len(), "record"))}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Records">
                <table class="records">
                    <thead><tr><th scope="col">{"Record"}</th><th scope="col">{"Result"}</th><th scope="col">{"Code"}</th><th scope="col">{"Message"}</th></tr></thead>
                    <tbody>
                        for (at, record) in records.iter().take(SHOWN).enumerate() {
                            {record_row(at, record, on_select)}
                        }
                    </tbody>
                </table>
            </div>
            if records.len() > SHOWN { <p class="muted">{format!("The first {SHOWN} are shown.")}</p> }
        </>
    }
}

fn record_row(at: usize, record: &Record, on_select: &Callback<Span>) -> Html {
    let number = at.saturating_add(1).to_string();
    let name = record.reference.clone().unwrap_or_else(|| number.clone());
    let onclick = {
        let (on_select, span) = (on_select.clone(), record.span);
        move |_: MouseEvent| on_select.emit(span)
    };
    html! {
        <tr key={at}>
            <th scope="row">
                <button type="button" class="link" aria-label={format!("Show record {name} in the text")} {onclick}>{name}</button>
            </th>
            <td>{outcome_badge(record.outcome)}</td>
            <td class="code">{record.code.map(|code| code.to_string()).unwrap_or_default()}</td>
            <td translate="no">{record.message.clone().unwrap_or_default()}</td>
        </tr>
    }
}

/// Values that were refused.
pub fn field_error_list(errors: &[FieldError]) -> Html {
    html! {
        <ul class="plain field-errors">
            for (at, error) in errors.iter().enumerate() {
                <li key={at}>
                    if let Some(field) = &error.field { <span class="wire" translate="no">{field}</span>{": "} }
                    <span translate="no">{&error.message}</span>
                </li>
            }
        </ul>
    }
}

/// Repairs, limits and parts left unread.
pub fn notice_list(notices: &[Notice], on_select: &Callback<Span>) -> Html {
    html! {
        <ul class="notices">
            for (at, notice) in notices.iter().enumerate() {
                <li key={at}>
                    {&notice.message}
                    if let Some(span) = notice.span.filter(|span| span.start < span.end) {
                        {" "}
                        <button type="button" class="link" onclick={{
                            let on_select = on_select.clone();
                            move |_: MouseEvent| on_select.emit(span)
                        }}>{"Show"}</button>
                    }
                </li>
            }
        </ul>
    }
}

/// The header fields as received.
pub fn field_table(http: &Http) -> Html {
    html! {
        <details class="more">
            <summary>{words::count_of(http.fields.len(), "header")}</summary>
            <dl class="pairs">
                for (at, field) in http.fields.iter().enumerate() {
                    <div class="pair" key={at}>
                        <dt translate="no">{&field.name}</dt><dd class="wire" translate="no">{&field.value}</dd>
                    </div>
                }
            </dl>
        </details>
    }
}

/// What was read, in one line.
pub fn read_as(response: &DecodedResponse) -> String {
    let version = response
        .http
        .as_ref()
        .and_then(|http| http.version.as_ref())
        .map_or_else(String::new, |version| format!(", HTTP/{version}"));
    format!("Read as {}{version}", response.format)
}
