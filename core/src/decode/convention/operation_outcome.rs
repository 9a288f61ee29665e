//! FHIR `OperationOutcome` in JSON and XML (hl7.org/fhir/operationoutcome).

use alloc::string::String;
use alloc::vec::Vec;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::output::{Fault, FieldError, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading, Term};

const NAMESPACE: &str = "http://hl7.org/fhir";

/// Issue codes (hl7.org/fhir/valueset-issue-type): code, condition, and our words where the condition's are too wide.
pub(super) const TERMS: &[Term] = &[
    term("business-rule", "business-rule-violated", "", &[]),
    term(
        "code-invalid",
        "invalid-value",
        "A code or a code system in the request is not known or not allowed there.",
        &["Correct the code, and send it again."],
    ),
    term("conflict", "conflict", "", &[]),
    term("deleted", "gone", "", &[]),
    term("duplicate", "already-exists", "", &[]),
    term("exception", "server-error", "", &[]),
    term(
        "expired",
        "token-expired",
        "The sign-in of the caller has expired.",
        &["Sign in again, and repeat the request."],
    ),
    term(
        "extension",
        "invalid-value",
        "The server does not know an extension, or does not allow it there.",
        &["Leave the extension out, or use one that the server knows."],
    ),
    term("forbidden", "not-permitted", "", &[]),
    term(
        "incomplete",
        "service-unavailable",
        "Not everything could be reached, so the answer has only a part of the data.",
        &["Ask again later for the rest."],
    ),
    term(
        "invalid",
        "validation-failed",
        "The content breaks a rule of its format or profile.",
        &[],
    ),
    term(
        "invariant",
        "validation-failed",
        "A rule of the format or profile, which ties several values together, is broken.",
        &[],
    ),
    term("lock-error", "locked", "", &[]),
    term("login", "authentication-failed", "", &[]),
    term(
        "multiple-matches",
        "conflict",
        "More than one record matches, where one was needed.",
        &["Search by values that only one record has."],
    ),
    term("no-store", "server-error", "The server could not store or fetch the data.", &[]),
    term("not-found", "not-found", "", &[]),
    term(
        "not-supported",
        "not-implemented",
        "The server does not support this operation, type or profile.",
        &["Check in the server's CapabilityStatement what it supports."],
    ),
    term("required", "missing-value", "", &[]),
    term(
        "security",
        "not-permitted",
        "It was refused for reasons of sign-in or permission.",
        &[
            "Sign in again, and repeat the request.",
            "If it is still refused, have the permission granted.",
        ],
    ),
    term(
        "structure",
        "malformed-request",
        "The content has a wrong structure: an element is unknown, misplaced or of another kind.",
        &[
            "Compare the content with the definition of the resource.",
            "Send it again once corrected.",
        ],
    ),
    term(
        "suppressed",
        "not-permitted",
        "A part of the data was held back, since the caller may not see it.",
        &[],
    ),
    term("throttled", "rate-limited", "", &[]),
    term(
        "timeout",
        "upstream-timeout",
        "The work took too long and was broken off.",
        &[
            "Check whether the request was carried out.",
            "If not, ask for less at once, and try again later.",
        ],
    ),
    term(
        "too-costly",
        "too-many-items",
        "The answer would be too big, or the search too expensive.",
        &["Narrow the search, or ask for it in parts."],
    ),
    term(
        "too-long",
        "request-too-large",
        "The content or a value in it is longer than the server takes.",
        &[],
    ),
    term("transient", "service-unavailable", "", &[]),
    term("value", "invalid-value", "", &[]),
];

const fn term(
    name: &'static str,
    condition: &'static str,
    summary: &'static str,
    steps: &'static [&'static str],
) -> Term {
    Term { name, condition, summary, steps, source: "FHIR, value set issue-type," }
}

/// Codes that stand for a whole family of others.
const WIDE: &[&str] = &["exception", "invalid", "security", "transient"];
/// Statuses that say no more than whose fault it is.
const GENERAL: &[u16] = &[400, 422, 500];

struct Issue {
    rule: Rule,
    /// Paths that it is about.
    paths: Vec<String>,
}

pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let most = message.limits.field_errors_read();
    let issues: Vec<Issue> = match &message.payload {
        Payload::Json(json) => {
            let root = json.root()?;
            root.get("resourceType")
                .and_then(Value::as_str)
                .filter(|kind| *kind == "OperationOutcome")?;
            let issues = root.get("issue").into_iter().flat_map(Value::items);
            issues.map(json_issue).take(most).collect()
        }
        Payload::Xml(xml) => {
            let root = xml.root().filter(|root| root.name() == "OperationOutcome")?;
            // A fragment may have lost its declaration.
            if root.namespace().is_some_and(|namespace| namespace != NAMESPACE) {
                return None;
            }
            let issues = root.children().filter(|child| child.name() == "issue");
            issues.map(xml_issue).take(most).collect()
        }
        _ => return None,
    };
    let mut reading = Reading::new("operation-outcome");
    reading.application = match issues.iter().find(|issue| failed(issue)) {
        Some(_) => Outcome::Failure,
        None if issues.is_empty() => Outcome::Unknown,
        None => Outcome::Success,
    };
    reading.field_errors = issues
        .iter()
        .filter(|issue| failed(issue))
        .flat_map(|issue| {
            issue.paths.iter().map(|path| FieldError {
                field: Some(path.clone()),
                message: issue.rule.text.clone(),
            })
        })
        .take(most)
        .collect();
    // Of a success there is nothing to report but the hints.
    let worst = issues.iter().find(|issue| failed(issue)).map(|issue| &issue.rule);
    let kind = worst.and_then(|rule| rule.kind.clone());
    // A wide code says less than a status that names one thing.
    let is_telling =
        message.status().is_some_and(|status| !GENERAL.contains(&status) && status >= 400);
    reading.term =
        kind.as_deref().and_then(meaning).filter(|term| !(is_telling && WIDE.contains(&term.name)));
    let message = worst.map(|rule| rule.text.clone()).filter(|text| !text.is_empty());
    let rules = issues.into_iter().map(|issue| issue.rule).collect();
    reading.fault = Some(Fault { kind, message, rules, ..Fault::default() });
    Some(reading)
}

/// What an issue code asks of whom.
fn meaning(issue: &str) -> Option<&'static Term> {
    Term::find(TERMS, issue)
}

/// The issue of an outcome inside something else that says most.
pub(super) struct Told {
    pub(super) text: String,
    pub(super) term: Option<&'static Term>,
}

pub(super) fn told_in_json(outcome: Value<'_>) -> Option<Told> {
    told(outcome.get("issue").into_iter().flat_map(Value::items).map(json_issue))
}

pub(super) fn told_in_xml(outcome: Element<'_>) -> Option<Told> {
    told(outcome.children().filter(|child| child.name() == "issue").map(xml_issue))
}

/// What the first issue says that failed, or else the first of all.
fn told(mut issues: impl Iterator<Item = Issue>) -> Option<Told> {
    let first = issues.next()?;
    let failing = if failed(&first) { None } else { issues.find(failed) };
    let Issue { rule, .. } = failing.unwrap_or(first);
    let term = rule.kind.as_deref().and_then(meaning);
    Some(Told { text: rule.text, term })
}

fn failed(issue: &Issue) -> bool {
    matches!(issue.rule.priority.as_deref(), Some("error" | "fatal"))
}

fn json_issue(issue: Value<'_>) -> Issue {
    let text = |name: &str| issue.get(name).and_then(Value::to_text);
    let details = issue.get("details");
    let coding =
        details.and_then(|details| details.get("coding")).and_then(|coding| coding.items().next());
    let of_coding =
        |name: &str| coding.and_then(|coding| coding.get(name)).and_then(Value::to_text);
    let said = details
        .and_then(|details| details.get("text"))
        .and_then(Value::to_text)
        .or_else(|| of_coding("display"));
    let paths = ["expression", "location"]
        .iter()
        .find_map(|name| issue.get(name).filter(|paths| paths.is_array()))
        .into_iter()
        .flat_map(Value::items)
        .filter_map(Value::to_text)
        .collect();
    let rule = Rule {
        id: of_coding("code"),
        priority: text("severity"),
        kind: text("code"),
        text: wording(said, text("diagnostics")),
    };
    Issue { rule, paths }
}

fn xml_issue(issue: Element<'_>) -> Issue {
    let details = issue.child("details");
    let coding = details.and_then(|details| details.child("coding"));
    let said = details
        .and_then(|details| value(details, "text"))
        .or_else(|| coding.and_then(|coding| value(coding, "display")));
    let all = |name: &'static str| {
        issue.children().filter(move |child| child.name() == name).filter_map(own_value)
    };
    let mut paths: Vec<String> = all("expression").collect();
    if paths.is_empty() {
        paths = all("location").collect();
    }
    let rule = Rule {
        id: coding.and_then(|coding| value(coding, "code")),
        priority: value(issue, "severity"),
        kind: value(issue, "code"),
        text: wording(said, value(issue, "diagnostics")),
    };
    Issue { rule, paths }
}

fn value(element: Element<'_>, name: &str) -> Option<String> {
    element.child(name).and_then(own_value)
}

fn own_value(element: Element<'_>) -> Option<String> {
    element.attribute("value").map(|(value, _)| String::from(value))
}

/// What is said for people, and what is said for technicians behind it.
fn wording(said: Option<String>, diagnostics: Option<String>) -> String {
    let more = diagnostics.filter(|text| said.as_ref() != Some(text));
    joined([said, more]).unwrap_or_default()
}
