//! HTML entities in place of brackets and quotation marks, as ticket systems store them.

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// The entities that such systems write.
const ENTITIES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#x22;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&apos;", "'"),
    ("&nbsp;", " "),
    ("&#10;", "\n"),
    ("&#13;", "\r"),
    ("&amp;", "&"),
];

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    let is_escaped_json = || {
        ["&quot;", "&#34;", "&#x22;"].iter().filter(|quote| bytes.may_hold(quote)).any(|quote| {
            text.match_indices(['{', '[']).take(64).any(|(at, _)| {
                text.get(at.saturating_add(1)..)
                    .is_some_and(|rest| rest.trim_start().starts_with(quote))
            })
        })
    };
    let is_json = is_escaped_json();
    if !(is_json || bytes.may_hold("&lt;") && is_escaped_markup(text)) {
        return None;
    }
    // Inside a string that stands there as it is, a quotation mark would end it; markup takes the other as well.
    let is_in_strings = !is_json && bytes.holds(text, "{\"");
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    for (at, _) in text.match_indices('&') {
        let rest = text.get(at..).unwrap_or_default();
        let known = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity));
        if let Some((entity, made)) = known
            && at >= kept
        {
            let end = at.saturating_add(entity.len());
            rewriting.keep(kept..at);
            rewriting.put(if is_in_strings && *made == "\"" { "'" } else { made }, at..end);
            kept = end;
        }
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

/// Markup of which every bracket is escaped; in real markup, an escaped bracket is text.
fn is_escaped_markup(text: &str) -> bool {
    let begins_tag = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '?' | '!'))
    };
    let behind = |mark: &str| {
        text.match_indices(mark)
            .filter_map(|(at, _)| text.get(at.saturating_add(mark.len())..))
            .any(begins_tag)
    };
    behind("&lt;") && !behind("<")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn escaped_markup_and_json_are_read() {
        check("&lt;a b=&quot;c&quot;&gt;x &amp;amp; y&lt;/a&gt;", "<a b=\"c\">x &amp; y</a>");
        check("{ &#34;a&#34;:&quot;é&quot;}", "{ \"a\":\"é\"}");
        check("{\"a\":\"&lt;b c=&quot;d&quot;/&gt;\"}", "{\"a\":\"<b c='d'/>\"}");
        check("<a>1 &lt; 2</a>", "<a>1 &lt; 2</a>");
        check("R&D & &amp; &lt;3", "R&D & &amp; &lt;3");
    }
}
