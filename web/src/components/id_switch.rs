//! Whether copies of a pasted text have the ids of transactions and traces masked: one choice, shown wherever
//! something is copied.

use std::rc::Rc;

use yew::prelude::*;

use crate::markup::text;
use crate::state::transfer::MaskedText;

/// What copies of an answer mask.
#[derive(Debug, Clone, PartialEq)]
pub struct Masking {
    /// The text that the answer tells of, masked.
    pub masked: Rc<MaskedText>,
    /// Whether ids of calls are masked as well.
    pub ids: bool,
    /// Called with what somebody chose.
    pub on_ids: Callback<bool>,
}

/// The switch; without effect where nothing is masked.
pub fn id_switch(masking: &Masking, is_disabled: bool) -> Html {
    let ids = masking.ids;
    let onchange = masking.on_ids.reform(move |_: Event| !ids);
    html! {
        <label class="copies-mask">
            <input type="checkbox" checked={ids} disabled={is_disabled} {onchange} />
            {text("Mask ids of transactions and traces too")}
        </label>
    }
}
