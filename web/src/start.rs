//! Starts the app in the browser: takes over the prerendered page, or renders into an empty one.

use respondex_core::{PackedDataError, use_packed_data};

use crate::app::{App, AppProps};
use crate::hooks::{address, panic_view};

/// Starts the app with the packed data of the catalogue.
///
/// Markup of another page cannot be taken over, so each prerendered page names its own address.
/// The page of unknown addresses and the page of `trunk serve` name none.
///
/// # Errors
///
/// When the data are not those of this build.
pub fn start(data: Vec<u8>) -> Result<(), PackedDataError> {
    panic_view::install();
    use_packed_data(data)?;
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Ok(());
    };
    let Some(root) = document.get_element_by_id("app") else { return Ok(()) };
    let prerendered = document.body().and_then(|body| body.get_attribute("data-prerendered"));
    let path = web_sys::window().and_then(|window| window.location().pathname().ok());
    let props = AppProps { route: address::current() };
    let is_this_page = path.is_some() && prerendered == path;
    if !is_this_page {
        root.set_text_content(None);
    }
    let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
    if is_this_page {
        renderer.hydrate();
    } else {
        renderer.render();
    }
    Ok(())
}
