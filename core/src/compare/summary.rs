//! What matters in a comparison of one code, in sentences: trying again first, then who acts, then who lists the number
//! and what it means there.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Column, name_of, wording};
use crate::catalog::{Actor, Catalog, Entry, RetryKind};
use crate::code::Code;

pub(super) fn summary(catalog: &Catalog, code: Code, columns: &[Column]) -> String {
    let listing: Vec<&Entry> =
        columns.iter().filter_map(|column| column.entry.as_deref()).collect();
    if listing.is_empty() {
        return format!("None of these vendors lists {code}.");
    }
    let mut sentences = Vec::new();
    sentences.extend(trying_again(catalog, &listing));
    sentences.push(who_acts(catalog, &listing));
    sentences.push(who_lists(catalog, code, columns, listing.len()));
    sentences.extend(meanings(catalog, &listing));
    sentences.join(" ")
}

/// `Retrying helps at Vision after 5 minutes; at Elevate IQ contact Elevate support first.`
pub(super) fn trying_again(catalog: &Catalog, entries: &[&Entry]) -> Option<String> {
    let by_advice = grouped(catalog, entries, |entry| match (entry.retry.kind, entry.contact) {
        (RetryKind::AfterDelay, Some(contact))
            if entry.retry.delays_seconds.is_empty() && entry.actor == Actor::Vendor =>
        {
            (RetryKind::AfterDelay, format!("contact {contact} first"))
        }
        (kind, _) => (kind, wording::retry(&entry.retry)),
    });
    let everywhere = by_advice.len() == 1;
    let mut parts: Vec<String> = Vec::new();
    let mut helps = false;
    let at = |who: &str| if everywhere { String::new() } else { format!(" at {who}") };
    for ((kind, advice), who) in &by_advice {
        if matches!(kind, RetryKind::No | RetryKind::NotNeeded | RetryKind::Unknown) {
            continue;
        }
        let lead = if helps { "" } else { "retrying helps" };
        parts.push(format!("{lead}{} {advice}", at(who)).trim_start().to_string());
        helps = true;
    }
    for ((kind, _), who) in &by_advice {
        parts.push(match kind {
            RetryKind::No => format!("retrying does not help{}", at(who)),
            RetryKind::NotNeeded if everywhere => continue,
            RetryKind::NotNeeded => format!("nothing is to be repeated{}", at(who)),
            RetryKind::Unknown => format!("whether retrying helps is not stated{}", at(who)),
            _ => continue,
        });
    }
    (!parts.is_empty()).then(|| format!("{}.", wording::sentence(&parts.join("; "))))
}

fn who_acts(catalog: &Catalog, entries: &[&Entry]) -> String {
    let by_actor = grouped(catalog, entries, |entry| entry.actor);
    if let [(actor, _)] = by_actor.as_slice() {
        return match actor {
            Actor::Unknown => "Who has to act is not stated.".to_string(),
            Actor::Nobody => "Nobody has to act.".to_string(),
            actor => format!("{} acts.", wording::sentence(wording::actor(*actor))),
        };
    }
    let parts = by_actor.iter().map(|(actor, who)| format!("{} at {who}", wording::actor(*actor)));
    format!("Who acts differs: {}.", parts.collect::<Vec<_>>().join("; "))
}

fn who_lists(catalog: &Catalog, code: Code, columns: &[Column], listed: usize) -> String {
    let names = |with: bool| {
        let of = columns.iter().filter(|column| column.entry.is_some() == with);
        wording::list(&of.map(|column| name_of(catalog, column.vendor)).collect::<Vec<_>>())
    };
    let absent =
        if listed < columns.len() { format!(", not by {}", names(false)) } else { String::new() };
    format!("{code} is listed by {}{absent}.", names(true))
}

fn meanings(catalog: &Catalog, entries: &[&Entry]) -> Option<String> {
    let by_condition = grouped(catalog, entries, |entry| entry.condition);
    if by_condition.len() < 2 {
        return (entries.len() > 1).then(|| "They mean the same by it.".to_string());
    }
    let parts = by_condition.iter().map(|(condition, who)| {
        let name = catalog.condition(condition).map_or(*condition, |condition| condition.name);
        format!("“{name}” at {who}")
    });
    let parts: Vec<String> = parts.collect();
    Some(format!("It does not mean the same everywhere: {}.", parts.join("; ")))
}

/// Who shares a value, in the order of the columns: the value and the names.
fn grouped<K: PartialEq>(
    catalog: &Catalog,
    entries: &[&Entry],
    key: impl Fn(&Entry) -> K,
) -> Vec<(K, String)> {
    let mut groups: Vec<(K, Vec<&str>)> = Vec::new();
    for entry in entries {
        let (key, name) = (key(entry), name_of(catalog, entry.vendor));
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => groups.push((key, Vec::from([name]))),
        }
    }
    groups.into_iter().map(|(key, names)| (key, wording::list(&names))).collect()
}
