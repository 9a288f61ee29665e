//! All vendors, and one vendor with everything that holds for all its codes.

use respondex_core::catalog::{ErrorContent, Tip};
use respondex_core::{Catalog, Entry, Vendor};
use yew::Html;

use super::not_found;
use crate::components::basis_mark::source_line;
use crate::components::entry_facts::section;
use crate::components::entry_row::entry_list;
use crate::components::fallback_card::group_list;
use crate::components::quirk_list::quirk_list;
use crate::components::vendor_card::vendor_cards;
use crate::components::vendor_sheet::vendor_sheet;
use crate::markup::{all, el, el_with, line, made_line, none, prose, text, wire};
use crate::state::{vendor_facts, words};

/// All vendors.
pub fn all_vendors() -> Html {
    let head = vec![
        el_with("h1", &[("tabindex", "-1")], vec![text("Vendors")]),
        line(
            "p",
            "",
            "Whose response codes are explained here. The HTTP standard is the baseline that they are compared with.",
        ),
    ];
    all(vec![el("div", "page-head", head), vendor_cards(Catalog::builtin().vendors().iter())])
}

/// One vendor.
pub fn vendor(id: &str) -> Html {
    let catalog = Catalog::builtin();
    let Some(vendor) = vendor_facts::vendor(catalog, id) else { return not_found() };
    let mut head = vec![
        el_with("h1", &[("tabindex", "-1")], vec![text(vendor.name)]),
        line("p", "muted", vendor.product),
        el("p", "lead", prose(vendor.about)),
        el("p", "", prose(vendor.scheme)),
    ];
    if let Some(contact) = vendor.contact {
        head.push(el("p", "muted", vec![text("Contact: "), text(contact)]));
    }
    let groups: Vec<_> =
        catalog.groups().iter().filter(|group| group.vendor == vendor.id).cloned().collect();
    let mut page = vec![el("div", "page-head", head), section("Codes", none(), codes(vendor))];
    if !groups.is_empty() {
        page.push(section("Ranges and number families", none(), group_list(&groups)));
    }
    if !vendor.error_content.is_empty() {
        let content = vendor.error_content.iter().map(error_content).collect();
        page.push(section("How errors are reported", none(), all(content)));
    }
    if !vendor.tips.is_empty() {
        let tips = el("ul", "plain", vendor.tips.iter().map(tip).collect());
        page.push(section("What the vendor advises", none(), tips));
    }
    if !vendor.quirks.is_empty() {
        page.push(section("What to watch out for", none(), quirk_list(&vendor.quirks)));
    }
    // On paper: the head, the sheet, and the section that follows it.
    page.push(vendor_sheet(catalog, vendor.id));
    page.push(section("Sources", none(), sources(vendor)));
    el("div", "vendor-page", page)
}

fn codes(vendor: &Vendor) -> Html {
    let sections = vendor_facts::sections(Catalog::builtin(), vendor.id);
    let several = sections.len() > 1;
    let parts = sections.into_iter().map(|(heading, entries)| {
        let heading = match heading {
            Some(heading) => line("h3", "", heading),
            None if several => line("h3", "", "Under no heading"),
            None => none(),
        };
        let entries: Vec<&Entry> = entries.iter().map(AsRef::as_ref).collect();
        el("div", "vendor-section", vec![heading, entry_list(&entries, false)])
    });
    all(parts.collect())
}

/// The sources of a vendor, each with its kind.
pub(super) fn sources(vendor: &Vendor) -> Html {
    let items = vendor.sources.iter().map(|source| {
        let kind = made_line("span", "muted", format!(": {}", words::source_kind(source.kind)));
        el("li", "", vec![source_line(source, None), kind])
    });
    el("ul", "plain", items.collect())
}

fn tip(tip: &Tip) -> Html {
    let mut item = vec![line("span", "code", tip.about), text(": ")];
    item.extend(prose(tip.summary));
    el("li", "", item)
}

fn error_content(content: &ErrorContent) -> Html {
    let members = content.members.iter().map(|member| {
        let name = el("dt", "", vec![wire(member.name.to_owned())]);
        let meaning = el("span", "", prose(member.meaning));
        let basis = line("span", "muted", words::basis(member.basis));
        el("div", "pair", vec![name, el("dd", "", vec![meaning, basis])])
    });
    let mut parts = vec![
        el_with("h3", &[("translate", "no")], vec![text(content.name)]),
        el("p", "", prose(content.summary)),
    ];
    if !content.media_types.is_empty() {
        parts.push(el("p", "muted", vec![wire(content.media_types.join(", "))]));
    }
    parts.push(el("dl", "pairs", members.collect()));
    el("div", "content-format", parts)
}
