//! Title and description of each page, for the tab, search engines and the prerendered file.

use respondex_core::catalog::STANDARD;
use respondex_core::{Catalog, Code, Entry};

use super::vendor_facts;
use crate::route::Route;

/// Name of the product.
pub const NAME: &str = "Respondex";

/// What stands in the head of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageHead {
    /// Title, the product's name included.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: String,
}

/// Title and description of a page.
pub fn page_head(catalog: &Catalog, route: &Route) -> PageHead {
    let (title, description) = match route {
        Route::Home => {
            return PageHead {
                title: format!("{NAME}: what a vendor's response code means"),
                description: "Type a response code or paste a raw response: what happened, who has \
                              to act, what to do and when to try again."
                    .into(),
            };
        }
        Route::Code { vendor, code } => code_head(catalog, vendor, *code),
        Route::Decode => (
            "Decode a response".into(),
            "Paste a raw API response and read what it says. Nothing that you paste leaves the page."
                .into(),
        ),
        Route::Compare => (
            "Compare response codes".into(),
            "Every response code by vendor in one table, with its meaning.".into(),
        ),
        Route::CompareCode(code) => (
            format!("{code} compared across vendors"),
            format!("What {code} means at each vendor and in the HTTP standard, and where they differ."),
        ),
        Route::CompareCondition(id) => match catalog.condition(id) {
            Some(condition) => (
                format!("{}: codes of each vendor", condition.name),
                format!("{} Which codes and messages tell it, and what to do at each vendor.", condition.summary),
            ),
            None => not_found(),
        },
        Route::CompareVendors(one, other) => {
            match (vendor_facts::vendor(catalog, one), vendor_facts::vendor(catalog, other)) {
                (Some(one), Some(other)) => (
                    format!("{} against {}", one.name, other.name),
                    format!(
                        "Every response code of {} and {} side by side, and what changes for a program that handles one of them.",
                        one.name, other.name
                    ),
                ),
                _ => not_found(),
            }
        }
        Route::Vendors => (
            "Vendors".into(),
            "The vendors whose response codes are explained here, and where the facts come from.".into(),
        ),
        Route::Vendor(id) => match vendor_facts::vendor(catalog, id) {
            Some(vendor) => {
                (format!("{} response codes", vendor.name), format!("{} {}", vendor.about, vendor.scheme))
            }
            None => not_found(),
        },
        Route::About => (
            "About, sources and privacy".into(),
            "Where the facts come from, how they are marked, and why nothing that you paste leaves the page."
                .into(),
        ),
        Route::NotFound => not_found(),
    };
    PageHead { title: format!("{title} · {NAME}"), description }
}

fn code_head(catalog: &Catalog, vendor: &str, code: Code) -> (String, String) {
    let Some(vendor) = vendor_facts::vendor(catalog, vendor) else { return not_found() };
    match catalog.entry_of(vendor.id, code) {
        Some(entry) => (entry_title(entry, vendor.name), entry.summary.to_owned()),
        None => (
            format!("{} {code}", vendor.name),
            format!("{} does not list {code}: what can be said of it all the same.", vendor.name),
        ),
    }
}

fn entry_title(entry: &Entry, vendor: &str) -> String {
    let vendor = if entry.vendor == STANDARD { "HTTP" } else { vendor };
    match entry.wording() {
        Some(wording) => format!("{vendor} {}: {wording}", entry.code),
        None => format!("{vendor} {}", entry.code),
    }
}

fn not_found() -> (String, String) {
    ("Page not found".into(), "There is no page at this address.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_pages_share_a_title() {
        let catalog = Catalog::builtin();
        let codes = catalog.entries().iter().map(|entry| Route::code(entry.vendor, entry.code));
        let fixed = [
            Route::Home,
            Route::Decode,
            Route::Compare,
            Route::Vendors,
            Route::About,
            Route::NotFound,
        ];
        let mut titles: Vec<String> =
            codes.chain(fixed).map(|route| page_head(catalog, &route).title).collect();
        let count = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), count);
    }

    #[test]
    fn an_unknown_vendor_has_the_title_of_a_missing_page() {
        let head = page_head(Catalog::builtin(), &Route::Vendor("nobody".into()));
        assert_eq!(head.title, "Page not found · Respondex");
    }
}
