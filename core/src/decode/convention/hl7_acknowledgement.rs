//! HL7 version 2 acknowledgements: `MSA` says how it ended, `ERR` why.
//!
//! Source: HL7 v2.x chapter 2, tables 0008 (MSA-1), 0357 (error numbers), 0516 (severity). The error
//! numbers look like HTTP statuses and are none: 200 is an error here. So they stand in the rules.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::limits::FIELD_ERRORS_READ;
use crate::decode::output::{Fault, FieldError, Notice, NoticeCode, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::hl7::{Part, SegmentRef};
use crate::decode::reading::{Message, Reading};

/// Table 0008: what MSA-1 says, and how it ended.
const CODES: &[(&str, &str, Outcome)] = &[
    ("AA", "Application accept", Outcome::Success),
    ("CA", "Commit accept", Outcome::Success),
    ("AE", "Application error", Outcome::Failure),
    ("AR", "Application reject", Outcome::Failure),
    ("CE", "Commit error", Outcome::Failure),
    ("CR", "Commit reject", Outcome::Failure),
];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Hl7(hl7) = &message.payload else { return None };
    let acknowledgement = hl7.segments("MSA").next()?;
    let code = acknowledgement.text(1)?;
    let (_, meaning, outcome) = CODES.iter().find(|(known, _, _)| *known == code)?;
    let mut reading = Reading::new("hl7-ack");
    reading.application = *outcome;
    let mut rules = Vec::new();
    for error in hl7.segments("ERR").flat_map(errors).take(FIELD_ERRORS_READ) {
        reading.field_errors.extend(
            error
                .place
                .map(|place| FieldError { field: Some(place), message: error.rule.text.clone() }),
        );
        rules.push(error.rule);
    }
    let said = acknowledgement.text(3);
    let of_rule = || rules.iter().find(|rule| !rule.text.is_empty()).map(|rule| rule.text.clone());
    let acknowledged = acknowledgement.text(2).map(|id| format!("Answer to message {id}"));
    let failed = *outcome == Outcome::Failure;
    let (message_text, detail) = if failed {
        (said.or_else(of_rule).or(Some((*meaning).into())), acknowledged)
    } else {
        (None, joined([said, acknowledged]))
    };
    reading.fault = Some(Fault {
        kind: Some(format!("{code} ({meaning})")),
        message: message_text,
        detail,
        rules,
        ..Fault::default()
    });
    let skipped = |text: &str, range: Range<usize>| Notice {
        code: NoticeCode::TextSkipped,
        message: text.into(),
        span: Some(message.span(range)),
    };
    let before = message.text().get(..hl7.start()).unwrap_or_default();
    if before.contains(char::is_alphanumeric) {
        reading.notices.push(skipped("The text before the content was not read.", 0..before.len()));
    }
    reading.notices.extend(
        hl7.rest()
            .map(|at| skipped("Only the first HL7 message was read.", at..message.text().len())),
    );
    Some(reading)
}

struct Error {
    rule: Rule,
    /// Segment and field that it is about.
    place: Option<String>,
}

/// From version 2.5 on ERR-2 to ERR-8 hold one error; before, ERR-1 holds all of them.
fn errors(segment: SegmentRef<'_>) -> Vec<Error> {
    if segment.field(3).is_none() {
        let all = segment.field(1).into_iter().flat_map(Part::repetitions);
        return all.filter_map(old_error).take(FIELD_ERRORS_READ).collect();
    }
    let code = segment.field(3).and_then(|field| field.repetitions().next());
    let part = |number: usize| code.and_then(|code| code.component(number)).and_then(Part::text);
    let name = part(2);
    let text = joined([
        segment.text(8),
        segment.text(7).filter(|text| Some(text) != segment.text(8).as_ref()),
    ]);
    let place = segment
        .field(2)
        .and_then(|field| field.repetitions().next())
        .and_then(|location| place(location.component(1), location.component(3)));
    let kind = name.clone().filter(|_| text.is_some());
    let rule = Rule {
        id: part(1),
        priority: segment.text(4).map(severity),
        kind,
        text: text.or(name).unwrap_or_default(),
    };
    Vec::from([Error { rule, place }])
}

/// `PID^1^3^101&Required field missing&HL70357`
fn old_error(location: Part<'_>) -> Option<Error> {
    let code = location.component(4)?;
    let text = |number: usize| code.subcomponent(number).and_then(Part::text);
    let rule = Rule { id: text(1), priority: None, kind: None, text: text(2).unwrap_or_default() };
    Some(Error { rule, place: place(location.component(1), location.component(3)) })
}

/// `PID` and `3` are `PID-3`.
fn place(segment: Option<Part<'_>>, field: Option<Part<'_>>) -> Option<String> {
    let segment = segment.and_then(Part::text)?;
    Some(match field.and_then(Part::text) {
        Some(field) => format!("{segment}-{field}"),
        None => segment,
    })
}

/// Table 0516 in words; what it does not list stays as it is.
fn severity(letter: String) -> String {
    match letter.as_str() {
        "E" => "Error".into(),
        "W" => "Warning".into(),
        "I" => "Information".into(),
        "F" => "Fatal".into(),
        _ => letter,
    }
}
