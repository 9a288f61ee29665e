//! Reads Rust far enough for the rules: what is code, and which paths it names.

/// The source with every comment, string and character blanked out; lines and columns stay.
pub(super) fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    let mut previous = ' ';
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            'r' if !is_word(previous) => raw_string(rest).unwrap_or(0),
            '\'' => character(rest).unwrap_or(0),
            _ => 0,
        };
        let (token, after) = rest.split_at(length.max(first.len_utf8()));
        if length == 0 {
            code.push_str(token);
        } else {
            code.extend(token.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        }
        previous = first;
        rest = after;
    }
    code
}

/// The source up to its unit tests, which may use what they like.
pub(super) fn without_unit_tests(source: &str) -> &str {
    source.split_once("#[cfg(test)]\nmod ").map_or(source, |(code, _)| code)
}

/// A path that the code names, from `crate`, `super`, `self` or a crate's name on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NamedPath {
    /// The line, counted from 1.
    pub(super) line: usize,
    pub(super) segments: Vec<String>,
}

/// Every path in `code` that begins with one of `roots`, groups in braces written out.
pub(super) fn paths(code: &str, roots: &[&str]) -> Vec<NamedPath> {
    let mut found = Vec::new();
    let mut previous = ' ';
    let mut rest = code;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let word = if is_word(first) { split_word(rest).0 } else { "" };
        if word.is_empty() {
            line += usize::from(first == '\n');
            previous = first;
            rest = rest.split_at(first.len_utf8()).1;
            continue;
        }
        if previous != ':' && roots.contains(&word) && split_word(rest).1.starts_with("::") {
            let mut tree = Vec::new();
            expand(rest, &[], &mut tree);
            found.extend(tree.into_iter().map(|segments| NamedPath { line, segments }));
        }
        previous = 'a';
        rest = split_word(rest).1;
    }
    found
}

/// Writes out a use tree such as `a::{b, c::d}`, and gives what follows it.
fn expand<'a>(text: &'a str, prefix: &[String], out: &mut Vec<Vec<String>>) -> &'a str {
    let mut path = prefix.to_vec();
    let mut rest = text.trim_start();
    loop {
        if let Some(mut group) = rest.strip_prefix('{') {
            loop {
                group = expand(group, &path, out).trim_start();
                match group.strip_prefix(',') {
                    Some(after) if !after.trim_start().starts_with('}') => group = after,
                    Some(after) => return after.trim_start().trim_start_matches('}'),
                    None => return group.strip_prefix('}').unwrap_or(group),
                }
            }
        }
        let (word, after) = split_word(rest);
        if word.is_empty() {
            // A glob, or the macro, generic or bracket that ends the path.
            out.push(path);
            return rest.strip_prefix('*').unwrap_or(rest);
        }
        path.push(word.to_owned());
        let Some(next) = after.strip_prefix("::") else {
            out.push(path);
            let after = after.trim_start();
            let alias = after.strip_prefix("as ");
            return alias.map_or(after, |alias| split_word(alias.trim_start()).1);
        };
        rest = next;
    }
}

fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c| !is_word(c)).unwrap_or(text.len()))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the block comment at the start of the text; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut after_pair = 0;
    for (at, pair) in text.as_bytes().windows(2).enumerate() {
        if at < after_pair {
            continue;
        }
        match pair {
            b"/*" => depth += 1,
            b"*/" => depth = depth.saturating_sub(1),
            _ => continue,
        }
        after_pair = at + 2;
        if depth == 0 {
            return after_pair;
        }
    }
    text.len()
}

/// The length of the string at the start of the text, with its quotes; Rust and JSON escape alike.
pub(super) fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == '"' && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

fn raw_string(text: &str) -> Option<usize> {
    let after_r = text.strip_prefix('r')?;
    let inside = after_r.trim_start_matches('#');
    let hashes = "#".repeat(after_r.len() - inside.len());
    let inside = inside.strip_prefix('"')?;
    let end = format!("\"{hashes}");
    let start = text.len() - inside.len();
    Some(inside.find(&end).map_or(text.len(), |at| start + at + end.len()))
}

/// The length of a character literal; nothing for a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut inside = text.char_indices().skip(1);
    let (_, first) = inside.next()?;
    if first == '\\' {
        let (_, _escaped) = inside.next()?;
        return inside.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
    }
    inside.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(code: &str) -> Vec<String> {
        paths(code, &["crate", "super"]).into_iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn comments_and_literals_are_blanked_and_lines_stay() {
        let source =
            "a(\"x // \\\" y\"); // crate::b\n/* c /* d */ e */ f('\"', '\\'', r#\"g\"h\"#, &'i j)";
        let code = code_only(source);
        assert_eq!(code.split_whitespace().collect::<String>(), "a();f(,,,&'ij)");
        assert_eq!(code.lines().count(), 2);
    }

    #[test]
    fn a_word_that_ends_in_r_begins_no_raw_string() {
        assert_eq!(code_only("for\"x\"").trim_end(), "for");
    }

    #[test]
    fn groups_are_written_out() {
        assert_eq!(
            named(
                "use crate::a::{b, c::{self, D}, e::*, f as g,};\nuse super::{\n    h,\n    i::J,\n};"
            ),
            [
                "crate::a::b",
                "crate::a::c::self",
                "crate::a::c::D",
                "crate::a::e",
                "crate::a::f",
                "super::h",
                "super::i::J"
            ]
        );
    }

    #[test]
    fn paths_inside_expressions_count() {
        assert_eq!(
            named("let x = crate::a::b::<T>(super::c::D { e });"),
            ["crate::a::b", "super::c::D"]
        );
    }

    #[test]
    fn the_line_is_told() {
        let found = paths("fn a() {}\n\nuse crate::b;\n", &["crate"]);
        assert_eq!(found.first().map(|path| path.line), Some(3));
    }

    #[test]
    fn broken_source_ends() {
        for source in [
            "use crate::{",
            "use crate::{a",
            "use crate::",
            "\"",
            "r#\"",
            "'",
            "'\\",
            "/*",
            "crate::{,}",
        ] {
            named(source);
            code_only(source);
        }
    }

    #[test]
    fn unit_tests_are_left_out() {
        assert_eq!(without_unit_tests("a\n#[cfg(test)]\nmod tests { b }"), "a\n");
    }
}
