//! The head of every page: name, the four places to go, and the theme switch.

use yew::prelude::*;

use crate::hooks::theme::Theme;
use crate::route::Route;

/// Props of [`SiteHeader`].
#[derive(Debug, PartialEq, Properties)]
pub struct SiteHeaderProps {
    /// The page, to mark its place in the navigation.
    pub route: Route,
    /// The theme.
    pub theme: Theme,
    /// The user chose a theme.
    pub on_theme: Callback<Theme>,
}

/// The head.
#[component]
pub fn SiteHeader(props: &SiteHeaderProps) -> Html {
    let places = [
        (Route::Home, "Look up"),
        (Route::Decode, "Decode"),
        (Route::Compare, "Compare"),
        (Route::Vendors, "Vendors"),
    ];
    html! {
        <header class="site-header">
            <div class="site-header-inner">
                <a class="site-name" href={Route::Home.href()}>
                    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                        <rect width="32" height="32" rx="7" />
                        <path d="M8 9h16M8 16h10" />
                        <circle cx="23" cy="22" r="4.5" />
                    </svg>
                    {"Respondex"}
                </a>
                <nav class="site-nav" aria-label="Main">
                    <ul>
                        for (route, label) in places {
                            <li key={label}>
                                <a href={route.href()} aria-current={is_here(&props.route, &route).then_some("page")}>{label}</a>
                            </li>
                        }
                    </ul>
                </nav>
                <fieldset class="theme-switch">
                    <legend class="visually-hidden">{"Colours"}</legend>
                    for theme in Theme::ALL {
                        <button
                            key={theme.id()}
                            type="button"
                            aria-pressed={(props.theme == theme).to_string()}
                            onclick={{
                                let on_theme = props.on_theme.clone();
                                move |_: MouseEvent| on_theme.emit(theme)
                            }}
                        >{theme.label()}</button>
                    }
                </fieldset>
            </div>
        </header>
    }
}

/// Whether the page belongs to a place in the navigation.
fn is_here(page: &Route, place: &Route) -> bool {
    match page {
        Route::Code { .. } => *place == Route::Home,
        Route::CompareCode(_) => *place == Route::Compare,
        Route::Vendor(_) => *place == Route::Vendors,
        _ => page == place,
    }
}
