//! Answers for a number: every meaning, the groups that cover it, and what holds when nobody lists it.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

use super::entry::{Entry, Group};
use super::{Catalog, STANDARD};
use crate::code::Code;

/// What is known of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lookup {
    /// The number.
    pub code: Code,
    /// Whether any source lists the number itself.
    pub known: bool,
    /// Every meaning: vendors as they are listed, the standard last.
    pub meanings: Vec<Arc<Entry>>,
    /// Documented ranges and number families that cover it, the narrowest first.
    pub groups: Vec<Arc<Group>>,
    /// What holds where nobody lists the number.
    pub fallback: Option<Fallback>,
}

/// What can be said of a number that nobody lists: a rule, never a meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fallback {
    /// Which rule holds.
    pub rule: FallbackRule,
    /// `4xx`, for a number from 100 to 599.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<&'static str>,
    /// The status code as which a client treats it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treat_as: Option<u16>,
    /// The rule in one sentence.
    pub summary: String,
    /// Where the rule stands; nothing where it is only that no source lists the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'static str>,
    /// The meaning in the registry, where the number is registered and only the vendor does not list it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<Arc<Entry>>,
    /// How the vendors in question build their numbers.
    pub schemes: Vec<Scheme>,
}

/// Which rule holds for a number that nobody lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FallbackRule {
    /// 100 to 599: as the x00 of its class.
    StatusClass,
    /// 600 to 999: three digits, but no valid status code.
    InvalidStatus,
    /// Any other number: no HTTP status at all.
    ApplicationCode,
}

/// How a vendor builds its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scheme {
    /// Vendor id.
    pub vendor: &'static str,
    /// The vendor's scheme.
    pub summary: &'static str,
}

impl Catalog {
    /// Finds what is known of a code, at one vendor (an id, name or nickname) or at all.
    ///
    /// A number that nobody lists is answered with the groups that cover it and the rule that holds,
    /// never with a guessed meaning. An unknown vendor name finds nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::{Catalog, Code};
    ///
    /// let catalog = Catalog::builtin();
    /// let found = catalog.lookup(Code::new(4071), Some("updox"));
    /// assert_eq!(found.meanings[0].wire.message.as_deref(), Some("Recipient not found"));
    ///
    /// let unlisted = catalog.lookup(Code::new(205), Some("vision"));
    /// assert!(!unlisted.known);
    /// assert_eq!(unlisted.groups[0].id, "vision/201-206");
    /// ```
    ///
    /// # Source
    ///
    /// RFC 9110, section 15: an unrecognised code is treated as the x00 of its class, an invalid one
    /// as a 5xx.
    pub fn lookup(&self, code: Code, vendor: Option<&str>) -> Lookup {
        let wanted = vendor.map(|name| self.vendor(name).map(|vendor| vendor.id));
        let includes = |id: &str| wanted.is_none_or(|wanted| wanted == Some(id));
        let meanings: Vec<Arc<Entry>> =
            self.entries_with(code).filter(|entry| includes(entry.vendor)).cloned().collect();
        let covering = self
            .groups()
            .iter()
            .filter(|group| group.covers(code) && includes(group.vendor))
            .filter(|group| group.vendor != STANDARD || wanted == Some(Some(STANDARD)));
        let mut groups: Vec<Arc<Group>> = Vec::new();
        for group in covering {
            let place = groups.partition_point(|narrower| narrower.width() <= group.width());
            groups.insert(place, group.clone());
        }
        let known = !meanings.is_empty();
        let fallback =
            if known { None } else { Some(self.fallback(code, wanted.flatten(), &groups)) };
        Lookup { code, known, meanings, groups, fallback }
    }

    fn fallback(&self, code: Code, vendor: Option<&str>, groups: &[Arc<Group>]) -> Fallback {
        let schemes = self
            .vendors()
            .iter()
            .filter(|candidate| match vendor {
                Some(id) => candidate.id == id,
                None => groups.iter().any(|group| group.vendor == candidate.id),
            })
            .map(|vendor| Scheme { vendor: vendor.id, summary: vendor.scheme })
            .collect();
        let standard = self.entry_of(STANDARD, code).cloned();
        let listed_by =
            match vendor.and_then(|id| self.vendors().iter().find(|vendor| vendor.id == id)) {
                Some(vendor) => format!("{} does not list {code}", vendor.name),
                None => format!("No source lists {code}"),
            };
        let (rule, class, treat_as, summary, section) = match (code.class(), code.number()) {
            (Some(class), _) => {
                let generic = class.generic_status();
                let summary = if code == Code::from(generic) {
                    format!("{listed_by}; by its class it is a {} response.", class.label())
                } else {
                    format!(
                        "{listed_by}; a client treats it as {generic}, the general code of class {}.",
                        class.label()
                    )
                };
                (
                    FallbackRule::StatusClass,
                    Some(class.label()),
                    Some(generic),
                    summary,
                    Some("RFC 9110, section 15"),
                )
            }
            (None, 600..=999) => (
                FallbackRule::InvalidStatus,
                None,
                Some(500),
                format!(
                    "{listed_by}; it is outside 100 to 599, so as an HTTP status it is invalid and a client treats it as a server error."
                ),
                Some("RFC 9110, section 15"),
            ),
            (None, _) => (
                FallbackRule::ApplicationCode,
                None,
                None,
                format!(
                    "{listed_by}; it is no HTTP status, so only the vendor can say what it means."
                ),
                None,
            ),
        };
        Fallback { rule, class, treat_as, summary, section, standard, schemes }
    }
}
