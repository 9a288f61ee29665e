//! A text area for what may hold secrets: no spelling check that sends it away, no memory of it, no translation,
//! and no name under which a form could send it.

use yew::prelude::*;

use crate::hooks::text_area;
use crate::state::segments::MOST_MARKED_BYTES;

/// The list that the text area leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combobox {
    /// Id of the list, while there is one.
    pub list: Option<&'static str>,
    /// Id of the chosen result.
    pub active: Option<AttrValue>,
}

/// Props of [`PrivateArea`].
#[derive(Debug, PartialEq, Properties)]
pub struct PrivateAreaProps {
    /// Id of the element.
    pub id: &'static str,
    /// Its class.
    #[prop_or_default]
    pub class: &'static str,
    /// The element, for whoever sets and reads its text.
    pub area: NodeRef,
    /// Accessible name, where no label names it.
    #[prop_or_default]
    pub label: Option<&'static str>,
    /// Id of what describes it.
    pub described_by: &'static str,
    /// What may be put in.
    pub placeholder: &'static str,
    /// One line with the focus on it that leads a list of results; else it is as high as its place.
    #[prop_or_default]
    pub combobox: Option<Combobox>,
    /// The text changed.
    pub on_input: Callback<InputEvent>,
    /// A key is pressed.
    #[prop_or_default]
    pub on_key: Callback<KeyboardEvent>,
    /// The text as it would be after a paste that is too long for the browser to lay out.
    pub on_long_paste: Callback<AttrValue>,
}

/// The text area.
#[component]
pub fn PrivateArea(props: &PrivateAreaProps) -> Html {
    let onpaste = {
        let (area, on_long_paste) = (props.area.clone(), props.on_long_paste.clone());
        Callback::from(move |event: Event| {
            if let Some(text) = text_area::long_paste(&area, &event, MOST_MARKED_BYTES) {
                on_long_paste.emit(text.into());
            }
        })
    };
    let class = (!props.class.is_empty()).then_some(props.class);
    let is_line = props.combobox.is_some();
    let list = props.combobox.as_ref().and_then(|combobox| combobox.list);
    let active = props.combobox.as_ref().and_then(|combobox| combobox.active.clone());
    html! {
        <textarea
            id={props.id}
            {class}
            ref={props.area.clone()}
            rows={is_line.then_some("1")}
            autofocus={is_line}
            enterkeyhint={is_line.then_some("done")}
            // A text area may not take the role of a combobox; what a combobox tells, it tells all the same.
            aria-autocomplete={is_line.then_some("list")}
            aria-controls={list}
            aria-activedescendant={active}
            aria-label={props.label}
            aria-describedby={props.described_by}
            placeholder={props.placeholder}
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            autocorrect="off"
            translate="no"
            data-gramm="false"
            oninput={props.on_input.clone()}
            onkeydown={props.on_key.clone()}
            {onpaste}
        />
    }
}
