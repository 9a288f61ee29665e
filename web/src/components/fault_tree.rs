//! What the body says happened: the causes as a tree, the root marked, and the rules.

use respondex_core::decode::{Fault, Rule};
use yew::prelude::*;

use crate::components::entry_facts::pair;

/// The tree. The decoder bounds its depth; it is drawn from the inside out, without recursion.
pub fn fault_tree(fault: &Fault) -> Html {
    let mut chain: Vec<&Fault> = Vec::new();
    let mut next = Some(fault);
    while let Some(fault) = next {
        chain.push(fault);
        next = fault.cause.as_deref();
    }
    let nested = chain.len() > 1;
    chain.iter().enumerate().rev().fold(Html::default(), |inner, (depth, fault)| {
        let is_root = nested && depth.saturating_add(1) == chain.len();
        html! {
            <ul class="tree">
                <li class={classes!("fault", is_root.then_some("fault-root"))}>
                    {fault_node(fault, is_root)}
                    {inner}
                </li>
            </ul>
        }
    })
}

fn fault_node(fault: &Fault, is_root: bool) -> Html {
    let wire = |text: &str| html! { <span class="wire" translate="no">{text.to_owned()}</span> };
    html! {
        <>
            <p class="fault-head">
                if is_root { <span class="tag tag-root">{"root cause"}</span>{" "} }
                if let Some(kind) = &fault.kind { {wire(kind)} }
            </p>
            if let Some(message) = &fault.message { <p class="fault-message" translate="no">{message}</p> }
            if let Some(detail) = &fault.detail { <p class="muted" translate="no">{detail}</p> }
            if fault.policy.is_some() || fault.policy_outcome.is_some() {
                <dl class="pairs">
                    if let Some(policy) = &fault.policy { {pair("Policy", wire(policy), Html::default())} }
                    if let Some(outcome) = &fault.policy_outcome {
                        {pair("Policy says", wire(outcome), Html::default())}
                    }
                </dl>
            }
            if !fault.rules.is_empty() { {rule_table(&fault.rules)} }
            if let Some(stack) = &fault.stack {
                <details class="more"><summary>{"Stack trace"}</summary><pre translate="no">{stack}</pre></details>
            }
        </>
    }
}

fn rule_table(rules: &[Rule]) -> Html {
    html! {
        <ul class="rules">
            for (at, rule) in rules.iter().enumerate() {
                <li key={at}>
                    if let Some(priority) = &rule.priority { <span class="tag">{priority}</span>{" "} }
                    <span translate="no">{&rule.text}</span>
                    <span class="muted rule-id" translate="no">
                        {[rule.id.as_deref(), rule.kind.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ")}
                    </span>
                </li>
            }
        </ul>
    }
}
