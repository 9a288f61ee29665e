//! Who somebody is to somebody else: names of members that hold a person's name or what somebody signs in as, and
//! as often an object, a number or a state. Their values are looked at before they are masked.

use super::Check::{Login, PersonName};
use super::Place::Structure;
use super::{FEWEST_DIGITS, Group, group, phrases, said};
use crate::redact::kind::Kind::{Account, Person};
use crate::redact::people;

pub(super) const GROUPS: &[Group] = &[
    group(
        Person,
        Structure,
        PersonName,
        &[
            "patient",
            "member",
            "caregiver",
            "subscriber",
            "beneficiary",
            "enrollee",
            "insured",
            "policyholder",
            "guarantor",
            "dependent",
            "nurse",
            "aide",
            "doctor",
            "practitioner",
            "coordinator",
            "employee",
            "recipient",
        ],
        &[],
    ),
    group(Account, Structure, Login, &["user", "usr", "uid", "login", "logon", "remoteuser"], &[]),
];

/// Roles and states that stand where somebody is named; lower case.
const NOBODY: &[&str] = &[
    "active",
    "admin",
    "administrator",
    "all",
    "anonymous",
    "any",
    "application",
    "authenticated",
    "automatic",
    "background",
    "backend",
    "bot",
    "browser",
    "cancelled",
    "closed",
    "completed",
    "cron",
    "current",
    "daemon",
    "default",
    "deleted",
    "developer",
    "disabled",
    "enabled",
    "everyone",
    "existing",
    "external",
    "false",
    "guest",
    "hidden",
    "home",
    "inactive",
    "integration",
    "locked",
    "logged",
    "new",
    "nobody",
    "ok",
    "old",
    "online",
    "offline",
    "open",
    "optional",
    "other",
    "owner",
    "page",
    "pending",
    "primary",
    "public",
    "read",
    "redacted",
    "rejected",
    "removed",
    "role",
    "root",
    "secondary",
    "self",
    "session",
    "string",
    "support",
    "temporary",
    "unassigned",
    "user",
    "verified",
    "write",
    "www-data",
    "yes",
];

pub(super) fn is_nobody(word: &str) -> bool {
    NOBODY.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a value can be the number of somebody's record: digits, and letters and dashes among them.
pub(super) fn is_record_number(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && value.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS
}

/// Whether a value can be the name of somebody: `Testperson`, `Testperson, Jane`, `Jane+Testperson`.
pub(super) fn is_person_name(value: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let value = &value.replace("%20", " ").replace('+', " ");
    let mut words = value.split(' ').map(|word| word.trim_end_matches([',', '.']));
    let is_part = |word: &str| {
        let is_initial = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        is_initial || people::is_one(word) && !is_nobody(word)
    };
    value.split(' ').count() <= MOST_WORDS && value.len() > 1 && words.all(is_part)
}

/// Whether a value can be what somebody signs in as.
pub(super) fn is_login(value: &str) -> bool {
    // `CORP\made.up` and addresses of mail are known by their looks.
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@' | '+' | '$');
    let is_mail = value.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    let mut said = said::REFUSALS.iter().chain(said::SAID).chain(said::STATES);
    value.len() > 1
        && value.chars().all(is_part)
        && !is_mail
        && (!is_number || value.len() >= FEWEST_DIGITS)
        && value.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && !phrases::is_common(value)
        && !is_nobody(value)
        && !said.any(|word| word.eq_ignore_ascii_case(value))
}
