//! Syntax only: what kind of content it is, as a tree whose nodes know where they stand.
//!
//! Knows no vendor and no carrier. The kind is judged by the content, never by its declared media type.
//! Broken content gives the part of the tree that could be read, and says where it broke.

pub(crate) mod hl7;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod xml;

use hl7::Hl7;
use json::Json;
use xml::Xml;

use super::mail_address;
use super::options::DecodeLimits;
use crate::placeholder;

/// Parsed content.
#[derive(Debug)]
pub(crate) enum Payload<'t> {
    /// A JSON text.
    Json(Json<'t>),
    /// An XML document.
    Xml(Xml),
    /// An HL7 version 2 message.
    Hl7(Hl7),
    /// A web page.
    Html,
    /// Anything else.
    Text,
    /// Nothing but white space.
    Empty,
}

/// Why a tree is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// It is not well formed at this byte.
    At(usize),
    /// The text ends before it does; what stands from this byte on is cut off.
    Ends(usize),
    /// It is nested deeper than the limit from this byte on.
    TooDeep(usize),
    /// It holds more values than the limit from this byte on.
    TooMany(usize),
}

/// Whether the sign that a text begins with opens a tag or a declaration; programs write `<404,…>` as well.
fn begins_markup(text: &str) -> bool {
    text.get(1..).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '?' | '!' | '/'))
    }) && !mail_address::begins(text)
}

impl Broken {
    /// From where on it was not read.
    pub(crate) fn place(self) -> usize {
        let (Self::At(at) | Self::Ends(at) | Self::TooDeep(at) | Self::TooMany(at)) = self;
        at
    }
}

impl<'t> Payload<'t> {
    /// Parses content by what it looks like.
    pub(crate) fn parse(content: &'t str, limits: &DecodeLimits) -> Self {
        Self::parse_counted(content, limits).0
    }

    /// As [`Payload::parse`], and how far it was read to know that.
    pub(crate) fn parse_counted(content: &'t str, limits: &DecodeLimits) -> (Self, usize) {
        let start = content.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        match start.bytes().next() {
            None => (Self::Empty, content.len()),
            // A masked value is a word like any other.
            Some(b'{' | b'[' | b'"') if !placeholder::begins(start) => {
                let json = Json::parse_within(content, limits);
                let end = json.broken().map(Broken::place).or(json.trailing());
                let payload = if json.is_worth_reading() { Self::Json(json) } else { Self::Text };
                (payload, end.unwrap_or(content.len()))
            }
            Some(b'<') if html::is_html(start) => (Self::Html, content.len()),
            Some(b'<') if begins_markup(start) => {
                let xml = Xml::parse_within(content, limits);
                let end = xml.end();
                (if xml.root().is_some() { Self::Xml(xml) } else { Self::Text }, end)
            }
            Some(_) => (Hl7::parse(content).map_or(Self::Text, Self::Hl7), content.len()),
        }
    }

    /// Where the tree ends, if anything stands behind it.
    pub(crate) fn end(&self) -> Option<usize> {
        match self {
            Self::Json(json) => json.trailing(),
            Self::Xml(xml) if xml.broken().is_none() => Some(xml.end()),
            Self::Xml(_) | Self::Hl7(_) | Self::Html | Self::Text | Self::Empty => None,
        }
    }

    /// Why the tree is not whole, if it is not.
    pub(crate) fn broken(&self) -> Option<Broken> {
        match self {
            Self::Json(json) => json.broken(),
            Self::Xml(xml) => xml.broken(),
            Self::Hl7(_) | Self::Html | Self::Text | Self::Empty => None,
        }
    }
}
