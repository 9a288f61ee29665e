//! The choice of a vendor, or of none.

use respondex_core::{Catalog, STANDARD};
use yew::prelude::*;

use super::choice::Choice;

/// The field; `nobody` is the word for no vendor, and a vendor's id is what `on_choose` is called with.
pub fn vendor_select(
    id: &'static str,
    label: &'static str,
    nobody: &'static str,
    chosen: Option<&str>,
    on_choose: &Callback<Option<String>>,
) -> Html {
    let on_choose = on_choose.reform(|id: String| Some(id).filter(|id| !id.is_empty()));
    let value = AttrValue::from(chosen.unwrap_or_default().to_owned());
    let vendors = Catalog::builtin().vendors().iter().filter(|vendor| vendor.id != STANDARD);
    let options: Vec<(&'static str, &'static str)> =
        [("", nobody)].into_iter().chain(vendors.map(|vendor| (vendor.id, vendor.name))).collect();
    html! { <Choice {id} {label} {options} {value} {on_choose} /> }
}
