//! What stands right before a name in a sentence, and what looks like a name there and is none.

use alloc::vec::Vec;

/// Words before a name, and how much of a name has to stand behind them.
pub(in crate::redact) struct Cue {
    pub(in crate::redact) word: &'static str,
    pub(in crate::redact) sort: Cued,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::redact) enum Cued {
    /// `Ms Testperson`: the capitals count, for `ms` is a unit.
    Title,
    /// `Dear Jane`: a comma, a line end or another title stands behind the name.
    Greeting,
    /// `patient Jane Testperson called`: a first name and a last name.
    Role,
}

const fn cue(word: &'static str, sort: Cued) -> Cue {
    Cue { word, sort }
}

pub(in crate::redact) const CUES: &[Cue] = &[
    cue("Mr", Cued::Title),
    cue("Mrs", Cued::Title),
    cue("Ms", Cued::Title),
    cue("Miss", Cued::Title),
    cue("Mx", Cued::Title),
    cue("Dr", Cued::Title),
    cue("Herr", Cued::Title),
    cue("Frau", Cued::Title),
    cue("Dear", Cued::Greeting),
    cue("Hi", Cued::Greeting),
    cue("Hello", Cued::Greeting),
    cue("patient", Cued::Role),
    cue("member", Cued::Role),
    cue("caregiver", Cued::Role),
    cue("subscriber", Cued::Role),
    cue("nurse", Cued::Role),
    cue("aide", Cued::Role),
];

/// How the cues begin.
pub(in crate::redact) fn words() -> Vec<&'static str> {
    CUES.iter().map(|cue| cue.word).collect()
}

/// Words with a capital behind a cue that are no names: whom a letter greets, parts of programs, of forms, of
/// practices. Lower case.
const NO_NAMES: &[&str] = &[
    "address",
    "admin",
    "administrator",
    "all",
    "app",
    "appointment",
    "assistance",
    "assistant",
    "authorization",
    "birth",
    "card",
    "care",
    "center",
    "centre",
    "chart",
    "claim",
    "claims",
    "clinic",
    "colleague",
    "colleagues",
    "compliance",
    "connect",
    "contact",
    "coverage",
    "demographics",
    "department",
    "details",
    "developer",
    "developers",
    "discharge",
    "documents",
    "eligibility",
    "email",
    "enrollment",
    "everybody",
    "everyone",
    "export",
    "feed",
    "file",
    "first",
    "folks",
    "form",
    "group",
    "guys",
    "health",
    "help",
    "history",
    "home",
    "identification",
    "import",
    "info",
    "information",
    "insurance",
    "intake",
    "integration",
    "interface",
    "job",
    "last",
    "list",
    "live",
    "madam",
    "maiden",
    "management",
    "master",
    "match",
    "matching",
    "mobile",
    "module",
    "notes",
    "notification",
    "onboarding",
    "online",
    "page",
    "partner",
    "partners",
    "patients",
    "payment",
    "plan",
    "portal",
    "practice",
    "privacy",
    "profile",
    "program",
    "provider",
    "query",
    "records",
    "reference",
    "registration",
    "relations",
    "report",
    "reports",
    "safety",
    "schedule",
    "screen",
    "search",
    "self",
    "services",
    "sir",
    "sirs",
    "site",
    "sync",
    "support",
    "table",
    "team",
    "there",
    "transfer",
    "type",
    "update",
    "upload",
    "version",
    "vitals",
    "welcome",
    "world",
];

pub(in crate::redact) fn is_no_name(word: &str) -> bool {
    NO_NAMES.iter().any(|known| known.eq_ignore_ascii_case(word))
}
