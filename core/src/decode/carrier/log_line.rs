//! Lines of a log: access logs, `key=value` pairs, JSON lines, what clients say in exceptions, and codes
//! that a line calls codes.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Piece, bare, client_exception, extent, has_room, json_object, request, too_many};
use crate::decode::output::Notice;
use crate::decode::unwrap::Unwrapped;
use crate::span::Rewriting;

pub(crate) const NAME: &str = "log-line";
/// The longest line in which a status is looked for word by word.
const MAX_LINE: usize = 16_384;

/// Names of keys that hold an HTTP status.
const KEYS: &[&str] = &[
    "status",
    "status_code",
    "statuscode",
    "http_status",
    "httpstatus",
    "http_status_code",
    "response_status",
    "responsestatus",
    "sc-status",
    "http.status_code",
    "http.response.status_code",
    "response_code",
    "rc",
];

/// Takes a text of which at least one line tells of a response.
pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let mut pieces = Vec::new();
    read(source, 0..source.text.len(), &mut pieces, notices).then_some(pieces)
}

/// Adds what the lines of a stretch tell; false where none tells of a response.
pub(super) fn read<'a>(
    source: &'a Unwrapped<'_>,
    range: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> bool {
    let text: &str = &source.text;
    let mut found: Vec<Piece<'a>> = Vec::new();
    let mut words: Vec<Piece<'a>> = Vec::new();
    let mut at = range.start;
    let mut lines = 0usize;
    let mut limited = false;
    while at < range.end {
        let rest = text.get(at..range.end).unwrap_or_default();
        let length = rest.find('\n').map_or(rest.len(), |end| end.saturating_add(1));
        let line = at..at.saturating_add(length);
        at = line.end;
        let shown = text.get(line.clone()).unwrap_or_default();
        if shown.trim().is_empty() {
            continue;
        }
        lines = lines.saturating_add(1);
        if !has_number(shown) && !shown.contains(['{', '<']) {
            continue;
        }
        if pieces.len().saturating_add(found.len()) >= super::MAX_RESPONSES {
            too_many(source, line.start, notices);
            limited = true;
            break;
        }
        let before = found.len();
        let end = read_line(source, line.clone(), range.end, &mut found, notices);
        at = at.max(end);
        if found.len() == before && names_code(shown) {
            words.push(Piece::slice(source, line, bare::NAME));
        }
    }
    // Prose that names a code once, or holds one content, is better read as a whole.
    let told = found.len().saturating_add(words.len());
    let has_status = found.iter().any(|piece| !piece.is_slice());
    if !has_status && (lines < 3 || told < 2) && !limited {
        return false;
    }
    let room = super::MAX_RESPONSES.saturating_sub(pieces.len());
    found.extend(words);
    found.sort_by_key(|piece| piece.origin.span(0, 1).start);
    found.truncate(room);
    debug_assert!(has_room(pieces) || found.is_empty());
    pieces.append(&mut found);
    true
}

/// Whether a number of three to five digits stands in a line by itself: without one there is nothing to read.
fn has_number(line: &str) -> bool {
    let mut digits = 0usize;
    for byte in line.bytes().chain([b' ']) {
        if byte.is_ascii_digit() {
            digits = digits.saturating_add(1);
        } else {
            if (3..=5).contains(&digits) {
                return true;
            }
            digits = 0;
        }
    }
    false
}

/// Whether a line calls a number a code or an error: `code 4071`, `ERROR: 4010`.
fn names_code(line: &str) -> bool {
    ["code", "Code", "CODE", "error", "Error", "ERROR"].iter().any(|cue| {
        line.match_indices(cue).any(|(at, cue)| {
            let behind = line.get(at.saturating_add(cue.len())..).unwrap_or_default();
            let number = behind.trim_start_matches([' ', ':', '=', '\'', '"', '#', '(', '[']);
            behind.len().saturating_sub(number.len()) <= 4
                && number.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

/// Reads one line, and content that goes on below it; returns where reading ended.
fn read_line<'a>(
    source: &'a Unwrapped<'_>,
    line: Range<usize>,
    limit: usize,
    found: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> usize {
    let text: &str = &source.text;
    let shown = text.get(line.clone()).unwrap_or_default();
    let shown =
        shown.get(..shown.floor_char_boundary(MAX_LINE.min(shown.len()))).unwrap_or_default();
    let content = content(text, shown, line.clone(), limit);
    let status = client_exception::status(shown).or_else(|| access_log(shown)).or_else(|| {
        let head = content.clone().map_or(shown, |content| {
            text.get(line.start..content.start.min(line.end)).unwrap_or_default()
        });
        key_value(head)
    });
    let Some(status) = status else {
        let Some(content) = content else { return line.end };
        let read = json_object::read(source, content.clone(), found, notices);
        if read == json_object::Found::Nothing {
            let piece = Piece::slice(source, content.clone(), NAME);
            found.push(
                piece.answering(request::find(source, line.clone())).within(source, line.clone()),
            );
        }
        return content.end.max(line.end);
    };
    let mut message = Rewriting::new(text);
    let start = line.start.saturating_add(status.start);
    message.put("HTTP ", start..start);
    message.keep(start..line.start.saturating_add(status.end));
    if let Some(reason) = reason(shown.get(status.end..).unwrap_or_default()) {
        let from = line.start.saturating_add(status.end).saturating_add(reason.start);
        message.put(" ", from..from);
        message.keep(from..from.saturating_add(reason.len()));
    }
    message.put("\n", line.end..line.end);
    let fields_end = keep_fields(&mut message, line.clone(), limit);
    let content = content.or_else(|| below(text, shown, fields_end, limit));
    message.put("\n", fields_end..fields_end);
    let end = content.as_ref().map_or(fields_end, |content| content.end.max(line.end));
    if let Some(content) = content {
        message.keep(content);
    }
    let request = request::find(source, line.clone());
    found.push(Piece::made(source, message, NAME).answering(request).within(source, line));
    end
}

/// JSON or markup that begins in a line and may go on below it.
fn content(text: &str, shown: &str, line: Range<usize>, limit: usize) -> Option<Range<usize>> {
    let begins = |(at, _): (usize, &str)| {
        let rest = shown.get(at.saturating_add(1)..)?.trim_start();
        let is_json =
            shown.get(at..)?.starts_with('{') && (rest.starts_with('"') || rest.is_empty());
        let is_markup = [
            "?xml",
            "soap",
            "SOAP",
            "s:Env",
            "RestServiceFault",
            "ErrorResult",
            "!DOCTYPE",
            "html",
            "OperationOutcome",
            "problem",
        ]
        .iter()
        .any(|name| {
            rest.starts_with(name) && shown.get(at..).is_some_and(|tag| tag.starts_with('<'))
        });
        (is_json || is_markup).then_some(at)
    };
    let at = shown.match_indices(['{', '<']).find_map(begins)?;
    let start = line.start.saturating_add(at);
    let rest = text.get(start..limit)?;
    // Content that never closes ends with its line.
    let length = extent::end(rest).unwrap_or_else(|| line.end.saturating_sub(start));
    Some(start..start.saturating_add(length))
}

/// Content that begins below a line which announces it.
fn below(text: &str, shown: &str, end: usize, limit: usize) -> Option<Range<usize>> {
    if !shown.trim_end().ends_with([':', '=']) {
        return None;
    }
    let rest = text.get(end..limit)?;
    let lead = rest.len().saturating_sub(rest.trim_start().len());
    let content = rest.get(lead..).filter(|rest| rest.starts_with(['{', '[', '<']))?;
    let start = end.saturating_add(lead);
    Some(start..extent::end(content).map_or(limit, |length| start.saturating_add(length)))
}

/// Fields that .NET prints in braces below `Headers:`; returns where they end.
fn keep_fields(message: &mut Rewriting<'_>, line: Range<usize>, limit: usize) -> usize {
    let text = message.source();
    let announces =
        text.get(line.clone()).is_some_and(|line| line.trim_end().ends_with("Headers:"));
    let rest = text.get(line.end..limit).unwrap_or_default();
    let Some(opening) = rest
        .find('{')
        .filter(|at| announces && rest.get(..*at).is_some_and(|lead| lead.trim().is_empty()))
    else {
        return line.end;
    };
    let begin = line.end.saturating_add(opening).saturating_add(1);
    let inner = text.get(begin..limit).unwrap_or_default();
    let Some(length) = inner.find('}') else { return line.end };
    let mut at = begin;
    for field in inner.get(..length).unwrap_or_default().split_inclusive('\n') {
        let lead = field.len().saturating_sub(field.trim_start().len());
        if field.contains(": ") {
            message.keep(at.saturating_add(lead)..at.saturating_add(field.len()));
        }
        at = at.saturating_add(field.len());
    }
    begin.saturating_add(length).saturating_add(1)
}

/// The status of the common and the combined log format: `"GET / HTTP/1.1" 401 12`.
fn access_log(line: &str) -> Option<Range<usize>> {
    let at = line.match_indices("HTTP/").find_map(|(at, _)| {
        let quote = line.get(at..)?.find('"').filter(|length| *length <= 8)?;
        Some(at.saturating_add(quote).saturating_add(1))
    })?;
    let rest = line.get(at..)?;
    let start = at.saturating_add(rest.len().saturating_sub(rest.trim_start().len()));
    digits(line, start)
}

/// The value of a key that holds a status: `status=401`, `"status": 401`, `StatusCode='401'`.
fn key_value(line: &str) -> Option<Range<usize>> {
    line.match_indices(['=', ':']).find_map(|(at, _)| {
        let name = line.get(..at)?.trim_end_matches(['"', '\'', ' ']);
        let length = name
            .bytes()
            .rev()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
            .count();
        let name = name.get(name.len().saturating_sub(length)..)?;
        if !KEYS.iter().any(|key| key.eq_ignore_ascii_case(name)) {
            return None;
        }
        // "Status: 250 units" is prose, which is read elsewhere; `"status": 401` is a log.
        let is_prose = line.get(at..)?.starts_with(':')
            && name.eq_ignore_ascii_case("status")
            && line.get(..at)?.ends_with(|c: char| c.is_ascii_alphabetic());
        if is_prose {
            return None;
        }
        let value = line.get(at.saturating_add(1)..)?;
        let lead = value.len().saturating_sub(value.trim_start_matches([' ', '"', '\'']).len());
        digits(line, at.saturating_add(1).saturating_add(lead))
    })
}

/// Three digits that can be an HTTP status, and nothing that belongs to them behind.
fn digits(line: &str, start: usize) -> Option<Range<usize>> {
    let range = start..start.saturating_add(3);
    let number = line.get(range.clone())?;
    let behind = line.get(range.end..)?;
    let is_status = number.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(number.bytes().next(), Some(b'1'..=b'9'));
    let is_part = behind.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        || behind.starts_with(['.', '-', '/'])
            && behind.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (is_status && !is_part).then_some(range)
}

/// What clients write between the status and its reason phrase.
const LEADS: &[&str] = &[", ReasonPhrase: '", " Client Error: ", " Server Error: "];

/// The reason phrase behind a status: words with a capital, up to whatever is no word.
fn reason(behind: &str) -> Option<Range<usize>> {
    let lead = behind.len().saturating_sub(
        LEADS
            .iter()
            .find_map(|lead| behind.strip_prefix(lead))
            .unwrap_or(behind)
            .trim_start_matches([' ', '(', ')', ':'])
            .len(),
    );
    let rest = behind.get(lead..)?;
    let length = rest
        .find(|c: char| !(c.is_ascii_alphabetic() || matches!(c, ' ' | '-')))
        .unwrap_or(rest.len());
    let phrase = rest.get(..length)?;
    let phrase = phrase.split(" for ").next()?.trim_end();
    let is_phrase = phrase.len() >= 2
        && phrase.split(' ').count() <= 5
        && phrase.split(' ').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    is_phrase.then(|| lead..lead.saturating_add(phrase.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: Option<Range<usize>>, line: &str, expected: Option<&str>) {
        assert_eq!(found.and_then(|range| line.get(range)), expected, "{line}");
    }

    #[test]
    fn status_in_lines() {
        let line = "192.0.2.1 - - [21/Nov/2026:07:00:00 +0000] \"POST /api HTTP/1.1\" 401 150";
        check(access_log(line), line, Some("401"));
        for line in ["level=error status=401 x=1", "a=b \"status_code\": 401,", "StatusCode='401'"]
        {
            check(key_value(line), line, Some("401"));
        }
        for line in ["status=4010", "status=401ms", "order_status=401", "status=401.5", "took=401"]
        {
            check(key_value(line), line, None);
        }
    }

    #[test]
    fn reason_phrases() {
        check(reason(" Not Found for url"), " Not Found for url", Some("Not Found"));
        check(reason(" (Unauthorized)."), " (Unauthorized).", Some("Unauthorized"));
        check(reason(" ms later"), " ms later", None);
    }
}
