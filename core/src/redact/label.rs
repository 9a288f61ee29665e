//! Labels as people write them: several words before a colon, `Date of birth: …`, or none of a sign before a
//! number, `MRN 00998877`. The words without their gaps are a name of the tables.

use core::ops::Range;

use super::kind::Kind;
use super::rules::phrases::{VERBS, is_common};
use super::rules::said::REFUSALS;
use super::rules::{self, Label, Place, Rule, Sought};
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_name, is_space};
use super::value::{self, Join, Joint, Value};
use super::{extent, field};

/// How many words a label has at most, and how long each of them is.
const MOST_WORDS: usize = 4;
const LONGEST_WORD: usize = 24;

/// Fewer digits may be a code.
const FEWEST_DIGITS: usize = 5;

/// The number of a vehicle has letters as well.
const FEWEST_IN_VEHICLE: usize = 3;

/// Shorter secrets and tokens below their label may be words.
const SHORTEST_SECRET: usize = 6;
const SHORTEST_TOKEN: usize = 16;
const SHORTEST_LOGIN: usize = 4;

/// The longest label that ends at a place, and where it begins.
fn before(text: Text<'_>, end: usize, sought: Sought) -> Option<(Rule, usize)> {
    behind_words(text, end, Label::default(), sought)
}

/// As [`before`], of a label whose sign says that its value is a number: `Policy #`.
fn before_number(text: Text<'_>, end: usize, sought: Sought) -> Option<(Rule, usize)> {
    let mut label = Label::default();
    label.before(rules::NUMBER);
    behind_words(text, end, label, sought)
}

/// The longest label that ends with the words read so far, those before a place in front of them.
fn behind_words(
    text: Text<'_>,
    end: usize,
    mut label: Label,
    sought: Sought,
) -> Option<(Rule, usize)> {
    let is_word = |byte: u8| is_name(byte) || !byte.is_ascii() || byte == b'\'';
    let mut last = end;
    let mut longest = None;
    for _ in 0..MOST_WORDS {
        let length = text.run_before(last, LONGEST_WORD, is_word);
        let start = last.saturating_sub(length);
        let word = text.slice(start..last);
        if word.is_empty() || !label.before(word) {
            break;
        }
        if let Some(rule) = label.rule(sought) {
            longest = Some((rule, start));
        }
        if !matches!(text.before(start), Some(b' ' | b'.')) || !label.before(" ") {
            break;
        }
        // `geb. am` has both between its words.
        let is_both =
            text.before(start) == Some(b' ') && text.before(start.saturating_sub(1)) == Some(b'.');
        last = start.saturating_sub(if is_both { 2 } else { 1 });
    }
    longest
}

fn digits(text: Text<'_>, range: &Range<usize>) -> usize {
    text.slice(range.clone()).bytes().filter(u8::is_ascii_digit).count()
}

/// Whether a value behind a label is one: of numbers enough digits, of secrets at least one.
fn is_told(text: Text<'_>, kind: Kind, range: &Range<usize>) -> bool {
    let fewest = match kind {
        Kind::Phone | Kind::Ssn | Kind::RecordNumber | Kind::Account | Kind::Date => FEWEST_DIGITS,
        Kind::Vehicle => FEWEST_IN_VEHICLE,
        // `ZIP code: 401`
        Kind::Address | Kind::Id if digits(text, range) == range.len() => FEWEST_DIGITS,
        Kind::Id => 1,
        kind => usize::from(kind.is_secret()),
    };
    digits(text, range) >= fewest || (kind == Kind::Account && is_login(text.slice(range.clone())))
}

/// Whether a word in lower case can be what somebody signs in as, where a label with its sign says so.
fn is_plain_login(word: &str) -> bool {
    word.len() >= SHORTEST_LOGIN && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether a word can be what somebody signs in as, and no word of a message: `svc_fax`, `made.up`.
fn is_login(word: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    word.len() >= SHORTEST_LOGIN
        && word.bytes().all(is_part)
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word
            .trim_end_matches('.')
            .bytes()
            .any(|byte| matches!(byte, b'_' | b'.') || byte.is_ascii_digit())
}

/// Where an address ends whose town stands in a line of its own below the street.
fn with_town(text: Text<'_>, kind: Kind, end: usize) -> usize {
    let line_end = text.run(end, is_space);
    if kind != Kind::Address || !text.byte(line_end).is_some_and(is_line_end) {
        return end;
    }
    let below = line_end.saturating_add(if text.has(line_end, "\r\n") { 2 } else { 1 });
    let line = text.trim(below..text.run(below, |byte| !is_line_end(byte)));
    let first = text.run(line.start, |byte| !byte.is_ascii_whitespace());
    let is_town = digits(text, &line) >= FEWEST_DIGITS
        && text.slice(line.clone()).contains(' ')
        && text.slice(line.clone()).bytes().any(|byte| byte.is_ascii_alphabetic())
        && extent::of(text, kind, line.start..first).end == line.end;
    if is_town { line.end } else { end }
}

/// Whether a whole line is the value of the label above it, and no label, field, content, code or status.
fn is_value_below(
    text: Text<'_>,
    rule: Rule,
    line: &Range<usize>,
    has_sign: bool,
    sought: Sought,
) -> bool {
    /// Longer lines are sentences.
    const LONGEST: usize = 80;
    let value = text.slice(line.clone());
    let is_word = !value.contains([' ', '\t', '|']);
    let first = value.split([' ', '\t']).next().unwrap_or_default();
    if value.is_empty()
        || value.len() > LONGEST
        || value.starts_with(['{', '[', '<', '(', '"', '\'', '=', '/', '-', '#'])
        || first.ends_with([':', '='])
        || value.ends_with(':')
        || value.contains("://")
        || is_common(first)
        || sought.label(value).is_some()
        || REFUSALS.iter().any(|word| first.eq_ignore_ascii_case(word))
        || !rule.allows(value, true)
    {
        return false;
    }
    let is_all = || {
        extent::of(text, rule.kind, line.start..line.start.saturating_add(first.len())).end
            == line.end
    };
    let count = digits(text, line);
    let has_letter = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_made = is_word && value.len() >= SHORTEST_SECRET && count > 0 && has_letter;
    match rule.kind {
        Kind::Person => {
            let is_capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
            // Names come in two words; a single one may be the heading of the next column.
            count == 0
                && is_all()
                && value.split(' ').all(is_capital)
                && (has_sign || !is_word || rule.place == Place::Structure)
        }
        Kind::Address => {
            is_all() && (count >= FEWEST_DIGITS || (has_letter && (count > 0 || has_sign)))
        }
        Kind::Date => {
            count >= FEWEST_DIGITS
                && is_all()
                && !value.contains(':')
                && value.contains(['-', '/', '.', ' '])
        }
        Kind::Phone | Kind::Ssn | Kind::RecordNumber => {
            count >= FEWEST_DIGITS && (is_word || is_all()) && !value.contains(':')
        }
        Kind::Account | Kind::Device | Kind::Vehicle => {
            is_word && (count >= FEWEST_DIGITS || is_made || is_login(value))
                || (has_sign && is_plain_login(value))
        }
        Kind::Secret => {
            is_made
                || is_word
                    && has_sign
                    && value.len() >= SHORTEST_SECRET
                    && value.contains(['!', '$', '%', '_', '-'])
        }
        Kind::Token => is_made && value.len() >= SHORTEST_TOKEN,
        Kind::Id => is_word && (count >= FEWEST_DIGITS || is_made),
        _ => false,
    }
}

impl Scanner<'_> {
    /// The value behind a label and its sign, `Last name: …`.
    pub(super) fn labelled(&mut self, end: usize, join: &Join) -> Option<usize> {
        let text = self.text;
        if join.is_quoted || join.value < self.examined {
            return None;
        }
        if join.joint == Joint::Column {
            return self.labelled_beside(end, join);
        }
        if join.joint != Joint::Colon {
            return None;
        }
        let (rule, start) = before(text, end, self.sought)?;
        let label = text.slice(start..end);
        let is_label = || rules::is_label(label);
        if label.bytes().all(is_name) && !is_label() {
            return None;
        }
        let range = match value::read(text, join.value) {
            Value::Quoted(range) => range,
            Value::Bare(range) => {
                let range = extent::of(text, rule.kind, range);
                if value::is_prose(text, &range) {
                    return None;
                }
                range.start..with_town(text, rule.kind, range.end)
            }
            Value::List(_) | Value::Opens => return None,
        };
        let told = text.slice(range.clone());
        let is_said = REFUSALS.iter().any(|word| told.eq_ignore_ascii_case(word));
        self.look(range.end);
        // `Patient: 404`, `Patient: Not found`
        let is_other = || is_common(told) || rules::is_nobody(told);
        let is_name = rule.kind != Kind::Person
            || (digits(text, &range) == 0
                && !is_other()
                && !(told.starts_with(|c: char| c.is_ascii_lowercase()) && is_label()));
        // `Account Name: wfakeborn` of Windows.
        let is_called = rule.kind == Kind::Account
            && label.to_ascii_lowercase().ends_with("name")
            && is_plain_login(told)
            && !is_common(told);
        let is_told = is_called || is_told(text, rule.kind, &range);
        let fits = is_name && !is_said && is_told && rule.allows(told, true);
        fits.then(|| self.emit(range, rule.kind))
    }

    /// The last cell of a line whose first one is a label of several words, or one that is no member's name.
    fn labelled_beside(&mut self, end: usize, join: &Join) -> Option<usize> {
        let text = self.text;
        let (rule, start) = before(text, end, self.sought)?;
        let label = text.slice(start..end);
        if !field::starts_line(text, start)
            || (label.bytes().all(is_name) && !rules::is_label(label))
        {
            return None;
        }
        let cell = join.value
            ..text.run(join.value, |byte| !is_line_end(byte) && !matches!(byte, b'\t' | b'|'));
        let rest = text.run(cell.end, |byte| matches!(byte, b' ' | b'\t' | b'|'));
        let is_last = text.byte(rest).is_none_or(is_line_end);
        let cell = text.trim(cell);
        (is_last
            && !value::is_heading(text, join.value)
            && is_value_below(text, rule, &cell, true, self.sought))
        .then(|| self.emit(cell, rule.kind))
    }

    /// The value in the line below a label that is all of its own line, as forms and cells are copied; the
    /// label's last word ends at a place.
    pub(super) fn labelled_above(&mut self, end: usize) -> Option<usize> {
        let text = self.text;
        let sign = text.run(end, |byte| matches!(byte, b':' | b' ' | b'*' | b'#'));
        // Most lines that end with a number are no labels.
        let is_number = text.before(end).is_some_and(|byte| byte.is_ascii_digit());
        if is_number || !text.byte(sign).is_some_and(is_line_end) {
            return None;
        }
        let signs = text.slice(end..sign);
        let number = || before_number(text, end, self.sought).filter(|_| signs.contains('#'));
        let (rule, start) = number().or_else(|| before(text, end, self.sought))?;
        if !field::starts_line(text, start) {
            return None;
        }
        let has_sign = signs.contains([':', '#']);
        let label = text.slice(start..end);
        // A word of a heading, `Patient`, labels nothing by itself.
        if !has_sign && rules::is_label(label) {
            return None;
        }
        let below = sign.saturating_add(if text.has(sign, "\r\n") { 2 } else { 1 });
        let lead = text.run(below, |byte| is_space(byte) || matches!(byte, b'>' | b'*' | b'|'));
        let line = text.trim(lead..text.run(lead, |byte| !is_line_end(byte)));
        let line = line.start..with_town(text, rule.kind, line.end);
        let first = line.start..text.run(line.start, |byte| !is_line_end(byte)).min(line.end);
        (line.start >= self.examined
            && is_value_below(text, rule, &text.trim(first), has_sign, self.sought))
        .then(|| self.emit(line, rule.kind))
    }

    /// The number at a place behind a label without a sign: `MRN 00998877`, `born on 2 Jan 1990`.
    pub(super) fn numbered(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let is_digit = |at: usize| text.byte(at).is_some_and(|byte| byte.is_ascii_digit());
        // Some have two letters before their digits and one behind: `AB12345C`.
        let has_digits =
            is_digit(at) || is_digit(end.saturating_sub(1)) || is_digit(at.saturating_add(2));
        // The letters of ids are digits as well.
        if at < self.examined || !(has_digits || self.sought.ids) {
            return None;
        }
        let gap = text.run_before(at, 5, |byte| matches!(byte, b' ' | b'#' | b':' | b'.' | b'('));
        let mut label = at.saturating_sub(gap);
        // Most numbers are told from those that may count by their length alone.
        let near = text.0.as_bytes().get(at..).unwrap_or_default().iter().take(LONGEST_WORD);
        if gap == 0 || near.filter(|byte| byte.is_ascii_digit()).count() < FEWEST_DIGITS {
            return None;
        }
        for verb in VERBS.iter().chain(&["on", "am", "no"]) {
            let start = label.saturating_sub(verb.len());
            if text.before(start) == Some(b' ') && text.has(start, verb) {
                // `Policy no.` is a name of the tables, `MRN no.` is none.
                if before(text, label, self.sought).is_none() {
                    label = start.saturating_sub(1);
                }
                break;
            }
        }
        let has_mark = text.slice(at.saturating_sub(gap)..at).contains('#');
        let number = || before_number(text, label, self.sought).filter(|_| has_mark);
        let (Rule { kind, .. }, _) = number().or_else(|| before(text, label, self.sought))?;
        let is_number = match kind {
            Kind::Phone
            | Kind::Ssn
            | Kind::RecordNumber
            | Kind::Account
            | Kind::Vehicle
            | Kind::Date => has_digits,
            kind => kind == Kind::Id,
        };
        let range = extent::of(text, kind, at..value::bare_end(text, at));
        let told = text.slice(range.clone()).trim_end_matches(['.', '?', '!', ',', ':']);
        let range = range.start..range.start.saturating_add(told.len());
        let is_date = kind != Kind::Date || told.contains(['-', '/', '.', ' ']);
        (is_number && is_date && is_told(text, kind, &range)).then(|| self.emit(range, kind))
    }
}
