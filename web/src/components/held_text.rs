//! A text that is too long to be edited: held in memory, and shown a stretch at a time.
//!
//! Browsers lay a text area out anew with every key; two megabytes of it take them half a second.

use respondex_core::Span;
use yew::Html;

use crate::markup::{el, el_with, line, made, made_line, text};

/// Bytes of the text that are shown before and behind a place.
const AROUND: usize = 1_500;

/// The stretch around a place, which is marked; the beginning where there is none.
pub fn held_text(held: &str, place: Option<Span>) -> Html {
    let span = place.unwrap_or_default();
    let from = held.floor_char_boundary(span.start.saturating_sub(AROUND));
    let to = held.ceil_char_boundary(span.end.saturating_add(AROUND).min(held.len()));
    let slice = |from: usize, to: usize| held.get(from..to).unwrap_or_default().to_owned();
    let mut shown = Vec::new();
    if from > 0 {
        shown.push(text("… "));
    }
    shown.push(made(slice(from, span.start)));
    if span.start < span.end {
        shown.push(el("mark", "mark mark-finding", vec![made(slice(span.start, span.end))]));
    }
    shown.push(made(slice(span.end, to)));
    if to < held.len() {
        shown.push(text(" …"));
    }
    let attributes = [
        ("class", "held-stretch"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", "A stretch of the text"),
        ("translate", "no"),
    ];
    el(
        "div",
        "source held",
        vec![
            made_line("p", "held-size", format!("{} of text", size(held.len()))),
            line("p", "muted", "Too long to edit here. It is kept in memory until you clear it."),
            el_with("pre", &attributes, shown),
        ],
    )
}

/// `300 kB`, `2.1 MB`.
fn size(bytes: usize) -> String {
    let kilobytes = bytes / 1_000;
    if kilobytes < 1_000 {
        format!("{kilobytes} kB")
    } else {
        format!("{}.{} MB", kilobytes / 1_000, kilobytes % 1_000 / 100)
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_read_out() {
        assert_eq!(size(300_000), "300 kB");
        assert_eq!(size(2_149_000), "2.1 MB");
    }
}
