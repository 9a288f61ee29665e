//! The choice of two vendors to put against each other.

use respondex_core::Catalog;
use yew::prelude::*;

use super::choice::Choice;
use crate::markup::{link, text};
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
    let vendors: Vec<(&str, &str)> =
        Catalog::builtin().vendors().iter().map(|vendor| (vendor.id, vendor.name)).collect();
    let field = |id: &'static str, label: &'static str, state: &UseStateHandle<String>| {
        let setter = state.setter();
        let on_choose = Callback::from(move |id: String| setter.set(id));
        let (options, value) = (vendors.clone(), (**state).clone());
        html! { <Choice {id} {label} {options} {value} {on_choose} /> }
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
