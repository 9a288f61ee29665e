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
    quoted("Duplicate entry "),
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
    ("passwort", Secret),
    ("kennwort", Secret),
    ("mot de passe", Secret),
    ("contraseña", Secret),
    ("verification code", Secret),
    ("security code", Secret),
    ("one-time code", Secret),
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

pub(in crate::redact) const VERBS: &[&str] = &["is", "was", "set to", "ist", "lautet", "est", "es"];

/// What people call a name and a password together.
pub(in crate::redact) const LOGINS: &[&str] = &["login", "logon", "credentials", "creds", "zugang"];

/// Parts of a path behind `/password/` that are steps and no passwords.
pub(in crate::redact) const STEPS: &[&str] = &[
    "reset", "forgot", "change", "update", "new", "verify", "validate", "recover", "request",
    "policy", "confirm", "expired", "v1", "v2", "oauth2", "link",
];

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

/// How servers say that the value of a member does not do, and not the value itself.
const VALIDATIONS: &[&str] = &[
    "this field ",
    "the field ",
    "this value ",
    "must ",
    "may not ",
    "can not ",
    "cannot ",
    "can't ",
    "should ",
    "is ",
    "are ",
    "has ",
    "does not ",
    "doesn't ",
    "enter a ",
    "please ",
    "not a valid ",
    "invalid ",
    "field required",
    "darf nicht ",
    "muss ",
    "ist ",
    "doit ",
    "ne doit ",
    "est ",
    "debe ",
    "no puede ",
];

/// Whether a value is what is said of one.
pub(in crate::redact) fn is_validation(value: &str) -> bool {
    let begins = |begin: &&str| {
        value.get(..begin.len()).is_some_and(|head| head.eq_ignore_ascii_case(begin))
    };
    value.contains(' ') && VALIDATIONS.iter().any(begins)
}

/// Words that no person and no place is called: of statuses, of messages, and the names of the vendors. Sorted.
const COMMON: &[&str] = &[
    "a",
    "accepted",
    "access",
    "account",
    "already",
    "an",
    "and",
    "api",
    "bad",
    "blank",
    "body",
    "caregiver",
    "client",
    "code",
    "conflict",
    "created",
    "credentials",
    "customer",
    "data",
    "date",
    "denied",
    "does",
    "duplicate",
    "elevate",
    "empty",
    "error",
    "exception",
    "exist",
    "exists",
    "expired",
    "fail",
    "failed",
    "failure",
    "fax",
    "field",
    "forbidden",
    "format",
    "found",
    "fusion",
    "gateway",
    "has",
    "hhaexchange",
    "http",
    "id",
    "identifier",
    "internal",
    "invalid",
    "is",
    "login",
    "member",
    "message",
    "missing",
    "must",
    "name",
    "no",
    "none",
    "not",
    "null",
    "number",
    "object",
    "of",
    "ok",
    "order",
    "out",
    "password",
    "patient",
    "phone",
    "processed",
    "recipient",
    "record",
    "request",
    "required",
    "resource",
    "response",
    "result",
    "santedb",
    "server",
    "service",
    "status",
    "success",
    "successful",
    "system",
    "test",
    "the",
    "this",
    "timeout",
    "token",
    "too",
    "true",
    "unauthorized",
    "unavailable",
    "undefined",
    "unexpected",
    "unknown",
    "updox",
    "use",
    "user",
    "validation",
    "value",
    "vendor",
    "vision",
    "visit",
    "with",
    "wrong",
];

pub(in crate::redact) fn is_common(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':']);
    let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    COMMON.binary_search_by(|known| known.bytes().cmp(lower())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_sorted_and_found() {
        assert!(COMMON.is_sorted());
        assert!(is_common("Not") && is_common("found.") && is_common("a") && is_common("wrong"));
        assert!(!is_common("Testperson") && !is_common(""));
    }
}
