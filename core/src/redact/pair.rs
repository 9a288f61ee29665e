//! Names that stand beside their values and are joined to them by nothing but their places: members `name`
//! and `value`, lists of two, the parts of a form, a name in one line and its value in the next.

use core::ops::Range;

use super::kind::Kind;
use super::mask::is_placeholder;
use super::rules::said::REFUSALS;
use super::rules::{self, Rule};
use super::scan::Scanner;
use super::text::{Text, is_line_end, is_name, is_space};
use super::value::{self, Join, Joint, Value};
use super::{Found, field, quote, tag};

/// How far a name and its value can stand apart in the lines of a YAML file.
const LONGEST_GAP: usize = 64;

/// Endings of what programs call a name and a password together.
const SIGNED_IN: &[&str] = &["credential", "credentials", "basicauth", "digestauth"];

impl Scanner<'_> {
    /// `"name":"Authorization"`: the value beside it, before or behind, is masked by that name.
    pub(super) fn naming(&mut self, join: &Join) -> Option<usize> {
        let text = self.text;
        let open = quote::at(text, join.value);
        let start = open.map_or(join.value, |open| open.end);
        let is_part = |byte: u8| {
            is_name(byte)
                || byte == b'.'
                // `urn:…:surname`, `http://…/claims/surname`
                || (open.is_some() && matches!(byte, b'/' | b':'))
        };
        let end = text.run(start, is_part);
        let is_whole = if open.is_some() {
            quote::at(text, end).is_some()
        } else {
            text.byte(end)
                .is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b'\\'))
        };
        let name = text.slice(start..end).rsplit(['.', '/', ':']).next()?;
        let rule = self.sought.named(name).filter(|_| is_whole)?;
        if open.is_none() {
            self.beside = Some((rule, end));
        } else if let Some(value) = self.frames.pair(rule) {
            // The value lies before what was found last, so it is not asked whether it begins behind it.
            if rule.allows(text.slice(value.clone()), true)
                && !is_placeholder(text.slice(value.clone()))
            {
                self.found.push(Found { range: value, kind: rule.kind, mark: None, inside: None });
            }
        }
        let part = tag::part(text, end).filter(|_| join.joint == Joint::Equals);
        Some(part.map_or(end, |range| self.emit(range, rule.kind)))
    }

    /// What the value is whose name stood right before it, without marks: `- name: TOKEN`, `value: …`.
    pub(super) fn beside(&mut self, at: usize) -> Option<Rule> {
        let (rule, end) = self.beside.take()?;
        let gap = self.text.0.as_bytes().get(end..at).filter(|gap| gap.len() <= LONGEST_GAP)?;
        gap.iter().all(|byte| byte.is_ascii_whitespace() || *byte == b',').then_some(rule)
    }

    /// `["password","…"]`: the second of two strings, where the first is a name and the second is none.
    pub(super) fn listed(&mut self, at: usize, join: &Join) -> Option<usize> {
        let text = self.text;
        let rule =
            rules::named(text.slice(at..join.name_end)).filter(|rule| rule.kind.is_secret())?;
        let start = quote::start(text, at)?;
        let gap = text.run_before(start, LONGEST_GAP, |byte| byte.is_ascii_whitespace());
        let closing = match text.before(start.saturating_sub(gap))? {
            b'[' => b']',
            b'(' => b')',
            _ => return None,
        };
        let Value::Quoted(range) = value::read(text, join.value) else { return None };
        self.look(range.end);
        let end = quote::at(text, range.end)?.end;
        let is_last = text.byte(text.run(end, |byte| byte.is_ascii_whitespace())) == Some(closing);
        let value = text.slice(range.clone());
        let mut words = value.split(' ');
        // Lists of fields, and what is said of one.
        let is_said = value.split(' ').count() > 2
            || words.any(|word| REFUSALS.contains(&word))
            || rules::named(value).is_some()
            // `expected one of ["token","code"]`
            || (rule.kind == Kind::Token && value.bytes().all(|byte| byte.is_ascii_lowercase()));
        (is_last && !is_said && rule.allows(value, true)).then(|| self.emit(range, rule.kind))
    }

    /// `NetworkCredential("name", "password")`: what a program signs in with.
    pub(super) fn signed_in(&mut self, at: usize, end: usize) -> Option<usize> {
        if self.text.byte(end) != Some(b'(') {
            return None;
        }
        let plain = rules::plain(self.text.slice(at..end))?;
        if !SIGNED_IN.iter().any(|known| plain.as_str().ends_with(known)) {
            return None;
        }
        let Value::List(ranges) = value::read(self.text, end) else { return None };
        ranges.into_iter().map(|range| self.emit(range, Kind::Credentials)).max()
    }

    /// A field whose value stands in the next line, as browsers copy them.
    pub(super) fn below(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let end = text.run(end, |byte| byte == b':');
        let is_alone = text.byte(end).is_some_and(is_line_end) && field::starts_line(text, at);
        if !is_alone {
            return None;
        }
        let kind = rules::field(text.slice(at..end).trim_end_matches(':'))?;
        let start = end.saturating_add(if text.has(end, "\r\n") { 2 } else { 1 });
        let start = text.run(start, is_space);
        let range = text.trim(start..text.run(start, |byte| !is_line_end(byte)));
        let value = text.slice(range.clone());
        // Else the next field, or the content.
        let is_field = text.byte(text.run(start, is_name)) == Some(b':');
        let is_content = value.starts_with(['{', '[', '<']) || value.starts_with("HTTP/");
        let is_value = value.contains(['=', ' ']) || value.len() >= 16;
        (is_value && !is_field && !is_content).then(|| self.emit(range, kind))
    }
}

/// The lines of a YAML block, `password: |`, below the name at a place; they are indented deeper than it.
pub(super) fn block(text: Text<'_>, name: usize, join: &Join) -> Option<Range<usize>> {
    let sign = text.run(join.value, |byte| matches!(byte, b'|' | b'>' | b'-' | b'+'));
    let is_block = join.joint == Joint::Colon
        && matches!(text.byte(join.value), Some(b'|' | b'>'))
        && text.byte(sign).is_some_and(is_line_end)
        && field::starts_line(text, name);
    let indent = text.run_before(name, LONGEST_GAP, is_space);
    if !is_block {
        return None;
    }
    let mut end = sign;
    loop {
        let next = end.saturating_add(if text.has(end, "\r\n") { 2 } else { 1 });
        let content = text.run(next, is_space);
        if content.saturating_sub(next) <= indent || text.byte(content).is_none_or(is_line_end) {
            break;
        }
        end = text.run(content, |byte| !is_line_end(byte));
    }
    (end > sign).then(|| text.trim(sign..end))
}
