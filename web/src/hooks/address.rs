//! The address bar: which page it names, moving to another one, going back.

use std::cell::Cell;

use gloo::history::{BrowserHistory, History};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FocusOptions, HtmlAnchorElement, HtmlDialogElement, HtmlElement, MouseEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

use crate::route::Route;
use crate::state::copies::CopyKind;
use crate::state::page_head::page_head;

/// Where the user is, and how to go elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Router {
    /// The page.
    pub route: Route,
    /// Grows with each visit, so that a visit of the same page with another query is noticed.
    pub visit: u32,
    /// Goes to a page.
    pub navigate: Callback<Route>,
    /// Handles a click anywhere: a plain click on a link to one of our pages stays in the app.
    pub follow: Callback<MouseEvent>,
}

/// A visit of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Visit {
    route: Route,
    number: u32,
}

thread_local! {
    /// Whether the visit that is about to be shown was asked for on the page, and not by going back.
    static PUSHED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the page in step with the address.
#[hook]
pub fn use_router(initial: &Route) -> Router {
    let initial = initial.clone();
    let visit = use_state(|| Visit { route: initial, number: 0 });
    let number = use_mut_ref(|| 0u32);
    {
        let setter = visit.setter();
        use_effect_with((), move |()| {
            let listener = BrowserHistory::new().listen(move || {
                let mut number = number.borrow_mut();
                *number = number.wrapping_add(1);
                setter.set(Visit { route: current(), number: *number });
            });
            move || drop(listener)
        });
    }
    use_effect_with((*visit).clone(), |visit| {
        if visit.number > 0 {
            arrive(&visit.route, PUSHED.take());
        }
    });
    let navigate = use_callback((), |route: Route, ()| go(&route.path()));
    let follow = use_callback((), |event: MouseEvent, ()| follow_link(&event));
    Router { route: visit.route.clone(), visit: visit.number, navigate, follow }
}

/// The page that the address names.
pub fn current() -> Route {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.strip_prefix(base_path().as_str()).map_or(Route::NotFound, Route::parse)
}

/// The query of home in the address.
pub fn current_query() -> Option<String> {
    Route::query_of(&current_search())
}

/// The part of the address that begins with `?`; empty where there is none.
pub fn current_search() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Shows a query of home in the address, without a step in the history.
pub fn show_query(query: &str) {
    let href = if query.is_empty() { String::new() } else { Route::query_href(query) };
    replace(href.trim_start_matches("./"));
}

/// Shows another address below the base path, without a step in the history.
///
/// Goes past `gloo`, whose listeners would take it for a visit.
pub fn replace(address: &str) {
    let address = [&base_path(), address].concat();
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    // Browsers refuse when it is asked for too often; the address is then a little behind.
    let _refused = history.replace_state_with_url(&state, "", Some(&address));
}

/// The whole address of a page, for links that are copied.
pub fn absolute(path: &str) -> String {
    format!("{}{path}", base_uri())
}

/// Presses the button of a copy, where the page shows one.
pub fn click_copy(kind: CopyKind) {
    click(&format!("[data-copy={}]", kind.id()));
}

/// Presses the first element that a selector finds.
pub fn click(selector: &str) {
    let found = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(button) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// Opens a dialog, by its id; the browser keeps the focus inside and closes it with Escape.
pub fn open_dialog(id: &str) {
    let dialog = element_by_id(id).and_then(|found| found.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        let _refused = dialog.show_modal();
    }
}

/// Scrolls no further than it takes to see an element.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn go(address: &str) {
    PUSHED.set(true);
    BrowserHistory::new().push(format!("{}{address}", base_path()));
}

fn arrive(route: &Route, was_pushed: bool) {
    let Some(window) = window() else { return };
    let Some(document) = window.document() else { return };
    document.set_title(&page_head(respondex_core::Catalog::builtin(), route).title);
    if was_pushed {
        scroll_to_top();
    }
    // Home and the decoder focus their own box.
    if !matches!(route, Route::Home | Route::Decode) {
        let heading = document.query_selector("main h1").ok().flatten();
        focus(heading.and_then(|heading| heading.dyn_into().ok()));
    }
}

fn follow_link(event: &MouseEvent) {
    let is_plain = event.button() == 0
        && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
    if event.default_prevented() || !is_plain {
        return;
    }
    let link = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("a[href]").ok().flatten())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return };
    if link.has_attribute("target") || link.has_attribute("download") {
        return;
    }
    let address = link.href();
    let Some(inside) = address.strip_prefix(&base_uri()) else { return };
    let (address, fragment) = inside.split_once('#').unwrap_or((inside, ""));
    let path = address.split('?').next().unwrap_or_default();
    let route = Route::parse(path);
    if fragment == "main" || (!fragment.is_empty() && route == current()) {
        event.prevent_default();
        focus(element_by_id(fragment));
    } else if route != Route::NotFound {
        event.prevent_default();
        go(address);
    }
}

/// Focuses an element and brings it into view.
pub fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let _refused = element.focus();
    }
}

/// Focuses an element and leaves the view where it is.
pub fn focus_in_place(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _refused = element.focus_with_options(&options);
    }
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The element of an id.
pub fn element_by_id(id: &str) -> Option<HtmlElement> {
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Where the site stands: `https://example.org/sub/`.
fn base_uri() -> String {
    let uri = window()
        .and_then(|window| window.document())
        .and_then(|document| document.base_uri().ok().flatten())
        .unwrap_or_default();
    let end = uri.rfind('/').map_or(0, |slash| slash.saturating_add(1));
    uri.get(..end).unwrap_or_default().to_owned()
}

/// The path of that: `/sub/`.
fn base_path() -> String {
    let origin = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    base_uri().strip_prefix(&origin).unwrap_or("/").to_owned()
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
