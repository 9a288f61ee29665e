//! What is copied out of Postman's console: the request and its status, then sections under titles.

use alloc::vec::Vec;

use super::transcript::Transcript;
use super::{Piece, request};
use crate::decode::output::Notice;
use crate::decode::unwrap::{Unwrapped, lines};

const NAME: &str = "postman-console";
/// What every such text holds: the titles, or the signs that fold them.
pub(super) const MARKS: &[&str] = &["Response Headers", "Response Body", "▼", "▶"];

/// What the lines below a title hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Fields,
    Content,
    Other,
}

/// The titles, as they stand in lines of their own.
const TITLES: &[(&str, Section)] = &[
    ("Response Headers", Section::Fields),
    ("Response Body", Section::Content),
    ("Request Headers", Section::Other),
    ("Request Body", Section::Other),
    ("Network", Section::Other),
];

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut transcript = Transcript::new(source, NAME);
    let mut section = Section::Other;
    let has_titles = source.holds("Response Headers") || source.holds("Response Body");
    let (mut asked, mut content_end) = (false, 0usize);
    for (start, line) in lines(text) {
        if start < content_end {
            continue;
        }
        let shown = line.trim().trim_start_matches(['▶', '▼', '▸', '▾', ' ']);
        let at = shown.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        let title = shown.trim_end_matches(':');
        if let Some((_, next)) = TITLES.iter().find(|(known, _)| *known == title) {
            section = *next;
            continue;
        }
        // A text that breaks off before the titles has the sign.
        let begins =
            begins_call(shown) && (has_titles || line.trim_start().starts_with(['▶', '▼']));
        asked = asked || begins;
        let status = if begins { shown.split_whitespace().nth(2) } else { Some(shown) };
        if let Some(status) = status.filter(|status| asked && is_status(status)) {
            (asked, section) = (false, Section::Other);
            if !transcript.begin(start) {
                break;
            }
            let from = status.as_ptr().addr().saturating_sub(text.as_ptr().addr());
            if let Some(response) = transcript.response() {
                response.put("HTTP ", from..from);
                response.keep(from..from.saturating_add(3));
                response.put("\n", from..from);
            }
            continue;
        }
        let Some(response) = transcript.response() else { continue };
        match section {
            Section::Fields => {
                if let Some((name, value)) = shown.split_once(": ") {
                    response.keep(at..at.saturating_add(name.len()).saturating_add(2));
                    let value = value.trim_matches('"');
                    let from = value.as_ptr().addr().saturating_sub(text.as_ptr().addr());
                    response.keep(from..from.saturating_add(value.len()));
                    response.put("\n", at..at);
                }
            }
            Section::Content if !shown.is_empty() => {
                content_end = transcript.content_end(at, at.saturating_add(shown.len()));
                if let Some(response) = transcript.response() {
                    response.put("\n", at..at);
                    response.keep(at..content_end);
                }
                transcript.end();
            }
            _ => {}
        }
    }
    transcript.tell_unclosed(notices);
    transcript.finish()
}

/// `POST https://…`
fn begins_call(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_some_and(|word| request::METHODS.contains(&word))
        && words.next().is_some_and(|word| request::host_of(word).is_some())
}

fn is_status(word: &str) -> bool {
    word.len() == 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && word.starts_with(|c: char| ('1'..='5').contains(&c))
}
