//! Fixed words of messages behind which somebody is named.

/// Words, and what ends the name behind them.
pub(in crate::redact) struct Phrase {
    pub(in crate::redact) words: &'static str,
    /// Whether the name stands in single quotation marks; else it goes on to the end of its string or line.
    pub(in crate::redact) quoted: bool,
}

const fn quoted(words: &'static str) -> Phrase {
    Phrase { words, quoted: true }
}

pub(in crate::redact) const PHRASES: &[Phrase] = &[
    quoted("violated by "),
    Phrase { words: "Object Locked by ", quoted: false },
    quoted("for user "),
    quoted("with user "),
];

/// Names of no person: what SanteDB calls a caller who has not signed in, and itself.
pub(in crate::redact) const NOBODY: &[&str] = &["ANONYMOUS", "SYSTEM"];
