//! Reads JSON from left to right without recursion, and forgives what people and programs add to it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::{Data, Json, Node, Text, narrow};
use crate::decode::limits::MAX_VALUES;
use crate::decode::payload::Broken;
use crate::placeholder;

/// Words that stand for values: JSON's own, JavaScript's and Python's.
const WORDS: &[(&str, Data)] = &[
    ("true", Data::Bool(true)),
    ("false", Data::Bool(false)),
    ("null", Data::Null),
    ("NaN", Data::Number),
    ("Infinity", Data::Number),
    ("-Infinity", Data::Number),
    ("undefined", Data::Null),
    ("True", Data::Bool(true)),
    ("False", Data::Bool(false)),
    ("None", Data::Null),
];

/// Bytes of a comment: more is no remark, and looking for its end from many places would cost too much.
const MAX_COMMENT: usize = 500;

/// Reads a text down to a level of nesting; never fails.
pub(super) fn read(text: &str, depth: usize) -> Json<'_> {
    let mut reader = Reader {
        text,
        at: 0,
        depth,
        nodes: Vec::new(),
        unescaped: Vec::new(),
        open: Vec::new(),
        lenient: None,
    };
    let broken = reader.read().err();
    let trailing = if broken.is_none() && reader.at < text.len() { Some(reader.at) } else { None };
    // Containers that never closed end where reading ended.
    let end = reader.at.min(text.len());
    for open in core::mem::take(&mut reader.open) {
        reader.end_node(open.node, end);
    }
    let Reader { nodes, unescaped, lenient, .. } = reader;
    Json { text, nodes, unescaped, broken, lenient, trailing }
}

struct Open {
    node: usize,
    is_object: bool,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// So many containers may be open at once.
    depth: usize,
    nodes: Vec<Node>,
    unescaped: Vec<String>,
    open: Vec<Open>,
    /// The first place that strict readers refuse.
    lenient: Option<Range<usize>>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Broken> {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        self.skip_space();
        self.read_value(Text::None)?;
        let mut comma = None;
        while let Some(open) = self.open.last() {
            let (node, is_object) = (open.node, open.is_object);
            self.skip_space();
            let is_empty = self.nodes.len() == node.saturating_add(1);
            match (self.peek(), comma.take()) {
                (Some(b'}'), before) if is_object => self.close(node, before),
                (Some(b']'), before) if !is_object => self.close(node, before),
                (Some(b','), None) if !is_empty => {
                    comma = Some(self.at);
                    self.step();
                }
                (Some(_), before) if is_empty || before.is_some() => self.read_item(is_object)?,
                (None, _) => return Err(Broken::Ends(self.at)),
                _ => return Err(Broken::At(self.at)),
            }
        }
        self.skip_space();
        Ok(())
    }

    /// Closes a container; a comma that nothing follows is forgiven.
    fn close(&mut self, node: usize, comma: Option<usize>) {
        if let Some(comma) = comma {
            self.forgive(comma..comma.saturating_add(1));
        }
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
            return Err(self.broken_here());
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
            // What stands for a masked word is none either.
            Some(b'[') if !placeholder::begins(self.rest()) => (Data::Array, Some(false)),
            Some(b'"' | b'\'') => match self.read_string() {
                Ok(text) => (Data::String(text), None),
                Err(broken) => {
                    self.keep_cut_string(start, name, broken);
                    return Err(broken);
                }
            },
            Some(b'0'..=b'9') => (self.read_number()?, None),
            Some(b'-') if !self.rest().starts_with("-I") => (self.read_number()?, None),
            _ => (self.read_word()?, None),
        };
        if self.nodes.len() >= MAX_VALUES {
            return Err(Broken::TooMany(start));
        }
        if let Some(is_object) = container {
            if self.open.len() >= self.depth {
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

    fn read_word(&mut self) -> Result<Data, Broken> {
        let start = self.at;
        let known = WORDS.iter().find(|(word, _)| self.rest().starts_with(word));
        let Some((word, data)) = known else {
            // A word that touches the end may have lost letters.
            let is_cut = self.rest().bytes().all(|byte| byte.is_ascii_alphabetic());
            return Err(if is_cut { Broken::Ends(start) } else { Broken::At(start) });
        };
        self.at = start.saturating_add(word.len());
        if !matches!(*word, "true" | "false" | "null") {
            self.forgive(start..self.at);
        }
        Ok(*data)
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
            return Err(Broken::Ends(start));
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

    /// Keeps what there is of a string that the text cuts off, with an ellipsis, so that no word or number
    /// in it is taken for a whole one.
    fn keep_cut_string(&mut self, start: usize, name: Text, broken: Broken) {
        let Some(inner) = self.text.get(start.saturating_add(1)..) else { return };
        if !matches!(broken, Broken::Ends(_))
            || inner.contains('\\')
            || self.nodes.len() >= MAX_VALUES
        {
            return;
        }
        self.unescaped.push([inner.trim_end(), "…"].concat());
        let text = Text::Unescaped(narrow(self.unescaped.len().saturating_sub(1)));
        self.push(start..self.text.len(), Data::String(text), name);
    }

    fn read_string(&mut self) -> Result<Text, Broken> {
        let start = self.at;
        let Some(quote) = self.peek().filter(|byte| matches!(byte, b'"' | b'\'')) else {
            return Err(self.broken_here());
        };
        let mut is_strict = quote == b'"';
        self.step();
        let begin = self.at;
        let mut value: Option<String> = None;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let mut has_line_end = false;
            let ends = |byte: &u8| {
                has_line_end = has_line_end || *byte == b'\n';
                *byte == quote || *byte == b'\\'
            };
            let plain = rest.iter().position(ends).ok_or(Broken::Ends(start))?;
            let stretch = self.at..self.at.saturating_add(plain);
            self.at = stretch.end;
            is_strict = is_strict && !has_line_end;
            let escaped = self.peek() == Some(b'\\');
            self.step();
            if let Some(value) = &mut value {
                value.push_str(self.text.get(stretch.clone()).unwrap_or_default());
            }
            if !escaped {
                if !is_strict {
                    self.forgive(start..self.at);
                }
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

    /// Skips white space, and comments as programmers write them.
    fn skip_space(&mut self) {
        loop {
            while self.peek().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
                self.step();
            }
            if self.peek() != Some(b'/') {
                return;
            }
            let rest = self.rest();
            let near = rest.get(..rest.floor_char_boundary(MAX_COMMENT)).unwrap_or_default();
            let length = if near.starts_with("//") {
                near.find('\n').or((near.len() == rest.len()).then_some(near.len()))
            } else if near.starts_with("/*") {
                near.find("*/").map(|end| end.saturating_add(2))
            } else {
                None
            };
            let Some(length) = length else { return };
            let end = self.at.saturating_add(length);
            self.forgive(self.at..end);
            self.at = end;
        }
    }

    /// Notes the first place that strict readers refuse.
    fn forgive(&mut self, place: Range<usize>) {
        self.lenient.get_or_insert(place);
    }

    /// Where nothing fits: the text ends, or something else stands there.
    fn broken_here(&self) -> Broken {
        if self.peek().is_none() { Broken::Ends(self.at) } else { Broken::At(self.at) }
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
