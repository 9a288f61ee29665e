//! Objects as programs print them, not as JSON: Python's `{'a': True}`, Ruby's `{"a"=>true}`, Node's `{ a: true }`.

use core::ops::Range;

use crate::decode::bytes_present::BytesPresent;
use crate::placeholder;
use crate::span::Rewriting;

/// Words of these languages, and what JSON has for them.
const WORDS: &[(&str, &str)] = &[
    ("True", "true"),
    ("False", "false"),
    ("None", "null"),
    ("nil", "null"),
    ("undefined", "null"),
];

/// How the names of classes end whose objects hold the connection's state and no data.
const MACHINERY: &[&str] =
    &["Stream", "Socket", "Agent", "Request", "Message", "PassThrough", "Gunzip", "Readable"];

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    let names =
        Names { single: bytes.any(b"'"), double: bytes.may_hold("=>"), bare: bytes.may_hold(": ") };
    if !(names.single || names.double || names.bare) {
        return None;
    }
    let braces = text.bytes().enumerate().filter(|(_, byte)| *byte == b'{');
    let start = braces.map(|(at, _)| at).find(|at| names.begin(text, *at))?;
    let mut rewriting = Rewriting::of_most(text);
    rewriting.keep(0..start);
    let (mut at, mut depth) = (start, 0usize);
    // What never closes is looked for once.
    let mut closes = true;
    while let Some(rest) = text.get(at..)
        && let Some(next) = rest.chars().next()
    {
        let plain = rest.bytes().position(tells).unwrap_or(rest.len());
        if plain > 0 {
            let end = at.saturating_add(plain);
            rewriting.keep(at..end);
            at = end;
            continue;
        }
        if depth > 0
            && let Some(end) = inspected(&mut rewriting, at, &mut closes)
        {
            at = end;
            continue;
        }
        match next {
            '{' | '[' => depth = depth.saturating_add(1),
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at = match next {
            '\'' | '"' => string(&mut rewriting, at, next),
            '=' if text.get(at..).is_some_and(|rest| rest.starts_with("=>")) => {
                let end = at.saturating_add(2);
                rewriting.put(":", at..end);
                end
            }
            _ if next.is_ascii_alphabetic() || next == '_' || next == '$' => {
                word(&mut rewriting, at)
            }
            _ => {
                let end = at.saturating_add(next.len_utf8());
                rewriting.keep(at..end);
                end
            }
        };
    }
    Some(rewriting)
}

/// Whether a byte is more than what stands between values: a bracket, or the first of a string, a word or an arrow.
fn tells(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        || matches!(byte, b'{' | b'}' | b'[' | b']' | b'\'' | b'"' | b'=' | b'_' | b'$' | b'<')
}

/// Writes what Node prints beside values, the class of an object and what it left out; returns where it ends.
fn inspected(rewriting: &mut Rewriting<'_>, at: usize, closes: &mut bool) -> Option<usize> {
    /// The longest such mark, in bytes; 50 bytes of a buffer are shown.
    const LONGEST: usize = 256;
    let source = rewriting.source();
    let rest = source.get(at..)?;
    let near = rest.get(..rest.floor_char_boundary(LONGEST.min(rest.len())))?;
    let (length, name) = if let Some(inner) = near.strip_prefix('[') {
        let length = inner.find(']')?;
        let name = inner.get(..length)?;
        let is_mark = name.starts_with(|c: char| c.is_ascii_uppercase())
            && !name.contains(['\'', '"', ',', '{'])
            && !placeholder::begins(near)
            && !WORDS.iter().any(|(word, _)| *word == name);
        (length.saturating_add(2), Some(name).filter(|_| is_mark)?)
    } else if near.starts_with(|c: char| c.is_ascii_uppercase()) {
        // The letters before it would make it a part of a word.
        let before = source.get(..at)?.chars().next_back()?;
        let length = near.find(" {").or_else(|| near.find(" ["))?;
        let name = near.get(..length)?.split('(').next()?;
        let is_class = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        (length, Some(name).filter(|_| is_class && !before.is_ascii_alphanumeric())?)
    } else if near.starts_with("<Buffer") {
        (near.find('>')?.saturating_add(1), "")
    } else {
        return None;
    };
    let end = at.saturating_add(length);
    let behind = rest.get(length..)?;
    let is_object = behind.trim_start_matches(' ').starts_with(['{', '[']);
    if behind.starts_with(':') {
        rewriting.put("\"", at..at);
        rewriting.keep(at.saturating_add(1)..end.saturating_sub(1));
        rewriting.put("\"", end..end);
    } else if !is_object {
        rewriting.put("null", at..end);
    } else if *closes && MACHINERY.iter().any(|known| name.ends_with(known)) {
        let found = closing(source, end);
        *closes = found.is_some();
        let end = found?;
        rewriting.put("null", at..end);
        return Some(end);
    }
    Some(end)
}

/// Behind the bracket that closes the next one that opens.
fn closing(text: &str, from: usize) -> Option<usize> {
    let (mut depth, mut quote, mut escaped) = (0usize, None, false);
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match (quote, byte) {
            _ if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(open), _) if open == byte => quote = None,
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'{' | b'[') => depth = depth.saturating_add(1),
            (None, b'}' | b']') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at.saturating_add(1));
                }
            }
            _ => {}
        }
    }
    None
}

/// How the names of an object can be written in a text, where JSON does not write them so.
struct Names {
    /// In single quotation marks.
    single: bool,
    /// In double ones, with an arrow behind.
    double: bool,
    /// Without any.
    bare: bool,
}

impl Names {
    /// Whether an object begins here whose first name is written as JSON does not write it.
    fn begin(&self, text: &str, at: usize) -> bool {
        let Some(rest) = text.get(at.saturating_add(1)..).map(str::trim_start) else {
            return false;
        };
        match rest.as_bytes().first() {
            Some(b'\'') => self.single && is_printed(rest),
            Some(b'"') => self.double && is_printed(rest),
            Some(byte)
                if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.' | b'-') =>
            {
                self.bare && is_printed(rest)
            }
            _ => false,
        }
    }
}

/// Whether the inside of an object begins with a name that is written as JSON does not write it.
fn is_printed(rest: &str) -> bool {
    /// How much behind the brace is looked at, in bytes: its first name and value.
    const NEAR: usize = 512;
    let rest = rest.get(..rest.floor_char_boundary(NEAR.min(rest.len()))).unwrap_or_default();
    let quote = ['\'', '"'].into_iter().find(|quote| rest.starts_with(*quote));
    let inner = quote.map_or(rest, |_| rest.get(1..).unwrap_or_default());
    let (name, behind) = inner.split_at(name_length(inner));
    if name.is_empty() {
        return false;
    }
    match quote {
        Some('\'') => {
            behind.strip_prefix('\'').is_some_and(|behind| behind.trim_start().starts_with(':'))
        }
        Some(quote) => {
            behind.strip_prefix(quote).is_some_and(|behind| behind.trim_start().starts_with("=>"))
        }
        // Node leaves the quotation marks out; a style sheet does so too, but ends its values with semicolons.
        None => behind.strip_prefix(": ").is_some_and(|behind| {
            (behind.starts_with(['\'', '"', '{', '[', 't', 'f', 'n'])
                || behind.starts_with(|c: char| c.is_ascii_digit()))
                && !rest.split(['\n', '}']).next().is_some_and(|line| line.contains(';'))
        }),
    }
}

/// How long the name of a member is that a text begins with; nothing for one that is too long.
fn name_length(text: &str) -> usize {
    const LONGEST: usize = 64;
    let is_part =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.' | b'-');
    let length = text.bytes().take(LONGEST + 1).take_while(|byte| is_part(byte)).count();
    if length > LONGEST { 0 } else { length }
}

/// Writes a string in double quotation marks; returns where it ends.
fn string(rewriting: &mut Rewriting<'_>, start: usize, quote: char) -> usize {
    let source = rewriting.source();
    let inner = start.saturating_add(1);
    rewriting.put("\"", start..inner);
    let mut at = inner;
    while let Some(rest) = source.get(at..)
        && let Some(next) = rest.chars().next()
    {
        let is_special = |byte: u8| matches!(byte, b'\\' | b'"') || char::from(byte) == quote;
        let plain = rest.bytes().position(is_special).unwrap_or(rest.len());
        if plain > 0 {
            let end = at.saturating_add(plain);
            rewriting.keep(at..end);
            at = end;
            continue;
        }
        let end = at.saturating_add(next.len_utf8());
        match next {
            '\\' => {
                let behind = source.get(end..).and_then(|rest| rest.chars().next());
                let last = end.saturating_add(behind.map_or(0, char::len_utf8));
                // JSON knows no escaped apostrophe.
                if behind == Some('\'') {
                    rewriting.put("'", at..last);
                } else {
                    rewriting.keep(at..last);
                }
                at = last;
                continue;
            }
            '"' if quote == '\'' => rewriting.put("\\\"", at..end),
            _ if next == quote => {
                // A long string is printed in pieces.
                if let Some(next) = next_piece(source, end, quote) {
                    at = next;
                    continue;
                }
                rewriting.put("\"", at..end);
                return end;
            }
            _ => rewriting.keep(at..end),
        }
        at = end;
    }
    at
}

/// The inside of the piece that a string goes on with: `'one\n' +`, and `'two'` in the line below.
fn next_piece(source: &str, end: usize, quote: char) -> Option<usize> {
    let rest = source.get(end..)?;
    let piece = rest.strip_prefix(" +\n")?.trim_start_matches(' ').strip_prefix(quote)?;
    Some(source.len().saturating_sub(piece.len()))
}

/// Writes a word: a name gets its quotation marks, a constant its JSON spelling; returns where it ends.
fn word(rewriting: &mut Rewriting<'_>, start: usize) -> usize {
    let rest = rewriting.source().get(start..).unwrap_or_default();
    let is_part =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.' | b'-');
    let length = rest.bytes().position(|byte| !is_part(byte)).unwrap_or(rest.len());
    let range: Range<usize> = start..start.saturating_add(length);
    let written = rest.get(..length).unwrap_or_default();
    let behind = rest.get(length..).unwrap_or_default().trim_start();
    if behind.starts_with(':') && !behind.starts_with("://") {
        rewriting.put("\"", start..start);
        rewriting.keep(range.clone());
        rewriting.put("\"", range.end..range.end);
    } else if let Some((_, json)) = WORDS.iter().find(|(word, _)| *word == written) {
        rewriting.put(json, range.clone());
    } else {
        rewriting.keep(range.clone());
    }
    range.end
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn printed_objects_are_read_as_json() {
        check(
            "got {'a': True, 'b': [None, 'it\\'s \"x\"']}",
            "got {\"a\": true, \"b\": [null, \"it's \\\"x\\\"\"]}",
        );
        check("{\"a\"=>nil, \"b\"=>1}", "{\"a\":null, \"b\":1}");
        check(
            "{\n  a: true,\n  b: 'x',\n  c: { d: 1 }\n}",
            "{\n  \"a\": true,\n  \"b\": \"x\",\n  \"c\": { \"d\": 1 }\n}",
        );
    }

    #[test]
    fn what_node_prints_beside_values_is_left_out() {
        check(
            "Response {\n  a: 1,\n  headers: Headers { 'b': 'c' },\n  body: ReadableStream { d: '}' },\n  [Symbol(e)]: [Object: null prototype] { f: [Array] },\n  g: 'one\\n' +\n    'two',\n  h: Map(1) { 'i' => <Buffer 7b 22> }\n}",
            "Response {\n  \"a\": 1,\n  \"headers\":  { \"b\": \"c\" },\n  \"body\": null,\n  \"Symbol(e)\":  { \"f\": null },\n  \"g\": \"one\\ntwo\",\n  \"h\":  { \"i\" : null }\n}",
        );
    }

    #[test]
    fn other_braces_are_left_alone() {
        for text in
            ["{\"a\": 'x'}", "a { color: red; }", "if (x) { return 1; }", "{'just words'}", "{}"]
        {
            check(text, text);
        }
    }
}
