//! JSON (RFC 8259) as a tree that knows where each value stands.
//!
//! Our own reader, since answers point into the pasted text and broken content has to give what it
//! holds: no library at hand does both. It uses no recursion, so no input can exhaust the stack.
//! Where `serde_json` accepts a text, this reader accepts it too (a property test says so); what people and
//! programs add to JSON is read as well, and told.

mod reader;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Broken;
use crate::decode::options::DecodeLimits;

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
    /// Where it is not JSON to the letter, though it can be read.
    lenient: Option<Range<usize>>,
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
    /// Reads a text as deep as is usual; never fails.
    pub(crate) fn parse(text: &'t str) -> Self {
        Self::parse_within(text, &DecodeLimits::DEFAULT)
    }

    /// Reads a text as deep as the caller allows; never fails.
    pub(crate) fn parse_within(text: &'t str, limits: &DecodeLimits) -> Self {
        reader::read(text, limits.depth)
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

    /// The first place that strict readers refuse: a comma too many, a comment, a word of another language.
    pub(crate) fn lenient(&self) -> Option<Range<usize>> {
        self.lenient.clone()
    }

    /// Where text begins that stands behind the outermost value and is no part of it.
    pub(crate) fn trailing(&self) -> Option<usize> {
        self.trailing
    }

    /// Whether it is JSON at all: whole, or an object or array of which something could be read.
    pub(crate) fn is_worth_reading(&self) -> bool {
        (self.broken.is_none() && self.trailing.is_none())
            || self.root().is_some_and(|root| match root.node.data {
                Data::Object => root.members().any(|(_, value)| !value.is_cut()),
                Data::Array => root.items().any(Value::is_object),
                _ => false,
            })
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        self.nodes.get(index).map(|node| Value { json: self, node, index })
    }

    /// Whether a string is this one; most differ in their length.
    fn is_text(&self, text: Text, known: &str) -> bool {
        match text {
            Text::Plain(start, end) => {
                wide(end).checked_sub(wide(start)) == Some(known.len())
                    && self.text.as_bytes().get(wide(start)..wide(end)) == Some(known.as_bytes())
            }
            Text::None | Text::Unescaped(_) => self.string(text) == Some(known),
        }
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
        let is_meant = |child: &Self| self.json.is_text(child.node.name, name);
        self.children().filter(|_| self.is_object()).filter(is_meant).last()
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

    /// Whether the text ends within it.
    pub(crate) fn is_cut(self) -> bool {
        let is_string = matches!(self.node.data, Data::String(_));
        is_string && self.json.broken == Some(Broken::Ends(self.span().start))
    }

    /// Whether it is an object.
    pub(crate) fn is_object(self) -> bool {
        matches!(self.node.data, Data::Object)
    }

    /// Whether it is an array.
    pub(crate) fn is_array(self) -> bool {
        matches!(self.node.data, Data::Array)
    }

    /// Whether it is null.
    pub(crate) fn is_null(self) -> bool {
        matches!(self.node.data, Data::Null)
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

    /// A truth value, also as other programs write it: `"false"`, `"0"`, `0`.
    pub(crate) fn as_flag(self) -> Option<bool> {
        const SPELLINGS: &[(&str, bool)] =
            &[("true", true), ("1", true), ("false", false), ("0", false)];
        let text = self.as_str().or_else(|| self.number());
        let spelled = |text: &str| {
            SPELLINGS
                .iter()
                .find(|(word, _)| word.eq_ignore_ascii_case(text))
                .map(|(_, flag)| *flag)
        };
        self.as_bool().or_else(|| text.and_then(spelled))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::limits::MAX_DEPTH;

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
        assert_eq!(root_text(r#"{"a": "b", "c": "unfini"#, "c"), Some("unfini…".into()));
        assert_eq!(root_text(r#"{"a": "b", "responseCode": 40"#, "responseCode"), None);
        assert!(!Json::parse("{not json").is_worth_reading());
        assert!(!Json::parse("[ERROR] 12:00").is_worth_reading());
    }

    #[track_caller]
    fn check_lenient(text: &str, expected: &str, place: &str) {
        let json = Json::parse(text);
        assert_eq!((json.broken(), json.trailing()), (None, None));
        assert_eq!(json.root().unwrap().get("a").unwrap().to_text().as_deref(), Some(expected));
        assert_eq!(json.lenient().and_then(|place| text.get(place)), Some(place));
    }

    #[test]
    fn repaired_where_it_is_not_strict() {
        check_lenient("{\"a\":1,}", "1", ",");
        check_lenient("{\"b\":[1,],\"a\":1}", "1", ",");
        check_lenient("{// why\n\"a\":1}", "1", "// why");
        check_lenient("{\"a\":/* so */1}", "1", "/* so */");
        check_lenient("{\"b\":NaN,\"a\":1}", "1", "NaN");
        check_lenient("{\"b\":-Infinity,\"a\":1}", "1", "-Infinity");
        check_lenient("{\"b\":None,\"a\":True}", "true", "None");
        check_lenient("{\"a\":'it\"s'}", "it\"s", "'it\"s'");
        check_lenient("{\"a\":\"one\ntwo\"}", "one\ntwo", "\"one\ntwo\"");
        for text in ["{,}", "[,]", "{\"a\":1,,}", "{\"a\":nix}", "{\"a\":1 /* cut", "{'words'}"] {
            assert!(Json::parse(text).broken().is_some(), "{text}");
        }
    }

    #[test]
    fn truth_values_of_other_programs() {
        let text = r#"[true,"False","1",0,"yes",2,null]"#;
        let flags: Vec<_> = Json::parse(text).root().unwrap().items().map(Value::as_flag).collect();
        assert_eq!(flags, [Some(true), Some(false), Some(true), Some(false), None, None, None]);
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
