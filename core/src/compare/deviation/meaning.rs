//! Rules about statuses that are used for something else than they are registered for.

use alloc::format;

use super::{Against, Rule, Sign};
use crate::catalog::UsageKind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "bad-request-for-refused-content",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.21",
        effect: "Do not look for a fault of syntax; read in the content what was refused.",
        fact: "condition",
        signs: &[Sign::Listed(|case, entry| {
            let refused = matches!(entry.condition, "validation-failed" | "business-rule-violated");
            let breaks = entry.code.number() == 400 && refused;
            let name = case.catalog.condition(entry.condition)?.name;
            breaks.then(|| {
                format!("400 is used for a request that was understood (“{name}”), which is what 422 is for.")
            })
        })],
    },
    Rule {
        id: "unauthorized-for-permission",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.2",
        effect: "Fresh credentials of the same user do not help; more rights are needed.",
        fact: "condition",
        signs: &[Sign::Listed(|_, entry| {
            let breaks = entry.code.number() == 401
                && matches!(entry.condition, "not-permitted" | "elevation-required");
            breaks.then(|| "401 is used for a missing permission, which is what 403 is for.".into())
        })],
    },
    Rule {
        id: "insufficient-scope-under-401",
        against: Against::Standard,
        section: "RFC 6750, section 3.1",
        effect: "Read `error` in the challenge before you sign in again with the same rights.",
        fact: "carries",
        signs: &[Sign::Used(
            UsageKind::ChallengeWithInsufficientScope,
            "The challenge of a 401 says `insufficient_scope`, which goes with 403.",
        )],
    },
    Rule {
        id: "forbidden-for-invalid-credentials",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.2",
        effect: "A new token can help although the status says that the same request is refused for good.",
        fact: "condition",
        signs: &[Sign::Used(
            UsageKind::IncludesInvalidCredentials,
            "403 stands for credentials that are not valid as well, such as a wrong signature, which is what 401 is for.",
        )],
    },
    Rule {
        id: "not-acceptable-without-negotiation",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.7",
        effect: "Changing Accept may not help; look at what was sent and at its Content-Type.",
        fact: "condition",
        signs: &[
            Sign::Listed(|_, entry| {
                let breaks = entry.code.number() == 406 && entry.condition != "not-acceptable";
                breaks.then(|| "406 is used for something else than content negotiation.".into())
            }),
            Sign::Used(
                UsageKind::WordedByContentType,
                "406 is described by a content type; in HTTP it is about Accept, and 415 about what was sent.",
            ),
        ],
    },
    Rule {
        id: "conflict-for-failed-precondition",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.13",
        effect: "Handle it like 412: get the current version, then send the change again.",
        fact: "condition",
        signs: &[Sign::Used(
            UsageKind::IncludesFailedPreconditions,
            "409 stands for a failed precondition as well, which is what 412 is for.",
        )],
    },
];
