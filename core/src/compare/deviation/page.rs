//! Rules about what a vendor's page promises: classes, ranges, advice, and that it is complete.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::by_vendor::{numbers, sorted};
use super::super::wording;
use super::case::{Case, stated_groups};
use super::{Against, Rule, Sign};
use crate::catalog::{Catalog, Entry, Travels, UsageKind, Vendor};
use crate::code::Code;

/// The statuses that every client of a service over HTTP meets sooner or later: refused content, a limit,
/// and a gateway or server that is not there.
const TO_BE_EXPECTED: [Code; 5] =
    [Code::new(422), Code::new(429), Code::new(502), Code::new(503), Code::new(504)];

/// What a client falls back on where a page does not help.
const CLASS_RULE: &str = "RFC 9110, section 15";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "expected-status-not-listed",
        against: Against::Standard,
        section: CLASS_RULE,
        effect: "Be ready for it all the same, by the rule of its class.",
        fact: "wire",
        signs: &[Sign::Page(not_listed)],
    },
    Rule {
        id: "declared-class-not-listed",
        against: Against::OwnDocumentation,
        section: CLASS_RULE,
        effect: "Go by the class; the page does not say which numbers there are.",
        fact: "group",
        signs: &[Sign::Page(declared_only)],
    },
    Rule {
        id: "outside-declared-range",
        against: Against::OwnDocumentation,
        section: CLASS_RULE,
        effect: "Do not sort codes by the ranges alone; look each up.",
        fact: "wire",
        signs: &[Sign::Listed(|case, entry| {
            let declares = case.stated_groups().next().is_some();
            (declares && case.stated_group().is_none()).then(|| {
                format!("{} is in none of the ranges that the vendor declares.", entry.code)
            })
        })],
    },
    Rule {
        id: "group-advice-does-not-fit",
        against: Against::OwnDocumentation,
        section: CLASS_RULE,
        effect: "Follow the advice for the code, not that for its group.",
        fact: "retry",
        signs: &[Sign::Listed(|case, entry| {
            let group = case.stated_group()?;
            let kind = group.retry.as_ref()?.kind;
            (kind != entry.retry.kind).then(|| {
                let (advised, fitting) = (wording::retry_kind(kind), wording::retry(&entry.retry));
                format!("The advice for “{}” is to try again {advised}; what fits the code is: {fitting}.", group.name)
            })
        })],
    },
    Rule {
        id: "not-on-vendor-page",
        against: Against::OwnDocumentation,
        section: CLASS_RULE,
        effect: "Handle it although the page of codes does not have it.",
        fact: "wire",
        signs: &[Sign::Listed(|_, entry| {
            (!Case::is_on_page(entry)).then(|| {
                format!(
                    "{} is not on the vendor's page of codes; it is known from {}.",
                    entry.code,
                    wording::listing(entry.listing)
                )
            })
        })],
    },
    Rule {
        id: "not-seen-in-code",
        against: Against::OwnDocumentation,
        section: CLASS_RULE,
        effect: "Keep handling it, but expect another status in its place.",
        fact: "wire",
        signs: &[Sign::Used(
            UsageKind::NotSeenInCode,
            "The page lists it, but the vendor's published code does not send it for that.",
        )],
    },
];

fn not_listed(case: &Case<'_>) -> Option<String> {
    let expected = TO_BE_EXPECTED.contains(&case.code) && case.entry.is_none();
    let uses_statuses = || case.entries().any(|entry| entry.travels == Travels::StatusLine);
    let phrase = case.standard?.wire.phrase?;
    (expected && uses_statuses()).then(|| {
        format!("{} ({phrase}) is not among the codes that the vendor documents.", case.code)
    })
}

fn declared_only(case: &Case<'_>) -> Option<String> {
    let group = case.stated_groups().find(|group| group.from == case.code)?;
    let listed = |entry: &Entry| Case::is_on_page(entry) && group.covers(entry.code);
    let none = !case.entries().any(listed);
    none.then(|| format!("The page declares “{}” and lists no code of it.", group.name))
}

/// The codes of a vendor that a rule can find anything about, rising.
pub(super) fn codes_in_question(catalog: &Catalog, vendor: &Vendor) -> Vec<Code> {
    let mut codes = numbers(catalog, &[vendor.id]);
    codes.extend_from_slice(&TO_BE_EXPECTED);
    for group in stated_groups(catalog, vendor) {
        codes.push(group.from);
    }
    sorted(codes)
}
