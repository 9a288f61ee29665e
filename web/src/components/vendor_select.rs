//! The choice of a vendor, or of none.

use respondex_core::{Catalog, STANDARD};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::markup::all;

/// The field; `nobody` is the word for no vendor, and a vendor's id is what `on_choose` is called with.
pub fn vendor_select(
    id: &'static str,
    nobody: &'static str,
    chosen: Option<&str>,
    on_choose: &Callback<Option<String>>,
) -> Html {
    let onchange = on_choose.reform(|event: Event| {
        let select = event.target().and_then(|at| at.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).filter(|id| !id.is_empty())
    });
    let chosen = chosen.unwrap_or_default();
    let vendors = Catalog::builtin().vendors().iter().filter(|vendor| vendor.id != STANDARD);
    let options = [("", nobody)].into_iter().chain(vendors.map(|vendor| (vendor.id, vendor.name)));
    let options = options.map(|(id, name)| {
        html! { <option value={id} selected={id == chosen}>{name}</option> }
    });
    html! { <select {id} {onchange}>{all(options.collect())}</select> }
}
