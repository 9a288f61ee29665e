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
use crate::hooks::text_area;
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

    let decoding = use_memo((case.text.clone(), case.vendor.clone()), |(text, vendor)| {
        let options = DecodeOptions { vendor: vendor.as_ref().map(ToString::to_string) };
        (!text.trim().is_empty()).then(|| decode(Catalog::builtin(), text, &options))
    });
    let marks = use_memo((decoding.clone(), case.text.len()), |(decoding, length)| {
        let drawn = decoding.as_ref().as_ref().filter(|_| *length <= MOST_MARKED_BYTES);
        drawn.map(marks).unwrap_or_default()
    });
    let on_change = {
        let (area, case) = (area.clone(), case.dispatcher());
        Callback::from(move |_: InputEvent| {
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
                    <p class="visually-hidden" role="status">{announcement(decoding.as_ref().as_ref())}</p>
                    {answer(decoding.as_ref().as_ref(), &marks, &on_select)}
                </section>
            </div>
        </div>
    }
}

fn toolbar(case: &UseReducerHandle<Case>) -> Html {
    let dispatch = |action: CaseAction| {
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
    let is_chosen = |id: &str| case.vendor.as_deref() == Some(id);
    html! {
        <div class="toolbar">
            <label for="vendor">{"Vendor"}</label>
            <select id="vendor" {onchange}>
                <option value="" selected={case.vendor.is_none()}>{"Automatic"}</option>
                for vendor in Catalog::builtin().vendors().iter().filter(|vendor| vendor.id != STANDARD) {
                    <option key={vendor.id.clone()} value={vendor.id.clone()} selected={is_chosen(&vendor.id)}>{&vendor.name}</option>
                }
            </select>
            <span class="toolbar-space" />
            if case.cleared.is_some() {
                <button type="button" class="button" onclick={dispatch(CaseAction::Undo)}>{"Undo clear"}</button>
            }
            <button type="button" class="button" disabled={case.text.is_empty()} onclick={dispatch(CaseAction::Clear)}>{"Clear"}</button>
        </div>
    }
}

fn samples(case: &UseReducerHandle<Case>) -> Html {
    html! {
        <div class="samples">
            <h2 class="small-title">{"Try a sample"}</h2>
            <ul>
                for sample in SAMPLES {
                    <li key={sample.vendor}>
                        <button type="button" class="button button-small" onclick={{
                            let case = case.dispatcher();
                            move |_: MouseEvent| case.dispatch(CaseAction::Load(sample.text.into()))
                        }}>{sample.label}</button>
                    </li>
                }
            </ul>
            <p class="muted">{"Built from the documented shapes, with made-up values."}</p>
        </div>
    }
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

fn answer(decoding: Option<&Decoding>, marks: &Rc<Vec<Mark>>, on_select: &Callback<Span>) -> Html {
    let Some(decoding) = decoding else { return empty() };
    let several = decoding.responses.len() > 1;
    html! {
        <>
            if decoding.outcome == DecodingOutcome::NothingFound { {nothing_found()} }
            for (at, response) in decoding.responses.iter().enumerate() {
                <article key={at} class="card answer">
                    if several {
                        <p class="small-title">{format!("Response {} of {}", at.saturating_add(1), decoding.responses.len())}</p>
                    }
                    {response_view(response, marks, on_select)}
                </article>
            }
            if !decoding.notices.is_empty() {
                <div class="answer-part">
                    <h2>{"Notes on the reading"}</h2>
                    {notice_list(&decoding.notices, on_select)}
                </div>
            }
        </>
    }
}

fn response_view(response: &DecodedResponse, marks: &[Mark], on_select: &Callback<Span>) -> Html {
    html! {
        <>
            {verdict_banner(response)}
            {advice_card(response)}
            if !response.findings.is_empty() {
                {part("Codes found", finding_list(&response.findings, marks, on_select))}
            }
            if let Some(fault) = &response.fault { {part("What the body says", fault_tree(fault))} }
            if !response.field_errors.is_empty() {
                {part("Values that were refused", field_error_list(&response.field_errors))}
            }
            if !response.records.is_empty() { {part("Records", record_table(&response.records, on_select))} }
            if let Some(vendor) = &response.vendor {
                {part("Whose response it is", vendor_evidence(vendor, marks, on_select))}
            }
            <p class="muted">{read_as(response)}</p>
            if let Some(http) = response.http.as_ref().filter(|http| !http.fields.is_empty()) { {field_table(http)} }
        </>
    }
}

fn part(title: &'static str, content: Html) -> Html {
    html! { <div class="answer-part"><h2>{title}</h2>{content}</div> }
}

fn empty() -> Html {
    html! {
        <div class="empty">
            <h2>{"The answer appears here"}</h2>
            <p>{"Paste the whole response, status line, headers and body, as far as you have them: from a browser, a terminal, a log or a mail. A body alone works too."}</p>
            <ul>
                <li>{"What happened, who has to act, what to do, when to try again"}</li>
                <li>{"Two verdicts where the status line says one thing and the body another"}</li>
                <li>{"Which vendor it is, and the places in the text that say so"}</li>
            </ul>
        </div>
    }
}

fn nothing_found() -> Html {
    html! {
        <div class="nothing">
            <h2>{"Nothing was recognized in this text"}</h2>
            <p>{"There is no status line, no response body and no listed code or message in it. Nothing was guessed."}</p>
            <ul>
                <li>{"Paste more of it: the status line and the body say most."}</li>
                <li>{"If you know the vendor, choose it above the text."}</li>
                <li>{"A code or message alone can be looked up on the first page."}</li>
            </ul>
        </div>
    }
}
