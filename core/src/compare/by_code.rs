//! One number across vendors and the standard.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::deviation::deviations;
use super::equivalence::nearest;
use super::{Column, CompareOptions, Comparison};
use crate::catalog::{Catalog, Entry, STANDARD, Vendor};
use crate::code::Code;

/// Compares one code across vendors and with the standard.
///
/// A vendor that does not list the number, or means something else by it, gets its nearest codes by
/// condition. Nothing is guessed: a vendor without such a code has none.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, Code, CompareOptions, compare};
///
/// let comparison = compare(Catalog::builtin(), Code::new(401), &CompareOptions::default());
/// let updox = comparison.columns.iter().find(|column| column.vendor == "updox").unwrap();
/// assert!(updox.entry.is_none());
/// assert_eq!(updox.nearest[0].entry.id, "updox/4010");
/// ```
pub fn compare(catalog: &Catalog, code: Code, options: &CompareOptions) -> Comparison {
    let standard = catalog.entry_of(STANDARD, code).cloned();
    let used = standard.as_deref().filter(|entry| entry.is_in_use());
    let chosen: Vec<&Vendor> =
        options.vendors.iter().filter_map(|name| catalog.vendor(name)).collect();
    let vendors: Vec<&Vendor> = catalog
        .vendors()
        .iter()
        .filter(|vendor| vendor.id != STANDARD)
        .filter(|vendor| {
            options.vendors.is_empty() || chosen.iter().any(|other| other.id == vendor.id)
        })
        .collect();
    // What the number means, where it is not registered: what the first vendor that lists it means.
    let first = || catalog.entries_with(code).next().map(AsRef::as_ref);
    let condition = used.or_else(first).map(|entry| entry.condition);
    let columns: Vec<Column> = vendors
        .iter()
        .map(|vendor| {
            let entry = catalog.entry_of(vendor.id, code).cloned();
            let same = entry.as_ref().is_some_and(|entry| Some(entry.condition) == condition);
            let nearest = match condition.filter(|_| !same) {
                Some(condition) => nearest(catalog, vendor.id, condition, code),
                None => Vec::new(),
            };
            let differs = match (entry.as_deref(), used) {
                (Some(entry), Some(standard)) => differences(entry, standard),
                _ => Vec::new(),
            };
            Column { vendor: vendor.id, entry, nearest, differs }
        })
        .collect();
    let deviations = columns
        .iter()
        .filter_map(|column| column.entry.as_deref())
        .flat_map(|entry| deviations(entry, standard.as_deref()))
        .collect();
    let summary = summary(catalog, code, &vendors, &columns);
    Comparison { code, standard, summary, deviations, columns }
}

/// The aspects in which a vendor's entry differs from the registered meaning.
fn differences(entry: &Entry, standard: &Entry) -> Vec<&'static str> {
    let phrase = |entry: &Entry| entry.wire.phrase.map(crate::word::lower);
    let aspects = [
        ("wire", phrase(entry).is_some() && phrase(entry) != phrase(standard)),
        ("outcome", entry.outcome != standard.outcome),
        ("condition", entry.condition != standard.condition),
        ("travels", entry.travels != standard.travels),
        ("scope", entry.scope != standard.scope),
        ("actor", entry.actor != standard.actor),
        ("retry", entry.retry != standard.retry),
        ("carries", entry.carries.fields != standard.carries.fields),
    ];
    aspects.into_iter().filter(|(_, differs)| *differs).map(|(aspect, _)| aspect).collect()
}

/// Who lists the number, and who means what by it.
fn summary(catalog: &Catalog, code: Code, vendors: &[&Vendor], columns: &[Column]) -> String {
    let names = |wanted: &dyn Fn(&Column) -> bool| {
        let of = vendors.iter().zip(columns).filter(|(_, column)| wanted(column));
        list(&of.map(|(vendor, _)| vendor.name).collect::<Vec<_>>())
    };
    let listed = columns.iter().filter(|column| column.entry.is_some()).count();
    if listed == 0 {
        return format!("None of these vendors lists {code}.");
    }
    let mut text = format!("{code} is listed by {}", names(&|column| column.entry.is_some()));
    if listed < columns.len() {
        text.push_str(", not by ");
        text.push_str(&names(&|column| column.entry.is_none()));
    }
    text.push('.');
    let mut conditions: Vec<&str> = Vec::new();
    for entry in columns.iter().filter_map(|column| column.entry.as_ref()) {
        if !conditions.contains(&entry.condition) {
            conditions.push(entry.condition);
        }
    }
    if conditions.len() < 2 {
        if listed > 1 {
            text.push_str(" They mean the same by it.");
        }
        return text;
    }
    let meanings: Vec<String> = conditions
        .iter()
        .filter_map(|id| catalog.condition(id))
        .map(|condition| {
            let who = names(&|column| {
                column.entry.as_ref().is_some_and(|entry| entry.condition == condition.id)
            });
            format!("“{}” at {who}", condition.name)
        })
        .collect();
    text.push_str(" It does not mean the same everywhere: ");
    text.push_str(&meanings.join("; "));
    text.push('.');
    text
}

/// `A, B and C`.
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_string(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}
