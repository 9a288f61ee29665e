//! The shell around every page, shared by prerendering and the browser.

use yew::prelude::*;

use crate::components::keyboard_help::{KEYBOARD_HELP, KeyboardHelp};
use crate::components::site_footer::site_footer;
use crate::components::site_header::site_header;
use crate::hooks::text_area::use_page_leave;
use crate::hooks::{
    Shortcut, address, use_desk, use_paste_anywhere, use_router, use_shortcuts, use_theme,
    wanted_copy,
};
use crate::pages::{
    self, CompareCodePage, CompareVendorsPage, ConditionPage, DecodePage, HomePage, MatrixPage,
};
use crate::route::Route;
use crate::state::case::{Case, CaseAction};
use crate::state::desk::{Desk, DeskAction};

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
            wanted_copy::expect_decoder(&text);
            case.dispatch(CaseAction::Load(text));
            navigate.emit(Route::Decode);
        }
    });
    use_paste_anywhere(to_decoder.clone());
    let desk = use_desk();
    let on_shortcut = use_callback((), {
        let (navigate, desk) = (router.navigate.clone(), desk.dispatcher());
        move |shortcut: Shortcut, ()| match (shortcut, address::element_by_id("box")) {
            (Shortcut::Box, Some(found)) => address::focus(Some(found)),
            (Shortcut::Box, None) => navigate.emit(Route::Home),
            (Shortcut::Copy(kind), _) => wanted_copy::copy(kind),
            (Shortcut::List, _) => address::click("[data-copy=list]"),
            (Shortcut::Help, _) => address::open_dialog(KEYBOARD_HELP),
            (Shortcut::Forget, _) => desk.dispatch(DeskAction::ForgetRecent),
        }
    });
    use_shortcuts(desk.letters, on_shortcut);
    {
        // The page of a code was looked at.
        let desk = desk.dispatcher();
        use_effect_with((router.route.clone(), router.visit), move |(route, _)| {
            if let Route::Code { vendor, code } = route {
                desk.dispatch(DeskAction::Visit(format!("{vendor}/{code}")));
            }
        });
    }
    let on_letters = use_callback((), {
        let desk = desk.dispatcher();
        move |letters: bool, ()| desk.dispatch(DeskAction::Letters(letters))
    });
    let page = match &router.route {
        Route::Home => html! {
            <HomePage
                visit={router.visit}
                {to_decoder}
                desk={desk.clone()}
            />
        },
        Route::Code { vendor, code } => pages::code(vendor, *code),
        Route::Decode => html! { <DecodePage {case} /> },
        Route::Compare => html! { <MatrixPage visit={router.visit} /> },
        Route::CompareCode(code) => html! { <CompareCodePage code={*code} visit={router.visit} /> },
        Route::CompareCondition(id) => {
            html! { <ConditionPage id={id.clone()} visit={router.visit} /> }
        }
        Route::CompareVendors(one, other) => html! {
            <CompareVendorsPage one={one.clone()} other={other.clone()} visit={router.visit} />
        },
        Route::Vendors => pages::all_vendors(),
        Route::Vendor(id) => pages::vendor(id),
        Route::About => pages::about(),
        Route::NotFound => pages::not_found(),
    };
    let on_help = use_callback((), |_: MouseEvent, ()| address::open_dialog(KEYBOARD_HELP));
    let letters = desk.letters;
    html! {
        <ContextProvider<UseReducerHandle<Desk>> context={desk}>
            <div class="page" onclick={router.follow.clone()}>
                {site_header(&router.route, theme, &on_theme)}
                <main id="main" class="site-main" tabindex="-1">{page}</main>
                {site_footer(on_help)}
                <KeyboardHelp {letters} {on_letters} />
            </div>
        </ContextProvider<UseReducerHandle<Desk>>>
    }
}
