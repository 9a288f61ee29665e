//! FHIR `OperationOutcome` in JSON and XML (hl7.org/fhir/operationoutcome).

use alloc::string::String;
use alloc::vec::Vec;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::limits::FIELD_ERRORS_READ;
use crate::decode::output::{Fault, FieldError, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

const NAMESPACE: &str = "http://hl7.org/fhir";

/// Issue codes that say the same as a status (hl7.org/fhir/valueset-issue-type).
const STATUS_OF_ISSUE: &[(&str, u16)] = &[
    ("conflict", 409),
    ("deleted", 410),
    ("forbidden", 403),
    ("login", 401),
    ("not-found", 404),
    ("throttled", 429),
];

struct Issue {
    rule: Rule,
    /// Paths that it is about.
    paths: Vec<String>,
}

pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let issues: Vec<Issue> = match &message.payload {
        Payload::Json(json) => {
            let root = json.root()?;
            root.get("resourceType")
                .and_then(Value::as_str)
                .filter(|kind| *kind == "OperationOutcome")?;
            let issues = root.get("issue").into_iter().flat_map(Value::items);
            issues.map(json_issue).take(FIELD_ERRORS_READ).collect()
        }
        Payload::Xml(xml) => {
            let root = xml.root().filter(|root| root.name() == "OperationOutcome")?;
            // A fragment may have lost its declaration.
            if root.namespace().is_some_and(|namespace| namespace != NAMESPACE) {
                return None;
            }
            let issues = root.children().filter(|child| child.name() == "issue");
            issues.map(xml_issue).take(FIELD_ERRORS_READ).collect()
        }
        _ => return None,
    };
    let failed = |issue: &&Issue| matches!(issue.rule.priority.as_deref(), Some("error" | "fatal"));
    let mut reading = Reading::new("operation-outcome");
    reading.application = match issues.iter().find(failed) {
        Some(_) => Outcome::Failure,
        None if issues.is_empty() => Outcome::Unknown,
        None => Outcome::Success,
    };
    reading.field_errors = issues
        .iter()
        .filter(failed)
        .flat_map(|issue| {
            issue.paths.iter().map(|path| FieldError {
                field: Some(path.clone()),
                message: issue.rule.text.clone(),
            })
        })
        .take(FIELD_ERRORS_READ)
        .collect();
    // Of a success there is nothing to report but the hints.
    let worst = issues.iter().find(failed).map(|issue| &issue.rule);
    let kind = worst.and_then(|rule| rule.kind.clone());
    reading.implied_status = kind.as_deref().and_then(status_of);
    let message = worst.map(|rule| rule.text.clone()).filter(|text| !text.is_empty());
    let rules = issues.into_iter().map(|issue| issue.rule).collect();
    reading.fault = Some(Fault { kind, message, rules, ..Fault::default() });
    Some(reading)
}

fn status_of(issue: &str) -> Option<u16> {
    STATUS_OF_ISSUE.iter().find(|(name, _)| *name == issue).map(|(_, status)| *status)
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
