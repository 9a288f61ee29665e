//! Rules about how a response ends: a failure that looks like a success, an empty result, a way back.

use alloc::string::String;

use super::case::Case;
use super::{Against, Rule, Sign};
use crate::catalog::{Entry, Outcome, RetryKind, UsageKind};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "failure-under-success-status",
        against: Against::Standard,
        section: "RFC 9110, section 15.3",
        effect: "Checking the HTTP status misses the failure; go by the code in the body.",
        fact: "travels",
        signs: &[Sign::Listed(|_, entry| {
            let success = entry.under_status.is_some_and(|status| (200..300).contains(&status));
            (success && entry.outcome == Outcome::Failure).then(|| {
                "The failure is reported in the body, under an HTTP status of success.".into()
            })
        })],
    },
    Rule {
        id: "success-can-hide-failure",
        against: Against::Standard,
        section: "RFC 9110, section 15.3",
        effect: "Read the content before you count it as done.",
        fact: "outcome",
        signs: &[Sign::Used(
            UsageKind::CanHideFailures,
            "The code says success although the content can tell of a failure.",
        )],
    },
    Rule {
        id: "empty-result-as-no-content",
        against: Against::Standard,
        section: "RFC 9110, section 15.3.5",
        effect: "Handle it as an empty list, not as a success without an answer.",
        fact: "condition",
        signs: &[Sign::Listed(empty_result)],
    },
    Rule {
        id: "not-found-for-service-only",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.5",
        effect: "Correct the address; a record that is not there is answered otherwise.",
        fact: "condition",
        signs: &[Sign::Listed(|_, entry| {
            let breaks = entry.code.number() == 404 && entry.condition == "endpoint-not-found";
            breaks.then(|| {
                "404 says that the service is not there, never that the record is not.".into()
            })
        })],
    },
    Rule {
        id: "not-found-promises-return",
        against: Against::Standard,
        section: "RFC 9110, section 15.5.5",
        effect: "Repeat sparingly; nothing says that it will come back.",
        fact: "retry",
        signs: &[Sign::Listed(|_, entry| {
            let breaks = entry.code.number() == 404 && entry.retry.kind == RetryKind::AfterDelay;
            breaks.then(|| "404 invites to try again later; in HTTP it says nothing of whether the lack will last.".into())
        })],
    },
];

fn empty_result(case: &Case<'_>, entry: &Entry) -> Option<String> {
    let breaks = entry.code.number() == 204 && entry.condition == "empty-result";
    let mut reason = breaks.then(|| {
        String::from("204 says here that nothing matched, not that there is nothing to send.")
    })?;
    if case.entries().any(|other| other.code.number() == 404) {
        reason.push_str(" The vendor has a 404 as well, for something else.");
    }
    Some(reason)
}
