//! Fixed words of messages behind which somebody is named, and words of sentences that tell a secret.

use crate::redact::kind::Kind;
use crate::redact::kind::Kind::{Person, Secret, Token};

/// Words, and what ends the name behind them.
pub(in crate::redact) struct Phrase {
    pub(in crate::redact) words: &'static str,
    /// Whether the name stands in single quotation marks; else it goes on to the end of its string or line.
    pub(in crate::redact) quoted: bool,
    pub(in crate::redact) kind: Kind,
}

const fn quoted(words: &'static str) -> Phrase {
    Phrase { words, quoted: true, kind: Person }
}

pub(in crate::redact) const PHRASES: &[Phrase] = &[
    quoted("violated by "),
    Phrase { words: "Object Locked by ", quoted: false, kind: Person },
    quoted("for user "),
    quoted("with user "),
    Phrase { words: "identified by ", quoted: true, kind: Secret },
];

/// Names of no person: what SanteDB calls a caller who has not signed in, and itself.
pub(in crate::redact) const NOBODY: &[&str] = &["ANONYMOUS", "SYSTEM"];

/// What a sentence tells, as it is said; the longer of two that begin alike comes first.
pub(in crate::redact) const SPOKEN: &[(&str, Kind)] = &[
    ("password", Secret),
    ("passphrase", Secret),
    ("passcode", Secret),
    ("passwd", Secret),
    ("pwd", Secret),
    ("pass phrase", Secret),
    ("client secret", Secret),
    ("app secret", Secret),
    ("secret key", Secret),
    ("shared secret", Secret),
    ("secret", Secret),
    ("api key", Secret),
    ("app key", Secret),
    ("access key", Secret),
    ("account key", Secret),
    ("subscription key", Secret),
    ("private key", Secret),
    ("access token", Token),
    ("refresh token", Token),
    ("bearer token", Token),
    ("auth token", Token),
    ("api token", Token),
    ("session token", Token),
    ("session id", Token),
    ("token", Token),
];

pub(in crate::redact) const VERBS: &[&str] = &["is", "was", "set to"];

/// What is said of a secret instead of telling it.
pub(in crate::redact) const REFUSALS: &[&str] = &[
    "required",
    "missing",
    "invalid",
    "blank",
    "empty",
    "expired",
    "incorrect",
    "wrong",
    "weak",
    "short",
    "long",
    "must",
    "not",
    "too",
    "is",
    "null",
];

/// What is said of a password in a word that ends like none of its sort.
pub(in crate::redact) const STATES: &[&str] = &[
    "secret",
    "public",
    "private",
    "unsafe",
    "secure",
    "insecure",
    "strong",
    "simple",
    "complex",
    "absent",
    "random",
    "unique",
    "static",
    "stale",
    "obsolete",
    "accurate",
    "inaccurate",
    "ready",
    "active",
    "inactive",
    "unclear",
    "somewhere",
    "elsewhere",
    "password",
    "longer",
    "shorter",
    "better",
    "stronger",
    "weaker",
    "newer",
    "enough",
    "hashes",
    "always",
    "unset",
    "masked",
    "yours",
    "theirs",
    "nothing",
    "something",
];

/// Letters and digits together that nobody made up.
pub(in crate::redact) const NOTATIONS: &[&str] =
    &["base64", "sha256", "sha512", "oauth2", "oauth1"];
