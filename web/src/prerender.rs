//! Writes every page as text, by the same components that run in the browser.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use respondex_core::{Catalog, Code};
use yew::LocalServerRenderer;

use crate::app::{App, AppProps};
use crate::route::Route;
use crate::state::page_head::{NAME, PageHead, page_head};

/// Every page that has an address.
pub fn routes(catalog: &Catalog) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::Decode, Route::Compare, Route::Vendors, Route::About];
    routes.extend(catalog.vendors().iter().map(|vendor| Route::Vendor(vendor.id.to_owned())));
    routes.extend(catalog.entries().iter().map(|entry| Route::code(entry.vendor, entry.code)));
    routes.extend(numbers(catalog).into_iter().map(Route::CompareCode));
    routes.extend(
        catalog.conditions().iter().map(|known| Route::CompareCondition(known.id.to_owned())),
    );
    for one in catalog.vendors() {
        let others = catalog.vendors().iter().filter(|other| other.id != one.id);
        routes.extend(
            others.map(|other| Route::CompareVendors(one.id.to_owned(), other.id.to_owned())),
        );
    }
    routes
}

/// Every number that anybody lists, rising: each has a comparison.
fn numbers(catalog: &Catalog) -> Vec<Code> {
    let mut numbers: Vec<Code> = catalog.entries().iter().map(|entry| entry.code).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The markup of a page, ready to be taken over in the browser.
pub fn markup(route: &Route) -> String {
    let props = AppProps { route: route.clone() };
    let mut rendering = pin!(LocalServerRenderer::<App>::with_props(props).render());
    // Nothing in the app waits for anything, so that polling is enough.
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut context) {
            return markup;
        }
    }
}

/// The whole page: the built entry page with title, description and content put in.
///
/// `base` is the path of the site; `site` its address, which makes the page name its canonical address.
/// Nothing where the entry page lacks one of its parts.
pub fn page(template: &str, route: &Route, base: &str, site: Option<&str>) -> Option<String> {
    let PageHead { title, description } = page_head(Catalog::builtin(), route);
    let own_path = match route {
        Route::NotFound => String::new(),
        route => format!("{base}{}", route.path()),
    };
    let canonical = match (site, route) {
        (Some(site), route) if *route != Route::NotFound => {
            let site = site.trim_end_matches('/');
            format!(
                "<link rel=\"canonical\" href=\"{}\"><link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"{NAME}\" href=\"{base}{SEARCH_DESCRIPTION}\">",
                escape(&format!("{site}/{}", route.path()))
            )
        }
        _ => String::new(),
    };
    let head = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">{canonical}",
        escape(&title),
        escape(&description)
    );
    let (before_title, rest) = template.split_once("<title>")?;
    let (_, after_title) = rest.split_once("</title>")?;
    let (before_body, rest) = after_title.split_once("<body")?;
    let (_, inside_body) = rest.split_once('>')?;
    let root =
        ["<div id=\"app\">", "<div id=app>"].into_iter().find(|root| inside_body.contains(root))?;
    let (before_root, after_root) = inside_body.split_once(root)?;
    Some(format!(
        "{before_title}{head}{before_body}<body data-prerendered=\"{}\">{before_root}<div id=\"app\">{}{after_root}",
        escape(&own_path),
        markup(route),
    ))
}

/// Name of the file that tells a browser how to look a code up from its address bar.
pub const SEARCH_DESCRIPTION: &str = "opensearch.xml";

/// That file. `site` is the public address of the site.
///
/// # Source
///
/// `OpenSearch` 1.1, draft 6: its template has to be a whole address.
pub fn search_description(site: &str) -> String {
    let site = escape(site.trim_end_matches('/'));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n  \
         <ShortName>{NAME}</ShortName>\n  \
         <Description>What a vendor's response code means, who has to act and when to try again</Description>\n  \
         <InputEncoding>UTF-8</InputEncoding>\n  \
         <Url type=\"text/html\" template=\"{site}/?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n"
    )
}

/// Name of the file below the site's folder.
pub fn file_name(route: &Route) -> String {
    match route {
        Route::Home => "index.html".into(),
        Route::NotFound => "404.html".into(),
        route => format!("{}.html", route.path()),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!DOCTYPE html><head><title>Respondex</title></head><body data-prerendered><div id=app></div></body>";

    #[test]
    fn every_page_renders_with_one_heading() {
        for route in routes(Catalog::builtin()).iter().chain([&Route::NotFound]) {
            let markup = markup(route);
            assert_eq!(markup.matches("<h1").count(), 1, "{route:?}");
            assert!(!markup.contains(" style="), "{route:?}");
        }
    }

    #[test]
    fn a_page_names_its_own_address() {
        let page = page(TEMPLATE, &Route::About, "/sub/", Some("https://example.org/sub/"));
        let page = page.expect("the template has every part");
        assert!(page.contains("<body data-prerendered=\"/sub/about\">"), "{page}");
        assert!(page.contains("<title>About, sources and privacy · Respondex</title>"), "{page}");
        assert!(page.contains("href=\"https://example.org/sub/about\""), "{page}");
        assert!(page.contains("href=\"/sub/opensearch.xml\""), "{page}");
    }

    #[test]
    fn the_search_description_names_whole_addresses() {
        let file = search_description("https://example.org/sub/");
        assert!(file.contains("template=\"https://example.org/sub/?q={searchTerms}\""), "{file}");
    }

    #[test]
    fn the_page_of_unknown_addresses_names_none() {
        let page = page(TEMPLATE, &Route::NotFound, "/", Some("https://example.org"));
        let page = page.expect("the template has every part");
        assert!(page.contains("data-prerendered=\"\""));
        assert!(!page.contains("canonical"));
    }

    #[test]
    fn no_two_pages_share_a_file() {
        let mut files: Vec<String> = routes(Catalog::builtin()).iter().map(file_name).collect();
        let count = files.len();
        files.sort_unstable();
        files.dedup();
        assert_eq!(files.len(), count);
    }
}
