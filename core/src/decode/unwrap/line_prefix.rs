//! The same characters before every line: indentation, a container's name and a bar, the plus of a change; or its
//! number.

use super::lines;
use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// The longest prefix that is looked for, in bytes.
const LONGEST: usize = 48;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    let indentation = || if bytes.may_hold("HTTP/") { indentation(text) } else { None };
    let Some(prefix) = indentation().or_else(|| mark(text)) else { return numbered(text) };
    let bare = prefix.trim_end();
    let mut rewriting = Rewriting::of_most(text);
    for (start, line) in lines(text) {
        let length = if line.starts_with(prefix) {
            prefix.len()
        } else if line.trim_end() == bare {
            bare.len()
        } else {
            0
        };
        rewriting.keep(start.saturating_add(length)..start.saturating_add(line.len()));
    }
    Some(rewriting)
}

/// Lines that are counted one by one, as `cat -n`, editors and `grep -n` show them.
fn numbered(text: &str) -> Option<Rewriting<'_>> {
    /// Fewer may be a list.
    const FEWEST: usize = 3;
    let mut rewriting = Rewriting::new(text);
    let mut expected: Option<usize> = None;
    let mut count = 0usize;
    for (start, line) in lines(text) {
        let shown = line.trim_start_matches([' ', '\t']);
        let digits = shown.find(|c: char| !c.is_ascii_digit()).unwrap_or(shown.len());
        let number: usize = shown.get(..digits)?.parse().ok()?;
        let rest = shown.get(digits..)?;
        let content = rest.trim_start_matches([' ', '\t', ':', '|']);
        // Something has to stand between the number and the line.
        let is_apart = content.len() < rest.len() || content.trim().is_empty();
        if !is_apart || expected.is_some_and(|expected| expected != number) {
            return None;
        }
        expected = Some(number.saturating_add(1));
        count = count.saturating_add(1);
        let end = start.saturating_add(line.len());
        let kept = if content.is_empty() { line.trim_end_matches(['\r', '\n']).len() } else { 0 };
        let from =
            if kept > 0 { start.saturating_add(kept) } else { end.saturating_sub(content.len()) };
        rewriting.keep(from..end);
    }
    (count >= FEWEST).then_some(rewriting)
}

/// The white space before a status line, where every line below has it too.
fn indentation(text: &str) -> Option<&str> {
    let mut below = lines(text).map(|(_, line)| line).skip_while(|line| {
        !(line.starts_with([' ', '\t']) && line.trim_start().starts_with("HTTP/"))
    });
    let first = below.next()?;
    let prefix = first.get(..first.len().saturating_sub(first.trim_start().len()))?;
    let is_whole = below.all(|line| line.trim().is_empty() || line.starts_with(prefix));
    (is_whole && prefix.len() <= LONGEST).then_some(prefix)
}

/// `api_1  | `, `| ` or `+` before every line.
fn mark(text: &str) -> Option<&str> {
    let first = lines(text).map(|(_, line)| line).find(|line| !line.trim().is_empty())?;
    let near = first.get(..first.floor_char_boundary(LONGEST)).unwrap_or_default();
    let bar = near.find("| ").map(|at| at.saturating_add(2));
    let is_name = |name: &str| {
        name.trim_end()
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
    };
    let prefix = match bar.and_then(|length| first.get(..length)) {
        Some(prefix) if is_name(prefix.trim_end_matches(['|', ' '])) => prefix,
        _ if first.starts_with('+') => first.get(..1)?,
        _ => return None,
    };
    let mut count = 0usize;
    let is_whole = lines(text).map(|(_, line)| line).all(|line| {
        count = count.saturating_add(1);
        line.trim().is_empty() || line.starts_with(prefix) || line.trim_end() == prefix.trim_end()
    });
    (is_whole && count >= 2).then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_stands_before_every_line_is_removed() {
        check("  HTTP/1.1 404 x\n  A: b\n\n  {}", "HTTP/1.1 404 x\nA: b\n\n{}");
        check("api_1  | HTTP/1.1 404 x\napi_1  |\napi_1  | y", "HTTP/1.1 404 x\n\ny");
        check("+HTTP/1.1 404 x\n+\n+y", "HTTP/1.1 404 x\n\ny");
        check(" 9  HTTP/1.1 404 x\n10  A: b\n11\n12  {}", "HTTP/1.1 404 x\nA: b\n\n{}");
        check("7:<a>\n8:  <b/>\n9:</a>", "<a>\n  <b/>\n</a>");
    }

    #[test]
    fn what_stands_before_some_lines_is_kept() {
        for text in [
            "  HTTP/1.1 404 x\nA: b",
            "a | b\nc | d",
            "+1\n2",
            "| a table |",
            "1 a\n2 b",
            "1 a\n3 b\n4 c",
        ] {
            check(text, text);
        }
    }
}
