//! What SanteDB writes into its messages: policies, rules and locks whose members may be missing.
//!
//! Source: santedb-api `PolicyViolationException`, `DetectedIssueException`; santedb-restsvc
//! `HttpErrorUtility.cs` for the status of each; santedb-hl7 `MessageHandlerBase.cs` for MSA-3.

use alloc::string::String;
use alloc::vec::Vec;

use super::santedb_exceptions::{POLICY_VIOLATION, priority};
use crate::decode::limits::MAX_CONTENT_STARTS;
use crate::decode::options::DecodeLimits;
use crate::decode::output::{Fault, Rule};
use crate::decode::reading::Term;

/// The exception that carries rules.
const DETECTED_ISSUE: &str = "DetectedIssueException";
/// The default words before the list of rules.
const RULES_VIOLATED: &str = "Business Rules Violation - [";
/// How other messages begin, and the status of the exceptions that write them.
const STATUS_OF_MESSAGE: &[(&str, u16)] = &[
    ("Object locked", 423),
    ("Object Locked by ", 423),
    ("Service has not finished startup - ", 503),
    ("Assertion failed: ", 409),
    ("Invalid bearer token", 401),
];
/// MSA-3 of a negative acknowledgement, and the condition where it names one.
const ACKNOWLEDGEMENTS: &[Term] = &[
    acknowledgement("Security Error", "not-permitted"),
    acknowledgement("Unauthorized", "authentication-failed"),
    acknowledgement("Business Rule Violation", "business-rule-violated"),
    acknowledgement("Data not found", "record-not-found"),
    acknowledgement("Duplicate Data", "already-exists"),
    Term {
        name: INVALID,
        condition: "malformed-request",
        summary: "SanteDB cannot use the message: a segment, a field or a value in it does not fit.",
        steps: &[
            "Read the ERR segments: they name the place and what does not fit.",
            "Correct the message, and send it again.",
        ],
        source: ACKNOWLEDGEMENT_SOURCE,
    },
    Term {
        name: FATAL,
        condition: "server-error",
        summary: "SanteDB took the message in and failed while it worked on it; what failed stands behind FATAL.",
        steps: &[
            "Read what stands behind FATAL: it is what the server's exception says.",
            "Check whether the message took effect, before it is sent again.",
            "Report it to whoever runs the SanteDB server, with the message and the time.",
        ],
        source: "LlpTransport.cs of santedb-hl7",
    },
];
/// A number in ERR says more closely what is invalid.
const INVALID: &str = "Invalid Message";
/// What an exception says follows it.
const FATAL: &str = "FATAL - ";
const ACKNOWLEDGEMENT_SOURCE: &str = "MessageHandlerBase.cs of santedb-hl7";

const fn acknowledgement(name: &'static str, condition: &'static str) -> Term {
    Term { name, condition, summary: "", steps: &[], source: ACKNOWLEDGEMENT_SOURCE }
}

/// `Policy {name} ({oid}) was violated by '{user}' with outcome '{outcome}'`, taken apart.
struct PolicyMessage<'t> {
    name: &'t str,
    oid: &'t str,
    outcome: &'t str,
}

/// Whether a text answers an HL7 message as SanteDB does.
pub(super) fn is_acknowledgement(text: &str) -> bool {
    acknowledged(text, None).is_some()
}

/// What the text of an acknowledgement means, and the error number beside it where that says more.
pub(super) fn acknowledged(text: &str, number: Option<&'static Term>) -> Option<&'static Term> {
    let name = if text.starts_with(FATAL) { FATAL } else { text };
    let term = Term::find(ACKNOWLEDGEMENTS, name)?;
    number.filter(|_| name == INVALID).or(Some(term))
}

/// Fills in what the message says and the members leave out.
pub(super) fn complete(fault: &mut Fault, limits: &DecodeLimits) {
    let Some(message) = fault.message.as_deref() else { return };
    if let Some(policy) = policy(message) {
        let (oid, outcome) = (String::from(policy.oid), String::from(policy.outcome));
        let name = Some(String::from(policy.name)).filter(|name| !name.is_empty());
        fault.policy.get_or_insert(oid);
        fault.policy_name = fault.policy_name.take().or(name);
        // The member is `Deny` by default; what stands in the message was decided.
        if fault.kind.as_deref() == Some(POLICY_VIOLATION) || fault.policy_outcome.is_none() {
            fault.policy_outcome = Some(outcome);
        }
    }
    if fault.rules.is_empty() {
        fault.rules = rules(fault.message.as_deref().unwrap_or_default(), limits);
    }
}

/// The status that goes with a message, where no exception is named.
pub(super) fn status_of_message(message: &str) -> Option<u16> {
    if let Some(policy) = policy(message) {
        return match policy.outcome {
            "Elevate" => Some(401),
            "Grant" => None,
            _ => Some(403),
        };
    }
    let known = STATUS_OF_MESSAGE.iter().find(|(start, _)| message.starts_with(start));
    known.map(|(_, status)| *status).or(message.contains(RULES_VIOLATED).then_some(422))
}

/// A fault of which only the message was pasted, maybe behind the words of a log.
pub(super) fn in_words(text: &str, limits: &DecodeLimits) -> Option<Fault> {
    let line = |start: usize| text.get(start..).and_then(|rest| rest.lines().next());
    let of_policy = text
        .match_indices("Policy ")
        .take(MAX_CONTENT_STARTS)
        .filter_map(|(at, _)| line(at))
        .find(|line| policy(line).is_some());
    let (kind, message) = match of_policy {
        Some(message) => (POLICY_VIOLATION, message),
        None => (DETECTED_ISSUE, line(text.find(RULES_VIOLATED)?)?),
    };
    let mut fault = Fault {
        kind: Some(kind.into()),
        message: Some(message.trim_end().into()),
        ..Fault::default()
    };
    complete(&mut fault, limits);
    (kind == POLICY_VIOLATION || !fault.rules.is_empty()).then_some(fault)
}

fn policy(message: &str) -> Option<PolicyMessage<'_>> {
    let rest = message.strip_prefix("Policy ")?;
    let (named, rest) = rest.split_once(") was violated by '")?;
    let (name, oid) = named.rsplit_once('(')?;
    let (_, rest) = rest.split_once("' with outcome '")?;
    let (outcome, _) = rest.split_once('\'')?;
    let is_oid = !oid.is_empty() && oid.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_oid.then_some(PolicyMessage { name: name.trim_end(), oid, outcome })
}

/// `… - [Error: Missing gender,Warning: No address]`: a rule begins where a priority does.
fn rules(message: &str, limits: &DecodeLimits) -> Vec<Rule> {
    let listed = message.split_once(" - [").and_then(|(_, rest)| rest.rsplit_once(']'));
    let mut rules: Vec<Rule> = Vec::new();
    for part in listed.map_or("", |(list, _)| list).split(',') {
        let begun =
            part.split_once(": ").and_then(|(level, text)| Some((priority(level.trim())?, text)));
        if let Some((level, text)) = begun {
            let (level, text) = (Some(level.into()), text.into());
            rules.push(Rule { id: None, priority: level, kind: None, text });
            if rules.len() >= limits.field_errors_read() {
                break;
            }
        } else if let Some(last) = rules.last_mut() {
            // The comma is part of the text before it.
            last.text.push(',');
            last.text.push_str(part);
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_in_a_message() {
        let found = rules(
            "Business Rules Violation - [Error: No name, no gender,Warning: No address]",
            &DecodeLimits::DEFAULT,
        );
        let seen: Vec<_> =
            found.iter().map(|rule| (rule.priority.as_deref(), rule.text.as_str())).collect();
        let expected = [(Some("Error"), "No name, no gender"), (Some("Warning"), "No address")];
        assert_eq!(seen, expected);
        assert!(rules("nothing - [else]", &DecodeLimits::DEFAULT).is_empty());
    }

    #[test]
    fn policy_in_a_message() {
        let text =
            "10:00 WARN Policy Login (1.3.6) was violated by 'ANONYMOUS' with outcome 'Elevate'";
        let fault = in_words(text, &DecodeLimits::DEFAULT).unwrap();
        assert_eq!(
            (fault.policy.as_deref(), fault.policy_outcome.as_deref()),
            (Some("1.3.6"), Some("Elevate"))
        );
        assert!(
            in_words("Policy on leave (2024) was violated by staff", &DecodeLimits::DEFAULT)
                .is_none()
        );
    }
}
