//! The text area for pasted text, with the places that were read marked behind it.

use yew::prelude::*;

use super::private_area::PrivateArea;
use crate::markup::{as_typed, el, el_made, el_with, text};
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
    /// The text after a paste that is too long to be edited.
    pub on_long_paste: Callback<AttrValue>,
}

/// The text area keeps its own value: the page sets it only where the text came from elsewhere.
#[component]
pub fn SourceText(props: &SourceTextProps) -> Html {
    let attributes = [("class", "source-marks"), ("aria-hidden", "true"), ("translate", "no")];
    let pieces = segments(&props.text, &props.marks).into_iter().map(|piece| {
        let words = vec![as_typed(piece.text.to_owned())];
        match piece.mark {
            Some((number, kind)) => {
                el_made("mark", mark_class(kind), ("data-number", number.to_string()), words)
            }
            None => el("span", "", words),
        }
    });
    // A last line end has no height of its own.
    let pieces = pieces.chain([text("\u{a0}")]).collect();
    html! {
        <div class="source">
            <div class="source-stack">
                {el_with("div", &attributes, pieces)}
                <PrivateArea
                    id="paste"
                    class="source-area"
                    area={props.area.clone()}
                    label="Response to decode"
                    described_by="paste-privacy"
                    placeholder={"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ … }"}
                    on_input={props.on_change.clone()}
                    on_long_paste={props.on_long_paste.clone()}
                />
            </div>
        </div>
    }
}

fn mark_class(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Finding => "mark mark-finding",
        MarkKind::Evidence | MarkKind::Noteworthy => "mark mark-evidence",
    }
}
