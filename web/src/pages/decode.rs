//! The decoder: the pasted text on the left, what it says on the right.

use std::rc::Rc;

use respondex_core::decode::{DecodedResponse, Decoding, DecodingOutcome};
use respondex_core::{Catalog, DecodeOptions, STANDARD, Span, decode};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::advice_card::advice_card;
use crate::components::fault_tree::fault_tree;
use crate::components::finding_list::finding_list;
use crate::components::response_details::{
    field_error_list, field_table, notice_list, read_as, record_table, vendor_evidence,
};
use crate::components::source_text::SourceText;
use crate::components::verdict_banner::verdict_banner;
use crate::hooks::{address, text_area};
use crate::markup::{all, button, el, line, made_line, none, text};
use crate::state::case::{Case, CaseAction};
use crate::state::samples::SAMPLES;
use crate::state::segments::{MOST_MARKED_BYTES, Mark, marks};
use crate::state::words;

/// Props of [`DecodePage`].
#[derive(Debug, PartialEq, Properties)]
pub struct DecodePageProps {
    /// The working case.
    pub case: UseReducerHandle<Case>,
}

/// The page.
#[component]
pub fn DecodePage(props: &DecodePageProps) -> Html {
    let case = props.case.clone();
    let area = use_node_ref();

    // The text area follows where the text came from elsewhere; what was typed before the app ran stays.
    {
        let (area, case) = (area.clone(), case.clone());
        use_effect_with(case.revision, move |_| {
            let typed = text_area::value(&area);
            if case.revision == 0 && case.text.is_empty() && !typed.is_empty() {
                case.dispatch(CaseAction::Edit(typed.into()));
            } else {
                text_area::set_value(&area, &case.text);
            }
            text_area::focus(&area);
        });
    }

    let read = use_memo((case.text.clone(), case.vendor.clone()), |(text, vendor)| {
        (!text.trim().is_empty()).then(|| read(text, vendor.as_deref()))
    });
    let (decoding, marks) = match read.as_ref() {
        Some((decoding, marks)) => (Some(decoding), marks.clone()),
        None => (None, Rc::default()),
    };
    let on_change = {
        let (area, case) = (area.clone(), case.dispatcher());
        Callback::from(move |event: InputEvent| {
            if text_area::was_pasted(&event) {
                // Where the panes stand above each other, the answer appears on top.
                address::scroll_to_top();
            }
            case.dispatch(CaseAction::Edit(text_area::value(&area).into()));
        })
    };
    let on_select = {
        let (area, text) = (area.clone(), case.text.clone());
        Callback::from(move |span: Span| text_area::select(&area, &text, span))
    };

    html! {
        <div class="wide decode">
            <h1 class="decode-title" tabindex="-1">{"Decode a response"}</h1>
            <div class="panes">
                <section class="pane pane-source" aria-label="Pasted text">
                    {toolbar(&case)}
                    <SourceText text={case.text.clone()} marks={marks.clone()} {area} {on_change} />
                    <p id="paste-privacy" class="muted pane-note">
                        {"Read in your browser; nothing leaves this page. It is cleared when you leave."}
                    </p>
                    {samples(&case)}
                </section>
                <section class="pane pane-answer" aria-label="Answer">
                    <p class="visually-hidden" role="status">{announcement(decoding)}</p>
                    {answer(decoding, &marks, &on_select)}
                </section>
            </div>
        </div>
    }
}

/// What the text says, and the places to mark.
fn read(text: &str, vendor: Option<&str>) -> (Decoding, Rc<Vec<Mark>>) {
    let options = DecodeOptions { vendor: vendor.map(ToOwned::to_owned) };
    let decoding = decode(Catalog::builtin(), text, &options);
    let marks = if text.len() <= MOST_MARKED_BYTES { marks(&decoding) } else { Vec::new() };
    (decoding, Rc::new(marks))
}

fn toolbar(case: &UseReducerHandle<Case>) -> Html {
    let onclick = |action: CaseAction| {
        let case = case.dispatcher();
        Callback::from(move |_: MouseEvent| case.dispatch(action.clone()))
    };
    let onchange = {
        let case = case.dispatcher();
        Callback::from(move |event: Event| {
            let chosen = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
                .map(|select| select.value())
                .filter(|id| !id.is_empty());
            case.dispatch(CaseAction::ChooseVendor(chosen.map(AttrValue::from)));
        })
    };
    let chosen = case.vendor.as_deref().unwrap_or_default();
    let vendors = Catalog::builtin().vendors().iter().filter(|vendor| vendor.id != STANDARD);
    let options =
        [("", "Automatic")].into_iter().chain(vendors.map(|vendor| (vendor.id, vendor.name)));
    let options = options.map(|(id, name)| {
        html! { <option value={id} selected={id == chosen}>{name}</option> }
    });
    let undo = match &case.cleared {
        Some(_) => button("button", None, onclick(CaseAction::Undo), vec![text("Undo clear")]),
        None if case.text.is_empty() => none(),
        None => button("button", None, onclick(CaseAction::Clear), vec![text("Clear")]),
    };
    html! {
        <div class="toolbar">
            <label for="vendor">{"Vendor"}</label>
            <select id="vendor" {onchange}>{all(options.collect())}</select>
            <span class="toolbar-space" />
            {undo}
        </div>
    }
}

fn samples(case: &UseReducerHandle<Case>) -> Html {
    let items = SAMPLES.iter().map(|sample| {
        let case = case.dispatcher();
        let load = move |_: MouseEvent| {
            address::scroll_to_top();
            case.dispatch(CaseAction::Load(sample.text.into()));
        };
        let load = Callback::from(load);
        el("li", "", vec![button("button button-small", None, load, vec![text(sample.label)])])
    });
    el(
        "div",
        "samples",
        vec![
            line("h2", "small-title", "Try a sample"),
            el("ul", "", items.collect()),
            line("p", "muted", "Built from the documented shapes, with made-up values."),
        ],
    )
}

fn announcement(decoding: Option<&Decoding>) -> String {
    match decoding {
        None => String::new(),
        Some(decoding) => match decoding.responses.as_slice() {
            [] => "Nothing found in the text.".into(),
            [only] => only.advice.summary.clone(),
            several => format!("{} found.", words::count_of(several.len(), "response")),
        },
    }
}

fn answer(decoding: Option<&Decoding>, marks: &[Mark], on_select: &Callback<Span>) -> Html {
    let Some(decoding) = decoding else { return empty() };
    let count = decoding.responses.len();
    let mut parts = Vec::new();
    if decoding.outcome == DecodingOutcome::NothingFound {
        parts.push(nothing_found());
    }
    for (number, response) in (1usize..).zip(&decoding.responses) {
        let mut card = vec![verdict_banner(response)];
        if count > 1 {
            card.push(made_line("p", "small-title", format!("Response {number} of {count}")));
        }
        response_view(&mut card, response, marks, on_select);
        parts.push(el("article", "card answer", card));
    }
    if !decoding.notices.is_empty() {
        parts.push(part("Notes on the reading", notice_list(&decoding.notices, on_select)));
    }
    all(parts)
}

fn response_view(
    card: &mut Vec<Html>,
    response: &DecodedResponse,
    marks: &[Mark],
    on_select: &Callback<Span>,
) {
    card.push(advice_card(response));
    if !response.findings.is_empty() {
        card.push(part("Codes found", finding_list(&response.findings, marks, on_select)));
    }
    if let Some(fault) = &response.fault {
        card.push(part("What the body says", fault_tree(fault)));
    }
    if !response.field_errors.is_empty() {
        card.push(part("Values that were refused", field_error_list(&response.field_errors)));
    }
    if !response.records.is_empty() {
        card.push(part("Records", record_table(&response.records, on_select)));
    }
    if let Some(vendor) = &response.vendor {
        card.push(part("Whose response it is", vendor_evidence(vendor, marks, on_select)));
    }
    card.push(made_line("p", "muted", read_as(response)));
    if let Some(http) = response.http.as_ref().filter(|http| !http.fields.is_empty()) {
        card.push(field_table(http));
    }
}

fn part(title: &'static str, content: Html) -> Html {
    el("div", "answer-part", vec![line("h2", "", title), content])
}

fn empty() -> Html {
    let gains = [
        "What happened, who has to act, what to do, when to try again",
        "Two verdicts where the status line says one thing and the body another",
        "Which vendor it is, and the places in the text that say so",
    ];
    el(
        "div",
        "empty",
        vec![
            line("h2", "", "The answer appears here"),
            line(
                "p",
                "",
                "Paste the whole response, status line, headers and body, as far as you have them: from a browser, a terminal, a log or a mail. A body alone works too.",
            ),
            el("ul", "", gains.map(|gain| line("li", "", gain)).into()),
        ],
    )
}

fn nothing_found() -> Html {
    let ideas = [
        "Paste more of it: the status line and the body say most.",
        "If you know the vendor, choose it above the text.",
        "A code or message alone can be looked up on the first page.",
    ];
    el(
        "div",
        "nothing",
        vec![
            line("h2", "", "Nothing was recognized in this text"),
            line(
                "p",
                "",
                "There is no status line, no response body and no listed code or message in it. Nothing was guessed.",
            ),
            el("ul", "", ideas.map(|idea| line("li", "", idea)).into()),
        ],
    )
}
