//! What SanteDB answered in version 1: a list of details, the causes of the error among them.
//!
//! Source: santedb-server `SanteDB.Messaging.HDSI/Model/{ErrorResult,ResultDetail}.cs` and its error handler.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::santedb::read_rule;
use crate::catalog::Outcome;
use crate::decode::convention::causes::too_many_causes;
use crate::decode::options::DecodeLimits;
use crate::decode::output::{Fault, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::payload::xml::Element;
use crate::decode::reading::Reading;

/// How each inner exception is led to.
const CAUSED_BY: &str = "Caused By: ";
const RESULT_NAMESPACE: &str = "http://santedb.org/hdsi";
/// As the class spells it, and as writers of JSON do; likewise below.
const DETAILS: &[&str] = &["detail", "details", "Details"];

/// The answer of version 1: `<ErrorResult><detail type="E">text</detail></ErrorResult>`.
pub(super) fn is_error_result(root: Element<'_>) -> bool {
    root.name() == "ErrorResult" && root.namespace() == Some(RESULT_NAMESPACE)
}

/// Reads such a result, where the content is one.
pub(super) fn read(payload: &Payload<'_>, limits: &DecodeLimits) -> Option<Reading> {
    let details = match payload {
        Payload::Xml(xml) => {
            let root = xml.root().filter(|root| is_error_result(*root))?;
            root.children().filter(|child| child.name() == "detail").map(xml_detail).collect()
        }
        Payload::Json(json) => {
            let root = json.root()?;
            json_kind(root)?;
            let details = root.get_any(DETAILS).into_iter().flat_map(Value::items);
            details.map(json_detail).collect()
        }
        _ => return None,
    };
    Some(of_details(details, limits))
}

fn of_details(details: Vec<Rule>, limits: &DecodeLimits) -> Reading {
    let mut reading = Reading::new("santedb-error-result");
    let (causes, rules): (Vec<Rule>, Vec<Rule>) =
        details.into_iter().partition(|rule| rule.text.starts_with(CAUSED_BY));
    let said = |rule: &Rule| {
        let text = rule.text.strip_prefix(CAUSED_BY).unwrap_or(&rule.text);
        Some(String::from(text)).filter(|text| !text.is_empty())
    };
    if causes.len() >= limits.causes {
        reading.notices.push(too_many_causes(limits));
    }
    let one = |rule: &Rule| Fault { message: said(rule), ..Fault::default() };
    let cause = causes.iter().take(limits.causes.saturating_sub(1)).map(one).rev().reduce(
        |cause, mut outer| {
            outer.cause = Some(Box::new(cause));
            outer
        },
    );
    reading.application = Outcome::Failure;
    reading.fault = Some(Fault {
        kind: Some("ErrorResult".into()),
        message: rules.first().and_then(said),
        rules,
        cause: cause.map(Box::new),
        ..Fault::default()
    });
    reading
}

fn xml_detail(detail: Element<'_>) -> Rule {
    let level = detail.attribute("type").map(|(value, _)| String::from(value));
    read_rule(None, level, None, detail.text().into())
}

/// The class names its members without a word for JSON, so each spelling is taken.
fn json_detail(detail: Value<'_>) -> Rule {
    let level = detail.get_any(&["type", "DetailType"]).and_then(Value::to_text);
    let text = detail.get_any(&["text", "Text"]).and_then(Value::to_text);
    // `DetailType` counts from Information, unlike the priorities of rules.
    let level = level.map(|level| match level.as_str() {
        "0" => "Information".into(),
        "1" => "Warning".into(),
        "2" => "Error".into(),
        _ => level,
    });
    read_rule(None, level, None, text.unwrap_or_default())
}

/// The member that names such a result in JSON.
pub(super) fn json_kind(root: Value<'_>) -> Option<Value<'_>> {
    root.get_any(DETAILS).filter(|details| details.is_array())?;
    root.get("$type").filter(|kind| kind.as_str() == Some("ErrorResult"))
}
