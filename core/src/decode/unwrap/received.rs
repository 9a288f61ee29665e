//! `< ` before every line that came back, content included. Curl writes it before the head alone, which is its carrier's
//! to read.

use core::ops::Range;

use super::lines;
use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !bytes.may_hold("< ") {
        return None;
    }
    let mut rewriting: Option<Rewriting<'t>> = None;
    let mut kept = 0usize;
    let blocks = Blocks { text, at: 0 };
    for block in blocks {
        let inner = text.get(block.clone()).unwrap_or_default();
        let is_all = inner.trim().len() == text.trim().len();
        let behind = text.get(block.end..).unwrap_or_default();
        let is_marked = if is_head(inner) {
            holds_content(inner) || is_line_alone(inner, behind)
        } else {
            is_all || begins_content(inner)
        };
        if !is_marked {
            continue;
        }
        let rewriting = rewriting.get_or_insert_with(|| Rewriting::of_most(text));
        rewriting.keep(kept..block.start);
        for (at, line) in lines(inner) {
            let start = block.start.saturating_add(at);
            let mark = if line.starts_with("< ") { 2 } else { usize::from(line.starts_with('<')) };
            rewriting.keep(start.saturating_add(mark)..start.saturating_add(line.len()));
        }
        kept = block.end;
    }
    let mut rewriting = rewriting?;
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

/// The stretches of which every line has the mark or is blank.
struct Blocks<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Blocks<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut block: Option<Range<usize>> = None;
        for (at, line) in lines(self.text.get(self.at..)?) {
            let start = self.at.saturating_add(at);
            let end = start.saturating_add(line.len());
            if line.starts_with("< ") || line.trim_end() == "<" {
                block = Some(block.map_or(start, |block| block.start)..end);
            } else if block.is_some() && !line.trim().is_empty() {
                break;
            }
        }
        self.at = block.as_ref()?.end;
        block
    }
}

/// Whether a status line stands in a block, as above what curl received.
fn is_head(block: &str) -> bool {
    lines(block).any(|(_, line)| line.starts_with("< HTTP/"))
}

/// Whether something has the mark behind the line that ends the head.
fn holds_content(block: &str) -> bool {
    let mut marked = lines(block).map(|(_, line)| line.trim_end()).filter(|line| !line.is_empty());
    let mut behind_head = false;
    marked.any(|line| {
        let is_content = behind_head && line != "<" && !line.starts_with("< HTTP/");
        behind_head = line == "<";
        is_content
    })
}

/// Whether the status line is the last that has the mark, and the fields below it have none: where lines end otherwise, they were
/// taken for one.
fn is_line_alone(block: &str, behind: &str) -> bool {
    let mut below = behind.lines().map(str::trim).filter(|line| !line.is_empty());
    let last = lines(block).map(|(_, line)| line).filter(|line| !line.trim().is_empty()).last();
    last.is_some_and(|line| line.starts_with("< HTTP/"))
        && below.next().and_then(|line| line.split_once(':')).is_some_and(|(name, _)| {
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

/// Whether a line holds what content, or a way of writing it, begins with.
fn begins_content(block: &str) -> bool {
    const SIGNS: [char; 10] = ['{', '[', '<', '>', '"', '“', '`', '~', '%', '&'];
    lines(block)
        .any(|(_, line)| line.get(2..).is_some_and(|rest| rest.trim_start().starts_with(SIGNS)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn marks_before_content_are_removed() {
        check("< HTTP/1.1 200 OK\n< A: b\n<\n< {}", "HTTP/1.1 200 OK\nA: b\n\n{}");
        check("See:\n< {\"a\":1}\n< {\"b\":2}\nBye", "See:\n{\"a\":1}\n{\"b\":2}\nBye");
        check("< 401 Unauthorized", "401 Unauthorized");
        check("< HTTP/1.1 200 OK\rA: b\r\r{}", "HTTP/1.1 200 OK\nA: b\n\n{}");
    }

    #[test]
    fn what_curl_prints_is_left_to_its_carrier() {
        for text in [
            "> GET / HTTP/1.1\n>\n< HTTP/1.1 100 Continue\n<\n< HTTP/1.1 200 OK\n< A: b\n<\n{}",
            "< HTTP/1.1 204 No Content\n< A: b\n< \n\n* Connection #0",
            "a < b\n< c",
        ] {
            check(text, text);
        }
    }
}
