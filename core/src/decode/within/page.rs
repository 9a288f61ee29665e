//! Where a web page or a mail shows what a program wrote.

use core::ops::Range;

use crate::decode::limits::MAX_CONTENT_STARTS;

/// Elements in which web pages and mails show what a program wrote.
const SHOWN_IN: &[&str] = &["pre", "code", "textarea"];

/// The body of a page that runs no program, where content stands between its words: a mail.
pub(super) fn mail_body(text: &str) -> Option<Range<usize>> {
    /// How content begins in it.
    const BEGINNINGS: &[&str] = &["{\"", "{&quot;", "{&#34;", "HTTP/1", "HTTP/2"];
    let is_program = ["<script", "<SCRIPT"].iter().any(|tag| text.contains(tag));
    if is_program || !BEGINNINGS.iter().any(|beginning| text.contains(beginning)) {
        return None;
    }
    let tags = text.match_indices('<');
    let is_body = |(at, _): &(usize, &str)| {
        let tag = text.get(at.saturating_add(1)..).unwrap_or_default();
        tag.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("body"))
    };
    let at = tags.filter(is_body).map(|(at, _)| at).next()?;
    let start = at.saturating_add(text.get(at..)?.find('>')?).saturating_add(1);
    let behind = text.get(start..)?;
    let end = behind.rfind("</body").or_else(|| behind.rfind("</BODY")).unwrap_or(behind.len());
    Some(start..start.saturating_add(end))
}

/// Where a page shows what a program wrote, as far as it is looked at.
pub(super) fn shown(text: &str) -> impl Iterator<Item = Range<usize>> {
    opened(text).take(MAX_CONTENT_STARTS).filter_map(move |(at, name)| {
        let start = at.saturating_add(text.get(at..)?.find('>')?).saturating_add(1);
        let mut ends = text.get(start..)?.match_indices("</").map(|(end, _)| end);
        let is_own = |end: &usize| begins(text, start.saturating_add(*end).saturating_add(1), name);
        Some(start..ends.find(is_own).map_or(text.len(), |end| start.saturating_add(end)))
    })
}

/// Whether a page shows more than is looked at.
pub(super) fn goes_on(text: &str) -> bool {
    opened(text).nth(MAX_CONTENT_STARTS).is_some()
}

/// The start tags behind which a page shows something, each with its name.
fn opened(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    text.match_indices('<').filter_map(|(at, _)| {
        let name = SHOWN_IN.iter().find(|name| begins(text, at, name))?;
        Some((at, *name))
    })
}

/// Whether a tag of this name stands at a place, or ends there.
fn begins(text: &str, at: usize, name: &str) -> bool {
    let tag = text.get(at.saturating_add(1)..).unwrap_or_default();
    tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
        && tag.get(name.len()..).is_some_and(|rest| rest.starts_with(['>', ' ', '\n']))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn places_in_a_page() {
        let text = "<html><PRE a='b'><code>x</code></pre><preface>y</preface><code>z";
        let places: Vec<_> = shown(text).map(|range| text.get(range).unwrap()).collect();
        assert_eq!(places, ["<code>x</code>", "x", "z"]);
    }
}
