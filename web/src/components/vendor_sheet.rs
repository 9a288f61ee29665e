//! All codes of a vendor as a sheet of paper has them; not shown on a screen.

use respondex_core::{Catalog, Entry, Retry};
use yew::Html;

use crate::markup::{el, el_with, line, made, made_line, prose, text, wire};
use crate::state::{vendor_facts, words};

const HEADS: [&str; 5] = ["Code", "Wording", "Who acts", "What to do first", "Try again"];

/// The sheet: one line a code where its words allow it, so that it fits on one or two pages.
pub fn vendor_sheet(catalog: &Catalog, vendor: &str) -> Html {
    let heads = HEADS.map(|head| el_with("th", &[("scope", "col")], vec![text(head)]));
    let rows = vendor_facts::entries(catalog, vendor).map(|entry| sheet_row(entry));
    let table =
        vec![el("thead", "", vec![el("tr", "", heads.into())]), el("tbody", "", rows.collect())];
    el("div", "sheet", vec![el("table", "", table)])
}

fn sheet_row(entry: &Entry) -> Html {
    let code = el_with("th", &[("scope", "row")], vec![made(entry.code.to_string())]);
    // Without a wording of the vendor, our own words say what the number means.
    let said = match entry.wording() {
        Some(wording) => vec![wire(wording.to_owned())],
        None => prose(entry.summary),
    };
    let first = entry.steps.first().map_or_else(|| vec![text("–")], |step| prose(step));
    el(
        "tr",
        "",
        vec![
            code,
            el("td", "", said),
            line("td", "", words::actor(entry.actor)),
            el("td", "", first),
            made_line("td", "", again(&entry.retry)),
        ],
    )
}

/// What has to happen first, and the documented waits.
fn again(retry: &Retry) -> String {
    let waits = words::waits(retry).map(|waits| format!(": {waits}")).unwrap_or_default();
    [words::retry(retry), &waits].concat()
}
