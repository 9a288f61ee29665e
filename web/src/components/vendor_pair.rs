//! The choice of two vendors to put against each other.

use respondex_core::Catalog;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::markup::{all, link, text};
use crate::route::Route;

/// Props of [`VendorPair`].
#[derive(Debug, PartialEq, Properties)]
pub struct VendorPairProps {
    /// Id of the vendor that is handled.
    #[prop_or_else(|| "vision".to_owned())]
    pub one: String,
    /// Id of the vendor that comes.
    #[prop_or_else(|| "elevate-iq".to_owned())]
    pub other: String,
}

/// Two fields and a link to the comparison of what they say.
#[component]
pub fn VendorPair(props: &VendorPairProps) -> Html {
    let one = use_state_eq(|| props.one.clone());
    let other = use_state_eq(|| props.other.clone());
    {
        // Another page, another pair.
        let (one, other) = (one.setter(), other.setter());
        use_effect_with((props.one.clone(), props.other.clone()), move |props| {
            one.set(props.0.clone());
            other.set(props.1.clone());
        });
    }
    let field = |id: &'static str, label: &'static str, state: &UseStateHandle<String>| {
        let setter = state.setter();
        let onchange = Callback::from(move |event: Event| {
            let select = event.target().and_then(|at| at.dyn_into::<HtmlSelectElement>().ok());
            setter.set(select.map(|select| select.value()).unwrap_or_default());
        });
        let options = Catalog::builtin().vendors().iter().map(|vendor| {
            html! { <option value={vendor.id} selected={vendor.id == state.as_str()}>{vendor.name}</option> }
        });
        html! {
            <label for={id}>{label}{" "}<select {id} {onchange}>{all(options.collect())}</select></label>
        }
    };
    let go = if *one == *other {
        html! { <span class="muted">{"Choose two different ones."}</span> }
    } else {
        let route = Route::CompareVendors((*one).clone(), (*other).clone());
        link(route.href(), "button", vec![text("Compare them")])
    };
    html! {
        <div class="vendor-pair" role="group" aria-label="Vendor against vendor">
            {field("pair-one", "You handle", &one)}
            {field("pair-other", "You add", &other)}
            {go}
        </div>
    }
}
