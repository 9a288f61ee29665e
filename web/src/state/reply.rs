//! The reply that staff copy for a caller: plain words, what happened first.

use respondex_core::decode::DecodedResponse;
use respondex_core::{Actor, Retry, RetryKind};

use super::doubt::Doubt;
use super::words;

/// Words of a reply, which is read aloud; steps that make it longer are read on the page.
const MOST_WORDS: usize = 60;

/// The reply for a response: in the words of the catalogue, where the response is of a code in it.
pub fn for_response(response: &DecodedResponse) -> String {
    let advice = &response.advice;
    let doubt = Doubt::of(response);
    match (response.findings.first().and_then(|finding| finding.entry.as_ref()), doubt) {
        (Some(entry), Some(doubt)) => doubt.reply(entry.reply),
        (Some(entry), None) => entry.reply.to_owned(),
        (None, _) => reply(&advice.summary, advice.actor, &advice.steps, &advice.retry),
    }
}

/// The reply for a decoded response: summary, who acts, what to do and when to try again, in plain lines.
fn reply(summary: &str, actor: Actor, steps: &[&'static str], retry: &Retry) -> String {
    let mut before = vec![summary.to_owned()];
    if !matches!(actor, Actor::Nobody | Actor::Unknown) {
        before.push(format!("Who needs to act: {}.", words::actor_detail(actor).to_lowercase()));
    }
    let mut after = Vec::new();
    if !matches!(retry.kind, RetryKind::NotNeeded | RetryKind::Unknown) {
        after.push(format!("Trying again: {}", words::retry_detail(retry)));
    }
    let mut shown: Vec<String> = Vec::new();
    for count in 1..=steps.len() {
        let next = to_do(steps.get(..count).unwrap_or_default());
        let words = before.iter().chain(&next).chain(&after);
        // What comes first is said in any case.
        if count > 1 && words.flat_map(|line| line.split_whitespace()).count() > MOST_WORDS {
            break;
        }
        shown = next;
    }
    [before, shown, after].concat().join("\n")
}

fn to_do(steps: &[&'static str]) -> Vec<String> {
    if let [only] = steps {
        return vec![format!("What to do: {only}")];
    }
    let numbered = (1..).zip(steps).map(|(number, step): (usize, _)| format!("{number}. {step}"));
    [vec!["What to do:".to_owned()], numbered.collect()].concat()
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
    fn steps_that_make_it_too_long_to_be_read_aloud_are_left_out() {
        let step = "Look up every one of these made-up words in the list that the vendor sent.";
        let reply =
            reply("It failed.", Actor::Client, &[step; 9], &Retry::new(RetryKind::AfterFix));
        assert!(reply.split_whitespace().count() <= MOST_WORDS, "{reply}");
        assert!(reply.contains("\n2. Look up") && !reply.contains("\n3."), "{reply}");
        assert!(reply.ends_with("Correct the request or the data first."), "{reply}");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let retry = Retry::new(RetryKind::Unknown);
        assert_eq!(reply("It failed.", Actor::Unknown, &[], &retry), "It failed.");
    }
}
