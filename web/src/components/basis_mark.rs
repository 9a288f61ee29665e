//! Who says a fact: a quiet mark that opens the source and, for what is not stated, the reason.

use respondex_core::{Basis, Catalog, Entry, Provenance, Source};
use yew::prelude::*;

use crate::state::{vendor_facts, words};

/// The mark of one fact of an entry; nothing where the entry says nothing of it.
pub fn basis_mark(entry: &Entry, fact: &str) -> Html {
    entry.provenance.get(fact).map_or_else(Html::default, |provenance| {
        provenance_mark(&entry.vendor, provenance, words::fact(fact))
    })
}

/// The mark of any fact of a vendor.
pub fn provenance_mark(vendor: &str, provenance: &Provenance, about: &str) -> Html {
    let basis = provenance.basis;
    let class = match basis {
        Basis::Stated => "basis-stated",
        Basis::Derived => "basis-derived",
        Basis::Inferred => "basis-inferred",
    };
    let source = vendor_facts::vendor(Catalog::builtin(), vendor).and_then(|vendor| {
        vendor.sources.iter().find(|source| source.id.as_str() == &*provenance.source)
    });
    html! {
        <details class={classes!("basis", class)}>
            <summary>
                {words::basis(basis)}
                <span class="visually-hidden">{format!(": who says the {about}")}</span>
            </summary>
            <div class="basis-body">
                <p>{words::basis_detail(basis)}</p>
                if let Some(reason) = &provenance.reason {
                    <p>{reason.to_string()}</p>
                }
                if let Some(source) = source {
                    <p class="muted">{source_line(source, provenance.locator.as_deref())}</p>
                }
            </div>
        </details>
    }
}

/// Title of a source, linked where it has an address, with the place in it.
pub fn source_line(source: &Source, locator: Option<&str>) -> Html {
    let title = if source.url.starts_with("https://") {
        html! { <a href={source.url.clone()} rel="noreferrer">{&source.title}</a> }
    } else {
        html! { {&source.title} }
    };
    html! {
        <>
            {title}
            if let Some(locator) = locator { {format!(", {locator}")} }
            if !source.edition.is_empty() { {format!(" ({})", source.edition)} }
        </>
    }
}
