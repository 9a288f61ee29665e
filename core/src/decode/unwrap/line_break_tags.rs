//! Lines that a page breaks: `<br>` where each ends, or `<code>…</code>`, `<p>…</p>` around each.

use core::ops::Range;

use super::lines;
use crate::decode::bytes_present::BytesPresent;
use crate::decode::payload::html;
use crate::span::Rewriting;

/// Tags that stand around one line.
const AROUND: &[&str] = &["code", "p", "div", "span", "pre", "tt", "samp", "li"];

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    let may_break = ["<br", "<BR"].iter().any(|tag| bytes.may_hold(tag));
    let may_wrap = bytes.may_hold("</");
    if !may_break && !may_wrap || html::is_html(text.trim_start()) {
        return None;
    }
    let wrapped = if may_wrap { wrapped_line(text) } else { None };
    if wrapped.is_none() && !(may_break && (breaks_message(text, bytes) || breaks_every_line(text)))
    {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    for (start, line) in lines(text) {
        let range = start..start.saturating_add(line.len());
        let is_last = range.end == text.len();
        let found = wrapped.and_then(|opening| {
            inside(line, opening).or_else(|| inside_cut_off(line, opening).filter(|_| is_last))
        });
        match found {
            Some(inner) => {
                let from = start.saturating_add(inner.start);
                with_breaks(&mut rewriting, from..start.saturating_add(inner.end), wrapped);
                rewriting.keep(
                    start.saturating_add(line.trim_end_matches(['\r', '\n']).len())..range.end,
                );
            }
            None => with_breaks(&mut rewriting, range, None),
        }
    }
    Some(rewriting)
}

/// Whether a status line, or the brace that opens content, ends in a break.
fn breaks_message(text: &str, bytes: &BytesPresent) -> bool {
    let is_broken = |rest: &str| {
        let line = rest.lines().next().unwrap_or_default();
        line.match_indices('<').any(|(at, _)| line.get(at..).and_then(break_length).is_some())
    };
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    bytes.may_hold("HTTP/") && text.match_indices("HTTP/").any(|(at, _)| is_broken(rest(at)))
        || ["{<", "{ <"].iter().any(|sign| {
            bytes.may_hold(sign)
                && text.match_indices(sign).any(|(at, _)| {
                    let tag = rest(at).get(1..).unwrap_or_default().trim_start();
                    break_length(tag).is_some()
                })
        })
}

/// Whether every line of content but the last ends in a break.
fn breaks_every_line(text: &str) -> bool {
    let ends_in_break = |line: &str| {
        let line = line.trim_end();
        let tag = line.rfind('<').and_then(|at| line.get(at..));
        tag.is_some_and(|tag| break_length(tag) == Some(tag.len()))
    };
    let text = text.trim();
    let above = text.rsplit_once('\n').map_or("", |(above, _)| above);
    let mut above = above.lines().skip_while(|line| !line.starts_with(['{', '[', '<']));
    above.next().is_some_and(ends_in_break) && above.all(ends_in_break)
}

/// The tag around the line of a status, or around the brace that opens content, where it closes in the same line.
fn wrapped_line(text: &str) -> Option<&str> {
    lines(text).map(|(_, line)| line.trim()).filter(|line| line.starts_with('<')).find_map(|line| {
        let end = line.find('>')?.saturating_add(1);
        let opening = line.get(..end)?;
        let inner = line.get(inside(line, opening)?)?;
        let is_status =
            ["HTTP/1", "HTTP/2", "HTTP/3", "HTTP%"].iter().any(|mark| inner.contains(mark));
        let is_mark = |c: char| !c.is_alphabetic() && c != '<';
        let is_opening = inner.trim_end().ends_with(['{', '[']) && inner.chars().all(is_mark);
        (is_status || is_opening || is_around_all(text, opening)).then_some(opening)
    })
}

/// Whether a tag for code stands around every line of content in markup, or around words.
fn is_around_all(text: &str, opening: &str) -> bool {
    let is_of_code = ["<code", "<pre", "<tt", "<samp"].iter().any(|name| opening.starts_with(name));
    let mut shown = lines(text).map(|(_, line)| line).filter(|line| !line.trim().is_empty());
    let Some(first) = shown.next().filter(|_| is_of_code) else { return false };
    let inner = inside(first, opening).and_then(|inner| first.get(inner)).unwrap_or_default();
    // A number alone may be a value.
    let may_be = inner.starts_with("<?xml")
        || !inner.contains('<') && inner.contains(' ')
        || inner.starts_with('<') && lines(text).nth(1).is_some();
    may_be && shown.all(|line| inside(line, opening).is_some())
}

/// What stands behind a tag whose end is cut off.
fn inside_cut_off(line: &str, opening: &str) -> Option<Range<usize>> {
    let name = opening.get(1..)?.split([' ', '>']).next()?;
    let inner = line.trim_start().strip_prefix(opening)?;
    let start = line.len().saturating_sub(inner.len());
    let end = inner.rfind('<').filter(|at| {
        let tag = inner.get(at.saturating_add(1)..).unwrap_or_default();
        tag.is_empty() || tag.strip_prefix('/').is_some_and(|tag| name.starts_with(tag))
    });
    AROUND.contains(&name).then(|| start..start.saturating_add(end.unwrap_or(inner.len())))
}

/// What stands between a tag and its end, where they are all of a line.
fn inside(line: &str, opening: &str) -> Option<Range<usize>> {
    let lead = line.len().saturating_sub(line.trim_start().len());
    let name = opening.get(1..)?.split([' ', '>']).next()?;
    let inner = line
        .trim()
        .strip_prefix(opening)?
        .strip_suffix('>')?
        .strip_suffix(name)?
        .strip_suffix("</")?;
    let start = lead.saturating_add(opening.len());
    AROUND.contains(&name).then(|| start..start.saturating_add(inner.len()))
}

/// Keeps a stretch with line ends in place of breaks, and of the end of a tag where it begins again; at the end of a line
/// there is one already.
fn with_breaks(rewriting: &mut Rewriting<'_>, range: Range<usize>, around: Option<&str>) {
    let text = rewriting.source().get(range.clone()).unwrap_or_default();
    let again = |rest: &str| {
        let opening = around?;
        let name = opening.get(1..)?.split([' ', '>']).next()?;
        let behind = rest.strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')?;
        Some(rest.len().saturating_sub(behind.strip_prefix(opening)?.len()))
    };
    let mut kept = 0usize;
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at..).unwrap_or_default();
        let Some(length) = break_length(rest).or_else(|| again(rest)) else { continue };
        let end = at.saturating_add(length);
        let place = |at: usize| range.start.saturating_add(at);
        rewriting.keep(place(kept)..place(at));
        if text.get(end..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['\r', '\n'])) {
            rewriting.put("\n", place(at)..place(end));
        }
        kept = end;
    }
    rewriting.keep(range.start.saturating_add(kept)..range.end);
}

/// How long the break is that a text begins with: `<br>`, `<br/>`, `<BR />`.
fn break_length(text: &str) -> Option<usize> {
    let name = text.get(..3).filter(|name| name.eq_ignore_ascii_case("<br"))?;
    let rest = text.get(name.len()..)?;
    let tag = rest.trim_start_matches(' ');
    let tag = tag.strip_prefix('/').unwrap_or(tag).strip_prefix('>')?;
    Some(text.len().saturating_sub(tag.len()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn lines_that_a_page_breaks_are_lines() {
        let message = "HTTP/1.1 404 x\nA: b\n\n{\"a\":1}";
        check(&message.replace('\n', "<br>\n"), message);
        check(&message.replace('\n', "<br/>"), message);
        check(
            &alloc::format!("<p>x</p>{}", message.replace('\n', "<BR />\r\n")),
            &alloc::format!("<p>x</p>{}", message.replace('\n', "\r\n")),
        );
        check(
            "<code>HTTP/1.1 404 x</code>\n<code>A: b</code>\n<code></code>\n<code>{}</code>",
            "HTTP/1.1 404 x\nA: b\n\n{}",
        );
        check("<p>HTTP/1.1 404 x</p><p>A: b</p><p></p><p>{}</p>", "HTTP/1.1 404 x\nA: b\n\n{}");
        check("<code>401 Unauthorized</code>", "401 Unauthorized");
        check("{<br>&nbsp;\"a\": 1<br>}", "{\n&nbsp;\"a\": 1\n}");
        check(
            "<div class=\"x\">{</div>\n<div class=\"x\">\"a\":1</div>\n<div class=\"x\">}</div>",
            "{\n\"a\":1\n}",
        );
    }

    #[test]
    fn markup_that_is_content_is_left_alone() {
        for text in [
            "HTTP/1.1 404 x\n\n<p>a<br>b</p>",
            "HTTP/1.1 404 x\n\n<code>401</code>\n<p>x</p>",
            "<p>HTTP</p><br>",
            "<code>401</code>",
            "<html><p>HTTP/1.1 404<br></p></html>",
        ] {
            check(text, text);
        }
    }
}
