//! Where a line of a log names the status of a response, and the reason phrase behind it.

use alloc::vec::Vec;
use core::ops::Range;

use super::{client_exception, numbers, request_log};
use crate::decode::sentence;
use crate::seek;

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

/// What a line says before content that follows right behind the status.
const LEADS_TO_CONTENT: &[&str] = &[
    "-> ",
    "=> ",
    "→ ",
    "<-- ",
    "<- ",
    "status ",
    "status: ",
    "Status ",
    "Status: ",
    "HTTP ",
    "error ",
    "Error ",
    "code ",
    "code: ",
    "returned ",
    "responded ",
    "response ",
    "response: ",
    "Response: ",
];

/// A status in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) digits: Range<usize>,
    pub(super) by: By,
}

/// Who names a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// A client that reports its call: content below belongs to it.
    Client,
    /// A server that logs what it answered: what stands below is another matter.
    Server,
    /// A label that is prose unless content stands below: `Response status: 401`.
    Label,
}

/// Whether three digits in a line are a status.
type Names = fn(&str, &Range<usize>) -> bool;

/// The status that a line names; `content` is where content stands in it.
pub(super) fn find(line: &str, content: Option<&Range<usize>>) -> Option<Named> {
    let head = content.map_or(line, |content| line.get(..content.start).unwrap_or_default());
    let tail = content.and_then(|content| line.get(content.end..)).unwrap_or_default();
    let in_line: Vec<Range<usize>> = numbers::statuses(line).collect();
    if in_line.is_empty() && content.is_none() {
        return sub_status(line).map(|digits| Named { digits, by: By::Server });
    } else if sentence::is_query(line) {
        return None;
    }
    let of_head: Vec<Range<usize>>;
    let in_head = match content {
        Some(_) => {
            of_head = numbers::statuses(head).collect();
            of_head.as_slice()
        }
        None => in_line.as_slice(),
    };
    let in_head = |names: Names| in_head.iter().find(|digits| names(head, digits)).cloned();
    let in_line = |names: Names| in_line.iter().find(|digits| names(line, digits)).cloned();
    // Requests, and the times of a proxy, have slashes; most lines with a number have none.
    let has_slash = head.as_bytes().contains(&b'/');
    let with_slash = |names: Names| if has_slash { in_head(names) } else { None };
    let named = |by: By| move |digits| Named { digits, by };
    let of_request = || {
        let digits = with_slash(request_log::names)?;
        let is_client = seek::holds(head, "://");
        let is_client = is_client || request_log::ends_with_arrow(head.get(..digits.start)?);
        Some(Named { digits, by: if is_client { By::Client } else { By::Server } })
    };
    let of_access = || {
        let digits = in_line(access_log)?;
        // A client names the host before what it sent to it.
        let is_client = seek::holds(line.get(..digits.start)?, "://") && !line.starts_with("http");
        Some(Named { digits, by: if is_client { By::Client } else { By::Server } })
    };
    let behind = || {
        let digits = numbers::statuses(tail).find(|digits| key_value(tail, digits))?;
        let from = line.len().saturating_sub(tail.len());
        Some(digits.start.saturating_add(from)..digits.end.saturating_add(from))
    };
    in_line(client_exception::names)
        .map(named(By::Client))
        .or_else(of_access)
        .or_else(of_request)
        .or_else(|| in_head(request_log::balancer).map(named(By::Server)))
        .or_else(|| in_head(request_log::iis).map(named(By::Server)))
        .or_else(|| with_slash(request_log::haproxy).map(named(By::Server)))
        .or_else(|| in_head(key_value).map(named(By::Client)))
        .or_else(|| content.and_then(|_| announced(head)).map(named(By::Client)))
        .or_else(|| behind().map(named(By::Client)))
        .or_else(|| in_head(label).map(named(By::Label)))
}

/// The status of a page of IIS, which puts a number of its own behind it: `HTTP Error 401.2 - Unauthorized`.
fn sub_status(line: &str) -> Option<Range<usize>> {
    const LEADS: &[&str] = &["HTTP Error ", "HTTP-Fehler ", "Erreur HTTP ", "Error HTTP "];
    if !seek::holds(line, "HTTP") {
        return None;
    }
    let start =
        LEADS.iter().find_map(|lead| Some(seek::find(line, lead)?.saturating_add(lead.len())))?;
    let digits = start..start.saturating_add(3);
    let status = line.get(digits.clone())?;
    let is_status =
        status.starts_with(['4', '5']) && status.bytes().all(|byte| byte.is_ascii_digit());
    (is_status && sub_number(line.get(digits.end..)?) > 0).then_some(digits)
}

/// How long the number is that IIS puts behind a status, with its point: `.2`; 0 where there is none.
fn sub_number(behind: &str) -> usize {
    let Some(rest) = behind.strip_prefix('.') else { return 0 };
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_more = rest.get(length..).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric())
            || rest
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    if (1..=2).contains(&length) && !is_more { length.saturating_add(1) } else { 0 }
}

/// The status that a client names in what it says.
pub(super) fn said(text: &str) -> Option<Range<usize>> {
    numbers::statuses(text).find(|digits| client_exception::names(text, digits))
}

/// The status that stands right before content, where something says that it is one: `=> 422 {…}`.
fn announced(head: &str) -> Option<Range<usize>> {
    let end = head.trim_end_matches([' ', ':', ',', '-', '\t']).len();
    let digits = end.checked_sub(3)?..end;
    let is_status = head.get(digits.clone())?.bytes().all(|byte| byte.is_ascii_digit())
        && head.get(digits.clone())?.starts_with(|c: char| ('1'..='5').contains(&c));
    let before = head.get(..digits.start)?;
    (is_status && LEADS_TO_CONTENT.iter().any(|lead| before.ends_with(lead))).then_some(digits)
}

/// `Response status: 401` at the end of a line, or before its phrase.
fn label(line: &str, digits: &Range<usize>) -> bool {
    let Some(name) = before_mark(line, digits, |byte| byte == b' ') else { return false };
    let behind = line.get(digits.end..).unwrap_or_default();
    let rest = behind.trim();
    let name = name.trim_end();
    let ends = |word: &str| {
        name.len()
            .checked_sub(word.len())
            .and_then(|at| name.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    let is_last = || rest.is_empty() || rest.starts_with(['(', ',']) || reason(behind).is_some();
    (ends("status") || ends("status code") || ends("response code") || ends("http code"))
        && is_last()
}

/// What stands before the colon or the equals sign that leads to digits, with nothing but these bytes between.
fn before_mark<'t>(
    line: &'t str,
    digits: &Range<usize>,
    is_between: fn(u8) -> bool,
) -> Option<&'t str> {
    let before = line.as_bytes().get(..digits.start)?;
    let between = before.iter().rev().take_while(|byte| is_between(**byte)).count();
    let mark = before.len().checked_sub(between)?.checked_sub(1)?;
    let is_mark = before.get(mark).is_some_and(|byte| matches!(byte, b':' | b'='));
    if is_mark { line.get(..mark) } else { None }
}

/// The status of the common and the combined log format: `"GET / HTTP/1.1" 401 12`.
fn access_log(line: &str, digits: &Range<usize>) -> bool {
    /// The protocol with its version: `HTTP/1.1`.
    const LONGEST: usize = 8;
    let before = line.get(..digits.start).unwrap_or_default().trim_end_matches(' ');
    let Some(request) = before.strip_suffix('"') else { return false };
    let near = request.len().saturating_sub(LONGEST);
    request.as_bytes().get(near..).is_some_and(|near| near.windows(5).any(|word| word == b"HTTP/"))
}

/// The value of a key that holds a status: `status=401`, `"status": 401`, `StatusCode='401'`.
fn key_value(line: &str, digits: &Range<usize>) -> bool {
    let is_between = |byte| matches!(byte, b' ' | b'"' | b'\'');
    let Some(name) = before_mark(line, digits, is_between) else { return false };
    let is_colon = line.as_bytes().get(name.len()) == Some(&b':');
    let is_quoted = name.ends_with(['"', '\'']);
    let name = name.trim_end_matches(['"', '\'', ' ']);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    let length = name.bytes().rev().take_while(is_name).count();
    let name = name.get(name.len().saturating_sub(length)..).unwrap_or_default();
    // "Status: 250 units" is prose, which is read elsewhere; `"status": 401` is a log.
    let is_prose = is_colon && !is_quoted && name.eq_ignore_ascii_case("status");
    !is_prose && KEYS.iter().any(|key| key.eq_ignore_ascii_case(name))
}

/// What clients write between the status and its reason phrase.
const LEADS: &[&str] = &[", ReasonPhrase: '", ", message='", " Client Error: ", " Server Error: "];
/// Words that end a phrase and go on with the sentence.
const ENDS: &[&str] = &[" for ", " in ", " on ", " from "];

/// The reason phrase behind a status: words with a capital, up to whatever is no word.
pub(super) fn reason(behind: &str) -> Option<Range<usize>> {
    let words = behind.get(sub_number(behind)..)?;
    let words = words.strip_prefix(" - ").filter(|_| words.len() < behind.len()).unwrap_or(words);
    let lead = behind.len().saturating_sub(
        LEADS
            .iter()
            .find_map(|lead| words.strip_prefix(lead))
            .unwrap_or(words)
            .trim_start_matches([' ', '(', ')', ':'])
            .len(),
    );
    let rest = behind.get(lead..)?;
    let length = rest
        .find(|c: char| !(c.is_ascii_alphabetic() || matches!(c, ' ' | '-')))
        .unwrap_or(rest.len());
    // `ASP.NET Core` is a name, and no phrase.
    let behind = rest.get(length..).and_then(|rest| rest.strip_prefix('.'));
    if behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric())) {
        return None;
    }
    let phrase = rest.get(..length)?;
    let length =
        ENDS.iter().filter_map(|end| seek::find(phrase, end)).min().unwrap_or(phrase.len());
    let phrase = phrase.get(..length)?.trim_end();
    // Proxies write flags there: `503 UF,URX`.
    let is_flag = phrase.len() <= 4
        && phrase.bytes().all(|byte| byte.is_ascii_uppercase())
        && !["OK", "GONE"].contains(&phrase);
    let is_phrase = phrase.len() >= 2
        && !is_flag
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
    fn sub_statuses() {
        for (line, expected) in [
            ("HTTP Error 401.2 - Unauthorized", Some(("401", Some("Unauthorized")))),
            ("HTTP Error 404.13 - Not Found", Some(("404", Some("Not Found")))),
            ("HTTP-Fehler 401.2 - Unauthorized", Some(("401", Some("Unauthorized")))),
            ("HTTP Error 500.30 - ASP.NET Core app failed to start", Some(("500", None))),
            ("HTTP Error 401.2.3", None),
            ("HTTP Error 101.2", None),
            ("version 401.2 - Unauthorized", None),
            ("HTTP Error 401.256", None),
        ] {
            let found = find(line, None).map(|named| {
                let behind = line.get(named.digits.end..).unwrap_or_default();
                let reason = reason(behind).and_then(|range| behind.get(range));
                (line.get(named.digits).unwrap_or_default(), reason)
            });
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn reason_phrases() {
        for (behind, expected) in [
            (" Not Found for url", Some("Not Found")),
            (" (Unauthorized).", Some("Unauthorized")),
            (" Unprocessable Entity in 12ms", Some("Unprocessable Entity")),
            (", message='Unauthorized', url='x'", Some("Unauthorized")),
            (" ms later", None),
            (" UF,URX 0 91", None),
            (" OK", Some("OK")),
        ] {
            assert_eq!(reason(behind).and_then(|range| behind.get(range)), expected);
        }
    }
}
