//! Web pages: only what names the error, since gateways answer with them.

use alloc::string::String;
use core::ops::Range;

/// Whether the text begins like a web page.
pub(crate) fn is_html(text: &str) -> bool {
    ["<!doctype html", "<html", "<head", "<body", "<title"]
        .iter()
        .any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// The longest text of one element that is read, in bytes; a message is a few lines.
const MAX_TEXT: usize = 4_000;

/// Where the text of the first element of a name stands, up to the next tag: `title`, `h1`.
pub(crate) fn element_text(text: &str, name: &str) -> Option<Range<usize>> {
    let start = content_start(text, name, None)?;
    let limit = text.floor_char_boundary(start.saturating_add(MAX_TEXT));
    let inner = text.get(start..limit)?;
    let end = start.saturating_add(inner.find('<').unwrap_or(inner.len()));
    Some(trimmed(text, start..end))
}

/// Where the content of the first element of a name stands, tags inside it included.
pub(crate) fn element(text: &str, name: &str, class: Option<&str>) -> Option<Range<usize>> {
    let start = content_start(text, name, class)?;
    let limit = text.floor_char_boundary(start.saturating_add(MAX_TEXT));
    let inner = text.get(start..limit)?;
    let closes = |at: &usize| {
        let tag = inner.get(at.saturating_add(2)..).unwrap_or_default();
        tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let end = inner.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(inner.len());
    Some(trimmed(text, start..start.saturating_add(end)))
}

/// Whether an element goes on behind the part of it that is read: neither a tag nor the end of the page follows.
pub(crate) fn goes_on(text: &str, part: &Range<usize>) -> bool {
    let rest = text.get(part.end..).unwrap_or_default().trim_start();
    !rest.is_empty() && !rest.starts_with('<')
}

/// The text of a range without its tags, with single spaces.
pub(crate) fn plain_text(text: &str, range: Range<usize>) -> String {
    let mut out = String::new();
    let mut rest = text.get(range).unwrap_or_default();
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        out.push(' ');
        rest = after.split_once('>').map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    decoded(&out)
}

/// A text with the usual entities replaced and its white space made single.
pub(crate) fn decoded(text: &str) -> String {
    const ENTITIES: &[(&str, &str)] = &[
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        // Last, so that no entity comes out of another one.
        ("&amp;", "&"),
    ];
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    for (entity, character) in ENTITIES {
        if out.contains(entity) {
            out = out.replace(entity, character);
        }
    }
    out
}

/// Behind the start tag of the first element of a name, and of a class where one is asked for.
fn content_start(text: &str, name: &str, class: Option<&str>) -> Option<usize> {
    let mut from = 0usize;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find('<')) {
        let open = from.saturating_add(found);
        from = open.saturating_add(1);
        let name_end = from.saturating_add(name.len());
        let is_name = text.get(from..name_end).is_some_and(|tag| tag.eq_ignore_ascii_case(name));
        let rest = text.get(name_end..).unwrap_or_default();
        if !is_name || !rest.starts_with(['>', ' ', '\t', '\r', '\n']) {
            continue;
        }
        let tag_end = rest.find('>')?;
        if class.is_some_and(|class| !rest.get(..tag_end).is_some_and(|tag| tag.contains(class))) {
            // Behind the tag, so that no text is read twice.
            from = name_end.saturating_add(tag_end);
            continue;
        }
        return Some(name_end.saturating_add(tag_end).saturating_add(1));
    }
    None
}

/// The range without the white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let start = range.start.saturating_add(inner.len().saturating_sub(inner.trim_start().len()));
    let end = start.saturating_add(inner.trim().len());
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, expected: Option<&str>) {
        assert_eq!(element_text(text, name).and_then(|range| text.get(range)), expected);
    }

    #[test]
    fn text_of_elements() {
        check("<html><title> 502 Bad Gateway </title>", "title", Some("502 Bad Gateway"));
        check("<TITLE lang=en>Oops</TITLE>", "title", Some("Oops"));
        check("<titles>x</titles>", "title", None);
        check("<title", "title", None);
        check("<h1>cut o", "h1", Some("cut o"));
    }

    #[test]
    fn text_of_paragraphs() {
        let text = "<p>a</p><P class='message'>It &lt;b&gt; <code>x</code>\n y</P><p>cut";
        let range = element(text, "p", Some("message")).unwrap();
        assert_eq!(plain_text(text, range), "It <b> x y");
        assert_eq!(element(text, "p", Some("other")), None);
    }
}
