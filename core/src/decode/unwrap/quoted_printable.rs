//! The encoding of mails for text with few other signs than ASCII: `=3D` for an equals sign, `=C3=BC`, and an equals sign
//! at the end of a line that goes on (RFC 2045 section 6.7).

use core::ops::Range;

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// The longest line, in characters (RFC 2045 section 6.7, rule 5).
const LONGEST: usize = 76;
/// A line that is broken is nearly as long.
const BROKEN: usize = 70;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    const SIGNS: &[&str] = &["=3", "=C", "=E", "=c", "=e", "=\n", "=\r"];
    let may_be = SIGNS.iter().any(|sign| bytes.may_hold(sign));
    if !may_be || !(bytes.any(b"{<%") || bytes.may_hold("HTTP")) || !is_encoded(text) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    while let Some(found) = text.get(kept..).and_then(|rest| rest.find('=')) {
        let at = kept.saturating_add(found);
        rewriting.keep(kept..at);
        kept = match Sign::at(text, at) {
            Sign::Break(range) => range.end,
            Sign::Character(made, end) => {
                rewriting.put(made.encode_utf8(&mut [0; 4]), at..end);
                end
            }
            Sign::Byte | Sign::Other | Sign::Cut => {
                let end = at.saturating_add(1);
                rewriting.keep(at..end);
                end
            }
        };
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

/// What an equals sign begins.
enum Sign {
    /// The end of a line that goes on below.
    Break(Range<usize>),
    Character(char, usize),
    /// A byte that is no character with its neighbours.
    Byte,
    /// The text ends within it.
    Cut,
    /// An equals sign that stands for itself, which there is none of in encoded text.
    Other,
}

impl Sign {
    fn at(text: &str, at: usize) -> Self {
        let behind = at.saturating_add(1);
        let rest = text.get(behind..).unwrap_or_default();
        let line = rest.trim_start_matches([' ', '\t']);
        let line_end = line.strip_prefix("\r\n").or_else(|| line.strip_prefix('\n'));
        if let Some(below) = line_end {
            return Self::Break(at..text.len().saturating_sub(below.len()));
        }
        if rest.len() < 2 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Self::Cut;
        }
        let mut made = [0u8; 4];
        let mut end = at;
        for length in 1..=made.len() {
            let Some(value) = text.get(end..).and_then(byte) else { break };
            if let Some(place) = made.get_mut(length.saturating_sub(1)) {
                *place = value;
            }
            end = end.saturating_add(3);
            let character = made.get(..length).and_then(|bytes| core::str::from_utf8(bytes).ok());
            if let Some(character) = character.and_then(|text| text.chars().next()) {
                return Self::Character(character, end);
            }
            // A line may be broken within a character.
            if text.get(end..).is_some_and(|rest| rest.starts_with('='))
                && let Self::Break(range) = Self::at(text, end)
            {
                end = range.end;
            }
        }
        if end > at { Self::Byte } else { Self::Other }
    }
}

/// The byte that a text begins with: `=3D`.
fn byte(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('=')?.get(..2)?;
    // A sign may stand before a number, too.
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
    u8::from_str_radix(digits, 16).ok()
}

/// Whether a whole text is encoded: no equals sign stands for itself, and some can be nothing else.
fn is_encoded(text: &str) -> bool {
    let (mut at, mut is_told) = (0usize, false);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('=')) {
        let start = at.saturating_add(found);
        at = start.saturating_add(1);
        match Sign::at(text, start) {
            Sign::Other => return false,
            Sign::Break(range) => {
                let before = text.get(..range.start).unwrap_or_default();
                let line = before.rsplit('\n').next().unwrap_or_default();
                let length = line.len().saturating_add(1);
                // Something stands before every line, which has to go first.
                if length > LONGEST {
                    return false;
                }
                // Base64 ends in the sign, and has none of these.
                is_told = is_told || length >= BROKEN && line.contains([' ', '"', '<', '%', '\\']);
                at = range.end;
            }
            Sign::Character(made, end) => {
                let is_attribute = made == '='
                    && text.get(end..).is_some_and(|rest| rest.starts_with(['"', '\'']));
                let is_value =
                    is_attribute && text.get(..start).is_some_and(|before| before.contains('<'));
                is_told = is_told || is_value || !made.is_ascii();
                at = end;
            }
            Sign::Byte | Sign::Cut => {}
        }
    }
    is_told
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn encoded_mails_are_read() {
        check("<a b=3D\"c\">=C3=BC</a>", "<a b=\"c\">ü</a>");
        let line = alloc::format!("{{\"a\":\"{}=\n{}\"}}=\r\n x=3", "b ".repeat(34), "c");
        check(&line, &alloc::format!("{{\"a\":\"{}{}\"}} x=3", "b ".repeat(34), "c"));
        check("{\"a\":\"=E2=82=\n=AC=20=3D\"}", "{\"a\":\"€ =\"}");
        check("{\"a\":\"=C3=BC =FF\"}", "{\"a\":\"ü =FF\"}");
    }

    #[test]
    fn equals_signs_stand_for_themselves_elsewhere() {
        for text in [
            "<a href=\"/x?id=3Dabc\">",
            "{\"a\":\"b=3D\"}",
            "{\"a\":\"b=\n\"}",
            "HTTP/1.1 401 x\nAuthorization: Basic bWFkZS11cA==\n",
            "a=C3=BC&b=1 {",
            "1 = 3D, {x}",
        ] {
            check(text, text);
        }
    }
}
