//! The aspects in which codes are compared: one aspect, one row.
//!
//! What an aspect says of an entry, and whether two entries differ in it. Texts of our own differ
//! whenever they are written anew, so that they are shown and never counted as a difference.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::wording;
use crate::catalog::{Basis, Catalog, Entry};

/// One aspect of a code.
#[derive(Debug)]
pub struct Aspect {
    /// Kebab-case id, as `differs` names it.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// What it says of an entry; empty where the sources say nothing.
    text: fn(&Entry, &Catalog) -> String,
    /// Whether two entries differ in it; nothing for what is told in our words.
    differs: Option<fn(&Entry, &Entry) -> bool>,
    /// Whether it changes what a program has to do.
    decides: bool,
}

impl Aspect {
    /// What the aspect says of an entry; empty where the sources say nothing. Lists have a line for each item.
    pub fn text(&self, entry: &Entry, catalog: &Catalog) -> String {
        (self.text)(entry, catalog)
    }

    fn is_other(&self, one: &Entry, other: &Entry) -> bool {
        self.differs.is_some_and(|differs| differs(one, other))
    }
}

/// Every aspect, in the order of the rows.
pub const ASPECTS: &[Aspect] = &[
    Aspect {
        id: "wire",
        name: "Wire text",
        text: wire,
        differs: Some(phrase_differs),
        decides: false,
    },
    Aspect {
        id: "outcome",
        name: "Outcome",
        text: |entry, _| wording::outcome(entry.outcome).to_string(),
        differs: Some(|one, other| one.outcome != other.outcome),
        decides: true,
    },
    Aspect {
        id: "condition",
        name: "Condition",
        text: |entry, catalog| {
            let condition = catalog.condition(entry.condition);
            condition.map_or(entry.condition, |condition| condition.name).to_string()
        },
        differs: Some(|one, other| one.condition != other.condition),
        decides: true,
    },
    Aspect {
        id: "meaning",
        name: "Meaning",
        text: |entry, _| entry.summary.to_string(),
        differs: None,
        decides: false,
    },
    Aspect {
        id: "travels",
        name: "Where it travels",
        text: |entry, _| wording::travels(entry.travels, entry.under_status),
        differs: Some(|one, other| one.travels != other.travels),
        decides: true,
    },
    Aspect {
        id: "scope",
        name: "Methods and resources",
        text: |entry, _| {
            let scope = &entry.scope;
            let mut all = scope.methods.join(", ");
            for product in &scope.products {
                wording::add(&mut all, ", ", product);
            }
            if all.is_empty() { "all".to_string() } else { all }
        },
        differs: Some(|one, other| one.scope != other.scope),
        decides: false,
    },
    Aspect {
        id: "actor",
        name: "Who acts",
        text: |entry, _| wording::actor(entry.actor).to_string(),
        differs: Some(|one, other| one.actor != other.actor),
        decides: true,
    },
    Aspect {
        id: "steps",
        name: "What to do",
        text: |entry, _| entry.steps.join("\n"),
        differs: None,
        decides: false,
    },
    Aspect {
        id: "retry",
        name: "Try again",
        text: |entry, _| wording::retry(&entry.retry),
        differs: Some(|one, other| one.retry != other.retry),
        decides: true,
    },
    Aspect {
        id: "carries",
        name: "Response fields",
        text: |entry, _| match entry.carries.fields.as_slice() {
            [] => "none named".to_string(),
            fields => fields.join(", "),
        },
        differs: Some(|one, other| one.carries.fields != other.carries.fields),
        decides: false,
    },
    Aspect {
        id: "content",
        name: "Content",
        text: |entry, _| entry.carries.content.unwrap_or_default().to_string(),
        differs: None,
        decides: false,
    },
    Aspect {
        id: "contact",
        name: "Contact",
        text: |entry, _| entry.contact.unwrap_or_default().to_string(),
        differs: None,
        decides: false,
    },
    Aspect {
        id: "quirks",
        name: "Quirks",
        text: |entry, _| {
            let mut quirks = String::new();
            for quirk in &entry.quirks {
                wording::add(&mut quirks, "\n", quirk.summary);
            }
            quirks
        },
        differs: None,
        decides: false,
    },
    Aspect { id: "certainty", name: "Certainty", text: certainty, differs: None, decides: false },
];

/// The ids of the aspects in which two entries differ.
pub(super) fn differences(one: &Entry, other: &Entry) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for aspect in ASPECTS.iter().filter(|aspect| aspect.is_other(one, other)) {
        ids.push(aspect.id);
    }
    ids
}

/// The aspects in which two entries differ so that a program has to do something else.
pub(super) fn deciding(one: &Entry, other: &Entry) -> Vec<&'static Aspect> {
    let mut aspects = Vec::new();
    for aspect in ASPECTS.iter().filter(|aspect| aspect.decides && aspect.is_other(one, other)) {
        aspects.push(aspect);
    }
    aspects
}

/// A code without a phrase of its own cannot differ in it.
fn phrase_differs(one: &Entry, other: &Entry) -> bool {
    let phrase = |entry: &Entry| entry.wire.phrase.map(crate::word::lower);
    phrase(one).is_some() && phrase(one) != phrase(other)
}

/// Every wording, exact to the letter.
fn wire(entry: &Entry, _: &Catalog) -> String {
    let wire = &entry.wire;
    let mut text = String::new();
    let main = [wire.phrase, wire.result, wire.message];
    for wording in main.iter().flatten().chain(&wire.aliases) {
        wording::add(&mut text, "\n", wording);
    }
    text
}

/// Who lists the code, and which facts its source does not state.
fn certainty(entry: &Entry, _: &Catalog) -> String {
    let mut text = wording::listing(entry.listing).to_string();
    for (basis, name) in [(Basis::Derived, "\nderived: "), (Basis::Inferred, "\ninferred: ")] {
        let mut before = name;
        for (fact, said) in entry.provenance.iter() {
            if said.basis == basis {
                wording::add(&mut text, before, fact);
                before = ", ";
            }
        }
    }
    text
}
