//! Names in sentences, where a word right before them says that somebody is named: `Ms Testperson`, `Dear Jane`,
//! `patient Jane Testperson called`. A best effort: any other name in a sentence stays.

use core::ops::Range;

use super::kind::Kind;
use super::rules::introductions::{CUES, Cued, is_no_name};
use super::rules::phrases::is_common;
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_name, is_space};

/// How many words a name has at most.
const MOST_WORDS: usize = 4;

/// How long a word of a name is at least; initials come between two of them.
const SHORTEST: usize = 2;

impl Scanner<'_> {
    /// The name behind the word at a place.
    pub(super) fn introduced(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let word = text.slice(at..end);
        let cue = CUES.iter().find(|cue| match cue.sort {
            Cued::Role => cue.word.eq_ignore_ascii_case(word),
            Cued::Title | Cued::Greeting => cue.word == word,
        })?;
        let is_title = cue.sort == Cued::Title;
        if is_title && is_no_title(text, at, word) {
            return None;
        }
        let dot = usize::from(is_title && text.byte(end) == Some(b'.'));
        let sign = usize::from(cue.sort == Cued::Role && text.byte(end) == Some(b':'));
        let start = text.run(end.saturating_add(dot.max(sign)), |byte| byte == b' ');
        if start == end {
            return None;
        }
        let (range, count) = name(text, start)?;
        let behind = text.byte(text.run(range.end, is_space));
        let fits = match cue.sort {
            Cued::Title => true,
            Cued::Role => count > 1,
            Cued::Greeting => behind.is_none_or(|byte| is_line_end(byte) || byte == b','),
        };
        fits.then(|| self.emit(range, Kind::Person))
    }
}

/// Whether what looks like a title is the unit of a number, or a part of an address: `9 Fake Dr`.
fn is_no_title(text: Text<'_>, at: usize, title: &str) -> bool {
    let gap = text.run_before(at, 4, is_space);
    let end = at.saturating_sub(gap);
    let length = text.run_before(end, 24, is_name);
    let word = text.slice(end.saturating_sub(length)..end);
    let is_introduced = || CUES.iter().any(|cue| cue.word.eq_ignore_ascii_case(word));
    let is_street =
        || title == "Dr" && word.starts_with(|c: char| c.is_ascii_uppercase()) && !is_introduced();
    gap > 0 && (word.starts_with(|c: char| c.is_ascii_digit()) || is_street())
}

/// The words of a name from a place on, and how many they are: each with a capital, and none that is no name.
pub(super) fn name(text: Text<'_>, start: usize) -> Option<(Range<usize>, usize)> {
    let is_part = |byte: u8| is_name(byte) || !byte.is_ascii() || byte == b'\'';
    let mut end = start;
    let mut at = start;
    let mut count = 0usize;
    while count < MOST_WORDS {
        let word_end = text.run(at, is_part);
        let word = text.slice(at..word_end);
        let is_initial =
            word.len() == 1 && count > 0 && word.bytes().all(|b| b.is_ascii_uppercase());
        // A name of something, or of a part of something: `Name=`, `Name:`, `Name(`, `Name.first`.
        let next = text.byte(word_end.saturating_add(1));
        let is_joined = match text.byte(word_end) {
            Some(b'=' | b'(' | b'[' | b'{' | b'/' | b'\\' | b'@' | b'_') => true,
            Some(b':') => count > 0,
            Some(b'.') => !is_initial && next.is_some_and(is_name),
            _ => false,
        };
        if is_joined || !(is_initial || is_one(word)) {
            break;
        }
        count = count.saturating_add(1);
        end = word_end;
        // The dot of an initial.
        let dot = usize::from(is_initial && text.byte(end) == Some(b'.'));
        at = text.run(end.saturating_add(dot), |byte| byte == b' ');
        if at == end || dot > 0 && at == end.saturating_add(dot) {
            break;
        }
    }
    (count > 0).then_some((start..end, count))
}

/// Whether a word can be a name of somebody: letters, the first of them a capital, and no word of messages.
pub(super) fn is_one(word: &str) -> bool {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_spelt = letters.clone().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'));
    // `PatientService`; not `McDonald`, `O'Hara`, `DeWitt`.
    let mut last = ' ';
    let joints = letters.clone().enumerate().filter(|(place, c)| {
        let is_joint = last.is_lowercase() && c.is_uppercase() && *place > 2;
        last = *c;
        is_joint
    });
    // Two capitals are a state or an abbreviation.
    let is_abbreviation = word.len() <= 3 && letters.clone().all(char::is_uppercase);
    is_capital
        && is_spelt
        && word.chars().count() >= SHORTEST
        && joints.count() == 0
        && !is_abbreviation
        && !is_common(word)
        && !is_no_name(word)
}
