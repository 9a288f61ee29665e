//! The text of markup, with the way back to its place: entities, CDATA sections, tags for the looks.

use core::ops::Range;

use crate::span::Rewriting;

/// Writes the text of markup: entities as characters, CDATA sections without their marks, and the tags of a
/// page left out.
pub(super) fn write_text(rewriting: &mut Rewriting<'_>, range: Range<usize>, is_page: bool) {
    const OPENS: &str = "<![CDATA[";
    const CLOSES: &str = "]]>";
    let source = rewriting.source();
    let end = range.end.min(source.len());
    // A section that begins with the text has its mark before it.
    let mut in_section = source.get(..range.start).is_some_and(|before| before.ends_with(OPENS));
    let (mut at, mut kept) = (range.start, range.start);
    while let Some(found) = source.get(at..end).and_then(|rest| rest.find(['&', '<', ']'])) {
        let start = at.saturating_add(found);
        let rest = source.get(start..end).unwrap_or_default();
        let (length, made) = if in_section {
            in_section = !rest.starts_with(CLOSES);
            (if in_section { 0 } else { CLOSES.len() }, None)
        } else if rest.starts_with(OPENS) {
            in_section = true;
            (OPENS.len(), None)
        } else if rest.starts_with('<') && is_page {
            (looks(rest), breaks_line(rest).then_some('\n'))
        } else {
            entity(rest).map_or((0, None), |(length, made)| (length, Some(made)))
        };
        if length == 0 {
            at = start.saturating_add(1);
            continue;
        }
        rewriting.keep(kept..start);
        at = start.saturating_add(length);
        kept = at;
        if let Some(made) = made {
            rewriting.put(made.encode_utf8(&mut [0; 4]), start..at);
        }
    }
    rewriting.keep(kept..end);
}

/// Whether a line ends at the tag that a text begins with.
fn breaks_line(text: &str) -> bool {
    ["<br", "</p>", "</div>"]
        .iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

/// How long the tag is that a text begins with, where it is one for the looks.
fn looks(text: &str) -> usize {
    const TAGS: &[&str] =
        &["a", "b", "br", "code", "div", "em", "font", "i", "mark", "p", "span", "strong", "u"];
    const LONGEST: usize = 1_000;
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default();
    let inner = text.get(1..).unwrap_or_default();
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_known = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    text.find('>').filter(|_| is_known).map_or(0, |end| end.saturating_add(1))
}

/// The character that an entity stands for, and how long it is written.
fn entity(text: &str) -> Option<(usize, char)> {
    const LONGEST: usize = 10;
    const NAMES: &[(&str, char)] =
        &[("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", ' ')];
    let name = text.strip_prefix('&')?;
    let end = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = name.get(..end)?;
    let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    });
    let named = NAMES.iter().find(|(known, _)| *known == name).map(|(_, made)| *made);
    Some((end.saturating_add(2), named.or(number.and_then(char::from_u32))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, is_page: bool, expected: &str) {
        let mut rewriting = Rewriting::new(text);
        write_text(&mut rewriting, 0..text.len(), is_page);
        assert_eq!(rewriting.text(), expected);
    }

    #[test]
    fn text_of_markup() {
        check("{&quot;a&quot;:&#x31;}&x;&", false, "{\"a\":1}&x;&");
        check("a<![CDATA[<b>&lt;]]>&lt;<c/>", false, "a<b>&lt;<<c/>");
        check("<code class=\"x\">{<span>1</span>}</code><RES/>", true, "{1}<RES/>");
        check("]] <![CDATA[]", false, "]] ]");
    }
}
