//! Line icons, drawn in the colour of the text. Always beside a word, so hidden from screen readers.

use yew::Html;

use crate::markup::el_with;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// A tick in a circle.
    Success,
    /// A half-filled circle.
    Partial,
    /// A cross in a circle.
    Failure,
    /// An arrow that turns.
    Redirect,
    /// A clock.
    Interim,
    /// A question mark in a circle.
    Unknown,
    /// A warning triangle.
    Alert,
    /// A person.
    Person,
    /// A list with ticks.
    Steps,
    /// Two arrows in a circle.
    Retry,
    /// Two sheets.
    Copy,
    /// A chain link.
    Link,
    /// A magnifying glass.
    Search,
    /// An arrow to the right.
    Arrow,
    /// A shield.
    Shield,
}

/// The icon as inline SVG.
pub fn icon(glyph: Glyph) -> Html {
    let path = match glyph {
        Glyph::Success => "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15zM6.7 10.3l2.3 2.3l4.4-5",
        Glyph::Partial => {
            "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15zM10 2.5v15M10 6h5.6M10 10h7.4M10 14h5.6"
        }
        Glyph::Failure => {
            "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15zM7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6"
        }
        Glyph::Redirect => "M4 16v-4a4 4 0 0 1 4-4h8M12 4l4 4l-4 4",
        Glyph::Interim => "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15zM10 5.8v4.4l3 1.8",
        Glyph::Unknown => {
            "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15zM7.8 7.8a2.3 2.3 0 1 1 3.1 2.2c-.6.3-.9.7-.9 1.4M10 14v.1"
        }
        Glyph::Alert => "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1",
        Glyph::Person => {
            "M10 3.2a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4zM3.8 17c.4-3.300 2.900-4.900 6.200-4.900s5.800 1.600 6.200 4.900"
        }
        Glyph::Steps => {
            "M3 5.500l1.300 1.300l2.200-2.600M3 12.500l1.300 1.300l2.200-2.600M9.500 5.800h7.500M9.500 12.800h7.500"
        }
        Glyph::Retry => {
            "M16 8.500a6.300 6.300 0 0 0-11.600-1.500M4 3.500v3.700h3.700M4 11.500a6.300 6.300 0 0 0 11.600 1.500M16 16.500v-3.700h-3.700"
        }
        Glyph::Copy => "M7.500 7.500h9v9h-9zM12.500 7.500v-4h-9v9h4",
        Glyph::Link => {
            "M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l1-1"
        }
        Glyph::Search => {
            "M8.800 3a5.800 5.800 0 1 1 0 11.600a5.800 5.800 0 0 1 0-11.600zM13 13l4 4"
        }
        Glyph::Arrow => "M4 10h12M11 5l5 5l-5 5",
        Glyph::Shield => {
            "M10 2.500l6 2.200v4.500c0 3.900-2.500 6.700-6 8.300c-3.500-1.600-6-4.400-6-8.300v-4.500zM7.300 9.800l2 2l3.500-4"
        }
    };
    let path = el_with("path", &[("d", path)], Vec::new());
    let attributes = [
        ("class", "icon"),
        ("viewBox", "0 0 20 20"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    el_with("svg", &attributes, vec![path])
}
