//! Fixed words of messages behind which somebody is named, and words of sentences that tell a secret.

use crate::redact::kind::Kind;
use crate::redact::kind::Kind::{Person, Secret, Token};

/// What ends the name behind fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::redact) enum Ends {
    /// The quotation mark that closes it.
    Quoted,
    /// Its string, its line or its clause.
    Clause,
    /// The bracket that closes a row.
    Bracket,
}

/// Words, and what ends the name behind them.
pub(in crate::redact) struct Phrase {
    pub(in crate::redact) words: &'static str,
    pub(in crate::redact) ends: Ends,
    pub(in crate::redact) kind: Kind,
}

const fn quoted(words: &'static str) -> Phrase {
    Phrase { words, ends: Ends::Quoted, kind: Person }
}

const fn told(words: &'static str, ends: Ends, kind: Kind) -> Phrase {
    Phrase { words, ends, kind }
}

pub(in crate::redact) const PHRASES: &[Phrase] = &[
    quoted("violated by "),
    told("Object Locked by ", Ends::Clause, Person),
    quoted("for user "),
    quoted("with user "),
    quoted("user "),
    quoted("patient "),
    quoted("caregiver "),
    quoted("Duplicate entry "),
    told("identified by ", Ends::Quoted, Secret),
    told("ConvertTo-SecureString ", Ends::Quoted, Secret),
    told("ConvertTo-SecureString -String ", Ends::Quoted, Secret),
    // Rows of PostgreSQL and keys of SQL Server, whose columns are not named.
    told("Failing row contains (", Ends::Bracket, Person),
    told("duplicate key value is (", Ends::Bracket, Person),
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
    ("pw", Secret),
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
    ("api-key", Secret),
    ("api-schlüssel", Secret),
    ("clé api", Secret),
    ("clave api", Secret),
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

pub(in crate::redact) const VERBS: &[&str] =
    &["is", "was", "set to", "used", "ist", "lautet", "est", "es"];

/// What people call a name and a password together.
pub(in crate::redact) const LOGINS: &[&str] =
    &["login", "logon", "credentials", "creds", "zugang", "zugangsdaten", "identifiants"];

/// Parts of a path behind `/password/` that are steps and no passwords.
pub(in crate::redact) const STEPS: &[&str] = &[
    "reset", "forgot", "change", "update", "new", "verify", "validate", "recover", "request",
    "policy", "confirm", "expired", "v1", "v2", "oauth2", "link",
];

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

/// None of them is longer.
const LONGEST_COMMON: usize = 16;

pub(in crate::redact) fn is_common(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':']).as_bytes();
    let mut lower = [0u8; LONGEST_COMMON];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    COMMON.binary_search_by(|known| known.as_bytes().cmp(lower)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_sorted_and_found() {
        assert!(COMMON.is_sorted());
        assert!(COMMON.iter().all(|word| word.len() <= LONGEST_COMMON));
        assert!(is_common("Not") && is_common("found.") && is_common("a") && is_common("wrong"));
        assert!(!is_common("Testperson") && !is_common(""));
    }
}
