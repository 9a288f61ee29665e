//! Rules about numbers: their range, their class, their registration, and the words registered for them.

use alloc::format;
use alloc::string::String;

use super::super::wording::add;
use super::case::Case;
use super::{Against, Rule, Sign};
use crate::catalog::{Actor, Entry, Outcome, STANDARD, Travels, UsageKind};
use crate::code::{Code, StatusClass};

/// The last number that a status line can hold.
const LAST_OF_THREE_DIGITS: u32 = 999;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "final-error-in-1xx",
        against: Against::Standard,
        section: "RFC 9110, section 15.2",
        effect: "HTTP clients wait for another response or fail; read the number where the vendor writes it, never as a status.",
        fact: "outcome",
        signs: &[Sign::Listed(final_error)],
    },
    Rule {
        id: "outside-status-range",
        against: Against::Standard,
        section: "RFC 9110, section 15",
        effect: "Clients have to treat it as a server error, and some refuse the response.",
        fact: "travels",
        signs: &[Sign::Listed(|_, entry| {
            let breaks = entry.code.class().is_none() && entry.travels != Travels::Body;
            breaks.then(|| format!("{} lies outside 100 to 599.", entry.code))
        })],
    },
    Rule {
        id: "unregistered-status",
        against: Against::Standard,
        section: "IANA status code registry",
        effect: "Only the vendor's page says what it means.",
        fact: "travels",
        signs: &[Sign::Listed(|case, entry| {
            let may_be_status = entry.travels != Travels::Body && entry.code.class().is_some();
            let breaks = may_be_status && case.standard.is_none();
            breaks.then(|| format!("{} is not registered.", entry.code))
        })],
    },
    Rule {
        id: "number-looks-like-status",
        against: Against::Standard,
        section: "RFC 9110, section 15",
        effect: "Never cut the number to three digits, and do not take it for the HTTP status.",
        fact: "travels",
        signs: &[Sign::Listed(looks_like_status)],
    },
    Rule {
        id: "registered-phrase-differs",
        against: Against::Standard,
        section: "RFC 9112, section 4",
        effect: "Compare the number, never the phrase.",
        fact: "wire",
        signs: &[Sign::Listed(phrase_differs)],
    },
    Rule {
        id: "server-error-for-caller-mistake",
        against: Against::Standard,
        section: "RFC 9110, section 15.6",
        effect: "Repeating the request may not help; it has to be corrected where the caller is at fault.",
        fact: "actor",
        signs: &[
            Sign::Listed(|case, entry| {
                let of_server = entry.code.class() == Some(StatusClass::ServerError)
                    || case.is_class_of(Actor::Vendor);
                (of_server && entry.actor == Actor::Client)
                    .then(|| "A mistake of the caller has a number of the server's class.".into())
            }),
            Sign::Used(
                UsageKind::IncludesCallerMistakes,
                "A number of the server's class stands for mistakes of the caller as well.",
            ),
        ],
    },
    Rule {
        id: "client-error-for-server-failure",
        against: Against::Standard,
        section: "RFC 9110, section 15.5",
        effect: "Correcting the request may not help; the server can be at fault.",
        fact: "actor",
        signs: &[
            Sign::Listed(|case, entry| {
                let of_client = entry.code.class() == Some(StatusClass::ClientError)
                    || case.is_class_of(Actor::Client);
                (of_client && entry.actor == Actor::Vendor)
                    .then(|| "A failure of the server has a number of the client's class.".into())
            }),
            Sign::Used(
                UsageKind::IncludesServerErrors,
                "A number of the client's class stands for failures of the server as well.",
            ),
        ],
    },
];

fn final_error(case: &Case<'_>, entry: &Entry) -> Option<String> {
    let breaks =
        entry.code.class() == Some(StatusClass::Informational) && entry.outcome == Outcome::Failure;
    if !breaks {
        return None;
    }
    let mut reason =
        String::from("A failure has a number of the 1xx class, which is for interim responses.");
    if let Some(phrase) = case.standard.and_then(|standard| standard.wire.phrase) {
        add(&mut reason, " ", &format!("{} is registered as “{phrase}”.", entry.code));
    }
    if let Some(group) = case.stated_group() {
        let called = format!("The vendor's own group is called “{}”.", group.name);
        add(&mut reason, " ", &called);
    }
    Some(reason)
}

fn looks_like_status(case: &Case<'_>, entry: &Entry) -> Option<String> {
    let under = Code::from(entry.under_status?);
    let mut leading = entry.code.number();
    if leading <= LAST_OF_THREE_DIGITS {
        return None;
    }
    while leading > LAST_OF_THREE_DIGITS {
        leading /= 10;
    }
    let status = case.catalog.entry_of(STANDARD, Code::new(leading))?;
    let phrase = status.wire.phrase.filter(|_| status.is_in_use() && status.code != under)?;
    Some(format!(
        "{} begins like {leading} ({phrase}), but is the vendor's own number; the HTTP status is {under}.",
        entry.code
    ))
}

fn phrase_differs(case: &Case<'_>, entry: &Entry) -> Option<String> {
    let phrase = entry.wire.phrase.filter(|_| entry.travels == Travels::StatusLine)?;
    let wire = &case.standard?.wire;
    let registered = wire.phrase?;
    if wire.phrase.iter().chain(&wire.aliases).any(|known| *known == phrase) {
        return None;
    }
    let capitals = if registered.eq_ignore_ascii_case(phrase) { ", in other capitals" } else { "" };
    Some(format!("The vendor writes “{phrase}”; the registry has “{registered}”{capitals}."))
}
