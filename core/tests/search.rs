//! Queries as people type them, with the entry that has to come first, and what holds for any query.

use proptest::prelude::*;
use respondex_core::{Catalog, Entry, SearchOptions, search};

#[test]
fn queries_find_what_is_meant_first() {
    let mut wrong = Vec::new();
    for row in include_str!("queries.tsv").lines().skip(1) {
        let (query, expected) = row.split_once('\t').unwrap_or((row, ""));
        let found = search(Catalog::builtin(), query, &SearchOptions::default());
        let first = found.hits.first().map_or("", |hit| hit.entry.id);
        if first != expected {
            wrong.push(format!("{query}: expected {expected:?}, found {first:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_meaning_of_a_number_comes_before_anything_else() {
    let found = search(Catalog::builtin(), "401", &SearchOptions::default());
    let ids: Vec<&str> = found.hits.iter().take(5).map(|hit| hit.entry.id).collect();
    assert_eq!(ids, ["hhaexchange/401", "vision/401", "santedb/401", "elevate-iq/401", "http/401"]);
}

#[test]
fn the_vendor_and_the_limit_are_kept() {
    let options = SearchOptions { vendor: Some("hha".into()), limit: Some(2) };
    let found = search(Catalog::builtin(), "4xx", &options);
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.entry.id).collect();
    assert_eq!(ids, ["hhaexchange/400", "hhaexchange/401"]);
    assert_eq!(found.total, 5);
}

/// The text of an entry that a mark names.
fn field<'e>(entry: &'e Entry, name: &str) -> Option<&'e str> {
    let item = |list: &[&'e str], number: &str| list.get(number.parse::<usize>().ok()?).copied();
    match name {
        "wire.phrase" => entry.wire.phrase,
        "wire.message" => entry.wire.message,
        "wire.result" => entry.wire.result,
        "summary" => Some(entry.summary),
        _ => item(&entry.wire.aliases, name.strip_prefix("wire.aliases.")?),
    }
}

fn check(query: &str) {
    let found = search(Catalog::builtin(), query, &SearchOptions::default());
    assert!(found.hits.len() <= found.total);
    for hit in &found.hits {
        for mark in &hit.marks {
            let text = field(&hit.entry, &mark.field).unwrap_or_default();
            let units = text.encode_utf16().count();
            assert!(mark.start < mark.end && mark.end <= units, "{query}: {mark:?} in {text:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_query_is_answered(query in "\\PC{0,60}") {
        check(&query);
    }

    #[test]
    fn queries_of_real_words_mark_what_they_match(
        query in "((recipient|account|already|exists|direct|not|found|tokne|unauth|401|40x|vision|hha|-|to|é) ?){0,6}"
    ) {
        check(&query);
    }
}
