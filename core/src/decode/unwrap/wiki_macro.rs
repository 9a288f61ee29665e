//! Jira's and Confluence's markup: what stands between `{code:json}` and `{code}`, or between two `{noformat}`.

use core::ops::Range;

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// Names of the macros that show a text as it is.
const NAMES: &[&str] = &["code", "noformat"];
/// The longest parameters, in bytes: `title=Response|lang=json`.
const LONGEST: usize = 200;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    if !(bytes.may_hold("{code") || bytes.may_hold("{noformat")) {
        return None;
    }
    let mut at = 0usize;
    let mut kept: Option<Rewriting<'t>> = None;
    while let Some(tag) = opening(text, at) {
        let rest = text.get(tag.end..).unwrap_or_default();
        let name = NAMES.iter().find(|name| {
            text.get(tag.start.saturating_add(1)..).is_some_and(|tag| tag.starts_with(**name))
        })?;
        let closing = match *name {
            "code" => "{code}",
            _ => "{noformat}",
        };
        let found = rest.find(closing);
        // A macro that is cut off stands alone in its line; a path may hold the same word.
        if found.is_none()
            && !(text.get(tag.clone()) == Some(closing) && rest.starts_with(['\n', '\r']))
        {
            break;
        }
        let end = tag.end.saturating_add(found.unwrap_or(rest.len()));
        let inner = text.get(tag.end..end).unwrap_or_default();
        let lead = inner.len().saturating_sub(inner.trim_start_matches(['\r', '\n']).len());
        let rewriting = kept.get_or_insert_with(|| Rewriting::of_most(text));
        rewriting.keep(tag.end.saturating_add(lead)..end);
        at = end.saturating_add(if found.is_some() { closing.len() } else { 0 });
    }
    kept.filter(|kept| !kept.text().trim().is_empty())
}

/// The next macro that begins a line.
fn opening(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let start = from.saturating_add(at);
        let before = text.get(..start)?.trim_end_matches([' ', '\t']);
        let inner = text.get(start.saturating_add(1)..)?;
        let name = NAMES.iter().find(|name| inner.starts_with(**name))?;
        let parameters = inner.get(name.len()..)?;
        let near = parameters.get(..parameters.floor_char_boundary(LONGEST))?;
        let end = near.find('}').filter(|_| near.starts_with(['}', ':']))?;
        let is_parameter = |c: char| c.is_alphanumeric() || " :=|_.-#,/".contains(c);
        let is_first = before.is_empty() || before.ends_with(['\n', '\r']) || start == from;
        let are_parameters = near.get(..end)?.chars().all(is_parameter);
        let tag_end = start.saturating_add(1 + name.len()).saturating_add(end).saturating_add(1);
        (is_first && are_parameters).then_some(start..tag_end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn macros_are_removed() {
        check("See:\n{code:json}\n{\"a\":1}\n{code}\nThanks", "{\"a\":1}\n");
        check("{noformat}HTTP/1.1 401{noformat}", "HTTP/1.1 401");
        check("{code:title=Answer|lang=xml}\n<a/>{code}\nand\n{code}\n<b/>\n{code}", "<a/><b/>\n");
        check("{noformat}\nHTTP/1.1 401\n", "HTTP/1.1 401\n");
        check("GET /orders/{code} and /{code}", "GET /orders/{code} and /{code}");
        check("{code:404}", "{code:404}");
        check("{code:404, message:'{code}'", "{code:404, message:'{code}'");
    }
}
