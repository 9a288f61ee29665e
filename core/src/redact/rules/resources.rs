//! Names of resources in paths and references behind which a person's id stands: `/Patient/00998877`.

use crate::redact::kind::Kind;
use crate::redact::kind::Kind::{Account, Id, RecordNumber};

/// In lower case, without joints.
const RESOURCES: &[(&str, Kind)] = &[
    ("patient", RecordNumber),
    ("patients", RecordNumber),
    ("member", RecordNumber),
    ("members", RecordNumber),
    ("caregiver", RecordNumber),
    ("caregivers", RecordNumber),
    ("subscriber", RecordNumber),
    ("subscribers", RecordNumber),
    ("beneficiary", RecordNumber),
    ("beneficiaries", RecordNumber),
    ("client", RecordNumber),
    ("clients", RecordNumber),
    ("person", RecordNumber),
    ("persons", RecordNumber),
    ("people", RecordNumber),
    ("practitioner", RecordNumber),
    ("practitioners", RecordNumber),
    ("relatedperson", RecordNumber),
    ("coverage", RecordNumber),
    ("employee", RecordNumber),
    ("employees", RecordNumber),
    ("nurse", RecordNumber),
    ("nurses", RecordNumber),
    ("aides", RecordNumber),
    ("claim", RecordNumber),
    ("claims", RecordNumber),
    ("user", Account),
    ("users", Account),
    ("account", Account),
    ("accounts", Account),
    ("transaction", Id),
    ("transactions", Id),
    ("trace", Id),
    ("traces", Id),
];

/// What the part of a path behind a name is.
pub(in crate::redact) fn resource(name: &str) -> Option<Kind> {
    let is_same = |known: &str| known.eq_ignore_ascii_case(name);
    RESOURCES.iter().find(|(known, _)| is_same(known)).map(|(_, kind)| *kind)
}
