//! The table of one code across vendors: aspects down; the standard and the vendors across.

use respondex_core::compare::{ASPECTS, Aspect, Column, Comparison, Nearest};
use respondex_core::{Catalog, Entry, STANDARD};
use yew::Html;

use super::data_table::{cell, corner, nothing, table};
use super::entry_facts::entry_link;
use super::outcome_badge::outcome_badge;
use crate::markup::{all, el, el_with, line, link, made, made_line, prose, text, unspoken, wire};
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// One side of a comparison: the standard, or a vendor.
struct Side<'a> {
    name: &'static str,
    entry: Option<&'a Entry>,
    column: Option<&'a Column>,
    /// What is said where it does not list the number.
    absent: &'static str,
}

/// The table; `only_differing` leaves out the aspects in which no vendor differs from the standard.
pub fn comparison_table(comparison: &Comparison, only_differing: bool) -> Html {
    let catalog = Catalog::builtin();
    let mut sides = vec![Side {
        name: vendor_facts::name(catalog, STANDARD),
        entry: comparison.standard.as_deref(),
        column: None,
        absent: "not registered",
    }];
    sides.extend(comparison.columns.iter().map(|column| Side {
        name: vendor_facts::name(catalog, column.vendor),
        entry: column.entry.as_deref(),
        column: Some(column),
        absent: "not documented",
    }));
    let is_shown = |aspect: &&Aspect| {
        !only_differing || comparison.columns.iter().any(|it| it.differs.contains(&aspect.id))
    };
    let mut rows: Vec<Html> = ASPECTS
        .iter()
        .filter(is_shown)
        .map(|aspect| row(aspect.name, &sides, &|side| aspect_cell(aspect, side)))
        .collect();
    rows.push(row("Page", &sides, &|side| match side.entry {
        Some(entry) => entry_link(entry.id),
        None => nothing("none"),
    }));
    rows.push(row("Nearest codes", &sides, &|side| match side.column {
        Some(column) => nearest_codes(column, comparison),
        None => nothing("none"),
    }));
    let mut heads = vec![corner("Aspect")];
    heads
        .extend(sides.iter().map(|side| el_with("th", &[("scope", "col")], vec![text(side.name)])));
    table("compare", "table-scroll", "Comparison", heads, rows)
}

fn row(name: &'static str, sides: &[Side<'_>], show: &dyn Fn(&Side<'_>) -> Html) -> Html {
    let mut cells = vec![el_with("th", &[("scope", "row")], vec![text(name)])];
    cells.extend(sides.iter().map(|side| cell(side.name, show(side))));
    el("tr", "", cells)
}

fn aspect_cell(aspect: &Aspect, side: &Side<'_>) -> Html {
    let Some(entry) = side.entry else { return line("span", "muted", side.absent) };
    let differs = side.column.is_some_and(|column| column.differs.contains(&aspect.id));
    let content = match aspect.id {
        "outcome" => outcome_badge(entry.outcome),
        "condition" => condition_link(entry.condition),
        id => lines(&aspect.text(entry, Catalog::builtin()), id == "wire"),
    };
    if differs { all(vec![differs_mark(), content]) } else { content }
}

/// What stands before a cell that differs from the standard.
pub fn differs_mark() -> Html {
    let words = line("span", "visually-hidden", "differs: ");
    el("span", "differs", vec![unspoken("≠"), words])
}

/// The name of a condition, linked to its page.
pub fn condition_link(id: &'static str) -> Html {
    let condition = Catalog::builtin().condition(id);
    let name = condition.map_or(id, |condition| condition.name);
    link(Route::CompareCondition(id.into()).href(), "", vec![text(name)])
}

/// A text with a line for each item, as a list where there are several.
pub fn lines(words: &str, is_wire: bool) -> Html {
    let show = |words: &str| if is_wire { vec![wire(words.to_owned())] } else { prose(words) };
    let mut items: Vec<&str> = words.lines().collect();
    match (items.pop(), items.is_empty()) {
        (None, _) => nothing("nothing said"),
        (Some(only), true) => el("span", "", show(only)),
        (Some(last), false) => {
            items.push(last);
            el("ul", "plain", items.into_iter().map(|item| el("li", "", show(item))).collect())
        }
    }
}

fn nearest_codes(column: &Column, comparison: &Comparison) -> Html {
    if column.nearest.is_empty() {
        return nothing("none");
    }
    let mut list = vec![nearest_list(&column.nearest)];
    let standard = comparison.standard.as_deref();
    if let Some(entry) = standard.filter(|_| column.further > 0) {
        let more = vec![made(format!("{} more", column.further))];
        let href = Route::CompareCondition(entry.condition.into()).href();
        list.push(el("p", "muted", vec![link(href, "", more)]));
    }
    all(list)
}

/// Codes with the vendor's wording, and how near they are.
pub fn nearest_list(codes: &[Nearest]) -> Html {
    let items = codes.iter().map(|near| {
        let code = vec![made(near.entry.code.to_string())];
        let kind = vec![
            unspoken(words::equivalence_sign(near.kind)),
            text(" "),
            text(words::equivalence(near.kind)),
        ];
        let href = Route::code(near.entry.vendor, near.entry.code).href();
        let mut item = vec![link(href, "code", code), text(" ")];
        if let Some(wording) = near.entry.wording() {
            item.extend([wire(wording.to_owned()), text(" ")]);
        }
        item.push(el("span", "muted", kind));
        el("li", "", item)
    });
    el("ul", "plain nearest", items.collect())
}

/// A row's heading that leads somewhere.
pub fn linked_head(route: &Route, words: String) -> Html {
    el_with("th", &[("scope", "row")], vec![link(route.href(), "code", vec![made(words)])])
}

/// Lines of a table of our words, each once.
pub fn distinct(texts: impl Iterator<Item = String>) -> Html {
    let mut seen: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    match seen.len() {
        0 => nothing("nothing said"),
        _ => el("ul", "plain", seen.into_iter().map(|it| made_line("li", "", it)).collect()),
    }
}
