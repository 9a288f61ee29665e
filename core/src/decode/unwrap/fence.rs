//! Markdown: what stands between fences, or in single back-ticks that hold the whole text.

use super::lines;
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
    lines(text).find_map(|(_, line)| fence(line))?;
    let mut rewriting = Rewriting::of_most(text);
    let mut open: Option<&str> = None;
    for (start, line) in lines(text) {
        match (open, fence(line)) {
            (None, Some(mark)) => open = Some(mark),
            (Some(mark), Some(other)) if other.starts_with(mark) && line.trim() == other => {
                open = None;
            }
            (Some(_), _) => rewriting.keep(start..start.saturating_add(line.len())),
            (None, None) => {}
        }
    }
    (!rewriting.text().trim().is_empty()).then_some(rewriting)
}

/// The fence that a line is: three or more of one sign.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t']);
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let length = line.len().saturating_sub(line.trim_start_matches(sign).len());
    line.get(..length).filter(|mark| mark.len() >= 3)
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
        check("use `x` and `y`", "use `x` and `y`");
    }
}
