//! The last resort: when the app stops, the page says so, and what was typed or pasted is still there.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlTextAreaElement};

/// Shows the view at a panic. The console learns the place, never the message: it may quote pasted text.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info
            .location()
            .map(|place| format!("{}:{}", place.file(), place.line()))
            .unwrap_or_default();
        web_sys::console::error_1(&format!("Respondex stopped at {place}").into());
        // Nothing can be done when the page cannot even be changed.
        let _failed = show(&place);
    }));
}

fn show(place: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    if document.get_element_by_id("stopped").is_some() {
        return None;
    }
    let text = document
        .query_selector("textarea")
        .ok()
        .flatten()
        .and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
        .map(|area| area.value())
        .unwrap_or_default();
    let view = element(&document, "section", "stopped")?;
    view.set_id("stopped");
    view.set_attribute("role", "alert").ok()?;
    append(&document, &view, "h1", "", "Something went wrong on our side")?;
    append(
        &document,
        &view,
        "p",
        "",
        "The page stopped working. Nothing was sent anywhere. Reload it to go on; what you had \
         entered is below, so that you can copy it first.",
    )?;
    if !text.is_empty() {
        let area = element(&document, "textarea", "stopped-text")?;
        area.set_attribute("aria-label", "Your text").ok()?;
        area.set_attribute("spellcheck", "false").ok()?;
        area.set_attribute("readonly", "").ok()?;
        area.unchecked_ref::<HtmlTextAreaElement>().set_value(&text);
        view.append_child(&area).ok()?;
    }
    let link = append(&document, &view, "a", "button", "Reload")?;
    link.set_attribute("href", "./").ok()?;
    append(&document, &view, "p", "muted", &format!("For a report: stopped at {place}"))?;
    let app = document.get_element_by_id("app")?;
    app.set_attribute("hidden", "").ok()?;
    document.body()?.append_child(&view).ok()?;
    Some(())
}

fn append(
    document: &Document,
    parent: &Element,
    tag: &str,
    class: &str,
    text: &str,
) -> Option<Element> {
    let child = element(document, tag, class)?;
    child.set_text_content(Some(text));
    parent.append_child(&child).ok()?;
    Some(child)
}

fn element(document: &Document, tag: &str, class: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}
