//! A request that was pasted in place of a response: said so, and not read.

use alloc::vec::Vec;

use super::{Piece, notice};
use crate::decode::output::{Notice, NoticeCode};
use crate::span::Span;

/// How copied requests begin: `Copy as cURL`, `Copy as fetch`, `Copy as PowerShell`.
const COMMANDS: &[&str] = &[
    "curl ",
    "curl.exe ",
    "fetch(",
    "await fetch(",
    "Invoke-WebRequest",
    "Invoke-RestMethod",
    "wget ",
];
/// Methods of a request line (RFC 9110 section 9.3, RFC 5789).
const METHODS: &[&str] =
    &["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

/// Takes a text that begins with a request; the HTTP carrier has looked for responses before.
pub(super) fn split<'a>(text: &'a str, notices: &mut Vec<Notice>) -> Option<Vec<Piece<'a>>> {
    let start = text.len().saturating_sub(text.trim_start().len());
    let first = text.trim_start().lines().next()?;
    // The prompt that a shell prints before a command.
    let command = first.trim_start_matches(['$', '>', '#', ' ']);
    let is_command =
        COMMANDS.iter().any(|known| command.starts_with(known)) && command.contains("://");
    if !is_command && !is_request_line(first) {
        return None;
    }
    let span = Span::new(start, start.saturating_add(first.trim_end().len()));
    notices.push(notice(
        NoticeCode::RequestNotResponse,
        "This is a request, not a response. Paste what came back.",
        Some(span),
    ));
    Some(Vec::new())
}

fn is_request_line(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let method = words.next().is_some_and(|word| METHODS.contains(&word));
    let target = words.next().is_some();
    method
        && target
        && words.next().is_some_and(|word| word.starts_with("HTTP/"))
        && words.next().is_none()
}
