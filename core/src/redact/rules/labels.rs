//! Words that label a value where people write, and name nothing in what programs write.

use crate::redact::kind::Kind;
use crate::redact::kind::Kind::{Address, Date, Person, Phone, RecordNumber, Secret, Ssn};

/// Without gaps, in lower case.
pub(super) const LABELS: &[(&str, Kind)] = &[
    ("patient", Person),
    ("patientin", Person),
    ("caregiver", Person),
    ("patientsname", Person),
    ("medicaid", RecordNumber),
    ("medicare", RecordNumber),
    ("medicalrecord", RecordNumber),
    ("versichertennummer", RecordNumber),
    ("born", Date),
    ("geb", Date),
    ("gebam", Date),
    ("geboren", Date),
    ("ssnno", Ssn),
    ("ninumber", Ssn),
    ("nationalinsurancenumber", Ssn),
    ("sécuritésociale", Ssn),
    ("nsécuritésociale", Ssn),
    ("n°sécuritésociale", Ssn),
    ("call", Phone),
    ("cellno", Phone),
    ("tél", Phone),
    ("téléphone", Phone),
    ("teléfono", Phone),
    ("móvil", Phone),
    ("dirección", Address),
    ("straße", Address),
    ("nombre", Person),
    ("nom", Person),
    ("prénom", Person),
    ("contraseña", Secret),
    ("códigopostal", Address),
];
