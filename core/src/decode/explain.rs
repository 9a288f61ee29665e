//! From what was read to what it means: codes looked up, verdicts, and the one answer.
//!
//! The body outranks the status line: here and only here. Sees findings, never text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::output::{
    Advice, DecodedResponse, Fault, Finding, Http, Noteworthy, Origin, RequestSummary, VendorGuess,
    Verdict,
};
use super::reading::{MeantAs, RawFinding, Reading};
use crate::catalog::{
    Actor, Basis, Catalog, CodeKind, Entry, Outcome, Provenance, Retry, RetryKind, STANDARD,
    Travels,
};
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
        unjudged,
        carrier,
        request,
        noteworthy,
    } = known;
    let id = vendor.as_ref().map(|vendor| vendor.id);
    let body = reading.findings.into_iter().map(|raw| resolve(catalog, raw, id));
    let findings: Vec<Finding> = body.chain(status.map(|raw| resolve(catalog, raw, id))).collect();
    let transport = http.as_ref().map_or(Outcome::Unknown, |http| transport_outcome(http.status));
    let application = match reading.application {
        // What was read of content that breaks off says nothing of the rest.
        Outcome::Unknown if unjudged == Some(Unjudged::BrokenOff) => Outcome::Unknown,
        Outcome::Unknown => outcome_of_findings(&findings),
        outcome => outcome,
    };
    let verdict = Verdict { transport, application, masked: is_masked(transport, application) };
    let implied = reading.implied_status.and_then(|status| implied_entry(catalog, id, status));
    let advice = Answer {
        catalog,
        vendor: id,
        findings: &findings,
        verdict,
        implied,
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
            (Some(id), None) if lists_statuses(catalog, id) => (Some(id), None),
            _ => (Some(STANDARD), catalog.entry_of(STANDARD, code)),
        },
    };
    let known = entry.is_some_and(|entry| entry.is_in_use());
    Finding {
        code,
        vendor: owner,
        known,
        origin: raw.origin,
        message: raw.message,
        entry: entry.filter(|_| known).cloned(),
        span: raw.span,
    }
}

/// Whether a vendor gives HTTP statuses meanings of its own.
fn lists_statuses(catalog: &Catalog, vendor: &str) -> bool {
    catalog
        .entries()
        .iter()
        .any(|entry| entry.vendor == vendor && entry.travels == Travels::StatusLine)
}

fn transport_outcome(status: u16) -> Outcome {
    match Code::from(status).class() {
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

struct Answer<'a> {
    catalog: &'a Catalog,
    vendor: Option<&'a str>,
    findings: &'a [Finding],
    verdict: Verdict,
    implied: Option<&'a Arc<Entry>>,
    retry_after: Option<u32>,
    fault: Option<&'a Fault>,
    records: &'a [super::output::Record],
    unjudged: Option<Unjudged>,
}

impl Answer<'_> {
    fn advice(&self) -> Advice {
        let mut advice = match self.deciding_entry() {
            Some((entry, is_named)) => self.of_entry(entry, is_named),
            None => self.of_records().unwrap_or_else(|| self.without_entry()),
        };
        if let Some(seconds) =
            self.retry_after.filter(|_| self.verdict.transport == Outcome::Failure)
        {
            advice.retry = Retry {
                kind: RetryKind::AfterDelay,
                delays_seconds: alloc::vec![seconds],
                repeat_seconds: None,
            };
        }
        advice.because = self.because(&advice);
        self.beware(&mut advice);
        advice
    }

    /// Takes back the all-clear where nothing but the status line gives it, or the status line denies it.
    fn beware(&self, advice: &mut Advice) {
        let (words, steps) = match (self.unjudged, self.verdict.masked, self.verdict.application) {
            (Some(Unjudged::NotUnderstood), ..) => {
                advice.summary.push_str(
                    " The content follows no known shape; only the status line was judged.",
                );
                return;
            }
            (Some(Unjudged::BrokenOff), ..) => (
                " But the content breaks off before it says how it ended.",
                alloc::vec!["Get the whole response, and read that."],
            ),
            (Some(Unjudged::SpeaksOfFailure), ..) => (
                " But the content was not understood, and it speaks of a failure.",
                alloc::vec!["Read the content: what failed stands there."],
            ),
            (None, true, Outcome::Success) => (
                " It may have been carried out all the same.",
                alloc::vec![
                    "Find out whether the request was carried out before it is sent again."
                ],
            ),
            _ => return,
        };
        advice.summary.push_str(words);
        advice.actor = Actor::Unknown;
        advice.steps = steps;
        advice.retry = Retry::new(RetryKind::Unknown);
        advice.basis = Basis::Inferred;
    }

    /// Why the content's answer counts, where the status line alone would send somebody else to work.
    fn because(&self, advice: &Advice) -> Option<String> {
        let is_status = |finding: &&Finding| finding.origin == Origin::StatusLine;
        let status = self.findings.iter().find(is_status)?;
        let of_status = status.entry.as_deref()?;
        let own = self.findings.iter().find(|finding| finding.origin == Origin::Body)?;
        if of_status.actor == advice.actor || own.code == status.code {
            return None;
        }
        let own =
            if own.known { format!("{} in the content", own.code) } else { "the content".into() };
        Some(format!(
            "The HTTP status {} alone would say otherwise; {own} is more specific, so it decides who acts.",
            status.code
        ))
    }

    /// The entry that answers, and whether the response names its code.
    fn deciding_entry(&self) -> Option<(&Entry, bool)> {
        // A code that says the opposite of the content explains nothing.
        let agrees = |entry: &&Entry| {
            matches!(self.verdict.application, Outcome::Unknown)
                || entry.outcome == self.verdict.application
        };
        // Two sayings of the same status agree; a vendor's own code is more specific than the status line.
        // A status that the content repeats is advisory: where both fail, the status line is the real one.
        let is_advisory = |finding: &&Finding| {
            self.verdict.transport == Outcome::Failure
                && self.findings.iter().any(|other| other.origin == Origin::StatusLine)
                && finding.entry.as_ref().is_some_and(|entry| entry.kind == CodeKind::HttpStatus)
        };
        let own = self
            .findings
            .iter()
            .filter(|finding| finding.origin != Origin::StatusLine)
            .filter(|finding| !is_advisory(finding));
        if let Some(entry) = own.filter_map(|finding| finding.entry.as_deref()).find(agrees) {
            return Some((entry, true));
        }
        let status = self.findings.iter().find(|finding| finding.origin == Origin::StatusLine);
        let of_status = status.and_then(|finding| finding.entry.as_deref()).filter(agrees);
        if let Some(entry) = of_status {
            return Some((entry, true));
        }
        if let Some(entry) = self.implied {
            return Some((entry, false));
        }
        // The vendor does not list the status: the standard's meaning, if it has one.
        let standard = status.and_then(|finding| self.catalog.entry_of(STANDARD, finding.code));
        standard
            .map(AsRef::as_ref)
            .filter(agrees)
            .filter(|entry| entry.is_in_use())
            .map(|entry| (entry, false))
    }

    fn of_entry(&self, entry: &Entry, is_named: bool) -> Advice {
        let stated = |fact: &str| {
            entry.provenance.get(fact).is_some_and(|fact: &Provenance| fact.basis == Basis::Stated)
        };
        let basis = if is_named && stated("actor") && stated("steps") {
            Basis::Stated
        } else {
            Basis::Inferred
        };
        Advice {
            summary: self.summary(entry.summary),
            actor: entry.actor,
            steps: entry.steps.clone(),
            retry: entry.retry.clone(),
            contact: entry.contact.or_else(|| self.contact(entry.actor)),
            basis,
            because: None,
        }
    }

    /// No code tells of the records that failed, so their condition has to.
    fn of_records(&self) -> Option<Advice> {
        let id = match self.verdict.application {
            Outcome::Partial => "partial-success",
            Outcome::Failure => "validation-failed",
            _ => return None,
        };
        let failed = self.records.iter().any(|record| record.outcome == Outcome::Failure);
        let condition = self.catalog.condition(id).filter(|_| failed)?;
        Some(Advice {
            summary: self.summary(condition.summary),
            actor: condition.actor,
            steps: condition.steps.clone(),
            retry: condition.retry.clone(),
            contact: self.contact(condition.actor),
            basis: Basis::Inferred,
            because: None,
        })
    }

    /// No source lists the code: what holds is a rule, not a meaning.
    fn without_entry(&self) -> Advice {
        let unknown = self.findings.iter().find(|finding| !finding.known);
        let lookup = unknown.map(|finding| self.catalog.lookup(finding.code, finding.vendor));
        // The standard's classes say no more than the rule does; without a vendor, the groups are those of
        // whoever happens to use the number.
        let group = lookup
            .as_ref()
            .filter(|_| self.vendor.is_some())
            .and_then(|lookup| lookup.groups.iter().find(|group| group.vendor != STANDARD));
        let rule = lookup.as_ref().and_then(|lookup| lookup.fallback.as_ref());
        let unused = lookup.as_ref().and_then(|lookup| lookup.meanings.first());
        let mut summary = match (rule, self.fault.and_then(|fault| fault.message.as_ref())) {
            (Some(rule), _) => rule.summary.clone(),
            (None, _) if unused.is_some() => {
                unused.map(|entry| entry.summary).unwrap_or_default().into()
            }
            (None, Some(_)) => {
                "The response reports an error in words only; read its message.".to_string()
            }
            (None, None) if self.verdict.application == Outcome::Success => {
                "The response reports a success.".to_string()
            }
            (None, None) => "The response carries no code that a source lists.".to_string(),
        };
        if let Some(group) = group {
            summary = format!("{summary} Its number belongs to {}: {}", group.name, group.summary);
        }
        let failed = [self.verdict.application, self.verdict.transport].contains(&Outcome::Failure);
        let steps = if failed || unknown.is_some() {
            alloc::vec![
                "Read the message in the response.",
                "Ask the vendor what the code means, with the code, the time and the request at hand.",
            ]
        } else {
            Vec::new()
        };
        let actor = group.and_then(|group| group.actor).unwrap_or(match self.verdict.application {
            Outcome::Success => Actor::Nobody,
            _ => Actor::Unknown,
        });
        let kind = if self.verdict.application == Outcome::Success {
            RetryKind::NotNeeded
        } else {
            RetryKind::Unknown
        };
        Advice {
            summary: self.summary(&summary),
            actor,
            steps,
            retry: group.and_then(|group| group.retry.clone()).unwrap_or(Retry::new(kind)),
            contact: self.contact(Actor::Vendor),
            basis: Basis::Inferred,
            because: None,
        }
    }

    /// The sentence, led by what the status line hides and by how many records failed.
    fn summary(&self, text: &str) -> String {
        let mut parts: Vec<String> = Vec::new();
        match (self.verdict.masked, self.verdict.application) {
            (true, Outcome::Failure) => parts
                .push("The HTTP status says success, but the response reports a failure.".into()),
            (true, Outcome::Partial) => {
                parts.push("The HTTP status says success, but not everything went through.".into());
            }
            (true, Outcome::Success) => parts
                .push("The HTTP status says failure, but the response reports a success.".into()),
            _ => {}
        }
        let failed =
            self.records.iter().filter(|record| record.outcome == Outcome::Failure).count();
        if failed > 0 {
            parts.push(match (failed, self.records.len()) {
                (1, 1) => "The one record was refused.".into(),
                (1, all) => format!("1 of {all} records was refused."),
                (failed, all) => format!("{failed} of {all} records were refused."),
            });
        }
        let unknown =
            self.findings.iter().find(|finding| !finding.known && finding.origin == Origin::Body);
        if let Some(finding) = unknown
            && finding.vendor.is_some_and(|id| id != STANDARD)
            && !text.contains(&finding.code.to_string())
        {
            parts.push(format!("No source lists code {}.", finding.code));
        }
        parts.push(text.into());
        parts.join(" ")
    }

    fn contact(&self, actor: Actor) -> Option<&'static str> {
        let vendor = self.vendor.filter(|_| actor == Actor::Vendor)?;
        self.catalog.vendor(vendor).and_then(|vendor| vendor.contact)
    }
}
