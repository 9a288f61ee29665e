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
    const SIGNS: &[&str] = &["=2", "=3", "=C", "=E", "=c", "=e", "=\n", "=\r"];
    let may_be = SIGNS.iter().any(|sign| bytes.may_hold(sign));
    if !may_be || !(bytes.any(b"{<%") || bytes.may_hold("HTTP")) {
        return None;
    }
    let range = if bytes.may_hold("-Encoding: quoted-") { part(text) } else { None };
    let is_declared = range.is_some();
    let range = range.unwrap_or(0..text.len());
    let shown = text.get(..range.end)?;
    if !is_encoded(shown, range.start, is_declared) {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    rewriting.keep(0..range.start);
    let mut kept = range.start;
    while let Some(found) = shown.get(kept..).and_then(|rest| rest.find('=')) {
        let at = kept.saturating_add(found);
        rewriting.keep(kept..at);
        kept = match Sign::at(shown, at) {
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

/// The first part of a mail that is declared to be encoded and is not undone: behind its fields, up to the next part.
fn part(text: &str) -> Option<Range<usize>> {
    const FIELD: &str = "Content-Transfer-Encoding: quoted-printable";
    /// More parts are an archive.
    const MOST: usize = 8;
    text.match_indices(FIELD).take(MOST).find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let blank = ["\n\n", "\r\n\r\n"]
            .iter()
            .filter_map(|end| Some(rest.find(end)?.saturating_add(end.len())))
            .min()?;
        let start = at.saturating_add(blank);
        let content = text.get(start..)?;
        let end = start.saturating_add(content.find("\n--").unwrap_or(content.len()));
        is_encoded(text.get(..end)?, start, true).then_some(start..end)
    })
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
        if let Some(end) = line_break(text, at) {
            return Self::Break(at..end);
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
            end = line_break(text, end).unwrap_or(end);
        }
        if end > at { Self::Byte } else { Self::Other }
    }
}

/// Where the line goes on that an equals sign breaks at a place.
fn line_break(text: &str, at: usize) -> Option<usize> {
    let line = text.get(at..)?.strip_prefix('=')?.trim_start_matches([' ', '\t']);
    let below = line.strip_prefix("\r\n").or_else(|| line.strip_prefix('\n'))?;
    Some(text.len().saturating_sub(below.len()))
}

/// The byte that a text begins with: `=3D`.
fn byte(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('=')?.get(..2)?;
    // A sign may stand before a number, too.
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
    u8::from_str_radix(digits, 16).ok()
}

/// Whether a text is encoded from a place on: no equals sign stands for itself, and some can be nothing else, or it is
/// declared to be and there are some.
fn is_encoded(text: &str, from: usize, is_declared: bool) -> bool {
    let (mut at, mut is_told, mut attributes, mut blanks) = (from, false, 0usize, 0usize);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('=')) {
        let start = at.saturating_add(found);
        at = start.saturating_add(1);
        let before = text.get(..start).unwrap_or_default();
        match Sign::at(text, start) {
            Sign::Other => return false,
            Sign::Break(range) => {
                let line = before.rsplit('\n').next().unwrap_or_default();
                let length = line.len().saturating_add(1);
                // Something stands before every line, which has to go first.
                if length > LONGEST {
                    return false;
                }
                // Base64 ends in the sign, and has none of these.
                let is_text = line.contains([' ', '"', '<', '%', '\\']);
                is_told = is_told || is_declared || length >= BROKEN && is_text;
                at = range.end;
            }
            Sign::Character(made, end) => {
                let rest = text.get(end..).unwrap_or_default();
                let is_attribute = made == '=' && opens_value(rest);
                attributes = attributes.saturating_add(usize::from(is_attribute));
                // A number may end a line as well: `took=20`.
                let is_blank = made == ' ' && rest.starts_with(['\r', '\n']);
                blanks = blanks.saturating_add(usize::from(is_blank));
                let is_quote = made == '"' && before.ends_with('{');
                is_told = is_told || is_declared || is_quote || !made.is_ascii();
                is_told = is_told || attributes > 1 || attributes > 0 && blanks > 0;
                is_told = is_told || is_attribute && before.contains('<');
                at = end;
            }
            Sign::Byte | Sign::Cut => {}
        }
    }
    is_told
}

/// Whether text begins with the quotation mark before a value, and not with the one behind it.
fn opens_value(text: &str) -> bool {
    let value = text.strip_prefix(['"', '\'']).unwrap_or_default();
    value.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ',' | '}' | ']' | ':' | '"'))
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
        check("{=22a=22:1}", "{\"a\":1}");
        check("HTTP/1.1 401 x=20\nA: b=3D\"c\"", "HTTP/1.1 401 x \nA: b=\"c\"");
        check(
            "S: =?utf-8?Q?=C3=BC?=\nT: a=b\nContent-Transfer-Encoding: quoted-printable\n\n{=\n} a=3Db\n--x\nT: a=b\n",
            "S: =?utf-8?Q?=C3=BC?=\nT: a=b\nContent-Transfer-Encoding: quoted-printable\n\n{} a=b\n--x\nT: a=b\n",
        );
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
            "{\"a\":\"b=3D\",\"c\":\"d=3D\"}",
            // Bytes of no character, in a row.
            &alloc::format!("HTTP/1.1 200 OK {}", "=C3".repeat(400)),
            "HTTP 404 took=20\nHTTP 503 took=30\n",
        ] {
            check(text, text);
        }
    }
}
