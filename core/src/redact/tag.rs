//! Elements of XML and HTML, plain or escaped as `&lt;` or `\u003c`: masks what stands between their tags.

use core::ops::Range;

use super::field;
use super::frame::{Frame, Sort};
use super::rules::around::{self, Container};
use super::rules::{self, Plain, Rule};
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_name};

const CDATA: &str = "<![CDATA[";

impl Scanner<'_> {
    /// A tag whose sign stands at a place, and its name behind it.
    pub(super) fn open_tag(&mut self, at: usize, name: usize) -> usize {
        let text = self.text;
        let is_tag_name = |byte: u8| is_name(byte) || matches!(byte, b':' | b'.');
        match text.byte(name) {
            Some(b'/') => {
                self.frames.pop_element();
                return text.run(name.saturating_add(1), is_tag_name);
            }
            Some(byte) if byte.is_ascii_alphabetic() => {}
            _ => return name.max(at.saturating_add(1)),
        }
        let end = text.run(name, is_tag_name);
        let local = text.slice(name..end).rsplit([':', '.']).next().unwrap_or_default();
        let plain = rules::plain(local);
        let plain = plain.as_ref().map(Plain::as_str).unwrap_or_default();
        let parent = self.frames.container();
        let mut frame = Frame::new(Sort::Tag, around::container(plain));
        if parent != Container::Errors {
            frame.rule = around::member(parent, plain)
                .or_else(|| rules::field(local))
                .map(Rule::in_structure)
                .or_else(|| self.sought.member(plain));
        }
        if around::NAMED.contains(&plain) || plain == "string" {
            frame.rule = self.frames.paired().or(frame.rule);
        }
        frame.rule = self.cells.tag(text, plain, end, self.sought).or(frame.rule);
        frame.is_naming = around::NAMING.contains(&plain);
        self.frames.push(frame);
        end
    }

    /// The sign at the end of a tag, and the content behind it.
    pub(super) fn end_tag(&mut self, at: usize, content: usize) -> usize {
        let text = self.text;
        let is_empty = matches!(text.before(at), Some(b'/' | b'?'));
        let Some(tag) = self.frames.tag() else { return content };
        if is_empty {
            self.frames.pop_element();
            return content;
        }
        let is_naming = tag.is_naming;
        let rule = tag.enter();
        if is_naming {
            let end = text.run(content, is_name);
            let is_whole = end > content && matches!(text.byte(end), Some(b'<' | b'&' | b'\\'));
            let name = text.slice(content..end);
            self.frames.pair_around(self.sought.named(name).filter(|_| is_whole));
        }
        let Some(rule) = rule else { return content };
        if content < self.examined {
            return content;
        }
        // `<Attribute Name="surname"><AttributeValue>`: the value is the content of an element within.
        if text.byte(text.run(content, |byte| byte.is_ascii_whitespace())) == Some(b'<')
            && !text.has(content, CDATA)
        {
            self.frames.pair_within(rule);
            return content;
        }
        let range = if text.has(content, CDATA) {
            let start = content.saturating_add(CDATA.len());
            let inside = text.slice(start..text.len());
            let length = inside.find("]]>").unwrap_or(inside.len());
            self.examined = start.saturating_add(length);
            start..self.examined
        } else {
            text.trim(content..content_end(text, at, content))
        };
        self.look(range.end);
        if rule.allows(text.slice(range.clone()), true) {
            return self.emit(range, rule.kind);
        }
        content
    }
}

/// Where the content of an element ends: at the next tag that is written as this one is.
fn content_end(text: Text<'_>, sign: usize, content: usize) -> usize {
    let rest = text.slice(content..text.len());
    let ends: &[&str] = match text.byte(sign) {
        Some(b'>') => &["<"],
        Some(b'&') => &["&lt;", "<"],
        _ => &["\\u003c", "\\u003C", "\""],
    };
    let first = |ends: &[&str]| -> Option<usize> {
        let bytes = rest.as_bytes();
        let is_end = |(at, _): &(usize, &u8)| {
            ends.iter()
                .any(|end| bytes.get(*at..).is_some_and(|rest| rest.starts_with(end.as_bytes())))
        };
        bytes.iter().enumerate().find(is_end).map(|(at, _)| at)
    };
    // An element that was cut short ends with its line.
    let length = first(ends).or_else(|| first(&["\n", "\r"])).unwrap_or(rest.len());
    content.saturating_add(length)
}

/// The stretch of a value in a form of several parts, behind the name that ends at a place.
pub(super) fn part(text: Text<'_>, name_end: usize) -> Option<Range<usize>> {
    /// The lines of a part's head are short.
    const LONGEST_HEAD: usize = 256;
    const WORD: &[u8] = b"form-data";
    let before = text.0.as_bytes().get(name_end.saturating_sub(120)..name_end)?;
    if !before.windows(WORD.len()).any(|word| word.eq_ignore_ascii_case(WORD)) {
        return None;
    }
    let limit = name_end.saturating_add(LONGEST_HEAD);
    let mut at = name_end;
    let start = loop {
        let first = field::line_end(text, at);
        let second = first.and_then(|end| field::line_end(text, end));
        match (second, first) {
            (Some(end), _) => break end,
            (None, Some(end)) => at = end,
            (None, None) => at = at.saturating_add(1),
        }
        if at >= limit.min(text.len()) {
            return None;
        }
    };
    let end = text.run(start, |byte| !is_line_end(byte));
    Some(field::escaped_end(text, start..end))
}
