//! The rules of the standard that vendors break, one small item each, computed from the catalogue.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Deviation;
use crate::catalog::{Actor, Entry, Outcome, SourceKind, Travels};
use crate::code::StatusClass;

/// One rule: a name, where it stands, what breaking it means for a client, and how it is seen.
struct Rule {
    id: &'static str,
    section: &'static str,
    effect: &'static str,
    /// The reason, where the entry breaks the rule; the registered meaning of the number stands beside it.
    broken: fn(&Entry, Option<&Entry>) -> Option<String>,
}

/// Every rule. Add one here, with a case that fires and one that does not.
const RULES: &[Rule] = &[
    Rule {
        id: "final-error-in-1xx",
        section: "RFC 9110, section 15.2",
        effect: "HTTP clients wait for another response or fail; read the number where the vendor writes it, never as a status.",
        broken: |entry, _| {
            let breaks = entry.code.class() == Some(StatusClass::Informational)
                && entry.outcome == Outcome::Failure;
            breaks.then(|| {
                "A failure has a number of the 1xx class, which is for interim responses.".into()
            })
        },
    },
    Rule {
        id: "outside-status-range",
        section: "RFC 9110, section 15",
        effect: "Clients have to treat it as a server error, and some refuse the response.",
        broken: |entry, _| {
            let breaks = entry.code.class().is_none() && entry.travels != Travels::Body;
            breaks.then(|| format!("{} lies outside 100 to 599.", entry.code))
        },
    },
    Rule {
        id: "failure-under-success-status",
        section: "RFC 9110, section 15.3",
        effect: "Checking the HTTP status misses the failure; go by the code in the body.",
        broken: |entry, _| {
            let breaks = entry.under_status.is_some_and(|status| (200..300).contains(&status))
                && entry.outcome == Outcome::Failure;
            breaks.then(|| {
                "The failure is reported in the body, under an HTTP status of success.".into()
            })
        },
    },
    Rule {
        id: "registered-phrase-differs",
        section: "RFC 9112, section 4",
        effect: "Compare the number, never the phrase.",
        broken: |entry, standard| {
            let phrase = entry.wire.phrase.filter(|_| entry.travels == Travels::StatusLine)?;
            let wire = &standard?.wire;
            let known = wire
                .phrase
                .iter()
                .chain(&wire.aliases)
                .any(|known| known.eq_ignore_ascii_case(phrase));
            let registered = wire.phrase?;
            (!known).then(|| {
                format!("The vendor calls it “{phrase}”; the registry says “{registered}”.")
            })
        },
    },
    Rule {
        id: "not-acceptable-without-negotiation",
        section: "RFC 9110, section 15.5.7",
        effect: "Changing Accept does not help; look at what was sent.",
        broken: |entry, _| {
            let breaks = entry.code.number() == 406 && entry.condition != "not-acceptable";
            breaks.then(|| "406 is used for something else than content negotiation.".into())
        },
    },
    Rule {
        id: "unauthorized-for-permission",
        section: "RFC 9110, section 15.5.2",
        effect: "Fresh credentials of the same user do not help; more rights are needed.",
        broken: |entry, _| {
            let breaks = entry.code.number() == 401
                && matches!(entry.condition, "not-permitted" | "elevation-required");
            breaks.then(|| "401 is used for a missing permission, which is what 403 is for.".into())
        },
    },
    Rule {
        id: "required-field-not-documented",
        section: "RFC 9110, section 15",
        effect: "Do not rely on the field; have a way to go on without it.",
        broken: |entry, standard| {
            let required = &standard?.standard.as_ref()?.required_fields;
            let always = matches!(entry.code.number(), 401 | 405 | 407 | 426);
            let has = |name: &&str| {
                entry.carries.fields.iter().any(|field| field.eq_ignore_ascii_case(name))
            };
            let missing: Vec<&str> = required.iter().copied().filter(|name| !has(name)).collect();
            let breaks = always && entry.travels == Travels::StatusLine && !missing.is_empty();
            breaks.then(|| {
                format!(
                    "A {} must carry {}, which the source does not name.",
                    entry.code,
                    missing.join(", ")
                )
            })
        },
    },
    Rule {
        id: "multi-status-without-multistatus",
        section: "RFC 4918, section 13",
        effect: "A WebDAV reader finds nothing; read the vendor's own records.",
        broken: |entry, _| {
            let named = entry
                .carries
                .content
                .is_some_and(|content| crate::word::lower(content).contains("multistatus element"));
            let breaks = entry.code.number() == 207 && !named;
            breaks.then(|| {
                "207 comes without the multistatus body that it is registered with.".into()
            })
        },
    },
    Rule {
        id: "server-error-for-caller-mistake",
        section: "RFC 9110, section 15.6",
        effect: "Repeating the request does not help; it has to be corrected.",
        broken: |entry, _| {
            let breaks = entry.code.class() == Some(StatusClass::ServerError)
                && entry.actor == Actor::Client;
            breaks.then(|| "A mistake of the caller has a number of the server's class.".into())
        },
    },
    Rule {
        id: "client-error-for-server-failure",
        section: "RFC 9110, section 15.5",
        effect: "Correcting the request may not help; the server can be at fault.",
        broken: |entry, _| {
            let breaks = entry.code.class() == Some(StatusClass::ClientError)
                && entry.actor == Actor::Vendor;
            breaks.then(|| "A failure of the server has a number of the client's class.".into())
        },
    },
    Rule {
        id: "empty-result-as-no-content",
        section: "RFC 9110, section 15.3.5",
        effect: "Handle it as an empty list, not as a success without an answer.",
        broken: |entry, _| {
            let breaks = entry.code.number() == 204 && entry.condition == "empty-result";
            breaks.then(|| {
                "204 says here that nothing matched, not that there is nothing to send.".into()
            })
        },
    },
    Rule {
        id: "unregistered-status",
        section: "IANA status code registry",
        effect: "Only the vendor's page says what it means.",
        broken: |entry, standard| {
            let breaks = entry.travels == Travels::StatusLine
                && entry.code.class().is_some()
                && standard.is_none();
            breaks.then(|| format!("{} is not registered.", entry.code))
        },
    },
];

/// The rules that an entry breaks, seen beside the registered meaning of its number.
pub(super) fn deviations(entry: &Entry, standard: Option<&Entry>) -> Vec<Deviation> {
    if entry.listing == SourceKind::Standard {
        return Vec::new();
    }
    RULES
        .iter()
        .filter_map(|rule| {
            Some(Deviation {
                rule: rule.id,
                vendor: entry.vendor,
                code: entry.code,
                section: rule.section,
                reason: (rule.broken)(entry, standard)?,
                effect: rule.effect.into(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, STANDARD};

    #[track_caller]
    fn check(id: &str, expected: &[&str]) {
        let catalog = Catalog::builtin();
        let entry = catalog.entry(id).unwrap();
        let standard = catalog.entry_of(STANDARD, entry.code).map(AsRef::as_ref);
        let found: Vec<&str> = deviations(entry, standard).iter().map(|found| found.rule).collect();
        assert_eq!(found, expected, "{id}");
    }

    #[test]
    fn rules_fire() {
        check("vision/101", &["final-error-in-1xx"]);
        check("vision/999", &["outside-status-range"]);
        check("updox/4010", &["failure-under-success-status"]);
        check("elevate-iq/405", &["registered-phrase-differs", "required-field-not-documented"]);
        check("vision/207", &["multi-status-without-multistatus"]);
        check("vision/204", &["empty-result-as-no-content"]);
    }

    #[test]
    fn rules_do_not_fire() {
        check("updox/2000", &[]);
        check("hhaexchange/404", &[]);
        check("elevate-iq/409", &[]);
        check("elevate-iq/406", &[]);
        check("http/405", &[]);
    }

    #[test]
    fn phrases_of_older_registries_do_not_deviate() {
        let found = |id: &str| {
            let catalog = Catalog::builtin();
            let entry = catalog.entry(id).unwrap();
            let standard = catalog.entry_of(STANDARD, entry.code).map(AsRef::as_ref);
            deviations(entry, standard)
                .iter()
                .any(|found| found.rule == "registered-phrase-differs")
        };
        assert!(found("vision/401"), "the British spelling is another phrase");
        assert!(found("santedb/302"));
        assert!(!found("santedb/404"));
    }
}
