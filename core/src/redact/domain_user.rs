//! Users of Windows domains, `CORP\\made.up`, as NTLM, IIS and .NET write them.

use super::kind::Kind;
use super::scan::Scanner;
use super::text::{Text, is_name};

/// The longest name of a domain is that of `NetBIOS`.
const LONGEST_DOMAIN: usize = 15;

/// Words right before an account, whatever its capitals.
const CUES: &[&str] = &[
    "user",
    "username",
    "account",
    "login",
    "logon",
    "identity",
    "principal",
    "uid",
    "benutzer",
    "konto",
    "utilisateur",
    "usuario",
];

/// How names of files end; one in a folder looks like a user in a domain.
const FILES: &[&str] = &[
    "csv", "txt", "log", "xml", "json", "cs", "vb", "dll", "exe", "config", "ini", "aspx", "asmx",
    "svc", "pdf", "xls", "xlsx", "zip", "sql", "ps1", "bat", "js",
];

/// What stands before a backslash and is no domain: parts of the registry, and what Windows signs itself in as.
const OWN: &[&str] = &[
    "AUTHORITY",
    "SERVICE",
    "BUILTIN",
    "APPPOOL",
    "HKLM",
    "HKCU",
    "HKCR",
    "HKU",
    "SOFTWARE",
    "SYSTEM",
];

impl Scanner<'_> {
    /// The account whose domain is the word at a place.
    pub(super) fn domain_user(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        if text.byte(end) != Some(b'\\') {
            return None;
        }
        let start = text.run(end, |byte| byte == b'\\');
        let is_user = |byte: u8| is_name(byte) || matches!(byte, b'.' | b'$');
        let user_end = text.run(start, is_user);
        let user = text.slice(start..user_end).trim_end_matches(['.', '-']);
        let user_end = start.saturating_add(user.len());
        let domain = text.slice(at..end);
        let is_domain = (2..=LONGEST_DOMAIN).contains(&domain.len())
            && domain.starts_with(|c: char| c.is_ascii_alphabetic())
            && !OWN.contains(&domain);
        // `C:\…`, `..\…`, `\\server\…` are paths, `…+\d` and `(?:A\w` patterns.
        let is_part =
            matches!(text.before(at), Some(b':' | b'/' | b'\\' | b'.' | b'%' | b'?' | b'&'))
                && !is_label(text, at);
        // A line end that is written out is no folder.
        let behind = text.byte(text.run(user_end, |byte| byte == b'\\'));
        let is_line_end = text.byte(user_end) == Some(b'\\')
            && matches!(behind, Some(b'n' | b'r' | b't' | b'"' | b'\''));
        let goes_on = !is_line_end
            && matches!(
                text.byte(user_end),
                Some(b'\\' | b'/' | b':' | b'=' | b'+' | b'*' | b'{' | b'(' | b'[' | b'|' | b'^')
            );
        if !is_domain || is_part || goes_on || user.len() < 3 {
            return None;
        }
        let is_file = user.rsplit_once('.').is_some_and(|(_, end)| FILES.contains(&end));
        let is_name = user.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_file;
        // A single backslash may begin the end of a line that is written out, or a sign by its number.
        let is_single = start.saturating_sub(end) == 1;
        let is_escape = is_single && user.starts_with(['n', 'r', 't', 'u', 'x', 'b', 'f']);
        let second = user.as_bytes().get(1).copied().unwrap_or_default();
        let is_certain_escape =
            is_escape && (user.starts_with(['u', 'x']) || !second.is_ascii_lowercase());
        let is_clear = !is_escape
            && !domain.bytes().any(|byte| byte.is_ascii_lowercase())
            && (user.contains('.') || user.starts_with(|c: char| c.is_ascii_lowercase()))
            && text.before(at) != Some(b'=');
        let is_told = is_clear || (is_cued(text, at) && !is_certain_escape);
        (is_name && is_told).then(|| self.emit(at..user_end, Kind::Person))
    }
}

/// Whether a sign of a label stands right before a place: `User:CORP\…`.
fn is_label(text: Text<'_>, at: usize) -> bool {
    text.before(at) == Some(b':') && is_cued(text, at)
}

/// Whether a word that announces an account stands before a place, its sign and a mark between them or not.
fn is_cued(text: Text<'_>, at: usize) -> bool {
    const LONGEST: usize = 16;
    let gap =
        text.run_before(at, 4, |byte| matches!(byte, b' ' | b':' | b'=' | b'\'' | b'"' | b'\t'));
    let end = at.saturating_sub(gap);
    let length = text.run_before(end, LONGEST, |byte| byte.is_ascii_alphabetic());
    let word = text.slice(end.saturating_sub(length)..end);
    gap > 0 && CUES.iter().any(|cue| cue.eq_ignore_ascii_case(word))
}
