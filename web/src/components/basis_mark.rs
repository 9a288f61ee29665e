//! Who says a fact: a quiet mark that opens the source and, for what is not stated, the reason.

use respondex_core::{Basis, Catalog, Entry, Provenance, Source};
use yew::Html;

use crate::markup::{all, el, el_with, line, link, made, made_line, none, prose, text};
use crate::state::{vendor_facts, words};

/// The mark of one fact of an entry; nothing where the entry says nothing of it.
pub fn basis_mark(entry: &Entry, fact: &'static str) -> Html {
    match entry.provenance.get(fact) {
        Some(provenance) => provenance_mark(entry.vendor, provenance, words::fact(fact)),
        None => none(),
    }
}

/// The mark of any fact of a vendor.
pub fn provenance_mark(vendor: &str, provenance: &Provenance, about: &str) -> Html {
    let basis = provenance.basis;
    let source = vendor_facts::vendor(Catalog::builtin(), vendor)
        .and_then(|vendor| vendor.sources.iter().find(|source| source.id == provenance.source));
    let mut body = vec![line("p", "", words::basis_detail(basis))];
    if let Some(reason) = provenance.reason {
        body.push(el("p", "", prose(reason)));
    }
    if let Some(source) = source {
        body.push(el("p", "muted", vec![source_line(source, provenance.locator)]));
    }
    let summary = vec![
        text(words::basis(basis)),
        made_line("span", "visually-hidden", format!(": who says the {about}")),
    ];
    el("details", class(basis), vec![el("summary", "", summary), el("div", "basis-body", body)])
}

/// The mark as a word alone, where there is no source to open.
pub fn basis_word(basis: Basis) -> Html {
    let class = match basis {
        Basis::Stated => "basis-word basis-stated",
        Basis::Derived => "basis-word basis-derived",
        Basis::Inferred => "basis-word basis-inferred",
    };
    let attributes = [("class", class), ("title", words::basis_detail(basis))];
    el_with("span", &attributes, vec![text(words::basis(basis))])
}

/// Title of a source, linked where it has an address, with the place in it.
pub fn source_line(source: &Source, locator: Option<&str>) -> Html {
    let mut rest = String::new();
    if let Some(locator) = locator {
        rest = format!(", {locator}");
    }
    if !source.edition.is_empty() {
        rest = format!("{rest} ({})", source.edition);
    }
    let title = vec![text(source.title)];
    let title = if source.url.starts_with("https://") {
        link(source.url.to_owned(), "", title)
    } else {
        all(title)
    };
    all(vec![title, made(rest)])
}

fn class(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "basis basis-stated",
        Basis::Derived => "basis basis-derived",
        Basis::Inferred => "basis basis-inferred",
    }
}
