//! The rules that every reply has to keep, as a table. Add one here, and a reply that breaks it to the tests.

use respondex_core::{Actor, RetryKind};

use super::reading::{grade, has_one_of, sentences, words};
use super::vocabulary::{HEALTH, JARGON, TELLING, quotation};

/// A reply and what it has to agree with.
pub(crate) struct Subject {
    /// `updox/4071`, or the id of a condition.
    pub(crate) id: String,
    pub(crate) reply: String,
    pub(crate) code: Option<u32>,
    /// What the vendor is called in a reply; `service` in a condition's.
    pub(crate) vendor: &'static str,
    pub(crate) actor: Actor,
    pub(crate) retry: RetryKind,
    /// Whether it may not tell that a person or account exists.
    pub(crate) sensitive: bool,
    /// Whether it may speak of patients and practices.
    pub(crate) in_health_care: bool,
}

/// A rule: what is wrong with a reply, if anything.
pub(crate) struct Rule {
    pub(crate) id: &'static str,
    pub(crate) check: fn(&Subject) -> Option<String>,
}

pub(crate) const RULES: &[Rule] = &[
    Rule { id: "short", check: short },
    Rule { id: "readable", check: readable },
    Rule { id: "calm", check: calm },
    Rule { id: "no-jargon", check: no_jargon },
    Rule { id: "no-code", check: no_code },
    Rule { id: "no-quotation", check: no_quotation },
    Rule { id: "neutral", check: neutral },
    Rule { id: "no-health", check: no_health },
    Rule { id: "next-step", check: next_step },
    Rule { id: "fits-retry", check: fits_retry },
    Rule { id: "fits-actor", check: fits_actor },
];

/// Words of a reply at most; the page adds documented waits and stays within 60.
const MOST_WORDS: usize = 45;

/// Grade of US schools at most: what a reader of about fourteen understands at once.
const HIGHEST_GRADE: f64 = 8.0;

/// What begins, or names, a next step.
const NEXT_STEPS: &[&str] = &[
    "ask us",
    "ask your software provider",
    "choose another",
    "do not send",
    "network team needs",
    "no need to",
    "not need to",
    "nothing more to do",
    "please",
    "tell us",
    "then search",
    "then send",
    "we will",
    "you can",
    "your software provider can",
    "your software provider needs",
    "your software provider should",
];

fn short(subject: &Subject) -> Option<String> {
    let count = words(&subject.reply).len();
    (count > MOST_WORDS).then(|| format!("{count} words"))
}

fn readable(subject: &Subject) -> Option<String> {
    let grade = grade(&subject.reply);
    (grade > HIGHEST_GRADE).then(|| format!("grade {grade:.1}"))
}

fn calm(subject: &Subject) -> Option<String> {
    let loud = ["!", "?", "sorry", "unfortunately", "oops", "your fault", "you forgot"];
    let text = subject.reply.to_lowercase();
    loud.iter().find(|word| text.contains(**word)).map(|word| format!("has {word:?}"))
}

fn no_jargon(subject: &Subject) -> Option<String> {
    has_one_of(&subject.reply, JARGON)
}

fn no_code(subject: &Subject) -> Option<String> {
    let code = subject.code.map(|code| code.to_string());
    words(&subject.reply)
        .into_iter()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .find(|word| word.len() > 2 || code.as_deref() == Some(*word))
        .map(|word| format!("the number {word}"))
}

fn no_quotation(subject: &Subject) -> Option<String> {
    quotation(&subject.reply)
}

fn neutral(subject: &Subject) -> Option<String> {
    if subject.sensitive { has_one_of(&subject.reply, TELLING) } else { None }
}

fn no_health(subject: &Subject) -> Option<String> {
    if subject.in_health_care { None } else { has_one_of(&subject.reply, HEALTH) }
}

/// One of the last two sentences has it: what follows it can only be whether trying again helps.
fn next_step(subject: &Subject) -> Option<String> {
    let sentences = sentences(&subject.reply);
    let last = sentences.get(sentences.len().saturating_sub(2)..).unwrap_or_default();
    let named = last.iter().any(|sentence| has_one_of(sentence, NEXT_STEPS).is_some());
    (!named).then(|| "no next step near its end".into())
}

fn fits_retry(subject: &Subject) -> Option<String> {
    let has = |phrases: &[&str]| has_one_of(&subject.reply, phrases).is_some();
    let waits = has(&["wait", "later", "a few minute"]);
    let repeats = has(&["again", "once more"]);
    let fits = match subject.retry {
        RetryKind::No => has(&["will not help"]) && !waits,
        RetryKind::AfterFix | RetryKind::AfterReauthentication => {
            (repeats || has(&["then"])) && !waits
        }
        RetryKind::AfterDelay => waits && !has(&["will not help"]),
        RetryKind::NotNeeded => !has(&["try again", "try once more", "trying again"]),
        RetryKind::Unknown => has(&["we cannot say", "once more"]),
    };
    (!fits).then(|| format!("does not fit the retry advice {:?}", subject.retry))
}

fn fits_actor(subject: &Subject) -> Option<String> {
    let has = |phrases: &[&str]| has_one_of(&subject.reply, phrases).is_some();
    let fits = match subject.actor {
        Actor::Client => has(&["your software provider", "please"]),
        Actor::Vendor => subject.reply.contains(subject.vendor) && has(&["we will"]),
        Actor::EndUser => has(&["please"]) && !has(&["your software provider needs"]),
        Actor::Nobody => !has(&["your software provider needs", "we will"]),
        Actor::Unknown => true,
    };
    (!fits).then(|| format!("does not fit the actor {:?}", subject.actor))
}
