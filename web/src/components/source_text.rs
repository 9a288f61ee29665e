//! The text area for pasted text, with the places that were read marked behind it.

use yew::prelude::*;

use crate::state::segments::{Mark, MarkKind, segments};

/// Props of [`SourceText`].
#[derive(Debug, PartialEq, Properties)]
pub struct SourceTextProps {
    /// The text that was decoded.
    pub text: AttrValue,
    /// Its marks; empty draws none.
    pub marks: std::rc::Rc<Vec<Mark>>,
    /// The text area.
    pub area: NodeRef,
    /// The text changed.
    pub on_change: Callback<InputEvent>,
}

/// The text area keeps its own value: the page sets it only where the text came from elsewhere.
#[component]
pub fn SourceText(props: &SourceTextProps) -> Html {
    let oninput = props.on_change.clone();
    html! {
        <div class="source">
            <div class="source-stack">
                <div class="source-marks" aria-hidden="true" translate="no">
                    if !props.marks.is_empty() {
                        for (at, piece) in segments(&props.text, &props.marks).into_iter().enumerate() {
                            {match piece.mark {
                                Some((number, kind)) => html! {
                                    <mark key={at} class={mark_class(kind)} data-number={number.to_string()}>{piece.text.to_owned()}</mark>
                                },
                                None => html! { <span key={at}>{piece.text.to_owned()}</span> },
                            }}
                        }
                    } else {
                        <span>{&props.text}</span>
                    }
                    // A last line end has no height of its own.
                    <span>{"\u{a0}"}</span>
                </div>
                <textarea
                    id="paste"
                    class="source-area"
                    ref={props.area.clone()}
                    aria-label="Response to decode"
                    aria-describedby="paste-privacy"
                    placeholder={"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ … }"}
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    autocorrect="off"
                    translate="no"
                    data-gramm="false"
                    {oninput}
                />
            </div>
        </div>
    }
}

fn mark_class(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Finding => "mark mark-finding",
        MarkKind::Evidence => "mark mark-evidence",
    }
}
