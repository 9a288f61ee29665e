//! Moving through a table with the keys of a grid: one stop of the Tab key, arrows from cell to cell.
//!
//! A page without script has an ordinary table whose links are reached by Tab. Where the table is shown as
//! a table, it becomes a grid here; where it is shown as cards, it stays as it is: cards have no columns that
//! an arrow could keep to, and who has a phone with a keyboard or a switch expects Tab to go from link to link.
//!
//! What has the focus is known to the document alone. No key renders anything.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlCollection, HtmlElement, HtmlTableCellElement, HtmlTableElement,
    HtmlTableRowElement, KeyboardEvent, MediaQueryList, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::prelude::*;

use super::address::focus_in_place;

/// From here on the style sheet shows tables and not cards.
const SHOWN_AS_TABLE: &str = "(min-width: 641px)";

/// So many rows further with Page Down, headings of groups among them.
const PAGE_ROWS: u32 = 10;

/// Makes a grid of the table, and again whenever its content is another.
///
/// Arrows, Home, End, Ctrl+Home, Ctrl+End, Page Up and Page Down move; a cell with one link hands the focus to the
/// link, so that Enter follows it; Enter or F2 goes into a cell with several, and Escape leaves it.
///
/// # Source
///
/// ARIA Authoring Practices Guide, grid pattern.
#[hook]
pub fn use_grid<T: PartialEq + 'static>(table: &NodeRef, content: T) {
    let table = table.clone();
    use_effect_with(content, move |_| {
        let wide =
            web_sys::window().and_then(|window| window.match_media(SHOWN_AS_TABLE).ok().flatten());
        let listeners = table.cast().zip(wide).map(|(table, wide)| listen(&table, &wide));
        move || drop(listeners)
    });
}

fn listen(table: &HtmlTableElement, wide: &MediaQueryList) -> [EventListener; 3] {
    set_up(table, wide.matches());
    let column = Rc::new(Cell::new(0));
    let on_width = {
        let (table, wide) = (table.clone(), wide.clone());
        move |_: &Event| set_up(&table, wide.matches())
    };
    let on_focus = {
        let (table, column) = (table.clone(), column.clone());
        move |event: &Event| {
            if let Some((cell, _)) = place(event).filter(|_| is_grid(&table)) {
                // The heading of a group spans every column: the way on goes down the one that was left.
                if cell.col_span() == 1 {
                    column.set(cell.cell_index());
                }
                stop_at(&table, &cell);
            }
        }
    };
    let on_key = {
        let table = table.clone();
        move |event: &Event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let is_plain = !(key.alt_key() || key.meta_key() || key.shift_key());
            let Some((cell, target)) = place(event).filter(|_| is_plain && is_grid(&table)) else {
                return;
            };
            let keys = (key.ctrl_key(), key.key());
            let links = links(&cell);
            let inside = links.iter().position(|link| link.is_same_node(Some(&target)));
            let next = match inside.filter(|_| links.len() > 1) {
                Some(at) => within(&cell, &links, at, &keys.1),
                None => beside(&table, &cell, column.get(), keys),
            };
            if let Some(next) = next {
                event.prevent_default();
                show(&next);
                focus_in_place(Some(next));
            }
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    [
        EventListener::new(wide, "change", on_width),
        EventListener::new(table, "focusin", on_focus),
        EventListener::new_with_options(table, "keydown", options, on_key),
    ]
}

/// Where an event happened: the cell, and the element in it.
fn place(event: &Event) -> Option<(HtmlTableCellElement, Element)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("th, td").ok().flatten()?.dyn_into().ok()?;
    Some((cell, target))
}

fn is_grid(table: &HtmlTableElement) -> bool {
    table.has_attribute("role")
}

/// Turns the table into a grid with one stop of the Tab key, or back.
fn set_up(table: &HtmlTableElement, as_grid: bool) {
    // Nothing can be done about an attribute that is refused; the table then stays an ordinary one.
    let _refused =
        if as_grid { table.set_attribute("role", "grid") } else { table.remove_attribute("role") };
    let focused = table.query_selector(":focus").ok().flatten();
    let mut first = None;
    for row in (0..).map_while(|at| row(table, at)) {
        for cell in (0..).map_while(|at| cell_of(&row, at)) {
            for element in links(&cell).iter().chain([&*cell]) {
                let is_stop = element.is_same_node(Some(&stop(&cell)));
                let is_link = !element.is_same_node(Some(&cell));
                set_stop(element, (as_grid && (is_stop || is_link)).then_some("-1"));
            }
            let is_focused = focused.as_ref().is_some_and(|it| cell.contains(Some(it)));
            let is_first_row = first.is_none() && cell.tag_name() == "TH" && cell.col_span() == 1;
            if is_focused || (is_first_row && row.closest("tbody").ok().flatten().is_some()) {
                first = Some(cell);
            }
        }
    }
    if let Some(first) = first.filter(|_| as_grid) {
        set_stop(&stop(&first), Some("0"));
    }
}

/// Makes a cell the one that Tab comes back to.
fn stop_at(table: &HtmlTableElement, cell: &HtmlTableCellElement) {
    if let Some(last) = table.query_selector("[tabindex='0']").ok().flatten() {
        set_stop(&last, Some("-1"));
    }
    set_stop(&stop(cell), Some("0"));
}

fn set_stop(element: &Element, index: Option<&str>) {
    let _refused = match index {
        Some(index) => element.set_attribute("tabindex", index),
        None => element.remove_attribute("tabindex"),
    };
}

/// What has the focus in a cell: its link where it has exactly one, else the cell.
fn stop(cell: &HtmlTableCellElement) -> HtmlElement {
    let mut links = links(cell);
    match (links.pop(), links.is_empty()) {
        (Some(only), true) => only,
        _ => cell.clone().into(),
    }
}

fn links(cell: &HtmlTableCellElement) -> Vec<HtmlElement> {
    let links = cell.get_elements_by_tag_name("a");
    (0..links.length()).filter_map(|at| item(&links, at)).collect()
}

fn row(table: &HtmlTableElement, at: u32) -> Option<HtmlTableRowElement> {
    item(&table.rows(), at)
}

fn cell_of(row: &HtmlTableRowElement, at: u32) -> Option<HtmlTableCellElement> {
    item(&row.cells(), at)
}

fn item<T: JsCast + AsRef<JsValue>>(all: &HtmlCollection, at: u32) -> Option<T> {
    all.item(at)?.dyn_into().ok()
}

/// The next of the links of one cell; Escape leads back to the cell.
fn within(
    cell: &HtmlTableCellElement,
    links: &[HtmlElement],
    at: usize,
    key: &str,
) -> Option<HtmlElement> {
    let last = links.len().saturating_sub(1);
    let next = match key {
        "ArrowRight" | "ArrowDown" if at == last => 0,
        "ArrowRight" | "ArrowDown" => at.saturating_add(1),
        "ArrowLeft" | "ArrowUp" => at.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        "Escape" | "F2" => return Some(cell.clone().into()),
        _ => return None,
    };
    links.get(next).cloned()
}

/// What a key leads to from a cell: the edge of the table holds.
fn beside(
    table: &HtmlTableElement,
    cell: &HtmlTableCellElement,
    column: i32,
    (with_control, key): (bool, String),
) -> Option<HtmlElement> {
    let this: HtmlTableRowElement =
        cell.closest("tr").ok().flatten().and_then(|row| row.dyn_into().ok())?;
    let last_of = |count: u32| count.saturating_sub(1);
    let last_row = last_of(table.rows().length());
    let at = u32::try_from(this.row_index()).ok()?;
    let here = u32::try_from(cell.cell_index()).ok()?;
    let column = u32::try_from(column).unwrap_or_default();
    let (to_row, to_column) = match (key.as_str(), with_control) {
        ("ArrowRight", false) => (at, here.saturating_add(1)),
        ("ArrowLeft", false) => (at, here.saturating_sub(1)),
        ("ArrowDown", false) => (at.saturating_add(1), column),
        ("ArrowUp", false) => (at.saturating_sub(1), column),
        ("PageDown", false) => (at.saturating_add(PAGE_ROWS), column),
        ("PageUp", false) => (at.saturating_sub(PAGE_ROWS), column),
        ("Home", false) => (at, 0),
        ("End", false) => (at, u32::MAX),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, u32::MAX),
        ("Enter" | "F2", false) => {
            let links = links(cell);
            return (links.len() > 1).then(|| links.into_iter().next()).flatten();
        }
        _ => return None,
    };
    let row = row(table, to_row.min(last_row))?;
    let cell = cell_of(&row, to_column.min(last_of(row.cells().length())))?;
    Some(stop(&cell))
}

/// Brings a cell into view, clear of the headings that stay: the style sheet keeps their room free.
fn show(element: &HtmlElement) {
    let Some(cell) = element.closest("th, td").ok().flatten() else { return };
    // A cell may be higher than the frame: what it says stands at its top.
    let content = cell.query_selector("a, .cell-none").ok().flatten();
    let is_cell = element.is_same_node(Some(&cell));
    let seen = content.filter(|_| is_cell).unwrap_or_else(|| element.clone().into());
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    seen.scroll_into_view_with_scroll_into_view_options(&options);
    // A heading that stays is always in view; what it heads comes back with it.
    let frame = cell.closest("table").ok().flatten().and_then(|table| table.parent_element());
    let Some(frame) = frame.filter(|_| cell.tag_name() == "TH") else { return };
    if cell.closest("thead").ok().flatten().is_some() {
        frame.set_scroll_top(0);
    } else {
        frame.set_scroll_left(0);
    }
}
