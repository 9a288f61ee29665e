//! What [`decode`](crate::decode()) returns: the contract of the Rust, JavaScript and command-line interfaces.
//!
//! Plain values with public fields. Texts of the paste stand in them as received, save for JSON Web Tokens, of
//! which only the first characters and `…` are left. Spans are bytes of the pasted text; [`Decoding::with_utf16_spans`]
//! converts them for JavaScript.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

use crate::catalog::{Actor, Basis, Entry, Outcome, Retry};
use crate::code::Code;
use crate::span::{Span, Utf16Offsets};

/// Everything that was found in a pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decoding {
    /// Whether anything was found.
    pub outcome: DecodingOutcome,
    /// The responses, in the order in which they stand in the text.
    pub responses: Vec<DecodedResponse>,
    /// Repairs made, limits reached, parts left unread.
    pub notices: Vec<Notice>,
}

/// Whether anything was found in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecodingOutcome {
    /// At least one response, code or message.
    Decoded,
    /// Nothing; the notices say why.
    NothingFound,
}

/// One response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DecodedResponse {
    /// What was read: `updox-envelope`, `soap`, `problem-details`, `http`, `text` …
    pub format: &'static str,
    /// What wrapped it in the text: `http`, `curl-verbose`, `har`, `log-line`, `bare` …
    pub carrier: &'static str,
    /// The request that it answers, as far as the text shows it.
    pub request: Option<RequestSummary>,
    /// Whose response it is.
    pub vendor: Option<VendorGuess>,
    /// Status line and fields, where the text has them.
    pub http: Option<Http>,
    /// How it ended, by the status line and by the content.
    pub verdict: Verdict,
    /// Results of single records in a batch.
    pub records: Vec<Record>,
    /// Every code that was found, the most specific first.
    pub findings: Vec<Finding>,
    /// What the content says happened.
    pub fault: Option<Fault>,
    /// Values that were refused.
    pub field_errors: Vec<FieldError>,
    /// Fields and tokens that are worth a sentence: challenges, waits, redirects.
    pub noteworthy: Vec<Noteworthy>,
    /// The one answer: who, what, when.
    pub advice: Advice,
}

/// Whose response it is, and how we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VendorGuess {
    /// Vendor id.
    pub id: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
    /// The marks that decided.
    pub evidence: Vec<Evidence>,
    /// The next best guess, where marks speak for another vendor as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runner_up: Option<RunnerUp>,
    /// What would make it certain; nothing where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_by: Option<String>,
}

/// The vendor that is second best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunnerUp {
    /// Vendor id.
    pub id: &'static str,
    /// How sure it would be.
    pub confidence: Confidence,
    /// The marks that speak for it.
    pub evidence: Vec<Evidence>,
}

/// The request that a response answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestSummary {
    /// `POST`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Path and query, or the whole address, as the text has it, with JSON Web Tokens cut short. It can hold other secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Host name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
}

/// A field or token, explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Noteworthy {
    /// Field name as received, or what the token is.
    pub name: String,
    /// What it says, in a sentence or two; secrets are not repeated.
    pub meaning: String,
    /// Where it stands.
    pub span: Span,
}

/// How sure a recognition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// It fits, but others would fit as well.
    Possible,
    /// A mark that hardly anybody else has.
    Likely,
    /// A mark that only this vendor has, or the caller said so.
    Certain,
}

/// A mark that speaks for a vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// What was seen, in words.
    pub mark: String,
    /// How much it says.
    pub weight: Weight,
    /// Where it stands; nothing for what the caller told.
    pub span: Option<Span>,
}

/// How much a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Others may have it too.
    Weak,
    /// It decides.
    Strong,
}

/// Status line and fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Http {
    /// `1.1`, where the text gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Status code.
    pub status: u16,
    /// Reason phrase as received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Fields, in the order in which they came.
    pub fields: Vec<Field>,
}

/// One header or trailer field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Field name as received.
    pub name: String,
    /// Field value without the white space around it; of a JSON Web Token only the first characters and `…`.
    pub value: String,
}

/// How a response ended, seen from the transport and from the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// What the status line says.
    pub transport: Outcome,
    /// What the content says.
    pub application: Outcome,
    /// True where the two disagree, so that one hides the other.
    pub masked: bool,
}

/// The result of one record in a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// How it ended.
    pub outcome: Outcome,
    /// Its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// Its message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What names the record in the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Where the record's result stands.
    pub span: Span,
}

/// A code that stands in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The number.
    pub code: Code,
    /// Vendor id, or `http`; nothing where it is not known whose the number is. As sure as the response's vendor.
    pub vendor: Option<&'static str>,
    /// False where no source lists the number for that vendor.
    pub known: bool,
    /// Where it was found.
    pub origin: Origin,
    /// The message beside it, as received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What the catalogue says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Arc<Entry>>,
    /// Where it stands.
    pub span: Span,
}

/// Where a code was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// In the status line.
    StatusLine,
    /// In a field.
    Header,
    /// In the content.
    Body,
    /// In plain words.
    Text,
}

/// What the content says happened.
///
/// The decoder nests at most 64 causes, so that neither printing nor dropping one goes deep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// Its kind: exception class, fault code, problem type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// More detail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Stack trace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stack: Option<String>,
    /// Policy that was applied, by its identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// Name of the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    /// What the policy decided; only where a policy was applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy_outcome: Option<String>,
    /// Business rules that were met or broken.
    pub rules: Vec<Rule>,
    /// What caused it.
    pub cause: Option<Box<Fault>>,
}

/// A business rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its priority in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// What kind of rule it is.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it says.
    pub text: String,
}

/// A value that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldError {
    /// Name or path of the value, where the text gives it.
    pub field: Option<String>,
    /// Why it was refused.
    pub message: String,
}

/// The one answer: what happened, who must act, what to do, when to try again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// One sentence that a caller understands.
    pub summary: String,
    /// Who must act.
    pub actor: Actor,
    /// What to do, in order.
    pub steps: Vec<&'static str>,
    /// When to try again.
    pub retry: Retry,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<&'static str>,
    /// Whether a source says so or we conclude it.
    pub basis: Basis,
    /// The vendor whose answer it has to be for this to hold, where that vendor is possible and no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depends_on_vendor: Option<&'static str>,
    /// Why this answer was chosen, where status line and content point to different ones or a standard's word
    /// decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Something that was repaired, limited or left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// Stable code of the notice.
    pub code: NoticeCode,
    /// The notice in words.
    pub message: String,
    /// Where in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// What a notice is about; stable like an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoticeCode {
    /// The text is empty.
    EmptyInput,
    /// No response, code or message was found.
    NothingRecognized,
    /// It is a request, not a response.
    RequestNotResponse,
    /// The text is longer than the limit; the rest was not read.
    InputTooLong,
    /// Nested deeper than the limit; the rest was not read.
    TooDeep,
    /// More responses, records or findings than the limit; the rest was left out.
    TooMany,
    /// A limit was set higher than is safe; the highest that is was used.
    LimitLowered,
    /// The content breaks off or is not well formed; what could be read was read.
    BrokenContent,
    /// A document type declaration was skipped.
    DoctypeSkipped,
    /// A value in the content contradicts another one.
    Contradiction,
    /// A number that nobody lists was reported as it is.
    UnknownCode,
    /// The `vendor` option names no vendor that is known.
    UnknownVendor,
    /// The numbers in the text do not fit one vendor alone.
    AmbiguousCode,
    /// Lines or blocks around the response were left out.
    TextSkipped,
    /// The text was wrapped, and the wrapping was undone.
    Unwrapped,
    /// A call is recorded that never got a response.
    NoResponse,
}

impl Decoding {
    /// The same decoding with its spans in UTF-16 units, as JavaScript counts.
    #[must_use]
    pub fn with_utf16_spans(self, text: &str) -> Self {
        let offsets = Utf16Offsets::new(text);
        self.with_spans(|span| offsets.span(span))
    }

    /// The same decoding with each of its spans replaced; every place that an answer names is among them.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::{Catalog, DecodeOptions, decode};
    ///
    /// let decoding = decode(Catalog::builtin(), "HTTP/1.1 404 Not Found\n\n", &DecodeOptions::default());
    /// let mut places = Vec::new();
    /// let _same = decoding.with_spans(|span| {
    ///     places.push((span.start, span.end));
    ///     span
    /// });
    /// assert_eq!(places, [(9, 12)]);
    /// ```
    #[must_use]
    pub fn with_spans(mut self, mut replace: impl FnMut(Span) -> Span) -> Self {
        let mut in_evidence = |evidence: &mut Evidence| {
            evidence.span = evidence.span.map(&mut replace);
        };
        for vendor in self.responses.iter_mut().flat_map(|response| &mut response.vendor) {
            vendor.evidence.iter_mut().for_each(&mut in_evidence);
            let runner_up = vendor.runner_up.iter_mut();
            runner_up.flat_map(|other| &mut other.evidence).for_each(&mut in_evidence);
        }
        for response in &mut self.responses {
            for noteworthy in &mut response.noteworthy {
                noteworthy.span = replace(noteworthy.span);
            }
            for record in &mut response.records {
                record.span = replace(record.span);
            }
            for finding in &mut response.findings {
                finding.span = replace(finding.span);
            }
        }
        for notice in &mut self.notices {
            notice.span = notice.span.map(&mut replace);
        }
        self
    }
}
