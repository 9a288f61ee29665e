//! Each rule of the catalogue fires on one bad record, with the words that a maintainer reads.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stops says why"
)]

use respondex_core::catalog::lint::LINTS;
use respondex_core::catalog::model::{CatalogFile, ConditionsFile};
use serde_json::{Value, json};

fn good() -> Value {
    json!({
        "vendor": { "id": "acme", "name": "Acme", "product": "Acme API", "about": "An example.", "scheme": "Numbers from 100 to 999." },
        "sources": [{ "id": "page", "title": "Codes", "kind": "vendor-page" }],
        "groups": [{
            "id": "4xx", "name": "Errors", "from": 400, "to": 499, "summary": "Errors.", "outcome": "failure",
            "basis": "stated", "source": "page", "locator": "top"
        }],
        "entries": [entry(400), entry(404)]
    })
}

fn entry(code: u32) -> Value {
    json!({
        "code": code, "source": "page", "locator": "table", "travels": "status-line", "outcome": "failure",
        "wire": { "phrase": "No" }, "group": "4xx", "condition": "not-found", "actor": "client",
        "retry": { "kind": "after-fix" }, "summary": "It failed.", "explanation": "It did.", "steps": ["Fix it."]
    })
}

/// What every rule finds in the good file with one value replaced: rule, pointer, message.
fn problems(pointer: &str, value: Value) -> Vec<(&'static str, String, String)> {
    let mut file = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap() {
        Value::Object(members) => {
            members.insert(name.into(), value);
        }
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        other => panic!("{other} has no members"),
    }
    let file: CatalogFile = serde_json::from_value(file).unwrap();
    let conditions: ConditionsFile =
        serde_json::from_str(include_str!("../catalog/conditions.json")).unwrap();
    let of = |lint: &'static respondex_core::catalog::lint::Lint| {
        (lint.check)(&file, &conditions)
            .into_iter()
            .map(|found| (lint.id, found.pointer, found.message))
    };
    LINTS.iter().flat_map(of).collect()
}

#[track_caller]
fn check(pointer: &str, value: Value, rule: &str, at: &str, message: &str) {
    let found = problems(pointer, value);
    let first = found.first().unwrap_or_else(|| panic!("{rule} did not fire"));
    assert_eq!((first.0, first.1.as_str(), first.2.as_str()), (rule, at, message));
}

#[test]
fn a_good_file_has_no_problem() {
    assert_eq!(problems("/vendor/name", json!("Acme")), []);
}

#[test]
fn usages_and_messages_name_their_condition_source_and_reason() {
    let usage = "/entries/0/usage";
    check(
        usage,
        json!([{ "kind": "can-hide-failures", "basis": "inferred" }]),
        "reasons-given",
        "/entries/0/usage/0/because",
        "the usage is not stated by the source; write why in `because`",
    );
    check(
        usage,
        json!([{ "kind": "can-hide-failures", "basis": "stated", "source": "wiki" }]),
        "known-source",
        "/entries/0/usage/0/source",
        "no source `wiki` in /sources; name one that is there or add it",
    );
    let message = |condition: &str, source: &str, basis: &str| json!([{ "text": "No.", "condition": condition, "code": 400, "place": "message", "basis": basis, "source": source, "locator": "sample" }]);
    check(
        "/messages",
        message("lost", "page", "stated"),
        "known-condition",
        "/messages/0/condition",
        "no condition `lost` in conditions.json; use one that is there or add it",
    );
    check(
        "/messages",
        message("not-found", "wiki", "stated"),
        "known-source",
        "/messages/0/source",
        "no source `wiki` in /sources; name one that is there or add it",
    );
    check(
        "/messages",
        message("not-found", "page", "inferred"),
        "reasons-given",
        "/messages/0/because",
        "the condition is not stated by the source; write why in `because`",
    );
}

#[test]
fn every_rule_fires() {
    let code = "/entries/1/code";
    check(
        code,
        json!(400),
        "unique-codes",
        code,
        "code 400 stands already at /entries/0; merge the two",
    );
    check(
        "/entries/0/code",
        json!(410),
        "sorted-codes",
        code,
        "code 404 stands after 410; sort the entries by code",
    );
    check(
        "/entries/0/condition",
        json!("lost"),
        "known-condition",
        "/entries/0/condition",
        "no condition `lost` in conditions.json; use one that is there or add it",
    );
    check(
        "/entries/0/source",
        json!("wiki"),
        "known-source",
        "/entries/0/source",
        "no source `wiki` in /sources; name one that is there or add it",
    );
    check(
        "/entries/0/basis",
        json!({ "actor": { "basis": "inferred" } }),
        "reasons-given",
        "/entries/0/basis/actor",
        "`actor` is not stated by the source; write why in `because`",
    );
    check(
        "/entries/0/group",
        json!("5xx"),
        "group-holds-code",
        "/entries/0/group",
        "no group `5xx` in /groups; name one that is there or add it",
    );
    check(
        "/entries/0/wire",
        json!({}),
        "wording-given",
        "/entries/0/wire",
        "code 400 has no wording; give it to the letter, or say in `basis.wire` why there is none",
    );
    check(
        "/entries/0/summary",
        json!("It failed"),
        "sentences",
        "/entries/0/summary",
        "code 400 has no full sentence here; end it with a full stop",
    );
    check(
        "/entries/0/reply",
        json!("We could not do it"),
        "sentences",
        "/entries/0/reply",
        "code 400 has no full sentence here; end it with a full stop",
    );
    check(
        "/entries/0/sensitive",
        json!(true),
        "sensitive-reply-given",
        "/entries/0/reply",
        "code 400 tells of a person or an account; write a reply that does not",
    );
    check(
        "/entries/0/steps",
        json!([]),
        "steps-given",
        "/entries/0/steps",
        "code 400 says nothing of what to do; write at least one step",
    );
    check(
        "/entries/0/retry",
        json!({ "kind": "no", "repeatSeconds": 60 }),
        "delays-fit-kind",
        "/entries/0/retry",
        "code 400 has delays but its kind is not \"after-delay\"",
    );
    check(
        "/entries/0/nearestHttpStatus",
        json!(600),
        "nearest-status-registered-range",
        "/entries/0/nearestHttpStatus",
        "600 is no HTTP status; expected 100 to 599",
    );
}

#[test]
fn questions_are_few_short_and_end_as_questions_do() {
    check(
        "/entries/0/askCaller",
        json!(["Did it work?", "Tell me."]),
        "questions-can-be-asked",
        "/entries/0/askCaller/1",
        "no question; end it with a question mark",
    );
    check(
        "/entries/0/askSoftwareVendor",
        json!(["a?", "b?", "c?", "d?"]),
        "questions-can-be-asked",
        "/entries/0/askSoftwareVendor",
        "4 questions; keep the 3 that help most",
    );
    check(
        "/entries/0/askCaller",
        json!(["a b c d e f g h i j k l m n o p q r s?"]),
        "questions-can-be-asked",
        "/entries/0/askCaller/0",
        "19 words; ask in at most 18",
    );
}

#[test]
fn facts_are_known_by_name() {
    let found = problems("/entries/0/basis", json!({ "colour": { "basis": "stated" } }));
    assert_eq!(found[0].0, "known-facts");
    assert!(
        found[0].2.starts_with("`colour` is no fact of an entry; expected one of wire, "),
        "{}",
        found[0].2
    );
}

#[test]
fn codes_lie_in_a_documented_group_or_say_why_not() {
    let mut outside = entry(4040);
    outside["group"] = Value::Null;
    outside["travels"] = json!("body");
    let found = problems("/entries/1", outside.clone());
    assert_eq!(found[0].0, "inside-documented-groups");
    outside["quirks"] = json!([{ "summary": "Listed outside every range." }]);
    assert_eq!(problems("/entries/1", outside), []);
}

#[test]
fn a_status_line_has_three_digits() {
    let mut wide = entry(4040);
    wide["group"] = Value::Null;
    wide["quirks"] = json!([{ "summary": "Listed outside every range." }]);
    let found = problems("/entries/1", wide);
    assert_eq!((found[0].0, found.len()), ("status-line-range", 1));
}
