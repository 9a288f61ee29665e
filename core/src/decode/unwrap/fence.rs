//! Markdown: what stands between fences, or in single back-ticks that hold the whole text.

use core::ops::Range;

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

pub(super) fn undo<'t>(text: &'t str, _: &BytesPresent) -> Option<Rewriting<'t>> {
    inline(text).or_else(|| blocks(text))
}

fn inline(text: &str) -> Option<Rewriting<'_>> {
    let trimmed = text.trim();
    let inner = trimmed.strip_prefix('`')?.strip_suffix('`')?;
    if inner.contains('`') || inner.is_empty() {
        return None;
    }
    let start = text.len().saturating_sub(text.trim_start().len()).saturating_add(1);
    let mut rewriting = Rewriting::of_most(text);
    rewriting.keep(start..start.saturating_add(inner.len()));
    Some(rewriting)
}

fn blocks(text: &str) -> Option<Rewriting<'_>> {
    let mut is_any = false;
    let is_block = signed_lines(text).any(|(_, line)| {
        let fence = fence(line);
        is_any = is_any || fence.is_some();
        fence.is_some_and(|(mark, rest)| !closes_itself(mark, rest))
    });
    if !is_any {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    let mut open: Option<&str> = None;
    let mut behind = 0usize;
    for (start, line) in signed_lines(text) {
        let end = start.saturating_add(line.len());
        // Where each mark closes in its line, the words around them say more of what they hold.
        if open.is_some() || !is_block {
            rewriting.keep(behind..start);
        }
        behind = end;
        match (open, fence(line)) {
            (None, Some((mark, rest))) => {
                let from = end.saturating_sub(rest.len());
                let closed = closes_itself(mark, rest);
                // Chat programs write the content right behind the mark, where a language's name would stand.
                if closed || rest.trim_start().starts_with(['{', '[', '<']) {
                    keep_without(&mut rewriting, from..end, mark);
                }
                open = (!closed).then_some(mark);
            }
            (Some(mark), Some((other, rest)))
                if other.starts_with(mark) && rest.trim().is_empty() =>
            {
                open = None;
            }
            (Some(mark), _) if line.trim_end().ends_with(mark) => {
                keep_without(&mut rewriting, start..end, mark);
                open = None;
            }
            (Some(_), _) => rewriting.keep(start..end),
            (None, None) if !is_block => rewriting.keep(start..end),
            (None, None) => {}
        }
    }
    if open.is_some() || !is_block {
        rewriting.keep(behind..text.len());
    }
    (!rewriting.text().trim().is_empty()).then_some(rewriting)
}

/// The lines in which a sign stands that fences are made of, and where each begins: no other line begins or ends one.
fn signed_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut behind = 0usize;
    core::iter::from_fn(move || {
        let rest = bytes.get(behind..)?;
        let sign = rest.iter().position(|byte| matches!(byte, b'`' | b'~'))?;
        let is_end = |byte: &u8| *byte == b'\n';
        let before = rest.get(..sign)?.iter().rposition(is_end);
        let start = behind.saturating_add(before.map_or(0, |end| end.saturating_add(1)));
        let length = rest.get(sign..)?.iter().position(is_end);
        let end = length.map_or(bytes.len(), |length| {
            behind.saturating_add(sign).saturating_add(length).saturating_add(1)
        });
        behind = end;
        Some((start, text.get(start..end)?))
    })
}

/// Keeps a stretch without the marks in it.
fn keep_without(rewriting: &mut Rewriting<'_>, range: Range<usize>, mark: &str) {
    let text = rewriting.source().get(range.clone()).unwrap_or_default();
    let mut from = range.start;
    for (at, found) in text.match_indices(mark) {
        let at = range.start.saturating_add(at);
        rewriting.keep(from..at);
        from = at.saturating_add(found.len());
    }
    rewriting.keep(from..range.end);
}

/// Whether a back-tick fence ends in the line where it begins; the name of a language holds none.
fn closes_itself(mark: &str, rest: &str) -> bool {
    mark.starts_with('`') && rest.contains(mark)
}

/// The fence that a line begins with, three or more of one sign, and what stands behind it.
fn fence(line: &str) -> Option<(&str, &str)> {
    let bytes = line.as_bytes();
    let start = bytes.iter().position(|byte| !matches!(byte, b' ' | b'\t'))?;
    let signs = bytes.get(start..)?;
    let sign = signs.first().filter(|sign| matches!(sign, b'`' | b'~'))?;
    let length = signs.iter().take_while(|byte| *byte == sign).count();
    let line = line.get(start..).filter(|_| length >= 3)?;
    line.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn fences_are_removed() {
        check("See:\n```http\nHTTP/1.1 401\n```\nThanks", "HTTP/1.1 401\n");
        check("~~~\na\n~~\nb\n~~~", "a\n~~\nb\n");
        check("```\ncut off", "cut off");
        check("`401 Unauthorized`", "401 Unauthorized");
        check("See\n```{\"a\":1}```\nThanks", "See\n{\"a\":1}\nThanks");
        check("See\n```{\n1}```\nThanks", "{\n1}\n");
        check("use `x` and `y`", "use `x` and `y`");
    }
}
