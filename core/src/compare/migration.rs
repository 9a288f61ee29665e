//! From one vendor to another: what stays, what has to be changed, what has to be added.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::aspect::deciding;
use super::by_vendor::numbers;
use super::equivalence::nearest;
use super::wording;
use crate::catalog::{Catalog, Entry, Travels, Vendor};
use crate::code::Code;

/// What somebody who handles one vendor has to do for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Migration {
    /// Id of the vendor that is handled.
    pub from: &'static str,
    /// Id of the vendor that comes.
    pub to: &'static str,
    /// How much it is, in a sentence.
    pub summary: String,
    /// How its answers are read: where the code stands, what errors look like, whom to ask.
    pub reading: Vec<String>,
    /// One step for each number that one of them lists, rising.
    pub steps: Vec<MigrationStep>,
}

/// What to do about one number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MigrationStep {
    /// The number.
    pub code: Code,
    /// What to do.
    pub action: Action,
    /// In words.
    pub text: String,
}

/// What to do about a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Both list it, and a program has to do something else.
    Change,
    /// Only the vendor that comes lists it.
    Add,
    /// Both list it, and what a program has to do stays.
    Keep,
    /// Only the vendor that is handled lists it.
    Drop,
}

impl Action {
    /// The value as it stands in data: `change`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Add => "add",
            Self::Keep => "keep",
            Self::Drop => "drop",
        }
    }
}

pub(super) fn migrate(catalog: &Catalog, from: &Vendor, to: &Vendor) -> Migration {
    let mut steps = Vec::new();
    for code in numbers(catalog, &[from.id, to.id]) {
        let old = catalog.entry_of(from.id, code).map(AsRef::as_ref);
        let new = catalog.entry_of(to.id, code).map(AsRef::as_ref);
        let (action, text) = match (old, new) {
            (Some(old), Some(new)) => changed(catalog, old, new),
            (None, Some(new)) => (Action::Add, added(catalog, from, new)),
            (Some(_), None) => (Action::Drop, format!("{} does not list it.", to.name)),
            (None, None) => continue,
        };
        steps.push(MigrationStep { code, action, text });
    }
    let count = |action| {
        let of = steps.iter().filter(|step: &&MigrationStep| step.action == action);
        of.count()
    };
    let summary = format!(
        "You handle {}; for {} you must add {} and change {}. Unchanged: {}; not listed there: {}.",
        from.name,
        to.name,
        wording::counted(count(Action::Add), "code"),
        count(Action::Change),
        count(Action::Keep),
        count(Action::Drop)
    );
    Migration { from: from.id, to: to.id, summary, reading: reading(catalog, from, to), steps }
}

fn changed(catalog: &Catalog, old: &Entry, new: &Entry) -> (Action, String) {
    let mut text = String::new();
    for aspect in deciding(new, old) {
        let (before, after) = (aspect.text(old, catalog), aspect.text(new, catalog));
        let name = aspect.name.to_ascii_lowercase();
        wording::add(&mut text, "; ", &format!("{name}: {before} → {after}"));
    }
    if text.is_empty() {
        return (Action::Keep, "The handling can stay.".to_string());
    }
    (Action::Change, text)
}

/// What comes, and which codes are handled already that mean nearly the same.
fn added(catalog: &Catalog, from: &Vendor, new: &Entry) -> String {
    let mut like = String::new();
    for near in nearest(catalog, from.id, new.condition, None) {
        wording::add(&mut like, ", ", &format!("{} ({})", near.entry.code, near.kind.id()));
    }
    if like.is_empty() {
        return format!("{} Nothing that {} answers comes near.", new.summary, from.name);
    }
    format!("{} At {} nearest to it: {like}.", new.summary, from.name)
}

fn reading(catalog: &Catalog, from: &Vendor, to: &Vendor) -> Vec<String> {
    let mut sentences = Vec::new();
    let (before, after) = (body_status(catalog, from), body_status(catalog, to));
    if before != after {
        sentences.push(match after {
            Some(status) => format!(
                "Read the code in the body: the HTTP status is {status}, whatever happened."
            ),
            None => "Read the HTTP status: it tells success from failure.".to_string(),
        });
    }
    let mut formats = String::new();
    for content in &to.error_content {
        wording::add(&mut formats, "; ", content.name);
    }
    sentences.push(if formats.is_empty() {
        "What an error looks like inside is not documented.".to_string()
    } else {
        format!("Errors come as: {formats}.")
    });
    if let Some(contact) = to.contact {
        sentences.push(format!("Persistent trouble goes to {contact}."));
    }
    sentences
}

/// The HTTP status of every answer, for a vendor whose codes travel in the body.
fn body_status(catalog: &Catalog, vendor: &Vendor) -> Option<u16> {
    let of_vendor = catalog.entries().iter().filter(|entry| entry.vendor == vendor.id);
    of_vendor.filter(|entry| entry.travels == Travels::Body).find_map(|entry| entry.under_status)
}
