//! The decoder: the pasted text on the left, what it says on the right.

use std::rc::Rc;

use respondex_core::decode::{DecodedResponse, DecodingOutcome};
use respondex_core::{Outcome, Span};
use yew::prelude::*;

use crate::components::held_text::held_text;
use crate::components::id_switch::Masking;
use crate::components::masked_list::masked_list;
use crate::components::response_details::notice_list;
use crate::components::response_list::{response_list, response_steps};
use crate::components::response_view::{part, response_view};
use crate::components::source_text::SourceText;
use crate::components::vendor_select::vendor_select;
use crate::hooks::wanted_copy::Question;
use crate::hooks::{
    CaseReading, ReadingState, address, reader, text_area, use_choice_within, use_reading,
    use_wanted_copy,
};
use crate::markup::{all, button, el, line, none, text};
use crate::state::case::{Case, CaseAction};
use crate::state::reading::Reading;
use crate::state::samples::SAMPLES;
use crate::state::segments::MOST_MARKED_BYTES;
use crate::state::{responses, words};

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

    let reading = use_reading(&case);
    // Another text begins with what it says most urgently.
    let shown = use_choice_within::<usize>(&case);
    let place = use_choice_within::<Span>(&case);
    let mask_ids = use_state_eq(|| false);
    let masking = {
        let of = (reading.state.clone(), case.text.clone(), *mask_ids);
        let masked = use_memo(of, |(reading, text, ids)| {
            let ReadingState::Ready(reading) = reading else { return None };
            // A reader that gave up masked none of them, and the switch says so.
            let with_ids = ids.then(|| reader::masked_with_ids(text)).flatten();
            let ids = with_ids.is_some();
            Some((with_ids.map_or_else(|| reading.masked.clone(), Rc::new), ids))
        });
        let set = mask_ids.setter();
        let on_ids = use_callback((), move |ids: bool, ()| set.set(ids));
        (*masked).clone().map(|(masked, ids)| Masking { masked, ids, on_ids })
    };
    let on_show = {
        let shown = shown.clone();
        Callback::from(move |number: usize| shown.choose(number))
    };
    let is_done = !matches!(reading.state, ReadingState::Loading | ReadingState::Working(_));
    let asked = {
        let (case, shown) = (case.clone(), shown.clone());
        move || {
            let (text, vendor) = (case.text.clone(), case.vendor.clone());
            Question { text, vendor, place: shown.get() }
        }
    };
    let answered = is_done.then(&asked);
    use_wanted_copy(move || Some(asked()), answered);
    let marks = match &reading.state {
        ReadingState::Ready(reading) => reading.marks.clone(),
        _ => Rc::default(),
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
    let is_long = case.text.len() > MOST_MARKED_BYTES;
    let on_select = {
        let (area, text, place) = (area.clone(), case.text.clone(), place.clone());
        Callback::from(move |span: Span| {
            if is_long {
                place.choose(span);
            } else {
                text_area::select(&area, &text, span);
            }
        })
    };
    let on_long_paste = {
        let case = case.dispatcher();
        Callback::from(move |text: AttrValue| {
            address::scroll_to_top();
            case.dispatch(CaseAction::Load(text));
        })
    };
    let source = if is_long {
        held_text(&case.text, place.get())
    } else {
        html! {
            <SourceText
                text={case.text.clone()}
                marks={marks.clone()}
                {area}
                {on_change}
                {on_long_paste}
            />
        }
    };

    html! {
        <div class="wide decode">
            <h1 class="decode-title" tabindex="-1">{"Decode a response"}</h1>
            <div class="panes">
                <section class="pane pane-source" aria-label="Pasted text">
                    {toolbar(&case)}
                    {source}
                    <p id="paste-privacy" class="muted pane-note">
                        {"Read in your browser; nothing leaves this page. It is cleared when you leave."}
                    </p>
                    {samples(&case)}
                </section>
                <section class="pane pane-answer" aria-label="Answer">
                    <p class="visually-hidden" role="status">{announcement(&reading.state, shown.get())}</p>
                    {answer(&reading, masking.as_ref(), shown.get(), &on_show, &on_select)}
                </section>
            </div>
        </div>
    }
}

fn toolbar(case: &UseReducerHandle<Case>) -> Html {
    let onclick = |action: CaseAction| {
        let case = case.dispatcher();
        Callback::from(move |_: MouseEvent| case.dispatch(action.clone()))
    };
    let on_choose = {
        let case = case.dispatcher();
        Callback::from(move |chosen: Option<String>| {
            case.dispatch(CaseAction::ChooseVendor(chosen.map(AttrValue::from)));
        })
    };
    let undo = match &case.cleared {
        Some(_) => button("button", None, onclick(CaseAction::Undo), vec![text("Undo clear")]),
        None if case.text.is_empty() => none(),
        None => button("button", None, onclick(CaseAction::Clear), vec![text("Clear")]),
    };
    html! {
        <div class="toolbar">
            {vendor_select("vendor", "Vendor", "Automatic", case.vendor.as_deref(), &on_choose)}
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

fn announcement(reading: &ReadingState, chosen: Option<usize>) -> String {
    let reading = match reading {
        ReadingState::Ready(reading) => reading,
        ReadingState::Working(_) => return "Reading a long text.".into(),
        ReadingState::Stopped => return "Reading was stopped.".into(),
        ReadingState::Failed => return "The text could not be read.".into(),
        ReadingState::Loading => return "The decoder is being loaded.".into(),
        ReadingState::Unavailable => return "The decoder could not be loaded.".into(),
        ReadingState::Empty => return String::new(),
    };
    match reading.decoding.responses.as_slice() {
        [] => "Nothing found in the text.".into(),
        [only] => only.advice.summary.clone(),
        several => {
            if let Some((place, response)) =
                chosen.and_then(|place| Some((place, several.get(place)?)))
            {
                let place = responses::place(place, several.len());
                return format!("{place}: {}", response.advice.summary);
            }
            let is_failure = |response: &&DecodedResponse| {
                matches!(responses::outcome(response), Outcome::Failure | Outcome::Partial)
            };
            let failed = several.iter().filter(is_failure).count();
            format!("{} found, {failed} failed.", words::count_of(several.len(), "response"))
        }
    }
}

fn answer(
    reading: &CaseReading,
    masking: Option<&Masking>,
    shown: Option<usize>,
    on_show: &Callback<usize>,
    on_select: &Callback<Span>,
) -> Html {
    let Reading { decoding, marks, .. } = match &reading.state {
        ReadingState::Ready(reading) => &**reading,
        ReadingState::Working(part) => return working(*part, &reading.stop),
        ReadingState::Stopped => return stopped(&reading.again),
        ReadingState::Failed => return unread("The text could not be read", FAILED),
        ReadingState::Loading => return unread("One moment", LOADING),
        ReadingState::Unavailable => return unavailable(),
        ReadingState::Empty => return empty(),
    };
    let count = decoding.responses.len();
    let shown = shown.unwrap_or_else(|| responses::shown_first(decoding));
    let mut parts = Vec::new();
    if decoding.outcome == DecodingOutcome::NothingFound {
        parts.push(nothing_found());
    }
    if let Some((response, masking)) = decoding.responses.get(shown).zip(masking) {
        let steps = (count > 1).then(|| response_steps(shown, count, on_show));
        let view = response_view(steps, response, marks, masking, on_select);
        if count > 1 {
            parts.push(response_list(&responses::groups(decoding), shown, on_show));
        }
        parts.push(view);
    }
    if !decoding.notices.is_empty() {
        parts.push(part("Notes on the reading", notice_list(&decoding.notices, on_select)));
    }
    parts.extend(masking.map(|masking| part("Before you copy it", masked_list(masking))));
    all(parts)
}

const LOADING: &str = "The decoder is being loaded. Your text is read as soon as it is there.";
const FAILED: &str = "The decoder stopped over it, which is our mistake. The text is still there, and nothing of it was sent. \
     Paste a part of it: the response that failed, with what stands around it.";

/// A long text is being read.
fn working(part: u32, stop: &Callback<()>) -> Html {
    let onclick = stop.reform(|_: MouseEvent| ());
    html! {
        <div class="nothing">
            <h2>{"Reading a long text"}</h2>
            <p class="progress">
                <progress max="100" value={part.to_string()} aria-label="Read so far" />
                <span aria-hidden="true">{format!("{part} %")}</span>
            </p>
            {button("button", None, onclick, vec![text("Stop")])}
        </div>
    }
}

/// The user stopped the reading. Built as [`working`] is, so that the focus stays on the button.
fn stopped(again: &Callback<()>) -> Html {
    let onclick = again.reform(|_: MouseEvent| ());
    let words = vec![
        line("h2", "", "Reading was stopped"),
        line("p", "", "The text is still there."),
        button("button", None, onclick, vec![text("Read it after all")]),
    ];
    el("div", "nothing", words)
}

/// Why there is no answer, and how to go on.
fn unread(title: &'static str, advice: &'static str) -> Html {
    el("div", "nothing", vec![line("h2", "", title), line("p", "", advice)])
}

/// The reader could not be loaded; the page works on without it.
fn unavailable() -> Html {
    let onclick = Callback::from(|_: MouseEvent| reader::load());
    let said = "The text is still there, and nothing of it was sent. Codes and messages can be looked up meanwhile.";
    el(
        "div",
        "nothing",
        vec![
            line("h2", "", "The decoder could not be loaded"),
            line("p", "", said),
            button("button", None, onclick, vec![text("Try again")]),
        ],
    )
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
