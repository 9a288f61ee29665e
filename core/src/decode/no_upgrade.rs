//! Status 101 without an Upgrade field: a change of protocol that nobody agreed on is none (RFC 9110 section
//! 15.2.2), so the standard's meaning is not told.

use super::output::Finding;
use super::reading::{RawFinding, Term};
use crate::catalog::STANDARD;

/// Switching Protocols.
const SWITCHING: u32 = 101;

const TERM: Term = Term {
    name: "101",
    condition: "",
    summary: "101 changes the protocol only together with an Upgrade field, and none is shown here. Whoever sent it may mean something of its own by the number.",
    steps: &[
        "Find out whose response it is: some services use 101 as a code of their own.",
        "If a change of protocol was asked for, get the whole head of the response.",
    ],
    source: "RFC 9110 section 15.2.2",
};

/// Whether a status is 101 and nothing says that it is the standard's.
pub(super) fn is_meant(raw: &RawFinding) -> bool {
    raw.code == SWITCHING && raw.owner != Some(STANDARD)
}

/// Whether a finding is such a 101.
pub(super) fn is_told(finding: &Finding) -> bool {
    finding.code.number() == SWITCHING && !finding.known && finding.vendor == Some(STANDARD)
}

/// What to say where nothing else was found.
pub(super) fn term(findings: &[Finding]) -> Option<&'static Term> {
    findings.first().filter(|finding| is_told(finding)).map(|_| &TERM)
}
