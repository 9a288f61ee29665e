//! The words by which plain text tells that a number is a code, and that it is none.

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
    "returns",
    "result",
    // German, French, Spanish
    "fehler",
    "fehlercode",
    "erreur",
    "código",
    "codigo",
];
/// Words that may stand between a cue and its number.
pub(super) const FILLERS: &[&str] =
    &["is", "was", "a", "an", "the", "of", "with", "no", "number", "="];
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
    "during",
    "error",
    "errors",
    "every",
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
    "on",
    "or",
    "response",
    "responses",
    "returned",
    "since",
    "so",
    "status",
    "that",
    "the",
    "then",
    "to",
    "today",
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
pub(super) const FAILURES: &[&str] =
    &["error", "fail", "denied", "refused", "exception", "reject", "wrong"];
/// Words that speak of the standard's own 1xx, in lower case.
pub(super) const INTERIM: &[&str] = &["switching", "upgrade", "websocket", "processing"];
