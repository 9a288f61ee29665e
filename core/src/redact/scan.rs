//! Finds what has to be masked: values behind names, and values by their shape. One pass over the text,
//! by hand, since patterns over pasted text can be made to take for ever.

use alloc::vec::Vec;
use core::ops::Range;

use super::mask::is_placeholder;
use super::rules::{self, CREDENTIALS, EMAIL, KEY_PREFIXES, Kind, PHONE, SECRET, SSN, TOKEN};

/// The longest value that is looked at; longer ones are masked up to here and on from there.
const MAX_VALUE: usize = 65_536;

/// Every stretch to mask, in order and apart from one another.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, Kind)> {
    let mut found = Vec::new();
    let mut at = 0usize;
    while at < text.len() {
        match next(text, at) {
            Some((range, kind)) if range.end > at => {
                at = range.end;
                let value = text.get(range.clone()).unwrap_or_default();
                if !value.is_empty() && !is_placeholder(value) {
                    found.push((range, kind));
                }
            }
            _ => at = after_character(text, at),
        }
    }
    found
}

/// What begins at a place, if anything does.
fn next(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let before = text.get(..at)?.chars().next_back();
    let first = text.get(at..)?.chars().next()?;
    if before.is_some_and(is_name_character)
        || !(is_name_character(first) || first == '+' || first == '(')
    {
        return None;
    }
    let name_end = at.saturating_add(run(text.get(at..)?, |c| is_name_character(c) || c == ':'));
    let starts_line = before.is_none_or(|c| matches!(c, '\n' | '\r'));
    if starts_line && let Some(found) = field_value(text, at) {
        return Some(found);
    }
    let plain_end = at.saturating_add(run(text.get(at..)?, is_name_character));
    let name = text.get(at..plain_end)?;
    if let Some(kind) = rules::member(name)
        && let Some(range) = value_behind_name(text, plain_end)
    {
        return Some((range, kind));
    }
    if let Some(kind) =
        text.get(at..name_end).filter(|name| name.contains(':')).and_then(rules::member)
        && let Some(range) = value_behind_name(text, name_end)
    {
        return Some((range, kind));
    }
    by_shape(text, at, name)
}

/// `Authorization: …` at the start of a line.
fn field_value(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let line = text.get(at..)?.split(['\n', '\r']).next()?;
    let (name, value) = line.split_once(':')?;
    let kind = rules::field(name.trim())?;
    let lead = value.len().saturating_sub(value.trim_start().len());
    let start = at.saturating_add(name.len()).saturating_add(1).saturating_add(lead);
    Some((start..start.saturating_add(value.trim().len()), kind))
}

/// The value behind a name: `": "value"`, `=value`, `>value<`.
fn value_behind_name(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text.get(end..)?;
    let mut offset = usize::from(rest.starts_with(['"', '\'']));
    offset = offset.saturating_add(run(rest.get(offset..)?, |c| c == ' '));
    let sign = rest.get(offset..)?.chars().next()?;
    if !matches!(sign, ':' | '=' | '>') {
        return None;
    }
    offset = offset.saturating_add(1);
    if sign != '>' {
        offset = offset.saturating_add(run(rest.get(offset..)?, |c| c == ' ' || c == '\t'));
    }
    let value = rest.get(offset..)?;
    let start = end.saturating_add(offset);
    let (skip, length): (usize, usize) = match value.chars().next()? {
        quote @ ('"' | '\'') => (1, quoted(value.get(1..)?, quote)),
        _ if sign == '>' => (0, run(value, |c| c != '<')),
        // What was masked before stays as it is.
        '[' if placeholder(value) > 0 => (0, placeholder(value)),
        // Numbers stand bare in JSON; a list or an object is read member by member.
        '{' | '[' => return None,
        _ => (
            0,
            run(value, |c| {
                !c.is_whitespace() && !matches!(c, '&' | ',' | ';' | '}' | ']' | '"' | '<' | ')')
            }),
        ),
    };
    let bare = value.get(skip..skip.saturating_add(length))?;
    if matches!(bare, "" | "null" | "true" | "false") || bare.trim().is_empty() {
        return None;
    }
    let start = start.saturating_add(skip);
    Some(start..start.saturating_add(length))
}

fn by_shape(text: &str, at: usize, name: &str) -> Option<(Range<usize>, Kind)> {
    let rest = text.get(at..)?;
    for scheme in ["Bearer ", "Basic "] {
        let is_scheme =
            rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        let value = rest.get(scheme.len()..).unwrap_or_default();
        let length = run(value, is_token_character);
        if is_scheme && length >= 16 {
            let start = at.saturating_add(scheme.len());
            return Some((start..start.saturating_add(length), CREDENTIALS));
        }
    }
    let token = run(rest, is_token_character);
    let value = rest.get(..token)?;
    if value.starts_with("eyJ") && value.len() >= 20 && value.matches('.').count() >= 1 {
        return Some((at..at.saturating_add(token), TOKEN));
    }
    if KEY_PREFIXES.iter().any(|prefix| value.starts_with(prefix)) && value.len() >= 16 {
        return Some((at..at.saturating_add(token), SECRET));
    }
    email(rest)
        .map(|length| (at..at.saturating_add(length), EMAIL))
        .or_else(|| digits(rest, "###-##-####").map(|length| (at..at.saturating_add(length), SSN)))
        .or_else(|| phone(rest).map(|length| (at..at.saturating_add(length), PHONE)))
        .filter(|_| !name.is_empty() || rest.starts_with(['+', '(']))
}

/// The length of an e-mail address at the start of a text.
fn email(rest: &str) -> Option<usize> {
    let local =
        run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-'));
    if local == 0 || !rest.get(local..)?.starts_with('@') {
        return None;
    }
    let domain_start = local.saturating_add(1);
    let domain =
        run(rest.get(domain_start..)?, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let text =
        rest.get(domain_start..domain_start.saturating_add(domain))?.trim_end_matches(['.', '-']);
    let (_, top) = text.rsplit_once('.')?;
    let is_domain = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_domain.then(|| domain_start.saturating_add(text.len()))
}

/// The length of a North American phone number with separators at the start of a text.
fn phone(rest: &str) -> Option<usize> {
    const FORMS: &[&str] = &[
        "+1 (###) ###-####",
        "+1 ###-###-####",
        "+1-###-###-####",
        "+1 ### ### ####",
        "+1##########",
        "(###) ###-####",
        "(###)###-####",
        "###-###-####",
        "###.###.####",
    ];
    FORMS.iter().find_map(|form| digits(rest, form))
}

/// Whether a text begins with a form in which `#` stands for a digit, and no digit follows.
fn digits(rest: &str, form: &str) -> Option<usize> {
    let fits = rest.len() >= form.len()
        && form.bytes().zip(rest.bytes()).all(|(wanted, byte)| {
            if wanted == b'#' { byte.is_ascii_digit() } else { wanted == byte }
        });
    let after = rest.get(form.len()..).unwrap_or_default();
    let goes_on = after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    (fits && !goes_on).then_some(form.len())
}

/// The length of a placeholder at the start of a text.
fn placeholder(value: &str) -> usize {
    let length = value.find(']').map_or(0, |end| end.saturating_add(1));
    if value.get(..length).is_some_and(is_placeholder) { length } else { 0 }
}

/// The length of a quoted value, its closing quotation mark not counted.
fn quoted(value: &str, quote: char) -> usize {
    let mut escaped = false;
    for (offset, character) in value.char_indices() {
        if character == quote && !escaped || offset >= MAX_VALUE {
            return offset;
        }
        escaped = character == '\\' && !escaped;
    }
    value.len()
}

/// How many bytes at the start of a text are of one sort.
fn run(text: &str, is_wanted: impl Fn(char) -> bool) -> usize {
    let end = text
        .char_indices()
        .find(|(offset, character)| !is_wanted(*character) || *offset >= MAX_VALUE);
    end.map_or(text.len(), |(offset, _)| offset)
}

fn is_name_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

fn is_token_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+' | '/' | '=' | '~')
}

fn after_character(text: &str, at: usize) -> usize {
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    at.saturating_add(length)
}
