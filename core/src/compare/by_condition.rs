//! One meaning across vendors and the standard: which codes and messages tell it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::by_code::in_words;
use super::equivalence::{nearest, relation};
use super::summary::trying_again;
use super::table::{Cell, Table};
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

/// Compares what vendors answer in one condition; nothing for an id that is not in the vocabulary.
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
    id: &str,
    options: &CompareOptions,
) -> Option<ConditionComparison> {
    let condition = catalog.condition(id)?.clone();
    let kinds = catalog.conditions().iter().filter(|kind| kind.broader == Some(condition.id));
    let narrower = kinds.map(|kind| kind.id).collect();
    let vendors = chosen_vendors(catalog, &options.vendors);
    let columns: Vec<ConditionColumn> = vendors
        .iter()
        .map(|vendor| ConditionColumn {
            vendor: vendor.id,
            codes: nearest(catalog, vendor.id, condition.id, None),
            messages: vendor
                .messages
                .iter()
                .filter(|message| message.condition == condition.id)
                .cloned()
                .collect(),
        })
        .collect();
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
    let exact = |column: &ConditionColumn| {
        let fits = |kind| matches!(kind, Equivalence::Same | Equivalence::Narrower);
        column.codes.first().is_some_and(|nearest| fits(nearest.kind))
    };
    let of = |wanted: &dyn Fn(&ConditionColumn) -> bool| {
        let names = columns.iter().filter(|column| wanted(column));
        wording::list(&names.map(|column| name_of(catalog, column.vendor)).collect::<Vec<_>>())
    };
    let with = of(&exact);
    let near = of(&|column| !exact(column) && !column.codes.is_empty());
    let said = of(&|column| column.codes.is_empty() && !column.messages.is_empty());
    let without = of(&|column| column.codes.is_empty() && column.messages.is_empty());
    let mut sentences: Vec<String> = Vec::new();
    let entries: Vec<&Entry> = columns
        .iter()
        .filter(|column| exact(column))
        .flat_map(|column| column.codes.iter())
        .filter(|nearest| nearest.kind == Equivalence::Same)
        .map(|nearest| nearest.entry.as_ref())
        .collect();
    if !entries.is_empty() {
        sentences.extend(trying_again(catalog, &entries));
    }
    for (names, says) in [
        (with, "have codes for it"),
        (near, "have only codes that come close"),
        (said, "tell it in a message without a code of its own"),
        (without, "have no code for it"),
    ] {
        if !names.is_empty() {
            sentences.push(format!("{}: {names}.", wording::sentence(says)));
        }
    }
    sentences.join(" ")
}

impl ConditionComparison {
    /// The comparison as a table: the standard and the vendors down; codes, messages and what to do across.
    pub fn table(&self, catalog: &Catalog) -> Table {
        let title = format!("{} ({})", self.condition.name, self.condition.id);
        let mut table = Table::new(title, self.summary.clone());
        table.columns =
            ["Vendor", "Codes", "Messages", "Who acts", "Try again"].map(Into::into).into();
        let advice = |codes: &[Nearest], of: fn(&Entry) -> String| {
            let mut all: Vec<String> = Vec::new();
            for text in codes.iter().map(|nearest| of(&nearest.entry)) {
                if !all.contains(&text) {
                    all.push(text);
                }
            }
            Cell::plain(all.join("\n"))
        };
        let standard = (STANDARD, &self.standard, [].as_slice());
        let vendors = self.columns.iter().map(|it| (it.vendor, &it.codes, it.messages.as_slice()));
        for (vendor, codes, messages) in [standard].into_iter().chain(vendors) {
            let listed = if codes.is_empty() { NO_CODE.to_string() } else { in_words(codes) };
            let said =
                messages.iter().map(|it| format!("{} ({}, under {})", it.text, it.place, it.code));
            table.row(
                name_of(catalog, vendor).to_string(),
                Vec::from([
                    Cell::plain(listed),
                    Cell::plain(said.collect::<Vec<_>>().join("\n")),
                    advice(codes, |entry| wording::actor(entry.actor).to_string()),
                    advice(codes, |entry| wording::retry(&entry.retry)),
                ]),
            );
        }
        table
    }
}
