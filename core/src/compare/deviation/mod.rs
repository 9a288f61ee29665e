//! The rules that vendors break, of the standard and of their own pages; computed from the catalogue.
//!
//! One rule is one row: a name, the section, what breaking it means for a client, and the signs of it.
//! `number` has the rules about numbers and their classes, `meaning` those about what a status stands for,
//! `carried` those about fields and content, `outcome` those about how a response ends, `page` those
//! about what a vendor's page promises. What no other member of the catalogue tells is an entry's `usage`,
//! with its source; no rule names a vendor.

mod carried;
mod case;
mod meaning;
mod number;
mod outcome;
mod page;

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use self::case::Case;
use super::chosen_vendors;
use crate::catalog::{Basis, Catalog, Entry, STANDARD, SourceKind, UsageKind};
use crate::code::Code;

/// A place where a vendor breaks a rule of the standard, or one of its own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deviation {
    /// Name of the rule.
    pub rule: &'static str,
    /// What it stands against.
    pub against: Against,
    /// Vendor id.
    pub vendor: &'static str,
    /// The number; for a class that is declared and never listed, its first.
    pub code: Code,
    /// Section of the standard.
    pub section: &'static str,
    /// What deviates.
    pub reason: String,
    /// What it means for a client.
    pub effect: &'static str,
    /// Who says what it was found from.
    pub basis: Basis,
}

/// What a deviation stands against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// A standard or a registry.
    Standard,
    /// What the vendor itself documents.
    OwnDocumentation,
}

/// One rule: a name, where it stands, what breaking it means for a client, and how it is seen.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case name.
    pub id: &'static str,
    /// What it stands against.
    pub against: Against,
    /// Section of the standard: where the rule stands, or what a client falls back on.
    pub section: &'static str,
    /// What breaking it means for a client.
    pub effect: &'static str,
    /// The fact of the entry that it is seen in; who says the fact, says the finding.
    fact: &'static str,
    /// The first that is there counts.
    signs: &'static [Sign],
}

/// How a broken rule is seen; each gives the reason.
#[derive(Debug)]
enum Sign {
    /// A listed code breaks it.
    Listed(fn(&Case<'_>, &Entry) -> Option<String>),
    /// The code is used so; the sentence, and what the usage says beside it.
    Used(UsageKind, &'static str),
    /// The vendor's page breaks it, whether it lists the code or not.
    Page(fn(&Case<'_>) -> Option<String>),
}

/// Every rule, in the order in which findings are given. A new one is a row in its file, with cases that
/// fire and cases that do not in `tests/compare/deviations.tsv`.
const RULES: &[&[Rule]] =
    &[number::RULES, outcome::RULES, meaning::RULES, carried::RULES, page::RULES];

/// Every rule.
///
/// # Examples
///
/// ```
/// use respondex_core::compare::rules;
///
/// assert!(rules().any(|rule| rule.id == "final-error-in-1xx" && rule.section.contains("15.2")));
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

/// The rules that one vendor breaks with one code; `vendor` is an id.
///
/// A rule about the vendor's page can be broken by a code that it does not list.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, Code, deviations};
///
/// let found = deviations(Catalog::builtin(), "vision", Code::new(406));
/// assert!(found.iter().any(|found| found.rule == "not-acceptable-without-negotiation"));
/// ```
pub fn deviations(catalog: &Catalog, vendor: &str, code: Code) -> Vec<Deviation> {
    let Some(case) = Case::new(catalog, vendor, code) else { return Vec::new() };
    let entry = case.entry;
    if vendor == STANDARD || entry.is_some_and(|entry| entry.listing == SourceKind::Standard) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for rule in rules() {
        found.extend(broken(rule, &case));
    }
    found
}

/// Every deviation of the vendors that are asked for; of all where none is.
///
/// # Examples
///
/// ```
/// use respondex_core::{Catalog, CompareOptions, all_deviations};
///
/// let all = all_deviations(Catalog::builtin(), &CompareOptions::default());
/// assert!(all.iter().any(|found| found.vendor == "santedb" && found.rule == "challenge-grammar"));
/// ```
pub fn all_deviations(catalog: &Catalog, options: &super::CompareOptions) -> Vec<Deviation> {
    let mut all = Vec::new();
    for vendor in chosen_vendors(catalog, &options.vendors) {
        for code in page::codes_in_question(catalog, vendor) {
            all.extend(deviations(catalog, vendor.id, code));
        }
    }
    all
}

fn broken(rule: &'static Rule, case: &Case<'_>) -> Option<Deviation> {
    let (reason, basis) = rule.signs.iter().find_map(|sign| seen(sign, rule.fact, case))?;
    Some(Deviation {
        rule: rule.id,
        against: rule.against,
        vendor: case.vendor.id,
        code: case.code,
        section: rule.section,
        reason,
        effect: rule.effect,
        basis,
    })
}

fn seen(sign: &Sign, fact: &str, case: &Case<'_>) -> Option<(String, Basis)> {
    match sign {
        Sign::Listed(breaks) => {
            let entry = case.entry?;
            let reason = breaks(case, entry)?;
            let said = entry.provenance.get(fact);
            Some((reason, said.map_or(Basis::Derived, |provenance| provenance.basis)))
        }
        Sign::Used(kind, sentence) => {
            let usage = case.usage(*kind)?;
            let mut reason = String::from(*sentence);
            if let Some(because) = usage.provenance.reason {
                reason.push(' ');
                reason.push_str(because);
            }
            Some((reason, usage.provenance.basis))
        }
        Sign::Page(breaks) => breaks(case).map(|reason| (reason, Basis::Derived)),
    }
}
