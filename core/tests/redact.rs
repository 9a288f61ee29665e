//! What is masked, what must never be, and what holds for any text.

#![expect(clippy::unwrap_used, reason = "a test that stops says why")]

mod masking;

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use respondex_core::{Catalog, DecodeOptions, RedactOptions, decode, redact, redact_with};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(redact(text).text, expected);
}

#[track_caller]
fn keeps(text: &str) {
    check(text, text);
}

/// The cases of a file of `tests/redaction`: a text and what is left of it, or a text that must stay.
fn cases(name: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/redaction");
    let file = std::fs::read_to_string(folder.join(name)).unwrap().replace("\r\n", "\n");
    let of = |case: &str| {
        let (text, expected) = case.split_once("\n=>\n").unwrap_or((case, case));
        (text.to_string(), expected.to_string())
    };
    file.split("\n====\n").filter(|case| !case.trim().is_empty()).map(of).collect()
}

#[test]
fn every_case_of_the_folder_holds() {
    let files = [
        ("accounts.txt", 7),
        ("databases.txt", 11),
        ("encoded.txt", 11),
        ("escaped.txt", 14),
        ("fields.txt", 18),
        ("kept.txt", 43),
        ("labels.txt", 37),
        ("pairs.txt", 22),
        ("personal.txt", 40),
        ("prose.txt", 22),
        ("secrets.txt", 45),
        ("shapes.txt", 6),
        ("tables.txt", 13),
        ("traces.txt", 11),
        ("unseen.txt", 12),
    ];
    let mut wrong = Vec::new();
    for (file, least) in files {
        let cases = cases(file);
        assert!(cases.len() >= least, "{file} holds {} cases only", cases.len());
        let of = |(text, expected): (String, String)| {
            let masked = redact(&text).text;
            (masked != expected).then(|| format!("{file}:\n{masked}\n-- expected:\n{expected}"))
        };
        wrong.extend(cases.into_iter().filter_map(of));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n====\n"));
}

#[test]
fn ids_are_masked_where_that_is_asked_for() {
    let cases = cases("ids.txt");
    assert!(cases.len() >= 11, "ids.txt holds {} cases only", cases.len());
    for (text, expected) in cases {
        assert_eq!(without_ids(&text), expected);
        // Without the switch no id is, and what was masked already gets nothing but its ids masked.
        let kept = redact(&text).text;
        assert!(!kept.contains("[ID-"), "{kept}");
        assert_eq!(without_ids(&kept), expected);
    }
}

#[test]
fn fields_end_with_their_line_however_it_ends() {
    check("Set-Cookie: a=b; Path=/\r\nDate: x", "Set-Cookie: [COOKIE-1]\r\nDate: x");
    check("* [HTTP/2] [1] [x-api-key: made-up]\n", "* [HTTP/2] [1] [x-api-key: [SECRET-1]]\n");
    check(
        "Authorization: AWS4-HMAC-SHA256 Credential=made/up,\r\n Signature=0a\r\nHost: x",
        "Authorization: [CREDENTIALS-1]\r\nHost: x",
    );
    check(
        "Content-Disposition: form-data; name=\"password\"\r\n\r\nmade up\r\n--b",
        "Content-Disposition: form-data; name=\"password\"\r\n\r\n[SECRET-1]\r\n--b",
    );
    check("password: hunter2\n", "password: [SECRET-1]\n");
}

#[test]
fn dates_of_any_form_are_masked_behind_their_name() {
    for date in ["1990-01-02", "01/02/1990", "2 Jan 1990", "January 2, 1990", "19900102"] {
        check(&format!("DOB: {date}\n"), "DOB: [DATE-1]\n");
        check(&format!("{{\"AdmissionDate\":\"{date}\"}}"), "{\"AdmissionDate\":\"[DATE-1]\"}");
    }
    check("dob: 1990-01-02 401", "dob: [DATE-1] 401");
}

#[test]
fn a_number_that_is_masked_leaves_json_behind() {
    let text = r#"{"patientId":123,"ids":{"memberId":[1,2]},"responseMessage":"Recipient not found","responseCode":4071}"#;
    let once = redact(text).text;
    assert!(serde_json::from_str::<serde_json::Value>(&once).is_ok(), "{once}");
    check(r#""{\"accountId\":7}""#, r#""{\"accountId\":\"[ACCOUNT-1]\"}""#);
}

#[test]
fn a_secret_is_masked_where_a_message_repeats_it() {
    check(
        "Authorization: Bearer madeup0123\n\n{\"message\":\"madeup0123 is unknown\"}",
        "Authorization: [CREDENTIALS-1]\n\n{\"message\":\"[CREDENTIALS-1] is unknown\"}",
    );
    check("password=Unauthorized&a=b Unauthorized", "password=[SECRET-1]&a=b Unauthorized");
    check("password=4010&a=b 4010", "password=[SECRET-1]&a=b 4010");
}

#[test]
fn users_in_messages_are_masked_and_nobody_is_not() {
    check(
        "(1.3.6.1.4) was violated by 'made.up' with outcome 'Deny'",
        "(1.3.6.1.4) was violated by '[PERSON-1]' with outcome 'Deny'",
    );
    check(
        r#"{"message":"Object Locked by Made Up","x":1}"#,
        r#"{"message":"Object Locked by [PERSON-1]","x":1}"#,
    );
    keeps(
        "Policy Login (1.3.6.1.4.1.33349.3.1.5.9.2.1) was violated by 'ANONYMOUS' with outcome 'Elevate'",
    );
    keeps("was violated by 'SYSTEM'");
}

#[test]
fn segments_of_hl7_lose_the_person_and_keep_the_answer() {
    check(
        "MSH|^~\\&|A|B|C|D|20200101||ACK\rPID|1||123^^^X||Up^Made||19900102|M|||1 Street^^Example||555-0100\rMSA|AE|1|bad\rERR|||207^x\r",
        "MSH|^~\\&|A|B|C|D|20200101||ACK\rPID|1||[RECORD-NUMBER-1]||[PERSON-1]||[DATE-1]|M|||[ADDRESS-1]||[PHONE-1]\rMSA|AE|1|bad\rERR|||207^x\r",
    );
    check(r"NK1|1|Up^Made||Street\rMSA|AE", r"NK1|1|[PERSON-1]||[ADDRESS-1]\rMSA|AE");
}

#[test]
fn the_same_value_gets_the_same_placeholder() {
    let redaction = redact("a@example.com b@example.com a@example.com");
    assert_eq!(redaction.text, "[EMAIL-1] [EMAIL-2] [EMAIL-1]");
    assert_eq!(redaction.masked.iter().map(|masked| masked.count).collect::<Vec<_>>(), [2, 1]);
    check("[EMAIL-1] and a@example.com", "[EMAIL-1] and [EMAIL-2]");
    let flood = (0..3_000).map(|number| format!("a{number}@example.com")).collect::<Vec<_>>();
    assert_eq!(redact(&flood.join(" ")).masked.len(), 3_000);
}

#[test]
fn no_wording_of_the_catalogue_is_masked() {
    for entry in Catalog::builtin().entries() {
        let wire = &entry.wire;
        let words = [wire.phrase, wire.result, wire.message];
        for word in words.into_iter().flatten().chain(wire.aliases.iter().copied()) {
            keeps(word);
            let code = entry.code;
            keeps(&format!("HTTP/1.1 {code} {word}\n"));
            keeps(&format!("{{\"responseMessage\":\"{word}\",\"responseCode\":{code}}}"));
            keeps(&format!("<RES><Code>{code}</Code><Message>{word}</Message></RES>"));
        }
    }
}

fn golden_texts() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                texts.push(path);
            }
        }
    }
    texts
}

/// The text as it is masked with the ids of calls.
fn without_ids(text: &str) -> String {
    redact_with(text, &RedactOptions { mask_ids: true }).text
}

/// What a text is decoded to: the codes, the vendor and the advice of each response.
fn said(text: &str) -> impl PartialEq + std::fmt::Debug {
    let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
    let of = |response: &respondex_core::decode::DecodedResponse| {
        let findings = response.findings.iter();
        let codes = findings.map(|found| (found.code, found.vendor)).collect::<Vec<_>>();
        let vendor = response.vendor.as_ref().map(|vendor| vendor.id);
        (codes, vendor, response.advice.clone())
    };
    decoding.responses.iter().map(of).collect::<Vec<_>>()
}

#[test]
fn every_golden_text_is_decoded_alike_before_and_after() {
    let texts = golden_texts();
    for file in &texts {
        let text = std::fs::read_to_string(file).unwrap();
        let once = redact(&text).text;
        assert_eq!(said(&text), said(&once), "{}", file.display());
        assert_eq!(redact(&once).text, once, "{}", file.display());
        let bare = without_ids(&text);
        assert_eq!(said(&text), said(&bare), "{}", file.display());
        assert_eq!(without_ids(&bare), bare, "{}", file.display());
    }
    assert!(texts.len() >= 100, "only {} texts were compared", texts.len());
}

#[test]
fn what_is_masked_beside_a_response_changes_nothing_of_its_decoding() {
    /// Longer texts would take most of the time and show the same.
    const LONGEST: usize = 8_000;
    let mut files = golden_texts();
    files.sort();
    let mut count = 0usize;
    for (number, file) in files.iter().enumerate() {
        let text = std::fs::read_to_string(file).unwrap();
        if text.len() > LONGEST {
            continue;
        }
        for (place, put) in masking::PLACES.iter().enumerate() {
            let mut sequence = masking::Sequence::new((number * 31 + place) as u64);
            let Some(mixed) = masking::put(&text, *put, &mut sequence) else { continue };
            let once = redact(&mixed).text;
            // A number in somebody's data can hide what the words beside it say; without it they are read.
            let is_alike = said(&mixed) == said(&once) || said(&text) == said(&once);
            assert!(is_alike, "{}, {put:?}:\n{mixed}\n--\n{once}", file.display());
            assert_eq!(redact(&once).text, once);
            count += 1;
        }
    }
    assert!(count >= 4_000, "only {count} texts were compared");
}

/// A later pass reads only around what the former one masked; debug builds, as this one, compare it with a reading
/// of the whole text, and stop where the two find something else.
#[test]
fn what_comes_to_light_in_a_long_text_is_found() {
    const SPARSE: usize = 60;
    let line =
        |number: usize| format!("2024-03-05 INFO job {number} done in {number} ms, [a] {{b}}\n");
    let mut sequence = masking::Sequence::new(7);
    for (number, file) in golden_texts().iter().enumerate().step_by(5) {
        let text = std::fs::read_to_string(file).unwrap();
        let mut long = String::new();
        for part in 0..6 {
            long.extend((0..SPARSE).map(line));
            let place = masking::PLACES[(number + part) % masking::PLACES.len()];
            long.push_str(&masking::put(&text, place, &mut sequence).unwrap_or_default());
            // The second user comes to light when the first one is masked.
            long.push_str("\n/home/made//home/up/a.txt\n");
        }
        for text in [long.replace('\n', " "), long] {
            let once = redact(&text).text;
            assert!(!once.contains("/up/"), "{}", file.display());
            assert_eq!(redact(&once).text, once, "{}", file.display());
        }
    }
}

#[test]
fn hostile_texts_of_two_megabytes_come_to_an_end() {
    const SIZE: usize = 300_000;
    for part in masking::hostile::HOSTILE {
        let text = part.repeat(SIZE / part.len());
        let once = redact(&text);
        assert!(once.text.len() <= text.len() * 16, "{part}");
        assert!(without_ids(&text).len() <= text.len() * 16, "{part}");
    }
}

const NOISE: &[&str] = &[
    "",
    "HTTP/1.1 200 OK\n\n",
    "some words\n",
    "{\"code\":4010}\n",
    "[1,2]\n",
    "<a>b</a>\n",
    "}\n",
    "é ",
];

proptest! {
    #[test]
    fn no_planted_secret_is_left(
        parts in prop::collection::vec((prop::sample::select(NOISE), prop::sample::select(masking::carriers::CARRIERS), "[a-zA-Z0-9]{12,24}"), 1..6)
    ) {
        let mut text = String::new();
        for (noise, carrier, canary) in &parts {
            let (before, after) = carrier.split_once('@').unwrap();
            text.push_str(noise);
            text.push_str(&[before, "Zq7", canary, after, "\n"].concat());
        }
        let redaction = redact(&text);
        for (_, carrier, canary) in &parts {
            prop_assert!(!redaction.text.contains(canary.as_str()), "{carrier}: {}", redaction.text);
        }
        prop_assert_eq!(redact(&redaction.text).text, redaction.text);
    }

    #[test]
    fn masking_twice_changes_nothing(
        text in "(token|password|email|name|value|given|dob|code=|state=|&|=|:|\"|'|\\\\|>|<|</|/>|\\{|\\}|,|a@b\\.de|[ a-z0-9.@-]|Bearer |Cookie: |PID\\||\\||eyJa\\.b|401-555-0100|192\\.0\\.2\\.1|\\[|\\]|-u |://|&quot;|\\\\n|ü|\n|\\[TOKEN-1\\]| is |0000: |0010: |\u{1b}\\[1m|“|”|`|\t|x-a-key|%2522|/home/|Wil <a@b.de>|\\)=\\(|last name|MRN |born |City: |Patient|,a,b\n|4111 1111 1111 1111|DE89 3704 0044 0532 0130 00|lastName,password\n|\\$AB|login |/|!|INSERT INTO a \\(ssn,b\\) VALUES \\('1',2\\)|CORP\\\\made|user '|Patient name\n|SSN:\n|Made Up\n|9 Fake Rd\n|00:00:5e:00:53:01| - |\\$\\{|default|variable |cGFzc3dvcmQ9bWFkZS11cC1hZ2Fpbg|cookie){0,40}"
    ) {
        let once = redact(&text);
        let twice = redact(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(twice.masked.is_empty());
    }

    #[test]
    fn any_text_is_masked_without_panic(text in "\\PC{0,200}") {
        let once = redact(&text).text;
        prop_assert_eq!(&redact(&once).text, &once);
    }
}
