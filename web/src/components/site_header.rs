//! The head of every page: name, the four places to go, and the theme switch.

use yew::prelude::*;

use crate::hooks::theme::Theme;
use crate::markup::{all, el, el_with, link, text};
use crate::route::Route;

/// The head. `page` is marked in the navigation.
pub fn site_header(page: &Route, theme: Theme, on_theme: &Callback<Theme>) -> Html {
    let logo = [
        ("class", "logo"),
        ("viewBox", "0 0 32 32"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    let logo = el_with(
        "svg",
        &logo,
        vec![
            el_with("rect", &[("width", "32"), ("height", "32"), ("rx", "7")], Vec::new()),
            el_with("path", &[("d", "M8 9h16M8 16h10")], Vec::new()),
            el_with("circle", &[("cx", "23"), ("cy", "22"), ("r", "4.5")], Vec::new()),
        ],
    );
    let places = [
        (Route::Home, "Look up"),
        (Route::Decode, "Decode"),
        (Route::Compare, "Compare"),
        (Route::Vendors, "Vendors"),
    ]
    .map(|(place, label)| {
        let current = is_here(page, &place).then_some("page");
        html! { <li><a href={place.href()} aria-current={current}>{label}</a></li> }
    });
    let themes = Theme::ALL.map(|choice| {
        let onclick = on_theme.reform(move |_: MouseEvent| choice);
        let pressed = if theme == choice { "true" } else { "false" };
        html! { <button type="button" aria-pressed={pressed} {onclick}>{choice.label()}</button> }
    });
    html! {
        <header class="site-header">
            <a class="skip" href={format!("{}#main", page.href())}>{"To the content"}</a>
            <div class="site-header-inner">
                {link(Route::Home.href(), "site-name", vec![logo, text("Respondex")])}
                <nav class="site-nav" aria-label="Main">{el("ul", "", places.into())}</nav>
                <fieldset class="theme-switch">
                    <legend class="visually-hidden">{"Colours"}</legend>
                    {all(themes.into())}
                </fieldset>
            </div>
        </header>
    }
}

/// Whether the page belongs to a place in the navigation.
fn is_here(page: &Route, place: &Route) -> bool {
    match page {
        Route::Code { .. } => *place == Route::Home,
        Route::CompareCode(_) | Route::CompareCondition(_) | Route::CompareVendors(..) => {
            *place == Route::Compare
        }
        Route::Vendor(_) => *place == Route::Vendors,
        _ => page == place,
    }
}
