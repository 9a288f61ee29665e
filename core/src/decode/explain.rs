//! From what was read to what it means: codes looked up and verdicts; `advice` gives the one answer.
//!
//! Sees findings, never text.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::advice::Answer;
use super::no_upgrade;
use super::output::{
    Confidence, DecodedResponse, Finding, Http, Noteworthy, Origin, RequestSummary, VendorGuess,
    Verdict,
};
use super::reading::{MeantAs, RawFinding, Reading, Term};
use crate::catalog::{Catalog, Entry, Outcome, STANDARD, Travels};
use crate::code::{Code, StatusClass};

/// Why the content does not confirm a success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unjudged {
    /// It breaks off.
    BrokenOff,
    /// It follows no shape that is known.
    NotUnderstood,
    /// As before, and words in it speak of a failure.
    SpeaksOfFailure,
}

/// Everything that is known of one response before it is explained.
pub(crate) struct Known {
    pub(crate) http: Option<Http>,
    pub(crate) status: Option<RawFinding>,
    pub(crate) vendor: Option<VendorGuess>,
    pub(crate) reading: Reading,
    /// The wait that the response itself asks for, in seconds.
    pub(crate) retry_after: Option<u32>,
    /// The error that a field names by a standard's word; the content and a vendor's page say more.
    pub(crate) challenge: Option<&'static Term>,
    pub(crate) unjudged: Option<Unjudged>,
    pub(crate) carrier: &'static str,
    pub(crate) request: Option<RequestSummary>,
    pub(crate) noteworthy: Vec<Noteworthy>,
}

/// Looks everything up and gives the answer.
pub(crate) fn explain(catalog: &Catalog, known: Known) -> DecodedResponse {
    let Known {
        http,
        status,
        vendor,
        reading,
        retry_after,
        challenge,
        unjudged,
        carrier,
        request,
        noteworthy,
    } = known;
    let id = vendor.as_ref().map(|vendor| vendor.id);
    let body = reading.findings.into_iter().map(|raw| resolve(catalog, raw, id));
    let findings: Vec<Finding> = body.chain(status.map(|raw| resolve(catalog, raw, id))).collect();
    let of_line = findings.iter().find(|finding| finding.origin == Origin::StatusLine);
    let transport = http
        .as_ref()
        .map_or(Outcome::Unknown, |http| transport_outcome(catalog, http.status, of_line));
    let application = match reading.application {
        // What was read of content that breaks off says nothing of the rest.
        Outcome::Unknown if unjudged == Some(Unjudged::BrokenOff) => Outcome::Unknown,
        Outcome::Unknown => outcome_of_findings(&findings),
        outcome => outcome,
    };
    let verdict = Verdict { transport, application, masked: is_masked(transport, application) };
    // A fault is SOAP's, not the vendor's, and always under 500: its code tells more than the status does.
    let is_fault = reading.format == "soap-fault";
    let implied_by = if is_fault { None } else { id };
    let implied =
        reading.implied_status.and_then(|status| implied_entry(catalog, implied_by, status));
    let blames_sender = is_fault
        && reading.implied_status.is_some_and(|status| status < 500)
        && findings.iter().all(|finding| finding.code.number() == 500);
    let is_possible = vendor.as_ref().is_some_and(|guess| guess.confidence == Confidence::Possible);
    let advice = Answer {
        catalog,
        vendor: id,
        findings: &findings,
        verdict,
        implied,
        blames_sender,
        term: reading.term.or_else(|| no_upgrade::term(&findings)),
        challenge,
        inference: reading.inference.as_ref(),
        shared_with: reading.shared_with,
        is_possible,
        retry_after,
        fault: reading.fault.as_ref(),
        records: &reading.records,
        unjudged,
    }
    .advice();
    DecodedResponse {
        format: reading.format,
        carrier,
        request,
        vendor,
        http,
        verdict,
        records: reading.records,
        findings,
        fault: reading.fault,
        field_errors: reading.field_errors,
        noteworthy,
        advice,
    }
}

fn resolve(catalog: &Catalog, raw: RawFinding, vendor: Option<&'static str>) -> Finding {
    let code = Code::new(raw.code);
    let vendor = raw.owner.or(vendor);
    let of_vendor = vendor.and_then(|id| catalog.entry_of(id, code));
    let (owner, entry) = match raw.meant_as {
        MeantAs::Application => {
            (vendor, of_vendor.filter(|entry| entry.travels != Travels::StatusLine))
        }
        MeantAs::Status => match (vendor, of_vendor.filter(|entry| entry.travels != Travels::Body))
        {
            (Some(id), Some(entry)) => (Some(id), Some(entry)),
            (Some(id), None) if catalog.lists_statuses(id) => (Some(id), None),
            _ if no_upgrade::is_meant(&raw) => (Some(STANDARD), None),
            (of_vendor, _) => {
                let standard = catalog.entry_of(STANDARD, code);
                let is_assigned = standard.is_some_and(|entry| entry.is_in_use());
                // What the standard assigns to nobody is whoever sent it's, and no source lists it.
                (of_vendor.filter(|_| !is_assigned).or(Some(STANDARD)), standard)
            }
        },
    };
    let entry = entry.filter(|entry| entry.is_in_use());
    Finding {
        code,
        vendor: owner,
        known: entry.is_some(),
        origin: raw.origin,
        message: raw.message,
        entry: entry.cloned(),
        span: raw.span,
    }
}

fn transport_outcome(catalog: &Catalog, status: u16, of_line: Option<&Finding>) -> Outcome {
    match Code::from(status).class() {
        Some(StatusClass::Informational) if of_line.is_some_and(no_upgrade::is_told) => {
            Outcome::Unknown
        }
        // A vendor's own code in this class is a final answer.
        Some(StatusClass::Informational)
            if of_line
                .and_then(|line| line.vendor)
                .is_some_and(|id| id != STANDARD && catalog.lists_statuses(id)) =>
        {
            of_line
                .and_then(|line| line.entry.as_ref())
                .map_or(Outcome::Unknown, |entry| entry.outcome)
        }
        Some(StatusClass::Informational) => Outcome::Interim,
        Some(StatusClass::Successful) => Outcome::Success,
        Some(StatusClass::Redirection) => Outcome::Redirect,
        // RFC 9110 section 15: a client treats an invalid status as a 5xx.
        Some(StatusClass::ClientError | StatusClass::ServerError) | None => Outcome::Failure,
    }
}

/// What the codes say where the content says nothing itself; the status line is no content.
fn outcome_of_findings(findings: &[Finding]) -> Outcome {
    findings
        .iter()
        .filter(|finding| matches!(finding.origin, Origin::Body | Origin::Text))
        .find_map(|finding| finding.entry.as_ref())
        .map_or(Outcome::Unknown, |entry| entry.outcome)
}

/// Whether status line and content disagree, so that one hides the other.
fn is_masked(transport: Outcome, application: Outcome) -> bool {
    matches!(
        (transport, application),
        (Outcome::Success, Outcome::Failure | Outcome::Partial)
            | (Outcome::Failure, Outcome::Success)
    )
}

fn implied_entry<'c>(
    catalog: &'c Catalog,
    vendor: Option<&str>,
    status: u16,
) -> Option<&'c Arc<Entry>> {
    let code = Code::from(status);
    vendor.and_then(|id| catalog.entry_of(id, code)).or_else(|| catalog.entry_of(STANDARD, code))
}
