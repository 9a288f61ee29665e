//! What the one box found: the entries in groups, and which of them is shown.

use std::sync::Arc;

use respondex_core::search::{Mark, UnderstoodKind, Why};
use respondex_core::{Catalog, Code, Entry, Lookup, SearchOptions, SearchResult, search};

use super::{vendor_facts, words};

/// How many hits are listed.
const LISTED: usize = 30;

/// What a query found.
#[derive(Debug)]
pub struct Found {
    /// The query, as it was typed.
    pub query: String,
    /// What the search says.
    pub result: SearchResult,
    /// What is known of the number in the query.
    pub lookup: Option<Lookup>,
    /// The entries, in groups with their titles.
    pub groups: Vec<HitGroup>,
}

/// Entries under one title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitGroup {
    /// The title.
    pub title: String,
    /// The entries.
    pub hits: Vec<ShownHit>,
}

/// An entry, with the places that match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownHit {
    /// The entry.
    pub entry: Arc<Entry>,
    /// The places.
    pub marks: Vec<Mark>,
}

impl Found {
    /// Looks for a query; nothing for one without a word. `pinned` is the vendor that stands in front.
    pub fn new(query: &str, pinned: Option<&str>) -> Option<Self> {
        let text = query.trim();
        if text.is_empty() {
            return None;
        }
        let catalog = Catalog::builtin();
        let options =
            SearchOptions { limit: Some(LISTED), prefer: pinned.map(Into::into), vendor: None };
        let result = search(catalog, text, &options);
        let one = |kind| {
            let mut parts =
                result.understood.iter().filter(|part| part.kind == kind && !part.excluded);
            let first = parts.next();
            // Two numbers are no question about one.
            if parts.next().is_some() { None } else { first }
        };
        let code = one(UnderstoodKind::Code).and_then(|part| part.value.as_deref());
        let vendor = one(UnderstoodKind::Vendor).and_then(|part| part.value.as_deref());
        let lookup = code.and_then(Code::parse).map(|code| catalog.lookup(code, vendor));
        let groups = groups(catalog, &result, lookup.as_ref());
        Some(Self { query: query.into(), result, lookup, groups })
    }

    /// Every entry, in the order in which they are listed.
    pub fn entries(&self) -> impl Iterator<Item = &ShownHit> {
        self.groups.iter().flat_map(|group| &group.hits)
    }

    /// The number that was asked for, where nobody lists it.
    pub fn unlisted(&self) -> Option<&Lookup> {
        self.lookup.as_ref().filter(|lookup| !lookup.known)
    }

    /// The entry whose card is shown: the chosen one, else the first; none for a number that nobody lists,
    /// whose neighbours mean something else.
    pub fn shown(&self, chosen: Option<usize>) -> Option<&Arc<Entry>> {
        let place = match chosen {
            Some(place) => place,
            None if self.unlisted().is_some() => return None,
            None => 0,
        };
        self.entries().nth(place).map(|hit| &hit.entry)
    }

    /// Every meaning of the number that was asked for, with its place among the entries.
    pub fn meanings(&self) -> Vec<(usize, &Entry)> {
        let asked = self.lookup.as_ref().map(|lookup| lookup.code);
        let entries = self.entries().map(|hit| &*hit.entry).enumerate();
        entries.filter(|(_, entry)| Some(entry.code) == asked).collect()
    }

    /// What a screen reader is told.
    pub fn announcement(&self, chosen: Option<usize>) -> String {
        let count = words::count_of(self.result.total, "result");
        let shown = self.shown(chosen).map(|entry| {
            let vendor = vendor_facts::name(Catalog::builtin(), entry.vendor);
            format!("{vendor} {}. {}", entry.code, entry.summary)
        });
        match (self.unlisted(), shown, chosen) {
            (_, Some(shown), Some(_)) => shown,
            (Some(lookup), ..) => format!("{} is not listed. {count}.", lookup.code),
            (None, Some(shown), None) => format!("{count}. First: {shown}"),
            (None, None, _) => "Nothing found.".into(),
        }
    }
}

fn groups(catalog: &Catalog, result: &SearchResult, lookup: Option<&Lookup>) -> Vec<HitGroup> {
    let shown =
        |hit: &respondex_core::Hit| ShownHit { entry: hit.entry.clone(), marks: hit.marks.clone() };
    let plain = |entry: &Arc<Entry>| ShownHit { entry: entry.clone(), marks: Vec::new() };
    let (same, rest): (Vec<_>, Vec<_>) = result.hits.iter().partition(|hit| hit.why == Why::Code);
    let code = lookup.map(|lookup| lookup.code);
    let elsewhere: Vec<ShownHit> = code
        .into_iter()
        .flat_map(|code| catalog.entries_with(code))
        .filter(|entry| !same.is_empty() && !same.iter().any(|hit| hit.entry.id == entry.id))
        .map(plain)
        .collect();
    let is_nearest = |id: &str| result.nearest.iter().any(|entry| entry.id == id);
    let rest: Vec<ShownHit> =
        rest.into_iter().filter(|hit| !is_nearest(hit.entry.id)).map(shown).collect();
    let same: Vec<ShownHit> = same.into_iter().map(shown).collect();
    let meanings = |count: usize| match code {
        Some(code) => format!("{} of {code}", words::count_of(count, "meaning")),
        None => words::count_of(count, "result"),
    };
    let listed = [
        (meanings(same.len()), same),
        ("Elsewhere it means".into(), elsewhere),
        ("Perhaps you meant".into(), result.nearest.iter().map(plain).collect()),
        ("Results".into(), rest),
    ];
    listed
        .into_iter()
        .filter(|(_, hits)| !hits.is_empty())
        .map(|(title, hits)| HitGroup { title, hits })
        .collect()
}

/// The query without one of its parts, given in UTF-16 units.
pub fn without(query: &str, start: usize, end: usize) -> String {
    let units: Vec<u16> = query.trim().encode_utf16().collect();
    let part = |units: Option<&[u16]>| String::from_utf16_lossy(units.unwrap_or_default());
    let rest = part(units.get(..start)) + " " + &part(units.get(end..));
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(query: &str) -> Vec<(String, usize)> {
        let found = Found::new(query, None).expect("it is no empty query");
        found.groups.iter().map(|group| (group.title.clone(), group.hits.len())).collect()
    }

    #[test]
    fn all_meanings_of_a_number_stand_together_with_their_count() {
        assert_eq!(titles("401").first(), Some(&("5 meanings of 401".into(), 5)));
        assert_eq!(
            titles("401 vision"),
            [("1 meaning of 401".into(), 1), ("Elsewhere it means".into(), 4)]
        );
    }

    #[test]
    fn the_meanings_of_a_number_keep_their_places() {
        let places = |query: &str| {
            let found = Found::new(query, None).expect("it is no empty query");
            let ids: Vec<_> = found.meanings().iter().map(|(at, it)| (*at, it.vendor)).collect();
            ids
        };
        let all = places("401 vision");
        assert_eq!(all.first(), Some(&(0, "vision")));
        assert_eq!(all.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert_eq!(places("token expired"), []);
        assert_eq!(places("4701"), []);
    }

    #[test]
    fn a_number_that_nobody_lists_shows_no_card_until_one_is_chosen() {
        let found = Found::new("4701", None).expect("it is no empty query");
        assert_eq!(found.shown(None), None);
        assert_eq!(found.shown(Some(0)).map(|entry| entry.id), Some("updox/4071"));
        assert!(found.announcement(None).starts_with("4701 is not listed."));
    }

    #[test]
    fn a_chip_takes_its_part_out_of_the_query() {
        let found = Found::new(" é 401 vision", None).expect("it is no empty query");
        let [.., code, vendor] = found.result.understood.as_slice() else { panic!("three parts") };
        assert_eq!(without(&found.query, code.start, code.end), "é vision");
        assert_eq!(without(&found.query, vendor.start, vendor.end), "é 401");
    }
}
