//! How the first quotation mark of content is written behind the bracket that opens it: that tells what was done to the
//! text last.

/// Signs that word processors write for a quotation mark.
pub(super) const TYPOGRAPHIC: [char; 6] = ['“', '”', '„', '‟', '″', '＂'];
/// What markup writes for one, behind the ampersand.
pub(super) const ENTITIES: &[&str] = &["quot;", "#34;", "#x22;", "#X22;"];
/// What stands for an ampersand behind one, where markup was written as text once more.
const AMPERSAND: &str = "amp;";

/// How a quotation mark is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    Plain,
    /// Behind backslashes, or as `\u0022`.
    Escaped,
    /// As `&quot;`, behind backslashes or not.
    Entity,
    /// As a typographic mark, behind backslashes or not.
    Typographic,
}

/// The quotation mark that stands first behind each opening brace and bracket, where one stands there.
pub(super) fn quotes(text: &str) -> impl Iterator<Item = Quote> {
    let mut at = 0usize;
    core::iter::from_fn(move || {
        loop {
            let rest = text.as_bytes().get(at..)?;
            let found = rest.iter().position(|byte| matches!(byte, b'{' | b'['))?;
            at = at.saturating_add(found).saturating_add(1);
            if let Some(quote) = text.get(at..).and_then(quote) {
                return Some(quote);
            }
        }
    })
}

/// The quotation mark that a text begins with, behind white space and printed line ends.
pub(super) fn quote(text: &str) -> Option<Quote> {
    /// The most that is passed over, in bytes: an indented line, escaped a few times.
    const LONGEST: usize = 256;
    let mut rest = text;
    // Nobody prints a line end within plain JSON.
    let (mut is_escaped, mut is_printed) = (false, false);
    while text.len().saturating_sub(rest.len()) < LONGEST {
        rest = behind_signs(rest);
        let sign = rest.trim_start_matches('\\');
        is_escaped = sign.len() < rest.len();
        let Some(behind) = sign.strip_prefix(['n', 'r', 't']).filter(|_| is_escaped) else {
            rest = sign;
            break;
        };
        rest = behind;
        (is_escaped, is_printed) = (false, true);
    }
    if rest.starts_with('"') {
        return Some(if is_escaped || is_printed { Quote::Escaped } else { Quote::Plain });
    }
    if is_escaped && rest.starts_with("u0022") {
        return Some(Quote::Escaped);
    }
    if rest.starts_with(TYPOGRAPHIC) {
        return Some(Quote::Typographic);
    }
    is_entity(rest, ENTITIES).then_some(Quote::Entity)
}

/// What stands behind white space, and behind the signs that a quotation has before each line.
fn behind_signs(text: &str) -> &str {
    let mut rest = text.trim_start_matches([' ', '\t', '\r', '\n']);
    let is_new_line = |rest: &str| {
        text.get(..text.len().saturating_sub(rest.len()))
            .is_some_and(|before| before.contains('\n'))
    };
    while is_new_line(rest) {
        let behind = if is_entity(rest, &["gt;", "lt;"]) {
            rest.split_once("t;").map_or("", |(_, behind)| behind)
        } else {
            rest.trim_start_matches(['>', '<'])
        };
        let behind = behind.trim_start_matches([' ', '\t', '\r', '\n']);
        if behind.len() == rest.len() {
            break;
        }
        rest = behind;
    }
    rest
}

/// Whether a text begins with one of these entities, written as text once more or not.
pub(super) fn is_entity(text: &str, names: &[&str]) -> bool {
    text.strip_prefix('&').is_some_and(|rest| {
        let name = rest.trim_start_matches(AMPERSAND);
        names.iter().any(|known| name.starts_with(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Quote]) {
        assert_eq!(quotes(text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn quotation_marks_behind_brackets() {
        check("{\"a\":[\n \"b\"]} {} [1]", &[Quote::Plain, Quote::Plain]);
        check(r#"{\"a\":[ \\\"b\\\"]} {\n  \"c\" {\\r\\n \\\"d\\\""#, &[Quote::Escaped; 4]);
        check(r"{\u0022a\u0022:1} {\name}", &[Quote::Escaped]);
        check(r"{&quot;a [\&amp;amp;#34;b {&amp;lt;", &[Quote::Entity; 2]);
        check("{\n> \"a [\n&gt; &amp;gt;  &quot;b", &[Quote::Plain, Quote::Entity]);
        check(r"{“a [ \„b", &[Quote::Typographic; 2]);
    }
}
