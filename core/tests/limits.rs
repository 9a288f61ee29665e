//! Every limit ends in a notice, and whoever calls may set the usual ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use respondex_core::decode::{Notice, NoticeCode};
use respondex_core::{Catalog, DecodeLimits, DecodeOptions, Decoding, Entry, decode};

const ENVELOPE: &str =
    r#"{"successful":false,"responseCode":4010,"responseMessage":"Unauthorized"}"#;
/// Made up: `{"alg":"none"}`, `{"sub":"1"}`.
const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x";

/// A text as a string of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn decode_within(text: &str, limits: DecodeLimits) -> Decoding {
    decode(Catalog::builtin(), text, &DecodeOptions { limits, ..DecodeOptions::default() })
}

/// What says that something was left out.
fn limits_told(decoding: &Decoding) -> Vec<&Notice> {
    let is_limit = |notice: &&Notice| {
        matches!(notice.code, NoticeCode::TooMany | NoticeCode::TooDeep | NoticeCode::InputTooLong)
    };
    decoding.notices.iter().filter(is_limit).collect()
}

/// A limit that a caller may set.
struct Limit {
    name: &'static str,
    /// A text that holds so many.
    text: fn(usize) -> String,
    member: fn(&mut DecodeLimits) -> &mut usize,
    told: NoticeCode,
    /// How many an answer shows; nothing where it shows what was left out only.
    shown: fn(&Decoding) -> Option<usize>,
}

const LIMITS: &[Limit] = &[
    Limit {
        name: "bytes",
        text: |bytes| {
            let head = "HTTP/1.1 404 Not Found\n\n";
            format!("{head}{}", " ".repeat(bytes - head.len()))
        },
        member: |limits| &mut limits.bytes,
        told: NoticeCode::InputTooLong,
        shown: |_| None,
    },
    Limit {
        name: "depth, in JSON",
        text: |depth| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)),
        member: |limits| &mut limits.depth,
        told: NoticeCode::TooDeep,
        shown: |_| None,
    },
    Limit {
        name: "depth, in XML",
        text: |depth| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth)),
        member: |limits| &mut limits.depth,
        told: NoticeCode::TooDeep,
        shown: |_| None,
    },
    Limit {
        name: "layers",
        text: |layers| (0..layers).fold(String::from(ENVELOPE), |text, _| quoted(&text)),
        member: |limits| &mut limits.layers,
        told: NoticeCode::TooDeep,
        shown: |_| None,
    },
    Limit {
        name: "quotations",
        text: |signs| format!("{} HTTP/1.1 404 Not Found\n", ">".repeat(signs)),
        member: |limits| &mut limits.quotations,
        told: NoticeCode::TooDeep,
        shown: |_| None,
    },
    Limit {
        name: "responses",
        text: |count| "HTTP/1.1 404 x\n\n".repeat(count),
        member: |limits| &mut limits.responses,
        told: NoticeCode::TooMany,
        shown: |decoding| Some(decoding.responses.len()),
    },
    Limit {
        name: "responses, inside one content",
        text: |count| format!("[{}]", vec![ENVELOPE; count].join(",")),
        member: |limits| &mut limits.responses,
        told: NoticeCode::TooMany,
        shown: |decoding| Some(decoding.responses.len()),
    },
    Limit {
        name: "records",
        text: |count| {
            let records = "<R><RES><Code>400</Code><Message>no</Message></RES></R>".repeat(count);
            format!("<A>{records}</A>")
        },
        member: |limits| &mut limits.records,
        told: NoticeCode::TooMany,
        shown: |decoding| Some(decoding.responses.first()?.records.len()),
    },
    Limit {
        name: "causes",
        text: |count| {
            let fault =
                "{\"$type\":\"E\",\"message\":\"m\",\"data\":[],\"policyOutcome\":0,\"cause\":";
            format!("{}null{}", fault.repeat(count), "}".repeat(count))
        },
        member: |limits| &mut limits.causes,
        told: NoticeCode::TooMany,
        shown: |decoding| {
            let first = decoding.responses.first()?.fault.as_ref();
            Some(std::iter::successors(first, |fault| fault.cause.as_deref()).count())
        },
    },
    Limit {
        name: "field errors",
        text: |count| {
            let errors: Vec<String> = (0..count).map(|at| format!("\"f{at}\":[\"bad\"]")).collect();
            let errors = errors.join(",");
            format!("{{\"title\":\"t\",\"status\":400,\"errors\":{{{errors}}}}}")
        },
        member: |limits| &mut limits.field_errors,
        told: NoticeCode::TooMany,
        shown: |decoding| Some(decoding.responses.first()?.field_errors.len()),
    },
    Limit {
        name: "field errors, as rules of a fault",
        text: |count| {
            let rules = vec!["{\"text\":\"no name\",\"priority\":\"Error\"}"; count].join(",");
            format!(
                "{{\"$type\":\"DetectedIssueException\",\"message\":\"m\",\"rules\":[{rules}]}}"
            )
        },
        member: |limits| &mut limits.field_errors,
        told: NoticeCode::TooMany,
        shown: |decoding| Some(decoding.responses.first()?.fault.as_ref()?.rules.len()),
    },
    Limit {
        name: "findings",
        text: |count| {
            let own = |entry: &&Arc<Entry>| entry.vendor == "updox" && entry.code.number() >= 2_000;
            let codes = Catalog::builtin().entries().iter().filter(own);
            let codes: Vec<String> =
                codes.take(count).map(|entry| entry.code.to_string()).collect();
            format!("Updox said error code {}", codes.join(", error code "))
        },
        member: |limits| &mut limits.findings,
        told: NoticeCode::TooMany,
        shown: |decoding| Some(decoding.responses.first()?.findings.len()),
    },
];

#[test]
fn a_limit_is_told_and_can_be_set_lower_and_higher() {
    for Limit { name, text, member, told, shown } in LIMITS {
        let usual = *member(&mut DecodeLimits::default());
        let least = if usual > 1_000_000 { 30 } else { 3 };
        for (set, held, is_told) in [
            (usual, usual, false),
            (usual, usual + 1, true),
            (least, least, false),
            (least, least + 1, true),
            (usual + 1, usual + 1, false),
            (usual + 1, usual + 2, true),
        ] {
            let mut limits = DecodeLimits::default();
            *member(&mut limits) = set;
            let decoding = decode_within(&text(held), limits);
            let case = format!("{name}: {held} where {set} are read");
            let said = limits_told(&decoding);
            let number = written(set);
            let is_said =
                |notice: &&&Notice| notice.code == *told && notice.message.contains(&number);
            assert_eq!(said.iter().find(is_said).is_some(), is_told, "{case}: {said:?}");
            assert!(is_told || said.is_empty(), "{case}: {said:?}");
            if let Some(shown) = shown(&decoding) {
                assert_eq!(shown, held.min(set), "{case}");
            }
        }
    }
}

/// As notices write it.
fn written(number: usize) -> String {
    match number {
        16_777_216 => "16 MiB".into(),
        1_000_000.. => format!("{number} bytes"),
        1_000.. => format!("{},{:03}", number / 1_000, number % 1_000),
        _ => number.to_string(),
    }
}

#[test]
fn what_cannot_be_set_safely_is_lowered() {
    let highest = DecodeLimits {
        bytes: usize::MAX,
        depth: usize::MAX,
        layers: usize::MAX,
        causes: usize::MAX,
        ..DecodeLimits::default()
    };
    let lowered: Vec<_> = decode_within("HTTP/1.1 404 Not Found\n\n", highest)
        .notices
        .into_iter()
        .filter(|notice| notice.code == NoticeCode::LimitLowered)
        .map(|notice| notice.message)
        .collect();
    let expected = ["bytes", "1,024", "64", "256"];
    assert_eq!(lowered.len(), expected.len());
    for (message, number) in lowered.iter().zip(expected) {
        assert!(message.contains(number), "{message}");
    }
    // Nothing of what a fault holds may exhaust the stack.
    for limit in LIMITS.iter().filter(|limit| limit.name == "causes" || limit.name.contains("JSON"))
    {
        let decoding = decode_within(&(limit.text)(5_000), highest);
        assert!(limits_told(&decoding).iter().any(|notice| notice.code == limit.told));
        assert_eq!(decoding.clone(), decoding);
    }
}

/// The pasted texts of the golden cases.
fn golden_texts() -> Vec<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let (inner, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.partition(|path| path.is_dir());
        folders.extend(inner);
        let is_text = |path: &&PathBuf| path.extension().is_some_and(|kind| kind == "txt");
        texts.extend(files.iter().filter(is_text).filter_map(|file| fs::read_to_string(file).ok()));
    }
    texts
}

#[test]
fn every_golden_text_is_read_whatever_the_limits() {
    let texts = golden_texts();
    assert!(texts.len() > 300, "only {} texts", texts.len());
    for text in texts {
        for number in [0, 1, 2, usize::MAX] {
            let limits = DecodeLimits {
                bytes: if number == 0 { 0 } else { usize::MAX },
                depth: number,
                layers: number,
                quotations: number,
                responses: number,
                records: number,
                causes: number,
                field_errors: number,
                findings: number,
            };
            let decoding = decode_within(&text, limits);
            let _same = decoding.with_spans(|span| {
                assert!(span.text(&text).is_some(), "{span:?} does not lie in {text:?}");
                span
            });
        }
    }
}

/// Texts that go beyond a limit that is fixed, each with words of the notice.
fn beyond_fixed_limits() -> Vec<(String, &'static str)> {
    let in_string = quoted(ENVELOPE);
    let objects = vec!["{\"a\":1}"; 4_001].join(",");
    let wide = format!("[{}1]{}", "1,".repeat(50_000), "}".repeat(100));
    let in_strings =
        (0..4).fold(String::from(ENVELOPE), |text, _| format!("{{\"payload\":{}}}", quoted(&text)));
    let unclosed = "say: {\"error\":\"no\"\n".repeat(10);
    let parameters: Vec<String> = (0..33).map(|at| format!("p{at}=\"v\"")).collect();
    let long_token = format!("eyJhbGciOiJub25lIn0.{}.x", "A".repeat(16_385));
    let long_line = format!(
        "GET /a 404 Not Found\nGET /b 500 Internal Server Error\n{} then an error: GET /c 503\n",
        "x ".repeat(8_300)
    );
    let rejected = format!(
        "{{\"timestamp\":\"t\",\"path\":\"/\",\"status\":400,\"error\":\"Bad Request\",\"errors\":[{{\"field\":\"f\",\"defaultMessage\":\"no\",\"rejectedValue\":\"{}\"}}]}}",
        "x".repeat(201)
    );
    let records: Vec<String> = (0..52)
        .map(|code| format!("<R><RES><Code>{}</Code><Message>no</Message></RES></R>", 7_000 + code))
        .collect();
    let acknowledgement = "MSH|^~\\&|A\rMSA|AE|1\r";
    vec![
        (format!("HTTP/1.1 400 x\n{}\n", "a: b\n".repeat(501)), "500 header fields"),
        ("error code 404\n".repeat(4_001), "4,000 places"),
        (format!("{{\"a\":[{}1]}}", "1,".repeat(400_001)), "more values"),
        (format!("<A>{}</A>", "<b/>".repeat(100_001)), "more values"),
        (format!("{{\"items\":[{}]}}", [in_string.as_str(); 1_001].join(",")), "1,000 responses"),
        (format!("[{},{ENVELOPE}]", [ENVELOPE, &objects].join(",")), "are tried"),
        (format!("[{ENVELOPE},{}{}]", "{\"a\":".repeat(100), wide), "are tried"),
        // Also where nothing was found in what was tried.
        (format!("[{objects},{ENVELOPE}]"), "are tried"),
        (in_strings, "three times over"),
        (format!("<A {}><RES/></A>", "b='c' ".repeat(65)), "64 attributes"),
        (format!("<A>{}</A>", records.concat()), "50 codes"),
        (format!("HTTP/1.1 401 x\n\n{}", [TOKEN; 5].join(" ")), "four tokens"),
        (format!("HTTP/1.1 401 x\n\n{long_token}"), "16 KiB"),
        (
            format!("HTTP/1.1 401 x\nWWW-Authenticate: A {}\n\n", parameters.join(", ")),
            "32 parameters",
        ),
        (
            format!(
                "<Fault><faultcode>Server</faultcode><detail>{}</detail></Fault>",
                "<a>b</a>".repeat(33)
            ),
            "32 texts",
        ),
        (format!("{} {{\"a\":1}}", "{x ".repeat(17)), "16 places"),
        (format!("a {} b", "MSH|^~\\&|A b ".repeat(17)), "HL7 messages were looked for"),
        (format!("<html><body>{}", "<pre>x</pre>".repeat(17)), "more than 16 places"),
        (format!("{acknowledgement}{}", "ZZZ|1\r".repeat(1_001)), "1,000 segments"),
        (format!("{acknowledgement}ERR{}\r", "|1".repeat(501)), "500 fields"),
        (format!("Updox said 4071. {}", "And so on. ".repeat(400)), "4,000 bytes"),
        (format!("HTTP/1.1 500 x\n\n{}", "no ".repeat(700)), "2,000 characters"),
        (
            format!("HTTP/1.1 500 x\n\n<html><title>{}</title>", "no ".repeat(1_400)),
            "longer than 4,000 bytes",
        ),
        (rejected, "longer than 200 bytes"),
        (long_line, "longer than 16 KiB"),
        (format!("HTTP/1.1 400 x\n\n{ENVELOPE}\n{unclosed}"), "8 contents"),
    ]
}

#[test]
fn every_fixed_limit_ends_in_a_notice() {
    for (text, words) in beyond_fixed_limits() {
        let decoding = decode_within(&text, DecodeLimits::default());
        let told: Vec<&str> =
            limits_told(&decoding).iter().map(|notice| notice.message.as_str()).collect();
        assert!(told.iter().any(|message| message.contains(words)), "{words}: {told:?}");
    }
}

#[test]
fn a_hundred_answers_in_one_content_are_all_read() {
    let in_string = quoted(ENVELOPE);
    for text in [
        format!("[{}]", [ENVELOPE; 100].join(",")),
        format!("{{\"items\":[{}]}}", [in_string.as_str(); 100].join(",")),
    ] {
        let decoding = decode(Catalog::builtin(), &text, &DecodeOptions::default());
        assert_eq!(decoding.responses.len(), 100);
        assert_eq!(decoding.notices, []);
    }
}
