//! All vendors, and one vendor with everything that holds for all its codes.

use respondex_core::catalog::ErrorContent;
use respondex_core::{Catalog, Vendor};
use yew::prelude::*;

use super::not_found;
use crate::components::basis_mark::source_line;
use crate::components::entry_row::entry_list;
use crate::components::fallback_card::group_item;
use crate::components::quirk_list::quirk_list;
use crate::components::vendor_card::vendor_card;
use crate::state::{vendor_facts, words};

/// All vendors.
pub fn all_vendors() -> Html {
    html! {
        <>
            <div class="page-head">
                <h1 tabindex="-1">{"Vendors"}</h1>
                <p>{"Whose response codes are explained here. The HTTP standard is the baseline that they are compared with."}</p>
            </div>
            <ul class="vendor-cards">
                for vendor in Catalog::builtin().vendors() { {vendor_card(vendor)} }
            </ul>
        </>
    }
}

/// One vendor.
pub fn vendor(id: &str) -> Html {
    let catalog = Catalog::builtin();
    let Some(vendor) = vendor_facts::vendor(catalog, id) else { return not_found() };
    let groups: Vec<_> =
        catalog.groups().iter().filter(|group| group.vendor == vendor.id).collect();
    html! {
        <div class="vendor-page">
            <div class="page-head">
                <h1 tabindex="-1">{&vendor.name}</h1>
                <p class="muted">{&vendor.product}</p>
                <p class="lead">{&vendor.about}</p>
                <p>{&vendor.scheme}</p>
                if let Some(contact) = &vendor.contact { <p class="muted">{"Contact: "}{contact}</p> }
            </div>
            <section class="fact">
                <h2>{"Codes"}</h2>
                for (at, (heading, entries)) in vendor_facts::sections(catalog, &vendor.id).into_iter().enumerate() {
                    <div key={at} class="vendor-section">
                        if let Some(heading) = heading {
                            <h3>{heading}</h3>
                        } else if vendor_facts::sections(catalog, &vendor.id).len() > 1 {
                            <h3>{"Without a section"}</h3>
                        }
                        {entry_list(entries.iter().map(AsRef::as_ref), false)}
                    </div>
                }
            </section>
            if !groups.is_empty() {
                <section class="fact">
                    <h2>{"Ranges and number families"}</h2>
                    <ul class="groups">
                        for group in groups { <li key={group.id.clone()}>{group_item(group)}</li> }
                    </ul>
                </section>
            }
            {vendor_extras(vendor)}
        </div>
    }
}

fn vendor_extras(vendor: &Vendor) -> Html {
    html! {
        <>
            if !vendor.error_content.is_empty() {
                <section class="fact">
                    <h2>{"How errors are reported"}</h2>
                    for content in &vendor.error_content { {error_content(content)} }
                </section>
            }
            if !vendor.tips.is_empty() {
                <section class="fact">
                    <h2>{"What the vendor advises"}</h2>
                    <ul class="plain">
                        for (at, tip) in vendor.tips.iter().enumerate() {
                            <li key={at}><span class="code">{&tip.about}</span>{": "}{&tip.summary}</li>
                        }
                    </ul>
                </section>
            }
            if !vendor.quirks.is_empty() {
                <section class="fact"><h2>{"What to watch out for"}</h2>{quirk_list(&vendor.quirks)}</section>
            }
            <section class="fact">
                <h2>{"Sources"}</h2>
                {sources(vendor)}
            </section>
        </>
    }
}

/// The sources of a vendor, each with its kind.
pub(super) fn sources(vendor: &Vendor) -> Html {
    html! {
        <ul class="plain">
            for source in &vendor.sources {
                <li key={source.id.clone()}>
                    {source_line(source, None)}
                    <span class="muted">{format!(": {}", words::source_kind(source.kind))}</span>
                </li>
            }
        </ul>
    }
}

fn error_content(content: &ErrorContent) -> Html {
    html! {
        <div key={content.name.clone()} class="content-format">
            <h3 translate="no">{&content.name}</h3>
            <p>{&content.summary}</p>
            if !content.media_types.is_empty() {
                <p class="muted wire" translate="no">{content.media_types.join(", ")}</p>
            }
            <dl class="pairs">
                for member in &content.members {
                    <div class="pair" key={member.name.clone()}>
                        <dt class="wire" translate="no">{&member.name}</dt>
                        <dd>
                            {&member.meaning}{" "}
                            <span class="muted">{words::basis(member.basis)}</span>
                        </dd>
                    </div>
                }
            </dl>
        </div>
    }
}
