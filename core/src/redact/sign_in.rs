//! Sign-ins of mail programs over several lines: `AUTH LOGIN` of SMTP and `AUTHENTICATE` of IMAP, and the lines in
//! base64 behind them, which are a name and a password.

use core::ops::Range;

use super::kind::Kind;
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_space};

/// What begins a sign-in, and what asks for the next part of one.
pub(super) const VERBS: &[&str] = &["auth ", "authenticate "];
pub(super) const PROMPT: &str = "334 ";

/// How somebody can sign in; the rest is no sign-in but a list of what a server knows.
const MECHANISMS: &[&str] =
    &["login", "plain", "xoauth2", "oauthbearer", "cram-md5", "digest-md5", "ntlm", "gssapi"];

/// Commands that look like base64.
const COMMANDS: &[&str] = &["quit", "data", "rset", "noop", "helo", "ehlo", "mail", "rcpt", "auth"];

/// How many lines a sign-in has at most.
const MOST_LINES: usize = 8;

/// The longest row of marks before what was sent: `C: `, `12:00:00 >>> `.
const LONGEST_LEAD: usize = 40;

/// The longest line that is read; tokens are shorter.
const LONGEST_LINE: usize = 8_192;

/// The shortest line in base64.
const SHORTEST: usize = 4;

impl Scanner<'_> {
    /// Masks what is sent behind the words at a place.
    pub(super) fn sign_in(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let is_word = |byte: u8| !byte.is_ascii_whitespace();
        let mut end;
        if text.has(at, PROMPT) {
            end = text.run(at.saturating_add(PROMPT.len()), is_word);
        } else {
            let verb = VERBS.iter().find(|verb| text.has(at, verb))?;
            let mechanism = at.saturating_add(verb.len());
            let mechanism_end = text.run(mechanism, is_word);
            let name = text.slice(mechanism..mechanism_end);
            if !MECHANISMS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                return None;
            }
            let start = text.run(mechanism_end, is_space);
            end = text.run(start, is_word);
            if is_sent(text.slice(start..end)) {
                self.emit(start..end, Kind::Credentials);
            } else if start < end && !text.slice(start..end).starts_with('[') {
                // `250-AUTH LOGIN PLAIN`
                return None;
            }
        }
        for _ in 0..MOST_LINES {
            let Some(line) = next_line(text, end) else { break };
            match sent(text, line.clone()) {
                Sent::Part(range) => {
                    end = self.emit(range, Kind::Credentials);
                }
                Sent::Prompt => end = line.end,
                Sent::Other => break,
            }
        }
        (end > at).then_some(end)
    }
}

/// What a line of a sign-in is.
enum Sent {
    Part(Range<usize>),
    Prompt,
    Other,
}

fn sent(text: Text<'_>, line: Range<usize>) -> Sent {
    let written = text.slice(line.clone()).trim_end();
    let length = written.rfind(is_gap).map_or(0, |gap| gap.saturating_add(1));
    let (lead, last) = written.split_at_checked(length).unwrap_or_default();
    let is_prompt = lead.split(is_gap).any(|word| matches!(word, "334" | "+"));
    // Marks, times and the letters of who speaks; words begin something else.
    let is_lead = |lead: &str| {
        lead.len() <= LONGEST_LEAD
            && lead.split(is_gap).all(|word| {
                word.bytes().filter(u8::is_ascii_alphabetic).count() < 2 || word == "SMTP"
            })
    };
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_prompt || matches!(last, "334" | "+") {
        return Sent::Prompt;
    }
    let is_answer = lead.split(is_gap).any(is_code);
    if is_lead(lead) && !is_answer && (is_sent(last) || last.starts_with("[CREDENTIALS-")) {
        let start = line.start.saturating_add(length);
        return Sent::Part(start..start.saturating_add(last.len()));
    }
    Sent::Other
}

const fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// Whether a word is what a program sends of a sign-in: whole groups of base64.
fn is_sent(word: &str) -> bool {
    let digits = word.trim_end_matches('=');
    word.len() >= SHORTEST
        && word.len().is_multiple_of(4)
        && word.len().saturating_sub(digits.len()) <= 2
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        && !COMMANDS.iter().any(|command| command.eq_ignore_ascii_case(word))
}

/// The line below a place behind which nothing stands in its own line.
fn next_line(text: Text<'_>, end: usize) -> Option<Range<usize>> {
    let end = text.run(end, is_space);
    if !text.byte(end).is_some_and(is_line_end) {
        return None;
    }
    let start = end.saturating_add(if text.has(end, "\r\n") { 2 } else { 1 });
    let near = text.0.as_bytes().get(start..)?.iter().take(LONGEST_LINE);
    let length = near.take_while(|byte| !is_line_end(**byte)).count();
    // A character that the limit cuts is no part of a sign-in.
    (length > 0).then(|| start..start.saturating_add(length))
}
