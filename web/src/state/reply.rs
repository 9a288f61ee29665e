//! The reply that staff copy for a caller: plain words, what happened first.

use respondex_core::decode::DecodedResponse;
use respondex_core::{Actor, Retry, RetryKind};

use super::doubt::{self, Doubt};
use super::words;

/// Steps that fit into a reply; more are read on the page.
const MOST_STEPS: usize = 3;

/// The reply for a response: in the words of the catalogue, where the response is of a code in it.
pub fn for_response(response: &DecodedResponse) -> String {
    let advice = &response.advice;
    let doubt = Doubt::of(response);
    match (response.findings.first().and_then(|finding| finding.entry.as_ref()), doubt) {
        (Some(entry), Some(doubt)) => doubt.reply(entry.reply),
        (Some(entry), None) => entry.reply.to_owned(),
        (None, _) => reply(&doubt::summary(response), advice.actor, &advice.steps, &advice.retry),
    }
}

/// The reply for a decoded response: summary, who acts, what to do and when to try again, in plain lines.
fn reply(summary: &str, actor: Actor, steps: &[&'static str], retry: &Retry) -> String {
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
    fn what_is_not_known_is_left_out() {
        let retry = Retry::new(RetryKind::Unknown);
        assert_eq!(reply("It failed.", Actor::Unknown, &[], &retry), "It failed.");
    }
}
