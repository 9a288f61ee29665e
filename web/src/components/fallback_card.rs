//! What can be said of a number that nobody lists: a rule and the vendors' own schemes, never a meaning.

use std::sync::Arc;

use respondex_core::{Catalog, Code, Group, Lookup};
use yew::Html;

use super::basis_mark::provenance_mark;
use super::entry_row::entry_list;
use super::icon::{Glyph, icon};
use super::outcome_badge::outcome_badge;
use crate::markup::{el, line, made_line, prose, text};
use crate::state::{vendor_facts, words};

/// The card; `title` is the heading with the level that the page needs.
pub fn fallback_card(lookup: &Lookup, title: Html) -> Html {
    let badge = vec![icon(Glyph::Unknown), text("Not listed")];
    let kicker = el("p", "card-kicker", vec![el("span", "badge outcome-unknown", badge)]);
    let mut card = vec![el("header", "card-head", vec![kicker, title])];
    if let Some(fallback) = &lookup.fallback {
        let summary = made_line("p", "", fallback.summary.clone());
        card.push(el("div", "card-summary", vec![summary]));
        if let Some(section) = fallback.section {
            card.push(el("p", "muted", vec![text("Rule: "), text(section)]));
        }
    }
    if !lookup.groups.is_empty() {
        card.push(line("h2", "part-title", "Documented ranges and number families"));
        card.push(group_list(&lookup.groups));
    }
    if let Some(fallback) = &lookup.fallback {
        if let Some(standard) = &fallback.standard {
            card.push(line("h2", "part-title", "In the HTTP standard"));
            card.push(entry_list(&[standard], false));
        }
        if !fallback.schemes.is_empty() {
            card.push(line("h2", "part-title", "How the vendors build their numbers"));
            let schemes = fallback.schemes.iter().map(|scheme| {
                let name = vendor_facts::name(Catalog::builtin(), scheme.vendor);
                let mut item = vec![line("strong", "", name), text(": ")];
                item.extend(prose(scheme.summary));
                el("li", "", item)
            });
            card.push(el("ul", "plain", schemes.collect()));
        }
    }
    el("article", "card outcome-unknown", card)
}

/// Ranges and families, each with what holds for all of it.
pub fn group_list(groups: &[Arc<Group>]) -> Html {
    el("ul", "groups", groups.iter().map(|group| group_item(group)).collect())
}

fn group_item(group: &Group) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), group.vendor);
    let mut head = vec![
        outcome_badge(group.outcome),
        made_line("span", "code", range(group.from, group.to)),
        made_line("strong", "", format!("{vendor}: {}", group.name)),
    ];
    if group.unused {
        head.push(line("span", "muted", "not used"));
    }
    let mut item = vec![el("p", "group-head", head), el("p", "", prose(group.summary))];
    if let Some(actor) = group.actor {
        item.push(el("p", "muted", vec![text("Who acts: "), text(words::actor_detail(actor))]));
    }
    item.push(provenance_mark(group.vendor, &group.provenance, "group"));
    el("li", "group", item)
}

fn range(from: Code, to: Code) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}
