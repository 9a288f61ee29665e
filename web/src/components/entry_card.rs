//! The answer card of a catalogue entry: class, number and wording, what happened, and the three answers.

use std::rc::Rc;

use respondex_core::{Catalog, Entry};
use yew::{Html, html};

use super::action_cells::{Action, action_cells};
use super::basis_mark::{basis_mark, source_line};
use super::copy_bar::CopyBar;
use super::icon::{Glyph, icon};
use super::outcome_badge::{outcome_badge, toned};
use crate::markup::{all, el, el_with, line, link, made, made_line, none, prose, text};
use crate::route::Route;
use crate::state::answer::Answer;
use crate::state::{vendor_facts, words};

/// Where the card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardPlace {
    /// It is the page: its title is the page's heading.
    Page,
    /// It is the best hit of a search: its title links to its page.
    Hit,
}

/// The card.
pub fn entry_card(entry: &Entry, place: CardPlace) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), entry.vendor);
    let page = Route::code(entry.vendor, entry.code);
    let mut title = vec![made_line("span", "card-code", entry.code.to_string())];
    if let Some(wording) = entry.wording() {
        let attributes = [("class", "card-wording"), ("translate", "no")];
        title.push(text(" "));
        title.push(el_with("span", &attributes, vec![made(wording.to_owned())]));
    }
    let title = match place {
        CardPlace::Page => el_with("h1", &[("class", "card-title"), ("tabindex", "-1")], title),
        CardPlace::Hit => el("h2", "card-title", vec![link(page.href(), "", title)]),
    };
    let vendor_link = link(Route::Vendor(entry.vendor.into()).href(), "", vec![text(vendor)]);
    let section = entry.section.map_or_else(none, |section| line("span", "muted", section));
    let action = Action {
        actor: entry.actor,
        steps: &entry.steps,
        retry: &entry.retry,
        contact: entry.contact,
        marks: ["actor", "steps", "retry"].map(|fact| basis_mark(entry, fact)),
    };
    let summary = vec![el("p", "", prose(entry.summary)), basis_mark(entry, "summary")];
    let sensitive = if entry.sensitive {
        let note = "This code tells whether a person or an account exists. The reply and the questions are kept neutral.";
        el("p", "note", vec![icon(Glyph::Shield), text(note)])
    } else {
        none()
    };
    let compare = link(
        Route::CompareCode(entry.code).href(),
        "button",
        vec![made(format!("Compare {}", entry.code))],
    );
    let condition = Route::CompareCondition(entry.condition.into());
    let same = link(condition.href(), "button", vec![text("Same meaning elsewhere")]);
    let answer = Rc::new(Answer::of_entry(entry));
    // Another answer is another bar: nothing of it was copied yet.
    let copies = html! { <CopyBar key={entry.id} {answer} /> };
    let head = vec![
        el("p", "card-kicker", vec![outcome_badge(entry.outcome), vendor_link, section]),
        title,
        origin(entry, vendor),
        made_line("p", "card-travels", words::travels(entry)),
    ];
    let card = vec![
        el("header", "card-head", head),
        el("div", "card-summary", summary),
        sensitive,
        action_cells(action),
        el("div", "card-actions", vec![copies, compare, same]),
    ];
    all(vec![toned("article", "card", entry.outcome, card)])
}

/// Whose words stand beside the number, and where they can be read.
fn origin(entry: &Entry, vendor: &str) -> Html {
    let words = match entry.wording() {
        Some(_) => format!("Wording of {vendor}, to the letter"),
        None => format!("{vendor} gives no wording"),
    };
    let sources = vendor_facts::vendor(Catalog::builtin(), entry.vendor).map(|it| &it.sources);
    let source =
        entry.provenance.get("wire").or_else(|| entry.provenance.get("summary")).and_then(|said| {
            let source = sources?.iter().find(|source| source.id == said.source)?;
            Some(el("span", "", vec![text("Source: "), source_line(source, None)]))
        });
    let mut line = vec![made_line("span", "", words), basis_mark(entry, "wire")];
    line.extend(source);
    el("div", "card-origin", line)
}
