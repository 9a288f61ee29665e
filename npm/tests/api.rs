//! The bindings as JavaScript sees them, run as wasm in Node.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail; the lints only know functions marked as tests"
)]

use js_sys::{Array, Function, JSON, Object, Reflect, TypeError};
use respondex_wasm::{
    compare, compare_condition, compare_vendors, conditions, decode, deviations, lookup, matrix,
    redact, schedule, search, vendors, version,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const NONE: JsValue = JsValue::UNDEFINED;

#[track_caller]
fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

#[track_caller]
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap())
}

#[track_caller]
fn check_type_error(answer: Result<JsValue, JsValue>, expected: &str) {
    let error = answer.expect_err("no error").dyn_into::<TypeError>().expect("no TypeError");
    let message = String::from(error.message());
    assert!(message.starts_with(expected), "{message}");
}

/// Evaluates an expression, for strings that Rust cannot hold.
fn javascript(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return {expression}")).call0(&NONE).unwrap()
}

#[wasm_bindgen_test]
fn a_code_may_be_a_number_or_its_digits() {
    for code in [JsValue::from(4071), JsValue::from("4071"), JsValue::from(" 4071 ")] {
        assert_eq!(at(&lookup(&code, &NONE).unwrap(), "code"), 4071);
        assert_eq!(at(&compare(&code, &NONE).unwrap(), "code"), 4071);
    }
}

#[wasm_bindgen_test]
fn a_code_of_another_kind_is_a_type_error() {
    let expected = "lookup: code must be a whole number from 0 to 999999999, or its digits";
    for code in [
        "undefined",
        "null",
        "-1",
        "4.5",
        "NaN",
        "Infinity",
        "1e9",
        "'4071x'",
        "''",
        "[]",
        "{}",
        "true",
    ] {
        check_type_error(lookup(&javascript(&format!("({code})")), &NONE), expected);
    }
}

#[wasm_bindgen_test]
fn a_wrong_option_is_a_type_error_that_names_it() {
    let code = JsValue::from(401);
    let message = "lookup: unknown option \"vender\"; allowed: vendor";
    check_type_error(lookup(&code, &options(r#"{"vender":"updox"}"#)), message);
    let message = "lookup: unknown vendor \"nobody\"; expected one of ";
    check_type_error(lookup(&code, &options(r#"{"vendor":"nobody"}"#)), message);
    let message = "lookup: options must be an object with vendor; found another string";
    check_type_error(lookup(&code, &"updox".into()), message);
    let message = "search: limit must be a whole number of at least 1; found another number";
    check_type_error(search(&"a".into(), &options(r#"{"limit":0}"#)), message);
    let message = "compare: vendors must be an array of vendors; found another string";
    check_type_error(compare(&code, &options(r#"{"vendors":"updox"}"#)), message);
    let message = "decode: vendor must be one of ";
    check_type_error(decode(&"".into(), &options(r#"{"vendor":7}"#)), message);
}

#[wasm_bindgen_test]
fn the_views_of_compare_answer_and_name_what_is_wrong() {
    let id = JsValue::from("already-exists");
    let answer = compare_condition(&id, &NONE).unwrap();
    assert_eq!(at(&answer, "columns.1.messages.0.text"), "Record already exists");
    let answer = compare_vendors(&options(r#"["vision","elevate"]"#), &NONE).unwrap();
    assert_eq!(at(&answer, "migrations.0.to"), "elevate-iq");
    let answer = matrix(&options(r#"{"by":"condition","retry":"no"}"#)).unwrap();
    assert_eq!(at(&answer, "groups.0.rows.0.condition"), "gone");
    assert!(Array::is_array(&deviations(&NONE).unwrap()));
    for format in ["markdown", "csv", "json"] {
        let format = options(&format!(r#"{{"format":"{format}"}}"#));
        assert!(compare(&JsValue::from(401), &format).unwrap().is_string());
        assert!(matrix(&format).unwrap().is_string());
    }
    let message = "compareCondition: condition must be the id or name of one of conditions()";
    check_type_error(compare_condition(&JsValue::from("exists"), &NONE), message);
    let message = "compareVendors: vendors must be an array of two vendors or more; found an array";
    check_type_error(compare_vendors(&options(r#"["vision","ontech"]"#), &NONE), message);
    let message = "matrix: by must be one of class, condition; found another string";
    check_type_error(matrix(&options(r#"{"by":"vendor"}"#)), message);
    let message = "matrix: onlyDiffering must be true or false; found another string";
    check_type_error(matrix(&options(r#"{"onlyDiffering":"yes"}"#)), message);
    let message = "compare: format must be one of markdown, csv, json; found another string";
    check_type_error(compare(&JsValue::from(401), &options(r#"{"format":"xml"}"#)), message);
}

#[wasm_bindgen_test]
fn a_text_that_is_no_string_is_a_type_error() {
    let number = JsValue::from(5);
    check_type_error(decode(&number, &NONE), "decode: text must be a string; found another number");
    check_type_error(redact(&NONE, &NONE), "redact: text must be a string; found undefined");
    check_type_error(search(&NONE, &NONE), "search: query must be a string; found undefined");
}

#[wasm_bindgen_test]
fn ids_are_masked_where_that_is_asked_for() {
    let text = JsValue::from("{\"transactionId\":\"made-up-7\",\"responseCode\":4071}");
    let masked = |given: &str| at(&redact(&text, &options(given)).unwrap(), "text");
    assert_eq!(masked("{}"), text);
    let expected = "{\"transactionId\":\"[ID-1]\",\"responseCode\":4071}";
    assert_eq!(masked(r#"{"maskIds":true}"#), expected);
    let message = "redact: maskIds must be true or false; found another string";
    check_type_error(redact(&text, &options(r#"{"maskIds":"yes"}"#)), message);
    let message = "redact: unknown option \"ids\"; allowed: maskIds";
    check_type_error(redact(&text, &options(r#"{"ids":true}"#)), message);
}

#[wasm_bindgen_test]
fn options_that_are_empty_are_none() {
    for none in [NONE, JsValue::NULL, options("{}"), options(r#"{"vendor":null}"#)] {
        assert_eq!(at(&lookup(&404.into(), &none).unwrap(), "code"), 404);
    }
}

#[wasm_bindgen_test]
fn answers_are_plain_objects() {
    let answer = lookup(&JsValue::from(404), &NONE).unwrap();
    assert_eq!(Object::get_prototype_of(&answer), Object::get_prototype_of(&Object::new()));
    assert!(Array::is_array(&at(&answer, "meanings")));
    for answer in [vendors().unwrap(), conditions().unwrap()] {
        assert!(Array::is_array(&answer));
    }
}

#[wasm_bindgen_test]
fn spans_count_in_utf16_units() {
    for (before, units) in [
        ("'a'", 1),
        ("'\u{e4}'", 1),
        ("'\u{1f600}'", 2),
        ("'\\ud800'", 1),
        ("'\\udc00\\ud800 '", 3),
    ] {
        let text = javascript(&format!("{before} + '\\nHTTP/1.1 404 Not Found\\n\\n'"));
        let answer = decode(&text, &NONE).unwrap();
        let span = at(&answer, "responses.0.findings.0.span");
        assert_eq!(at(&span, "start"), units + "\nHTTP/1.1 ".len(), "{before}");
        assert_eq!(at(&span, "end"), units + "\nHTTP/1.1 404".len(), "{before}");
    }
}

#[wasm_bindgen_test]
fn odd_texts_never_throw() {
    for text in [
        "''",
        "'\\ud800'",
        "'\\udfff{'",
        "'\\0'",
        "'\\ufeff'",
        "'{'.repeat(100000)",
        "'<a>'.repeat(100000)",
    ] {
        let text = javascript(text);
        assert!(decode(&text, &NONE).is_ok());
        assert!(redact(&text, &NONE).is_ok());
        assert!(search(&text, &NONE).is_ok());
    }
}

#[wasm_bindgen_test]
fn a_schedule_adds_the_documented_waits_up() {
    let schedule_of = |retry: &str, tries: &str| {
        String::from(JSON::stringify(&schedule(&options(retry), &options(tries)).unwrap()).unwrap())
    };
    let retry = r#"{"kind":"after-delay","delaysSeconds":[300],"repeatSeconds":1800}"#;
    assert_eq!(schedule_of(retry, "null"), "[300,2100,3900]");
    assert_eq!(schedule_of(retry, r#"{"tries":1}"#), "[300]");
    assert_eq!(schedule_of(r#"{"kind":"no"}"#, "{}"), "[]");
    let message = "schedule: retry must be the retry of an answer, with its kind; found an object";
    check_type_error(schedule(&options("{}"), &NONE), message);
    check_type_error(schedule(&options(r#"{"kind":"no","delaysSeconds":[-1]}"#), &NONE), message);
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_package() {
    assert!(include_str!("../package.json").contains(&format!("\"version\": \"{}\"", version())));
    assert!(include_str!("../version.mjs").contains(&format!("version = \"{}\"", version())));
}

#[wasm_bindgen_test]
fn findings_with_the_same_entry_share_it() {
    let refused = "HTTP/1.1 401 Unauthorized\n\n";
    let missing = "HTTP/1.1 404 Not Found\n\n";
    let text = [refused, missing, refused].concat();
    let answer = decode(&text.into(), &options(r#"{"vendor": "vision"}"#)).unwrap();
    let entry = |place: u32| at(&answer, &format!("responses.{place}.findings.0.entry"));
    assert_eq!(at(&entry(0), "id"), "vision/401");
    assert_eq!(at(&entry(1), "id"), "vision/404");
    assert!(Object::is(&entry(0), &entry(2)));
}

#[wasm_bindgen_test]
fn responses_with_the_same_advice_share_it() {
    let refused = "HTTP/1.1 401 Unauthorized\n\n";
    let missing = "HTTP/1.1 404 Not Found\n\n";
    let text = [refused, missing, refused].concat();
    let answer = decode(&text.into(), &NONE).unwrap();
    let advice = |place: u32| at(&answer, &format!("responses.{place}.advice"));
    assert!(Object::is(&advice(0), &advice(2)));
    let written = |advice: &JsValue| String::from(JSON::stringify(advice).unwrap());
    for (place, response) in [(0, refused), (1, missing), (2, refused)] {
        let alone = decode(&response.into(), &NONE).unwrap();
        assert_eq!(written(&advice(place)), written(&at(&alone, "responses.0.advice")));
    }
}
