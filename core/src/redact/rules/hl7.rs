//! Fields of HL7 v2 segments that describe a person, by their numbers.

use crate::redact::kind::Kind;
use crate::redact::kind::Kind::{Account, Address, Date, Id, Person, Phone, RecordNumber, Ssn};

type Segments = &'static [(&'static str, &'static [(usize, Kind)])];

const SEGMENTS: Segments = &[
    (
        "PID",
        &[
            (2, RecordNumber),
            (3, RecordNumber),
            (4, RecordNumber),
            (5, Person),
            (6, Person),
            (7, Date),
            (9, Person),
            (11, Address),
            (12, Address),
            (13, Phone),
            (14, Phone),
            (18, Account),
            (19, Ssn),
            (20, Account),
            (21, RecordNumber),
            (23, Address),
            (29, Date),
        ],
    ),
    ("NK1", &[(2, Person), (4, Address), (5, Phone), (6, Phone), (16, Date), (33, RecordNumber)]),
    (
        "GT1",
        &[(2, Account), (3, Person), (5, Address), (6, Phone), (7, Phone), (8, Date), (12, Ssn)],
    ),
    (
        "IN1",
        &[
            (2, RecordNumber),
            (16, Person),
            (18, Date),
            (19, Address),
            (36, RecordNumber),
            (49, RecordNumber),
        ],
    ),
    ("IN2", &[(1, RecordNumber), (2, Ssn), (6, RecordNumber), (8, RecordNumber)]),
    ("PD1", &[(4, Person)]),
    ("EVN", &[(5, Person)]),
    ("ORC", &[(10, Person), (11, Person), (12, Person), (14, Phone)]),
    (
        "OBR",
        &[
            (10, Person),
            (16, Person),
            (17, Phone),
            (28, Person),
            (32, Person),
            (33, Person),
            (34, Person),
            (35, Person),
        ],
    ),
    ("OBX", &[(16, Person)]),
    ("MRG", &[(1, RecordNumber), (3, Account), (4, RecordNumber), (7, Person)]),
    (
        "PV1",
        &[
            (7, Person),
            (8, Person),
            (9, Person),
            (17, Person),
            (19, Account),
            (44, Date),
            (45, Date),
        ],
    ),
];

/// The ids of messages: of this one, and of the one that is answered. `MSH` counts the sign behind its name as the
/// first field.
const IDS: Segments = &[("MSH", &[(10, Id)]), ("MSA", &[(2, Id)]), ("QAK", &[(1, Id)])];

/// The fields that name the message of the segment that begins with this word.
pub(in crate::redact) fn ids(name: &str) -> Option<&'static [(usize, Kind)]> {
    IDS.iter().find(|(known, _)| *known == name).map(|(_, fields)| *fields)
}

/// The fields to mask of the segment that begins with this word.
pub(in crate::redact) fn segment(name: &str) -> Option<&'static [(usize, Kind)]> {
    SEGMENTS.iter().find(|(known, _)| *known == name).map(|(_, fields)| *fields)
}
