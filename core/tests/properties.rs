//! What holds for any text at all.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use respondex_core::decode::{DecodedResponse, Finding, NoticeCode, Origin};
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

/// What says that something was left out.
fn limits_told(text: &str) -> Vec<String> {
    let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
    let is_limit = |notice: &&respondex_core::decode::Notice| {
        matches!(notice.code, NoticeCode::TooMany | NoticeCode::TooDeep | NoticeCode::InputTooLong)
    };
    decoding.notices.iter().filter(is_limit).map(|notice| notice.message.clone()).collect()
}

const ENVELOPE: &str =
    r#"{"successful":false,"responseCode":4010,"responseMessage":"Unauthorized"}"#;
/// Made up: `{"alg":"none"}`, `{"sub":"1"}`.
const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x";

#[test]
fn every_limit_ends_in_a_notice() {
    let quoted = serde_json::to_string(ENVELOPE).unwrap();
    let objects = vec!["{\"a\":1}"; 4_001].join(",");
    let wide = format!("[{}1]{}", "1,".repeat(50_000), "}".repeat(100));
    let wrapped =
        (0..9).fold(String::from("{\"a\":\"b\"}"), |text, _| serde_json::to_string(&text).unwrap());
    let errors: Vec<String> = (0..1_001).map(|at| format!("\"f{at}\":[\"bad\"],")).collect();
    let errors = errors.concat();
    let codes = Catalog::builtin().entries().iter();
    let codes: Vec<String> = codes.map(|entry| format!("error code {}, ", entry.code)).collect();
    for (text, words) in [
        (format!("HTTP/1.1 400 x\n{}\n", "a: b\n".repeat(501)), "500 header fields"),
        (
            format!(
                "{{\"title\":\"t\",\"status\":400,\"type\":\"https://example.com/e\",\"errors\":{{{errors}\"g\":[]}}}}"
            ),
            "1,000 values",
        ),
        ("HTTP/1.1 404 x\n\n".repeat(1_001), "1,000 responses"),
        ("error code 404\n".repeat(4_001), "4,000 places"),
        (
            format!(
                "<A>{}</A>",
                "<R><RES><Code>400</Code><Message>no</Message></RES></R>".repeat(1_001)
            ),
            "1,000 records",
        ),
        (format!("{{\"a\":{}", "[".repeat(200)), "128 levels"),
        (format!("{{\"a\":[{}1]}}", "1,".repeat(400_001)), "more values"),
        (format!("<A>{}</A>", "<b/>".repeat(100_001)), "more values"),
        (codes.concat(), "50 codes"),
        (format!("[{}]", [ENVELOPE; 1_001].join(",")), "1,000 responses"),
        (format!("{{\"items\":[{}]}}", [quoted.as_str(); 1_001].join(",")), "1,000 responses"),
        (format!("[{},{ENVELOPE}]", [ENVELOPE, &objects].join(",")), "are tried"),
        (format!("[{ENVELOPE},{}{}]", "{\"a\":".repeat(100), wide), "are tried"),
        (format!("<A {}><RES/></A>", "b='c' ".repeat(65)), "64 attributes"),
        (
            format!(
                "{}{}",
                "{\"$type\":\"E\",\"message\":\"m\",\"data\":[],\"policyOutcome\":0,\"cause\":"
                    .repeat(65),
                "}".repeat(65)
            ),
            "longer than 64",
        ),
        (wrapped, "eight times"),
        (format!("HTTP/1.1 401 x\n\n{}", [TOKEN; 5].join(" ")), "four tokens"),
        (
            format!(
                "<Fault><faultcode>Server</faultcode><detail>{}</detail></Fault>",
                "<a>b</a>".repeat(33)
            ),
            "32 texts",
        ),
        (format!("{} {{\"a\":1}}", "{x ".repeat(17)), "16 places"),
    ] {
        let told = limits_told(&text);
        assert!(told.iter().any(|message| message.contains(words)), "{words}: {told:?}");
    }
}

#[test]
fn a_hundred_answers_in_one_content_are_all_read() {
    let quoted = serde_json::to_string(ENVELOPE).unwrap();
    for text in [
        format!("[{}]", [ENVELOPE; 100].join(",")),
        format!("{{\"items\":[{}]}}", [quoted.as_str(); 100].join(",")),
    ] {
        let decoding = decode(Catalog::builtin(), &text, &DecodeOptions::default());
        assert_eq!(decoding.responses.len(), 100);
        assert_eq!(decoding.notices, []);
    }
}

#[test]
fn the_size_that_is_read_can_be_set() {
    let text = format!("HTTP/1.1 404 Not Found\n\n{}", "x".repeat(100));
    let options = DecodeOptions { max_bytes: Some(30), ..DecodeOptions::default() };
    let decoding = decode(Catalog::builtin(), &text, &options);
    assert_eq!(decoding.notices[0].code, NoticeCode::InputTooLong);
    assert!(decoding.notices[0].message.contains("30 bytes"));
    assert_eq!(decoding.responses[0].findings[0].code.number(), 404);
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
