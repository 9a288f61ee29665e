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
fn every_listed_number_is_its_own_first_answer_and_comes_with_all_its_meanings() {
    let catalog = Catalog::builtin();
    for entry in catalog.entries() {
        let meanings: Vec<&str> = catalog.entries_with(entry.code).map(|entry| entry.id).collect();
        for query in [entry.code.to_string(), format!("{} {}", entry.code, entry.vendor)] {
            let found = search(catalog, &query, &SearchOptions::default());
            let ids: Vec<&str> = found.hits.iter().map(|hit| hit.entry.id).collect();
            let expected = if query.contains(' ') && entry.vendor != "http" {
                vec![entry.id]
            } else {
                meanings.clone()
            };
            assert_eq!(ids.get(..expected.len()), Some(expected.as_slice()), "{query}");
        }
    }
}

#[test]
fn every_wording_finds_an_entry_that_has_it() {
    let catalog = Catalog::builtin();
    let wordings = |entry: &Entry| {
        let wire = &entry.wire;
        let named = [wire.phrase, wire.message.filter(|_| !wire.template), wire.result];
        named.into_iter().flatten().chain(wire.aliases.iter().copied()).collect::<Vec<_>>()
    };
    for entry in catalog.entries() {
        for wording in wordings(entry).into_iter().filter(|wording| !wording.contains('(')) {
            let found = search(catalog, wording, &SearchOptions::default());
            let first = &found.hits.first().expect("it stands in the catalogue").entry;
            let same = |other: &&str| other.eq_ignore_ascii_case(wording);
            assert!(wordings(first).iter().any(same), "{wording}: {}", first.id);
        }
    }
}

#[test]
fn a_pinned_vendor_stands_in_front_of_those_that_fit_as_well() {
    let prefer = |vendor: &str, query: &str| {
        let options = SearchOptions { prefer: Some(vendor.into()), ..SearchOptions::default() };
        search(Catalog::builtin(), query, &options).hits[0].entry.id
    };
    assert_eq!(prefer("elevate", "401"), "elevate-iq/401");
    assert_eq!(prefer("vision", "4071"), "updox/4071");
    assert_eq!(prefer("hha", "recipient not found"), "updox/4071");
    assert_eq!(prefer("elevate", "internal server error"), "elevate-iq/500");
}

#[test]
fn what_was_understood_and_what_was_not_is_said() {
    let parts = |query: &str| {
        let found = search(Catalog::builtin(), query, &SearchOptions::default());
        let parts = found.understood.iter();
        parts.map(|part| (part.text.clone(), part.unmatched)).collect::<Vec<_>>()
    };
    assert_eq!(parts("recipient flurb"), [("recipient".into(), false), ("flurb".into(), true)]);
    assert_eq!(parts("class:9xx"), [("class:9xx".into(), false)]);
}

#[test]
fn a_number_that_nobody_lists_comes_with_what_was_meant() {
    let near = |query: &str| {
        let found = search(Catalog::builtin(), query, &SearchOptions::default());
        found.nearest.iter().map(|entry| entry.id).collect::<Vec<_>>()
    };
    assert_eq!(near("4701").first(), Some(&"updox/4071"));
    assert_eq!(near("updox 401").first(), Some(&"updox/4010"));
    assert!(near("4071").is_empty());
    assert!(near("777777").is_empty());
}

#[test]
fn the_vendor_and_the_limit_are_kept() {
    let options =
        SearchOptions { vendor: Some("hha".into()), limit: Some(2), ..SearchOptions::default() };
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
    let units = query.encode_utf16().count();
    for part in &found.understood {
        assert!(part.start < part.end && part.end <= units, "{query}: {part:?}");
    }
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
