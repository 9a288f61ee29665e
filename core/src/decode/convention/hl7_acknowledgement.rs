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
use crate::decode::output::{Fault, FieldError, Notice, NoticeCode, Rule};
use crate::decode::payload::Payload;
use crate::decode::payload::hl7::{Part, SegmentRef};
use crate::decode::reading::{Message, Reading, Term};

/// Table 0008: what MSA-1 says, how it ended, and what follows where no ERR says more.
pub(super) const CODES: &[(&str, &str, Outcome, Term)] = &[
    ("AA", "Application accept", Outcome::Success, term("AA", "success", "", &[], TABLE_0008)),
    ("CA", "Commit accept", Outcome::Success, term("CA", "success", "", &[], TABLE_0008)),
    (
        "AE",
        "Application error",
        Outcome::Failure,
        term(
            "AE",
            "",
            "The receiver met an error in processing the message.",
            &[
                "Read the text of the answer and its ERR segments: they say whether the message is at fault.",
                "Correct the message if it is; else ask the receiver.",
            ],
            TABLE_0008,
        ),
    ),
    (
        "AR",
        "Application reject",
        Outcome::Failure,
        term(
            "AR",
            "",
            "The receiver refused the message: its type, version or processing id does not fit, or something else keeps the receiver from taking it.",
            &[
                "Check MSH-9, MSH-11 and MSH-12 against what the receiver takes.",
                "If they are right, send the message again later, and ask the receiver.",
            ],
            TABLE_0008,
        ),
    ),
    (
        "CE",
        "Commit error",
        Outcome::Failure,
        term(
            "CE",
            "",
            "The receiver did not take the message into its keeping, for a reason other than its header.",
            &[
                "Read the text of the answer.",
                "Send the message again later, and ask the receiver.",
            ],
            TABLE_0008,
        ),
    ),
    (
        "CR",
        "Commit reject",
        Outcome::Failure,
        term(
            "CR",
            "invalid-value",
            "The receiver did not take the message: its type, version or processing id does not fit.",
            &["Check MSH-9, MSH-11 and MSH-12 against what the receiver takes."],
            TABLE_0008,
        ),
    ),
];
const TABLE_0008: &str = "HL7 v2, table 0008,";
const TABLE_0357: &str = "HL7 v2, table 0357,";

/// Table 0357: the errors that ERR-3 names, ERR-1 before version 2.5.
pub(crate) const ERRORS: &[Term] = &[
    term(
        "100",
        "malformed-request",
        "The segments of the message stand in the wrong order, or one that is required is missing.",
        &["Compare the segments with the message structure that was agreed."],
        TABLE_0357,
    ),
    term(
        "101",
        "missing-value",
        "",
        &["Fill in the field that ERR names, and send the message again."],
        TABLE_0357,
    ),
    term(
        "102",
        "invalid-value",
        "A field holds a value of the wrong data type.",
        &["Correct the field that ERR names, and send the message again."],
        TABLE_0357,
    ),
    term(
        "103",
        "invalid-value",
        "A field holds a code that is not in the table for it.",
        &["Use a code of the table, or have the code added at the receiver."],
        TABLE_0357,
    ),
    term(
        "104",
        "invalid-value",
        "A value is longer than its field may be.",
        &["Shorten the field that ERR names, and send the message again."],
        TABLE_0357,
    ),
    term(
        "200",
        "wrong-operation",
        "The receiver does not take messages of this type (MSH-9).",
        &["Check MSH-9, and which message types the receiver was set up for."],
        TABLE_0357,
    ),
    term(
        "201",
        "wrong-operation",
        "The receiver does not take this trigger event (MSH-9).",
        &["Check MSH-9, and which events the receiver was set up for."],
        TABLE_0357,
    ),
    term(
        "202",
        "invalid-value",
        "The receiver does not take this processing id (MSH-11): production, training or debugging.",
        &["Check MSH-11, and whether the message went to the right system."],
        TABLE_0357,
    ),
    term(
        "203",
        "invalid-value",
        "The receiver does not take this version of HL7 (MSH-12).",
        &["Send the version that the receiver was set up for."],
        TABLE_0357,
    ),
    term(
        "204",
        "record-not-found",
        "The message names a record that the receiver does not have.",
        &[
            "Check the identifier of the patient, visit or order.",
            "Send the message that creates the record first.",
        ],
        TABLE_0357,
    ),
    term(
        "205",
        "already-exists",
        "The message creates a record under an identifier that is taken.",
        &[
            "Check the identifier.",
            "Send a message that updates the record, if it is the same one.",
        ],
        TABLE_0357,
    ),
    term(
        "206",
        "locked",
        "Somebody else works on the record at the receiver.",
        &["Wait a little, then send the message again."],
        TABLE_0357,
    ),
    term(
        "207",
        "server-error",
        "Something went wrong inside the receiver.",
        &[
            "Check whether the message took effect.",
            "Send the message again later, and report it to the receiver if it goes on.",
        ],
        TABLE_0357,
    ),
];

const fn term(
    name: &'static str,
    condition: &'static str,
    summary: &'static str,
    steps: &'static [&'static str],
    source: &'static str,
) -> Term {
    Term { name, condition, summary, steps, source }
}

pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Hl7(hl7) = &message.payload else { return None };
    let acknowledgement = hl7.segments("MSA").next()?;
    let code = acknowledgement.text(1)?;
    let (_, meaning, outcome, term) = CODES.iter().find(|(known, ..)| *known == code)?;
    let mut reading = Reading::new("hl7-ack");
    reading.application = *outcome;
    let mut rules = Vec::new();
    let most = message.limits.field_errors_read();
    let listed = hl7.segments("ERR").flat_map(|segment| errors(segment, most));
    for error in listed.take(most) {
        reading.field_errors.extend(
            error
                .place
                .map(|place| FieldError { field: Some(place), message: error.rule.text.clone() }),
        );
        rules.push(error.rule);
    }
    let number = rules.iter().find_map(|rule| Term::find(ERRORS, rule.id.as_deref()?));
    reading.term = number.or(Some(term)).filter(|_| *outcome == Outcome::Failure);
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

/// From version 2.5 on ERR-2 to ERR-8 hold one error; before, ERR-1 holds all of them, of which so many are read.
fn errors(segment: SegmentRef<'_>, most: usize) -> Vec<Error> {
    if segment.field(3).is_none() {
        let all = segment.field(1).into_iter().flat_map(Part::repetitions);
        return all.filter_map(old_error).take(most).collect();
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
