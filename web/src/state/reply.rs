//! The reply that staff copy for a caller: plain words, what happened first.

use respondex_core::decode::DecodedResponse;
use respondex_core::{Actor, Entry, Retry, RetryKind};

use super::words;

/// Steps that fit into a reply; more are read on the page.
const MOST_STEPS: usize = 3;

/// The reply for an entry of the catalogue.
pub fn for_entry(entry: &Entry, vendor_name: &str) -> String {
    let code = format!("{vendor_name} {}", entry.code);
    let code = match entry.wording() {
        Some(wording) if !entry.sensitive => format!("{code} ({wording})"),
        _ => code,
    };
    let summary = what_happened(entry.summary, entry.sensitive);
    format!("{code}\n{}", reply(summary, entry.actor, &entry.steps, &entry.retry))
}

/// The reply for a response: in the words of the catalogue where they say what happened.
pub fn for_response(response: &DecodedResponse) -> String {
    let advice = &response.advice;
    let entry = response.findings.first().and_then(|finding| finding.entry.as_ref());
    let is_sensitive = entry.is_some_and(|entry| entry.sensitive);
    let happened = what_happened(&advice.summary, is_sensitive);
    reply(happened, advice.actor, &advice.steps, &advice.retry)
}

/// What a reply may say happened: nothing that tells whether a person or an account exists.
pub fn what_happened(summary: &str, is_sensitive: bool) -> &str {
    if is_sensitive {
        "The request could not be completed with the details that were given."
    } else {
        summary
    }
}

/// Summary, who acts, what to do and when to try again, in plain lines.
pub fn reply(summary: &str, actor: Actor, steps: &[&'static str], retry: &Retry) -> String {
    let mut lines = vec![summary.to_owned()];
    if !matches!(actor, Actor::Nobody | Actor::Unknown) {
        lines.push(format!("Who needs to act: {}.", words::actor_detail(actor).to_lowercase()));
    }
    match steps {
        [] => {}
        [only] => lines.push(format!("What to do: {only}")),
        several => {
            lines.push("What to do:".to_owned());
            lines.extend(
                several
                    .iter()
                    .take(MOST_STEPS)
                    .enumerate()
                    .map(|(at, step)| format!("{}. {step}", at.saturating_add(1))),
            );
        }
    }
    if !matches!(retry.kind, RetryKind::NotNeeded | RetryKind::Unknown) {
        lines.push(format!("Trying again: {}", words::retry_detail(retry)));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reply_says_what_who_how_and_when() {
        let steps = ["Check the address.", "Send it again."];
        assert_eq!(
            reply(
                "The recipient was not found.",
                Actor::EndUser,
                &steps,
                &Retry::new(RetryKind::AfterFix)
            ),
            "The recipient was not found.\n\
             Who needs to act: the person who entered the data or signed in.\n\
             What to do:\n1. Check the address.\n2. Send it again.\n\
             Trying again: Correct the request or the data first."
        );
    }

    #[test]
    fn a_code_that_tells_of_a_person_gets_a_neutral_reply() {
        let entry = respondex_core::Catalog::builtin().entry("updox/4071").expect("it is listed");
        assert!(entry.sensitive);
        let reply = for_entry(entry, "Updox");
        assert!(reply.starts_with("Updox 4071\nThe request could not be completed"), "{reply}");
        assert!(!reply.contains(entry.summary));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let retry = Retry::new(RetryKind::Unknown);
        assert_eq!(reply("It failed.", Actor::Unknown, &[], &retry), "It failed.");
    }
}
