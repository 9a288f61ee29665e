//! Secrets that a sentence tells: `the password is …`, `API key: …`.

use core::ops::Range;

use super::kind::Kind;
use super::rules::Rule;
use super::rules::phrases::{LOGINS, SPOKEN, STEPS, VERBS};
use super::rules::said::{NOTATIONS, REFUSALS, SAID, STATES, TYPED};
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_name, is_space};
use super::value::{self, Join, Joint};
use super::{field, quote, rules};

/// Shorter ones are words.
const SHORTEST: usize = 6;

impl Scanner<'_> {
    /// The secret that is told of the words at a place.
    pub(super) fn spoken(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let ends = |end: usize| !text.byte(end).is_some_and(is_name);
        let (words, kind) = text
            .rows_at(at, SPOKEN, |(words, _)| words)
            .find(|(words, _)| ends(at.saturating_add(words.len())))?;
        let end = at.saturating_add(words.len());
        let mut start = text.run(end, is_space);
        let verb = VERBS.iter().find(|verb| {
            start > end && text.has(start, verb) && ends(start.saturating_add(verb.len()))
        });
        start = text.run(start.saturating_add(verb.map_or(0, |verb| verb.len())), is_space);
        let has_sign = matches!(text.byte(start), Some(b':' | b'='));
        start = text.run(start.saturating_add(usize::from(has_sign)), is_space);
        if start == end || start < self.examined {
            return None;
        }
        let open = quote::at(text, start);
        let range = match open {
            Some(open) => open.end..quote::close(text, open),
            None => start..spoken_end(text, start),
        };
        self.look(range.end);
        let told = text.slice(range.clone());
        let told =
            if open.is_some() { told } else { told.trim_end_matches(['.', '!', '?', ',', ')']) };
        let is_refusal = REFUSALS.iter().any(|word| told.eq_ignore_ascii_case(word));
        // Codes that a phone shows are digits alone; a code of a vendor has fewer.
        let is_shown = words.ends_with("code")
            && told.len() >= SHORTEST
            && told.bytes().all(|byte| byte.is_ascii_digit());
        let fits = match (open.is_some() || has_sign, verb) {
            _ if is_shown => true,
            // `password used: yes`
            (_, Some(&"used")) => is_made(told),
            // What is said of a token in marks is a state more often: `is "expired"`.
            (true, Some(_)) => {
                let is_plain = *kind == Kind::Secret && !value::is_prose(text, &range);
                !told.contains(' ') && !is_refusal && (is_plain || is_made(told))
            }
            (_, Some(_)) => {
                is_made(told) || words.starts_with("pass") && is_typed(text, start, told)
            }
            (true, None) => is_made(told) && (open.is_some() || words.contains(' ')),
            (false, None) => *kind == Kind::Secret && is_made(told),
        };
        // A password may end with the mark; a sentence can do without.
        let mark = text.slice(range.start.saturating_add(told.len())..range.end);
        let mark = usize::from(mark.starts_with('!') && *kind == Kind::Secret && open.is_none());
        let length = told.len().saturating_add(mark);
        fits.then(|| self.emit(range.start..range.start.saturating_add(length), *kind))
    }

    /// `login is made_up / made-up-2`: the second of two words behind what somebody signs in with.
    pub(super) fn login(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        if !LOGINS.iter().any(|word| text.slice(at..end).eq_ignore_ascii_case(word)) {
            return None;
        }
        let mut name = text.run(end, |byte| matches!(byte, b' ' | b':' | b'='));
        if text.has(name, "is ") {
            name = name.saturating_add(3);
        }
        let name_end = text.run(name, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        let sign = text.run(name_end, is_space);
        let start = text.run(sign.saturating_add(1), is_space);
        if name_end == name || sign == name_end || text.byte(sign) != Some(b'/') {
            return None;
        }
        let range = start..value::bare_end(text, start);
        is_made(text.slice(range.clone())).then(|| self.emit(range, Kind::Secret))
    }

    /// `…/password/made-up`: the part of a path behind one that is named like a secret.
    pub(super) fn path_part(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        if text.byte(end) != Some(b'/') || text.before(at) != Some(b'/') {
            return None;
        }
        let rule = rules::member(rules::plain(text.slice(at..end))?.as_str())?;
        let start = end.saturating_add(1);
        let range =
            start..text.run(start, |byte| is_name(byte) || matches!(byte, b'%' | b'.' | b'!'));
        let part = text.slice(range.clone());
        let is_typed = rule.kind == Kind::Secret && part.contains('-');
        let is_step = part.split('-').any(|word| STEPS.contains(&word));
        (rule.kind.is_secret() && (is_made(part) || is_typed) && !is_step)
            .then(|| self.emit(range, rule.kind))
    }
}

/// `Password: made up horse`: several plain words that are all the rest of their line, where a person wrote
/// them and nothing is said of a password.
pub(super) fn plain_words(
    text: Text<'_>,
    at: usize,
    rule: Rule,
    join: &Join,
    first: &Range<usize>,
) -> Option<Range<usize>> {
    const MOST_WORDS: usize = 6;
    const LONGEST: usize = 64;
    let is_written = join.joint == Joint::Colon && !join.is_quoted && rule.kind == Kind::Secret;
    if !is_written || !value::is_prose(text, first) || !field::starts_line(text, at) {
        return None;
    }
    // Not of the name: that of a part of a message, `password_policy: …`, has its own words.
    let name = text.slice(at..join.name_end);
    if !TYPED.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return None;
    }
    let near = text.0.as_bytes().get(first.start..).unwrap_or_default().iter().take(LONGEST);
    let end = first.start.saturating_add(near.take_while(|byte| !is_line_end(**byte)).count());
    let is_whole = text.byte(end).is_none_or(is_line_end);
    let range = text.trim(first.start..end);
    let mut words = text.slice(range.clone()).split(' ');
    let count = words.clone().count();
    let is_plain = |word: &str| {
        !word.is_empty()
            && word.chars().all(char::is_alphanumeric)
            && !SAID.iter().any(|known| word.eq_ignore_ascii_case(known))
            && !REFUSALS.iter().chain(STATES).any(|known| word.eq_ignore_ascii_case(known))
    };
    (is_whole && (2..=MOST_WORDS).contains(&count) && words.all(is_plain)).then_some(range)
}

/// Where a secret in a sentence ends: it may hold the sign that ends a parameter, where no other one follows.
fn spoken_end(text: Text<'_>, start: usize) -> usize {
    let end = value::bare_end(text, start);
    let whole = text.run(end, |byte| !byte.is_ascii_whitespace());
    let rest = text.slice(end..whole);
    if rest.starts_with('&') && !rest.contains(['=', ';', '"', '<']) { whole } else { end }
}

/// Whether a plain word ends the sentence that tells a password, and is not what is said of one.
fn is_typed(text: Text<'_>, start: usize, word: &str) -> bool {
    /// How words end that say what something is like.
    const ENDINGS: &[&str] = &[
        "ed", "ing", "ble", "ent", "ant", "ive", "ory", "ary", "al", "ous", "ful", "less", "ly",
        "ic", "id", "ect", "ten", "own", "en", "text",
    ];
    let behind = text.byte(start.saturating_add(word.len()));
    let ends = behind.is_none_or(|byte| is_line_end(byte) || matches!(byte, b'.' | b'!'));
    let lower = word.to_ascii_lowercase();
    ends && word.len() >= SHORTEST
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !STATES.contains(&lower.as_str())
        && !ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether somebody made a word up: letters and digits together, and no name of a notation.
fn is_made(word: &str) -> bool {
    word.len() >= SHORTEST
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !word.contains(' ')
        && !NOTATIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
}
