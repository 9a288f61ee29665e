//! Every question that staff read to a caller, or to whoever makes the caller's software, is short and
//! plain, asks for no secret, and tells nothing that it must not. Each rule is shown to fire.

#![expect(clippy::unwrap_used, reason = "a test that stops says why")]

#[path = "replies/reading.rs"]
mod reading;
#[path = "replies/vocabulary.rs"]
mod vocabulary;

use reading::{grade, has_one_of, words};
use respondex_core::catalog::lint::question_problems;
use respondex_core::{Basis, Catalog, Outcome};
use vocabulary::{HEALTH, JARGON, OPPOSITES, TELLING, quotation};

/// Grade of US schools at most, as for a reply.
const HIGHEST_GRADE: f64 = 8.0;

/// What nobody has to say on the phone. Software may be asked how it treats them, never what they are.
const SECRETS: &[&str] = &[
    "birthday",
    "card number",
    "credential",
    "date of birth",
    "key",
    "passcode",
    "password",
    "patient",
    "pin",
    "secret",
    "social security",
    "token",
];

/// How a question begins that a secret cannot answer.
const BEGINS_HARMLESS: &[&str] = &[
    "Does ",
    "Do ",
    "Did ",
    "Is ",
    "Are ",
    "Has ",
    "Have ",
    "Was ",
    "Were ",
    "When ",
    "Which call ",
];

/// Whom a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Caller,
    SoftwareVendor,
}

/// A question and what it has to agree with.
struct Subject {
    id: &'static str,
    asked: Asked,
    question: &'static str,
    /// Whether it may not tell that a person or account exists.
    sensitive: bool,
    /// Whether it may speak of patients and practices.
    in_health_care: bool,
}

fn lists<'a>(
    caller: &'a [&'static str],
    software_vendor: &'a [&'static str],
) -> [(Asked, &'a [&'static str]); 2] {
    [(Asked::Caller, caller), (Asked::SoftwareVendor, software_vendor)]
}

fn subjects() -> Vec<Subject> {
    let catalog = Catalog::builtin();
    let mut subjects = Vec::new();
    for entry in catalog.entries() {
        for (asked, questions) in lists(&entry.ask_caller, &entry.ask_software_vendor) {
            subjects.extend(questions.iter().map(|question| Subject {
                id: entry.id,
                asked,
                question,
                sensitive: entry.sensitive,
                in_health_care: ["hhaexchange", "santedb", "updox"].contains(&entry.vendor),
            }));
        }
    }
    for condition in catalog.conditions() {
        for (asked, questions) in lists(&condition.ask_caller, &condition.ask_software_vendor) {
            subjects.extend(questions.iter().map(|question| Subject {
                id: condition.id,
                asked,
                question,
                sensitive: false,
                in_health_care: false,
            }));
        }
    }
    subjects
}

/// What is wrong with a question, if anything, with the name of the rule.
fn broken(subject: &Subject) -> Vec<(&'static str, String)> {
    let Subject { asked, question, .. } = *subject;
    let is_caller = asked == Asked::Caller;
    let form = question_problems("", &[question]).into_iter().next().map(|found| found.message);
    let hard = (grade(question) > HIGHEST_GRADE).then(|| format!("grade {:.1}", grade(question)));
    let number = words(question).into_iter().find(|word| word.parse::<u32>().is_ok());
    let secret = has_one_of(question, SECRETS);
    let is_harmless = BEGINS_HARMLESS.iter().any(|begin| question.starts_with(begin));
    let found = [
        ("form", form),
        ("one-question", (question.matches(['?', '.', '!']).count() > 1).then(|| "two".into())),
        ("readable", hard.filter(|_| is_caller)),
        ("no-jargon", has_one_of(question, JARGON).filter(|_| is_caller)),
        ("no-code", number.map(Into::into)),
        ("no-quotation", quotation(question)),
        ("no-secret", secret.filter(|_| is_caller || !is_harmless)),
        ("neutral", has_one_of(question, TELLING).filter(|_| subject.sensitive)),
        ("no-health", has_one_of(question, HEALTH).filter(|_| !subject.in_health_care)),
    ];
    found.into_iter().filter_map(|(rule, what)| what.map(|what| (rule, what))).collect()
}

#[track_caller]
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_question_keeps_every_rule() {
    let problems: Vec<String> = subjects()
        .iter()
        .flat_map(|subject| {
            broken(subject).into_iter().map(|(rule, what)| {
                format!("{} {rule}: {what}: {:?}: {}", subject.id, subject.asked, subject.question)
            })
        })
        .collect();
    assert_none(&problems);
}

#[test]
fn every_rule_fires_on_a_bad_question() {
    for (rule, question) in [
        ("form", "Tell me when you signed in."),
        ("form", "Did you, on that day or on any day before that one, go on and on and on again?"),
        ("one-question", "Did it work? Did it?"),
        (
            "readable",
            "Did your organization's administrative representative authenticate individually?",
        ),
        ("no-jargon", "Which headers did you see?"),
        ("no-code", "Was it a 4071?"),
        (
            "no-quotation",
            "Is it that the sending user has no such thing, as sending user has direct address found for sending user?",
        ),
        ("no-secret", "What is your password?"),
        ("neutral", "Does the account exist?"),
        ("no-health", "Which clinic are you at?"),
    ] {
        let asked = Asked::Caller;
        let subject =
            Subject { id: "acme/1", asked, question, sensitive: true, in_health_care: false };
        let found = broken(&subject);
        assert!(found.iter().any(|(name, _)| *name == rule), "{rule}: {found:?}: {question}");
    }
    let question = "Which token does your program send?";
    let asked = Asked::SoftwareVendor;
    let subject = Subject { id: "acme/1", asked, question, sensitive: false, in_health_care: true };
    assert_eq!(broken(&subject).first().map(|(rule, _)| *rule), Some("no-secret"));
}

#[test]
fn whatever_failed_gives_something_to_ask_of_both() {
    let failed = Catalog::builtin()
        .entries()
        .iter()
        .filter(|entry| matches!(entry.outcome, Outcome::Failure | Outcome::Partial));
    let problems: Vec<String> = failed
        .filter(|entry| entry.ask_caller.is_empty() || entry.ask_software_vendor.is_empty())
        .map(|entry| entry.id.into())
        .collect();
    assert_none(&problems);
}

#[test]
fn nobody_is_asked_anything_where_nothing_went_wrong() {
    for entry in Catalog::builtin().entries() {
        let is_done = ["success", "created", "no-content", "not-modified", "interim-response"];
        let asks = !(entry.ask_caller.is_empty() && entry.ask_software_vendor.is_empty());
        assert_eq!(asks, !is_done.contains(&entry.condition), "{}", entry.id);
    }
}

#[test]
fn what_exists_and_what_does_not_is_asked_about_with_the_same_words() {
    let entry = |id: &str| Catalog::builtin().entry(id).unwrap();
    for [one, other] in OPPOSITES {
        let (first, second) = (entry(one), entry(other));
        assert_eq!(first.ask_caller, second.ask_caller, "{one} {other}");
        assert_eq!(first.ask_software_vendor, second.ask_software_vendor, "{one} {other}");
    }
}

#[test]
fn questions_are_marked_as_our_advice() {
    for entry in Catalog::builtin().entries() {
        let said = entry.provenance.get("questions");
        assert_eq!(said.is_some(), !entry.ask_software_vendor.is_empty(), "{}", entry.id);
        let Some(said) = said else { continue };
        assert_eq!((said.basis, said.locator), (Basis::Inferred, None), "{}", entry.id);
        assert!(said.reason.unwrap().contains("our advice"), "{}", entry.id);
    }
}

#[test]
fn an_entry_without_questions_has_those_of_its_condition() {
    let catalog = Catalog::builtin();
    let entry = catalog.entry("vision/401").unwrap();
    let condition = catalog.condition("token-expired").unwrap();
    assert_eq!(entry.ask_caller, condition.ask_caller);
    assert_eq!(entry.ask_caller.first(), Some(&"When did you last sign in?"));
    let own = catalog.entry("vision/101").unwrap();
    let condition = catalog.condition(own.condition).unwrap();
    assert_eq!(own.ask_caller, condition.ask_caller);
    assert_ne!(own.ask_software_vendor, condition.ask_software_vendor);
}
