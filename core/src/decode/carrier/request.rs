//! Requests: one that was pasted in place of a response, and the one that a response answers.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::json_object::{self, Found};
use super::{Piece, bare, notice};
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::Unwrapped;
use crate::placeholder;
use crate::seek;
use crate::span::Span;

/// The request that a response answers, as far as the paste shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: Option<String>,
    /// Path and query, or the whole address.
    pub(crate) target: Option<String>,
    pub(crate) host: Option<String>,
    /// Where the host, else the target, else the method stands in the paste.
    pub(crate) span: Option<Span>,
}

/// How copied requests begin: `Copy as cURL`, `Copy as fetch`, `Copy as PowerShell`.
const COMMANDS: &[&str] = &[
    "curl ",
    "curl.exe ",
    "fetch(",
    "await fetch(",
    "Invoke-WebRequest",
    "Invoke-RestMethod",
    "wget ",
    "http ",
    "https ",
    "xh ",
];
/// Methods of a request line (RFC 9110 section 9.3, RFC 5789).
pub(super) const METHODS: &[&str] =
    &["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];
/// Names of keys that hold the method, and that hold the target, in `key=value` lines.
const METHOD_KEYS: &[&str] =
    &["method", "http.method", "http_method", "request_method", "req.method", "verb", "cs-method"];
const TARGET_KEYS: &[&str] = &[
    "path",
    "url",
    "uri",
    "target",
    "endpoint",
    "request_uri",
    "request_path",
    "http.url",
    "http.path",
    "http.target",
    "req.url",
    "cs-uri-stem",
];
/// Text in which a request is looked for, in bytes; the nearest to the response.
const MAX_CONTEXT: usize = 16_384;

/// The longest prompt before a command, in bytes.
const LONGEST_PROMPT: usize = 80;

/// Takes a text that begins with a request; the HTTP carrier has looked for responses before.
pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let start = text.len().saturating_sub(text.trim_start().len());
    let first = text.get(start..)?.lines().next()?;
    let is_command = is_command(first);
    if !is_command && !is_request_line(first) {
        return None;
    }
    let end = start.saturating_add(if is_command {
        command_length(text.get(start..)?)
    } else {
        first.len()
    });
    let rest = text.get(end..).unwrap_or_default();
    // What a command printed stands below it; below a request line stands the request.
    let below = rest.trim_start();
    if is_command && below.starts_with(['{', '[', '<']) && !placeholder::begins(below) {
        let mut recorded = Vec::new();
        if json_object::read(source, end..text.len(), &mut recorded, notices) == Found::Responses {
            return Some(recorded);
        }
        let request = find(source, start..end);
        let piece = Piece::slice(source, end..text.len(), bare::NAME);
        return Some(vec![piece.answering(request)]);
    }
    let behind = start.saturating_add(first.trim_end().len());
    notices.push(told(source.origin.span(start, behind)));
    Some(Vec::new())
}

/// Says that a request stands there.
pub(crate) fn told(span: Span) -> Notice {
    let text = "This is a request, not a response. Paste what came back.";
    notice(NoticeCode::RequestNotResponse, text, Some(span))
}

/// Whether a line is a command that sends a request, behind whatever prompt.
pub(super) fn is_command(line: &str) -> bool {
    let begins = |text: &str| {
        COMMANDS.iter().any(|known| text.starts_with(known))
            && (text.contains("://") || text.contains("-Uri "))
            // A load balancer's log begins each line with the scheme and a date.
            && !text.split(' ').nth(1).is_some_and(|word| {
                word.contains('-') && word.starts_with(|c: char| c.is_ascii_digit())
            })
    };
    begins(line.trim_start_matches(['$', '>', '#', '%', ' ']))
        || line
            .bytes()
            .take(LONGEST_PROMPT)
            .position(|byte| matches!(byte, b'$' | b'#' | b'>' | b'%'))
            .and_then(|at| line.get(at.saturating_add(1)..))
            .is_some_and(|rest| rest.starts_with(' ') && begins(rest.trim_start()))
}

/// The length of a command, with the lines that a backslash, caret or back-tick continues.
fn command_length(text: &str) -> usize {
    let mut length = 0usize;
    for line in text.split_inclusive('\n') {
        length = length.saturating_add(line.len());
        if !line.trim_end().ends_with(['\\', '^', '`']) {
            break;
        }
    }
    length
}

/// `POST /api HTTP/1.1`.
pub(super) fn is_request_line(line: &str) -> bool {
    let line = line.trim_start();
    // Most lines are none, and some have no end.
    let is_upper = line.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    if !is_upper || !METHODS.iter().any(|method| line.starts_with(method)) {
        return false;
    }
    let mut words = line.split_whitespace();
    let method = words.next().is_some_and(|word| METHODS.contains(&word));
    let target = words.next().is_some();
    method
        && target
        && words.next().is_some_and(|word| word.starts_with("HTTP/"))
        && words.next().is_none()
}

/// The last request that a stretch of the source shows, in whatever form.
pub(super) fn find(source: &Unwrapped<'_>, range: Range<usize>) -> Option<Request> {
    let text: &str = &source.text;
    let start = text.floor_char_boundary(range.start.max(range.end.saturating_sub(MAX_CONTEXT)));
    let shown = text.get(start..range.end)?;
    let mut request = Request::default();
    let place = |word: &str| {
        let from = word.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        source.origin.span(from, from.saturating_add(word.len()))
    };
    for line in shown.lines() {
        if names_who_asks(line) {
            continue;
        }
        let mut words = words(line).map(without_marks).filter(|word| !word.is_empty());
        let is_start = is_request_line(line.trim_start_matches(['>', ' ']));
        // Behind a method and its target, an address is the referrer's or somebody else's.
        let mut is_told = false;
        let mut follows_method = false;
        while let Some(word) = words.next() {
            if word == ":path:" {
                follows_method = true;
                continue;
            }
            let is_upper = word.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
            // Most words are neither a method nor a key, an address, a path or the name of a field.
            if !is_upper && !word.bytes().any(|byte| matches!(byte, b'=' | b':' | b'/')) {
                follows_method = false;
                continue;
            }
            let (key, value) = word.split_once('=').unwrap_or(("", word));
            let named = |keys: &[&str]| keys.iter().any(|known| known.eq_ignore_ascii_case(key));
            let mut methods = METHODS.iter().filter(|_| is_upper || !key.is_empty());
            let method = methods.find(|method| {
                **method == word
                    || !key.is_empty() && value.eq_ignore_ascii_case(method) && named(METHOD_KEYS)
            });
            if let Some(method) = method.filter(|_| !is_told) {
                if is_start || request.method.is_some() {
                    request = Request::default();
                }
                request.method = Some((*method).into());
                request.span.get_or_insert_with(|| place(value));
                if is_start && let Some(target) = words.next() {
                    request.target = Some(target.into());
                    request.span = Some(place(target));
                }
                follows_method = true;
                continue;
            }
            // What a form or a parameter holds is no target: `-d url=https://…`.
            let is_held = !key.is_empty() && request.host.is_some();
            if let Some(address) = address(word).filter(|_| !is_told && !is_held)
                && let Some(host) = host_of(address)
            {
                request.target = Some(address.into());
                request.host = Some(host.into());
                request.span = Some(place(host));
                is_told = follows_method;
            } else if value.starts_with('/')
                && !is_told
                && (follows_method && key.is_empty() || named(TARGET_KEYS))
            {
                request.target = Some(value.trim_end_matches(':').into());
                if request.host.is_none() {
                    request.span = Some(place(value));
                }
                is_told = follows_method;
            }
            // A printed line end may stand before it.
            let is_host = word.strip_prefix('n').unwrap_or(word).eq_ignore_ascii_case("host:");
            if (is_host || word == ":authority:")
                && let Some(host) = words.next().map(without_port)
            {
                request.host = Some(host.into());
                request.span = Some(place(host));
            }
            follows_method = follows_method && named(TARGET_KEYS);
        }
    }
    (request.method.is_some() || request.target.is_some() || request.host.is_some())
        .then_some(request)
}

/// Whether a line is a field that names whoever asks.
fn names_who_asks(line: &str) -> bool {
    let line = line.trim_start_matches(['>', '<', ' ', '\t']);
    ["referer:", "origin:"]
        .iter()
        .any(|name| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
}

/// The words of a line, some of them empty: what stands between white space, quotation marks and brackets.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let bytes = line.as_bytes();
    let mut from = Some(0usize);
    core::iter::from_fn(move || {
        let start = from?;
        let mut at = start;
        loop {
            let length = match bytes.get(at) {
                None => {
                    from = None;
                    return line.get(start..);
                }
                Some(byte) if byte.is_ascii() => usize::from(is_break(*byte)),
                // The bytes that white space beyond ASCII begins with.
                Some(0xc2 | 0xe1 | 0xe2 | 0xe3) => {
                    let first = line.get(at..).and_then(|rest| rest.chars().next());
                    first.filter(|first| first.is_whitespace()).map_or(0, char::len_utf8)
                }
                Some(_) => 0,
            };
            if length > 0 {
                from = Some(at.saturating_add(length));
                return line.get(start..at);
            }
            at = at.saturating_add(1);
        }
    })
}

/// What stands between the words of a request.
fn is_break(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t'
            ..=b'\r' | b'\'' | b'"' | b'(' | b')' | b'<' | b'>' | b',' | b';' | b'\\' | b'`'
    )
}

fn without_marks(word: &str) -> &str {
    word.trim_matches(['[', ']', '{', '}', '|'])
}

/// A host without the port behind it; an IPv6 address has more colons.
fn without_port(host: &str) -> &str {
    host.split_once(':').filter(|(_, port)| !port.contains(':')).map_or(host, |(host, _)| host)
}

/// The absolute address in a word, without a key before it and without punctuation behind it.
fn address(word: &str) -> Option<&str> {
    let scheme = seek::find(word, "://")?;
    let before = word.get(..scheme)?;
    let length = ["https", "http"].iter().find(|known| before.ends_with(**known))?.len();
    let address = word.get(scheme.checked_sub(length)?..)?;
    Some(address.trim_end_matches(['.', ':', '!', '?', '…', '|', ']', '}']))
}

/// The host of an absolute address, without user and port.
pub(super) fn host_of(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    if !scheme.ends_with("http") && !scheme.ends_with("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?;
    (!host.is_empty()).then_some(host)
}
