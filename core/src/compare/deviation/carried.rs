//! Rules about the fields and the content that a response carries.

use alloc::format;
use alloc::string::String;

use super::super::wording::add;
use super::case::Case;
use super::{Against, Rule, Sign};
use crate::catalog::{Entry, Travels, UsageKind};

/// The statuses that no response of their kind makes sense without their field.
const NEED_THEIR_FIELD: [u32; 4] = [401, 405, 407, 426];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "required-field-not-documented",
        against: Against::Standard,
        section: "RFC 9110, section 15.5",
        effect: "Do not rely on the field; have a way to go on without it.",
        fact: "wire",
        signs: &[Sign::Listed(field_not_documented)],
    },
    Rule {
        id: "required-field-not-sent",
        against: Against::Standard,
        section: "RFC 9110, section 15.5",
        effect: "Do not wait for the field; get what it would say by another way.",
        fact: "carries",
        signs: &[Sign::Used(
            UsageKind::OmitsRequiredField,
            "A field that the standard requires with this status is not sent.",
        )],
    },
    Rule {
        id: "challenge-grammar",
        against: Against::Standard,
        section: "RFC 9110, section 11.6.1",
        effect: "A strict reader sees one parameter or none; part the parameters at spaces as well.",
        fact: "carries",
        signs: &[Sign::Used(
            UsageKind::ChallengeWithoutCommas,
            "The parameters of WWW-Authenticate are parted by spaces; the grammar wants commas.",
        )],
    },
    Rule {
        id: "fixed-retry-after",
        against: Against::Standard,
        section: "RFC 9110, section 10.2.3",
        effect: "Take the wait as a most; a try before can succeed.",
        fact: "retry",
        signs: &[Sign::Used(
            UsageKind::FixedRetryAfter,
            "Retry-After can be a fixed number and not what is left of the limit.",
        )],
    },
    Rule {
        id: "multi-status-without-multistatus",
        against: Against::Standard,
        section: "RFC 4918, section 13",
        effect: "A WebDAV reader finds nothing; read the vendor's own records.",
        fact: "carries",
        signs: &[Sign::Listed(|_, entry| {
            let content = entry.carries.content.map(crate::word::lower);
            let named = content.is_some_and(|content| content.contains("multistatus"));
            (entry.code.number() == 207 && !named).then(|| {
                "207 comes without the multistatus body that it is registered with.".into()
            })
        })],
    },
];

fn field_not_documented(case: &Case<'_>, entry: &Entry) -> Option<String> {
    let needs = NEED_THEIR_FIELD.contains(&entry.code.number())
        && entry.travels == Travels::StatusLine
        && case.usage(UsageKind::OmitsRequiredField).is_none();
    let standard = case.standard.and_then(|standard| standard.standard.as_ref())?;
    let mut missing = String::new();
    for name in &standard.required_fields {
        if !entry.carries.fields.iter().any(|field| field.eq_ignore_ascii_case(name)) {
            add(&mut missing, ", ", name);
        }
    }
    (needs && !missing.is_empty())
        .then(|| format!("A {} must carry {missing}, which no source names.", entry.code))
}

#[cfg(test)]
mod tests {
    use super::super::{Case, Sign, rules};
    use alloc::vec::Vec;

    use crate::catalog::{Catalog, Entry, STANDARD};
    use crate::code::Code;

    /// Whether a rule sees an entry that no vendor has.
    #[track_caller]
    fn check(rule: &str, entry: &Entry, fires: bool) {
        let catalog = Catalog::builtin();
        let mut case = Case::new(catalog, entry.vendor, entry.code).unwrap();
        case.entry = Some(entry);
        case.standard = catalog.entry_of(STANDARD, entry.code).map(AsRef::as_ref);
        let rule = rules().find(|known| known.id == rule).unwrap();
        let seen = rule.signs.iter().any(|sign| match sign {
            Sign::Listed(breaks) => breaks(&case, entry).is_some(),
            _ => false,
        });
        assert_eq!(seen, fires, "{}", entry.code);
    }

    fn like(id: &str) -> Entry {
        Catalog::builtin().entry(id).unwrap().as_ref().clone()
    }

    #[test]
    fn a_multistatus_body_is_what_207_is_registered_with() {
        let mut entry = like("vision/207");
        check("multi-status-without-multistatus", &entry, true);
        entry.carries.content = Some("A multistatus element with a response for each record.");
        check("multi-status-without-multistatus", &entry, false);
    }

    #[test]
    fn each_status_that_needs_a_field_is_held_to_its_own() {
        for (code, field) in [
            (401, "WWW-Authenticate"),
            (405, "Allow"),
            (407, "Proxy-Authenticate"),
            (426, "Upgrade"),
        ] {
            let mut entry = like("elevate-iq/405");
            entry.code = Code::new(code);
            entry.carries.fields = Vec::new();
            check("required-field-not-documented", &entry, true);
            entry.carries.fields = Vec::from(["Date"]);
            check("required-field-not-documented", &entry, true);
            entry.carries.fields = Vec::from([field]);
            check("required-field-not-documented", &entry, false);
        }
        let mut entry = like("elevate-iq/405");
        entry.code = Code::new(304);
        check("required-field-not-documented", &entry, false);
    }
}
