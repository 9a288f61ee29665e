//! Colours and cursor movements of a terminal (ECMA-48), and lines that were overwritten by a progress bar.

use crate::span::Rewriting;

#[expect(clippy::unnecessary_wraps, reason = "every layer has the same shape")]
pub(super) fn undo(text: &str) -> Option<Rewriting<'_>> {
    let mut rewriting = Rewriting::new(text);
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

/// The length of the control sequence that a text begins with.
fn sequence(text: &str) -> usize {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&0x1b) {
        return 1;
    }
    let rest = bytes.get(2..).unwrap_or_default();
    let length = match bytes.get(1) {
        // Control sequence: parameters, then one final byte.
        Some(b'[') => rest
            .iter()
            .position(|byte| (0x40..=0x7e).contains(byte))
            .map_or(1, |end| end.saturating_add(3)),
        // Operating system command (a link, a title): up to BEL or ESC \.
        Some(b']') => {
            rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b | b'\n')).map_or(1, |end| {
                match rest.get(end) {
                    Some(0x07) => end.saturating_add(3),
                    Some(0x1b) => end.saturating_add(4),
                    _ => end.saturating_add(2),
                }
            })
        }
        Some(byte) if byte.is_ascii() && *byte != b'\n' => 2,
        _ => 1,
    };
    text.floor_char_boundary(length.min(text.len())).max(1)
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
