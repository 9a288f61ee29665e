//! Every record of the catalogue testifies, against tables that were typed from the sources apart from it.

use std::collections::BTreeSet;

use respondex_core::{
    Catalog, Code, DecodeOptions, Entry, SearchOptions, SourceKind, decode, search,
};

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}

fn on_page() -> impl Iterator<Item = &'static Entry> {
    Catalog::builtin()
        .entries()
        .iter()
        .map(AsRef::as_ref)
        .filter(|entry| entry.listing == SourceKind::VendorPage)
}

#[test]
fn the_pages_list_104_records_with_76_numbers() {
    let catalog = Catalog::builtin();
    let counts: Vec<(&str, usize)> =
        catalog.vendors().iter().map(|vendor| (vendor.id, vendor.page_codes)).collect();
    let expected =
        [("hhaexchange", 10), ("vision", 14), ("santedb", 15), ("updox", 53), ("elevate-iq", 12)];
    assert_eq!(counts[..5], expected);
    assert_eq!(on_page().count(), 104);
    assert_eq!(on_page().map(|entry| entry.code).collect::<BTreeSet<_>>().len(), 76);
}

#[test]
fn wire_strings_are_those_of_the_pages() {
    let catalog = Catalog::builtin();
    let mut seen = BTreeSet::new();
    for row in rows(include_str!("wire_strings.tsv")) {
        let (vendor, code, wording) = (row[0], Code::parse(row[1]).unwrap(), row[2]);
        let entry =
            catalog.entry_of(vendor, code).unwrap_or_else(|| panic!("{vendor} {code} is missing"));
        assert_eq!(entry.listing, SourceKind::VendorPage, "{}", entry.id);
        let found = entry.wire.phrase.or(entry.wire.message).unwrap_or_default();
        assert_eq!(found, wording, "{}", entry.id);
        let result = row.get(3).copied().unwrap_or_default();
        assert_eq!(entry.wire.result.unwrap_or_default(), result, "{}", entry.id);
        seen.insert(entry.id);
    }
    assert_eq!(seen, on_page().map(|entry| entry.id).collect());
}

#[test]
fn the_standard_is_the_registry() {
    let catalog = Catalog::builtin();
    let mut seen = BTreeSet::new();
    for row in rows(include_str!("iana_registry.tsv")) {
        let code = Code::parse(row[0]).unwrap();
        let entry = catalog.entry_of("http", code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!(entry.wire.phrase, Some(row[1]), "{code}");
        let rfc = entry.standard.as_ref().unwrap().rfc;
        let number = rfc.strip_prefix("RFC ").unwrap_or(rfc);
        assert!(row[2].contains(number), "{code}: {rfc} against {}", row[2]);
        seen.insert(code);
    }
    let listed =
        catalog.entries().iter().filter(|entry| entry.vendor == "http").map(|entry| entry.code);
    assert_eq!(seen, listed.collect());
}

#[test]
fn every_record_is_found_by_its_code_and_vendor_and_names_its_sources() {
    let catalog = Catalog::builtin();
    for entry in catalog.entries() {
        let found = catalog.lookup(entry.code, Some(entry.vendor));
        assert!(found.known && found.fallback.is_none(), "{}", entry.id);
        let ids: Vec<&str> = found.meanings.iter().map(|meaning| meaning.id).collect();
        assert_eq!(ids, [entry.id]);
        let sources = &catalog.vendor(entry.vendor).unwrap().sources;
        for (fact, provenance) in entry.provenance.iter() {
            assert!(
                sources.iter().any(|source| source.id == provenance.source),
                "{} {fact}",
                entry.id
            );
        }
    }
}

#[test]
fn every_number_is_the_first_hit_for_itself() {
    for code in on_page().map(|entry| entry.code).collect::<BTreeSet<_>>() {
        let found = search(Catalog::builtin(), &code.to_string(), &SearchOptions::default());
        assert_eq!(found.hits[0].entry.code, code);
    }
}

#[test]
fn every_record_of_a_page_is_decoded_from_its_vendor_and_number() {
    for entry in on_page() {
        let options =
            DecodeOptions { vendor: Some(entry.vendor.into()), ..DecodeOptions::default() };
        let decoding = decode(Catalog::builtin(), &entry.code.to_string(), &options);
        let found = decoding.responses[0].findings[0].entry.as_ref().map(|entry| entry.id);
        assert_eq!(found, Some(entry.id));
    }
}

/// A response of the shape that the vendor documents for a record, without a vendor being chosen.
fn documented_shape(entry: &respondex_core::Entry) -> Option<String> {
    let (code, phrase) = (entry.code, entry.wire.phrase.unwrap_or_default());
    Some(match entry.vendor {
        "updox" => {
            let message = entry.wire.message.or(entry.wire.phrase).unwrap_or_default();
            let message = message.replace('"', "\\\"");
            format!(
                "HTTP/1.1 200 OK\n\n{{\"successful\":false,\"responseMessage\":\"{message}\",\"responseCode\":{code}}}"
            )
        }
        "santedb" => format!("HTTP/1.1 {code} {phrase}\nX-PoweredBy: SanteDB 2.0 (made up)\n\n"),
        "elevate-iq" => {
            format!("POST /v2/x HTTP/1.1\nHost: api.elevateiq.com\n\nHTTP/1.1 {code} {phrase}\n\n")
        }
        "hhaexchange" => format!(
            "POST /api/v2/visits HTTP/1.1\nHost: cloud.hhaexchange.com\n\nHTTP/1.1 {code} {phrase}\n\n"
        ),
        // A vendor without hosts and fields of its own: its records name it.
        "vision" if [200, 207, 400].contains(&code.number()) => {
            let record =
                |code| format!("<SO><RES><Code>{code}</Code><Message>made up</Message></RES></SO>");
            let records = match code.number() {
                200 => record(200),
                400 => record(400),
                _ => record(200) + &record(400),
            };
            format!("HTTP/1.1 {code} {phrase}\n\n<ORDERS>{records}</ORDERS>")
        }
        _ => return None,
    })
}

#[test]
fn the_documented_shape_of_a_record_is_decoded_to_its_page() {
    let mut count = 0;
    for entry in on_page() {
        let Some(text) = documented_shape(entry) else { continue };
        let decoding = decode(Catalog::builtin(), &text, &DecodeOptions::default());
        let response = decoding.responses.last().expect(&text);
        let found = response.findings[0].entry.as_ref().map(|entry| entry.id);
        assert_eq!(found, Some(entry.id), "{text}");
        count += 1;
    }
    assert!(count >= 90, "only {count} records have a shape of their own");
}

#[test]
fn documented_ranges_answer_for_members_that_are_not_listed() {
    let found = Catalog::builtin().lookup(Code::new(205), Some("vision"));
    assert!(!found.known);
    assert_eq!(found.groups.first().map(|group| group.id), Some("vision/201-206"));
    assert_eq!(found.fallback.and_then(|fallback| fallback.treat_as), Some(200));
}

#[test]
fn two_vendors_are_not_in_health_care() {
    let words = ["patient", "clinic", "health", "medical", "caregiver"];
    let others = ["vision", "elevate-iq"];
    for entry in Catalog::builtin().entries().iter().filter(|entry| others.contains(&entry.vendor))
    {
        let text = format!(
            "{} {} {} {:?} {:?}",
            entry.summary, entry.reply, entry.explanation, entry.causes, entry.steps
        );
        let text = text.to_lowercase();
        assert!(words.iter().all(|word| !text.contains(word)), "{}", entry.id);
    }
}

#[test]
fn actors_and_retries_are_named_as_they_are_written() {
    for entry in Catalog::builtin().entries() {
        let written = serde_json::to_value(entry.as_ref()).expect("an entry can be written");
        assert_eq!(written["actor"], entry.actor.id());
        assert_eq!(written["retry"]["kind"], entry.retry.kind.id());
    }
}
