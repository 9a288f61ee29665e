//! Builds the tree out of quick-xml's events, and forgives what pastes break.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{Attribute, Node, Xml};
use crate::decode::limits::{MAX_ATTRIBUTES, MAX_ELEMENTS};
use crate::decode::payload::Broken;

/// Reads a text down to a level of nesting, and elements that stand side by side where it is told to; never fails.
pub(super) fn read(text: &str, depth: usize, with_siblings: bool) -> Xml {
    let xml = Xml { nodes: Vec::new(), end: 0, broken: None, doctype: None, unread: None };
    let mut builder = Builder { xml, open: Vec::new(), depth, with_siblings };
    let end = builder.read(text);
    builder.xml.end = end;
    let cut = builder.mark_cut(end);
    for index in core::mem::take(&mut builder.open) {
        builder.close(index, end);
        // An element that never closed.
        builder.xml.broken.get_or_insert(Broken::Ends(cut));
    }
    builder.xml
}

struct Builder {
    xml: Xml,
    open: Vec<usize>,
    /// So many elements may be open at once.
    depth: usize,
    with_siblings: bool,
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
                    if self.open.len() >= self.depth {
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
            let is_closed = !self.xml.nodes.is_empty() && self.open.is_empty();
            if is_closed && !self.has_sibling(text.get(position(&reader)..).unwrap_or_default()) {
                return position(&reader);
            }
        }
    }

    /// Whether what stands behind the outermost element is to be read, and another one of its name.
    fn has_sibling(&self, behind: &str) -> bool {
        let name = self.xml.nodes.first().map(|node| node.name.as_str()).unwrap_or_default();
        self.with_siblings
            && behind
                .trim_start()
                .strip_prefix('<')
                .and_then(|tag| tag.strip_prefix(name))
                .is_some_and(|rest| rest.starts_with(['>', '/', ' ', '\n', '\r', '\t']))
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
        // Most elements of an answer have none.
        let has_attributes = tag.len() > name.as_ref().len();
        let mut attributes = tag.html_attributes();
        let attributes = attributes.with_checks(false);
        let attributes = has_attributes.then_some(attributes).into_iter().flatten().flatten();
        for (count, attribute) in attributes.enumerate() {
            if count >= MAX_ATTRIBUTES {
                self.xml.unread.get_or_insert(span.clone());
                break;
            }
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
        // Elements that nothing was left open in are closed as they were opened.
        if let Some(index) = self.open.pop_if(|index| self.xml.is_named(*index, name)) {
            return self.close(index, end);
        }
        let matching = self.open.iter().rposition(|index| self.xml.is_named(*index, name));
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
