//! The list of keys, and the switch for single letters.

use yew::prelude::*;

use crate::markup::{all, el, line, made, text};
use crate::state::copies::CopyKind;

/// Id of the dialog.
pub const KEYBOARD_HELP: &str = "keyboard-help";

/// Props of [`KeyboardHelp`].
#[derive(Debug, PartialEq, Properties)]
pub struct KeyboardHelpProps {
    /// Whether single letters are shortcuts.
    pub letters: bool,
    /// Switches them on or off.
    pub on_letters: Callback<bool>,
}

/// The dialog; whoever opens it calls `showModal`.
#[component]
pub fn KeyboardHelp(props: &KeyboardHelpProps) -> Html {
    let row = |keys: String, what: &'static str| {
        let keys = keys.split(", or ").map(|key| line_of_key(key.to_owned())).collect::<Vec<_>>();
        el("div", "pair", vec![el("dt", "", keys), line("dd", "", what)])
    };
    let fixed = [
        ("Ctrl+K, or /", "To the box, from anywhere"),
        ("Enter", "In the box: copy the reply"),
        ("↓, or ↑", "In the box: next and previous result"),
        ("Escape", "In the box: empty it"),
        ("Ctrl+V", "Anywhere: decode what you paste"),
    ];
    let mut rows: Vec<Html> = fixed.iter().map(|(keys, what)| row((*keys).into(), what)).collect();
    rows.extend(CopyKind::ALL.map(|kind| {
        let what = match kind {
            CopyKind::Reply => "Copy the reply to the caller",
            CopyKind::Ticket => "Copy the ticket summary",
            CopyKind::Markdown => "Copy as Markdown",
            CopyKind::Plain => "Copy as plain text",
            CopyKind::Json => "Copy as JSON",
            CopyKind::Link => "Copy the link",
        };
        row(kind.keys().into(), what)
    }));
    for (keys, what) in [
        ("A", "Put the code on the list, or take it off"),
        ("X", "Forget the recent codes"),
        ("?", "This list"),
    ] {
        rows.push(row(keys.into(), what));
    }
    let onchange = {
        let (letters, on_letters) = (props.letters, props.on_letters.clone());
        Callback::from(move |_: Event| on_letters.emit(!letters))
    };
    html! {
        <dialog id={KEYBOARD_HELP} class="help" aria-labelledby="keyboard-title">
            <form method="dialog">
                <h2 id="keyboard-title">{"Keys"}</h2>
                <dl class="pairs">{all(rows)}</dl>
                <label class="check">
                    <input type="checkbox" checked={props.letters} {onchange} />
                    {text("Single letters are shortcuts, outside of fields")}
                </label>
                <button class="button button-primary">{"Close"}</button>
            </form>
        </dialog>
    }
}

fn line_of_key(key: String) -> Html {
    el("kbd", "", vec![made(key)])
}
