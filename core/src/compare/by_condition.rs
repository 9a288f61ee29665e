//! One meaning across vendors and the standard: which codes and messages tell it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::by_code::in_words;
use super::equivalence::{nearest, relation};
use super::summary::trying_again;
use super::table::Table;
use super::{CompareOptions, Equivalence, Nearest, chosen_vendors, name_of, wording};
use crate::catalog::{Catalog, Condition, Entry, Message, STANDARD};
use crate::code::Code;

/// What stands where a vendor has no code for a condition.
const NO_CODE: &str = "no code";

/// One condition across vendors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionComparison {
    /// The condition.
    pub condition: Condition,
    /// Conditions that are kinds of it, by id.
    pub narrower: Vec<&'static str>,
    /// What matters: who has a code for it, and whether trying again helps.
    pub summary: String,
    /// The registered statuses that come nearest to it.
    pub standard: Vec<Nearest>,
    /// One column a vendor.
    pub columns: Vec<ConditionColumn>,
}

/// One vendor's side of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionColumn {
    /// Vendor id.
    pub vendor: &'static str,
    /// The vendor's codes that come nearest, the nearest kind first; none where it has no such code.
    pub codes: Vec<Nearest>,
    /// Messages that tell it although no code of their own goes with them.
    pub messages: Vec<Message>,
}

/// Compares what vendors answer in one condition, by its id or its name; nothing for one that is not in the vocabulary.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, CompareOptions, compare_condition};
///
/// let options = CompareOptions::default();
/// let found = compare_condition(Catalog::builtin(), "already-exists", &options).unwrap();
/// let vision = found.columns.iter().find(|column| column.vendor == "vision").unwrap();
/// assert_eq!(vision.messages[0].text, "Record already exists");
/// ```
pub fn compare_condition(
    catalog: &Catalog,
    name: &str,
    options: &CompareOptions,
) -> Option<ConditionComparison> {
    let same = |other: &str| other.eq_ignore_ascii_case(name.trim());
    let is_named = |it: &&Condition| same(it.id) || same(it.name);
    let condition = catalog.conditions().iter().find(is_named)?.clone();
    let mut narrower = Vec::new();
    for kind in catalog.conditions().iter().filter(|kind| kind.broader == Some(condition.id)) {
        narrower.push(kind.id);
    }
    let mut columns = Vec::new();
    for vendor in chosen_vendors(catalog, &options.vendors) {
        let codes = nearest(catalog, vendor.id, condition.id, None);
        let mut messages = Vec::new();
        for message in vendor.messages.iter().filter(|it| it.condition == condition.id) {
            messages.push(message.clone());
        }
        columns.push(ConditionColumn { vendor: vendor.id, codes, messages });
    }
    let standard = registered(catalog, &condition);
    let summary = summary(catalog, &columns);
    Some(ConditionComparison { condition, narrower, summary, standard, columns })
}

/// The statuses that are registered for the condition or for kinds of it, else the one that the vocabulary names.
fn registered(catalog: &Catalog, condition: &Condition) -> Vec<Nearest> {
    let found = nearest(catalog, STANDARD, condition.id, None);
    if found.iter().any(|it| matches!(it.kind, Equivalence::Same | Equivalence::Narrower)) {
        return found;
    }
    let named = condition.nearest_http_status.map(Code::from);
    let entry = named.and_then(|status| catalog.entry_of(STANDARD, status)).cloned();
    let near = entry.map(|entry| {
        let kind = relation(catalog, entry.condition, condition.id);
        Nearest { kind: kind.unwrap_or(Equivalence::Nearest), entry }
    });
    near.into_iter().collect()
}

fn summary(catalog: &Catalog, columns: &[ConditionColumn]) -> String {
    let mut entries: Vec<&Entry> = Vec::new();
    let (mut with, mut near, mut said, mut without) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for column in columns {
        let names = match column.codes.first().map(|nearest| nearest.kind) {
            Some(Equivalence::Same | Equivalence::Narrower) => &mut with,
            Some(_) => &mut near,
            None if column.messages.is_empty() => &mut without,
            None => &mut said,
        };
        names.push(name_of(catalog, column.vendor));
        for nearest in column.codes.iter().filter(|it| it.kind == Equivalence::Same) {
            entries.push(&nearest.entry);
        }
    }
    let mut text = trying_again(catalog, &entries);
    for (names, says) in [
        (with, "Have codes for it: "),
        (near, "Have only codes that come close: "),
        (said, "Tell it in a message without a code of its own: "),
        (without, "Have no code for it: "),
    ] {
        if !names.is_empty() {
            wording::add(&mut text, " ", says);
            text.push_str(&wording::list(&names));
            text.push('.');
        }
    }
    text
}

impl ConditionComparison {
    /// The comparison as a table: the standard and the vendors down; codes, messages and what to do across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let title = format!("{} ({})", self.condition.name, self.condition.id);
        let mut table = Table::new(title, self.summary.clone());
        for head in ["Vendor", "Codes", "Messages", "Who acts", "Try again"] {
            table.column(head);
        }
        push_row(&mut table, name_of(catalog, STANDARD), &self.standard, &[]);
        for column in &self.columns {
            let name = name_of(catalog, column.vendor);
            push_row(&mut table, name, &column.codes, &column.messages);
        }
        table
    }
}

fn push_row(table: &mut Table, name: &str, codes: &[Nearest], messages: &[Message]) {
    table.row(name);
    table.cell(if codes.is_empty() { NO_CODE.to_string() } else { in_words(codes) }, false);
    let mut said = String::new();
    for message in messages {
        let text = format!("{} ({}, under {})", message.text, message.place, message.code);
        wording::add(&mut said, "\n", &text);
    }
    table.cell(said, false);
    let advice: [fn(&Entry) -> String; 2] =
        [|entry| wording::actor(entry.actor).to_string(), |entry| wording::retry(&entry.retry)];
    for of in advice {
        let mut different = String::new();
        for nearest in codes {
            let text = of(&nearest.entry);
            if !different.lines().any(|line| line == text) {
                wording::add(&mut different, "\n", &text);
            }
        }
        table.cell(different, false);
    }
}
