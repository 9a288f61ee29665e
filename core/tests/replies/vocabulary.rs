//! Words that may not be said to a caller, and wordings that are a vendor's.

use std::collections::BTreeSet;

use respondex_core::Catalog;

use super::reading::folded;

/// A run of so many words that a vendor's wording has too counts as quoted.
const QUOTED_WORDS: usize = 5;

/// Words of developers, in the singular; a plural `s` is taken off before they are compared.
pub(crate) const JARGON: &[&str] = &[
    "access token",
    "api",
    "argument",
    "authenticate",
    "authentication",
    "authorise",
    "authorization",
    "authorize",
    "auth",
    "backend",
    "boolean",
    "cache",
    "client",
    "content type",
    "credential",
    "database",
    "encoding",
    "endpoint",
    "envelope",
    "exception",
    "fault code",
    "gateway",
    "header",
    "host",
    "http",
    "https",
    "identifier",
    "instance",
    "integer",
    "json",
    "malformed",
    "media type",
    "method",
    "null",
    "oauth",
    "parameter",
    "parse",
    "payload",
    "provision",
    "proxy",
    "query",
    "rate limit",
    "request body",
    "resource",
    "response body",
    "rest",
    "schema",
    "scope",
    "server side",
    "soap",
    "stack trace",
    "status code",
    "status line",
    "string",
    "syntax",
    "timeout",
    "token",
    "upstream",
    "uri",
    "url",
    "validate",
    "validation",
    "vendor",
    "xml",
];

/// What tells that a person or an account exists, or does not.
pub(crate) const TELLING: &[&str] = &[
    "active",
    "already",
    "belong",
    "closed",
    "deactivated",
    "declined",
    "deleted",
    "disabled",
    "duplicate",
    "exist",
    "existing",
    "find",
    "found",
    "gone",
    "has no",
    "has one",
    "in use",
    "inactive",
    "known",
    "knows",
    "locate",
    "match",
    "missing",
    "new",
    "no longer",
    "no such",
    "not have",
    "opted",
    "refused",
    "registered",
    "removed",
    "second",
    "switched off",
    "taken",
    "there is",
    "twice",
    "unknown",
    "unregistered",
    "withdrawn",
];

/// Words of health care; two vendors and the conditions have nothing to do with it.
pub(crate) const HEALTH: &[&str] = &[
    "care",
    "caregiver",
    "clinic",
    "clinical",
    "doctor",
    "health",
    "hospital",
    "medical",
    "nurse",
    "patient",
    "practice",
];

/// Codes that say the opposite of the same person, account or record.
pub(crate) const OPPOSITES: &[[&str; 2]] = &[
    ["santedb/404", "santedb/410"],
    ["updox/4011", "updox/4130"],
    ["updox/4012", "updox/4230"],
    ["updox/4071", "updox/4080"],
    ["updox/4130", "updox/4131"],
    ["updox/4131", "updox/4132"],
    ["updox/4230", "updox/4231"],
    ["updox/4231", "updox/4240"],
    ["updox/4330", "updox/4331"],
    ["updox/4730", "updox/4731"],
    ["updox/4830", "updox/4831"],
];

/// The first run of words that a text has of a vendor's wording.
pub(crate) fn quotation(text: &str) -> Option<String> {
    let wordings = Catalog::builtin().entries().iter().flat_map(|entry| {
        let wire = &entry.wire;
        let single = [wire.phrase, wire.result, wire.message].into_iter().flatten();
        single.chain(wire.aliases.iter().copied())
    });
    let quoted: BTreeSet<Vec<String>> = wordings.flat_map(runs).collect();
    runs(text).into_iter().find(|run| quoted.contains(run)).map(|run| run.join(" "))
}

fn runs(text: &str) -> Vec<Vec<String>> {
    folded(text).windows(QUOTED_WORDS).map(<[String]>::to_vec).collect()
}
