//! What is masked, what must never be, and what holds for any text.

use proptest::prelude::*;
use respondex_core::{Catalog, DecodeOptions, decode, redact};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(redact(text).text, expected);
}

#[test]
fn secrets_are_masked() {
    check("Authorization: Basic dXNlcjpwYXNz\nHost: x", "Authorization: [CREDENTIALS-1]\nHost: x");
    check("Set-Cookie: a=b; Path=/", "Set-Cookie: [COOKIE-1]");
    check(
        "curl -H 'Authorization: Bearer abcdefghijklmnop1234'",
        "curl -H 'Authorization: Bearer [CREDENTIALS-1]'",
    );
    check(
        r#"{"access_token":"made.up","token_type":"bearer"}"#,
        r#"{"access_token":"[TOKEN-1]","token_type":"bearer"}"#,
    );
    check(
        r#"{"auth":{"applicationPassword": "hunter2"}}"#,
        r#"{"auth":{"applicationPassword": "[SECRET-1]"}}"#,
    );
    check(
        "<AppSecret>abc</AppSecret><AppKey>def</AppKey>",
        "<AppSecret>[SECRET-1]</AppSecret><AppKey>[SECRET-2]</AppKey>",
    );
    check(
        "grant_type=password&password=p%40ss&client_id=x",
        "grant_type=password&password=[SECRET-1]&client_id=x",
    );
    check("token is eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x!", "token is [TOKEN-1]!");
}

#[test]
fn personal_data_are_masked() {
    check(
        r#"{"firstName":"Made","last_name":"Up","code":4071}"#,
        r#"{"firstName":"[PERSON-1]","last_name":"[PERSON-2]","code":4071}"#,
    );
    check("write to made.up@example.com, please", "write to [EMAIL-1], please");
    check("call (401) 555-0100 or 401-555-0101", "call [PHONE-1] or [PHONE-2]");
    check("ssn 000-12-3456.", "ssn [SSN-1].");
    check("<MRN>12345</MRN>", "<MRN>[RECORD-NUMBER-1]</MRN>");
}

#[test]
fn the_same_value_gets_the_same_placeholder() {
    let redaction = redact("a@example.com b@example.com a@example.com");
    assert_eq!(redaction.text, "[EMAIL-1] [EMAIL-2] [EMAIL-1]");
    assert_eq!(redaction.masked.iter().map(|masked| masked.count).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn what_explains_a_response_is_never_masked() {
    for text in [
        "HTTP/1.1 401 Unauthorized\nRetry-After: 120\nDate: Thu, 27 Aug 2020 20:39:09 GMT",
        r#"{"successful":false,"responseMessage":"Recipient not found","responseCode":4071}"#,
        "<RES><Code>400</Code><Message>Record already exists</Message></RES>",
        "4070-4077, 4010 and 5010",
        "Policy Login (1.3.6.1.4.1.33349.3.1.5.9.2.1) was violated",
        r#"{"path":"/customers","timestamp":"2026-01-08T12:00:00Z","error":"Bad Request"}"#,
    ] {
        check(text, text);
    }
}

#[test]
fn every_golden_text_is_decoded_alike_before_and_after() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let mut compared = 0;
    for folder in std::fs::read_dir(root).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            if file.path().extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            let text = std::fs::read_to_string(file.path()).unwrap();
            let said = |text: &str| {
                let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
                let of = |response: &respondex_core::decode::DecodedResponse| {
                    let codes: Vec<u32> =
                        response.findings.iter().map(|found| found.code.number()).collect();
                    (
                        codes,
                        response.vendor.as_ref().map(|vendor| vendor.id),
                        response.advice.clone(),
                    )
                };
                decoding.responses.iter().map(of).collect::<Vec<_>>()
            };
            assert_eq!(said(&text), said(&redact(&text).text), "{}", file.path().display());
            compared += 1;
        }
    }
    assert!(compared >= 60, "only {compared} texts were compared");
}

proptest! {
    #[test]
    fn masking_twice_changes_nothing(text in "(token|password|email|=|:|\"|>|<|a@b\\.de|[ a-z0-9.@-]|Bearer |eyJa\\.b|401-555-0100|\\[|\\]|ü|\n){0,30}") {
        let once = redact(&text).text;
        prop_assert_eq!(&redact(&once).text, &once);
    }

    #[test]
    fn any_text_is_masked_without_panic(text in "\\PC{0,200}") {
        redact(&text);
    }
}
