//! Text areas that keep their own value, so that nothing typed before the app runs is lost, and that are
//! emptied when the page is left.

use gloo::events::EventListener;
use respondex_core::{Span, Utf16Offsets};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

/// The text in the area.
pub fn value(area: &NodeRef) -> String {
    area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
}

/// A text with the line ends that it has in an area, so that places in it are places there.
pub fn with_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// Puts a text into the area, unless it stands there.
pub fn set_value(area: &NodeRef, text: &str) {
    if let Some(area) = area.cast::<HtmlTextAreaElement>()
        && area.value() != text
    {
        area.set_value(text);
        // The browser puts the caret, and with it the view, at the end.
        let _refused = area.set_selection_range(0, 0);
    }
}

/// Focuses the area and leaves the view where it is.
pub fn focus(area: &NodeRef) {
    super::address::focus_in_place(area.cast());
}

/// Selects a stretch of `text`, which stands in the area, and brings it into view.
pub fn select(area: &NodeRef, text: &str, span: Span) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
    let span = Utf16Offsets::new(text).span(span);
    let (Ok(start), Ok(end)) = (u32::try_from(span.start), u32::try_from(span.end)) else { return };
    super::address::focus(Some(area.clone().into()));
    let _refused = area.set_selection_range(start, end);
}

/// Whether the text came in one piece, by paste or drop, and not by typing.
pub fn was_pasted(event: &InputEvent) -> bool {
    let kind = event.input_type();
    matches!(kind.as_str(), "insertFromPaste" | "insertFromDrop" | "insertFromPasteAsQuotation")
}

/// The text that the area would hold after a paste, where the paste is longer than `longest` bytes.
///
/// The browser is kept from laying such a text out.
pub fn long_paste(area: &NodeRef, event: &Event, longest: usize) -> Option<String> {
    let pasted = event
        .dyn_ref::<ClipboardEvent>()?
        .clipboard_data()?
        .get_data("text/plain")
        .ok()
        .filter(|pasted| pasted.len() > longest)?;
    let area = area.cast::<HtmlTextAreaElement>()?;
    let units: Vec<u16> = area.value().encode_utf16().collect();
    let place = |offset: Option<u32>| {
        offset.and_then(|at| usize::try_from(at).ok()).unwrap_or(units.len()).min(units.len())
    };
    let start = place(area.selection_start().ok().flatten());
    let end = place(area.selection_end().ok().flatten()).max(start);
    event.prevent_default();
    let part = |units: Option<&[u16]>| String::from_utf16_lossy(units.unwrap_or_default());
    let pasted = with_line_ends(pasted);
    Some(part(units.get(..start)) + &pasted + &part(units.get(end..)))
}

/// Calls back when the page is left, before the browser may keep it for the way back.
#[hook]
pub fn use_page_leave(on_leave: Callback<()>) {
    use_effect_with(on_leave, |on_leave| {
        let on_leave = on_leave.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "pagehide", move |_| {
                empty_all();
                on_leave.emit(());
            })
        });
        move || drop(listener)
    });
}

/// Empties every text area at once; the app's own state follows when it renders.
fn empty_all() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let areas = document.get_elements_by_tag_name("textarea");
    for at in 0..areas.length() {
        if let Some(area) =
            areas.item(at).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
        {
            area.set_value("");
        }
    }
}
