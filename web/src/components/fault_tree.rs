//! What the body says happened: the causes as a tree, the root marked, and the rules.

use respondex_core::decode::{DecodedResponse, Fault, Rule};
use yew::Html;

use super::entry_facts::pair;
use crate::markup::{el, el_with, line, made, made_line, none, text, wire};
use crate::state::shown_once::{causes, message_of};

/// The tree; nothing where other parts of the answer show all that it holds. The decoder bounds its depth; it is drawn from
/// the inside out, without recursion.
pub fn fault_tree(response: &DecodedResponse) -> Option<Html> {
    let chain: Vec<&Fault> = causes(response.fault.as_ref()?).collect();
    let last = chain.len().saturating_sub(1);
    chain.iter().enumerate().rev().fold(None, |inner, (depth, fault)| {
        let is_root = last > 0 && depth == last;
        let mut node = fault_node(response, fault, is_root);
        node.extend(inner);
        (!node.is_empty()).then(|| el("ul", "tree", vec![el("li", "fault", node)]))
    })
}

fn fault_node(response: &DecodedResponse, fault: &Fault, is_root: bool) -> Vec<Html> {
    let mut head = Vec::new();
    if is_root {
        head.push(line("span", "tag tag-root", "root cause"));
        head.push(text(" "));
    }
    head.extend(fault.kind.clone().map(wire));
    let mut node = Vec::new();
    if !head.is_empty() {
        node.push(el("p", "fault-head", head));
    }
    let message = message_of(response, fault);
    for (class, words) in [("fault-message", message), ("muted", fault.detail.as_ref())] {
        if let Some(words) = words {
            let attributes = [("class", class), ("translate", "no")];
            node.push(el_with("p", &attributes, vec![made(words.clone())]));
        }
    }
    let policy: Vec<Html> = [
        ("Policy", &fault.policy),
        ("Policy name", &fault.policy_name),
        ("Policy says", &fault.policy_outcome),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(pair(name, wire(value.clone()?), none())))
    .collect();
    if !policy.is_empty() {
        node.push(el("dl", "pairs", policy));
    }
    if !fault.rules.is_empty() {
        node.push(el("ul", "rules", fault.rules.iter().map(rule_item).collect()));
    }
    if let Some(stack) = &fault.stack {
        let stack = el_with("pre", &[("translate", "no")], vec![made(stack.clone())]);
        node.push(el("details", "more", vec![line("summary", "", "Stack trace"), stack]));
    }
    node
}

fn rule_item(rule: &Rule) -> Html {
    let mut item = Vec::new();
    if let Some(priority) = &rule.priority {
        item.push(made_line("span", "tag", priority.clone()));
        item.push(text(" "));
    }
    item.push(el_with("span", &[("translate", "no")], vec![made(rule.text.clone())]));
    let names: Vec<&str> = rule.id.as_deref().into_iter().chain(rule.kind.as_deref()).collect();
    if !names.is_empty() {
        let attributes = [("class", "muted rule-id"), ("translate", "no")];
        item.push(el_with("span", &attributes, vec![made(names.join(" · "))]));
    }
    el("li", "", item)
}
