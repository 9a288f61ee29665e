//! JSON (RFC 8259) as a tree that knows where each value stands.
//!
//! Our own reader, since answers point into the pasted text and broken content has to give what it
//! holds: no library at hand does both. It uses no recursion, so no input can exhaust the stack.
//! Where `serde_json` accepts a text, this reader accepts it too (a property test says so).

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Broken;
use crate::decode::limits::{MAX_DEPTH, MAX_VALUES};

/// A JSON text, whole or as far as it could be read.
///
/// Values lie in one list in the order of the text; a container's values follow it. Strings are slices of
/// the text unless they hold escapes, so that a big text costs little beside itself.
#[derive(Debug)]
pub(crate) struct Json<'t> {
    text: &'t str,
    nodes: Vec<Node>,
    /// Strings and names that hold escapes, without them.
    unescaped: Vec<String>,
    broken: Option<Broken>,
    trailing: Option<usize>,
}

#[derive(Debug)]
struct Node {
    start: u32,
    end: u32,
    /// The node behind this one and everything in it.
    next: u32,
    name: Text,
    data: Data,
}

#[derive(Debug, Clone, Copy)]
enum Data {
    Null,
    Bool(bool),
    Number,
    String(Text),
    Array,
    Object,
}

/// Where a string's characters are.
#[derive(Debug, Clone, Copy)]
enum Text {
    None,
    /// From here to there in the text.
    Plain(u32, u32),
    /// At a place in the list of unescaped strings.
    Unescaped(u32),
}

/// A value in the tree.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    json: &'a Json<'a>,
    node: &'a Node,
    index: usize,
}

impl core::fmt::Debug for Value<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_tuple("Value").field(&self.span()).finish()
    }
}

impl<'t> Json<'t> {
    /// Reads a text; never fails.
    pub(crate) fn parse(text: &'t str) -> Self {
        let mut reader =
            Reader { text, at: 0, nodes: Vec::new(), unescaped: Vec::new(), open: Vec::new() };
        let broken = reader.read().err();
        let trailing =
            if broken.is_none() && reader.at < text.len() { Some(reader.at) } else { None };
        // Containers that never closed end where reading ended.
        let end = reader.at.min(text.len());
        for open in core::mem::take(&mut reader.open) {
            reader.end_node(open.node, end);
        }
        Self { text, nodes: reader.nodes, unescaped: reader.unescaped, broken, trailing }
    }

    /// The outermost value.
    pub(crate) fn root(&self) -> Option<Value<'_>> {
        self.value(0)
    }

    /// Every value, in the order of the text.
    pub(crate) fn values(&self) -> impl Iterator<Item = Value<'_>> {
        self.nodes.iter().enumerate().map(|(index, node)| Value { json: self, node, index })
    }

    /// Why the tree is not whole, if it is not.
    pub(crate) fn broken(&self) -> Option<Broken> {
        self.broken
    }

    /// Where text begins that stands behind the outermost value and is no part of it.
    pub(crate) fn trailing(&self) -> Option<usize> {
        self.trailing
    }

    /// Whether it is JSON at all: whole, or an object or array of which something could be read.
    pub(crate) fn is_worth_reading(&self) -> bool {
        (self.broken.is_none() && self.trailing.is_none())
            || self.root().is_some_and(|root| match root.node.data {
                Data::Object => root.members().next().is_some(),
                Data::Array => root.items().any(Value::is_object),
                _ => false,
            })
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        self.nodes.get(index).map(|node| Value { json: self, node, index })
    }

    fn string(&self, text: Text) -> Option<&str> {
        match text {
            Text::None => None,
            Text::Plain(start, end) => self.text.get(wide(start)..wide(end)),
            Text::Unescaped(index) => self.unescaped.get(wide(index)).map(String::as_str),
        }
    }
}

impl<'a> Value<'a> {
    /// Where the value stands, quotation marks included.
    pub(crate) fn span(self) -> Range<usize> {
        wide(self.node.start)..wide(self.node.end)
    }

    /// The member of an object; the last one where a name is repeated, as `JSON.parse` does.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        self.members().filter(|(member, _)| *member == name).last().map(|(_, value)| value)
    }

    /// The first of several spellings that is there.
    pub(crate) fn get_any(self, names: &[&str]) -> Option<Self> {
        names.iter().find_map(|name| self.get(name))
    }

    /// The values right inside a container.
    fn children(self) -> impl Iterator<Item = Self> {
        let end = wide(self.node.next);
        let mut index = self.index.saturating_add(1);
        core::iter::from_fn(move || {
            let child = self.json.value(index).filter(|_| index < end)?;
            index = wide(child.node.next);
            Some(child)
        })
    }

    /// Members of an object, in order.
    pub(crate) fn members(self) -> impl Iterator<Item = (&'a str, Self)> {
        self.children().filter_map(move |child| {
            self.json.string(child.node.name).filter(|_| self.is_object()).map(|name| (name, child))
        })
    }

    /// Items of an array, in order.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        self.children().filter(move |_| self.is_array())
    }

    /// Whether it is an object.
    pub(crate) fn is_object(self) -> bool {
        matches!(self.node.data, Data::Object)
    }

    /// Whether it is an array.
    pub(crate) fn is_array(self) -> bool {
        matches!(self.node.data, Data::Array)
    }

    /// The text of a string.
    pub(crate) fn as_str(self) -> Option<&'a str> {
        match self.node.data {
            Data::String(text) => self.json.string(text),
            _ => None,
        }
    }

    /// A truth value.
    pub(crate) fn as_bool(self) -> Option<bool> {
        match self.node.data {
            Data::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// A whole number without sign, fraction or exponent.
    pub(crate) fn as_u32(self) -> Option<u32> {
        self.number()?.parse().ok()
    }

    /// A string, number or truth value in words; nothing for null, arrays and objects.
    pub(crate) fn to_text(self) -> Option<String> {
        match self.node.data {
            Data::String(_) => self.as_str().map(String::from),
            Data::Number => self.number().map(String::from),
            Data::Bool(value) => Some(if value { "true" } else { "false" }.into()),
            Data::Null | Data::Array | Data::Object => None,
        }
    }

    fn number(self) -> Option<&'a str> {
        self.json.text.get(self.span()).filter(|_| matches!(self.node.data, Data::Number))
    }
}

/// Offsets are kept in 32 bits: no text is longer than the limit.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

fn wide(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

struct Open {
    node: usize,
    is_object: bool,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node>,
    unescaped: Vec<String>,
    open: Vec<Open>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Broken> {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        self.skip_space();
        self.read_value(Text::None)?;
        while let Some(open) = self.open.last() {
            let (node, is_object) = (open.node, open.is_object);
            self.skip_space();
            let is_empty = self.nodes.len() == node.saturating_add(1);
            match self.peek() {
                Some(b'}') if is_object => self.close(node),
                Some(b']') if !is_object => self.close(node),
                Some(b',') if !is_empty => {
                    self.step();
                    self.skip_space();
                    self.read_item(is_object)?;
                }
                Some(_) if is_empty => self.read_item(is_object)?,
                _ => return Err(Broken::At(self.at)),
            }
        }
        self.skip_space();
        Ok(())
    }

    fn close(&mut self, node: usize) {
        self.step();
        self.end_node(node, self.at);
        self.open.pop();
    }

    fn end_node(&mut self, node: usize, end: usize) {
        let next = narrow(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(node) {
            node.end = narrow(end);
            node.next = next;
        }
    }

    fn read_item(&mut self, is_object: bool) -> Result<(), Broken> {
        if !is_object {
            return self.read_value(Text::None);
        }
        let name = self.read_string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(Broken::At(self.at));
        }
        self.step();
        self.skip_space();
        self.read_value(name)
    }

    /// Reads a scalar, or opens a container; the parent takes it either way.
    fn read_value(&mut self, name: Text) -> Result<(), Broken> {
        let start = self.at;
        let (data, container) = match self.peek() {
            Some(b'{') => (Data::Object, Some(true)),
            Some(b'[') => (Data::Array, Some(false)),
            Some(b'"') => (Data::String(self.read_string()?), None),
            Some(b't') => (self.read_word("true", Data::Bool(true))?, None),
            Some(b'f') => (self.read_word("false", Data::Bool(false))?, None),
            Some(b'n') => (self.read_word("null", Data::Null)?, None),
            Some(b'-' | b'0'..=b'9') => (self.read_number()?, None),
            _ => return Err(Broken::At(start)),
        };
        if self.nodes.len() >= MAX_VALUES {
            return Err(Broken::TooMany(start));
        }
        if let Some(is_object) = container {
            if self.open.len() >= MAX_DEPTH {
                return Err(Broken::TooDeep(start));
            }
            self.step();
            let node = self.push(start..self.at, data, name);
            self.open.push(Open { node, is_object });
        } else {
            self.push(start..self.at, data, name);
        }
        Ok(())
    }

    fn push(&mut self, span: Range<usize>, data: Data, name: Text) -> usize {
        let index = self.nodes.len();
        let next = narrow(index.saturating_add(1));
        self.nodes.push(Node {
            start: narrow(span.start),
            end: narrow(span.end),
            next,
            name,
            data,
        });
        index
    }

    fn read_word(&mut self, word: &str, data: Data) -> Result<Data, Broken> {
        let start = self.at;
        if self.rest().starts_with(word) {
            self.at = start.saturating_add(word.len());
            Ok(data)
        } else {
            Err(Broken::At(start))
        }
    }

    fn read_number(&mut self) -> Result<Data, Broken> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.step();
        }
        let whole = self.digits();
        let leading_zero = whole.len() > 1 && self.text.as_bytes().get(whole.start) == Some(&b'0');
        if whole.is_empty() || leading_zero {
            return Err(Broken::At(start));
        }
        if self.peek() == Some(b'.') {
            self.step();
            if self.digits().is_empty() {
                return Err(Broken::At(start));
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.step();
            }
            if self.digits().is_empty() {
                return Err(Broken::At(start));
            }
        }
        // A number that touches the end of a text which goes on may have lost digits.
        if self.peek().is_none() && !self.open.is_empty() {
            return Err(Broken::At(start));
        }
        Ok(Data::Number)
    }

    fn digits(&mut self) -> Range<usize> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.step();
        }
        start..self.at
    }

    fn read_string(&mut self) -> Result<Text, Broken> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(Broken::At(start));
        }
        self.step();
        let begin = self.at;
        let mut value: Option<String> = None;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let plain = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\'))
                .ok_or(Broken::At(start))?;
            let stretch = self.at..self.at.saturating_add(plain);
            self.at = stretch.end;
            let escaped = self.peek() == Some(b'\\');
            self.step();
            if let Some(value) = &mut value {
                value.push_str(self.text.get(stretch.clone()).unwrap_or_default());
            }
            if !escaped {
                let Some(value) = value else {
                    return Ok(Text::Plain(narrow(begin), narrow(stretch.end)));
                };
                self.unescaped.push(value);
                return Ok(Text::Unescaped(narrow(self.unescaped.len().saturating_sub(1))));
            }
            let escape = self.read_escape().ok_or(Broken::At(start))?;
            value
                .get_or_insert_with(|| self.text.get(begin..stretch.end).unwrap_or_default().into())
                .push(escape);
        }
    }

    fn read_escape(&mut self) -> Option<char> {
        let escape = self.peek()?;
        if !escape.is_ascii() {
            return None;
        }
        self.step();
        Some(match escape {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let unit = self.read_unit()?;
                return Some(self.join_surrogates(unit));
            }
            other => char::from(other),
        })
    }

    fn read_unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at.checked_add(4)?)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at = self.at.saturating_add(4);
        u32::from_str_radix(digits, 16).ok()
    }

    /// A pair of escapes makes one character; a lone half becomes U+FFFD.
    fn join_surrogates(&mut self, first: u32) -> char {
        if (0xd800..0xdc00).contains(&first) && self.rest().starts_with("\\u") {
            let back = self.at;
            self.at = self.at.saturating_add(2);
            match self.read_unit() {
                Some(second) if (0xdc00..0xe000).contains(&second) => {
                    let joined =
                        ((first & 0x3ff) << 10 | (second & 0x3ff)).saturating_add(0x1_0000);
                    return char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER);
                }
                _ => self.at = back,
            }
        }
        char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
            self.step();
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root_text(text: &str, member: &str) -> Option<String> {
        Json::parse(text).root()?.get(member)?.to_text()
    }

    #[test]
    fn ok_members_and_spans() {
        let text = r#" {"a": [1, {"b": "x\u00e9\n\ud83d\ude00"}], "c": true, "c": null} "#;
        let json = Json::parse(text);
        let root = json.root().unwrap();
        assert_eq!(json.broken(), None);
        let inner = root.get("a").unwrap().items().nth(1).unwrap().get("b").unwrap();
        assert_eq!(inner.as_str(), Some("xé\n😀"));
        assert_eq!(text.get(inner.span()).unwrap(), r#""x\u00e9\n\ud83d\ude00""#);
        assert!(root.get("c").unwrap().to_text().is_none(), "the last of two members counts");
        assert_eq!(text.get(root.span()), Some(text.trim()));
    }

    #[test]
    fn truncated_gives_what_was_read() {
        assert_eq!(
            root_text(r#"{"responseCode": 4010, "responseMess"#, "responseCode"),
            Some("4010".into())
        );
        assert_eq!(root_text(r#"{"a": "b", "c": "unfini"#, "a"), Some("b".into()));
        assert_eq!(root_text(r#"{"a": "b", "responseCode": 40"#, "responseCode"), None);
        assert!(!Json::parse("{not json").is_worth_reading());
        assert!(!Json::parse("[ERROR] 12:00").is_worth_reading());
    }

    #[test]
    fn deep_nesting_stops_at_the_limit() {
        let text = "[".repeat(100_000);
        let json = Json::parse(&text);
        assert_eq!(json.broken(), Some(Broken::TooDeep(MAX_DEPTH)));
    }

    proptest::proptest! {
        #[test]
        fn accepts_what_serde_json_accepts(text in r#"[\[\]{}:, "\\a-c0-2.eEtrufalsn-]{0,40}"#) {
            if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
                let json = Json::parse(&text);
                proptest::prop_assert_eq!((json.broken(), json.trailing()), (None, None));
            }
        }

        #[test]
        fn never_panics_and_spans_fit(text in "\\PC{0,80}") {
            let json = Json::parse(&text);
            for node in &json.nodes {
                proptest::prop_assert!(text.get(wide(node.start)..wide(node.end)).is_some());
            }
        }
    }
}
