//! What can be said of a number that nobody lists: a rule and the vendors' own schemes, never a meaning.

use respondex_core::{Catalog, Code, Group, Lookup};
use yew::prelude::*;

use super::basis_mark::provenance_mark;
use super::entry_row::entry_list;
use super::icon::{Glyph, icon};
use super::outcome_badge::outcome_badge;
use crate::state::{vendor_facts, words};

/// The card; `title` is the heading with the level that the page needs.
pub fn fallback_card(lookup: &Lookup, title: Html) -> Html {
    let catalog = Catalog::builtin();
    html! {
        <article class="card outcome-unknown">
            <header class="card-head">
                <p class="card-kicker">
                    <span class="badge outcome-unknown">{icon(Glyph::Unknown)}{"Not listed"}</span>
                </p>
                {title}
            </header>
            if let Some(fallback) = &lookup.fallback {
                <div class="card-summary"><p>{&fallback.summary}</p></div>
                if let Some(section) = fallback.section { <p class="muted">{format!("Rule: {section}")}</p> }
            }
            if !lookup.groups.is_empty() {
                <h3>{"Documented ranges and number families"}</h3>
                <ul class="groups">
                    for group in &lookup.groups { <li key={group.id.clone()}>{group_item(group)}</li> }
                </ul>
            }
            if let Some(fallback) = &lookup.fallback {
                if let Some(standard) = &fallback.standard {
                    <h3>{"In the HTTP standard"}</h3>
                    {entry_list(core::iter::once(&**standard), false)}
                }
                if !fallback.schemes.is_empty() {
                    <h3>{"How the vendors build their numbers"}</h3>
                    <ul class="plain">
                        for scheme in &fallback.schemes {
                            <li key={scheme.vendor.clone()}>
                                <strong>{vendor_facts::name(catalog, &scheme.vendor).to_owned()}</strong>
                                {": "}{&scheme.summary}
                            </li>
                        }
                    </ul>
                }
            }
        </article>
    }
}

/// A range or family with what holds for all of it.
pub fn group_item(group: &Group) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), &group.vendor);
    html! {
        <div class="group">
            <p class="group-head">
                {outcome_badge(group.outcome)}
                <span class="code">{range(group.from, group.to)}</span>
                <strong>{format!("{vendor}: {}", group.name)}</strong>
                if group.unused { <span class="muted">{"not used"}</span> }
            </p>
            <p>{&group.summary}</p>
            if let Some(actor) = group.actor { <p class="muted">{"Who acts: "}{words::actor_detail(actor)}</p> }
            {provenance_mark(&group.vendor, &group.provenance, "group")}
        </div>
    }
}

fn range(from: Code, to: Code) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}
