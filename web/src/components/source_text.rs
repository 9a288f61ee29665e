//! The text area for pasted text, with the places that were read marked behind it.

use yew::prelude::*;

use super::private_area::PrivateArea;
use crate::markup::{as_typed, el, el_keyed, el_made, el_with, text};
use crate::state::segments::{Block, Mark, MarkKind, blocks, segments};

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
    let mut blocks = blocks(segments(&props.text, &props.marks));
    let last = blocks.pop();
    let mut shown: Vec<Html> = blocks.iter().map(|block| lines(block, None)).collect();
    // A last line end has no height of its own.
    shown.extend(last.map(|block| lines(&block, Some(text("\u{a0}")))));
    html! {
        <div class="source">
            <div class="source-stack">
                {el_with("div", &attributes, shown)}
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

/// A block of the text, and what stands behind it.
fn lines(block: &Block<'_>, end: Option<Html>) -> Html {
    let pieces = block.segments.iter().map(|piece| {
        let words = vec![as_typed(piece.text.to_owned())];
        match piece.mark {
            Some((number, kind)) => {
                el_made("mark", mark_class(kind), ("data-number", number.to_string()), words)
            }
            None => el("span", "", words),
        }
    });
    el_keyed("div", block.key, pieces.chain(end).collect())
}

fn mark_class(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Finding => "mark mark-finding",
        MarkKind::Evidence | MarkKind::Noteworthy => "mark mark-evidence",
    }
}
