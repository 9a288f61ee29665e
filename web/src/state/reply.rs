//! The reply that staff copy for a caller: plain words, what happened first.

use respondex_core::{Actor, Entry, Retry, RetryKind};

use super::words;

/// Steps that fit into a reply; more are read on the page.
const MOST_STEPS: usize = 3;

/// The reply for an entry of the catalogue: the entry's own, and when to try again where that is documented.
pub fn for_entry(entry: &Entry) -> String {
    if entry.retry.schedule(1).is_empty() {
        entry.reply.to_owned()
    } else {
        format!("{}\n{}", entry.reply, words::retry_detail(&entry.retry))
    }
}

/// What a reply may say happened: nothing that tells whether a person or an account exists.
pub fn what_happened(summary: &str, is_sensitive: bool) -> &str {
    if is_sensitive {
        "The request could not be completed with the details that were given."
    } else {
        summary
    }
}

/// The reply for a decoded response: summary, who acts, what to do and when to try again, in plain lines.
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
        let reply = for_entry(entry);
        assert_eq!(reply, entry.reply);
        assert!(!reply.contains("4071") && !reply.contains("not found"), "{reply}");
    }

    #[test]
    fn documented_waits_follow_the_reply_and_no_others_do() {
        let entry = |id| respondex_core::Catalog::builtin().entry(id).expect("it is listed");
        let reply = for_entry(entry("vision/500"));
        assert!(reply.ends_with("\nTry again after 5 minutes, then every 30 minutes."), "{reply}");
        assert_eq!(for_entry(entry("vision/429")), entry("vision/429").reply);
    }

    #[test]
    fn what_is_copied_stays_within_sixty_words() {
        for entry in respondex_core::Catalog::builtin().entries() {
            let reply = for_entry(entry);
            assert!(reply.split_whitespace().count() <= 60, "{}: {reply}", entry.id);
        }
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let retry = Retry::new(RetryKind::Unknown);
        assert_eq!(reply("It failed.", Actor::Unknown, &[], &retry), "It failed.");
    }
}
