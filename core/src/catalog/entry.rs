//! What callers see of the catalogue: entries, groups, vendors, conditions, sources.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::lint::FACTS;
pub use super::model::{
    Actor, Basis, ContentRule, Outcome, Registration, RetryKind, SourceKind, Travels, UsageKind,
};
use crate::code::Code;

/// One code of one vendor: what it means, who must act, what to do, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// `updox/4071`; its page is `/code/updox/4071`.
    pub id: &'static str,
    /// Vendor id; `http` is the standard.
    pub vendor: &'static str,
    /// The number.
    pub code: Code,
    /// Whether the number is an HTTP status or the vendor's own.
    pub kind: CodeKind,
    /// What kind of source lists it.
    pub listing: SourceKind,
    /// Where the number travels.
    pub travels: Travels,
    /// HTTP status that the response has all the same, for a code that travels in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under_status: Option<u16>,
    /// How such a response ends.
    pub outcome: Outcome,
    /// The vendor's wording, exact to the letter.
    pub wire: Wire,
    /// Id of the narrowest group that the vendor states for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<&'static str>,
    /// The vendor's section heading, to the letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'static str>,
    /// What it is documented for.
    pub scope: Scope,
    /// One sentence that a caller understands.
    pub summary: &'static str,
    /// What support staff tell a caller who is no developer: its own, else that of its condition.
    pub reply: &'static str,
    /// What support staff ask a caller who is no developer: its own questions, else those of its condition.
    pub ask_caller: Vec<&'static str>,
    /// What they ask whoever makes the caller's software, likewise.
    pub ask_software_vendor: Vec<&'static str>,
    /// A short paragraph.
    pub explanation: &'static str,
    /// Likeliest first.
    pub causes: Vec<&'static str>,
    /// What to do, in order.
    pub steps: Vec<&'static str>,
    /// Who must act.
    pub actor: Actor,
    /// When to try again.
    pub retry: Retry,
    /// Condition id.
    pub condition: &'static str,
    /// Nearest registered HTTP status, for a code that is none or is used otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_http_status: Option<u16>,
    /// What the response carries.
    pub carries: Carries,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<&'static str>,
    /// True where the code tells that a person or account exists or not.
    pub sensitive: bool,
    /// How the vendor uses the code, where the other members do not tell it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub usage: Vec<Usage>,
    /// Codes that it is mistaken for.
    pub confused_with: Vec<Confusion>,
    /// Contradictions and traps.
    pub quirks: Vec<Quirk>,
    /// What the standard says; for vendor `http` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<Standard>,
    /// Who says each fact.
    pub provenance: Facts,
    /// Address of the entry's page.
    pub doc_url: &'static str,
}

impl Entry {
    /// The shortest wording of the vendor that names the code: phrase, else message, else result.
    ///
    /// A template is a description and is left out.
    pub fn wording(&self) -> Option<&str> {
        self.worded().map(|(_, wording)| wording)
    }

    /// That wording with the field that it stands in, as marks name it: `wire.phrase`.
    pub fn worded(&self) -> Option<(&'static str, &'static str)> {
        let message = if self.wire.template { None } else { self.wire.message };
        let fields = [
            ("wire.phrase", self.wire.phrase),
            ("wire.message", message),
            ("wire.result", self.wire.result),
        ];
        fields.into_iter().find_map(|(field, wording)| wording.map(|wording| (field, wording)))
    }

    /// Whether the number means anything: false for one that the registry only keeps out of use.
    pub fn is_in_use(&self) -> bool {
        self.standard.as_ref().is_none_or(|standard| standard.registration != Registration::Unused)
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
    pub phrase: Option<&'static str>,
    /// Value of the vendor's result column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<&'static str>,
    /// Message text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<&'static str>,
    /// True where the message is a description of a message.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub template: bool,
    /// Other wordings of the same code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<&'static str>,
}

/// What a code is documented for; an empty list means all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scope {
    /// HTTP methods.
    pub methods: Vec<&'static str>,
    /// Products, services or endpoints.
    pub products: Vec<&'static str>,
}

/// What the response carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Carries {
    /// Names of response fields.
    pub fields: Vec<&'static str>,
    /// What the content holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<&'static str>,
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

/// One way in which a vendor uses a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Usage {
    /// Which way.
    pub kind: UsageKind,
    /// Who says so.
    pub provenance: Provenance,
}

/// A message that tells a condition although no code of its own goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// The text, or the part of it that is always the same; exact to the letter.
    pub text: &'static str,
    /// Condition id.
    pub condition: &'static str,
    /// The code that stands beside it, which says less.
    pub code: Code,
    /// The member or element that it stands in: `RES/Message`.
    pub place: &'static str,
    /// Who says that it means so.
    pub provenance: Provenance,
}

/// A code that an entry is mistaken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Confusion {
    /// Entry id: `vision/403`.
    pub id: &'static str,
    /// Why, and how to tell them apart.
    pub reason: &'static str,
}

/// A contradiction or a trap, with the passages that disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quirk {
    /// What disagrees.
    pub summary: &'static str,
    /// Where each side stands and what it says, in our words.
    pub passages: Vec<&'static str>,
}

/// One format in which errors are reported, with its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorContent {
    /// Name of the format: `RestServiceFault (XML)`.
    pub name: &'static str,
    /// Its media types.
    pub media_types: Vec<&'static str>,
    /// What to know about it.
    pub summary: &'static str,
    /// Source id.
    pub source: &'static str,
    /// Where in the source.
    pub locator: &'static str,
    /// Members or elements, in the order they are written.
    pub members: Vec<ErrorMember>,
}

/// A member of a JSON object, or an element or attribute of an XML document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorMember {
    /// Name, exact to the letter; `rule/@priority` for an attribute.
    pub name: &'static str,
    /// Other spellings that occur.
    pub aliases: Vec<&'static str>,
    /// What it means.
    pub meaning: &'static str,
    /// Who says so.
    pub basis: Basis,
    /// Why, where it is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'static str>,
    /// Source id, where it is not the format's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'static str>,
}

/// Advice that the vendor gives for a whole class of responses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tip {
    /// Groups or codes it is about: `5xx`, `401`, `all`.
    pub about: &'static str,
    /// The advice.
    pub summary: &'static str,
    /// Who says so.
    pub basis: Basis,
    /// Source id.
    pub source: &'static str,
    /// Where in the source.
    pub locator: &'static str,
}

/// What RFC 9110 and the registry say of a status code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Standard {
    /// `RFC 9110`.
    pub rfc: &'static str,
    /// `15.5.2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'static str>,
    /// How it is registered.
    pub registration: Registration,
    /// Fields that a response must carry.
    pub required_fields: Vec<&'static str>,
    /// Fields that it should carry.
    pub recommended_fields: Vec<&'static str>,
    /// Fields that it may carry.
    pub optional_fields: Vec<&'static str>,
    /// Whether a cache may keep it without being told.
    pub heuristically_cacheable: bool,
    /// Whether the response can have content.
    pub content: ContentRule,
}

/// Who says each fact of an entry, by the name of the fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts(pub(super) Vec<(u8, &'static Provenance)>);

impl Facts {
    /// Who says a fact: `actor`, `retry` …
    pub fn get(&self, fact: &str) -> Option<&'static Provenance> {
        self.iter().find(|(name, _)| *name == fact).map(|(_, provenance)| provenance)
    }

    /// Every fact with who says it.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static Provenance)> {
        self.0.iter().filter_map(|(fact, provenance)| {
            FACTS.get(usize::from(*fact)).map(|name| (*name, *provenance))
        })
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (fact, provenance) in self.iter() {
            map.serialize_entry(fact, provenance)?;
        }
        map.end()
    }
}

/// Who says a fact, where, and why we think so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// Stated, derived or inferred.
    pub basis: Basis,
    /// Id of the source.
    pub source: &'static str,
    /// Where in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<&'static str>,
    /// Why, for a fact that the source does not state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

/// A documented range or group of codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// `vision/201-206`.
    pub id: &'static str,
    /// Vendor id.
    pub vendor: &'static str,
    /// The vendor's name for it.
    pub name: &'static str,
    /// First code.
    pub from: Code,
    /// Last code.
    pub to: Code,
    /// What it means.
    pub summary: &'static str,
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
    pub steps: Vec<&'static str>,
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
    pub id: &'static str,
    /// Name as the vendor writes it.
    pub name: &'static str,
    /// The API that the codes are of.
    pub product: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Other names that people type.
    pub nicknames: Vec<&'static str>,
    /// How its numbers are built.
    pub scheme: &'static str,
    /// Where persistent trouble is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<&'static str>,
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
    /// Messages that tell a condition although no code of their own goes with them.
    pub messages: Vec<Message>,
}

/// A page, a file of code or a registry that facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Short id, unique within the vendor.
    pub id: &'static str,
    /// Title.
    pub title: &'static str,
    /// Public address; empty where none is known.
    pub url: &'static str,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Edition, commit or date that was read.
    pub edition: &'static str,
}

/// A vendor-neutral meaning; what makes vendors comparable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// `already-exists`.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// What support staff tell a caller who is no developer, unless a code has a reply of its own.
    pub reply: &'static str,
    /// What they ask that caller, unless a code has questions of its own.
    pub ask_caller: Vec<&'static str>,
    /// What they ask whoever makes the caller's software, likewise.
    pub ask_software_vendor: Vec<&'static str>,
    /// The wider condition that it is a kind of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broader: Option<&'static str>,
    /// Conditions of another branch that are close.
    pub near: Vec<&'static str>,
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
    pub steps: Vec<&'static str>,
}
