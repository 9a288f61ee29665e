//! What the address of a comparison asks for beside its page: which vendors, which rows.

use respondex_core::compare::Grouping;
use respondex_core::{Actor, Catalog, RetryKind};

use super::words;

/// The part of an address that begins with `?`, of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompareQuery {
    /// Vendor ids; empty means all.
    pub vendors: Vec<String>,
    /// How the rows of the matrix are grouped.
    pub by: Grouping,
    /// Only what differs.
    pub differing: bool,
    /// Only what deviates from the standard or from a vendor's own page.
    pub deviating: bool,
    /// Rows in which nothing differs as well.
    pub all: bool,
    /// Only where this side has to act.
    pub actor: Option<Actor>,
    /// Only where this is the advice on trying again.
    pub retry: Option<RetryKind>,
}

impl CompareQuery {
    /// Reads the part of an address that begins with `?`; what is not known there is passed over.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_web::state::compare_query::CompareQuery;
    ///
    /// let query = CompareQuery::parse("?vendors=vision,elevate-iq&only=differing");
    /// assert_eq!(query.vendors, ["vision", "elevate-iq"]);
    /// assert!(query.differing && !query.deviating);
    /// ```
    pub fn parse(search: &str) -> Self {
        let mut query = Self::default();
        for pair in search.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "vendors" => query.vendors = listed(value),
                "by" if value == "condition" => query.by = Grouping::Condition,
                "only" => {
                    for word in listed(value) {
                        query.differing |= word == "differing";
                        query.deviating |= word == "deviations";
                    }
                }
                "all" => query.all = true,
                "actor" => query.actor = Actor::of_id(value),
                "retry" => query.retry = RetryKind::of_id(value),
                _ => {}
            }
        }
        query
    }

    /// The part of an address that [`CompareQuery::parse`] reads; empty where nothing is asked for.
    pub fn search(&self) -> String {
        let only: Vec<&str> = [(self.differing, "differing"), (self.deviating, "deviations")]
            .into_iter()
            .filter_map(|(is_on, word)| is_on.then_some(word))
            .collect();
        let pairs = [
            ("vendors", self.vendors.join(",")),
            ("by", String::from(if self.by == Grouping::Condition { "condition" } else { "" })),
            ("only", only.join(",")),
            ("all", String::from(if self.all { "rows" } else { "" })),
            ("actor", self.actor.map(Actor::id).unwrap_or_default().into()),
            ("retry", self.retry.map(RetryKind::id).unwrap_or_default().into()),
        ];
        let mut search = String::new();
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            search.push(if search.is_empty() { '?' } else { '&' });
            search.push_str(name);
            search.push('=');
            search.push_str(value);
        }
        search
    }
}

impl CompareQuery {
    /// What takes rows away from the matrix, in words; empty where nothing does.
    pub fn filters(&self, catalog: &Catalog) -> Vec<String> {
        let names: Vec<&str> = catalog
            .vendors()
            .iter()
            .filter(|vendor| self.vendors.iter().any(|id| id == vendor.id))
            .map(|vendor| vendor.name)
            .collect();
        let mut filters = Vec::new();
        if self.differing {
            filters.push("Only where vendors differ".to_owned());
        }
        if self.deviating {
            filters.push("Only deviations".to_owned());
        }
        if let Some(actor) = self.actor {
            filters.push(format!("Who acts: {}", words::actor(actor)));
        }
        if let Some(kind) = self.retry {
            filters.push(format!("Try again: {}", words::retry_kind(kind)));
        }
        if !names.is_empty() {
            filters.push(format!("Vendors: {}", names.join(", ")));
        }
        filters
    }
}

/// Names that are parted by commas: letters, digits and hyphens, as ids have them.
fn listed(value: &str) -> Vec<String> {
    let is_id = |name: &&str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    value.split(',').filter(is_id).map(str::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_comes_back_from_its_address() {
        let all = CompareQuery {
            vendors: vec!["vision".into(), "elevate-iq".into()],
            by: Grouping::Condition,
            differing: true,
            deviating: true,
            all: true,
            actor: Some(Actor::EndUser),
            retry: Some(RetryKind::AfterDelay),
        };
        let search = all.search();
        assert_eq!(
            search,
            "?vendors=vision,elevate-iq&by=condition&only=differing,deviations&all=rows&actor=end-user&retry=after-delay"
        );
        assert_eq!(CompareQuery::parse(&search), all);
        assert_eq!(CompareQuery::default().search(), "");
        assert_eq!(
            all.filters(Catalog::builtin()),
            [
                "Only where vendors differ",
                "Only deviations",
                "Who acts: The person using it",
                "Try again: After a wait",
                "Vendors: Vision, Elevate IQ",
            ]
        );
        assert!(CompareQuery::default().filters(Catalog::builtin()).is_empty());
    }

    #[test]
    fn what_nobody_knows_is_passed_over() {
        for search in ["", "?", "?x=1", "?actor=everybody&by=&only=", "?vendors=%3Cscript%3E,,"] {
            assert_eq!(CompareQuery::parse(search), CompareQuery::default(), "{search}");
        }
    }
}
