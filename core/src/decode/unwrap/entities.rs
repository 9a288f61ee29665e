//! HTML entities in place of brackets and quotation marks, as ticket systems store them.

use super::lines;
use super::opening::{self, Quote};
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

/// How an opening bracket of a tag is written, behind the ampersand.
const BRACKET: &[&str] = &["lt;"];
/// How many brackets are looked at that have a quotation mark behind them.
const BRACKETS: usize = 64;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !are_found(text, bytes) {
        return None;
    }
    // Inside a string that stands there as it is, a quotation mark would end it; markup takes the other as well.
    let is_in_strings = !is_json(text, bytes) && bytes.holds(text, "{\"");
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

/// Whether there are entities in place of what JSON, markup or a string is made of.
pub(super) fn are_found(text: &str, bytes: &BytesPresent) -> bool {
    bytes.any(b"&") && (is_json(text, bytes) || bytes.may_hold("lt;") && is_escaped_markup(text))
}

fn is_json(text: &str, bytes: &BytesPresent) -> bool {
    opening::quotes(text).take(BRACKETS).any(|quote| quote == Quote::Entity)
        || bytes.may_hold("HTTP") && lines(text).any(|(_, line)| is_string(line))
}

/// Whether a line in which a message stands is a string, or quoted.
fn is_string(line: &str) -> bool {
    let shown = line.trim_start();
    (opening::is_entity(shown, opening::ENTITIES) || opening::is_entity(shown, &["lt;", "gt;"]))
        && line.contains("HTTP")
}

/// Markup of which every bracket is escaped; in real markup, an escaped bracket is text.
fn is_escaped_markup(text: &str) -> bool {
    let escaped = text.match_indices('&').map(|(at, _)| at).any(|at| {
        text.get(at..).is_some_and(|rest| {
            // Written as text once more, it ends in the same letters.
            opening::is_entity(rest, BRACKET)
                && rest.split_once("lt;").is_some_and(|(_, behind)| begins_tag(behind))
        })
    });
    let behind = |(at, _): (usize, &str)| text.get(at.saturating_add(1)..).unwrap_or_default();
    escaped
        && !text.match_indices('<').map(behind).any(|rest| begins_tag(rest) && !is_address(rest))
}

fn begins_tag(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '?' | '!'))
}

/// Whether an address of mail or web stands in the brackets: `<bob@example.com>`.
fn is_address(rest: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let behind = rest.trim_start_matches(is_part);
    behind.starts_with('@') || behind.starts_with("://") || rest.starts_with("mailto:")
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
