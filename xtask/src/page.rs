//! What every built page must keep: nothing that the content policy would refuse, and no link that leads nowhere.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::workspace;

/// Checks every page of the built site.
pub(crate) fn check_all(dist: &Path, base: &str) -> Outcome {
    let pages = workspace::files_ending(dist, ".html")?;
    let mut problems = Vec::new();
    for page in &pages {
        let html = workspace::read(page)?;
        let name = page.strip_prefix(dist).unwrap_or(page).display();
        let leads_somewhere = |address: &str| exists(dist, address);
        for problem in check(&html, base, &leads_somewhere) {
            problems.push(format!("dist/{name}: {problem}"));
        }
    }
    if !dist.join("404.html").exists() {
        problems.push("dist/404.html is missing".to_owned());
    }
    if problems.is_empty() {
        println!("   {} pages checked: no inline script or style, no dead link", pages.len());
        return Ok(());
    }
    problems.dedup();
    let shown = problems.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n  ");
    Err(Failure::new(format!("{} problems in the built pages\n  {shown}", problems.len())))
}

/// Whether the server would answer an address, given without the base.
fn exists(dist: &Path, address: &str) -> bool {
    let file = |name: String| dist.join(name).is_file();
    let folder = address.trim_end_matches('/');
    address.is_empty()
        || file(address.to_owned())
        || file(format!("{address}.html"))
        || file(format!("{folder}/index.html"))
}

/// The problems of one page. `leads_somewhere` is asked about each address below `base`.
fn check(html: &str, base: &str, leads_somewhere: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut problems = Vec::new();
    for tag in tags(html) {
        let attribute =
            |name| tag.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        if tag.name == "script" && attribute("src").is_none() {
            problems.push("inline <script>".to_owned());
        }
        if tag.name == "style" {
            problems.push("inline <style>".to_owned());
        }
        for (name, value) in &tag.attributes {
            if name == "style" || name.starts_with("on") {
                problems.push(format!(
                    "<{}> has the attribute {name}, which the policy refuses",
                    tag.name
                ));
            }
            if (name == "href" || name == "src") && tag.name != "base" {
                problems.extend(check_address(value, base, leads_somewhere));
            }
        }
    }
    problems
}

fn check_address(
    address: &str,
    base: &str,
    leads_somewhere: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if address.starts_with('#') {
        return Some(format!(
            "link {address}: the base element turns it into {base}{address}; write the full path"
        ));
    }
    if path.starts_with("//") || path.split('/').next().is_some_and(|first| first.contains(':')) {
        let allowed = ["https://", "mailto:", "tel:", "data:image/"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        return (!allowed).then(|| format!("link {address}: not https"));
    }
    let inside = match path.strip_prefix(base) {
        Some(inside) => inside,
        None if path.starts_with('/') => return Some(format!("link {address}: not below {base}")),
        None => path,
    };
    (!leads_somewhere(inside)).then(|| format!("link {address}: there is no such page or file"))
}

/// One start tag.
#[derive(Debug, PartialEq, Eq)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// Every start tag, in order. Comments and the text of scripts are skipped.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            let end = format!("</{}", tag.name);
            rest = if matches!(tag.name.as_str(), "script" | "style" | "textarea" | "title") {
                after.split_once(&end).map_or("", |(_, after)| after)
            } else {
                after
            };
            tags.push(tag);
        }
    }
    tags
}

/// Reads a start tag from behind its `<`, and gives what follows its `>`.
fn tag(text: &str) -> (Tag, &str) {
    let (name, mut rest) = split_before(text, |c| c.is_ascii_whitespace() || c == '>' || c == '/');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        let (key, after) = split_before(rest, |c| c.is_ascii_whitespace() || "=>/".contains(c));
        let after_space = after.trim_start();
        let Some(value) = after_space.strip_prefix('=') else {
            // A lone quote or the like is passed over, so that the loop always moves on.
            let (_, moved) = if key.is_empty() { split_first(after) } else { ("", after) };
            attributes.push((key.to_ascii_lowercase(), String::new()));
            rest = moved;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inside = value.trim_start_matches(quote);
                let empty = value.len() - inside.len() >= 2;
                if empty {
                    ("", split_first(split_first(value).1).1)
                } else {
                    inside.split_once(quote).unwrap_or((inside, ""))
                }
            }
            _ => split_before(value, |c| c.is_ascii_whitespace() || c == '>'),
        };
        attributes.push((key.to_ascii_lowercase(), value.replace("&amp;", "&")));
        rest = after;
    }
    (Tag { name: name.to_ascii_lowercase(), attributes }, rest)
}

fn split_before(text: &str, stop: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(stop).unwrap_or(text.len()))
}

fn split_first(text: &str) -> (&str, &str) {
    text.split_at(text.chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_page(html: &str, expected: &[&str]) {
        let there = |address: &str| ["", "about", "app.js"].contains(&address);
        let found = check(html, "/sub/", &there);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found} does not say {expected}");
        }
    }

    #[test]
    fn a_clean_page_has_no_problems() {
        check_page(
            "<!DOCTYPE html><base href=\"/sub/\"><script type=module src=/sub/app.js></script>\
             <!--<[x]--><p class='a b'>1 < 2</p><a href=\"/sub/about?q=1#top\">x</a><a href=\"https://example.org\">y</a>",
            &[],
        );
    }

    #[test]
    fn what_the_policy_refuses_is_found() {
        check_page("<script>go()</script>", &["inline <script>"]);
        check_page("<style>p{}</style>", &["inline <style>"]);
        check_page("<p style=\"color:red\">", &["attribute style"]);
        check_page("<p data-x=\">\" OnClick='go()'>", &["attribute onclick"]);
        check_page("<a href=\"javascript:go()\">", &["not https"]);
    }

    #[test]
    fn links_that_lead_nowhere_are_found() {
        check_page("<a href=\"/sub/gone\">", &["no such page"]);
        check_page("<a href=\"/about\">", &["not below /sub/"]);
        check_page("<a href=\"#top\">", &["write the full path"]);
        check_page("<a href=\"//example.org/\">", &["not https"]);
    }

    #[test]
    fn attributes_in_every_form_are_read() {
        let tags = tags("<input disabled value=\"\" name='a\"b' size=3/><br/>");
        let attributes: Vec<_> =
            tags[0].attributes.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(attributes, [("disabled", ""), ("value", ""), ("name", "a\"b"), ("size", "3/")]);
        assert_eq!(tags[1], Tag { name: "br".to_owned(), attributes: Vec::new() });
    }

    #[test]
    fn broken_markup_ends() {
        for html in [
            "<",
            "<a",
            "<a \"",
            "<a href=",
            "<a href=\"x",
            "<!--",
            "<script",
            "<p \"'=/>",
            "<a ==>",
        ] {
            tags(html);
        }
    }
}
