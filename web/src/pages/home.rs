//! Home: one box. Typing answers at once; a pasted response goes to the decoder.

use respondex_core::{Catalog, STANDARD};
use yew::prelude::*;

use crate::components::chips::chips;
use crate::components::desk_panel::{code_list, recent_codes, vendor_pin};
use crate::components::entry_card::{CardPlace, entry_card};
use crate::components::entry_facts::background;
use crate::components::fallback_card::fallback_card;
use crate::components::icon::{Glyph, icon};
use crate::components::meaning_row::meaning_row;
use crate::components::private_area::{Combobox, PrivateArea};
use crate::components::result_list::{RESULTS, result_id, result_list};
use crate::components::vendor_card::vendor_cards;
use crate::hooks::wanted_copy::{self, Question};
use crate::hooks::{ReaderStatus, address, reader, text_area, use_reader_status, use_wanted_copy};
use crate::markup::{all, el, el_with, line, link, made, made_line, text};
use crate::route::Route;
use crate::state::box_text::{is_response, may_be_shared};
use crate::state::copies::CopyKind;
use crate::state::desk::Desk;
use crate::state::found::{Found, without};

/// Props of [`HomePage`].
#[derive(Debug, PartialEq, Properties)]
pub struct HomePageProps {
    /// Grows with each visit.
    pub visit: u32,
    /// Takes a pasted response to the decoder.
    pub to_decoder: Callback<AttrValue>,
    /// The desk.
    pub desk: UseReducerHandle<Desk>,
}

/// The page.
#[component]
pub fn HomePage(props: &HomePageProps) -> Html {
    let area = use_node_ref();
    let query = use_state_eq(AttrValue::default);
    let chosen = use_state_eq(|| None::<usize>);
    let was_pasted = use_mut_ref(|| false);
    // Another result was asked for of a query that was not drawn: nobody knows which.
    let is_lost = use_mut_ref(|| false);

    // What was typed before the app ran stays; else the address may name a query.
    {
        let (area, query, was_pasted) = (area.clone(), query.setter(), was_pasted.clone());
        let (to_decoder, chosen) = (props.to_decoder.clone(), chosen.setter());
        let is_first = use_mut_ref(|| true);
        use_effect_with(props.visit, move |_| {
            let typed = text_area::value(&area);
            let is_first = is_first.replace(false);
            if is_first && is_response(&typed) {
                to_decoder.emit(typed.into());
            } else if is_first && !typed.is_empty() {
                // Nobody saw whether it was typed or pasted.
                was_pasted.replace(true);
                query.set(typed.into());
            } else {
                let asked = address::current_query().unwrap_or_default();
                was_pasted.replace(false);
                text_area::set_value(&area, &asked);
                chosen.set(None);
                query.set(asked.into());
            }
            text_area::focus(&area);
        });
    }
    let reader_status = use_reader_status();
    {
        // What was typed before the reader could say whether it holds a secret.
        let (query, was_pasted) = (query.clone(), was_pasted.clone());
        use_effect_with(reader_status, move |status| {
            if *status == ReaderStatus::Ready {
                show_query(&query, *was_pasted.borrow());
            }
        });
    }

    let found = use_memo(((*query).clone(), props.desk.pinned), |(query, pinned)| {
        Found::new(query, *pinned)
    });
    let on_input = {
        let (area, query, was_pasted) = (area.clone(), query.setter(), was_pasted.clone());
        let (to_decoder, chosen) = (props.to_decoder.clone(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            let text = text_area::value(&area);
            // Another query begins with its best result.
            chosen.set(None);
            if is_response(&text) {
                address::show_query("");
                to_decoder.emit(text.into());
                return;
            }
            let pasted =
                !text.is_empty() && (*was_pasted.borrow() || text_area::was_pasted(&event));
            was_pasted.replace(pasted);
            show_query(&text, pasted);
            query.set(text.into());
        })
    };
    let on_long_paste = {
        let to_decoder = props.to_decoder.clone();
        Callback::from(move |text: AttrValue| {
            address::show_query("");
            to_decoder.emit(text);
        })
    };
    // A query that came from here and not from the keyboard.
    let ask = {
        let (area, query, was_pasted) = (area.clone(), query.setter(), was_pasted.clone());
        let chosen = chosen.setter();
        Callback::from(move |text: String| {
            show_query(&text, *was_pasted.borrow());
            chosen.set(None);
            text_area::set_value(&area, &text);
            text_area::focus(&area);
            query.set(text.into());
        })
    };
    let shown_count = found.as_ref().as_ref().map_or(0, |found| found.entries().count());
    let shown_place = match (found.as_ref(), *chosen) {
        (Some(found), None) if found.unlisted().is_none() && shown_count > 0 => Some(0),
        (_, chosen) => chosen,
    };
    let on_key = {
        let (ask, chosen, was_pasted) = (ask.clone(), chosen.clone(), was_pasted.clone());
        let (area, drawn, is_lost) = (area.clone(), (*query).clone(), is_lost.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_plain =
                !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
            match event.key().as_str() {
                "Enter" if is_plain && !event.is_composing() => {
                    event.prevent_default();
                    wanted_copy::copy(CopyKind::Reply);
                }
                "Escape" => {
                    was_pasted.replace(false);
                    ask.emit(String::new());
                }
                "ArrowDown" | "ArrowUp" if is_plain && text_area::value(&area) != *drawn => {
                    // The results that are shown are those of another query.
                    event.prevent_default();
                    is_lost.replace(true);
                }
                key @ ("ArrowDown" | "ArrowUp") if is_plain && shown_count > 0 => {
                    event.prevent_default();
                    let last = shown_count.saturating_sub(1);
                    // Keys may come faster than the page draws itself; the state is ahead of it.
                    let next = match (key, (*chosen).or(shown_place)) {
                        ("ArrowDown", Some(place)) if place < last => place.saturating_add(1),
                        ("ArrowDown", _) => 0,
                        (_, None | Some(0)) => last,
                        (_, Some(place)) => place.saturating_sub(1),
                    };
                    chosen.set(Some(next));
                    address::scroll_into_view(&result_id(next));
                }
                _ => {}
            }
        })
    };
    let on_remove = {
        let (ask, query) = (ask.clone(), (*query).clone());
        Callback::from(move |(start, end)| ask.emit(without(&query, start, end)))
    };
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |place| chosen.set(Some(place)))
    };
    {
        let (area, is_lost) = (area.clone(), is_lost.clone());
        use_effect_with((*query).clone(), move |query| {
            if text_area::value(&area) == **query {
                is_lost.replace(false);
            }
        });
    }
    let answered = Question { text: (*query).clone(), vendor: None, place: *chosen };
    let asked = {
        let (area, chosen) = (area.clone(), chosen.clone());
        move || {
            let text = text_area::value(&area).into();
            (!*is_lost.borrow()).then(|| Question { text, vendor: None, place: *chosen })
        }
    };
    use_wanted_copy(asked, Some(answered));
    let combobox = Combobox {
        list: (shown_count > 0).then_some(RESULTS),
        active: shown_place.map(result_id).map(AttrValue::from),
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
                    combobox={Some(combobox)}
                    {on_input}
                    {on_key}
                    {on_long_paste}
                />
                <kbd class="box-key" aria-hidden="true">{"Ctrl K"}</kbd>
            </div>
            <div class="box-below">
                <p id="box-privacy" class="box-privacy">
                    {icon(Glyph::Shield)}{"Read in your browser. Nothing you paste leaves this page."}
                </p>
                {vendor_pin(&props.desk)}
            </div>
            <p class="visually-hidden" role="status">
                {found.as_ref().as_ref().map(|found| found.announcement(*chosen)).unwrap_or_default()}
            </p>
            {match found.as_ref() {
                None => start(&props.desk),
                Some(found) => answers(found, *chosen, shown_place, &on_remove, &on_choose),
            }}
            {code_list(&props.desk).unwrap_or_default()}
        </div>
    }
}

/// The address shows the query where it may, and nothing else.
fn show_query(text: &str, was_pasted: bool) {
    let is_shared = may_be_shared(text, was_pasted, reader::may_hold_secrets);
    address::show_query(if is_shared { text.trim() } else { "" });
}

/// The card of the chosen result, the chips, and the results beside it.
fn answers(
    found: &Found,
    chosen: Option<usize>,
    shown_place: Option<usize>,
    on_remove: &Callback<(usize, usize)>,
    on_choose: &Callback<usize>,
) -> Html {
    let card = match (found.shown(chosen), found.unlisted()) {
        (Some(entry), _) => {
            all(vec![entry_card(entry, CardPlace::Hit), el("div", "facts", background(entry))])
        }
        (None, Some(lookup)) => {
            let code = made_line("span", "card-code", lookup.code.to_string());
            let title = vec![code, text(" "), line("span", "", "is not listed")];
            fallback_card(lookup, el("h2", "card-title", title))
        }
        (None, None) => nothing(&found.query),
    };
    let unseen = found.result.total.saturating_sub(found.result.hits.len());
    let more = (unseen > 0).then(|| {
        made_line("p", "muted", format!("{unseen} more. Type more words to narrow it down."))
    });
    let list = (found.entries().next().is_some()).then(|| {
        let mut list = vec![result_list(&found.groups, shown_place)];
        list.extend(more);
        el("div", "answers-list", list)
    });
    let mut view = vec![el("div", "answers-card", vec![card])];
    view.extend(list);
    let shown = found.shown(chosen).map(|entry| entry.id);
    let meanings = meaning_row(&found.meanings(), shown, Some(on_choose));
    all(vec![
        chips(&found.result.understood, on_remove),
        el("div", "answers-meanings", vec![meanings]),
        el_with("div", &[("class", "answers"), ("id", "answers")], view),
    ])
}

fn nothing(query: &str) -> Html {
    let example = |query| link(Route::query_href(query), "", vec![text(query)]);
    let quoted = el_with("q", &[("translate", "no")], vec![made(query.trim().to_owned())]);
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
            line("p", "", "No code, message or summary in the catalogue matches. You could try:"),
            el("ul", "", ideas),
        ],
    )
}

/// Before anything is typed: what can be typed, what was looked at, and whose codes are here.
fn start(desk: &UseReducerHandle<Desk>) -> Html {
    let examples = [
        (Route::query_href("4071"), "4071", "a number, typed or as it is said"),
        (Route::query_href("401 vision"), "401 vision", "a number and a vendor"),
        (Route::query_href("recipient not found"), "recipient not found", "a message"),
        (
            Route::query_href("class:5xx -http"),
            "class:5xx -http",
            "a filter, and what to leave out",
        ),
        (Route::Decode.href(), "HTTP/1.1 200 …", "a whole response"),
    ]
    .map(|(href, query, what)| {
        let words = vec![line("span", "code", query), line("span", "muted", what)];
        el("li", "", vec![link(href, "", words)])
    });
    let vendors = Catalog::builtin().vendors().iter().filter(|vendor| vendor.id != STANDARD);
    all(vec![
        recent_codes(desk).unwrap_or_default(),
        el_with("ul", &[("class", "examples"), ("aria-label", "Examples")], examples.into()),
        line("h2", "list-title", "Whose codes are here"),
        vendor_cards(vendors),
    ])
}
