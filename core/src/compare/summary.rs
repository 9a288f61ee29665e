//! What matters in a comparison of one code, in sentences: trying again first, then who acts, then who lists the number
//! and what it means there.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Column, name_of, wording};
use crate::catalog::{Actor, Catalog, Entry, RetryKind};
use crate::code::Code;

pub(super) fn summary(catalog: &Catalog, code: Code, columns: &[Column]) -> String {
    let mut listing: Vec<&Entry> = Vec::new();
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for column in columns {
        let name = name_of(catalog, column.vendor);
        match column.entry.as_deref() {
            Some(entry) => {
                listing.push(entry);
                with.push(name);
            }
            None => without.push(name),
        }
    }
    if listing.is_empty() {
        return format!("None of these vendors lists {code}.");
    }
    let mut text = trying_again(catalog, &listing);
    wording::add(&mut text, " ", &who_acts(catalog, &listing));
    wording::add(&mut text, " ", &format!("{code} is listed by {}", wording::list(&with)));
    if !without.is_empty() {
        wording::add(&mut text, ", not by ", &wording::list(&without));
    }
    text.push('.');
    wording::add(&mut text, " ", &meanings(catalog, &listing));
    text
}

/// `Retrying helps at Vision after 5 minutes; at Elevate IQ contact Elevate support first.`, or nothing where there is nothing
/// to repeat.
pub(super) fn trying_again(catalog: &Catalog, entries: &[&Entry]) -> String {
    let sides = sides(catalog, entries, |one, other| {
        one.retry == other.retry && first_contact(one) == first_contact(other)
    });
    let everywhere = sides.len() == 1;
    let (mut helps, mut rest) = (String::new(), String::new());
    for side in &sides {
        let at = if everywhere { String::new() } else { format!(" at {}", side.who()) };
        let entry = side.entry;
        let says = match entry.retry.kind {
            RetryKind::No => "retrying does not help",
            RetryKind::NotNeeded if everywhere => continue,
            RetryKind::NotNeeded => "nothing is to be repeated",
            RetryKind::Unknown => "whether retrying helps is not stated",
            _ => {
                let advice = match first_contact(entry) {
                    Some(contact) => format!("contact {contact} first"),
                    None => wording::retry(&entry.retry),
                };
                let lead = if helps.is_empty() { "retrying helps" } else { "" };
                let part = format!("{lead}{at} {advice}");
                wording::add(&mut helps, "; ", part.trim_start());
                continue;
            }
        };
        wording::add(&mut rest, "; ", &format!("{says}{at}"));
    }
    wording::add(&mut helps, "; ", &rest);
    if helps.is_empty() { helps } else { wording::sentence(helps) }
}

/// Whom to ask before anything is repeated: where the vendor acts, names a contact and gives no wait.
fn first_contact(entry: &Entry) -> Option<&'static str> {
    let no_wait =
        entry.retry.kind == RetryKind::AfterDelay && entry.retry.delays_seconds.is_empty();
    entry.contact.filter(|_| no_wait && entry.actor == Actor::Vendor)
}

fn who_acts(catalog: &Catalog, entries: &[&Entry]) -> String {
    let sides = sides(catalog, entries, |one, other| one.actor == other.actor);
    if let [side] = sides.as_slice() {
        return match side.entry.actor {
            Actor::Unknown => "Who has to act is not stated.".to_string(),
            Actor::Nobody => "Nobody has to act.".to_string(),
            actor => wording::sentence(format!("{} acts", wording::actor(actor))),
        };
    }
    let mut text = String::new();
    for side in &sides {
        let part = format!("{} at {}", wording::actor(side.entry.actor), side.who());
        wording::add(&mut text, "; ", &part);
    }
    format!("Who acts differs: {text}.")
}

/// What it means where, or nothing where a single vendor lists it.
fn meanings(catalog: &Catalog, entries: &[&Entry]) -> String {
    let sides = sides(catalog, entries, |one, other| one.condition == other.condition);
    let mut text = String::new();
    if let [side] = sides.as_slice() {
        if side.names.len() > 1 {
            text.push_str("They mean the same by it.");
        }
        return text;
    }
    for side in &sides {
        let condition = catalog.condition(side.entry.condition);
        let name = condition.map_or(side.entry.condition, |condition| condition.name);
        wording::add(&mut text, "; ", &format!("“{name}” at {}", side.who()));
    }
    format!("It does not mean the same everywhere: {text}.")
}

/// Vendors that say the same of something.
struct Side<'a> {
    /// The first of their entries.
    entry: &'a Entry,
    names: Vec<&'static str>,
}

impl Side<'_> {
    fn who(&self) -> String {
        wording::list(&self.names)
    }
}

/// Who says the same, in the order of the entries.
fn sides<'a>(
    catalog: &Catalog,
    entries: &[&'a Entry],
    same: fn(&Entry, &Entry) -> bool,
) -> Vec<Side<'a>> {
    let mut sides: Vec<Side<'a>> = Vec::new();
    for entry in entries {
        let name = name_of(catalog, entry.vendor);
        match sides.iter_mut().find(|side| same(side.entry, entry)) {
            Some(side) if side.names.contains(&name) => {}
            Some(side) => side.names.push(name),
            None => sides.push(Side { entry, names: Vec::from([name]) }),
        }
    }
    sides
}
