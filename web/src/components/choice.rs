//! A value to choose from a list.

use yew::prelude::*;

use crate::hooks::select::{chosen, use_chosen};
use crate::markup::all;

/// Props of [`Choice`].
#[derive(Debug, PartialEq, Properties)]
pub struct ChoiceProps {
    /// The field's id on the page.
    pub id: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// Ids with their words.
    pub options: Vec<(&'static str, &'static str)>,
    /// The id that is chosen.
    pub value: AttrValue,
    /// Called with the id that somebody chose.
    pub on_choose: Callback<String>,
}

/// The field with its label.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let field = use_node_ref();
    use_chosen(&field, &props.value);
    let onchange = props.on_choose.reform(|event: Event| chosen(&event));
    let options = props.options.iter().map(|(id, words)| {
        html! { <option value={*id} selected={props.value == *id}>{*words}</option> }
    });
    html! {
        <div class="choice">
            <label for={props.id}>{props.label}</label>
            <select ref={field} id={props.id} {onchange}>{all(options.collect())}</select>
        </div>
    }
}
