//! Objects as programs print them, not as JSON: Python's `{'a': True}`, Ruby's `{"a"=>true}`, Node's `{ a: true }`.

use core::ops::Range;

use crate::span::Rewriting;

/// Words of these languages, and what JSON has for them.
const WORDS: &[(&str, &str)] = &[
    ("True", "true"),
    ("False", "false"),
    ("None", "null"),
    ("nil", "null"),
    ("undefined", "null"),
];

pub(super) fn undo(text: &str) -> Option<Rewriting<'_>> {
    let start = text.match_indices('{').map(|(at, _)| at).find(|at| is_printed(text, *at))?;
    let mut rewriting = Rewriting::new(text);
    rewriting.keep(0..start);
    let mut at = start;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
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

/// Whether an object begins here whose first name is written as JSON does not write it.
fn is_printed(text: &str, at: usize) -> bool {
    /// How much behind the brace is looked at, in bytes: its first name and value.
    const NEAR: usize = 512;
    let Some(rest) = text.get(at.saturating_add(1)..).map(str::trim_start) else { return false };
    let rest = rest.get(..rest.floor_char_boundary(NEAR.min(rest.len()))).unwrap_or_default();
    if let Some(quoted) = rest.strip_prefix('\'') {
        return quoted
            .split_once('\'')
            .is_some_and(|(name, behind)| is_name(name) && behind.trim_start().starts_with(':'));
    }
    if let Some(quoted) = rest.strip_prefix('"') {
        return quoted
            .split_once('"')
            .is_some_and(|(name, behind)| is_name(name) && behind.trim_start().starts_with("=>"));
    }
    // Node leaves the quotation marks out; a style sheet does so too, but ends its values with semicolons.
    rest.split_once(": ").is_some_and(|(name, behind)| {
        is_name(name)
            && behind.starts_with(['\'', '"', '{', '[', 't', 'f', 'n'])
                | behind.starts_with(|c: char| c.is_ascii_digit())
            && !rest.split(['\n', '}']).next().is_some_and(|line| line.contains(';'))
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.' | b'-'))
}

/// Writes a string in double quotation marks; returns where it ends.
fn string(rewriting: &mut Rewriting<'_>, start: usize, quote: char) -> usize {
    let source = rewriting.source();
    let inner = start.saturating_add(1);
    rewriting.put("\"", start..inner);
    let mut at = inner;
    while let Some(next) = source.get(at..).and_then(|rest| rest.chars().next()) {
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
                rewriting.put("\"", at..end);
                return end;
            }
            _ => rewriting.keep(at..end),
        }
        at = end;
    }
    at
}

/// Writes a word: a name gets its quotation marks, a constant its JSON spelling; returns where it ends.
fn word(rewriting: &mut Rewriting<'_>, start: usize) -> usize {
    let rest = rewriting.source().get(start..).unwrap_or_default();
    let length = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.' | '-')))
        .unwrap_or(rest.len());
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
    fn other_braces_are_left_alone() {
        for text in
            ["{\"a\": 'x'}", "a { color: red; }", "if (x) { return 1; }", "{'just words'}", "{}"]
        {
            check(text, text);
        }
    }
}
