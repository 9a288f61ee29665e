//! The value behind a name: what joins the two, where the value begins and where it ends.

use alloc::vec::Vec;
use core::ops::Range;

use super::mask::placeholder_end;
use super::quote;
use super::text::{Text, is_line_end, is_name, is_space};

/// What stands between a name and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Colon,
    Equals,
    /// `header("Name", "value")`: both in quotation marks.
    Comma,
    /// Columns of a table: a tab, or `|`.
    Column,
}

/// A name that a value follows.
#[derive(Debug, Clone)]
pub(super) struct Join {
    pub(super) name_end: usize,
    pub(super) joint: Joint,
    /// Whether a quotation mark closes the name.
    pub(super) is_quoted: bool,
    /// That quotation mark, with its backslashes.
    pub(super) mark: Range<usize>,
    /// Where the value begins.
    pub(super) value: usize,
}

/// Reads the joint behind a name that ends at a place.
pub(super) fn join(text: Text<'_>, name_end: usize) -> Option<Join> {
    let closing = quote::at(text, name_end);
    let is_quoted = closing.is_some();
    let mark = name_end..closing.map_or(name_end, |quote| quote.end);
    let mut at = closing.map_or(name_end, |quote| quote.end);
    // `user[password]=`, `user%5Bpassword%5D=`, `["password"] =`.
    if text.byte(at) == Some(b']') {
        at = at.saturating_add(1);
    } else if text.has(at, "%5d") {
        at = at.saturating_add(3);
    } else if text.has(at, "[]") {
        at = at.saturating_add(2);
    } else if text.has(at, "%5b%5d") {
        at = at.saturating_add(6);
    }
    let gap = at;
    let is_gap = |byte: u8| if is_quoted { byte.is_ascii_whitespace() } else { is_space(byte) };
    at = text.run(at, is_gap);
    let next = text.byte(at.saturating_add(1));
    let (joint, length) = match text.byte(at)? {
        // `std::string` is a path.
        b':' if next == Some(b':') => return None,
        b':' | b'!' if next == Some(b'=') => (Joint::Equals, 2),
        b'-' | b'<' if next == Some(b'>') => (Joint::Equals, 2),
        b'=' if matches!(next, Some(b'>' | b'=')) => (Joint::Equals, 2),
        b':' => (Joint::Colon, 1),
        b'=' => (Joint::Equals, 1),
        // Conditions of SQL: `last_name LIKE 'Up%'`, `last_name IN ('Up')`.
        b'l' | b'L' if at > gap && text.has(at, "like '") => (Joint::Equals, 5),
        b'i' | b'I' if at > gap && text.has(at, "in ('") => (Joint::Equals, 3),
        // `variable "db_password" { default = … }` of Terraform.
        b'{' if is_quoted && at > gap => (Joint::Equals, 0),
        b',' if is_quoted => (Joint::Comma, 1),
        b'|' if at > gap => (Joint::Column, 1),
        0xe2 if text.has(at, "→") => (Joint::Equals, 3),
        // .NET writes the signs of forms inside JSON in this way.
        b'\\' if text.has(at, "\\u003d") => (Joint::Equals, 6),
        // `Key (last_name)=(…)` of PostgreSQL.
        b')' if text.has(at, ")=(") => (Joint::Equals, 3),
        b'%' if text.has(at, "%253d") => (Joint::Equals, 5),
        b'%' if text.has(at, "%253a") => (Joint::Colon, 5),
        b'%' if text.has(at, "%3d") => (Joint::Equals, 3),
        b'%' if text.has(at, "%3a") => (Joint::Colon, 3),
        _ if !is_quoted && text.slice(gap..at).bytes().any(|byte| byte == b'\t') => {
            (Joint::Column, 0)
        }
        _ => return None,
    };
    let sign_end = at.saturating_add(length);
    let value = text.run(behind_emphasis(text, joint, sign_end), is_gap);
    let value = behind_type(text, value);
    (joint != Joint::Comma || is_no_member(text, value)).then_some(Join {
        name_end,
        joint,
        is_quoted,
        mark,
        value,
    })
}

/// Behind the marks of Markdown that close a label: `**Password:** …`.
fn behind_emphasis(text: Text<'_>, joint: Joint, at: usize) -> usize {
    let marks = ["** ", "* ", "__ "].iter().filter(|_| joint == Joint::Colon);
    marks
        .into_iter()
        .find(|mark| text.has(at, mark))
        .map_or(at, |mark| at.saturating_add(mark.len()))
}

/// Behind the type of a string as PHP prints it: `string(8) "…"`.
fn behind_type(text: Text<'_>, at: usize) -> usize {
    const STRING: &str = "string(";
    if !text.has(at, STRING) {
        return at;
    }
    let end = text.run(at.saturating_add(STRING.len()), |byte| byte.is_ascii_digit());
    if text.has(end, ") \"") { end.saturating_add(2) } else { at }
}

/// Whether a quoted text behind a comma is no name of the next member, as in `"the ApiKey","detail":…`.
fn is_no_member(text: Text<'_>, at: usize) -> bool {
    /// Names of members are short.
    const LONGEST: usize = 48;
    let Some(open) = quote::at(text, at) else { return false };
    let near = text.0.as_bytes().get(open.end..).unwrap_or_default().iter().take(LONGEST);
    let end = open.end.saturating_add(near.take_while(|byte| is_name(**byte)).count());
    let close = quote::at(text, end).filter(|_| end > open.end);
    close.is_none_or(|close| text.byte(text.run(close.end, is_space)) != Some(b':'))
}

/// A value as it is written.
#[derive(Debug)]
pub(super) enum Value {
    /// The inside of a string.
    Quoted(Range<usize>),
    /// A number, or a word without marks.
    Bare(Range<usize>),
    /// The items of a list.
    List(Vec<Range<usize>>),
    /// An object, or a list of them: its members are read one by one.
    Opens,
}

/// The stretches of one value: one in nearly every case, which is not allocated then.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    one: Option<Range<usize>>,
    list: Vec<Range<usize>>,
}

impl Ranges {
    /// Where the last of them ends.
    pub(super) fn end(&self) -> usize {
        self.one.iter().chain(&self.list).map(|range| range.end).max().unwrap_or_default()
    }
}

impl From<Range<usize>> for Ranges {
    fn from(range: Range<usize>) -> Self {
        Self { one: Some(range), list: Vec::new() }
    }
}

impl From<Vec<Range<usize>>> for Ranges {
    fn from(list: Vec<Range<usize>>) -> Self {
        Self { one: None, list }
    }
}

impl IntoIterator for Ranges {
    type Item = Range<usize>;
    type IntoIter =
        core::iter::Chain<core::option::IntoIter<Range<usize>>, alloc::vec::IntoIter<Range<usize>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.one.into_iter().chain(self.list)
    }
}

/// Reads the value that begins at a place.
pub(super) fn read(text: Text<'_>, at: usize) -> Value {
    if let Some(open) = quote::at(text, at) {
        return Value::Quoted(open.end..quote::close(text, open));
    }
    match text.byte(at) {
        Some(b'[') if placeholder_end(text, at).is_none() => list(text, at.saturating_add(1)),
        Some(b'(') if quote::at(text, at.saturating_add(1)).is_some() => {
            list(text, at.saturating_add(1))
        }
        Some(b'{') => braced(text, at.saturating_add(1)).map_or(Value::Opens, Value::Quoted),
        _ => called(text, at).unwrap_or_else(|| Value::Bare(at..bare_end(text, at))),
    }
}

/// `HTTPBasicAuth('name', 'password')`: what something is made of.
fn called(text: Text<'_>, at: usize) -> Option<Value> {
    let name = text.run(at, |byte| is_name(byte) || byte == b'.');
    let start = name.saturating_add(1);
    let is_call = name > at && text.byte(name) == Some(b'(') && quote::at(text, start).is_some();
    is_call.then(|| list(text, start))
}

/// The longest value in braces.
const LONGEST_BRACED: usize = 256;

/// `Password={a;b}` of a connection string: braces around one value, and no object.
fn braced(text: Text<'_>, start: usize) -> Option<Range<usize>> {
    let rest = text.0.as_bytes().get(start..)?;
    let is_value = |byte: &&u8| {
        !matches!(**byte, b'"' | b'\'' | b':' | b'{' | b'}' | b'[' | b'\\' | b'\r' | b'\n')
    };
    let length = rest.iter().take(LONGEST_BRACED).take_while(is_value).count();
    let end = start.saturating_add(length);
    (length > 0 && text.byte(end) == Some(b'}')).then_some(start..end)
}

/// The strings and words of a list, up to where it ends or holds something else.
fn list(text: Text<'_>, start: usize) -> Value {
    let is_gap = |byte: u8| byte.is_ascii_whitespace();
    let mut items = Vec::new();
    let mut at = text.run(start, is_gap);
    loop {
        let end = if let Some(open) = quote::at(text, at) {
            let close = quote::close(text, open);
            items.push(open.end..close);
            quote::at(text, close).map_or(close, |quote| quote.end)
        } else {
            let end = placeholder_end(text, at).unwrap_or_else(|| {
                text.run(at, |byte| {
                    !matches!(
                        byte,
                        b',' | b'[' | b']' | b'{' | b'}' | b'(' | b'"' | b'\'' | b'\n' | b'\r'
                    )
                })
            });
            // What is called is no value.
            if end == at || text.byte(end) == Some(b'(') {
                break;
            }
            items.push(text.trim(at..end));
            end
        };
        let next = text.run(end, is_gap);
        if text.byte(next) != Some(b',') {
            break;
        }
        at = text.run(next.saturating_add(1), is_gap);
    }
    if items.is_empty() { Value::Opens } else { Value::List(items) }
}

/// What tables call their columns; beside a name these are no values.
const HEADINGS: &[&str] = &[
    "value",
    "values",
    "public",
    "private",
    "name",
    "login",
    "user",
    "username",
    "email",
    "type",
    "description",
    "required",
    "optional",
    "default",
    "notes",
    "status",
    "example",
];

/// Whether the cell of a table at a place stands in the row of its headings.
pub(super) fn is_heading(text: Text<'_>, at: usize) -> bool {
    let cell =
        text.trim(at..text.run(at, |byte| !is_line_end(byte) && !matches!(byte, b'\t' | b'|')));
    let word = text.slice(cell);
    let line = text.run(at, |byte| !is_line_end(byte));
    let below = line.saturating_add(if text.has(line, "\r\n") { 2 } else { 1 });
    // Markdown and programs draw a line below them.
    let rule = text.slice(below..text.run(below, |byte| !is_line_end(byte)));
    let is_ruled = rule.contains("--")
        && rule.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':' | b'+' | b' '));
    is_ruled || HEADINGS.iter().any(|heading| heading.eq_ignore_ascii_case(word))
}

/// Where a value without marks ends.
pub(super) fn bare_end(text: Text<'_>, start: usize) -> usize {
    let mut at = placeholder_end(text, start).unwrap_or(start);
    // A brace that a value opens is its own: `${NAME}`.
    let mut braces = 0usize;
    while let Some(byte) = text.byte(at) {
        let ends = match byte {
            b'&' | b';' | b'"' | b'<' | b'>' | b'`' | b'|' => true,
            // A shell's way to put a space into a word.
            b'\\' if text.byte(at.saturating_add(1)) == Some(b' ') => {
                at = at.saturating_add(1);
                false
            }
            b'\\' => is_escape(text, at),
            b'{' => {
                braces = braces.saturating_add(1);
                false
            }
            b'}' if braces > 0 => {
                braces = braces.saturating_sub(1);
                false
            }
            // A password may hold these; they end it where nothing of a word follows.
            b')' | b']' | b'}' | b'\'' => !goes_on(text, at.saturating_add(1)),
            b',' => {
                !goes_on(text, at.saturating_add(1)) || begins_member(text, at.saturating_add(1))
            }
            b'%' => text.has(at, "%26") || text.has(at, "%22"),
            byte => byte.is_ascii_whitespace(),
        };
        if ends {
            break;
        }
        at = at.saturating_add(1);
    }
    at
}

/// A backslash that ends a value: of an escaped mark, or of an escaped line end.
fn is_escape(text: Text<'_>, at: usize) -> bool {
    // A mark that is escaped deeper than this does not occur; the bound keeps the cost of a row of them low.
    let after = text.0.as_bytes().get(at..).unwrap_or_default().iter().take(16);
    let next = after.copied().find(|byte| *byte != b'\\');
    matches!(next, Some(b'"' | b'\'' | b'n' | b'r' | b't' | b'u' | b'x'))
}

fn goes_on(text: Text<'_>, at: usize) -> bool {
    text.byte(at).is_some_and(|byte| {
        !byte.is_ascii() || is_name(byte) || matches!(byte, b'%' | b'!' | b'$' | b'*')
    })
}

/// Whether `name=` or `name:` stands at a place.
fn begins_member(text: Text<'_>, at: usize) -> bool {
    let name = text.0.as_bytes().get(at..).unwrap_or_default().iter().take(40);
    let length = name.take_while(|byte| is_name(**byte)).count();
    length > 0 && matches!(text.byte(at.saturating_add(length)), Some(b'=' | b':'))
}

/// Words that stand where a value was left out or taken away.
const ABSENT: &[&str] = &[
    "none",
    "n/a",
    "missing",
    "null",
    "hidden",
    "redacted",
    "[hidden]",
    "[redacted]",
    "<redacted>",
];

/// Whether a value says that there is none.
pub(super) fn is_absent(value: &str) -> bool {
    ABSENT.iter().any(|word| value.eq_ignore_ascii_case(word))
}

/// Whether a value, behind its scheme, is the name of a shell's variable: `Bearer $TOKEN`, `$USER:${PASS}`.
pub(super) fn is_variable(value: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_uppercase() || byte == b'_';
    let is_one = |word: &str| {
        let Some(name) = word.strip_prefix('$') else { return false };
        let name = name.strip_prefix('{').and_then(|name| name.strip_suffix('}')).unwrap_or(name);
        name.len() > 2
            && name.bytes().next().is_some_and(is_letter)
            && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
    };
    // `${{ secrets.NAME }}` of pipelines, `{{ .Values.name }}` of templates.
    if value.starts_with("${{") || value.starts_with("{{") {
        return true;
    }
    // So it is with most values.
    if !value.bytes().any(|byte| byte == b'$') {
        return false;
    }
    let word = value.trim().rsplit(' ').next().unwrap_or_default();
    word.split(':').all(is_one)
}

/// Whether a value without marks is the first word of a sentence.
pub(super) fn is_prose(text: Text<'_>, value: &Range<usize>) -> bool {
    let next = text.run(value.end, is_space);
    let goes_on =
        next > value.end && text.byte(next).is_some_and(|byte| byte.is_ascii_alphanumeric());
    let word = text.slice(value.clone());
    goes_on
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b',' | b'.' | b'\''))
}
