//! Filters: `vendor:` `class:` `actor:` `retry:` `method:` `condition:`.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::{Actor, Catalog, Entry, RetryKind};
use crate::code::{Code, StatusClass};
use crate::search::UnderstoodKind;

/// What an entry has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum Filter {
    Vendor(&'static str),
    Class(StatusClass),
    Actor(Actor),
    Retry(RetryKind),
    /// In upper case.
    Method(String),
    Condition(&'static str),
}

/// Other words for the values of `actor:`.
const ACTORS: &[(&str, Actor)] = &[
    ("developer", Actor::Client),
    ("us", Actor::Client),
    ("them", Actor::Vendor),
    ("user", Actor::EndUser),
    ("caller", Actor::EndUser),
];

/// Other words for the values of `retry:`.
const RETRIES: &[(&str, RetryKind)] = &[
    ("fix", RetryKind::AfterFix),
    ("reauthentication", RetryKind::AfterReauthentication),
    ("login", RetryKind::AfterReauthentication),
    ("delay", RetryKind::AfterDelay),
    ("wait", RetryKind::AfterDelay),
    ("yes", RetryKind::AfterDelay),
];

/// Values of `class:`, with other words for them.
const CLASSES: &[(&str, StatusClass)] = &[
    ("1xx", StatusClass::Informational),
    ("1", StatusClass::Informational),
    ("informational", StatusClass::Informational),
    ("interim", StatusClass::Informational),
    ("2xx", StatusClass::Successful),
    ("2", StatusClass::Successful),
    ("success", StatusClass::Successful),
    ("3xx", StatusClass::Redirection),
    ("3", StatusClass::Redirection),
    ("redirect", StatusClass::Redirection),
    ("4xx", StatusClass::ClientError),
    ("4", StatusClass::ClientError),
    ("client-error", StatusClass::ClientError),
    ("5xx", StatusClass::ServerError),
    ("5", StatusClass::ServerError),
    ("server-error", StatusClass::ServerError),
];

const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

/// Reads one value of a filter; nothing where name or value is none.
pub(super) fn read(catalog: &Catalog, name: &str, value: &str) -> Option<Filter> {
    fn named<T: Copy>(list: &[(&str, T)], value: &str) -> Option<T> {
        list.iter().find(|(name, _)| *name == value).map(|(_, meant)| *meant)
    }
    let hyphened = value.replace(' ', "-");
    Some(match name {
        "vendor" => Filter::Vendor(catalog.vendor(value)?.id),
        "class" => Filter::Class(named(CLASSES, &hyphened)?),
        "actor" => Filter::Actor(Actor::of_id(&hyphened).or_else(|| named(ACTORS, &hyphened))?),
        "retry" => {
            Filter::Retry(RetryKind::of_id(&hyphened).or_else(|| named(RETRIES, &hyphened))?)
        }
        "method" => {
            let method = value.to_ascii_uppercase();
            Filter::Method(METHODS.contains(&method.as_str()).then_some(method)?)
        }
        "condition" => {
            let mut conditions = catalog.conditions().iter();
            let meant = conditions.find(|condition| {
                condition.id == hyphened || condition.name.eq_ignore_ascii_case(value)
            })?;
            Filter::Condition(meant.id)
        }
        _ => return None,
    })
}

impl Filter {
    /// Whether an entry is so.
    pub(in crate::search) fn fits(&self, entry: &Entry) -> bool {
        match self {
            Self::Vendor(id) => entry.vendor == *id,
            // A vendor's own number belongs to the class of the status that it is nearest to.
            Self::Class(class) => {
                let status = entry.code.class();
                let nearest = entry.nearest_http_status.map(Code::from).and_then(Code::class);
                status.or(nearest) == Some(*class)
            }
            Self::Actor(actor) => entry.actor == *actor,
            Self::Retry(kind) => entry.retry.kind == *kind,
            Self::Method(method) => {
                let methods = &entry.scope.methods;
                methods.is_empty() || methods.iter().any(|other| other == method)
            }
            Self::Condition(id) => entry.condition == *id,
        }
    }

    /// What it is called among the understood parts.
    pub(super) fn kind(&self) -> UnderstoodKind {
        match self {
            Self::Vendor(_) => UnderstoodKind::Vendor,
            Self::Class(_) => UnderstoodKind::Class,
            Self::Actor(_) => UnderstoodKind::Actor,
            Self::Retry(_) => UnderstoodKind::Retry,
            Self::Method(_) => UnderstoodKind::Method,
            Self::Condition(_) => UnderstoodKind::Condition,
        }
    }

    /// The value as it is named in data.
    pub(super) fn value(&self) -> String {
        String::from(match self {
            Self::Vendor(id) | Self::Condition(id) => *id,
            Self::Class(class) => class.label(),
            Self::Actor(actor) => actor.id(),
            Self::Retry(kind) => kind.id(),
            Self::Method(method) => method,
        })
    }
}

/// Whether an entry fits all filters; of filters of one kind, one is enough.
pub(in crate::search) fn all_fit(filters: &[Filter], entry: &Entry) -> bool {
    let kinds: Vec<UnderstoodKind> = filters.iter().map(Filter::kind).collect();
    kinds.iter().all(|kind| {
        let mut same = filters.iter().filter(|filter| filter.kind() == *kind);
        same.any(|filter| filter.fits(entry))
    })
}
