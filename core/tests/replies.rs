//! Every reply that staff read to a caller is plain, short, says what comes next, and tells nothing that
//! it must not. Each rule is shown to fire on a reply that breaks it.

#![expect(clippy::unwrap_used, reason = "a test that stops says why")]

#[path = "replies/reading.rs"]
mod reading;
#[path = "replies/rules.rs"]
mod rules;
#[path = "replies/vocabulary.rs"]
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};

use respondex_core::catalog::model::{CatalogFile, ConditionsFile};
use respondex_core::{Actor, Catalog, RetryKind};
use rules::{RULES, Subject};
use vocabulary::OPPOSITES;

fn files() -> Vec<CatalogFile> {
    let texts = [
        include_str!("../catalog/hhaexchange.json"),
        include_str!("../catalog/vision.json"),
        include_str!("../catalog/santedb.json"),
        include_str!("../catalog/updox.json"),
        include_str!("../catalog/elevate-iq.json"),
    ];
    texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
}

fn name_in_replies(vendor: &str) -> &'static str {
    match vendor {
        "hhaexchange" => "HHAeXchange",
        "vision" => "Vision",
        "santedb" => "SanteDB",
        "updox" => "Updox",
        "elevate-iq" => "Elevate",
        _ => "service",
    }
}

fn of_entries() -> Vec<Subject> {
    let entries = Catalog::builtin().entries().iter();
    entries
        .map(|entry| Subject {
            id: entry.id.into(),
            reply: entry.reply.into(),
            code: Some(entry.code.number()),
            vendor: name_in_replies(entry.vendor),
            actor: entry.actor,
            retry: entry.retry.kind,
            sensitive: entry.sensitive,
            in_health_care: ["hhaexchange", "santedb", "updox"].contains(&entry.vendor),
        })
        .collect()
}

/// A condition that only sensitive entries have is about persons and accounts, and its reply as neutral.
fn of_conditions() -> Vec<Subject> {
    let catalog = Catalog::builtin();
    let is_sensitive = |id: &str| {
        let mut having = catalog.entries().iter().filter(|entry| entry.condition == id).peekable();
        having.peek().is_some() && having.all(|entry| entry.sensitive)
    };
    let conditions = catalog.conditions().iter();
    conditions
        .map(|condition| Subject {
            id: condition.id.into(),
            reply: condition.reply.into(),
            code: None,
            vendor: "service",
            actor: condition.actor,
            retry: condition.retry.kind,
            sensitive: is_sensitive(condition.id),
            in_health_care: false,
        })
        .collect()
}

#[track_caller]
fn assert_no_problems(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_reply_keeps_every_rule() {
    let subjects = of_entries().into_iter().chain(of_conditions());
    let problems: Vec<String> = subjects
        .flat_map(|subject| {
            RULES.iter().filter_map(move |rule| {
                let found = (rule.check)(&subject)?;
                Some(format!("{} {}: {found}: {}", subject.id, rule.id, subject.reply))
            })
        })
        .collect();
    assert_no_problems(&problems);
}

/// Ids of the entries without a reply of their own.
fn without_a_reply(files: &[CatalogFile]) -> Vec<String> {
    let of = |file: &CatalogFile| {
        let vendor = file.vendor.id.clone();
        let missing = file.entries.iter().filter(|entry| entry.reply.is_none());
        missing.map(|entry| format!("{vendor}/{}", entry.code)).collect::<Vec<_>>()
    };
    files.iter().flat_map(of).collect()
}

#[test]
fn every_entry_of_a_vendor_has_a_reply_of_its_own() {
    assert_no_problems(&without_a_reply(&files()));
}

#[test]
fn an_entry_without_a_reply_is_seen() {
    let mut files = files();
    files[0].entries[0].reply = None;
    assert_eq!(without_a_reply(&files), ["hhaexchange/200"]);
}

/// Entries of one vendor that share a reply without sharing what it says.
///
/// Sensitive ones may share one: two texts, one for what exists and one for what does not, would tell.
fn shared_replies(files: &[CatalogFile]) -> Vec<String> {
    let mut problems = Vec::new();
    for file in files {
        let mut seen = BTreeMap::new();
        for entry in &file.entries {
            let first = seen.entry(&entry.reply).or_insert(entry);
            let same = (&first.condition, first.actor, &first.retry)
                == (&entry.condition, entry.actor, &entry.retry);
            let tells = !(first.sensitive && entry.sensitive);
            if !same && tells {
                problems.push(format!("{} {} and {}", file.vendor.id, first.code, entry.code));
            }
        }
    }
    problems
}

#[test]
fn one_reply_does_not_stand_for_two_things() {
    assert_no_problems(&shared_replies(&files()));
}

#[test]
fn a_reply_that_stands_for_two_things_is_seen() {
    let mut files = files();
    files[0].entries[5].reply = files[0].entries[6].reply.clone();
    assert_eq!(shared_replies(&files), ["hhaexchange 401 and 403"]);
}

#[test]
fn what_exists_and_what_does_not_get_the_same_reply() {
    let entry = |id: &str| Catalog::builtin().entry(id).unwrap();
    for [one, other] in OPPOSITES {
        assert!(entry(one).sensitive && entry(other).sensitive, "{one} {other}");
        assert_eq!(entry(one).reply, entry(other).reply, "{one} {other}");
    }
}

#[test]
fn an_entry_of_the_standard_has_its_own_reply_or_that_of_its_condition() {
    let catalog = Catalog::builtin();
    let file: CatalogFile = serde_json::from_str(include_str!("../catalog/http.json")).unwrap();
    let conditions: ConditionsFile =
        serde_json::from_str(include_str!("../catalog/conditions.json")).unwrap();
    let mut own = 0;
    for record in &file.entries {
        let condition = conditions.conditions.iter().find(|known| known.id == record.condition);
        let expected = record.reply.as_ref().unwrap_or(&condition.unwrap().reply);
        let entry = catalog.entry(&format!("http/{}", record.code)).unwrap();
        assert_eq!(entry.reply, expected, "{}", entry.id);
        own += usize::from(record.reply.is_some());
    }
    assert_eq!((own, file.entries.len() - own), (8, 56));
}

fn good() -> Subject {
    Subject {
        id: "acme/4071".into(),
        reply: "Acme could not send the message. Please check the address, then send it again."
            .into(),
        code: Some(4071),
        vendor: "Acme",
        actor: Actor::Client,
        retry: RetryKind::AfterFix,
        sensitive: true,
        in_health_care: false,
    }
}

/// The rules that a reply breaks.
fn broken(subject: &Subject) -> Vec<&'static str> {
    RULES.iter().filter(|rule| (rule.check)(subject).is_some()).map(|rule| rule.id).collect()
}

#[test]
fn a_good_reply_breaks_no_rule() {
    assert_eq!(broken(&good()), [""; 0]);
}

#[test]
fn every_rule_fires_on_a_bad_reply() {
    let long =
        "Please go on and on, then try it again. ".repeat(5) + "Please go on, all of you now.";
    let cases = [
        ("short", long.as_str()),
        (
            "readable",
            "Your organization's administrative representative unfailingly authenticated \
             individually, then please additionally initiate international communication again.",
        ),
        ("calm", "Oh dear! Please check the address, then send it again."),
        ("no-jargon", "Please check the headers, then send it again."),
        ("no-jargon", "Please check the access tokens, then send it again."),
        ("no-code", "It is a 4071. Please check the address, then send it again."),
        ("no-quotation", "It seems that the sending user does not have it. Please send it again."),
        ("neutral", "Nobody was found. Please check the address, then send it again."),
        ("no-health", "It is a patient. Please check the address, then send it again."),
        ("next-step", "Please wave. Then it failed. Acme is not pleased. It will do so again."),
        ("fits-retry", "Please wait a while, then send it again."),
        ("fits-actor", "Then you can send it again, whatever it is."),
    ];
    let mut fired = BTreeSet::new();
    for (rule, reply) in cases {
        let found = broken(&Subject { reply: reply.into(), ..good() });
        assert!(found.contains(&rule), "{rule} did not fire, but {found:?}: {reply}");
        fired.insert(rule);
    }
    assert_eq!(fired, RULES.iter().map(|rule| rule.id).collect());
}

#[test]
fn each_kind_of_retry_and_each_actor_has_words_that_do_not_fit() {
    let again = "Please check the address, then send it again.";
    let wait = "Please wait a while, then try again.";
    let retries = [
        (RetryKind::No, again),
        (RetryKind::AfterReauthentication, wait),
        (RetryKind::AfterDelay, again),
        (RetryKind::NotNeeded, wait),
        (RetryKind::Unknown, again),
    ];
    for (retry, reply) in retries {
        let found = broken(&Subject { retry, reply: reply.into(), ..good() });
        assert!(found.contains(&"fits-retry"), "{retry:?}: {found:?}");
    }
    let provider = "Your software provider needs to correct it, then send it again.";
    let actors = [(Actor::Vendor, again), (Actor::EndUser, provider), (Actor::Nobody, provider)];
    for (actor, reply) in actors {
        let found = broken(&Subject { actor, reply: reply.into(), ..good() });
        assert!(found.contains(&"fits-actor"), "{actor:?}: {found:?}");
    }
}
