//! The shapes of the catalogue files, as maintainers write them.
//!
//! One file per vendor (`core/catalog/updox.json` …), the baseline (`http.json`) and the vocabulary
//! (`conditions.json`). The build script reads them with the same types, lints them, and packs them
//! into the library. No logic lives here: rules are in `lint`, the merge of defaults in `resolve`.
//!
//! Only shapes that both JSON and a compact binary format can carry are used: plain structs and
//! enums without data.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// One vendor's file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogFile {
    /// Where the schema of this file is, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: String,
    /// Who the codes belong to.
    pub vendor: VendorRecord,
    /// Every source that a fact of this file can name; the first is the vendor's own page.
    pub sources: Vec<SourceRecord>,
    /// What holds for a fact where an entry says nothing else, by fact name.
    #[serde(default)]
    pub defaults: BTreeMap<String, BasisRecord>,
    /// Ranges and groups of codes that the vendor documents, or that its numbers show.
    #[serde(default)]
    pub groups: Vec<GroupRecord>,
    /// Members of the content that an error response carries.
    #[serde(default)]
    pub error_content: Vec<ContentRecord>,
    /// What the vendor advises for whole classes of responses.
    #[serde(default)]
    pub tips: Vec<TipRecord>,
    /// Contradictions and traps that concern the whole source.
    #[serde(default)]
    pub quirks: Vec<QuirkRecord>,
    /// Messages that tell a condition although no code of their own goes with them.
    #[serde(default)]
    pub messages: Vec<MessageRecord>,
    /// The codes, sorted by number.
    pub entries: Vec<EntryRecord>,
}

/// Who the codes belong to, and how its numbers are built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VendorRecord {
    /// Kebab-case id, as it stands in addresses: `elevate-iq`.
    pub id: String,
    /// Name as the vendor writes it.
    pub name: String,
    /// Name of the API or product that the codes are of.
    pub product: String,
    /// One sentence on what it is.
    pub about: String,
    /// Other names that people type, in lower case.
    #[serde(default)]
    pub nicknames: Vec<String>,
    /// How its numbers are built, in one or two sentences; shown for a number that nobody documents.
    pub scheme: String,
    /// Where persistent trouble is reported, as the source names it.
    #[serde(default)]
    pub contact: Option<String>,
    /// HTTP status of every answer, for a vendor whose codes travel in the body.
    #[serde(default)]
    pub body_code_status: Option<u16>,
}

/// A page, a file of code or a registry that facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourceRecord {
    /// Short id, unique within the file: `page`.
    pub id: String,
    /// Title as the source gives it.
    pub title: String,
    /// Public address, or empty where the source has none that is known.
    #[serde(default)]
    pub url: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Edition, commit or date that was read.
    #[serde(default)]
    pub edition: String,
}

/// What kind of source a fact comes from; says how much weight it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The vendor's own page on its response codes.
    VendorPage,
    /// Another page by the same vendor.
    VendorOtherPage,
    /// The vendor's published source code.
    VendorSourceCode,
    /// Code of somebody who uses the API.
    ClientCode,
    /// A standard or a registry.
    Standard,
}

/// Who says a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The source says so.
    Stated,
    /// It follows from what the source says, without a guess.
    Derived,
    /// We conclude it; a reason stands beside it.
    Inferred,
}

/// Who says a fact, where, and why we think so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BasisRecord {
    /// Stated, derived or inferred.
    pub basis: Basis,
    /// Why, for a derived or inferred fact.
    #[serde(default)]
    pub because: Option<String>,
    /// Id of the source, where it is not the entry's own.
    #[serde(default)]
    pub source: Option<String>,
    /// Where in that source.
    #[serde(default)]
    pub locator: Option<String>,
}

/// A range or group of codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupRecord {
    /// Id, unique within the file: `201-206`, `2000s`.
    pub id: String,
    /// The vendor's name for it, to the letter where it has one.
    pub name: String,
    /// First code, inclusive.
    pub from: u32,
    /// Last code, inclusive.
    pub to: u32,
    /// What the group means, in our words.
    pub summary: String,
    /// How such a response ends.
    pub outcome: Outcome,
    /// Whether the vendor uses the range.
    #[serde(default)]
    pub unused: bool,
    /// Who must act.
    #[serde(default)]
    pub actor: Option<Actor>,
    /// When to try again.
    #[serde(default)]
    pub retry: Option<RetryRecord>,
    /// What to do.
    #[serde(default)]
    pub steps: Vec<String>,
    /// Whether the vendor states the group or the numbers show it.
    pub basis: Basis,
    /// Why, where it is not stated.
    #[serde(default)]
    pub because: Option<String>,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// Contradictions about the group.
    #[serde(default)]
    pub quirks: Vec<QuirkRecord>,
}

/// One format in which errors are reported, with its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContentRecord {
    /// Name of the format: `RestServiceFault (XML)`.
    pub name: String,
    /// Its media types.
    #[serde(default)]
    pub media_types: Vec<String>,
    /// What to know about it.
    pub summary: String,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// Members or elements, in the order they are written.
    pub members: Vec<MemberRecord>,
}

/// A member of a JSON object, or an element or attribute of an XML document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MemberRecord {
    /// Name, exact to the letter; `rule/@priority` for an attribute.
    pub name: String,
    /// Other spellings that occur.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it means, in our words.
    pub meaning: String,
    /// Who says so.
    pub basis: Basis,
    /// Why, where it is not stated.
    #[serde(default)]
    pub because: Option<String>,
    /// Source id, where it is not the format's own.
    #[serde(default)]
    pub source: Option<String>,
}

/// Advice that the vendor gives for a whole class of responses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TipRecord {
    /// Groups or codes it is about, as written: `5xx`, `401`, `all`.
    pub about: String,
    /// The advice, in our words.
    pub summary: String,
    /// Who says so.
    pub basis: Basis,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
}

/// One code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EntryRecord {
    /// The number.
    pub code: u32,
    /// Source id.
    pub source: String,
    /// Where in that source.
    pub locator: String,
    /// Where the number travels.
    pub travels: Travels,
    /// How such a response ends.
    pub outcome: Outcome,
    /// The vendor's wording, exact to the letter.
    #[serde(default)]
    pub wire: WireRecord,
    /// Id of the narrowest stated group that it is in.
    #[serde(default)]
    pub group: Option<String>,
    /// The vendor's section heading above it, to the letter.
    #[serde(default)]
    pub section: Option<String>,
    /// Methods that it is documented for; empty means all.
    #[serde(default)]
    pub methods: Vec<String>,
    /// Products, services or endpoints that it is documented for; empty means all.
    #[serde(default)]
    pub products: Vec<String>,
    /// Condition id.
    pub condition: String,
    /// Who must act.
    pub actor: Actor,
    /// When to try again.
    pub retry: RetryRecord,
    /// One sentence that a caller understands.
    pub summary: String,
    /// What support staff tell a caller who is no developer; absent where the condition's will do.
    #[serde(default)]
    pub reply: Option<String>,
    /// What support staff ask a caller; none where the condition's questions will do.
    #[serde(default)]
    pub ask_caller: Vec<String>,
    /// What they ask whoever makes the caller's software; none where the condition's questions will do.
    #[serde(default)]
    pub ask_software_vendor: Vec<String>,
    /// A short paragraph.
    pub explanation: String,
    /// Likeliest first.
    #[serde(default)]
    pub causes: Vec<String>,
    /// What to do, in order.
    #[serde(default)]
    pub steps: Vec<String>,
    /// Nearest registered HTTP status, for a code that is none or is used otherwise.
    #[serde(default)]
    pub nearest_http_status: Option<u16>,
    /// Response fields that the source names for it.
    #[serde(default)]
    pub fields: Vec<String>,
    /// What the content holds.
    #[serde(default)]
    pub content: Option<String>,
    /// Whom to ask, as the source names it.
    #[serde(default)]
    pub contact: Option<String>,
    /// True where the code tells that a person or account exists or not.
    #[serde(default)]
    pub sensitive: bool,
    /// How the vendor uses the code, where the other members do not tell it.
    #[serde(default)]
    pub usage: Vec<UsageRecord>,
    /// Codes that it is mistaken for.
    #[serde(default)]
    pub confused_with: Vec<ConfusionRecord>,
    /// Contradictions and traps.
    #[serde(default)]
    pub quirks: Vec<QuirkRecord>,
    /// What RFC 9110 and the registry say; in `http.json` only.
    #[serde(default)]
    pub standard: Option<StandardRecord>,
    /// Who says a fact, where it is neither the default of the file nor stated by the entry's source.
    #[serde(default)]
    pub basis: BTreeMap<String, BasisRecord>,
}

/// The vendor's wording.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WireRecord {
    /// Reason phrase, or the vendor's name of the status.
    #[serde(default)]
    pub phrase: Option<String>,
    /// Value of the vendor's result column.
    #[serde(default)]
    pub result: Option<String>,
    /// Message text.
    #[serde(default)]
    pub message: Option<String>,
    /// True where the message is a description of a message, not its text.
    #[serde(default)]
    pub template: bool,
    /// Other wordings of the same code: older phrases, other pages.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// One way in which a vendor uses a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UsageRecord {
    /// Which way.
    pub kind: UsageKind,
    /// Who says so.
    pub basis: Basis,
    /// Why, where it is not stated.
    #[serde(default)]
    pub because: Option<String>,
    /// Source id, where it is not the entry's own.
    #[serde(default)]
    pub source: Option<String>,
    /// Where in the source, where it is not the entry's own place.
    #[serde(default)]
    pub locator: Option<String>,
}

/// How a vendor uses a code; what the rules of the standard are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UsageKind {
    /// A code of the caller's class that failures of the server have as well.
    IncludesServerErrors,
    /// A code of the server's class that mistakes of the caller have as well.
    IncludesCallerMistakes,
    /// A conflict that a failed `If-Match` has as well.
    IncludesFailedPreconditions,
    /// A refusal that credentials which are not valid have as well.
    IncludesInvalidCredentials,
    /// A success under which the content can tell of a failure.
    CanHideFailures,
    /// The source describes it by the type of the content that was sent.
    WordedByContentType,
    /// A field that the standard requires with it is not sent.
    OmitsRequiredField,
    /// Its challenge says `insufficient_scope`.
    ChallengeWithInsufficientScope,
    /// The parameters of its challenge are not parted by commas.
    ChallengeWithoutCommas,
    /// Its `Retry-After` can be a fixed number.
    FixedRetryAfter,
    /// Documented, but the vendor's published code does not send it for that.
    NotSeenInCode,
}

/// A message that tells a condition although no code of its own goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessageRecord {
    /// The text, or the part of it that is always the same; exact to the letter.
    pub text: String,
    /// Condition id.
    pub condition: String,
    /// The code that stands beside it, which says less.
    pub code: u32,
    /// The member or element that it stands in: `RES/Message`.
    pub place: String,
    /// Who says that it means so.
    pub basis: Basis,
    /// Why, where it is not stated.
    #[serde(default)]
    pub because: Option<String>,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
}

/// A code that this one is mistaken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfusionRecord {
    /// Entry id: `vision/403`.
    pub id: String,
    /// Why, and how to tell them apart.
    pub reason: String,
}

/// A contradiction or a trap, with the passages that disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuirkRecord {
    /// What disagrees.
    pub summary: String,
    /// Where each side stands and what it says, in our words.
    #[serde(default)]
    pub passages: Vec<String>,
}

/// What the standard says of a registered status code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandardRecord {
    /// `RFC 9110`.
    pub rfc: String,
    /// `15.5.2`.
    #[serde(default)]
    pub section: Option<String>,
    /// How it is registered.
    pub registration: Registration,
    /// Fields that a response must carry.
    #[serde(default)]
    pub required_fields: Vec<String>,
    /// Fields that a response should carry.
    #[serde(default)]
    pub recommended_fields: Vec<String>,
    /// Fields that a response may carry and that change what to do.
    #[serde(default)]
    pub optional_fields: Vec<String>,
    /// Whether a cache may keep it without being told (RFC 9110 section 15.1).
    pub heuristically_cacheable: bool,
    /// Whether the response can have content.
    pub content: ContentRule,
}

/// How a status code stands in the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Registration {
    /// In use.
    Permanent,
    /// Registered for a time.
    Temporary,
    /// Reserved, marked unused.
    Unused,
    /// Marked obsolete or deprecated.
    Obsolete,
}

/// Whether a response can have content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContentRule {
    /// Never has any.
    Never,
    /// May have some.
    Allowed,
}

/// Where a code travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Travels {
    /// In the status line of the HTTP response.
    StatusLine,
    /// In the content of the response.
    Body,
    /// The source does not say.
    Unstated,
}

/// How a response ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It did what was asked.
    Success,
    /// Some of it.
    Partial,
    /// It did not.
    Failure,
    /// The answer is elsewhere.
    Redirect,
    /// A final response follows.
    Interim,
    /// Nobody says.
    Unknown,
}

/// Who must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Whoever runs the software that sent the request.
    Client,
    /// The vendor, or whoever runs the server.
    Vendor,
    /// The person who uses the software.
    EndUser,
    /// Nobody.
    Nobody,
    /// The source does not let us say.
    Unknown,
}

impl Actor {
    /// Every one, in the order in which they are listed.
    pub const ALL: [Self; 5] =
        [Self::Client, Self::Vendor, Self::EndUser, Self::Nobody, Self::Unknown];

    /// The one of an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }

    /// The value as it stands in data: `end-user`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Vendor => "vendor",
            Self::EndUser => "end-user",
            Self::Nobody => "nobody",
            Self::Unknown => "unknown",
        }
    }
}

/// When to try again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RetryRecord {
    /// What has to happen first.
    pub kind: RetryKind,
    /// Documented waits in seconds, in order.
    #[serde(default)]
    pub delays_seconds: Vec<u32>,
    /// The wait that repeats after those, in seconds.
    #[serde(default)]
    pub repeat_seconds: Option<u32>,
}

/// What has to happen before a repeat makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RetryKind {
    /// A repeat changes nothing.
    No,
    /// Correct the request or the data first.
    AfterFix,
    /// Get new credentials first.
    AfterReauthentication,
    /// Wait first.
    AfterDelay,
    /// There is nothing to repeat.
    NotNeeded,
    /// The source does not let us say.
    Unknown,
}

impl RetryKind {
    /// Every one, in the order in which they are listed.
    pub const ALL: [Self; 6] = [
        Self::No,
        Self::AfterFix,
        Self::AfterReauthentication,
        Self::AfterDelay,
        Self::NotNeeded,
        Self::Unknown,
    ];

    /// The one of an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }

    /// The value as it stands in data: `after-delay`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::AfterFix => "after-fix",
            Self::AfterReauthentication => "after-reauthentication",
            Self::AfterDelay => "after-delay",
            Self::NotNeeded => "not-needed",
            Self::Unknown => "unknown",
        }
    }
}

/// `conditions.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConditionsFile {
    /// The vocabulary, sorted by id.
    pub conditions: Vec<ConditionRecord>,
}

/// A vendor-neutral meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConditionRecord {
    /// Kebab-case id: `already-exists`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// What support staff tell a caller who is no developer, where an entry has no reply of its own.
    pub reply: String,
    /// What they ask that caller, where an entry has no questions of its own; nothing where there is nothing to ask.
    #[serde(default)]
    pub ask_caller: Vec<String>,
    /// What they ask whoever makes the caller's software, likewise.
    #[serde(default)]
    pub ask_software_vendor: Vec<String>,
    /// The wider condition that it is a kind of.
    #[serde(default)]
    pub broader: Option<String>,
    /// Conditions of another branch that are close.
    #[serde(default)]
    pub near: Vec<String>,
    /// The registered status that says the same.
    #[serde(default)]
    pub nearest_http_status: Option<u16>,
    /// How such a response ends.
    pub outcome: Outcome,
    /// Who must act, unless a code says otherwise.
    pub actor: Actor,
    /// When to try again, unless a code says otherwise.
    pub retry: RetryRecord,
    /// What to do, unless a code says otherwise.
    pub steps: Vec<String>,
}
