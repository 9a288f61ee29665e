//! Everything else that is known of an entry, under the answer card on its page.

use respondex_core::catalog::{ContentRule, Registration, Standard};
use respondex_core::{Catalog, Code, Entry};
use yew::Html;

use super::basis_mark::basis_mark;
use super::quirk_list::quirk_list;
use crate::markup::{el, line, link, made, made_line, none, prose, text, wire};
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// Explanation, causes, confusions, quirks, wire facts and sources.
pub fn entry_facts(entry: &Entry) -> Html {
    let mut facts = background(entry);
    facts.push(section("On the wire", basis_mark(entry, "wire"), wire_facts(entry)));
    if let Some(standard) = &entry.standard {
        let mark = basis_mark(entry, "standard");
        facts.push(section("In the standard", mark, standard_facts(standard)));
    }
    el("div", "facts", facts)
}

/// What is behind it: explanation, causes, what it is mistaken for, what to ask, what to watch out for.
pub fn background(entry: &Entry) -> Vec<Html> {
    let explanation = el("p", "", prose(entry.explanation));
    let mut facts =
        vec![section("What is behind it", basis_mark(entry, "explanation"), explanation)];
    if !entry.causes.is_empty() {
        let causes = entry.causes.iter().map(|cause| el("li", "", prose(cause))).collect();
        let causes = el("ol", "causes", causes);
        facts.push(section("Causes, likeliest first", basis_mark(entry, "causes"), causes));
    }
    if !entry.confused_with.is_empty() {
        facts.push(section("Often confused with", none(), confusions(entry)));
    }
    facts.extend(questions(entry));
    if !entry.quirks.is_empty() {
        facts.push(section("What to watch out for", none(), quirk_list(&entry.quirks)));
    }
    facts
}

/// What to ask the caller and the software vendor, beside each other; nothing where nothing went wrong.
pub fn questions(entry: &Entry) -> Option<Html> {
    let lists = [
        ("What to ask the caller", &entry.ask_caller),
        ("What to ask their software vendor", &entry.ask_software_vendor),
    ];
    let parts: Vec<Html> = lists
        .into_iter()
        .filter(|(_, questions)| !questions.is_empty())
        .map(|(title, questions)| {
            let items = questions.iter().map(|question| line("li", "", question));
            let items = el("ul", "questions", items.collect());
            section(title, basis_mark(entry, "questions"), items)
        })
        .collect();
    (!parts.is_empty()).then(|| el("div", "asks", parts))
}

/// A headed part of the page.
pub fn section(title: &'static str, mark: Html, content: Html) -> Html {
    let head = el("div", "fact-head", vec![line("h2", "", title), mark]);
    el("section", "fact", vec![head, content])
}

/// Name and value, with the mark of who says so.
pub fn pair(name: &'static str, value: Html, mark: Html) -> Html {
    el("div", "pair", vec![line("dt", "", name), el("dd", "", vec![value, mark])])
}

/// Vendor and number, linked to their page where there is one.
pub fn entry_link(id: &str) -> Html {
    let catalog = Catalog::builtin();
    match catalog.entry(id) {
        Some(entry) => {
            let name = text(vendor_facts::name(catalog, entry.vendor));
            let code = made_line("span", "code", entry.code.to_string());
            link(Route::code(entry.vendor, entry.code).href(), "", vec![name, text(" "), code])
        }
        None => made(id.to_owned()),
    }
}

fn confusions(entry: &Entry) -> Html {
    let items = entry.confused_with.iter().map(|confusion| {
        let mut item = vec![entry_link(confusion.id), text(": ")];
        item.extend(prose(confusion.reason));
        el("li", "", item)
    });
    el("ul", "plain", items.collect())
}

fn wire_facts(entry: &Entry) -> Html {
    let catalog = Catalog::builtin();
    let said = &entry.wire;
    let exact = |words: &'static str| wire(words.to_owned());
    let group = entry.group.and_then(|id| {
        let whole = format!("{}/{id}", entry.vendor);
        catalog.groups().iter().find(|group| group.id == whole || group.id == id)
    });
    let group = group.map(|group| made(format!("{}, {} to {}", group.name, group.from, group.to)));
    let condition = catalog.condition(entry.condition).map(|condition| text(condition.name));
    let nearest = entry.nearest_http_status.map(|status| {
        let code = Code::from(status);
        link(Route::CompareCode(code).href(), "code", vec![made(code.to_string())])
    });
    let aliases = said.aliases.iter().map(|alias| el("li", "", vec![exact(alias)]));
    let fields = &entry.carries.fields;
    let message = if said.template { "Message (described)" } else { "Message" };
    let facts: Vec<(&'static str, Option<Html>, &'static str)> = vec![
        ("Status or phrase", said.phrase.map(exact), ""),
        ("Result", said.result.map(exact), ""),
        (message, said.message.map(exact), ""),
        (
            "Also worded",
            (!said.aliases.is_empty()).then(|| el("ul", "plain", aliases.collect())),
            "",
        ),
        ("Travels", Some(made(words::travels(entry))), "travels"),
        ("Section", entry.section.map(text), "section"),
        ("Group", group, "group"),
        ("Documented for", words::scope(entry).map(made), "scope"),
        ("Meaning", condition, "condition"),
        ("Nearest HTTP status", nearest, "nearestHttpStatus"),
        ("Headers", (!fields.is_empty()).then(|| wire(fields.join(", "))), "carries"),
        ("Body", entry.carries.content.map(text), "carries"),
        ("Contact", entry.contact.map(text), "contact"),
        ("Listed in", Some(text(words::source_kind(entry.listing))), ""),
    ];
    let pairs = facts.into_iter().filter_map(|(name, value, fact)| {
        value.map(|value| pair(name, value, basis_mark(entry, fact)))
    });
    el("dl", "pairs", pairs.collect())
}

fn standard_facts(standard: &Standard) -> Html {
    let registration = match standard.registration {
        Registration::Permanent => "in use",
        Registration::Temporary => "registered for a time",
        Registration::Unused => "reserved, not used",
        Registration::Obsolete => "obsolete",
    };
    let content = match standard.content {
        ContentRule::Never => "none",
        ContentRule::Allowed => "allowed",
    };
    let cache =
        if standard.heuristically_cacheable { "without being told" } else { "only when told" };
    let place = match standard.section {
        Some(section) => format!("{}, section {section}", standard.rfc),
        None => standard.rfc.to_owned(),
    };
    let mut pairs = vec![
        pair("Defined in", made(place), none()),
        pair("Registered as", text(registration), none()),
        pair("Body", text(content), none()),
        pair("A cache may keep it", text(cache), none()),
    ];
    for (name, fields) in [
        ("Must carry", &standard.required_fields),
        ("Should carry", &standard.recommended_fields),
        ("May carry", &standard.optional_fields),
    ] {
        if !fields.is_empty() {
            pairs.push(pair(name, wire(fields.join(", ")), none()));
        }
    }
    el("dl", "pairs", pairs)
}
