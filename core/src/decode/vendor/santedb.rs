//! SanteDB: a `RestServiceFault` in XML or JSON, with causes nested in it.
//!
//! Source: santedb-restsvc `RestServiceFault.cs` and the vendor's page. JSON writes `$type` and `rules`
//! where XML and the page write `type` and `rule`; the page's `policy` is `policyId` in the code.
//! `policyOutcome` is always written, so it counts only where a policy is named.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::santedb_exceptions::{POLICY_VIOLATION, policy_outcome, priority, rule_kind, status_of};
use super::{Reader, strong, weak};
use crate::catalog::Outcome;
use crate::decode::limits::MAX_CAUSES;
use crate::decode::output::{Evidence, Fault, Notice, NoticeCode, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

pub(super) const READER: Reader = Reader { vendor: "santedb", hosts: &[], marks, read };

const FAULT_NAMESPACE: &str = "http://santedb.org/fault";
const RESULT_NAMESPACE: &str = "http://santedb.org/hdsi";

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let mut marks = Vec::new();
    for field in &message.envelope.fields {
        let name = field.name.to_ascii_lowercase();
        let span = message.envelope.span(field.span.clone());
        if matches!(name.as_str(), "x-poweredby" | "x-powered-by")
            && field.value.starts_with("SanteDB")
        {
            marks.push(strong("SanteDB names itself in a field", span));
        } else if name.starts_with("x-santedb-") {
            marks.push(strong("a field that only SanteDB sends", span));
        } else if name == "x-generatedon" {
            marks.push(weak("the field X-GeneratedOn", span));
        }
    }
    match &message.payload {
        Payload::Xml(xml) => {
            if let Some(root) = xml.root().filter(|root| is_fault(*root) || is_error_result(*root))
            {
                let tag = root.span().start
                    ..root.span().start.saturating_add(root.name().len()).saturating_add(1);
                let mark = strong("the root element of a SanteDB fault", message.span(tag));
                marks.push(mark);
            }
        }
        Payload::Json(json) => {
            marks.extend(json.root().and_then(|root| json_mark(message, root)));
        }
        Payload::Html | Payload::Text | Payload::Empty => {}
    }
    marks
}

/// `$type` alone is any service that writes type names; SanteDB's is an exception without namespace.
fn json_mark(message: &Message<'_>, root: Value<'_>) -> Option<Evidence> {
    let kind = root.get("$type").filter(|_| root.get("message").is_some())?;
    let has_rules = root
        .get("rules")
        .into_iter()
        .flat_map(Value::items)
        .any(|rule| rule.get("priority").is_some());
    if root.get("policyOutcome").is_some() || has_rules {
        return Some(strong("`$type` with `policyOutcome` or `rules`", message.span(kind.span())));
    }
    let is_plain_exception =
        kind.as_str().is_some_and(|name| name.ends_with("Exception") && !name.contains(['.', ',']));
    let has_data = root.get("data").is_some_and(Value::is_array);
    (is_plain_exception && has_data).then(|| {
        weak("an exception in `$type` beside `message` and `data`", message.span(kind.span()))
    })
}

fn read(message: &Message<'_>) -> Option<Reading> {
    let mut reading = Reading::new("santedb-fault");
    let fault = match &message.payload {
        Payload::Xml(xml) => {
            let root = xml.root()?;
            if is_error_result(root) {
                return Some(read_error_result(root));
            }
            if !is_fault(root) {
                return None;
            }
            chain(root, xml_fault, |fault| fault.child("cause"), &mut reading.notices)
        }
        Payload::Json(json) => {
            let root = json.root()?;
            root.get_any(&["$type", "type"]).filter(|_| root.get("message").is_some())?;
            let is_own = ["$type", "policyOutcome", "rules", "rule"]
                .iter()
                .any(|name| root.get(name).is_some());
            if !is_own {
                return None;
            }
            chain(
                root,
                json_fault,
                |fault| fault.get("cause").filter(|cause| cause.is_object()),
                &mut reading.notices,
            )
        }
        Payload::Html | Payload::Text | Payload::Empty => return None,
    };
    reading.application = Outcome::Failure;
    reading.implied_status = fault.as_ref().and_then(implied_status);
    reading.fault = fault.map(keep_policy_outcome_where_a_policy_is_named);
    Some(reading)
}

/// Reads a fault and its causes from the outside in, without recursion.
fn chain<Node: Copy>(
    root: Node,
    read_one: fn(Node) -> Fault,
    cause_of: fn(Node) -> Option<Node>,
    notices: &mut Vec<Notice>,
) -> Option<Fault> {
    let mut faults = Vec::new();
    let mut next = Some(root);
    while let Some(node) = next {
        if faults.len() >= MAX_CAUSES {
            notices.push(Notice {
                code: NoticeCode::TooMany,
                message: "The chain of causes is longer than 64; the rest is not listed.".into(),
                span: None,
            });
            break;
        }
        let fault = read_one(node);
        if !faults.is_empty() && fault == Fault::default() {
            break;
        }
        faults.push(fault);
        next = cause_of(node);
    }
    faults.into_iter().rev().reduce(|cause, mut outer| {
        outer.cause = Some(Box::new(cause));
        outer
    })
}

fn xml_fault(element: Element<'_>) -> Fault {
    Fault {
        kind: element.child_text("type"),
        message: element.child_text("message"),
        detail: element.child_text("detail"),
        stack: element.child_text("stack"),
        policy: element.child_text("policyId").or_else(|| element.child_text("policy")),
        policy_outcome: element
            .child_text("policyOutcome")
            .map(|text| policy_outcome(&text).into()),
        rules: element
            .children()
            .filter(|child| child.name() == "rule")
            .map(|rule| {
                let attribute =
                    |name: &str| rule.attribute(name).map(|(value, _)| String::from(value));
                read_rule(
                    attribute("id"),
                    attribute("priority"),
                    attribute("type"),
                    rule.text().into(),
                )
            })
            .collect(),
        cause: None,
    }
}

fn json_fault(value: Value<'_>) -> Fault {
    let text = |names: &[&str]| {
        value.get_any(names).and_then(Value::to_text).filter(|text| !text.is_empty())
    };
    Fault {
        kind: text(&["$type", "type"]),
        message: text(&["message"]),
        detail: text(&["detail"]),
        stack: text(&["stack"]),
        policy: text(&["policyId", "policy"]),
        policy_outcome: text(&["policyOutcome"]).map(|text| policy_outcome(&text).into()),
        rules: value
            .get_any(&["rules", "rule"])
            .into_iter()
            .flat_map(Value::items)
            .map(|rule| {
                let member = |name: &str| rule.get(name).and_then(Value::to_text);
                read_rule(
                    member("id"),
                    member("priority"),
                    member("type"),
                    member("text").unwrap_or_default(),
                )
            })
            .collect(),
        cause: None,
    }
}

fn read_rule(
    id: Option<String>,
    level: Option<String>,
    kind: Option<String>,
    text: String,
) -> Rule {
    Rule {
        id,
        priority: level.map(|level| priority(&level).map_or(level, String::from)),
        kind: kind.map(|kind| rule_kind(&kind).map_or(kind, String::from)),
        text,
    }
}

/// The status by the vendor's own table: the innermost exception that it lists decides.
fn implied_status(fault: &Fault) -> Option<u16> {
    let mut status = None;
    let mut next = Some(fault);
    while let Some(fault) = next {
        let kind = fault.kind.as_deref().unwrap_or_default();
        let own = match (kind, fault.policy_outcome.as_deref()) {
            (POLICY_VIOLATION, Some("Elevate")) => Some(401),
            (POLICY_VIOLATION, _) => Some(403),
            _ => status_of(kind),
        };
        status = own.or(status);
        next = fault.cause.as_deref();
    }
    status
}

fn keep_policy_outcome_where_a_policy_is_named(mut fault: Fault) -> Fault {
    let mut next = Some(&mut fault);
    while let Some(fault) = next {
        if fault.policy.is_none() && fault.kind.as_deref() != Some(POLICY_VIOLATION) {
            fault.policy_outcome = None;
        }
        next = fault.cause.as_deref_mut();
    }
    fault
}

fn is_fault(root: Element<'_>) -> bool {
    root.name() == "RestServiceFault" || root.namespace() == Some(FAULT_NAMESPACE)
}

/// The answer of version 1: `<ErrorResult><detail type="E">text</detail></ErrorResult>`.
fn is_error_result(root: Element<'_>) -> bool {
    root.name() == "ErrorResult" && root.namespace() == Some(RESULT_NAMESPACE)
}

fn read_error_result(root: Element<'_>) -> Reading {
    let rules: Vec<Rule> = root
        .children()
        .filter(|child| child.name() == "detail")
        .map(|detail| {
            let level = detail.attribute("type").map(|(value, _)| String::from(value));
            read_rule(None, level, None, detail.text().into())
        })
        .collect();
    let message = rules.first().map(|rule| rule.text.clone());
    Reading {
        application: Outcome::Failure,
        fault: Some(Fault { kind: Some("ErrorResult".into()), message, rules, ..Fault::default() }),
        ..Reading::new("santedb-error-result")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn implied_status_comes_from_the_innermost_known_exception() {
        let inner = Fault { kind: Some("KeyNotFoundException".into()), ..Fault::default() };
        let outer = Fault {
            kind: Some("ArgumentException".into()),
            cause: Some(Box::new(inner)),
            ..Fault::default()
        };
        assert_eq!(implied_status(&outer), Some(404));
    }

    #[test]
    fn priorities_in_words() {
        assert_eq!(
            [priority("W"), priority("1"), priority("x")],
            [Some("Warning"), Some("Error"), None]
        );
    }
}
