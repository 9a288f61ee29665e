//! The one answer: what happened, who must act, what to do, when to try again.
//!
//! The body outranks the status line: here and only here. Sees findings, never text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::explain::Unjudged;
use super::output::{Advice, Fault, Finding, Origin, Verdict};
use super::reading::{Inference, Term};
use crate::catalog::{
    Actor, Basis, Catalog, CodeKind, Entry, Fallback, Outcome, Provenance, Retry, RetryKind,
    STANDARD, Scheme,
};

/// Everything that the answer depends on.
pub(super) struct Answer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) vendor: Option<&'a str>,
    pub(super) findings: &'a [Finding],
    pub(super) verdict: Verdict,
    pub(super) implied: Option<&'a Arc<Entry>>,
    /// Whether a SOAP fault says that the sender has to act, which the status line cannot.
    pub(super) blames_sender: bool,
    pub(super) term: Option<&'static Term>,
    pub(super) challenge: Option<&'static Term>,
    pub(super) inference: Option<&'a Inference>,
    /// Who else answers in this form, where nothing but the form speaks for the vendor.
    pub(super) shared_with: Option<&'static str>,
    /// Whether the vendor is possible and no more.
    pub(super) is_possible: bool,
    pub(super) retry_after: Option<u32>,
    pub(super) fault: Option<&'a Fault>,
    pub(super) records: &'a [super::output::Record],
    pub(super) unjudged: Option<Unjudged>,
}

impl Answer<'_> {
    pub(super) fn advice(&self) -> Advice {
        let mut advice = match (self.deciding_term(), self.deciding_entry()) {
            (Some(term), _) => self.of_term(term),
            (None, Some((entry, is_named))) => self.of_entry(entry, is_named),
            (None, None) => self.of_records().unwrap_or_else(|| self.without_entry()),
        };
        self.infer(&mut advice);
        self.leave_open(&mut advice);
        if let Some(seconds) =
            self.retry_after.filter(|_| self.verdict.transport == Outcome::Failure)
        {
            advice.retry = Retry {
                kind: RetryKind::AfterDelay,
                delays_seconds: alloc::vec![seconds],
                repeat_seconds: None,
            };
        }
        advice.because = advice.because.take().or_else(|| self.because(&advice));
        self.beware(&mut advice);
        advice
    }

    /// Speaks of the vendor's meaning as of one that would hold, where the vendor is possible and no more.
    fn leave_open(&self, advice: &mut Advice) {
        let vendor = self.vendor.filter(|_| self.is_possible && self.deciding_term().is_none());
        let Some(vendor) = vendor.and_then(|id| self.catalog.vendor(id)) else { return };
        let of_vendor = self.deciding_entry().filter(|(entry, _)| entry.vendor == vendor.id);
        let Some((entry, is_named)) = of_vendor else { return };
        let presumably = if self.is_presumed(entry, is_named) { ", presumably" } else { "" };
        advice.summary = self.summary(&format!(
            "If this is {}'s answer{presumably}: {}",
            vendor.name, entry.summary
        ));
        if let Some(others) = self.shared_with {
            advice.because = Some(format!(
                "Nothing but the form speaks for {}, and {others} answer in the same.",
                vendor.name
            ));
        }
        advice.depends_on_vendor = Some(vendor.id);
        advice.basis = Basis::Inferred;
        advice.contact = None;
    }

    /// Adds how the answer was concluded, where neither a code in the content nor the status line gives it.
    fn infer(&self, advice: &mut Advice) {
        let Some(inference) = self.inference else { return };
        let of_implied =
            self.deciding_entry().filter(|(entry, is_named)| self.is_implied(entry, *is_named));
        if self.term.is_none() && of_implied.is_none() {
            return;
        }
        if let Some((entry, _)) = of_implied.filter(|(entry, _)| self.is_presumed(entry, false)) {
            advice.summary = self.summary(&format!("Presumably: {}", entry.summary));
        }
        advice.because = Some(inference.because.into());
        advice.steps.extend(&inference.steps);
        if inference.asks_to_wait && advice.retry.delays_seconds.is_empty() {
            advice.retry.kind = RetryKind::AfterDelay;
        }
    }

    /// Whether an entry answers that the content implies and does not name.
    fn is_implied(&self, entry: &Entry, is_named: bool) -> bool {
        let implied = self.implied.map(AsRef::as_ref);
        !is_named && implied.is_some_and(|implied| core::ptr::eq(implied, entry))
    }

    /// Whether it is concluded, and could be otherwise.
    fn is_presumed(&self, entry: &Entry, is_named: bool) -> bool {
        self.inference.is_some_and(|inference| inference.is_open)
            && self.is_implied(entry, is_named)
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
        if self.blames_sender {
            return Some(
                "The fault's code names the sender; SOAP puts such a fault under 500 all the same."
                    .into(),
            );
        }
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
        if let Some(entry) = self.implied.filter(|_| self.blames_sender) {
            return Some((entry, false));
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

    /// The word that answers: one in the content says more than any status, one in a field more than the
    /// standard's status alone.
    fn deciding_term(&self) -> Option<&'static Term> {
        if self.term.is_some() {
            return self.term;
        }
        let of_standard = self.deciding_entry().is_none_or(|(entry, _)| entry.vendor == STANDARD);
        self.challenge.filter(|_| of_standard && self.verdict.transport == Outcome::Failure)
    }

    fn of_term(&self, term: &Term) -> Advice {
        let condition = self.catalog.condition(term.condition);
        let summary = match condition {
            Some(condition) if term.summary.is_empty() => condition.summary,
            _ => term.summary,
        };
        let steps = match condition {
            Some(condition) if term.steps.is_empty() => condition.steps.clone(),
            _ => term.steps.to_vec(),
        };
        let actor = condition.map_or(Actor::Unknown, |condition| condition.actor);
        let unknown = || Retry::new(RetryKind::Unknown);
        Advice {
            summary: self.summary(summary),
            actor,
            steps,
            retry: condition.map_or_else(unknown, |condition| condition.retry.clone()),
            contact: self.contact(actor),
            basis: Basis::Inferred,
            because: Some(format!("{} says what `{}` means.", term.source, term.name)),
            depends_on_vendor: None,
        }
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
            depends_on_vendor: None,
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
            depends_on_vendor: None,
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
            let vendor = self.catalog.vendor(group.vendor).filter(|_| self.is_possible);
            let lead = vendor.map_or_else(
                || "Its number".into(),
                |vendor| format!("If this is {}'s answer, its number", vendor.name),
            );
            summary = format!("{summary} {lead} belongs to {}: {}", group.name, group.summary);
        } else if let Some(scheme) = self.scheme(rule) {
            summary = format!("{summary} {scheme}");
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
            depends_on_vendor: group.map(|group| group.vendor).filter(|_| self.is_possible),
        }
    }

    /// How the vendor builds its numbers, where that is all that is known of one.
    fn scheme(&self, rule: Option<&Fallback>) -> Option<String> {
        let of_vendor = |scheme: &&Scheme| Some(scheme.vendor) == self.vendor;
        let scheme = rule?.schemes.iter().find(of_vendor)?;
        let vendor = self.catalog.vendor(scheme.vendor)?;
        Some(format!("How {} numbers: {}", vendor.name, scheme.summary))
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
        // Nobody is sent to a vendor who is possible and no more.
        let vendor = self.vendor.filter(|_| actor == Actor::Vendor && !self.is_possible)?;
        self.catalog.vendor(vendor).and_then(|vendor| vendor.contact)
    }
}
