//! SanteDB: a `RestServiceFault` in XML or JSON, with causes nested in it.
//!
//! Source: santedb-restsvc `RestServiceFault.cs` and the vendor's page. JSON writes `$type` and `rules`
//! where XML and the page write `type` and `rule`; the page's `policy` is `policyId` in the code.
//! `policyOutcome` is always written, so it counts only where a policy is named.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::santedb_exceptions::{POLICY_VIOLATION, policy_outcome, priority, rule_kind};
use super::santedb_messages::{complete, in_words, is_acknowledgement};
use super::{
    Reader, santedb_error_result, santedb_page, santedb_standards, santedb_status, strong, weak,
};
use crate::catalog::Outcome;
use crate::decode::convention::causes::chain;
use crate::decode::convention::joined;
use crate::decode::options::DecodeLimits;
use crate::decode::output::{Evidence, Fault, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{Message, Reading};

pub(super) const READER: Reader =
    Reader { vendor: "santedb", hosts: &[], records: &[], marks, asks: |_| false, read };

const FAULT_NAMESPACE: &str = "http://santedb.org/fault";
/// The code's name, and the one in the published description; likewise below.
pub(super) const TYPE: &[&str] = &["$type", "type"];
const RULES: &[&str] = &["rules", "rule"];
const POLICY: &[&str] = &["policyId", "policy"];
const POLICY_NAME: &str = "policyName";

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let mut marks = Vec::new();
    for field in &message.envelope.fields {
        let begins = |known: &str| {
            field.name.get(..known.len()).is_some_and(|name| name.eq_ignore_ascii_case(known))
        };
        let is = |known: &str| field.name.len() == known.len() && begins(known);
        if !begins("x-") {
            continue;
        }
        let span = message.envelope.span(field.span.clone());
        if (is("x-poweredby") || is("x-powered-by")) && field.value.starts_with("SanteDB") {
            marks.push(strong("SanteDB names itself in a field", span));
        } else if begins("x-santedb-") {
            marks.push(strong("a field that only SanteDB sends", span));
        } else if is("x-generatedon") {
            marks.push(weak("the field X-GeneratedOn", span));
        }
    }
    let of_content = match &message.payload {
        Payload::Xml(xml) => {
            let own = |root: &Element<'_>| {
                is_fault(*root) || santedb_error_result::is_error_result(*root)
            };
            xml.root().filter(own).map(|root| {
                let start = root.span().start;
                let tag = start..start.saturating_add(root.name().len()).saturating_add(1);
                strong("the root element of a SanteDB fault", message.span(tag))
            })
        }
        Payload::Json(json) => json.root().and_then(|root| json_mark(message, root)),
        Payload::Hl7(hl7) => hl7.segments("MSA").next().and_then(|segment| {
            segment.text(3).filter(|text| is_acknowledgement(text))?;
            Some(weak("a text of SanteDB in MSA-3", message.span(segment.field_span(3)?)))
        }),
        Payload::Html => santedb_page::heading(message)
            .map(|heading| weak("the heading of SanteDB's error page", message.span(heading))),
        Payload::Text => in_words(message.text(), message.limits).map(|_| {
            let text = message.text();
            let start = text.len().saturating_sub(text.trim_start().len());
            let end = text.trim_end().len().max(start);
            weak("a message that SanteDB writes", message.span(start..end))
        }),
        Payload::Empty => None,
    };
    marks.extend(of_content);
    marks
}

/// `$type` alone is any service that writes type names; SanteDB's is an exception without namespace.
fn json_mark(message: &Message<'_>, root: Value<'_>) -> Option<Evidence> {
    if let Some(error) =
        root.get("error").filter(|error| santedb_standards::is_own_oauth_error(root, *error))
    {
        return Some(weak("an error of SanteDB's token service", message.span(error.span())));
    }
    if let Some(kind) = santedb_error_result::json_kind(root) {
        return Some(weak("`ErrorResult` in `$type`", message.span(kind.span())));
    }
    let kind = root.get_any(TYPE).filter(|_| root.get("message").is_some())?;
    let is_published_name = root.get("$type").is_none();
    let has_rules = root
        .get_any(RULES)
        .into_iter()
        .flat_map(Value::items)
        .any(|rule| rule.get("priority").is_some() && rule.get("text").is_some());
    let is_plain_exception =
        kind.as_str().is_some_and(|name| name.ends_with("Exception") && !name.contains(['.', ',']));
    if is_published_name && !is_plain_exception {
        return None;
    }
    let span = message.span(kind.span());
    let named = if is_published_name { "type" } else { "$type" };
    if root.get("policyOutcome").is_some() {
        return Some(strong(format!("`{named}` with `policyOutcome`"), span));
    }
    if has_rules {
        let rules = RULES.iter().copied().find(|name| root.get(name).is_some()).unwrap_or_default();
        let mark = format!("`{named}` with `{rules}`");
        // Only the page writes `type` here; other services have rules, too.
        return Some(if is_published_name { weak(mark, span) } else { strong(mark, span) });
    }
    let has_data = root.get("data").is_some_and(|data| data.is_array() || data.is_object());
    (is_plain_exception && has_data && !is_published_name)
        .then(|| weak("an exception in `$type` beside `message` and `data`", span))
}

fn read(message: &Message<'_>) -> Option<Reading> {
    if let Some(of_version_1) = santedb_error_result::read(&message.payload, message.limits) {
        return Some(of_version_1);
    }
    let mut reading = Reading::new("santedb-fault");
    let fault = match &message.payload {
        Payload::Xml(xml) => {
            let root = xml.root()?;
            if !is_fault(root) {
                return santedb_standards::read(message);
            }
            chain(
                root,
                xml_fault,
                |fault| fault.child("cause"),
                message.limits,
                &mut reading.notices,
            )
        }
        Payload::Json(json) => {
            let root = json.root()?;
            if !is_json_fault(root) {
                return santedb_standards::read(message);
            }
            chain(
                root,
                json_fault,
                |fault| fault.get("cause").filter(|cause| cause.is_object()),
                message.limits,
                &mut reading.notices,
            )
        }
        Payload::Html => return santedb_page::read(message).map(with_status_of_exception),
        Payload::Text => in_words(message.text(), message.limits),
        Payload::Hl7(_) => return santedb_standards::read(message),
        Payload::Empty => return None,
    };
    reading.fault = Some(with_messages_read(fault?, message.limits));
    reading.application = Outcome::Failure;
    let mut reading = with_status_of_exception(reading);
    if let Some(fault) = &reading.fault {
        reading.notices.extend(santedb_status::contradiction(fault));
        reading.findings.extend(santedb_status::finding(message, fault));
    }
    reading.fault = reading.fault.map(keep_policy_outcome_where_a_policy_is_named);
    Some(reading)
}

fn is_json_fault(root: Value<'_>) -> bool {
    root.get_any(TYPE).is_some()
        && root.get("message").is_some()
        && (["$type", "policyOutcome", "rules", "rule"].iter().any(|name| root.get(name).is_some())
            || root
                .get("type")
                .and_then(Value::as_str)
                .is_some_and(|kind| kind.ends_with("Exception")))
}

fn with_status_of_exception(mut reading: Reading) -> Reading {
    reading.implied_status =
        reading.fault.as_ref().and_then(santedb_status::implied).map(|(status, _)| status);
    reading
}

fn xml_fault(element: Element<'_>, limits: &DecodeLimits) -> Fault {
    Fault {
        kind: element.child_text("type"),
        message: element.child_text("message"),
        detail: element.child_text("detail").or_else(|| {
            let data = element.children().filter(|child| child.name() == "data");
            joined(data.map(|data| Some(String::from(data.text())).filter(|text| !text.is_empty())))
        }),
        stack: element.child_text("stack"),
        policy: POLICY.iter().find_map(|name| element.child_text(name)),
        policy_name: element.child_text(POLICY_NAME),
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
            .take(limits.field_errors_read())
            .collect(),
        cause: None,
    }
}

fn json_fault(value: Value<'_>, limits: &DecodeLimits) -> Fault {
    let text = |names: &[&str]| {
        value.get_any(names).and_then(Value::to_text).filter(|text| !text.is_empty())
    };
    Fault {
        kind: text(TYPE),
        message: text(&["message"]),
        detail: text(&["detail"]).or_else(|| value.get("data").and_then(data)),
        stack: text(&["stack"]),
        policy: text(POLICY).or_else(|| policy_in_data(value).map(|(oid, _)| oid)),
        policy_name: text(&[POLICY_NAME]).or_else(|| policy_in_data(value)?.1),
        policy_outcome: text(&["policyOutcome"]).map(|text| policy_outcome(&text).into()),
        rules: value
            .get_any(RULES)
            .into_iter()
            .flat_map(Value::items)
            .map(|rule| {
                let printed = rule.as_str();
                let member = |name: &str| {
                    printed.map_or_else(
                        || rule.get(name).and_then(Value::to_text),
                        |printed| printed_member(printed, name),
                    )
                };
                read_rule(
                    member("id"),
                    member("priority"),
                    member("type"),
                    member("text").or(printed.map(String::from)).unwrap_or_default(),
                )
            })
            .take(limits.field_errors_read())
            .collect(),
        cause: None,
    }
}

/// A member of an object that PowerShell printed into a string: `@{priority=Error; text=No name}`.
fn printed_member(printed: &str, name: &str) -> Option<String> {
    let inner = printed.strip_prefix("@{")?.strip_suffix('}')?;
    let mut members = inner.split("; ").filter_map(|member| member.split_once('='));
    members.find(|(known, _)| *known == name).map(|(_, value)| value.into())
}

/// A policy fault lists `oid:name`; one of them is the policy.
fn policy_in_data(fault: Value<'_>) -> Option<(String, Option<String>)> {
    fault.get_any(TYPE).filter(|kind| kind.as_str() == Some(POLICY_VIOLATION))?;
    let mut listed = fault.get("data").into_iter().flat_map(Value::items);
    let only = listed.next().filter(|_| listed.next().is_none())?.as_str()?;
    let (oid, name) = only.split_once(':')?;
    let is_oid = oid.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let name = Some(String::from(name.trim())).filter(|name| !name.is_empty());
    is_oid.then(|| (oid.into(), name))
}

/// What belongs to a fault: a list of texts or pairs in version 3, any object before.
fn data(data: Value<'_>) -> Option<String> {
    let texts = data
        .items()
        .map(|item| item.to_text().or_else(|| joined(item.items().map(Value::to_text))));
    let members =
        data.members().map(|(name, value)| value.to_text().map(|value| format!("{name}: {value}")));
    joined(texts.chain(members).map(|text| text.filter(|text| !text.is_empty())))
}

pub(super) fn read_rule(
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

fn with_messages_read(mut fault: Fault, limits: &DecodeLimits) -> Fault {
    let mut next = Some(&mut fault);
    while let Some(fault) = next {
        complete(fault, limits);
        next = fault.cause.as_deref_mut();
    }
    fault
}

fn keep_policy_outcome_where_a_policy_is_named(mut fault: Fault) -> Fault {
    let mut next = Some(&mut fault);
    while let Some(fault) = next {
        let is_named = fault.policy.is_some() || fault.policy_name.is_some();
        if !is_named && fault.kind.as_deref() != Some(POLICY_VIOLATION) {
            fault.policy_outcome = None;
        }
        next = fault.cause.as_deref_mut();
    }
    fault
}

fn is_fault(root: Element<'_>) -> bool {
    root.name() == "RestServiceFault" || root.namespace() == Some(FAULT_NAMESPACE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn priorities_in_words() {
        assert_eq!(
            [priority("W"), priority("1"), priority("x")],
            [Some("Warning"), Some("Error"), None]
        );
    }
}
