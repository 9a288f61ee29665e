//! The rules that a catalogue file has to keep, as a table.
//!
//! The build script and the library run the same rules, so a file that a user loads is judged like
//! the built-in ones. Each rule sees one whole file and reports every place that breaks it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::model::{Basis, BasisRecord, CatalogFile, ConditionsFile, RetryKind, Travels};

/// The facts of an entry whose basis can be given.
pub const FACTS: &[&str] = &[
    "wire",
    "travels",
    "outcome",
    "group",
    "section",
    "scope",
    "condition",
    "actor",
    "retry",
    "summary",
    "explanation",
    "causes",
    "steps",
    "nearestHttpStatus",
    "carries",
    "contact",
    "standard",
    "questions",
];

/// A place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON pointer into the file.
    pub pointer: String,
    /// What is wrong and what to write.
    pub message: String,
}

/// A rule with its name.
#[derive(Debug)]
pub struct Lint {
    /// Kebab-case name.
    pub id: &'static str,
    /// Reports every place that breaks the rule.
    pub check: fn(&CatalogFile, &ConditionsFile) -> Vec<Problem>,
}

/// Every rule. Add one here, with a test of one bad record in `tests/lints.rs`.
pub const LINTS: &[Lint] = &[
    Lint { id: "unique-codes", check: unique_codes },
    Lint { id: "sorted-codes", check: sorted_codes },
    Lint { id: "known-condition", check: known_condition },
    Lint { id: "known-source", check: known_source },
    Lint { id: "known-facts", check: known_facts },
    Lint { id: "reasons-given", check: reasons_given },
    Lint { id: "group-holds-code", check: group_holds_code },
    Lint { id: "inside-documented-groups", check: inside_documented_groups },
    Lint { id: "wording-given", check: wording_given },
    Lint { id: "sentences", check: sentences },
    Lint { id: "steps-given", check: steps_given },
    Lint { id: "sensitive-reply-given", check: sensitive_reply_given },
    Lint { id: "questions-can-be-asked", check: questions_can_be_asked },
    Lint { id: "delays-fit-kind", check: delays_fit_kind },
    Lint { id: "nearest-status-registered-range", check: nearest_status_range },
    Lint { id: "status-line-range", check: status_line_range },
];

/// Runs every rule on a file and returns what they find, in the order of the table.
pub fn lint(file: &CatalogFile, conditions: &ConditionsFile) -> Vec<Problem> {
    LINTS.iter().flat_map(|lint| (lint.check)(file, conditions)).collect()
}

fn problem(pointer: String, message: String) -> Problem {
    Problem { pointer, message }
}

fn unique_codes(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let mut seen = BTreeMap::new();
    let mut problems = Vec::new();
    for (index, entry) in file.entries.iter().enumerate() {
        if let Some(first) = seen.insert(entry.code, index) {
            problems.push(problem(
                format!("/entries/{index}/code"),
                format!("code {} stands already at /entries/{first}; merge the two", entry.code),
            ));
        }
    }
    problems
}

fn sorted_codes(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let codes = file.entries.iter().map(|entry| entry.code);
    codes
        .clone()
        .zip(codes.skip(1))
        .enumerate()
        .filter(|(_, (before, after))| before > after)
        .map(|(index, (before, after))| {
            problem(
                format!("/entries/{}/code", index.saturating_add(1)),
                format!("code {after} stands after {before}; sort the entries by code"),
            )
        })
        .collect()
}

fn known_condition(file: &CatalogFile, conditions: &ConditionsFile) -> Vec<Problem> {
    let known: BTreeSet<&str> = conditions.conditions.iter().map(|c| c.id.as_str()).collect();
    let entries = file.entries.iter().enumerate();
    let messages = file.messages.iter().enumerate();
    let named = entries.map(|(index, entry)| ("entries", index, &entry.condition));
    named
        .chain(messages.map(|(index, message)| ("messages", index, &message.condition)))
        .filter(|(.., condition)| !known.contains(condition.as_str()))
        .map(|(list, index, condition)| {
            problem(
                format!("/{list}/{index}/condition"),
                format!(
                    "no condition `{condition}` in conditions.json; use one that is there or add it"
                ),
            )
        })
        .collect()
}

fn known_source(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let known: BTreeSet<&str> = file.sources.iter().map(|source| source.id.as_str()).collect();
    let mut named: Vec<(String, &str)> = Vec::new();
    for (index, entry) in file.entries.iter().enumerate() {
        named.push((format!("/entries/{index}/source"), &entry.source));
        for (fact, basis) in &entry.basis {
            if let Some(source) = &basis.source {
                named.push((format!("/entries/{index}/basis/{fact}/source"), source));
            }
        }
        for (usage_index, usage) in entry.usage.iter().enumerate() {
            if let Some(source) = &usage.source {
                named.push((format!("/entries/{index}/usage/{usage_index}/source"), source));
            }
        }
    }
    for (index, group) in file.groups.iter().enumerate() {
        named.push((format!("/groups/{index}/source"), &group.source));
    }
    for (index, content) in file.error_content.iter().enumerate() {
        named.push((format!("/errorContent/{index}/source"), &content.source));
        for (member_index, member) in content.members.iter().enumerate() {
            if let Some(source) = &member.source {
                named
                    .push((format!("/errorContent/{index}/members/{member_index}/source"), source));
            }
        }
    }
    for (index, message) in file.messages.iter().enumerate() {
        named.push((format!("/messages/{index}/source"), &message.source));
    }
    for (index, tip) in file.tips.iter().enumerate() {
        named.push((format!("/tips/{index}/source"), &tip.source));
    }
    for (fact, basis) in &file.defaults {
        if let Some(source) = &basis.source {
            named.push((format!("/defaults/{fact}/source"), source));
        }
    }
    named
        .into_iter()
        .filter(|(_, id)| !known.contains(id))
        .map(|(pointer, id)| {
            problem(
                pointer,
                format!("no source `{id}` in /sources; name one that is there or add it"),
            )
        })
        .collect()
}

fn known_facts(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    bases(file)
        .filter(|(_, fact, _)| !FACTS.contains(fact))
        .map(|(pointer, fact, _)| {
            problem(
                pointer,
                format!("`{fact}` is no fact of an entry; expected one of {}", FACTS.join(", ")),
            )
        })
        .collect()
}

fn reasons_given(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let missing = |basis: Basis, because: Option<&String>| {
        basis != Basis::Stated && because.is_none_or(|reason| reason.trim().is_empty())
    };
    let mut problems: Vec<Problem> = bases(file)
        .filter(|(_, _, record)| missing(record.basis, record.because.as_ref()))
        .map(|(pointer, fact, _)| {
            problem(
                pointer,
                format!("`{fact}` is not stated by the source; write why in `because`"),
            )
        })
        .collect();
    for (index, group) in file.groups.iter().enumerate() {
        if missing(group.basis, group.because.as_ref()) {
            problems.push(problem(
                format!("/groups/{index}/because"),
                format!("group `{}` is not stated by the source; write why in `because`", group.id),
            ));
        }
    }
    for (index, entry) in file.entries.iter().enumerate() {
        for (usage_index, usage) in entry.usage.iter().enumerate() {
            if missing(usage.basis, usage.because.as_ref()) {
                problems.push(problem(
                    format!("/entries/{index}/usage/{usage_index}/because"),
                    "the usage is not stated by the source; write why in `because`".into(),
                ));
            }
        }
    }
    for (index, message) in file.messages.iter().enumerate() {
        if missing(message.basis, message.because.as_ref()) {
            problems.push(problem(
                format!("/messages/{index}/because"),
                "the condition is not stated by the source; write why in `because`".into(),
            ));
        }
    }
    for (index, content) in file.error_content.iter().enumerate() {
        for (member_index, member) in content.members.iter().enumerate() {
            if missing(member.basis, member.because.as_ref()) {
                problems.push(problem(
                    format!("/errorContent/{index}/members/{member_index}/because"),
                    format!(
                        "member `{}` is not stated by the source; write why in `because`",
                        member.name
                    ),
                ));
            }
        }
    }
    problems
}

fn group_holds_code(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, group) in file.groups.iter().enumerate() {
        if group.from > group.to {
            problems.push(problem(
                format!("/groups/{index}/from"),
                format!(
                    "group `{}` begins at {} and ends at {}; swap them",
                    group.id, group.from, group.to
                ),
            ));
        }
    }
    for (index, entry) in file.entries.iter().enumerate() {
        let Some(id) = &entry.group else { continue };
        let found = match file.groups.iter().find(|group| group.id == *id) {
            None => format!("no group `{id}` in /groups; name one that is there or add it"),
            Some(group) if !(group.from..=group.to).contains(&entry.code) => {
                format!(
                    "code {} is outside group `{id}` ({} to {})",
                    entry.code, group.from, group.to
                )
            }
            Some(_) => continue,
        };
        problems.push(problem(format!("/entries/{index}/group"), found));
    }
    problems
}

fn inside_documented_groups(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    if file.groups.is_empty() {
        return Vec::new();
    }
    file.entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| {
            let inside = file.groups.iter().any(|group| (group.from..=group.to).contains(&entry.code));
            !inside && entry.quirks.is_empty()
        })
        .map(|(index, entry)| {
            problem(
                format!("/entries/{index}/code"),
                format!("code {} is in no group of /groups; correct it, or record the contradiction in `quirks`", entry.code),
            )
        })
        .collect()
}

fn wording_given(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    file.entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| {
            let wire = &entry.wire;
            let none = wire.phrase.is_none() && wire.result.is_none() && wire.message.is_none();
            none && !entry.basis.contains_key("wire")
        })
        .map(|(index, entry)| {
            problem(
                format!("/entries/{index}/wire"),
                format!("code {} has no wording; give it to the letter, or say in `basis.wire` why there is none", entry.code),
            )
        })
        .collect()
}

fn sentences(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, entry) in file.entries.iter().enumerate() {
        let single = [("summary", &entry.summary), ("explanation", &entry.explanation)];
        let listed =
            entry.causes.iter().enumerate().map(|(n, text)| (format!("causes/{n}"), text)).chain(
                entry.steps.iter().enumerate().map(|(n, text)| (format!("steps/{n}"), text)),
            );
        let single = single.into_iter().chain(entry.reply.iter().map(|reply| ("reply", reply)));
        let all = single.map(|(name, text)| (String::from(name), text)).chain(listed);
        for (name, text) in all {
            if !text.ends_with(['.', '?', '!']) {
                problems.push(problem(
                    format!("/entries/{index}/{name}"),
                    format!(
                        "code {} has no full sentence here; end it with a full stop",
                        entry.code
                    ),
                ));
            }
        }
    }
    problems
}

fn steps_given(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    file.entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.steps.is_empty())
        .map(|(index, entry)| {
            problem(
                format!("/entries/{index}/steps"),
                format!("code {} says nothing of what to do; write at least one step", entry.code),
            )
        })
        .collect()
}

/// A condition's reply says what happened, which a code that tells of a person must not.
fn sensitive_reply_given(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    file.entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.sensitive && entry.reply.is_none())
        .map(|(index, entry)| {
            problem(
                format!("/entries/{index}/reply"),
                format!(
                    "code {} tells of a person or an account; write a reply that does not",
                    entry.code
                ),
            )
        })
        .collect()
}

/// Words of a question at most: what a caller keeps in mind while it is read aloud.
const MOST_QUESTION_WORDS: usize = 18;

/// Questions to one person at most.
const MOST_QUESTIONS: usize = 3;

fn questions_can_be_asked(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    let asked = file.entries.iter().enumerate().flat_map(|(index, entry)| {
        [("askCaller", &entry.ask_caller), ("askSoftwareVendor", &entry.ask_software_vendor)]
            .map(|(name, questions)| (format!("/entries/{index}/{name}"), questions))
    });
    asked.flat_map(|(pointer, questions)| question_problems(&pointer, questions)).collect()
}

/// What is wrong with the questions to one person, which stand at a pointer.
pub fn question_problems<T: AsRef<str>>(pointer: &str, questions: &[T]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if questions.len() > MOST_QUESTIONS {
        let count = questions.len();
        let message = format!("{count} questions; keep the {MOST_QUESTIONS} that help most");
        problems.push(problem(pointer.into(), message));
    }
    for (index, question) in questions.iter().enumerate() {
        let question = question.as_ref();
        let words = question.split_whitespace().count();
        let message = if !question.ends_with('?') {
            "no question; end it with a question mark".into()
        } else if words > MOST_QUESTION_WORDS {
            format!("{words} words; ask in at most {MOST_QUESTION_WORDS}")
        } else {
            continue;
        };
        problems.push(problem(format!("{pointer}/{index}"), message));
    }
    problems
}

fn delays_fit_kind(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    file.entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| {
            let retry = &entry.retry;
            let has_delay = !retry.delays_seconds.is_empty() || retry.repeat_seconds.is_some();
            has_delay && retry.kind != RetryKind::AfterDelay
        })
        .map(|(index, entry)| {
            problem(
                format!("/entries/{index}/retry"),
                format!("code {} has delays but its kind is not \"after-delay\"", entry.code),
            )
        })
        .collect()
}

fn nearest_status_range(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    file.entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| entry.nearest_http_status.map(|status| (index, status)))
        .filter(|(_, status)| !(100..=599).contains(status))
        .map(|(index, status)| {
            problem(
                format!("/entries/{index}/nearestHttpStatus"),
                format!("{status} is no HTTP status; expected 100 to 599"),
            )
        })
        .collect()
}

fn status_line_range(file: &CatalogFile, _: &ConditionsFile) -> Vec<Problem> {
    file.entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| {
            entry.travels == Travels::StatusLine && !(100..=999).contains(&entry.code)
        })
        .map(|(index, entry)| {
            problem(
                format!("/entries/{index}/travels"),
                format!(
                    "code {} cannot stand in a status line, which has three digits",
                    entry.code
                ),
            )
        })
        .collect()
}

fn bases(file: &CatalogFile) -> impl Iterator<Item = (String, &str, &BasisRecord)> {
    let defaults = file
        .defaults
        .iter()
        .map(|(fact, record)| (format!("/defaults/{fact}"), fact.as_str(), record));
    let own = file.entries.iter().enumerate().flat_map(|(index, entry)| {
        entry.basis.iter().map(move |(fact, record)| {
            (format!("/entries/{index}/basis/{fact}"), fact.as_str(), record)
        })
    });
    defaults.chain(own)
}
