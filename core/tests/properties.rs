//! What holds for any text at all.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use respondex_core::decode::{DecodedResponse, Finding, Origin};
use respondex_core::{Catalog, DecodeOptions, Decoding, Span, decode};

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

/// Where a golden text is cut, counted from its status line on: at so many places, evenly spread.
const CUTS: usize = 24;

/// The status of a response, and where it stands.
fn status(response: &DecodedResponse) -> Option<(u16, Span)> {
    let is_line = |found: &&Finding| found.origin == Origin::StatusLine;
    let place = response.findings.iter().find(is_line)?.span;
    Some((response.http.as_ref()?.status, place))
}

#[test]
fn every_golden_text_keeps_its_status_wherever_it_breaks_off() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let texts = fs::read_dir(golden).unwrap().flatten().filter(|entry| entry.path().is_dir());
    let texts = texts.flat_map(|folder| fs::read_dir(folder.path()).unwrap().flatten());
    let texts = texts.map(|entry| entry.path());
    let mut lost = Vec::new();
    for path in texts.filter(|path| path.extension().is_some_and(|extension| extension == "txt")) {
        let text = fs::read_to_string(&path).unwrap();
        let whole = decode(Catalog::builtin(), &text, &DecodeOptions::default());
        let Some((expected, place)) = whole.responses.first().and_then(status) else { continue };
        let Some(line) = text.get(place.end..).and_then(|rest| rest.find('\n')) else { continue };
        let first = place.end + line + 1;
        // A number under a label, or alone, is a status only by what follows it.
        let before = text.get(..place.start).unwrap();
        if !before.rsplit('\n').next().is_some_and(|line| line.contains("HTTP/")) {
            continue;
        }
        let step = (text.len() - first).div_ceil(CUTS).max(1);
        for end in (first..=text.len()).step_by(step) {
            let Some(prefix) = text.get(..end) else { continue };
            check(prefix);
            let found = decode(Catalog::builtin(), prefix, &DecodeOptions::default());
            let kept = found.responses.first().and_then(status);
            if kept.is_none_or(|(status, _)| status != expected) {
                lost.push((path.file_name().map(ToOwned::to_owned), end, expected, kept));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
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
