//! `types.d.ts` names every member and every word that an answer can have.
#![expect(
    clippy::unwrap_used,
    reason = "a test may fail; the lints only know functions marked as tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use respondex_core::catalog::lint::FACTS;
use respondex_core::{
    Catalog, Code, CompareOptions, DecodeOptions, MatrixOptions, SearchOptions, VendorsOptions,
    all_deviations, compare, compare_condition, compare_vendors, decode, matrix, search,
};
use serde::Serialize;
use serde_json::Value;

const TYPES: &str = include_str!("../types.d.ts");

/// Members whose values are one of a few words; `type` and `kind` of a fault or a mask are free.
const WORDS: &[&str] = &[
    "action",
    "actor",
    "against",
    "application",
    "basis",
    "confidence",
    "listing",
    "origin",
    "outcome",
    "registration",
    "rule",
    "transport",
    "travels",
    "weight",
    "why",
];

#[derive(Default)]
struct Seen {
    members: BTreeSet<String>,
    words: BTreeMap<String, BTreeSet<String>>,
}

impl Seen {
    fn add<T: Serialize>(&mut self, answer: &T) {
        self.walk(&serde_json::to_value(answer).unwrap());
    }

    fn walk(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.walk(item)),
            Value::Object(members) => {
                for (name, value) in members {
                    self.members.insert(name.clone());
                    if let (true, Some(word)) = (WORDS.contains(&name.as_str()), value.as_str()) {
                        self.words.entry(name.clone()).or_default().insert(word.into());
                    }
                    self.walk(value);
                }
            }
            _ => {}
        }
    }
}

/// Every kind of answer, with every code and every golden text.
fn seen() -> Seen {
    let catalog = Catalog::builtin();
    let mut seen = Seen::default();
    seen.add(&catalog.vendors());
    seen.add(&catalog.conditions());
    for number in (0..1000).chain(1990..5200) {
        let code = Code::new(number);
        seen.add(&catalog.lookup(code, None));
        seen.add(&catalog.lookup(code, Some("vision")));
    }
    for entry in catalog.entries() {
        seen.add(&compare(catalog, entry.code, &CompareOptions::default()));
    }
    for condition in catalog.conditions() {
        seen.add(&compare_condition(catalog, condition.id, &CompareOptions::default()));
    }
    let vendors: Vec<String> = catalog.vendors().iter().map(|vendor| vendor.id.into()).collect();
    let compared = compare_vendors(catalog, &VendorsOptions { vendors, all: true });
    seen.add(&compared);
    seen.add(&compared.table(catalog));
    seen.add(&matrix(catalog, &MatrixOptions::default()));
    seen.add(&all_deviations(catalog, &CompareOptions::default()));
    for query in ["401 vision", "4070-4077", "recipient not found", "40x", "unauthorised", "tokne"]
    {
        seen.add(&search(catalog, query, &SearchOptions::default()));
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let mut folders = vec![golden];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
                seen.add(&decode(catalog, &text, &DecodeOptions::default()));
            }
        }
    }
    seen
}

#[test]
fn every_member_of_an_answer_is_declared() {
    let seen = seen();
    let declared = |name: &str| {
        TYPES.lines().map(str::trim_start).any(|line| {
            let after = line.strip_prefix(name).unwrap_or_default();
            after.starts_with(':') || after.starts_with("?:")
        })
    };
    let missing: Vec<&String> = seen
        .members
        .iter()
        .filter(|name| !declared(name) && !FACTS.contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "declare in npm/types.d.ts: {missing:?}");
    assert!(seen.members.len() > 60, "only {} members seen", seen.members.len());
}

#[test]
fn every_word_of_an_answer_is_declared() {
    for (member, words) in seen().words {
        for word in words {
            assert!(TYPES.contains(&format!("\"{word}\"")), "npm/types.d.ts: {member}: \"{word}\"");
        }
    }
}

#[test]
fn every_fact_and_every_vendor_is_declared() {
    let vendors = Catalog::builtin().vendors().iter().map(|vendor| vendor.id);
    for name in FACTS.iter().copied().chain(vendors) {
        assert!(TYPES.contains(&format!("\"{name}\"")), "npm/types.d.ts has no \"{name}\"");
    }
}
