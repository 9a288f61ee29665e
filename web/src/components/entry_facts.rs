//! Everything else that is known of an entry, under the answer card on its page.

use respondex_core::catalog::{ContentRule, Registration, Standard};
use respondex_core::{Catalog, Code, Entry};
use yew::prelude::*;

use super::basis_mark::basis_mark;
use super::quirk_list::quirk_list;
use crate::route::Route;
use crate::state::{vendor_facts, words};

/// Explanation, causes, confusions, quirks, wire facts and sources.
pub fn entry_facts(entry: &Entry) -> Html {
    html! {
        <div class="facts">
            {section("What is behind it", basis_mark(entry, "explanation"), html! { <p>{&entry.explanation}</p> })}
            if !entry.causes.is_empty() {
                {section("Causes, likeliest first", basis_mark(entry, "causes"), html! {
                    <ol class="causes">
                        for cause in &entry.causes { <li key={cause.clone()}>{cause}</li> }
                    </ol>
                })}
            }
            if !entry.confused_with.is_empty() {
                {section("Often confused with", Html::default(), confusions(entry))}
            }
            if !entry.quirks.is_empty() {
                {section("What to watch out for", Html::default(), quirk_list(&entry.quirks))}
            }
            {section("On the wire", basis_mark(entry, "wire"), wire_facts(entry))}
            if let Some(standard) = &entry.standard {
                {section("In the standard", basis_mark(entry, "standard"), standard_facts(standard))}
            }
        </div>
    }
}

/// A headed part of the page.
pub fn section(title: &'static str, mark: Html, content: Html) -> Html {
    html! {
        <section class="fact">
            <div class="fact-head"><h2>{title}</h2>{mark}</div>
            {content}
        </section>
    }
}

fn confusions(entry: &Entry) -> Html {
    let catalog = Catalog::builtin();
    html! {
        <ul class="plain">
            for confusion in &entry.confused_with {
                <li key={confusion.id.clone()}>
                    {match catalog.entry(&confusion.id) {
                        Some(other) => html! {
                            <a href={Route::code(&other.vendor, other.code).href()}>
                                {vendor_facts::name(catalog, &other.vendor).to_owned()}{" "}
                                <span class="code">{other.code.to_string()}</span>
                            </a>
                        },
                        None => html! { <span>{&confusion.id}</span> },
                    }}
                    {": "}{&confusion.reason}
                </li>
            }
        </ul>
    }
}

fn wire_facts(entry: &Entry) -> Html {
    let catalog = Catalog::builtin();
    let wire = &entry.wire;
    let exact = |text: &str| html! { <span class="wire" translate="no">{text.to_owned()}</span> };
    let message_name = if wire.template { "Message (described)" } else { "Message" };
    let group = entry.group.as_ref().and_then(|id| {
        let wanted = format!("{}/{id}", entry.vendor);
        catalog.groups().iter().find(|group| group.id == wanted || group.id == *id)
    });
    let condition = catalog.condition(&entry.condition);
    let nearest = entry.nearest_http_status.map(Code::from);
    html! {
        <dl class="pairs">
            {optional("Status or phrase", wire.phrase.as_deref().map(exact), Html::default())}
            {optional("Result", wire.result.as_deref().map(exact), Html::default())}
            {optional(message_name, wire.message.as_deref().map(exact), Html::default())}
            if !wire.aliases.is_empty() {
                {pair("Also worded", html! {
                    <ul class="plain">
                        for alias in &wire.aliases { <li key={alias.clone()}>{exact(alias)}</li> }
                    </ul>
                }, Html::default())}
            }
            {pair("Travels", html! { {words::travels(entry)} }, basis_mark(entry, "travels"))}
            {optional("Section", entry.section.as_ref().map(|section| html! { {section} }), basis_mark(entry, "section"))}
            {optional("Group", group.map(|group| html! {
                {format!("{}, {} to {}", group.name, group.from, group.to)}
            }), basis_mark(entry, "group"))}
            {optional("Documented for", words::scope(entry).map(|scope| html! { {scope} }), basis_mark(entry, "scope"))}
            {optional("Meaning", condition.map(|condition| html! { {&condition.name} }), basis_mark(entry, "condition"))}
            {optional("Nearest HTTP status", nearest.map(|code| html! {
                <a class="code" href={Route::CompareCode(code).href()}>{code.to_string()}</a>
            }), basis_mark(entry, "nearestHttpStatus"))}
            if !entry.carries.fields.is_empty() {
                {pair("Headers", exact(&entry.carries.fields.join(", ")), basis_mark(entry, "carries"))}
            }
            {optional("Body", entry.carries.content.as_ref().map(|content| html! { {content} }), basis_mark(entry, "carries"))}
            {optional("Contact", entry.contact.as_ref().map(|contact| html! { {contact} }), basis_mark(entry, "contact"))}
            {pair("Listed in", html! { {words::source_kind(entry.listing)} }, Html::default())}
        </dl>
    }
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
    let place = match &standard.section {
        Some(section) => format!("{}, section {section}", standard.rfc),
        None => standard.rfc.clone(),
    };
    let fields = |title: &'static str, names: &[String]| {
        if names.is_empty() {
            return Html::default();
        }
        pair(
            title,
            html! { <span class="wire" translate="no">{names.join(", ")}</span> },
            Html::default(),
        )
    };
    html! {
        <dl class="pairs">
            {pair("Defined in", html! { {place} }, Html::default())}
            {pair("Registered as", html! { {registration} }, Html::default())}
            {pair("Body", html! { {content} }, Html::default())}
            {pair("A cache may keep it", html! { {cache} }, Html::default())}
            {fields("Must carry", &standard.required_fields)}
            {fields("Should carry", &standard.recommended_fields)}
            {fields("May carry", &standard.optional_fields)}
        </dl>
    }
}

fn optional(name: &'static str, value: Option<Html>, mark: Html) -> Html {
    value.map_or_else(Html::default, |value| pair(name, value, mark))
}

/// Name and value, with the mark of who says so.
pub fn pair(name: &'static str, value: Html, mark: Html) -> Html {
    html! { <div class="pair"><dt>{name}</dt><dd>{value}{mark}</dd></div> }
}
