//! What holds for any text at all.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test that stops says why")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use respondex_core::decode::{Confidence, DecodedResponse, Finding, Origin};
use respondex_core::{Basis, Catalog, DecodeOptions, Decoding, STANDARD, Span, decode};

fn spans(decoding: &Decoding) -> Vec<Span> {
    let mut spans = Vec::new();
    let _same = decoding.clone().with_spans(|span| {
        spans.push(span);
        span
    });
    spans
}

fn check(text: &str) {
    let catalog = Catalog::builtin();
    let decoding = decode(catalog, text, &DecodeOptions::default());
    for span in spans(&decoding) {
        assert!(span.text(text).is_some(), "{span:?} does not lie in {text:?}");
    }
    assert_eq!(decoding, decode(catalog, text, &DecodeOptions::default()));
}

/// Pieces of which real pastes are made, so that random texts reach deep.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("HTTP/1.1 200 OK\r\n".to_string()),
        Just("HTTP/2 401 \n".to_string()),
        Just("Content-Type: application/json\r\n\r\n".to_string()),
        Just("X-PoweredBy: SanteDB 3.0\n\n".to_string()),
        Just(
            r#"{"successful":false,"responseCode":4010,"responseMessage":"Unauthorized"}"#
                .to_string()
        ),
        Just(
            r#"{"$type":"PolicyViolationException","message":"x","policyOutcome":1,"cause":{"#
                .to_string()
        ),
        Just(
            "<RestServiceFault xmlns=\"http://santedb.org/fault\"><type>X</type><cause>"
                .to_string()
        ),
        Just("<A><RES><Code>400</Code><Message>no</Message></RES></A>".to_string()),
        Just("Recipient not found".to_string()),
        Just("error code 4071 ".to_string()),
        "\\PC{0,12}",
        "[ -~\\r\\n\\t]{0,12}",
        "[{}\\[\\]\",:<>/=&;éß😀]{0,8}",
    ]
}

proptest! {
    #[test]
    fn any_text_is_decoded_without_panic(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn texts_of_real_pieces_are_decoded_without_panic(parts in prop::collection::vec(fragment(), 0..8)) {
        check(&parts.concat());
    }
}

#[test]
fn every_prefix_of_a_response_is_decoded_and_keeps_its_status() {
    let text = "HTTP/1.1 500 Internal Server Error\r\nX-PoweredBy: SanteDB 2.0\r\n\
        Content-Type: application/xml\r\n\r\n<?xml version=\"1.0\"?>\
        <RestServiceFault xmlns=\"http://santedb.org/fault\"><type>Ü</type><message>m</message>\
        <rule id=\"r\" priority=\"W\" type=\"u\">t</rule><cause><type>KeyNotFoundException</type></cause>\
        </RestServiceFault>";
    let status_line = text.find("\r\n").unwrap();
    for end in 0..=text.len() {
        let Some(prefix) = text.get(..end) else { continue };
        check(prefix);
        if end >= status_line {
            let decoding = decode(Catalog::builtin(), prefix, &DecodeOptions::default());
            let status = decoding.responses[0].http.as_ref().map(|http| http.status);
            assert_eq!(status, Some(500), "at {end}");
        }
    }
}

/// The golden texts, each with the name of its file.
fn golden_texts() -> Vec<(String, String)> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let folders = fs::read_dir(golden).unwrap().flatten().filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap().flatten());
    let files = files.map(|entry| entry.path());
    let texts = files.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap())).collect()
}

/// The status of a response, and where it stands.
fn status(response: &DecodedResponse) -> Option<(u16, Span)> {
    let is_line = |found: &&Finding| found.origin == Origin::StatusLine;
    let place = response.findings.iter().find(is_line)?.span;
    Some((response.http.as_ref()?.status, place))
}

#[test]
fn every_prefix_of_a_golden_text_keeps_its_status_behind_the_line_of_it() {
    let mut lost = Vec::new();
    for (name, text) in golden_texts() {
        let whole = decode(Catalog::builtin(), &text, &DecodeOptions::default());
        let Some((expected, place)) = whole.responses.first().and_then(status) else { continue };
        let Some(line) = text.get(place.end..).and_then(|rest| rest.find('\n')) else { continue };
        let first = place.end + line + 1;
        let start = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
        let shown = &text[start..first];
        // A number alone is a status only by what follows it.
        if shown.trim() == expected.to_string() && !name.contains("postman-console") {
            continue;
        }
        let is_status_line = shown.contains("HTTP/");
        for end in first..=text.len() {
            let Some(prefix) = text.get(..end) else { continue };
            let found = decode(Catalog::builtin(), prefix, &DecodeOptions::default());
            let response = found.responses.first();
            let kept = response.and_then(status).map(|(status, _)| status);
            // Under a label, it is a word of the text until content stands below.
            let is_told = response.is_some_and(|response| {
                let mut codes = response.findings.iter().map(|found| found.code.number());
                codes.any(|code| code == u32::from(expected))
            });
            if kept != Some(expected) && (is_status_line || !is_told) {
                lost.push((name.clone(), end, expected, kept));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_golden_text_without_one_character_is_decoded_without_panic() {
    for (_, text) in golden_texts() {
        for (at, character) in text.char_indices() {
            let (before, behind) = (&text[..at], &text[at + character.len_utf8()..]);
            let without = [before, behind].concat();
            let decoding = decode(Catalog::builtin(), &without, &DecodeOptions::default());
            for span in spans(&decoding) {
                assert!(span.text(&without).is_some(), "{span:?} does not lie in {without:?}");
            }
        }
    }
}

#[test]
fn no_golden_text_gives_a_possible_vendors_meaning_as_a_fact() {
    let mut count = 0;
    for (name, text) in golden_texts() {
        let decoding = decode(Catalog::builtin(), &text, &DecodeOptions::default());
        for response in &decoding.responses {
            let Some(guess) = &response.vendor else { continue };
            let advice = &response.advice;
            let is_doubtful = guess.confidence == Confidence::Possible && guess.id != STANDARD;
            let opening = format!(
                "if this is {}'s answer",
                Catalog::builtin().vendor(guess.id).map(|vendor| vendor.name).unwrap()
            );
            let is_open = advice.summary.to_lowercase().contains(&opening.to_lowercase());
            assert_eq!(is_open, advice.depends_on_vendor.is_some(), "{name}: {advice:?}");
            if !is_doubtful {
                assert!(!is_open, "{name}: {advice:?}");
                continue;
            }
            assert!(guess.settled_by.is_some(), "{name}: nothing says what would settle it");
            assert_eq!(advice.contact, None, "{name}");
            let of_vendor = |finding: &&Finding| {
                finding.vendor == Some(guess.id)
                    && finding
                        .entry
                        .as_ref()
                        .is_some_and(|entry| advice.summary.contains(entry.summary))
            };
            if response.findings.iter().any(|finding| of_vendor(&finding)) {
                assert!(is_open, "{name}: {advice:?}");
                assert_eq!(advice.basis, Basis::Inferred, "{name}");
                count += 1;
            }
        }
    }
    assert!(count > 30, "only {count} responses are of a vendor that is possible");
}

#[test]
fn hostile_shapes_end_within_limits() {
    for text in [
        "[".repeat(200_000),
        "{\"a\":".repeat(100_000),
        "<a>".repeat(200_000),
        "<".repeat(200_000),
        "HTTP/1.1 200 OK\n".repeat(20_000),
        format!("<a {}>", "b='c' ".repeat(100_000)),
        format!("{}{}", "{\"cause\":".repeat(120), "}".repeat(120)),
        "{\"$type\":\"E\",\"message\":\"m\",\"policyOutcome\":0,\"cause\":".repeat(100),
    ] {
        check(&text);
    }
}
