//! The shell around every page, shared by prerendering and the browser.

use yew::prelude::*;

use crate::components::site_footer::site_footer;
use crate::components::site_header::site_header;
use crate::hooks::text_area::use_page_leave;
use crate::hooks::{address, use_paste_anywhere, use_router, use_shortcut, use_theme};
use crate::pages::{self, DecodePage, HomePage};
use crate::route::Route;
use crate::state::case::{Case, CaseAction};

/// Props of [`App`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The page to begin with.
    pub route: Route,
}

/// Header, page, footer.
#[component]
pub fn App(props: &AppProps) -> Html {
    let router = use_router(&props.route);
    let case = use_reducer(Case::default);
    let (theme, on_theme) = use_theme();
    let wipe = use_callback((), {
        let case = case.dispatcher();
        move |(), ()| case.dispatch(CaseAction::Wipe)
    });
    use_page_leave(wipe);
    let to_decoder = use_callback((), {
        let (case, navigate) = (case.dispatcher(), router.navigate.clone());
        move |text: AttrValue, ()| {
            case.dispatch(CaseAction::Load(text));
            navigate.emit(Route::Decode);
        }
    });
    use_paste_anywhere(to_decoder);
    let to_box = use_callback((), {
        let navigate = router.navigate.clone();
        move |(), ()| match address::element_by_id("box") {
            Some(found) => address::focus(Some(found)),
            None => navigate.emit(Route::Home),
        }
    });
    use_shortcut(to_box);
    let page = match &router.route {
        Route::Home => html! {
            <HomePage visit={router.visit} navigate={router.navigate.clone()} case={case.dispatcher()} />
        },
        Route::Code { vendor, code } => pages::code(vendor, *code),
        Route::Decode => html! { <DecodePage {case} /> },
        Route::Compare => pages::compare_all(),
        Route::CompareCode(code) => pages::compare_code(*code),
        Route::Vendors => pages::all_vendors(),
        Route::Vendor(id) => pages::vendor(id),
        Route::About => pages::about(),
        Route::NotFound => pages::not_found(),
    };
    html! {
        <div class="page" onclick={router.follow.clone()}>
            {site_header(&router.route, theme, &on_theme)}
            <main id="main" class="site-main" tabindex="-1">{page}</main>
            {site_footer()}
        </div>
    }
}
