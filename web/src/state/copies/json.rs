//! An answer as JSON.

use respondex_core::push_json_text;

use crate::state::answer::Answer;
use crate::state::words;

/// The answer, with a member for each thing that is known of it.
pub(super) fn json(answer: &Answer, address: Option<&str>) -> String {
    let texts = |list: &[&str]| {
        let items: Vec<String> = list.iter().map(|item| quoted(item)).collect();
        format!("[{}]", items.join(","))
    };
    let numbers = |list: &[u32]| {
        let items: Vec<String> = list.iter().map(u32::to_string).collect();
        format!("[{}]", items.join(","))
    };
    let said = |value: Option<&str>| value.map(quoted);
    let retry = &answer.retry;
    let mut wait = vec![format!("\"kind\":{}", quoted(retry.kind.id()))];
    if !retry.delays_seconds.is_empty() {
        wait.push(format!("\"delaysSeconds\":{}", numbers(&retry.delays_seconds)));
    }
    wait.extend(retry.repeat_seconds.map(|seconds| format!("\"repeatSeconds\":{seconds}")));
    let members = [
        ("entry", said(answer.entry)),
        ("vendor", said(answer.vendor)),
        ("confidence", answer.confidence.map(words::confidence).map(quoted)),
        ("code", answer.code.map(|code| code.to_string())),
        ("status", said(answer.status.as_deref())),
        ("message", said(answer.message.as_deref())),
        ("summary", Some(quoted(&answer.summary))),
        ("actor", Some(quoted(answer.actor.id()))),
        ("steps", Some(texts(&answer.steps))),
        ("retry", Some(format!("{{{}}}", wait.join(",")))),
        ("askCaller", Some(texts(&answer.ask_caller))),
        ("askSoftwareVendor", Some(texts(&answer.ask_software_vendor))),
        ("contact", said(answer.contact)),
        ("request", said(answer.request.as_deref())),
        ("reference", said(answer.reference.as_deref())),
        ("page", said(address)),
        ("dataVersion", Some(quoted(env!("CARGO_PKG_VERSION")))),
    ];
    let members: Vec<String> = members
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| format!("  {}: {value}", quoted(name))))
        .collect();
    format!("{{\n{}\n}}", members.join(",\n"))
}

fn quoted(text: &str) -> String {
    let mut json = String::new();
    push_json_text(&mut json, text);
    json
}
