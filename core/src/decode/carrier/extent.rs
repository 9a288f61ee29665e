//! Where content begins and ends that other text stands around in the paste. Looks at brackets only, not at meaning.

use core::ops::Range;

use crate::decode::limits::MAX_UNCLOSED;
use crate::decode::mail_address;
use crate::decode::payload::html;

/// How far the content reaches that a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// In bytes, with white space before it.
    pub(super) length: usize,
    /// Whether its brackets close; else it was looked for up to the end of the text.
    pub(super) is_closed: bool,
}

/// The contents that stand in a text, one behind the other. Each byte is looked at once, but for those behind a content
/// that never closes.
#[derive(Debug)]
pub(in crate::decode) struct Contents<'t> {
    text: &'t str,
    at: usize,
    /// How often content was looked for that never closes; each such look reads on to the end.
    unclosed: usize,
}

/// A JSON object or an element of XML, as its brackets say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::decode) struct Content {
    pub(in crate::decode) range: Range<usize>,
    /// Whether it ends; else its range is the rest of the text.
    pub(in crate::decode) is_whole: bool,
}

impl Content {
    /// The name of the element that it is; nothing where it is none.
    pub(in crate::decode) fn name<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range.clone()).and_then(element_name).unwrap_or_default()
    }
}

impl<'t> Contents<'t> {
    /// Those that begin at a place or behind it.
    pub(in crate::decode) fn behind(text: &'t str, at: usize) -> Self {
        Self { text, at, unclosed: 0 }
    }

    /// Whether so many never closed that no more were looked for.
    pub(in crate::decode) fn gave_up(&self) -> bool {
        self.unclosed >= MAX_UNCLOSED
            && self.text.get(self.at..).is_some_and(|rest| rest.contains(['{', '<']))
    }

    /// Takes in the elements right behind a content that have its name, with nothing but white space between them.
    pub(in crate::decode) fn with_siblings(&mut self, content: Content) -> Content {
        if !content.is_whole {
            return content;
        }
        let start = content.range.start;
        let end = siblings_end(self.text.get(start..).unwrap_or_default(), content.range.len());
        self.at = start.saturating_add(end);
        Content { range: start..self.at, is_whole: true }
    }
}

impl Iterator for Contents<'_> {
    type Item = Content;

    fn next(&mut self) -> Option<Content> {
        while self.unclosed < MAX_UNCLOSED {
            let start = self.at.saturating_add(self.text.get(self.at..)?.find(['{', '<'])?);
            let text = self.text.get(start..)?;
            self.at = start.saturating_add(1);
            if !begins(text) {
                continue;
            }
            let extent = extent(text);
            self.unclosed = self
                .unclosed
                .saturating_add(usize::from(extent.is_none_or(|extent| !extent.is_closed)));
            let Some(extent) = extent else {
                return Some(Content { range: start..self.text.len(), is_whole: false });
            };
            self.at = start.saturating_add(extent.length);
            return Some(Content { range: start..self.at, is_whole: true });
        }
        None
    }
}

/// Whether an object or an element may begin a text; a page is none.
fn begins(text: &str) -> bool {
    let inner = text.get(1..).unwrap_or_default();
    if text.starts_with('{') {
        inner.trim_start().starts_with('"')
    } else {
        inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '?')
            && !html::is_html(text)
            && !mail_address::begins(text)
    }
}

/// Where the elements end that stand side by side from the beginning of a text and have one name; `first` is where the
/// first of them ends.
pub(super) fn siblings_end(text: &str, first: usize) -> usize {
    let Some(name) = element_name(text) else { return first };
    let mut end = first;
    while let Some(rest) = text.get(end..) {
        let next = rest.trim_start();
        let Some(extent) =
            element_name(next).filter(|next| *next == name).and_then(|_| extent(next))
        else {
            break;
        };
        end = text.len().saturating_sub(next.len()).saturating_add(extent.length);
        if !extent.is_closed {
            break;
        }
    }
    end
}

/// The name of the element that a text begins with.
fn element_name(text: &str) -> Option<&str> {
    let inner = text.trim_start().strip_prefix('<')?;
    let length = inner.find([' ', '>', '/', '\n', '\r', '\t'])?;
    inner.get(..length).filter(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// Where the content of a message begins, behind the first blank line.
pub(super) fn head(message: &str) -> Option<usize> {
    let bytes = message.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
    ends.map(|(at, _)| at).find_map(|at| {
        let length = match bytes.get(at..)? {
            [b'\r', b'\n', b'\r', b'\n', ..] => 4,
            [b'\n', b'\n', ..] | [b'\r', b'\r', ..] => 2,
            _ => return None,
        };
        Some(at.saturating_add(length))
    })
}

/// The end of the JSON value or XML document that a text begins with; nothing where it does not end.
pub(super) fn end(text: &str) -> Option<usize> {
    extent(text).map(|extent| extent.length)
}

/// As [`end`], and whether all of it closes.
pub(super) fn extent(text: &str) -> Option<Extent> {
    let lead = text.len().saturating_sub(text.trim_start().len());
    let body = text.get(lead..)?;
    let extent = match body.bytes().next()? {
        b'{' | b'[' => Extent { length: json(body)?, is_closed: true },
        b'<' => markup(body)?,
        _ => return None,
    };
    Some(Extent { length: lead.saturating_add(extent.length), ..extent })
}

fn json(text: &str) -> Option<usize> {
    let is_list = text.starts_with('[');
    let mut depth = 0usize;
    let (mut in_string, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            // `[10:01]` is a time.
            b':' if depth == 1 && is_list => return None,
            b'{' | b'[' => depth = depth.saturating_add(1),
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at.saturating_add(1));
                }
            }
            _ => {}
        }
    }
    None
}

/// Behind the end tag of the first element, or the last of its name where one is missing.
fn markup(text: &str) -> Option<Extent> {
    let mut at = 0usize;
    let name = loop {
        let rest = text.get(at..)?.trim_start();
        at = text.len().saturating_sub(rest.len());
        let inner = rest.strip_prefix('<')?;
        if inner.starts_with(['?', '!']) {
            at = at.saturating_add(rest.find('>')?).saturating_add(1);
            continue;
        }
        let length = inner.find([' ', '>', '/', '\n', '\r', '\t'])?;
        break inner.get(..length).filter(|name| !name.is_empty())?;
    };
    let is_own = |rest: &str| {
        rest.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(['>', '/', ' ', '\n', '\r', '\t']))
    };
    let mut ends = TagEnds { text, unended: 0 };
    let (mut depth, mut last) = (0usize, None);
    for (opening, _) in text.get(at..)?.match_indices('<') {
        let begin = at.saturating_add(opening).saturating_add(1);
        let rest = text.get(begin..)?;
        let is_end = rest.starts_with('/');
        if !is_own(if is_end { rest.get(1..)? } else { rest }) {
            continue;
        }
        let end = ends.of(begin);
        if is_end {
            depth = depth.saturating_sub(1);
            last = Some(end?);
        } else {
            let is_empty =
                end.and_then(|end| text.get(begin..end)).is_some_and(|tag| tag.ends_with("/>"));
            depth = depth.saturating_add(usize::from(!is_empty));
            if is_empty && depth == 0 {
                last = end;
            }
        }
        if depth == 0 && last.is_some() {
            return last.map(|length| Extent { length, is_closed: true });
        }
    }
    // One of them was never closed.
    last.map(|length| Extent { length, is_closed: false })
}

/// Where tags end; looks at each byte once.
struct TagEnds<'t> {
    text: &'t str,
    /// No tag ends before it that begins behind the last that was asked for.
    unended: usize,
}

impl TagEnds<'_> {
    /// Behind the end of the tag that a place is inside of; one that is longer is none.
    fn of(&mut self, begin: usize) -> Option<usize> {
        const LONGEST: usize = 4_096;
        let limit = begin.saturating_add(LONGEST).min(self.text.len());
        let from = begin.max(self.unended);
        let found = self.text.as_bytes().get(from..limit)?.iter().position(|byte| *byte == b'>');
        if found.is_none() {
            self.unended = limit;
        }
        found.map(|at| from.saturating_add(at).saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::{Contents, end};

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(end(text).and_then(|end| text.get(..end)), expected);
    }

    #[test]
    fn content_ends_where_its_brackets_close() {
        check("{\"a\":\"}\\\"\"} behind", Some("{\"a\":\"}\\\"\"}"));
        check(" [1,{}]\n[2]", Some(" [1,{}]"));
        check("{\"a\":", None);
        check("[10:01] Alice", None);
        check("[{\"a\":[1,{\"b\":2}]}]", Some("[{\"a\":[1,{\"b\":2}]}]"));
        check(
            "<?xml version='1.0'?>\n<a b='c'><a/></a> x",
            Some("<?xml version='1.0'?>\n<a b='c'><a/></a>"),
        );
        check("<a><a></a></a>\n<a></a>", Some("<a><a></a></a>"));
        check("<a><a/><b></b></a> <a>", Some("<a><a/><b></b></a>"));
        check("<a/> <a></a>", Some("<a/>"));
        check("<a>", None);
        check("words", None);
    }

    /// Which contents are cut out, each with the elements of its name right behind it; a mark stands behind those that
    /// never end.
    #[track_caller]
    fn check_contents(text: &str, expected: &[&str]) {
        let mut contents = Contents::behind(text, 0);
        let mut found = Vec::new();
        while let Some(content) = contents.next() {
            let content = contents.with_siblings(content);
            let shown = text.get(content.range.clone()).unwrap_or_default();
            found.push(if content.is_whole { shown.to_owned() } else { format!("{shown} …") });
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn contents_one_behind_the_other() {
        check_contents("a {\"a\":1} <b>c</b>{\"d\":2}", &["{\"a\":1}", "<b>c</b>", "{\"d\":2}"]);
        check_contents(
            "<b>c</b>\n<b/>\t<b d='e'></b> <f/>",
            &["<b>c</b>\n<b/>\t<b d='e'></b>", "<f/>"],
        );
        check_contents("<b>1</b> and <b>2</b><bb/>", &["<b>1</b>", "<b>2</b>", "<bb/>"]);
        check_contents("{a} < b </c> <html><p/></html>", &["<p/>"]);
        check_contents("{\"a\":{\"b\":1}", &["{\"a\":{\"b\":1} …", "{\"b\":1}"]);
        check_contents("", &[]);
    }
}
