//! The words by which plain text tells that a number is a code, and that it is none.

use crate::seek::Words;

/// Words that say that the number behind them is a code.
pub(super) const CUES: &[&str] = &[
    "code",
    "codes",
    "error",
    "err",
    "status",
    "statuscode",
    "responsecode",
    "response",
    "http",
    "fault",
    "returned",
    "returning",
    "returns",
    "result",
    // German, French, Spanish
    "fehler",
    "fehlercode",
    "erreur",
    "código",
    "codigo",
];
/// Words of an error: a number behind one is its code, however much is told around it.
pub(super) const ERRORS: &[&str] =
    &["error", "err", "errorcode", "fehler", "fehlercode", "erreur", "código", "codigo"];
/// Words that may stand between a cue and its number.
pub(super) const FILLERS: &[&str] =
    &["is", "was", "a", "an", "the", "of", "with", "no", "number", "="];
/// Words of asking what a number is, where nothing else is asked.
pub(super) const QUESTIONS: &[&str] =
    &["what", "what's", "whats", "s", "does", "mean", "means", "about", "getting", "why"];
/// Words before "code" that make it another kind of code.
pub(super) const OTHER_CODES: &[&str] = &[
    "zip", "area", "postal", "post", "country", "pin", "door", "gate", "dress", "bar", "source",
    "promo", "dial", "sort", "exit", "product", "item", "article", "order", "part", "model",
    "windows", "sql", "serial", "discount", "voucher", "booking", "tracking", "batch", "lot",
    "printer", "scanner", "copier", "outlook",
];
/// Words that may follow a status in prose; any other small word makes the number a count: "404 rows".
pub(super) const FOLLOWERS: &[&str] = &[
    "a",
    "an",
    "and",
    "after",
    "again",
    "all",
    "although",
    "always",
    "as",
    "at",
    "back",
    "because",
    "before",
    "but",
    "by",
    "code",
    "could",
    "does",
    "despite",
    "during",
    "even",
    "error",
    "errors",
    "every",
    "everywhere",
    "for",
    "from",
    "has",
    "here",
    "if",
    "in",
    "instead",
    "is",
    "it",
    "mean",
    "means",
    "not",
    "now",
    "often",
    "on",
    "once",
    "only",
    "or",
    "response",
    "responses",
    "returned",
    "since",
    "so",
    "sometimes",
    "status",
    "that",
    "the",
    "then",
    "though",
    "to",
    "today",
    "too",
    "twice",
    "unless",
    "until",
    "upon",
    "via",
    "was",
    "we",
    "what",
    "when",
    "whenever",
    "where",
    "which",
    "while",
    "why",
    "with",
    "yesterday",
    // German, French, Spanish
    "von",
    "vom",
    "bei",
    "beim",
    "und",
    "seit",
    "de",
    "du",
    "en",
    "et",
    "depuis",
    "dans",
    "del",
    "desde",
    "al",
];
/// Words before a number that is a status where another number beside it is one for sure: "then we got 401".
pub(super) const WEAK_CUES: &[&str] = &[
    "got", "get", "gets", "gave", "gives", "received", "saw", "see", "answered", "answers",
    "replied", "sent", "then", "now", "first", "was", "is", "with",
];
/// Words of getting a response: `a` and a status behind them tell what came, `got a 429`.
pub(super) const TELLERS: &[&str] = &[
    "got",
    "get",
    "gets",
    "getting",
    "gave",
    "give",
    "gives",
    "giving",
    "received",
    "receive",
    "receives",
    "receiving",
    "saw",
    "see",
    "sees",
    "seeing",
    "threw",
    "throw",
    "throws",
    "throwing",
    "return",
    "returns",
    "returned",
    "returning",
    "answers",
    "answered",
    "replies",
    "replied",
    "responds",
    "responded",
    "responding",
    "produces",
    "produced",
    "shows",
    "showed",
    "showing",
    "says",
    "said",
    "me",
    "us",
    "them",
    "with",
    "another",
    "then",
    "hit",
    "hitting",
    "hits",
];
/// Words of failing: `with` and a status behind them tell how, `fails with 422`.
pub(super) const FAILING: &[&str] = &[
    "fail",
    "fails",
    "failed",
    "failing",
    "failure",
    "failures",
    "rejected",
    "rejects",
    "refused",
    "refuses",
    "denied",
    "responds",
    "responded",
    "responding",
    "replies",
    "replied",
    "answers",
    "answered",
    "errored",
    "errors",
    "aborted",
    "ended",
    "ends",
];
/// Parts of words by which a text speaks of calls between programs, in lower case.
pub(super) static CALLS: Words = Words::new(&[
    "api", "http", "request", "server", "endpoint", "error", "fail", "response", "token",
    "timeout", "upload", "batch", "service", "client", "gateway", "webhook", "post", "log in",
    "login", "sync",
]);
/// Nouns behind a status: `a 503 error`.
pub(super) const NOUNS: &[&str] = &["error", "response", "status", "fault", "exception"];
/// Words between statuses that came one after the other.
pub(super) const TURNS: &[&str] = &[
    "then",
    "now",
    "later",
    "afterwards",
    "finally",
    "next",
    "second",
    "third",
    "followed",
    "subsequently",
    "eventually",
];
/// Words before a status that did not come: "500 instead of 200".
pub(super) const DENIALS: &[&str] = &[
    "want",
    "wanted",
    "instead",
    "expected",
    "expecting",
    "expect",
    "expects",
    "should",
    "than",
    "not",
    "never",
];
/// Words with a capital that begin a sentence; any other one before "error" is the name of something.
pub(super) const STARTERS: &[&str] = &[
    "A", "An", "The", "This", "That", "I", "We", "Our", "My", "Your", "Got", "Get", "Getting",
    "Saw", "Seeing", "Why", "What", "Is", "With", "Has", "And", "Then", "Again", "Another", "Same",
    "New", "API", "JSON", "REST", "SOAP", "Unknown", "Strange", "Fax", "Server", "Internal",
    "Invalid",
];
/// Words that say that something failed, in lower case.
pub(super) static FAILURES: Words =
    Words::new(&["error", "fail", "denied", "refused", "exception", "reject", "wrong"]);
/// Words that speak of the standard's own 1xx, in lower case.
pub(super) static INTERIM: Words = Words::new(&["switching", "upgrade", "websocket", "processing"]);
