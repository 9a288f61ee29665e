//! Whatever wraps a paste, and whatever wraps that again, the answer is that of the bare text.

#![expect(clippy::expect_used, clippy::string_slice, reason = "a test that stops says why")]

#[path = "wrappings/ways.rs"]
mod ways;

use respondex_core::catalog::{Outcome, RetryKind};
use respondex_core::decode::{Finding, NoticeCode};
use respondex_core::{Catalog, DecodeOptions, Decoding, Span, decode};
use ways::{Named, SHOWN_BY_NUMBER, WAYS, wrap};

/// Five messages, each with what may get lost: a failure under 200, a fault in XML, one record of several, SOAP, words.
const MESSAGES: &[&str] = &[
    "HTTP/1.1 200 OK\nContent-Type: application/json\nX-Request-Id: made-up-1\n\n\
     {\"successful\":false,\"responseMessage\":\"Recipient not found\",\"responseCode\":4071,\"method\":\"MessageSend\"}",
    "HTTP/1.1 422 Unprocessable Entity\nContent-Type: application/xml\nX-PoweredBy: SanteDB 2.0.26.36666 (Kelowna)\n\n\
     <?xml version=\"1.0\"?><RestServiceFault xmlns=\"http://santedb.org/fault\"><type>DetectedIssueException</type>\
     <message>Business Rules Violation - [Error: Missing gender]</message>\
     <rule id=\"required\" priority=\"Error\" type=\"1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1\">Missing gender</rule></RestServiceFault>",
    "HTTP/1.1 207 Multi-Status\nContent-Type: application/xml\nServer: made-up\n\n\
     <MANUFACTURING><MC><DocRef>API_1</DocRef><RES><Code>200</Code><Message>Manufacture complete processed</Message></RES></MC>\n\
     <MC><DocRef>API_2</DocRef><RES><Code>400</Code><Message>Validation failure occurred on line: 1 Product Code is mandatory</Message></RES></MC></MANUFACTURING>",
    "HTTP/1.1 200 OK\nContent-Type: text/xml; charset=utf-8\nServer: made-up\n\n\
     <?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>\
     <GetCaregiversResponse xmlns=\"https://www.hhaexchange.com/apis/hhaws.integration\"><GetCaregiversResult><Result Status=\"Error\">\
     <ErrorInfo><ErrorID>42</ErrorID><ErrorMessage>Invalid office</ErrorMessage></ErrorInfo></Result></GetCaregiversResult>\
     </GetCaregiversResponse></soap:Body></soap:Envelope>",
    "HTTP/1.1 400 Bad Request\nContent-Type: application/json\nServer: made-up\n\n\
     {\n  \"error\": \"Bad Request\",\n  \"message\": \"Validation failed for field 'customerName': must not be empty\",\n  \
     \"timestamp\": \"2026-01-08T12:00:00Z\",\n  \"path\": \"/customers\"\n}",
];

/// Combinations in which something is gone for good. They still must not look like a success, nor like another vendor's
/// answer.
const LOST: &[Lost] = &[
    Lost {
        why: "what stands below a command and is no content may be what was sent",
        is_so: |names| {
            let shown = names.iter().skip_while(|name| **name != "har").skip(1);
            names.last().is_some_and(|name| PROMPTS.contains(name))
                && shown.filter(|name| WORDS.contains(name)).count() > 1
        },
    },
    Lost {
        why: "among other words, encoded markup may be a part of an address",
        is_so: |names| {
            let encoded = names.iter().skip_while(|name| !["url", "form"].contains(name)).skip(1);
            names.last() == Some(&"har") && encoded.filter(|name| WORDS.contains(name)).count() > 0
        },
    },
    Lost {
        why: "below a command, a number before a recording may begin a list",
        is_so: |names| {
            let shown = names.iter().skip_while(|name| **name != "har").skip(1);
            names.last().is_some_and(|name| PROMPTS.contains(name))
                && shown.filter(|name| STAMPS.contains(name)).count() > 0
        },
    },
    Lost {
        why: "the second cut may go through the escape of one character",
        is_so: |names| names.iter().filter(|name| **name == "cut-off").count() > 1,
    },
];
/// Ways that put a prompt above a text.
const PROMPTS: &[&str] = &["bash", "powershell"];
/// Ways that put something before each line.
const STAMPS: &[&str] = &["times", "numbers", "editor"];
/// Ways that put words beside it.
const WORDS: &[&str] = &["bash", "powershell", "mail"];

struct Lost {
    why: &'static str,
    is_so: fn(&[&str]) -> bool,
}

/// What has to be the same however the text is wrapped.
#[derive(Debug, PartialEq)]
struct Answer {
    codes: Vec<(u32, Option<&'static str>)>,
    vendor: Option<&'static str>,
    status: Option<u16>,
    transport: Outcome,
    application: Outcome,
    masked: bool,
    records: Vec<Outcome>,
}

fn read(text: &str) -> Decoding {
    decode(Catalog::builtin(), text, &DecodeOptions::default())
}

fn answers(decoding: &Decoding) -> Vec<Answer> {
    let responses = decoding.responses.iter();
    responses
        .map(|response| Answer {
            codes: response
                .findings
                .iter()
                .map(|found| (found.code.number(), found.vendor))
                .collect(),
            vendor: response.vendor.as_ref().map(|vendor| vendor.id),
            status: response.http.as_ref().map(|http| http.status),
            transport: response.verdict.transport,
            application: response.verdict.application,
            masked: response.verdict.masked,
            records: response.records.iter().map(|record| record.outcome).collect(),
        })
        .collect()
}

/// Spans that do not lie in the text on character borders.
fn stray_spans(decoding: &Decoding, text: &str) -> Vec<Span> {
    let of_responses = decoding.responses.iter().flat_map(|response| {
        let findings = response.findings.iter().map(|found| found.span);
        let records = response.records.iter().map(|record| record.span);
        let noteworthy = response.noteworthy.iter().map(|field| field.span);
        let vendor = response.vendor.iter().flat_map(|vendor| &vendor.evidence);
        let marks = vendor.filter_map(|mark| mark.span);
        findings.chain(records).chain(noteworthy).chain(marks).collect::<Vec<_>>()
    });
    let notices = decoding.notices.iter().filter_map(|notice| notice.span);
    of_responses.chain(notices).filter(|span| span.text(text).is_none()).collect()
}

/// The first code whose digits stand where its span says in the bare message, and do not in the wrapped one.
fn strayed<'d>(bare: (&Decoding, &str), wrapped: (&'d Decoding, &str)) -> Option<&'d Finding> {
    let shows = |found: &Finding, text: &str| {
        // A mail may break its lines within a number.
        let shown = found.span.text(text).map(|shown| shown.replace("=\n", ""));
        shown.is_some_and(|shown| shown.contains(&found.code.to_string()))
    };
    let expected = bare.0.responses.first()?.findings.iter();
    let mut pairs = expected.zip(&wrapped.0.responses.first()?.findings);
    let strayed = pairs.find(|(one, other)| shows(one, bare.1) && !shows(other, wrapped.1));
    strayed.map(|(_, other)| other)
}

/// What is wrong with the answer to a wrapped message.
fn fault(message: &str, ways: &[&Named]) -> Option<String> {
    let names: Vec<&str> = ways.iter().map(|(name, _)| *name).collect();
    let text = wrap(message, ways);
    let (bare, decoding) = (read(message), read(&text));
    let (expected, found) = (answers(&bare), answers(&decoding));
    let stray = stray_spans(&decoding, &text);
    if !stray.is_empty() {
        return Some(format!("spans outside of the text: {stray:?}"));
    }
    // What was written in base64 has no place of its own.
    let is_recorded = ways.iter().any(|(_, way)| way.is_recording());
    if !is_recorded && let Some(found) = strayed((&bare, message), (&decoding, &text)) {
        return Some(format!("{} does not stand at {:?}", found.code, found.span));
    }
    // Cutting alone takes something away; wrapping may not take more.
    let mut cut = message.to_owned();
    let is_as_cut = names.iter().filter(|name| **name == "cut-off").any(|_| {
        cut = ways::cut_off(&cut);
        found == answers(&read(&cut))
    });
    if found == expected || is_as_cut {
        return None;
    }
    let is_success = decoding.responses.iter().any(|response| {
        response.verdict.application == Outcome::Success
            || response.verdict.transport == Outcome::Success
                && response.advice.retry.kind == RetryKind::NotNeeded
    });
    let own = expected.iter().find_map(|answer| answer.vendor);
    let is_other = found.iter().any(|answer| answer.vendor.is_some() && answer.vendor != own);
    let lost = LOST.iter().find(|lost| (lost.is_so)(&names));
    if lost.is_some() && !is_success && !is_other {
        return None;
    }
    let why = lost.map_or("", |lost| lost.why);
    let notices: Vec<_> = decoding.notices.iter().map(|notice| notice.code).collect();
    Some(format!("success {is_success}, other vendor {is_other} {why}: {found:?} {notices:?}"))
}

/// Reads every message in every row of ways, and tells of all that went wrong.
#[track_caller]
fn check(rows: impl Iterator<Item = Vec<&'static Named>>) {
    let mut told: Vec<String> = Vec::new();
    // A recording is one; what is recorded twice is another matter.
    let is_possible =
        |row: &Vec<&Named>| row.iter().filter(|(_, way)| way.is_recording()).count() < 2;
    for row in rows.filter(is_possible) {
        let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
        for (index, message) in MESSAGES.iter().enumerate() {
            let fault = fault(message, &row);
            told.extend(fault.map(|fault| format!("{index}, {}: {fault}", names.join(" > "))));
        }
    }
    assert!(told.is_empty(), "{} answers are wrong\n{}", told.len(), told.join("\n"));
}

#[test]
fn one_wrapping_changes_no_answer() {
    check(WAYS.iter().map(|way| vec![way]));
}

#[test]
fn two_wrappings_change_no_answer() {
    check(WAYS.iter().flat_map(|one| WAYS.iter().map(move |other| vec![one, other])));
}

#[test]
fn what_was_shown_by_number_is_put_back_inside_and_outside_of_every_wrapping() {
    let by_number = &SHOWN_BY_NUMBER;
    check(WAYS.iter().flat_map(|other| [vec![by_number, other], vec![other, by_number]]));
}

#[test]
fn three_wrappings_change_no_answer() {
    /// Of some fourteen thousand.
    const SAMPLE: usize = 400;
    let mut state = 20_260_112usize;
    let mut next = || {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345) % 0x8000_0000;
        WAYS.get((state >> 12) % WAYS.len()).expect("there is a way")
    };
    check((0..SAMPLE).map(|_| vec![next(), next(), next()]));
}

/// What is said of a message that is wrapped in one way again and again.
fn notices_of(way: &str, times: usize) -> Vec<NoticeCode> {
    let way = WAYS.iter().find(|(name, _)| *name == way).expect("there is such a way");
    let message = MESSAGES.first().expect("there is a message");
    let decoding = read(&wrap(message, &vec![way; times]));
    let is_success = |answer: &Answer| answer.application == Outcome::Success;
    assert!(!answers(&decoding).iter().any(is_success), "{:?}", decoding.responses);
    decoding.notices.iter().map(|notice| notice.code).collect()
}

#[test]
fn wrapping_without_end_is_told() {
    for (way, times) in
        [("entities", 12), ("json-string", 12), ("url", 12), ("quotation", 200), ("quotation", 65)]
    {
        assert!(notices_of(way, times).contains(&NoticeCode::TooDeep), "{way}");
    }
    for (way, times) in [("entities", 8), ("json-string", 8), ("url", 8), ("quotation", 64)] {
        assert!(!notices_of(way, times).contains(&NoticeCode::TooDeep), "{way}");
    }
}
