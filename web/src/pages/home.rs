//! Home: one box. Typing answers at once; a pasted response goes to the decoder.

use std::sync::Arc;

use respondex_core::search::UnderstoodKind;
use respondex_core::{Catalog, Code, Entry, Lookup, STANDARD, SearchOptions, SearchResult, search};
use yew::prelude::*;

use crate::components::entry_card::{CardPlace, entry_card};
use crate::components::entry_row::entry_list;
use crate::components::fallback_card::fallback_card;
use crate::components::icon::{Glyph, icon};
use crate::components::private_area::PrivateArea;
use crate::components::vendor_card::vendor_cards;
use crate::hooks::{address, text_area};
use crate::markup::{all, el, el_with, line, link, made, made_line, text};
use crate::route::Route;
use crate::state::box_text::{is_response, may_be_shared};
use crate::state::case::{Case, CaseAction};
use crate::state::{vendor_facts, words};

/// How many hits are listed below the card.
const LISTED: usize = 30;

/// Props of [`HomePage`].
#[derive(Debug, PartialEq, Properties)]
pub struct HomePageProps {
    /// Grows with each visit.
    pub visit: u32,
    /// Goes to a page.
    pub navigate: Callback<Route>,
    /// The working case, which takes a pasted response.
    pub case: UseReducerDispatcher<Case>,
}

/// The page.
#[component]
pub fn HomePage(props: &HomePageProps) -> Html {
    let area = use_node_ref();
    let query = use_state_eq(AttrValue::default);
    let was_pasted = use_mut_ref(|| false);

    // What was typed before the app ran stays; else the address may name a query.
    {
        let (area, query, was_pasted) = (area.clone(), query.setter(), was_pasted.clone());
        let (navigate, case) = (props.navigate.clone(), props.case.clone());
        let is_first = use_mut_ref(|| true);
        use_effect_with(props.visit, move |_| {
            let typed = text_area::value(&area);
            let is_first = is_first.replace(false);
            if is_first && is_response(&typed) {
                case.dispatch(CaseAction::Load(typed.into()));
                navigate.emit(Route::Decode);
            } else if is_first && !typed.is_empty() {
                // Nobody saw whether it was typed or pasted.
                was_pasted.replace(true);
                query.set(typed.into());
            } else {
                let asked = address::current_query().unwrap_or_default();
                was_pasted.replace(false);
                text_area::set_value(&area, &asked);
                query.set(asked.into());
            }
            text_area::focus(&area);
        });
    }

    let found = use_memo((*query).clone(), find);
    let on_input = {
        let (area, query, was_pasted) = (area.clone(), query.setter(), was_pasted.clone());
        let (navigate, case) = (props.navigate.clone(), props.case.clone());
        Callback::from(move |event: InputEvent| {
            let text = text_area::value(&area);
            if is_response(&text) {
                address::show_query("");
                case.dispatch(CaseAction::Load(text.into()));
                navigate.emit(Route::Decode);
                return;
            }
            let pasted =
                !text.is_empty() && (*was_pasted.borrow() || text_area::was_pasted(&event));
            was_pasted.replace(pasted);
            address::show_query(if may_be_shared(&text, pasted) { text.trim() } else { "" });
            query.set(text.into());
        })
    };
    let on_long_paste = {
        let (navigate, case) = (props.navigate.clone(), props.case.clone());
        Callback::from(move |text: AttrValue| {
            address::show_query("");
            case.dispatch(CaseAction::Load(text));
            navigate.emit(Route::Decode);
        })
    };
    let on_key = {
        let (area, query, navigate) = (area.clone(), query.setter(), props.navigate.clone());
        let first = found.as_ref().as_ref().and_then(Found::first_page);
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if let Some(page) = &first {
                    navigate.emit(page.clone());
                }
            }
            "Escape" => {
                was_pasted.replace(false);
                text_area::set_value(&area, "");
                address::show_query("");
                query.set(AttrValue::default());
            }
            "ArrowDown" => {
                event.prevent_default();
                address::focus(address::element_by_id("answers"));
            }
            _ => {}
        })
    };

    html! {
        <div class="home">
            <h1 class="home-title" tabindex="-1">{"What does this response mean?"}</h1>
            <div class="box">
                <label class="visually-hidden" for="box">{"Code, message or response"}</label>
                {icon(Glyph::Search)}
                <PrivateArea
                    id="box"
                    {area}
                    described_by="box-privacy"
                    placeholder="Type a code or message, or paste a response"
                    is_line=true
                    {on_input}
                    {on_key}
                    {on_long_paste}
                />
                <kbd class="box-key" aria-hidden="true">{"Ctrl K"}</kbd>
            </div>
            <p id="box-privacy" class="box-privacy">
                {icon(Glyph::Shield)}{"Read in your browser. Nothing you paste leaves this page."}
            </p>
            <p class="visually-hidden" role="status">{found.as_ref().as_ref().map(Found::announcement).unwrap_or_default()}</p>
            {match found.as_ref() {
                None => start(),
                Some(found) => found.view(),
            }}
        </div>
    }
}

/// What a query found.
#[derive(Debug)]
struct Found {
    query: AttrValue,
    result: SearchResult,
    /// What is known of the number in the query.
    lookup: Option<Lookup>,
}

fn find(query: &AttrValue) -> Option<Found> {
    let text = query.trim();
    if text.is_empty() {
        return None;
    }
    let catalog = Catalog::builtin();
    let options = SearchOptions { limit: Some(LISTED.saturating_add(1)), ..Default::default() };
    let result = search(catalog, text, &options);
    let understood = |kind| {
        let mut parts = result.understood.iter().filter(move |part| part.kind == kind);
        let first = parts.next();
        // Two numbers are no question about one.
        if parts.next().is_some() { None } else { first }
    };
    let code = match understood(UnderstoodKind::Code) {
        Some(part) => part.value.as_deref().and_then(Code::parse),
        None => Code::parse(text),
    };
    let vendor = understood(UnderstoodKind::Vendor).and_then(|part| part.value.as_deref());
    let lookup = code.map(|code| catalog.lookup(code, vendor));
    Some(Found { query: query.clone(), lookup, result })
}

impl Found {
    fn first(&self) -> Option<&Arc<Entry>> {
        self.result.hits.first().map(|hit| &hit.entry)
    }

    /// The page that Enter opens; none for a number that nobody lists, whose neighbours mean something else.
    fn first_page(&self) -> Option<Route> {
        let first = if self.unlisted().is_some() { None } else { self.first() };
        first.map(|entry| Route::code(entry.vendor, entry.code))
    }

    /// The number that was asked for, where nobody lists it.
    fn unlisted(&self) -> Option<&Lookup> {
        self.lookup.as_ref().filter(|lookup| !lookup.known)
    }

    fn announcement(&self) -> String {
        let count = words::count_of(self.result.total, "result");
        match (self.unlisted(), self.first()) {
            (Some(lookup), _) => format!("{} is not listed. {count}.", lookup.code),
            (None, Some(entry)) => {
                let vendor = vendor_facts::name(Catalog::builtin(), entry.vendor);
                format!("{count}. First: {vendor} {}. {}", entry.code, entry.summary)
            }
            (None, None) => "Nothing found.".into(),
        }
    }

    fn view(&self) -> Html {
        let unlisted = self.unlisted();
        let shown = if unlisted.is_some() { None } else { self.first() };
        let same_number: Vec<&Entry> = match (shown, &self.lookup) {
            (Some(shown), Some(lookup)) => Catalog::builtin()
                .entries_with(lookup.code)
                .filter(|entry| entry.id != shown.id)
                .map(AsRef::as_ref)
                .collect(),
            _ => Vec::new(),
        };
        let rest: Vec<&Entry> = self
            .result
            .hits
            .iter()
            .map(|hit| &*hit.entry)
            .filter(|entry| shown.is_none_or(|shown| shown.id != entry.id))
            .filter(|entry| !same_number.iter().any(|same| same.id == entry.id))
            .collect();
        let unseen = self.result.total.saturating_sub(self.result.hits.len());
        let mut view = vec![match (unlisted, shown) {
            (Some(lookup), _) => {
                let code = made_line("span", "card-code", lookup.code.to_string());
                let title = vec![code, text(" "), line("span", "", "is not listed")];
                fallback_card(lookup, el("h2", "card-title", title))
            }
            (None, Some(entry)) => entry_card(entry, CardPlace::Hit),
            (None, None) => self.nothing(),
        }];
        if let (Some(lookup), false) = (&self.lookup, same_number.is_empty()) {
            let title = format!("Other meanings of {}", lookup.code);
            view.push(made_line("h2", "list-title", title));
            view.push(entry_list(&same_number, true));
        }
        if !rest.is_empty() {
            let title = if unlisted.is_some() { "Close to it" } else { "More results" };
            view.push(line("h2", "list-title", title));
            view.push(entry_list(&rest, true));
        }
        if unseen > 0 {
            let more = format!("{unseen} more. Type more words to narrow it down.");
            view.push(made_line("p", "muted", more));
        }
        el_with("div", &[("class", "answers"), ("id", "answers"), ("tabindex", "-1")], view)
    }

    fn nothing(&self) -> Html {
        let query = self.query.trim().to_owned();
        let example = |query| link(Route::query_href(query), "", vec![text(query)]);
        let quoted = el_with("q", &[("translate", "no")], vec![made(query)]);
        let ideas = vec![
            line("li", "", "the number alone, as it stands in the response"),
            el(
                "li",
                "",
                vec![
                    text("fewer words, such as "),
                    example("recipient"),
                    text(" or "),
                    example("token expired"),
                ],
            ),
            el(
                "li",
                "",
                vec![
                    text("the whole response: "),
                    link(Route::Decode.href(), "", vec![text("paste it into the decoder")]),
                ],
            ),
        ];
        el(
            "div",
            "nothing",
            vec![
                el("h2", "", vec![text("Nothing found for "), quoted]),
                line(
                    "p",
                    "",
                    "No code, message or summary in the catalogue matches. You could try:",
                ),
                el("ul", "", ideas),
            ],
        )
    }
}

/// Before anything is typed: what can be typed, and whose codes are here.
fn start() -> Html {
    let examples = [
        (Route::query_href("4071"), "4071", "a number"),
        (Route::query_href("401 vision"), "401 vision", "a number and a vendor"),
        (Route::query_href("recipient not found"), "recipient not found", "a message"),
        (Route::Decode.href(), "HTTP/1.1 200 …", "a whole response"),
    ]
    .map(|(href, query, what)| {
        let words = vec![line("span", "code", query), line("span", "muted", what)];
        el("li", "", vec![link(href, "", words)])
    });
    let vendors = Catalog::builtin().vendors().iter().filter(|vendor| vendor.id != STANDARD);
    all(vec![
        el_with("ul", &[("class", "examples"), ("aria-label", "Examples")], examples.into()),
        line("h2", "list-title", "Whose codes are here"),
        vendor_cards(vendors),
    ])
}
