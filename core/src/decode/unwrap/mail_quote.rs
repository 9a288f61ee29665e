//! `> ` before every line of a mail that answers another one, to any depth.

use super::lines;
use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if is_curl(text, bytes) {
        return None;
    }
    let may_tell = bytes.any(b"{<") || bytes.may_hold("HTTP/");
    let tells =
        |line: &str| line.bytes().any(|byte| matches!(byte, b'{' | b'<')) || line.contains("HTTP/");
    let (mut quoted, mut other, mut telling) = (0usize, 0usize, false);
    for (_, line) in lines(text) {
        if prefix(line) > 0 {
            quoted = quoted.saturating_add(1);
            telling = telling || may_tell && tells(line);
        } else if !line.trim().is_empty() {
            other = other.saturating_add(1);
        }
    }
    // One quoted line among others can be anything; all of them, or a block that holds a response, is mail.
    if quoted == 0 || !(other == 0 || telling || quoted >= 2 && quoted >= other) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    for (start, line) in lines(text) {
        rewriting.keep(start.saturating_add(prefix(line))..start.saturating_add(line.len()));
    }
    Some(rewriting)
}

/// `curl -v` writes `> ` before what it sends and `< ` before what comes back.
fn is_curl(text: &str, bytes: &BytesPresent) -> bool {
    let begins =
        |mark: &str| bytes.may_hold(mark) && lines(text).any(|(_, line)| line.starts_with(mark));
    begins("< HTTP/")
        || begins("* ")
            && lines(text).any(|(_, line)| {
                line.starts_with("> ") && line.trim_end().ends_with(" HTTP/1.1")
                    || line.trim_end().ends_with(" HTTP/2")
            })
}

/// The text without what is quoted more than so many times, where anything is; a row of the signs alone is a ruler.
pub(super) fn without_deepest(text: &str, most: usize) -> Option<Rewriting<'_>> {
    let is_sign = |byte: u8| matches!(byte, b'>' | b' ' | b'\t' | b'\r' | b'\n');
    let is_too_deep = |line: &str| signs(line, most).0 > most && !line.bytes().all(is_sign);
    if !lines(text).any(|(_, line)| is_too_deep(line)) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    for (start, line) in lines(text) {
        // The line itself stays, so that those around it do not become one.
        let from = if is_too_deep(line) { line.trim_end_matches(['\r', '\n']).len() } else { 0 };
        rewriting.keep(start.saturating_add(from)..start.saturating_add(line.len()));
    }
    Some(rewriting)
}

/// The length of the quotation signs before a line: `> > `, `>>`.
fn prefix(line: &str) -> usize {
    signs(line, usize::MAX).1
}

/// How many quotation signs stand before a line, and where they end; of more than `most`, one more.
fn signs(line: &str, most: usize) -> (usize, usize) {
    let bytes = line.as_bytes();
    let (mut count, mut at, mut end) = (0usize, 0usize, 0usize);
    loop {
        match bytes.get(at) {
            Some(b'>') if count <= most => {
                count = count.saturating_add(1);
                at = at.saturating_add(1);
                end = at.saturating_add(usize::from(bytes.get(at) == Some(&b' ')));
            }
            Some(b' ') if at < end => at = at.saturating_add(1),
            _ => return (count, end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn quotation_signs_are_removed_and_curl_keeps_its_own() {
        check("> HTTP/1.1 401\n>\n> x", "HTTP/1.1 401\n\nx");
        check(">> a\n> > b\n>c", "a\nb\nc");
        check("Hello,\n> HTTP/1.1 401 Unauthorized\nBye", "Hello,\nHTTP/1.1 401 Unauthorized\nBye");
        check("> < HTTP/1.1 401\n> <\n> x", "< HTTP/1.1 401\n<\nx");
        let curl = "> GET / HTTP/1.1\n< HTTP/1.1 200 OK\n<\nx";
        check(curl, curl);
        check("5 > 4\n> one\ntwo\nthree", "5 > 4\n> one\ntwo\nthree");
    }
}
