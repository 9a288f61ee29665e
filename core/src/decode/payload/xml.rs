//! XML as a tree that knows where each element stands, on top of quick-xml's events.
//!
//! No entity but the five predefined ones and character references is ever replaced, no document type
//! declaration is read, nothing is fetched. End tags that do not match are forgiven, since pastes
//! break off and lose lines.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Broken;
use crate::decode::limits::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS};

/// An XML document, whole or as far as it could be read.
#[derive(Debug)]
pub(crate) struct Xml {
    nodes: Vec<Node>,
    broken: Option<Broken>,
    doctype: Option<Range<usize>>,
}

#[derive(Debug, Default)]
struct Node {
    /// Name without prefix.
    name: String,
    prefix: String,
    namespaces: Vec<(String, String)>,
    attributes: Vec<Attribute>,
    parent: Option<usize>,
    children: Vec<usize>,
    text: String,
    /// From the first to the last character of text that is no white space.
    text_span: Option<Range<usize>>,
    /// From `<` of the start tag to `>` of the end tag.
    span: Range<usize>,
}

/// An attribute.
#[derive(Debug)]
struct Attribute {
    name: String,
    value: String,
    span: Range<usize>,
}

/// An element in the tree.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a> {
    xml: &'a Xml,
    node: &'a Node,
}

impl core::fmt::Debug for Element<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_tuple("Element").field(&self.node.name).field(&self.node.span).finish()
    }
}

impl Xml {
    /// Reads a text; never fails.
    pub(crate) fn parse(text: &str) -> Self {
        let mut builder = Builder {
            xml: Self { nodes: Vec::new(), broken: None, doctype: None },
            open: Vec::new(),
        };
        let end = builder.read(text);
        let cut = builder.mark_cut(end);
        for index in core::mem::take(&mut builder.open) {
            builder.close(index, end);
            // An element that never closed.
            builder.xml.broken.get_or_insert(Broken::Ends(cut));
        }
        builder.xml
    }

    /// The outermost element.
    pub(crate) fn root(&self) -> Option<Element<'_>> {
        self.element(0)
    }

    /// Why the tree is not whole, if it is not.
    pub(crate) fn broken(&self) -> Option<Broken> {
        self.broken
    }

    /// Where a document type declaration stands; it was not read.
    pub(crate) fn doctype(&self) -> Option<Range<usize>> {
        self.doctype.clone()
    }

    /// Every element, in document order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.nodes.iter().map(|node| Element { xml: self, node })
    }

    fn element(&self, index: usize) -> Option<Element<'_>> {
        self.nodes.get(index).map(|node| Element { xml: self, node })
    }
}

impl<'a> Element<'a> {
    /// Name without prefix.
    pub(crate) fn name(self) -> &'a str {
        &self.node.name
    }

    /// Where the element stands, tags included.
    pub(crate) fn span(self) -> Range<usize> {
        self.node.span.clone()
    }

    /// Where its own text stands, without the white space around it; else where the element stands.
    pub(crate) fn text_span(self) -> Range<usize> {
        self.node.text_span.clone().unwrap_or_else(|| self.span())
    }

    /// Its own text without the white space around it.
    pub(crate) fn text(self) -> &'a str {
        self.node.text.trim()
    }

    /// Child elements, in order.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        self.node.children.iter().filter_map(move |index| self.xml.element(*index))
    }

    /// The first child of a name.
    pub(crate) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// The text of the first child of a name, where it has any.
    pub(crate) fn child_text(self, name: &str) -> Option<String> {
        self.child(name).map(Self::text).filter(|text| !text.is_empty()).map(String::from)
    }

    /// The element around it.
    pub(crate) fn parent(self) -> Option<Self> {
        self.node.parent.and_then(|index| self.xml.element(index))
    }

    /// Value and place of an attribute.
    pub(crate) fn attribute(self, name: &str) -> Option<(&'a str, Range<usize>)> {
        self.node
            .attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| (attribute.value.as_str(), attribute.span.clone()))
    }

    /// The namespace that the element is in.
    pub(crate) fn namespace(self) -> Option<&'a str> {
        let mut next = Some(self);
        while let Some(element) = next {
            let declared = &element.node.namespaces;
            if let Some((_, uri)) = declared.iter().find(|(prefix, _)| *prefix == self.node.prefix)
            {
                return Some(uri);
            }
            next = element.parent();
        }
        None
    }
}

struct Builder {
    xml: Xml,
    open: Vec<usize>,
}

impl Builder {
    /// Reads as far as it goes and returns where that is.
    fn read(&mut self, text: &str) -> usize {
        // The reader takes byte order marks off without counting them, which would move every place.
        let body = text.trim_start_matches('\u{feff}');
        let base = text.len().saturating_sub(body.len());
        let mut reader = Reader::from_str(body);
        let position = |reader: &Reader<&[u8]>| position(reader).saturating_add(base);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let start = position(&reader);
            let event = match reader.read_event() {
                Ok(Event::Eof) => return text.len(),
                Ok(event) => event,
                Err(_) => {
                    let is_cut = !text.get(start..).unwrap_or_default().contains('>');
                    let broken = if is_cut { Broken::Ends(start) } else { Broken::At(start) };
                    self.xml.broken = Some(broken);
                    return start;
                }
            };
            let span = start..position(&reader);
            if self.xml.nodes.len() >= MAX_ELEMENTS {
                self.xml.broken = Some(Broken::TooMany(start));
                return start;
            }
            match event {
                Event::Start(tag) => {
                    if self.open.len() >= MAX_DEPTH {
                        self.xml.broken = Some(Broken::TooDeep(start));
                        return start;
                    }
                    let index = self.add(&tag, span);
                    self.open.push(index);
                }
                Event::Empty(tag) => {
                    self.add(&tag, span);
                }
                Event::End(tag) => self.end(tag.local_name().as_ref(), span.end),
                Event::Text(content) => self.text(&content.xml10_content(), &content, span.start),
                Event::CData(content) => {
                    self.text(&content, &content, span.start.saturating_add("<![CDATA[".len()));
                }
                Event::GeneralRef(reference) => {
                    let value = match reference.resolve_char_ref() {
                        Ok(Some(character)) => Cow::Owned(String::from(character)),
                        _ => predefined(&reference),
                    };
                    self.text(&value, text.get(span.clone()).unwrap_or_default(), span.start);
                }
                Event::DocType(_) => self.xml.doctype = Some(span),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {}
            }
            if !self.xml.nodes.is_empty() && self.open.is_empty() {
                return position(&reader);
            }
        }
    }

    fn add(&mut self, tag: &BytesStart<'_>, span: Range<usize>) -> usize {
        let index = self.xml.nodes.len();
        let parent = self.open.last().copied();
        let name = tag.name();
        let prefix = name.prefix().map(|prefix| String::from(prefix.as_ref())).unwrap_or_default();
        let mut node = Node {
            name: name.local_name().as_ref().into(),
            prefix,
            parent,
            span: span.clone(),
            ..Node::default()
        };
        let base = tag.as_ptr().addr();
        for attribute in tag.html_attributes().with_checks(false).flatten().take(MAX_ATTRIBUTES) {
            let value =
                unescape(&attribute.value).unwrap_or(Cow::Borrowed(&*attribute.value)).into_owned();
            let name: &str = attribute.key.as_ref();
            if name == "xmlns" {
                node.namespaces.push((String::new(), value));
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                node.namespaces.push((prefix.into(), value));
            } else {
                // The value is a part of the tag, which begins one byte behind `<`.
                let inside = attribute.value.as_ptr().addr().saturating_sub(base).saturating_add(1);
                let start = span.start.saturating_add(inside);
                let end = start.saturating_add(attribute.value.len()).min(span.end);
                node.attributes.push(Attribute {
                    name: name.into(),
                    value,
                    span: start.min(end)..end,
                });
            }
        }
        self.xml.nodes.push(node);
        if let Some(parent) = parent.and_then(|parent| self.xml.nodes.get_mut(parent)) {
            parent.children.push(index);
        }
        index
    }

    /// Closes the innermost open element of that name, and what was left open inside it.
    fn end(&mut self, name: &str, end: usize) {
        let matching = self
            .open
            .iter()
            .rposition(|index| self.xml.nodes.get(*index).is_some_and(|node| node.name == name));
        let Some(matching) = matching else { return };
        let closed = self.open.split_off(matching);
        if closed.len() > 1 {
            self.xml.broken.get_or_insert(Broken::At(end));
        }
        for index in closed {
            self.close(index, end);
        }
    }

    /// What stands last in an element that never closed is cut off: a number may have lost digits and is
    /// dropped, words get an ellipsis. Returns where it begins.
    fn mark_cut(&mut self, end: usize) -> usize {
        let innermost = self.open.last().and_then(|index| self.xml.nodes.get_mut(*index));
        let Some(node) = innermost else { return end };
        let start = node.text_span.as_ref().map_or(node.span.start, |span| span.start);
        let text = node.text.trim_end();
        if text.trim_start().bytes().all(|byte| byte.is_ascii_digit()) {
            node.text.clear();
            node.text_span = None;
        } else if node.children.is_empty() {
            node.text.truncate(text.len());
            node.text.push('…');
        }
        start
    }

    fn close(&mut self, index: usize, end: usize) {
        if let Some(node) = self.xml.nodes.get_mut(index) {
            node.span.end = end.max(node.span.start);
        }
    }

    fn text(&mut self, value: &str, raw: &str, start: usize) {
        let Some(node) = self.open.last().and_then(|index| self.xml.nodes.get_mut(*index)) else {
            return;
        };
        node.text.push_str(value);
        let lead = raw.len().saturating_sub(raw.trim_start().len());
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            let begin = start.saturating_add(lead);
            let end = begin.saturating_add(trimmed.len());
            let from = node.text_span.as_ref().map_or(begin, |span| span.start);
            node.text_span = Some(from..end);
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// One of the five predefined entities; any other stays as it is written.
fn predefined(name: &str) -> Cow<'static, str> {
    Cow::Borrowed(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        other => return Cow::Owned(alloc::format!("&{other};")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ok_names_namespaces_text_and_spans() {
        let text = "<?xml version=\"1.0\"?>\n<s:A xmlns:s='urn:s' xmlns=\"urn:d\"><B k=\"a&amp;b\"> x &lt; y </B><C/></s:A>";
        let xml = Xml::parse(text);
        let root = xml.root().unwrap();
        assert_eq!((root.name(), root.namespace()), ("A", Some("urn:s")));
        let inner = root.child("B").unwrap();
        assert_eq!((inner.namespace(), inner.text()), (Some("urn:d"), "x < y"));
        let (value, span) = inner.attribute("k").unwrap();
        assert_eq!((value, text.get(span)), ("a&b", Some("a&amp;b")));
        assert_eq!(text.get(inner.text_span()), Some("x &lt; y"));
        assert_eq!(text.get(inner.span()), Some("<B k=\"a&amp;b\"> x &lt; y </B>"));
        assert_eq!(xml.broken(), None);
    }

    #[test]
    fn truncated_gives_what_was_read() {
        let xml = Xml::parse("<A><B>text</B><C>un");
        assert_eq!(xml.root().unwrap().child_text("B").as_deref(), Some("text"));
        assert_eq!(xml.root().unwrap().child_text("C").as_deref(), Some("un…"));
        assert!(xml.broken().is_some());
    }

    #[test]
    fn entities_are_not_expanded() {
        let xml = Xml::parse("<!DOCTYPE a [<!ENTITY b \"boom\">]><a>&b;&#65;</a>");
        assert_eq!(xml.root().unwrap().text(), "&b;A");
        assert!(xml.doctype().is_some());
    }

    #[test]
    fn byte_order_marks_move_no_place() {
        let text = "\u{feff}\u{feff}<a>\u{e9}<b/></a>";
        let xml = Xml::parse(text);
        let root = xml.root().unwrap();
        assert_eq!(text.get(root.span()), Some("<a>\u{e9}<b/></a>"));
        assert_eq!(text.get(root.text_span()), Some("\u{e9}"));
    }

    #[test]
    fn deep_nesting_stops_at_the_limit() {
        assert!(matches!(Xml::parse(&"<a>".repeat(100_000)).broken(), Some(Broken::TooDeep(_))));
    }

    proptest::proptest! {
        #[test]
        fn never_panics_and_spans_fit(text in "(<|>|/|a|b|:|=|\"|'|&|;| |é|\u{feff}|!|\\[|\\]|-|xmlns|\\?){0,60}") {
            let xml = Xml::parse(&text);
            for element in xml.elements() {
                proptest::prop_assert!(text.get(element.span()).is_some());
                proptest::prop_assert!(text.get(element.text_span()).is_some());
                for attribute in &element.node.attributes {
                    proptest::prop_assert!(text.get(attribute.span.clone()).is_some());
                }
            }
        }
    }
}
