//! Colours and cursor movements of a terminal (ECMA-48), and lines that were overwritten by a progress bar.

use crate::decode::bytes_present::BytesPresent;
use crate::invisible::sequence;
use crate::span::Rewriting;

#[expect(clippy::unnecessary_wraps, reason = "every layer has the same shape")]
pub(super) fn undo<'t>(text: &'t str, _: &BytesPresent) -> Option<Rewriting<'t>> {
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    let mut at = 0usize;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['\u{1b}', '\u{8}', '\u{7}']))
    {
        let start = at.saturating_add(found);
        let end = start.saturating_add(sequence(text.get(start..).unwrap_or_default()));
        rewriting.keep(kept..start);
        kept = end;
        at = end;
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn colours_links_and_bells_are_removed() {
        check("\u{1b}[34mHTTP\u{1b}[39;49;00m/1.1 \u{1b}[1m401\u{1b}[0m", "HTTP/1.1 401");
        check("\u{1b}]8;;https://example.com\u{1b}\\x\u{1b}]8;;\u{1b}\\ y\u{7}", "x y");
        check("cut \u{1b}", "cut ");
        check("cut \u{1b}[31", "cut [31");
    }
}
