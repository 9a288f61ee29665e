//! Fields to choose from: what is chosen, and showing it.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The value that was chosen; empty for none.
pub fn chosen(event: &Event) -> String {
    let select = event.target().and_then(|at| at.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

/// Keeps a field at a value, also after somebody has chosen another one: a browser then no longer looks at which option is
/// marked.
#[hook]
pub fn use_chosen(select: &NodeRef, value: &str) {
    let select = select.clone();
    use_effect_with(value.to_owned(), move |value| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
}
