//! The words that the page uses for the values of the catalogue and the decoder.

use respondex_core::catalog::{CodeKind, Travels};
use respondex_core::decode::{Confidence, Origin};
use respondex_core::{Actor, Basis, Entry, Equivalence, Outcome, Retry, RetryKind, SourceKind};
pub use respondex_core::{counted as count_of, duration};

/// Short answer to "who must act".
pub fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Client => "The sending side",
        Actor::Vendor => "The vendor",
        Actor::EndUser => "The person using it",
        Actor::Nobody => "Nobody",
        Actor::Unknown => "Not stated",
    }
}

/// Who that is, in a few words.
pub fn actor_detail(actor: Actor) -> &'static str {
    match actor {
        Actor::Client => "Whoever runs the software that sent the request",
        Actor::Vendor => "Whoever runs the API that answered",
        Actor::EndUser => "The person who entered the data or signed in",
        Actor::Nobody => "Nothing has to be done",
        Actor::Unknown => "No source lets us say who has to act",
    }
}

/// How a response ended.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "Success",
        Outcome::Partial => "Partly done",
        Outcome::Failure => "Failed",
        Outcome::Redirect => "Redirect",
        Outcome::Interim => "Interim",
        Outcome::Unknown => "Not stated",
    }
}

/// The end of the class names in the style sheets: `outcome-failure`.
pub fn outcome_class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "outcome-success",
        Outcome::Partial => "outcome-partial",
        Outcome::Failure => "outcome-failure",
        Outcome::Redirect => "outcome-redirect",
        Outcome::Interim => "outcome-interim",
        Outcome::Unknown => "outcome-unknown",
    }
}

/// Who says a fact.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Derived => "derived",
        Basis::Inferred => "inferred",
    }
}

/// What that means.
pub fn basis_detail(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "The source says so.",
        Basis::Derived => "It follows from what the source says.",
        Basis::Inferred => "Our conclusion; no source says so.",
    }
}

/// What wrapped a response, as the end of a sentence; nothing for a response that stands by itself.
pub fn carrier(carrier: &str) -> &'static str {
    match carrier {
        "curl-verbose" => ", from the output of curl -v",
        "curl-trace" => ", from a curl trace",
        "wget" => ", from the output of wget",
        "okhttp" => ", from a log of OkHttp",
        "powershell" => ", from the output of PowerShell",
        "postman-console" => ", from Postman's console",
        "python-http-client" => ", from Python's debug output",
        "wire-log" => ", from a wire log",
        "devtools" => ", from a browser's network panel",
        "har" => ", from a HAR recording",
        "postman" => ", from a Postman example",
        "client-object" => ", from a client's response object",
        "log-line" => ", from a line of a log",
        "table" => ", from a row of a table",
        _ => "",
    }
}

/// How sure the recognition of a vendor is.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Possible => "possible",
    }
}

/// Where a code was found.
pub fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::StatusLine => "status line",
        Origin::Header => "header",
        Origin::Body => "body",
        Origin::Text => "text",
    }
}

/// How near a code of another vendor is.
pub fn equivalence(kind: Equivalence) -> &'static str {
    match kind {
        Equivalence::Same => "same meaning",
        Equivalence::Narrower => "a special case",
        Equivalence::Broader => "more general",
        Equivalence::Nearest => "closest",
    }
}

/// The sign beside it, so that the difference does not hang on words alone.
pub fn equivalence_sign(kind: Equivalence) -> &'static str {
    match kind {
        Equivalence::Same => "=",
        Equivalence::Narrower => "⊂",
        Equivalence::Broader => "⊃",
        Equivalence::Nearest => "≈",
    }
}

/// What kind of source it is.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::VendorPage => "the vendor's page of response codes",
        SourceKind::VendorOtherPage => "another page by the vendor",
        SourceKind::VendorSourceCode => "the vendor's published source code",
        SourceKind::ClientCode => "code of somebody who uses the API",
        SourceKind::Standard => "standard",
    }
}

/// When to try again, in a few words.
pub fn retry(retry: &Retry) -> &'static str {
    retry_kind(retry.kind)
}

/// What has to happen before a repeat, in a few words.
pub fn retry_kind(kind: RetryKind) -> &'static str {
    match kind {
        RetryKind::No => "Do not repeat it",
        RetryKind::AfterFix => "After a correction",
        RetryKind::AfterReauthentication => "After signing in again",
        RetryKind::AfterDelay => "After a wait",
        RetryKind::NotNeeded => "No need",
        RetryKind::Unknown => "Not stated",
    }
}

/// The documented waits, `5 minutes, then every 30 minutes`; nothing where there are none.
pub fn waits(retry: &Retry) -> Option<String> {
    let mut waits: Vec<String> = retry.delays_seconds.iter().map(|wait| duration(*wait)).collect();
    waits.extend(retry.repeat_seconds.map(|wait| format!("every {}", duration(wait))));
    (!waits.is_empty()).then(|| waits.join(", then "))
}

/// When to try again, as a sentence.
pub fn retry_detail(retry: &Retry) -> String {
    let after = if retry.delays_seconds.is_empty() { "" } else { "after " };
    let documented = waits(retry).map(|waits| format!("Try again {after}{waits}."));
    documented.unwrap_or_else(|| {
        match retry.kind {
            RetryKind::No => "The same request gets the same answer.",
            RetryKind::AfterFix => "Correct the request or the data first.",
            RetryKind::AfterReauthentication => "Get new credentials first, then send it again.",
            RetryKind::AfterDelay => {
                "Wait, then send it again, each time a little later. No waiting time is documented."
            }
            RetryKind::NotNeeded => "There is nothing to repeat.",
            RetryKind::Unknown => "No source says whether a repeat helps.",
        }
        .into()
    })
}

/// What kind of number it is and where it travels.
pub fn travels(entry: &Entry) -> String {
    let scope = scope(entry).map(|scope| format!(" Documented for {scope}.")).unwrap_or_default();
    let line = match (entry.kind, entry.travels) {
        (CodeKind::HttpStatus, _) => "HTTP status code, travels in the status line.",
        (CodeKind::ApplicationCode, Travels::Body) if entry.under_status.is_some() => {
            let status = entry.under_status.unwrap_or_default();
            return format!(
                "Application code, travels in the body; the HTTP status is {status}.{scope}"
            );
        }
        (CodeKind::ApplicationCode, Travels::Body) if entry.code.class().is_some() => {
            "Application code, travels in the body; do not read it as the HTTP status."
        }
        (CodeKind::ApplicationCode, Travels::Body) => {
            "Application code, travels in the body; the HTTP status is another number."
        }
        (CodeKind::ApplicationCode, _) => {
            "The source does not say where the number travels: status line or body."
        }
    };
    format!("{line}{scope}")
}

/// Methods and products that an entry is documented for.
pub fn scope(entry: &Entry) -> Option<String> {
    let all: Vec<&str> = entry.scope.methods.iter().chain(&entry.scope.products).copied().collect();
    if all.is_empty() { None } else { Some(all.join(", ")) }
}

/// Name of a fact as the page heads it.
pub fn fact(name: &str) -> &'static str {
    match name {
        "wire" => "wording",
        "travels" => "where it travels",
        "outcome" => "outcome",
        "group" => "group",
        "section" => "section",
        "scope" => "scope",
        "condition" => "meaning",
        "actor" => "who acts",
        "retry" => "when to try again",
        "summary" => "summary",
        "explanation" => "explanation",
        "causes" => "causes",
        "steps" => "what to do",
        "nearestHttpStatus" => "nearest HTTP status",
        "carries" => "what it carries",
        "contact" => "contact",
        "standard" => "standard",
        "questions" => "questions",
        _ => "fact",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_waits_are_read_out_in_order() {
        let kind = RetryKind::AfterDelay;
        let retry = Retry { kind, delays_seconds: vec![300], repeat_seconds: Some(1800) };
        assert_eq!(retry_detail(&retry), "Try again after 5 minutes, then every 30 minutes.");
        let retry = Retry { kind, delays_seconds: vec![1, 90, 3600], repeat_seconds: None };
        assert_eq!(retry_detail(&retry), "Try again after 1 second, then 90 seconds, then 1 hour.");
    }

    #[test]
    fn no_wait_is_invented() {
        let retry = Retry::new(RetryKind::AfterDelay);
        assert!(retry_detail(&retry).contains("No waiting time is documented"));
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(count_of(1, "code"), "1 code");
        assert_eq!(count_of(0, "code"), "0 codes");
    }
}
