//! Fields of a message, `Authorization: …`, wherever a paste can hold them: their values are masked whole.

use core::ops::Range;

use super::joined;
use super::mask::placeholder_end;
use super::quote::{self, Quote};
use super::text::{Text, is_line_end, is_name, is_space, is_token};
use super::value::{self, Join, Joint, Ranges, Value};

/// The longest row of marks before a field that still counts as the start of a line.
const LONGEST_LEAD: usize = 40;

/// Schemes whose parameters go on to the end of the line.
const SCHEMES_WITH_PARAMETERS: &[&str] =
    &["digest", "aws4-hmac-sha256", "oauth", "signature", "hawk", "ntlm", "negotiate", "mac"];

/// Schemes before one token.
const SCHEMES: &[&str] = &["bearer", "basic", "token", "apikey", "jwt", "ssws", "key"];

/// Whether nothing but the marks of `curl`, wget and mail quoting stands before a place in its line.
pub(super) fn starts_line(text: Text<'_>, at: usize) -> bool {
    let lead = text.run_before(at, LONGEST_LEAD, |byte| {
        is_space(byte) || matches!(byte, b'<' | b'>' | b'*' | b'|' | b'#')
    });
    text.before(at.saturating_sub(lead)).is_none_or(is_line_end)
}

/// The values of the field whose name begins at a place.
pub(super) fn values(text: Text<'_>, name: usize, join: &Join, escape: Option<u32>) -> Ranges {
    let whole = |end: usize| Ranges::from(text.trim(join.value..end));
    if join.is_quoted || join.joint == Joint::Comma {
        return match value::read(text, join.value) {
            Value::Quoted(range) => string(text, range),
            Value::Bare(range) if !value::is_prose(text, &range) => range.into(),
            Value::List(ranges) => ranges.into(),
            Value::Bare(_) | Value::Opens => Ranges::default(),
        };
    }
    if join.joint == Joint::Colon && starts_line(text, name) {
        let line = join.value..text.run(join.value, |byte| !is_line_end(byte));
        if let Some(end) = aside(text, line) {
            return whole(end);
        }
        return whole(value_end(text, name, join.value));
    }
    if join.joint == Joint::Column {
        return whole(
            text.run(join.value, |byte| !is_line_end(byte) && !matches!(byte, b'\t' | b'|')),
        );
    }
    if let Some(open) = quote::before(text, name) {
        let end = quote::close(text, open.at(join.value));
        return text.trim(escaped_end(text, join.value..end)).into();
    }
    if text.before(name) == Some(b'[') {
        let start = placeholder_end(text, join.value).unwrap_or(join.value);
        return whole(text.run(start, |byte| byte != b']' && !is_line_end(byte)));
    }
    if let Some(level) = escape {
        let open = Quote::double(level, join.value);
        return text.trim(escaped_end(text, join.value..quote::close(text, open))).into();
    }
    match value::read(text, join.value) {
        Value::Quoted(range) => string(text, range),
        Value::List(ranges) => ranges.into(),
        Value::Opens => Ranges::default(),
        Value::Bare(range) => in_text(text, range),
    }
}

/// A string; where it is a scheme alone, the string that code joins to it.
pub(super) fn string(text: Text<'_>, inside: Range<usize>) -> Ranges {
    let said = text.slice(inside.clone());
    let is_scheme = said.ends_with(' ')
        && SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(said.trim()));
    if is_scheme {
        joined::behind(text, inside.end).map(Ranges::from).unwrap_or_default()
    } else {
        inside.into()
    }
}

/// A field in running text: its scheme and the token behind it, and no more of the sentence.
fn in_text(text: Text<'_>, word: Range<usize>) -> Ranges {
    let first = text.slice(word.clone());
    let is_one_of =
        |schemes: &[&str]| schemes.iter().any(|scheme| first.eq_ignore_ascii_case(scheme));
    if is_one_of(SCHEMES_WITH_PARAMETERS) {
        let end = text.run(word.end, |byte| !is_line_end(byte));
        return text.trim(word.start..end).into();
    }
    if is_one_of(SCHEMES) {
        let start = text.run(word.end, is_space);
        let end = text.run(start, is_token).max(value::bare_end(text, start));
        return text.trim(word.start..end).into();
    }
    if first.contains('=') {
        return (word.start..pairs_end(text, word.end)).into();
    }
    if !value::is_prose(text, &word) {
        return word.into();
    }
    Ranges::default()
}

/// Where the last of several pairs ends: `a=b; c=d`.
pub(super) fn pairs_end(text: Text<'_>, mut end: usize) -> usize {
    while text.byte(end) == Some(b';') {
        let name = text.run(end.saturating_add(1), is_space);
        let sign = text.run(name, is_name);
        if sign == name || text.byte(sign) != Some(b'=') {
            break;
        }
        end = value::bare_end(text, sign.saturating_add(1));
    }
    end
}

/// What stands behind a value in its line and is no part of it: `Authorization: … - 401 Unauthorized`.
const ASIDES: &[&str] = &["- ", "-> ", "--> ", "=> ", "{\"", "{“", "{&quot;", "HTTP/", "→"];

/// Where the value ends of a field in whose line something else is told.
fn aside(text: Text<'_>, line: Range<usize>) -> Option<usize> {
    let mut is_quoted = false;
    let mut has_brace = false;
    let mut end = line.start;
    while let Some(byte) = text.byte(end).filter(|_| end < line.end) {
        is_quoted ^= byte == b'"';
        has_brace |= byte == b'{';
        let next = end.saturating_add(1);
        if byte == b' ' && !is_quoted && end > line.start && is_aside(text, next) {
            let is_value = match text.byte(next) {
                // Of an object that is the value of a cookie.
                Some(b'{') => has_brace,
                Some(b'-' | b'=' | 0xe2) => is_followed_by_pair(text.slice(next..line.end)),
                _ => false,
            };
            return (!is_value).then_some(end);
        }
        end = next;
    }
    None
}

/// Whether another cookie or parameter stands behind a sign: then the sign is a part of the value.
fn is_followed_by_pair(rest: &str) -> bool {
    let told = rest.split(['<', '{', '"']).next().unwrap_or_default();
    told.split(';').skip(1).any(|part| {
        part.trim_start().split_once('=').is_some_and(|(name, _)| name.bytes().all(is_name))
    })
}

fn is_aside(text: Text<'_>, at: usize) -> bool {
    let first = text.byte(at).unwrap_or_default();
    if first.is_ascii_digit() {
        // `401 Unauthorized`
        let end = text.run(at, |byte| byte.is_ascii_digit());
        return end.saturating_sub(at) == 3
            && text.byte(end) == Some(b' ')
            && text.byte(end.saturating_add(1)).is_some_and(|byte| byte.is_ascii_uppercase());
    }
    if first == b'<' {
        let next = text.byte(at.saturating_add(1));
        return next.is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'?');
    }
    matches!(first, b'-' | b'=' | b'{' | b'H' | b'h' | 0xe2)
        && ASIDES.iter().any(|aside| text.has(at, aside))
}

/// The end of the line, and of the lines that continue it (RFC 9112, section 5.2).
fn value_end(text: Text<'_>, name: usize, start: usize) -> usize {
    let is_indented = text.before(name).is_some_and(|byte| !is_line_end(byte));
    let mut end = text.run(start, |byte| !is_line_end(byte));
    loop {
        let next = end.saturating_add(match (text.byte(end), text.byte(end.saturating_add(1))) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(_), _) => 1,
            (None, _) => return end,
        });
        if let Some(wrapped) = wrapped(text, start..end, next) {
            end = wrapped;
            continue;
        }
        let content = text.run(next, is_space);
        let is_blank = text.byte(content).is_none_or(is_line_end);
        // In the lists of wget every line is indented, so none continues another.
        if is_indented || content == next || is_blank {
            return end;
        }
        let line = content..text.run(content, |byte| !is_line_end(byte));
        if !continues(text.slice(start..end), text.slice(line.clone())) {
            return end;
        }
        end = line.end;
    }
}

/// Where the rest of a token ends that a mail program broke at its dot; the rest begins in the next line.
fn wrapped(text: Text<'_>, value: Range<usize>, next: usize) -> Option<usize> {
    const SHORTEST: usize = 16;
    let start = text.run(next, |byte| is_space(byte) || byte == b'>');
    let end = text.run(start, is_token);
    let value = text.slice(value).trim_end();
    let is_cut = value.ends_with('.') || text.byte(start) == Some(b'.');
    let token = value.rsplit(' ').next().unwrap_or_default();
    let is_long = |length: usize| length >= SHORTEST;
    let is_whole = text.byte(end).is_none_or(is_line_end);
    (is_cut && is_whole && is_long(token.len()) && is_long(end.saturating_sub(start)))
        .then_some(end)
}

/// Whether an indented line goes on with the value before it, and does not say what became of the request:
/// the next parameter behind a comma, or the rest of a long token.
fn continues(value: &str, line: &str) -> bool {
    /// Shorter ones are words.
    const SHORTEST: usize = 16;
    let line = line.trim();
    if let Some((name, rest)) = line.split_once('=')
        && value.trim_end().ends_with([',', ';'])
    {
        let is_code = matches!(rest.len(), 3 | 4) && rest.bytes().all(|byte| byte.is_ascii_digit());
        return !name.is_empty() && name.bytes().all(is_name) && !is_code;
    }
    let token = line.trim_end_matches('=');
    token.len() >= SHORTEST
        && !token.starts_with('/')
        && token.bytes().all(|byte| is_token(byte) && byte != b'=')
        && token.bytes().any(|byte| byte.is_ascii_digit())
        && token.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Up to the first line end that is written as `\r` or `\n`.
pub(super) fn escaped_end(text: Text<'_>, range: Range<usize>) -> Range<usize> {
    let content = text.slice(range.clone());
    let ends = ["\\r", "\\n"].iter().filter_map(|end| content.find(end));
    let length = ends.min().unwrap_or(content.len());
    let content = content.get(..length).unwrap_or_default().trim_end_matches('\\');
    range.start..range.start.saturating_add(content.len())
}

/// Where a line end stops that begins at a place, written as it is or escaped any number of times.
pub(in crate::redact) fn line_end(text: Text<'_>, at: usize) -> Option<usize> {
    let one = |at: usize, plain: u8, escaped: u8| {
        let run = text.run(at, |byte| byte == b'\\');
        let wanted = if run == at { plain } else { escaped };
        (text.byte(run) == Some(wanted)).then(|| run.saturating_add(1))
    };
    one(one(at, b'\r', b'r').unwrap_or(at), b'\n', b'n')
}
