//! XML as a tree that knows where each element stands, on top of quick-xml's events.
//!
//! No entity but the five predefined ones and character references is ever replaced, no document type
//! declaration is read, nothing is fetched. End tags that do not match are forgiven, since pastes
//! break off and lose lines.

mod builder;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Broken;
use crate::decode::options::DecodeLimits;

/// An XML document, whole or as far as it could be read.
#[derive(Debug)]
pub(crate) struct Xml {
    nodes: Vec<Node>,
    /// Behind the outermost element, or where reading ended.
    end: usize,
    broken: Option<Broken>,
    doctype: Option<Range<usize>>,
    /// The first tag of which not all attributes were read.
    unread: Option<Range<usize>>,
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
    /// Reads a text as deep as is usual; never fails.
    #[cfg(any(test, feature = "fuzzing"))]
    pub(crate) fn parse(text: &str) -> Self {
        Self::parse_within(text, &DecodeLimits::DEFAULT)
    }

    /// Reads a text as deep as the caller allows; never fails.
    pub(crate) fn parse_within(text: &str, limits: &DecodeLimits) -> Self {
        builder::read(text, limits.depth, false)
    }

    /// As [`Xml::parse_within`], and reads the elements right behind the outermost one that have its name: what is left of a
    /// document that lost its root.
    pub(crate) fn parse_siblings(text: &str, limits: &DecodeLimits) -> Self {
        builder::read(text, limits.depth, true)
    }

    /// Behind the outermost element, or the last of them.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// The outermost element, or the first of several.
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

    /// The first tag of which not all attributes were read.
    pub(crate) fn unread_attributes(&self) -> Option<Range<usize>> {
        self.unread.clone()
    }

    /// Every element, in document order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.nodes.iter().map(|node| Element { xml: self, node })
    }

    fn is_named(&self, index: usize, name: &str) -> bool {
        self.nodes.get(index).is_some_and(|node| node.name == name)
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
    fn siblings_without_a_root() {
        let text = "<A>1</A>\n <A/><A k='2'>3</A><AB/>";
        let xml = Xml::parse_siblings(text, &DecodeLimits::DEFAULT);
        let texts: Vec<&str> =
            xml.elements().filter_map(|element| text.get(element.span())).collect();
        assert_eq!(texts, ["<A>1</A>", "<A/>", "<A k='2'>3</A>"]);
        assert!(xml.elements().all(|element| element.parent().is_none()));
        assert_eq!((text.get(xml.end()..), xml.broken()), (Some("<AB/>"), None));
        assert!(Xml::parse_siblings("<A>1</A><A>2", &DecodeLimits::DEFAULT).broken().is_some());
        assert_eq!(Xml::parse(text).elements().count(), 1);
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
