//! What callers see of the catalogue: entries, groups, vendors, conditions, sources.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

pub use super::model::{
    Actor, Basis, ConfusionRecord as Confusion, ContentRecord as ErrorContent, ContentRule,
    MemberRecord as ErrorMember, Outcome, QuirkRecord as Quirk, Registration, RetryKind,
    SourceKind, TipRecord as Tip, Travels,
};
use crate::code::Code;

/// One code of one vendor: what it means, who must act, what to do, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// `updox/4071`; its page is `/code/updox/4071`.
    pub id: String,
    /// Vendor id; `http` is the standard.
    pub vendor: String,
    /// The number.
    pub code: Code,
    /// Whether the number is an HTTP status or the vendor's own.
    pub kind: CodeKind,
    /// What kind of source lists it.
    pub listing: SourceKind,
    /// Where the number travels.
    pub travels: Travels,
    /// How such a response ends.
    pub outcome: Outcome,
    /// The vendor's wording, exact to the letter.
    pub wire: Wire,
    /// Id of the narrowest group that the vendor states for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The vendor's section heading, to the letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What it is documented for.
    pub scope: Scope,
    /// One sentence that a caller understands.
    pub summary: String,
    /// A short paragraph.
    pub explanation: String,
    /// Likeliest first.
    pub causes: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Who must act.
    pub actor: Actor,
    /// When to try again.
    pub retry: Retry,
    /// Condition id.
    pub condition: String,
    /// Nearest registered HTTP status, for a code that is none or is used otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_http_status: Option<u16>,
    /// What the response carries.
    pub carries: Carries,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// True where the code tells that a person or account exists or not.
    pub sensitive: bool,
    /// Codes that it is mistaken for.
    pub confused_with: Vec<Confusion>,
    /// Contradictions and traps.
    pub quirks: Vec<Quirk>,
    /// What the standard says; for vendor `http` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<Standard>,
    /// Who says each fact.
    pub provenance: BTreeMap<&'static str, Provenance>,
    /// Address of the entry's page.
    pub doc_url: String,
}

impl Entry {
    /// The shortest wording of the vendor that names the code: phrase, else message, else result.
    ///
    /// A template is a description and is left out.
    pub fn wording(&self) -> Option<&str> {
        let message = if self.wire.template { None } else { self.wire.message.as_deref() };
        self.wire.phrase.as_deref().or(message).or(self.wire.result.as_deref())
    }
}

/// Whether a number is an HTTP status or the vendor's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeKind {
    /// It stands in the status line.
    HttpStatus,
    /// It stands elsewhere, or cannot be an HTTP status.
    ApplicationCode,
}

/// The vendor's wording, exact to the letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Wire {
    /// Reason phrase, or the vendor's name of the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phrase: Option<String>,
    /// Value of the vendor's result column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Message text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// True where the message is a description of a message.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub template: bool,
    /// Other wordings of the same code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// What a code is documented for; an empty list means all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scope {
    /// HTTP methods.
    pub methods: Vec<String>,
    /// Products, services or endpoints.
    pub products: Vec<String>,
}

/// What the response carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Carries {
    /// Names of response fields.
    pub fields: Vec<String>,
    /// What the content holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

/// When to try again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Retry {
    /// What has to happen first.
    pub kind: RetryKind,
    /// Documented waits in seconds, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub delays_seconds: Vec<u32>,
    /// The wait in seconds that repeats after those.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_seconds: Option<u32>,
}

impl Retry {
    /// Advice without documented waits.
    pub const fn new(kind: RetryKind) -> Self {
        Self { kind, delays_seconds: Vec::new(), repeat_seconds: None }
    }

    /// When to try again, in seconds from now: the documented waits added up, at most `tries` times.
    ///
    /// Empty where no wait is documented; never longer than a hundred tries.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::{Retry, RetryKind};
    ///
    /// let kind = RetryKind::AfterDelay;
    /// let retry = Retry { kind, delays_seconds: vec![300], repeat_seconds: Some(1800) };
    /// assert_eq!(retry.schedule(3), [300, 2100, 3900]);
    /// ```
    pub fn schedule(&self, tries: usize) -> Vec<u32> {
        self.delays_seconds
            .iter()
            .copied()
            .chain(self.repeat_seconds.into_iter().cycle())
            .take(tries.min(100))
            .scan(0u32, |from_now, wait| {
                *from_now = from_now.saturating_add(wait);
                Some(*from_now)
            })
            .collect()
    }
}

/// What RFC 9110 and the registry say of a status code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Standard {
    /// `RFC 9110`.
    pub rfc: String,
    /// `15.5.2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// How it is registered.
    pub registration: Registration,
    /// Fields that a response must carry.
    pub required_fields: Vec<String>,
    /// Fields that it should carry.
    pub recommended_fields: Vec<String>,
    /// Fields that it may carry.
    pub optional_fields: Vec<String>,
    /// Whether a cache may keep it without being told.
    pub heuristically_cacheable: bool,
    /// Whether the response can have content.
    pub content: ContentRule,
}

/// Who says a fact, where, and why we think so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// Stated, derived or inferred.
    pub basis: Basis,
    /// Id of the source.
    pub source: Arc<str>,
    /// Where in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<Arc<str>>,
    /// Why, for a fact that the source does not state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Arc<str>>,
}

/// A documented range or group of codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// `vision/201-206`.
    pub id: String,
    /// Vendor id.
    pub vendor: String,
    /// The vendor's name for it.
    pub name: String,
    /// First code.
    pub from: Code,
    /// Last code.
    pub to: Code,
    /// What it means.
    pub summary: String,
    /// How such a response ends.
    pub outcome: Outcome,
    /// True where the vendor says that it does not use the range.
    pub unused: bool,
    /// Who must act, where that is known for the whole group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// When to try again, where that is known for the whole group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry: Option<Retry>,
    /// What to do.
    pub steps: Vec<String>,
    /// Who says that there is such a group.
    pub provenance: Provenance,
    /// Contradictions about it.
    pub quirks: Vec<Quirk>,
}

impl Group {
    /// Whether the group covers a code.
    pub fn covers(&self, code: Code) -> bool {
        (self.from..=self.to).contains(&code)
    }

    /// How many numbers it covers.
    pub fn width(&self) -> u32 {
        self.to.number().saturating_sub(self.from.number()).saturating_add(1)
    }
}

/// A vendor, its sources and what holds for all its codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Vendor {
    /// `elevate-iq`.
    pub id: String,
    /// Name as the vendor writes it.
    pub name: String,
    /// The API that the codes are of.
    pub product: String,
    /// One sentence.
    pub about: String,
    /// Other names that people type.
    pub nicknames: Vec<String>,
    /// How its numbers are built.
    pub scheme: String,
    /// Where persistent trouble is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// How many codes the vendor's own page lists.
    pub page_codes: usize,
    /// How many codes are known from other sources.
    pub other_codes: usize,
    /// Where its facts come from; the first is the vendor's page.
    pub sources: Vec<Source>,
    /// Formats in which errors are reported.
    pub error_content: Vec<ErrorContent>,
    /// Advice for whole classes of responses.
    pub tips: Vec<Tip>,
    /// Contradictions that concern the whole source.
    pub quirks: Vec<Quirk>,
}

/// A page, a file of code or a registry that facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Short id, unique within the vendor.
    pub id: String,
    /// Title.
    pub title: String,
    /// Public address; empty where none is known.
    pub url: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Edition, commit or date that was read.
    pub edition: String,
}

/// A vendor-neutral meaning; what makes vendors comparable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// `already-exists`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// The wider condition that it is a kind of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broader: Option<String>,
    /// Conditions of another branch that are close.
    pub near: Vec<String>,
    /// The registered status that says the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_http_status: Option<u16>,
    /// How such a response ends.
    pub outcome: Outcome,
    /// Who must act, unless a code says otherwise.
    pub actor: Actor,
    /// When to try again, unless a code says otherwise.
    pub retry: Retry,
    /// What to do, unless a code says otherwise.
    pub steps: Vec<String>,
}
