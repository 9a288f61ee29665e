//! Web pages: only what names the error, since gateways answer with them.

use core::ops::Range;

/// Whether the text begins like a web page.
pub(crate) fn is_html(text: &str) -> bool {
    ["<!doctype html", "<html", "<head", "<body", "<title"]
        .iter()
        .any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// Where the text of the first element of a name stands: `title`, `h1`.
pub(crate) fn element_text(text: &str, name: &str) -> Option<Range<usize>> {
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
        let start = name_end.saturating_add(rest.find('>')?).saturating_add(1);
        let inner = text.get(start..)?;
        let end = start.saturating_add(inner.find('<').unwrap_or(inner.len()));
        return Some(trimmed(text, start..end));
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
}
