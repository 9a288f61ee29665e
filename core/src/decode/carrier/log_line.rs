//! Lines of a log: access logs, `key=value` pairs, JSON lines, what clients say in exceptions, and codes
//! that a line calls codes.

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    Piece, bare, client_exception, extent, has_room, json_object, numbers, request, too_many,
};
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
        let opens_content = shown.bytes().any(|byte| matches!(byte, b'{' | b'<'));
        if !opens_content && numbers::runs(shown).next().is_none() {
            continue;
        }
        if pieces.len().saturating_add(found.len()) >= super::MAX_PIECES {
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
    let room = super::MAX_PIECES.saturating_sub(pieces.len());
    found.extend(words);
    found.sort_by_key(|piece| piece.origin.span(0, 1).start);
    found.truncate(room);
    debug_assert!(has_room(pieces) || found.is_empty());
    pieces.append(&mut found);
    true
}

/// Whether a line calls a number a code or an error: `code 4071`, `ERROR: 4010`.
fn names_code(line: &str) -> bool {
    const CUES: &[&str] = &["code", "Code", "CODE", "error", "Error", "ERROR"];
    numbers::runs(line).any(|digits| {
        let before = line.get(..digits.start).unwrap_or_default();
        let cue = before.trim_end_matches([' ', ':', '=', '\'', '"', '#', '(', '[']);
        before.len().saturating_sub(cue.len()) <= 4 && CUES.iter().any(|known| cue.ends_with(known))
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
    // In front of content only: what the content says is read as content.
    let head = content.clone().map_or(shown, |content| {
        text.get(line.start..content.start.min(line.end)).unwrap_or_default()
    });
    let by = |names: fn(&str, &Range<usize>) -> bool, text: &str| {
        numbers::statuses(text).find(|digits| names(text, digits))
    };
    let status = by(client_exception::names, shown)
        .or_else(|| by(access_log, shown))
        .or_else(|| by(key_value, head));
    let Some(status) = status else {
        let Some(content) = content else { return line.end };
        if !tells_of_outcome(text.get(content.clone()).unwrap_or_default()) {
            return content.end.max(line.end);
        }
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

/// Whether content can say how anything ended; the rest of a log need not be looked at closely.
pub(super) fn tells_of_outcome(content: &str) -> bool {
    /// How words begin, in lower case, of which an answer uses one at least.
    const CUES: &[&str] = &[
        "error",
        "fault",
        "exception",
        "code",
        "status",
        "success",
        "message",
        "detail",
        "issue",
        "title",
    ];
    let bytes = content.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        matches!(byte | 0x20, b'e' | b'f' | b'c' | b's' | b'm' | b'd' | b'i' | b't')
            && CUES.iter().any(|cue| {
                bytes
                    .get(at..at.saturating_add(cue.len()))
                    .is_some_and(|word| word.eq_ignore_ascii_case(cue.as_bytes()))
            })
    })
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
fn access_log(line: &str, digits: &Range<usize>) -> bool {
    let before = line.get(..digits.start).unwrap_or_default().trim_end_matches(' ');
    let Some(request) = before.strip_suffix('"') else { return false };
    request.rfind("HTTP/").is_some_and(|at| request.len().saturating_sub(at) <= 8)
}

/// The value of a key that holds a status: `status=401`, `"status": 401`, `StatusCode='401'`.
fn key_value(line: &str, digits: &Range<usize>) -> bool {
    let before = line.get(..digits.start).unwrap_or_default().trim_end_matches([' ', '"', '\'']);
    let Some(name) = before.strip_suffix(['=', ':']) else { return false };
    let is_quoted = name.ends_with(['"', '\'']);
    let name = name.trim_end_matches(['"', '\'', ' ']);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    let length = name.bytes().rev().take_while(is_name).count();
    let name = name.get(name.len().saturating_sub(length)..).unwrap_or_default();
    // "Status: 250 units" is prose, which is read elsewhere; `"status": 401` is a log.
    let is_prose = before.ends_with(':') && !is_quoted && name.eq_ignore_ascii_case("status");
    !is_prose && KEYS.iter().any(|key| key.eq_ignore_ascii_case(name))
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
    fn check(names: fn(&str, &Range<usize>) -> bool, line: &str, expected: Option<&str>) {
        let status = numbers::statuses(line).find(|digits| names(line, digits));
        assert_eq!(status.and_then(|digits| line.get(digits)), expected, "{line}");
    }

    #[test]
    fn status_in_lines() {
        let line = "192.0.2.1 - - [21/Nov/2026:07:00:00 +0000] \"POST /api HTTP/1.1\" 401 150";
        check(access_log, line, Some("401"));
        for line in ["level=error status=401 x=1", "a=b \"status_code\": 401,", "StatusCode='401'"]
        {
            check(key_value, line, Some("401"));
        }
        for line in [
            "status=4010",
            "status=401ms",
            "order_status=401",
            "status=401.5",
            "took=401",
            "Status: 250 units",
        ] {
            check(key_value, line, None);
        }
    }

    #[test]
    fn reason_phrases() {
        for (behind, expected) in [
            (" Not Found for url", Some("Not Found")),
            (" (Unauthorized).", Some("Unauthorized")),
            (" ms later", None),
        ] {
            assert_eq!(reason(behind).and_then(|range| behind.get(range)), expected);
        }
    }
}
