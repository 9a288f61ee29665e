//! The matrix of all codes, and one code across vendors.

use respondex_core::{Catalog, Code, CompareOptions, Deviation, Outcome, compare};
use yew::Html;

use crate::components::compare_table::{comparison_table, matrix, sign};
use crate::components::entry_facts::section;
use crate::components::outcome_badge::toned;
use crate::markup::{el, el_with, line, link, made, made_line, none, prose, text};
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// All codes by vendor.
pub fn compare_all() -> Html {
    let signs = [
        Outcome::Success,
        Outcome::Partial,
        Outcome::Failure,
        Outcome::Redirect,
        Outcome::Interim,
        Outcome::Unknown,
    ];
    let signs = signs.map(|outcome| {
        let sign = toned("span", "sign", outcome, vec![text(sign(outcome))]);
        el("li", "", vec![sign, text(words::outcome(outcome))])
    });
    let head = vec![
        el_with("h1", &[("tabindex", "-1")], vec![text("Compare")]),
        line(
            "p",
            "",
            "Every code that a vendor lists, with its meaning. A number leads to its comparison, a cell to the vendor's page.",
        ),
        el_with("ul", &[("class", "legend"), ("aria-label", "Signs")], signs.into()),
    ];
    el("div", "wide", vec![el("div", "page-head", head), matrix(Catalog::builtin())])
}

/// One code.
pub fn compare_code(code: Code) -> Html {
    let comparison = compare(Catalog::builtin(), code, &CompareOptions::default());
    let title = vec![made_line("span", "card-code", code.to_string()), text(" across vendors")];
    let mut head = vec![
        el("p", "crumb", vec![link(Route::Compare.href(), "", vec![text("All codes")])]),
        el_with("h1", &[("tabindex", "-1")], title),
    ];
    if !comparison.summary.is_empty() {
        head.push(made_line("p", "lead", comparison.summary.clone()));
    }
    let mut page = vec![el("div", "page-head", head), comparison_table(&comparison)];
    if !comparison.deviations.is_empty() {
        let items = comparison.deviations.iter().map(deviation_item).collect();
        let title = "Where vendors deviate from the standard";
        page.push(section(title, none(), el("ul", "deviations", items)));
    }
    el("div", "wide", page)
}

fn deviation_item(deviation: &Deviation) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), deviation.vendor).to_owned();
    let mut what = vec![
        made_line("strong", "", vendor),
        text(" "),
        made_line("span", "code", deviation.code.to_string()),
        text(": "),
    ];
    what.extend(prose(&deviation.reason));
    let mut effect = vec![text("What it means for a client: ")];
    effect.extend(prose(deviation.effect));
    el(
        "li",
        "",
        vec![
            el("p", "", what),
            el("p", "", effect),
            el("p", "muted", vec![made(deviation.section.to_string())]),
        ],
    )
}
