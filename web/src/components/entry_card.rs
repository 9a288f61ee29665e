//! The answer card of a catalogue entry: class, number and wording, what happened, and the three answers.

use std::sync::Arc;

use respondex_core::{Catalog, Entry};
use yew::prelude::*;

use super::action_cells::{Action, action_cells};
use super::basis_mark::basis_mark;
use super::copy_button::CopyButton;
use super::icon::{Glyph, icon};
use super::outcome_badge::outcome_badge;
use crate::hooks::address;
use crate::route::Route;
use crate::state::{reply, vendor_facts, words};

/// Where the card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardPlace {
    /// It is the page: its title is the page's heading, and it links elsewhere.
    Page,
    /// It is the best hit of a search: its title links to its page.
    Hit,
}

/// The card.
pub fn entry_card(entry: &Arc<Entry>, place: CardPlace) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), &entry.vendor);
    let page = Route::code(&entry.vendor, entry.code);
    let title = html! {
        <>
            <span class="card-code">{entry.code.to_string()}</span>
            if let Some(wording) = entry.wording() {
                {" "}<span class="card-wording" translate="no">{wording.to_owned()}</span>
            }
        </>
    };
    let title = match place {
        CardPlace::Page => html! { <h1 class="card-title" tabindex="-1">{title}</h1> },
        CardPlace::Hit => {
            html! { <h2 class="card-title"><a href={page.href()}>{title}</a></h2> }
        }
    };
    let action = Action {
        actor: entry.actor,
        steps: &entry.steps,
        retry: &entry.retry,
        contact: entry.contact.as_deref(),
        marks: ["actor", "steps", "retry"].map(|fact| basis_mark(entry, fact)),
    };
    html! {
        <article class={classes!("card", words::outcome_class(entry.outcome))}>
            <header class="card-head">
                <p class="card-kicker">
                    {outcome_badge(entry.outcome)}
                    <a href={Route::Vendor(entry.vendor.clone()).href()}>{vendor.to_owned()}</a>
                    if let Some(section) = &entry.section { <span class="muted">{section}</span> }
                </p>
                {title}
                <p class="card-travels">{words::travels(entry)}</p>
            </header>
            <div class="card-summary"><p>{&entry.summary}</p>{basis_mark(entry, "summary")}</div>
            if entry.sensitive {
                <p class="note">
                    {icon(Glyph::Shield)}
                    {"This code tells whether a person or an account exists. Keep the reply neutral."}
                </p>
            }
            {action_cells(action)}
            {actions(entry, vendor, &page)}
        </article>
    }
}

fn actions(entry: &Arc<Entry>, vendor: &str, page: &Route) -> Html {
    let make_reply = {
        let (entry, vendor) = (entry.clone(), vendor.to_owned());
        Callback::from(move |()| reply::for_entry(&entry, &vendor))
    };
    let make_link = {
        let page = page.clone();
        Callback::from(move |()| address::absolute(&page))
    };
    html! {
        <div class="card-actions">
            <CopyButton label="Copy reply" make_text={make_reply} primary={true} />
            <CopyButton label="Copy link" make_text={make_link} glyph={Glyph::Link} />
            <a class="button" href={Route::CompareCode(entry.code).href()}>
                {format!("Compare {}", entry.code)}
            </a>
        </div>
    }
}
