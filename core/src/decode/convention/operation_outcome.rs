//! FHIR `OperationOutcome` in JSON and XML (hl7.org/fhir/operationoutcome).

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Outcome;
use crate::decode::limits::MAX_FIELD_ERRORS;
use crate::decode::output::{Fault, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

const NAMESPACE: &str = "http://hl7.org/fhir";

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let issues: Vec<Rule> = match &message.payload {
        Payload::Json(json) => {
            let root = json.root()?;
            root.get("resourceType")
                .and_then(Value::as_str)
                .filter(|kind| *kind == "OperationOutcome")?;
            root.get("issue")
                .into_iter()
                .flat_map(Value::items)
                .map(json_issue)
                .take(MAX_FIELD_ERRORS)
                .collect()
        }
        Payload::Xml(xml) => {
            let is_own = |root: &Element<'_>| {
                root.name() == "OperationOutcome" && root.namespace() == Some(NAMESPACE)
            };
            let root = xml.root().filter(is_own)?;
            let issues = root.children().filter(|child| child.name() == "issue");
            issues.map(xml_issue).take(MAX_FIELD_ERRORS).collect()
        }
        Payload::Html | Payload::Text | Payload::Empty => return None,
    };
    let is_failure = |rule: &Rule| matches!(rule.priority.as_deref(), Some("error" | "fatal"));
    let worst = issues.iter().find(|rule| is_failure(rule)).or_else(|| issues.first());
    let fault = Fault {
        kind: worst.and_then(|rule| rule.kind.clone()),
        message: worst.map(|rule| rule.text.clone()).filter(|text| !text.is_empty()),
        ..Fault::default()
    };
    let application =
        if issues.iter().any(is_failure) { Outcome::Failure } else { Outcome::Success };
    let mut fault = fault;
    fault.rules = issues;
    Some(Reading { application, fault: Some(fault), ..Reading::new("operation-outcome") })
}

fn json_issue(issue: Value<'_>) -> Rule {
    let text = |name: &str| issue.get(name).and_then(Value::to_text);
    let details =
        || issue.get("details").and_then(|details| details.get("text")).and_then(Value::to_text);
    rule(text("severity"), text("code"), text("diagnostics").or_else(details))
}

fn xml_issue(issue: Element<'_>) -> Rule {
    let value = |element: Element<'_>, name: &str| {
        element
            .child(name)
            .and_then(|child| child.attribute("value"))
            .map(|(value, _)| String::from(value))
    };
    let details = issue.child("details").and_then(|details| value(details, "text"));
    rule(value(issue, "severity"), value(issue, "code"), value(issue, "diagnostics").or(details))
}

fn rule(priority: Option<String>, kind: Option<String>, text: Option<String>) -> Rule {
    Rule { id: None, priority, kind, text: text.unwrap_or_default() }
}
