//! JSON (RFC 8259) as a tree that knows where each value stands.
//!
//! Our own reader, since answers point into the pasted text and broken content has to give what it
//! holds: no library at hand does both. It uses no recursion, so no input can exhaust the stack.
//! Where `serde_json` accepts a text, this reader accepts it too (a property test says so).

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Broken;
use crate::decode::limits::MAX_DEPTH;

/// A JSON text, whole or as far as it could be read.
#[derive(Debug)]
pub(crate) struct Json {
    nodes: Vec<Node>,
    broken: Option<Broken>,
    trailing: Option<usize>,
}

#[derive(Debug)]
struct Node {
    span: Range<usize>,
    data: Data,
}

#[derive(Debug)]
enum Data {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<usize>),
    Object(Vec<(String, usize)>),
}

/// A value in the tree.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    json: &'a Json,
    node: &'a Node,
}

impl core::fmt::Debug for Value<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_tuple("Value").field(&self.node.span).finish()
    }
}

impl Json {
    /// Reads a text; never fails.
    pub(crate) fn parse(text: &str) -> Self {
        let mut reader = Reader { text, at: 0, nodes: Vec::new(), open: Vec::new() };
        let broken = reader.read().err();
        let trailing =
            if broken.is_none() && reader.at < text.len() { Some(reader.at) } else { None };
        // Containers that never closed end where reading ended.
        let end = reader.at.min(text.len());
        for open in core::mem::take(&mut reader.open) {
            if let Some(node) = reader.nodes.get_mut(open.node) {
                node.span.end = end;
            }
        }
        Self { nodes: reader.nodes, broken, trailing }
    }

    /// The outermost value.
    pub(crate) fn root(&self) -> Option<Value<'_>> {
        self.nodes.first().map(|node| Value { json: self, node })
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
            || self.nodes.first().is_some_and(|root| match &root.data {
                Data::Object(members) => !members.is_empty(),
                Data::Array(items) => items.iter().any(|item| {
                    self.nodes.get(*item).is_some_and(|node| matches!(node.data, Data::Object(_)))
                }),
                _ => false,
            })
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        self.nodes.get(index).map(|node| Value { json: self, node })
    }
}

impl<'a> Value<'a> {
    /// Where the value stands, quotation marks included.
    pub(crate) fn span(self) -> Range<usize> {
        self.node.span.clone()
    }

    /// The member of an object; the last one where a name is repeated, as `JSON.parse` does.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        match &self.node.data {
            Data::Object(members) => members
                .iter()
                .rev()
                .find(|(member, _)| member == name)
                .and_then(|(_, index)| self.json.value(*index)),
            _ => None,
        }
    }

    /// The first of several spellings that is there.
    pub(crate) fn get_any(self, names: &[&str]) -> Option<Self> {
        names.iter().find_map(|name| self.get(name))
    }

    /// Members of an object, in order.
    pub(crate) fn members(self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = match &self.node.data {
            Data::Object(members) => members.as_slice(),
            _ => &[],
        };
        members.iter().filter_map(move |(name, index)| {
            self.json.value(*index).map(|value| (name.as_str(), value))
        })
    }

    /// Items of an array, in order.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let items = match &self.node.data {
            Data::Array(items) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter_map(move |index| self.json.value(*index))
    }

    /// Whether it is an object.
    pub(crate) fn is_object(self) -> bool {
        matches!(self.node.data, Data::Object(_))
    }

    /// Whether it is an array.
    pub(crate) fn is_array(self) -> bool {
        matches!(self.node.data, Data::Array(_))
    }

    /// The text of a string.
    pub(crate) fn as_str(self) -> Option<&'a str> {
        match &self.node.data {
            Data::String(text) => Some(text),
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
        match &self.node.data {
            Data::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// A string, number or truth value in words; nothing for null, arrays and objects.
    pub(crate) fn to_text(self) -> Option<String> {
        match &self.node.data {
            Data::String(text) | Data::Number(text) => Some(text.clone()),
            Data::Bool(value) => Some(if *value { "true" } else { "false" }.into()),
            Data::Null | Data::Array(_) | Data::Object(_) => None,
        }
    }
}

struct Open {
    node: usize,
    is_object: bool,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node>,
    open: Vec<Open>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Broken> {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        self.skip_space();
        self.read_value(None)?;
        while let Some(open) = self.open.last() {
            let (node, is_object) = (open.node, open.is_object);
            self.skip_space();
            let is_empty = self.nodes.get(node).is_some_and(|node| match &node.data {
                Data::Array(items) => items.is_empty(),
                Data::Object(members) => members.is_empty(),
                _ => true,
            });
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
        let end = self.at;
        if let Some(node) = self.nodes.get_mut(node) {
            node.span.end = end;
        }
        self.open.pop();
    }

    fn read_item(&mut self, is_object: bool) -> Result<(), Broken> {
        if !is_object {
            return self.read_value(None);
        }
        let name = self.read_string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(Broken::At(self.at));
        }
        self.step();
        self.skip_space();
        self.read_value(Some(name))
    }

    /// Reads a scalar, or opens a container; the parent takes it either way.
    fn read_value(&mut self, name: Option<String>) -> Result<(), Broken> {
        let start = self.at;
        let (data, container) = match self.peek() {
            Some(b'{') => (Data::Object(Vec::new()), Some(true)),
            Some(b'[') => (Data::Array(Vec::new()), Some(false)),
            Some(b'"') => (Data::String(self.read_string()?), None),
            Some(b't') => (self.read_word("true", Data::Bool(true))?, None),
            Some(b'f') => (self.read_word("false", Data::Bool(false))?, None),
            Some(b'n') => (self.read_word("null", Data::Null)?, None),
            Some(b'-' | b'0'..=b'9') => (self.read_number()?, None),
            _ => return Err(Broken::At(start)),
        };
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

    fn push(&mut self, span: Range<usize>, data: Data, name: Option<String>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node { span, data });
        let parent = self.open.last().and_then(|open| self.nodes.get_mut(open.node));
        match (parent.map(|node| &mut node.data), name) {
            (Some(Data::Object(members)), Some(name)) => members.push((name, index)),
            (Some(Data::Array(items)), _) => items.push(index),
            _ => {}
        }
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
        Ok(Data::Number(self.text.get(start..self.at).unwrap_or_default().into()))
    }

    fn digits(&mut self) -> Range<usize> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.step();
        }
        start..self.at
    }

    fn read_string(&mut self) -> Result<String, Broken> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(Broken::At(start));
        }
        self.step();
        let mut value = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(['"', '\\']).ok_or(Broken::At(start))?;
            value.push_str(rest.get(..plain).unwrap_or_default());
            self.at = self.at.saturating_add(plain);
            let escaped = self.peek() == Some(b'\\');
            self.step();
            if !escaped {
                return Ok(value);
            }
            value.push(self.read_escape().ok_or(Broken::At(start))?);
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
        assert!(!Json::parse("{not json").is_worth_reading());
        assert!(!Json::parse("[ERROR] 12:00").is_worth_reading());
    }

    #[test]
    fn deep_nesting_stops_at_the_limit() {
        let json = Json::parse(&"[".repeat(100_000));
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
                proptest::prop_assert!(text.get(node.span.clone()).is_some());
            }
        }
    }
}
