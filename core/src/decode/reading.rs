//! What a reader says of a response, before the catalogue is asked.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::envelope::Envelope;
use super::options::DecodeLimits;
use super::output::{Fault, FieldError, Notice, NoticeCode, Origin, Record};
use super::payload::Payload;
use crate::catalog::Outcome;
use crate::counted::grouped;
use crate::span::Span;

/// A response with its parsed content.
#[derive(Debug)]
pub(crate) struct Message<'a> {
    pub(crate) envelope: Envelope<'a>,
    pub(crate) payload: Payload<'a>,
    /// How much of it is read and listed.
    pub(crate) limits: &'a DecodeLimits,
}

impl Message<'_> {
    /// The content as text.
    pub(crate) fn text(&self) -> &str {
        self.envelope.content_text()
    }

    /// The words before content that stands in prose.
    pub(crate) fn text_before(&self) -> &str {
        let Envelope { piece, content, status_line, .. } = &self.envelope;
        let before = piece.text.get(..content.start).filter(|_| status_line.is_none());
        before.unwrap_or_default()
    }

    /// The place in the paste of a range of the content.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.envelope.content_span(range)
    }

    /// The status code, where there is a status line.
    pub(crate) fn status(&self) -> Option<u16> {
        self.envelope.status_line.as_ref().map(|line| line.status)
    }
}

/// What a reader found in a response.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Name of the format that was read.
    pub(crate) format: &'static str,
    /// How the content says that it ended.
    pub(crate) application: Outcome,
    /// Codes in the content, the most specific first.
    pub(crate) findings: Vec<RawFinding>,
    /// What the content says happened.
    pub(crate) fault: Option<Fault>,
    /// Values that were refused.
    pub(crate) field_errors: Vec<FieldError>,
    /// Results of single records.
    pub(crate) records: Vec<Record>,
    /// The status that the vendor's own rule gives to such content, where the content names no code.
    pub(crate) implied_status: Option<u16>,
    /// The word by which the content names what happened, where a standard defines it.
    pub(crate) term: Option<&'static Term>,
    /// Who else answers in this form, as a clause: then nothing but a host, a name or a choice makes it the vendor's.
    pub(crate) shared_with: Option<&'static str>,
    /// How the implied status or the term was concluded, where the content does not say so itself.
    pub(crate) inference: Option<Inference>,
    /// What was odd.
    pub(crate) notices: Vec<Notice>,
}

/// Why an answer holds that no code decides, and what follows beside it.
#[derive(Debug, Default)]
pub(crate) struct Inference {
    /// The reason.
    pub(crate) because: &'static str,
    /// Whether the content leaves it open, so that the summary has to say that it is concluded.
    pub(crate) is_open: bool,
    /// Steps behind those of the entry or term.
    pub(crate) steps: Vec<&'static str>,
    /// Whether the content asks for a wait, without a unit that is documented.
    pub(crate) asks_to_wait: bool,
}

impl Reading {
    /// A reading that says nothing yet.
    pub(crate) fn new(format: &'static str) -> Self {
        Self {
            format,
            application: Outcome::Unknown,
            findings: Vec::new(),
            fault: None,
            field_errors: Vec::new(),
            records: Vec::new(),
            implied_status: None,
            term: None,
            shared_with: None,
            inference: None,
            notices: Vec::new(),
        }
    }

    /// Adds a record, or says once that there were more than are listed.
    pub(crate) fn push_record(&mut self, record: Record, limits: &DecodeLimits) {
        if self.records.len() < limits.records {
            self.records.push(record);
        } else if !self.notices.iter().any(|notice| notice.code == NoticeCode::TooMany) {
            self.notices.push(Notice {
                code: NoticeCode::TooMany,
                message: format!(
                    "There are more than {} records; the rest is not listed.",
                    grouped(limits.records)
                ),
                span: Some(record.span),
            });
        }
    }

    /// Cuts lists to what is shown, and says so.
    pub(crate) fn limit_lists(&mut self, limits: &DecodeLimits) {
        let most = limits.field_errors;
        let mut too_many_rules = false;
        let mut next = self.fault.as_mut();
        while let Some(fault) = next {
            too_many_rules = too_many_rules || fault.rules.len() > most;
            fault.rules.truncate(most);
            next = fault.cause.as_deref_mut();
        }
        if too_many_rules || self.field_errors.len() > most {
            self.field_errors.truncate(most);
            self.notices.push(Notice {
                code: NoticeCode::TooMany,
                message: format!(
                    "More than {} values or rules are named; the rest is not listed.",
                    grouped(most)
                ),
                span: None,
            });
        }
    }

    /// How a batch ended, from its records.
    pub(crate) fn outcome_of_records(&self) -> Outcome {
        let failed =
            self.records.iter().filter(|record| record.outcome == Outcome::Failure).count();
        match failed {
            0 => Outcome::Success,
            n if n == self.records.len() => Outcome::Failure,
            _ => Outcome::Partial,
        }
    }
}

/// A word that a standard defines, and what follows from it. The catalogue holds numbers; a table of these
/// stands beside the reader of each standard.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// As it stands in the content.
    pub(crate) name: &'static str,
    /// The catalogue's condition, which says who acts and when to try again; empty where nobody can tell.
    pub(crate) condition: &'static str,
    /// What it means, in our words; the condition's sentence where it is empty.
    pub(crate) summary: &'static str,
    /// What to do; the condition's steps where there are none.
    pub(crate) steps: &'static [&'static str],
    /// Who defines it.
    pub(crate) source: &'static str,
}

impl Term {
    /// The row of a table for a word.
    pub(crate) fn find(terms: &'static [Self], name: &str) -> Option<&'static Self> {
        terms.iter().find(|term| term.name == name)
    }
}

/// A number that stands in the text, before it is looked up.
#[derive(Debug, Clone)]
pub(crate) struct RawFinding {
    pub(crate) code: u32,
    pub(crate) meant_as: MeantAs,
    /// Whose it is, where the number alone tells; else it is the response's vendor's.
    pub(crate) owner: Option<&'static str>,
    pub(crate) origin: Origin,
    pub(crate) message: Option<String>,
    pub(crate) span: Span,
}

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MeantAs {
    /// An HTTP status: the vendor's where it lists HTTP statuses, else the standard's.
    Status,
    /// The vendor's own number; never looked up as a status.
    Application,
}
