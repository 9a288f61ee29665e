//! Quotation marks as they stand in pasted texts: plain, typographic, escaped once or more, as entities, as
//! `\u0022`.

use super::text::{Text, is_line_end, is_name};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
    UnicodeDouble,
    UnicodeSingle,
    EntityDouble,
    EntitySingle,
    Percent,
    /// Of JavaScript, shells and Markdown.
    Backtick,
    TypographicDouble,
    TypographicSingle,
}

/// One quotation mark and how deep it is escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    mark: Mark,
    /// How many strings lie around it: each escapes the backslashes of the one within.
    level: u32,
    /// Where its content begins.
    pub(super) end: usize,
}

impl Quote {
    /// The mark of a string of some depth whose content is read from a place on.
    pub(super) const fn double(level: u32, end: usize) -> Self {
        Self { mark: Mark::Double, level, end }
    }

    /// The same mark, its content read from a later place on.
    pub(super) const fn at(self, end: usize) -> Self {
        Self { end, ..self }
    }
}

const ESCAPES: &[(&str, Mark)] = &[
    ("u0022", Mark::UnicodeDouble),
    ("u0027", Mark::UnicodeSingle),
    ("x22", Mark::UnicodeDouble),
    ("x27", Mark::UnicodeSingle),
    ("u201c", Mark::UnicodeDouble),
    ("u201d", Mark::UnicodeDouble),
];

/// Marks that are written by more than one byte.
const LONGER: &[(&str, Mark)] = &[
    ("&quot;", Mark::EntityDouble),
    ("&#34;", Mark::EntityDouble),
    ("&#x22;", Mark::EntityDouble),
    ("&amp;quot;", Mark::EntityDouble),
    ("&apos;", Mark::EntitySingle),
    ("&#39;", Mark::EntitySingle),
    ("&#x27;", Mark::EntitySingle),
    ("&ldquo;", Mark::EntityDouble),
    ("&rdquo;", Mark::EntityDouble),
    ("&lsquo;", Mark::EntitySingle),
    ("&rsquo;", Mark::EntitySingle),
    ("%22", Mark::Percent),
    ("%2522", Mark::Percent),
    ("“", Mark::TypographicDouble),
    ("”", Mark::TypographicDouble),
    ("„", Mark::TypographicDouble),
    ("‟", Mark::TypographicDouble),
    ("″", Mark::TypographicDouble),
    ("＂", Mark::TypographicDouble),
    ("«", Mark::TypographicDouble),
    ("»", Mark::TypographicDouble),
    ("‘", Mark::TypographicSingle),
    ("’", Mark::TypographicSingle),
    ("‚", Mark::TypographicSingle),
    ("‛", Mark::TypographicSingle),
];

/// The mark at a place, its backslashes included.
#[inline]
pub(super) fn at(text: Text<'_>, at: usize) -> Option<Quote> {
    match text.byte(at)? {
        b'"' | b'\'' | b'`' | b'\\' | b'&' | b'%' | 0xc2 | 0xe2 | 0xef => mark(text, at),
        // So it is with most places.
        _ => None,
    }
}

fn mark(text: Text<'_>, at: usize) -> Option<Quote> {
    match text.byte(at)? {
        byte @ (b'"' | b'\'' | b'`') => Some(plain(byte, 0, at)),
        b'\\' => {
            let end = text.run(at, |byte| byte == b'\\');
            let count = end.saturating_sub(at);
            match text.byte(end)? {
                byte @ (b'"' | b'\'') => Some(plain(byte, count, end)),
                b'u' | b'x' => {
                    let (word, mark) = ESCAPES.iter().find(|(word, _)| text.has(end, word))?;
                    let end = end.saturating_add(word.len());
                    Some(Quote { mark: *mark, level: count.trailing_zeros(), end })
                }
                b'&' => {
                    let (word, mark) = LONGER.iter().find(|(word, _)| text.has(end, word))?;
                    let level = count.trailing_ones();
                    Some(Quote { mark: *mark, level, end: end.saturating_add(word.len()) })
                }
                _ => None,
            }
        }
        // Beyond ASCII, the first bytes of the typographic ones.
        b'&' | b'%' | 0xc2 | 0xe2 | 0xef => {
            let (word, mark) = LONGER.iter().find(|(word, _)| text.has(at, word))?;
            Some(Quote { mark: *mark, level: 0, end: at.saturating_add(word.len()) })
        }
        _ => None,
    }
}

/// Where the mark begins that ends at a place.
pub(super) fn start(text: Text<'_>, end: usize) -> Option<usize> {
    let length = |start: &usize| at(text, *start).is_some_and(|quote| quote.end == end);
    let mut starts = (1..=10).rev().filter_map(|length| end.checked_sub(length));
    // The farthest one that fits has all of its backslashes.
    starts.find(length)
}

/// The mark that ends at a place.
pub(super) fn before(text: Text<'_>, end: usize) -> Option<Quote> {
    let last = end.checked_sub(1)?;
    if let byte @ (b'"' | b'\'' | b'`') = text.byte(last)? {
        return Some(plain(byte, text.run_before(last, 64, |byte| byte == b'\\'), last));
    }
    // With nothing else ends a mark of several bytes.
    if !matches!(text.byte(last)?, b'2' | b'7' | b'c' | b'C' | b'd' | b'D' | b';' | 0x80..) {
        return None;
    }
    let mut starts = (2..=10).filter_map(|length| end.checked_sub(length));
    let (start, found) = starts
        .find_map(|start| Some((start, self::at(text, start).filter(|quote| quote.end == end)?)))?;
    // Those of an entity stand before it; others were counted with the mark.
    let escaped = text.run_before(start, 64, |byte| byte == b'\\').trailing_ones();
    Some(if text.byte(start) == Some(b'&') { Quote { level: escaped, ..found } } else { found })
}

fn plain(byte: u8, backslashes: usize, at: usize) -> Quote {
    let mark = match byte {
        b'"' => Mark::Double,
        b'`' => Mark::Backtick,
        _ => Mark::Single,
    };
    Quote { mark, level: backslashes.trailing_ones(), end: at.saturating_add(1) }
}

/// Where the content of a string ends: at its closing mark, at that of a string around it, or with the line.
pub(super) fn close(text: Text<'_>, open: Quote) -> usize {
    let mut at = open.end;
    while let Some(byte) = text.byte(at) {
        if is_line_end(byte) {
            return at;
        }
        let run = text.run(at, |byte| byte == b'\\');
        let count = run.saturating_sub(at);
        let after = text.byte(run);
        let is_double =
            matches!(open.mark, Mark::Double | Mark::UnicodeDouble | Mark::UnicodeSingle);
        // An apostrophe looks like a typographic mark, and a plain mark may stand for the closing one.
        let ends_word = |end: usize| !text.byte(end).is_some_and(is_name);
        let ends_value = |end: usize| {
            matches!(text.byte(end), None | Some(b',' | b'}' | b']' | b':' | b'\r' | b'\n'))
        };
        let is_plain = match after {
            Some(b'"') => {
                is_double
                    || matches!(open.mark, Mark::EntityDouble | Mark::EntitySingle | Mark::Percent)
                    || (open.mark == Mark::TypographicDouble && ends_value(run.saturating_add(1)))
            }
            Some(b'\'') => open.mark == Mark::Single,
            Some(b'`') => open.mark == Mark::Backtick,
            _ => false,
        };
        if is_plain && count.trailing_ones() <= open.level {
            // The mark's own backslashes are no part of the content.
            let own = 1usize.checked_shl(count.trailing_ones()).unwrap_or(0).saturating_sub(1);
            return run.saturating_sub(own);
        }
        let ends = match open.mark {
            Mark::UnicodeDouble | Mark::UnicodeSingle if count > 0 => self::at(text, at)
                .is_some_and(|quote| quote.mark == open.mark && quote.level <= open.level),
            Mark::EntityDouble | Mark::EntitySingle => {
                byte == b'<'
                    || self::at(text, at)
                        .is_some_and(|quote| quote.mark == open.mark && quote.level <= open.level)
            }
            Mark::TypographicDouble | Mark::TypographicSingle if !byte.is_ascii() => {
                self::at(text, at).is_some_and(|quote| {
                    quote.mark == open.mark
                        && (open.mark == Mark::TypographicDouble || ends_word(quote.end))
                })
            }
            Mark::Percent => {
                matches!(byte, b' ' | b'&') || text.has(at, "%22") || text.has(at, "%2522")
            }
            _ => false,
        };
        if ends {
            return at;
        }
        at = if count > 0 { run.saturating_add(1) } else { at.saturating_add(1) };
        if count > 0 && after.is_some_and(is_line_end) {
            return run;
        }
        if count > 0 && after.is_none_or(|after| !after.is_ascii()) {
            at = run;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, content: &str) {
        let text = Text(text);
        let open = at(text, 0).expect("a text of this test begins with a mark");
        assert_eq!(text.slice(open.end..close(text, open)), content);
        assert_eq!(before(text, open.end), Some(open));
    }

    #[test]
    fn a_string_ends_at_the_mark_of_its_own_depth() {
        check(r#""a\"b","c""#, r#"a\"b"#);
        check(r#""a\\","c""#, r"a\\");
        check(r#"\"a\\\"b\",\"c\""#, r#"a\\\"b"#);
        check(r#"\\\"a\\\\\\\"b\\\",\\\"c"#, r#"a\\\\\\\"b"#);
        check(r#"\"a","c""#, "a");
        check("'a\"b', 'c'", "a\"b");
        check("&quot;a&#34;,", "a");
        check(r"\&quot;a \\\&quot;b\&quot;,", r"a \\\&quot;b");
        check(r"\u0022a\u0022:", "a");
        check("%22a%20b%22%7D", "a%20b");
        check("“a \"b ”, c", "a \"b ");
        check("„a b“", "a b");
        check("«a»", "a");
        check("‘d’a’, c", "d’a");
        check("&ldquo;a&rdquo;", "a");
        check("`a \"b`", "a \"b");
    }

    #[test]
    fn an_open_string_ends_with_its_line() {
        check("\"a b\nc", "a b");
        check("'ü\\", "ü\\");
    }
}
