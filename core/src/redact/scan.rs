//! Finds what has to be masked, in one pass over the text: values behind names, and values by their shape.
//!
//! By hand, since patterns over pasted text can be made to take for ever: each place is looked at a bounded
//! number of times, and what was masked is jumped over. What the tables say is in `rules` and `shape`.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use super::frame::{Frame, Frames, Sort};
use super::kind::Kind;
use super::mask::{is_placeholder, placeholder_end};
use super::rules::around::{self, Container};
use super::rules::phrases::{NOBODY, PHRASES};
use super::rules::{self, Check, Place, Rule};
use super::text::{Text, is_line_end, is_name};
use super::value::{self, Join, Joint, Value};
use super::{Found, field, hl7, quote, shape};

/// Every stretch to mask, in order and apart from one another.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut scanner = Scanner::new(Text(text));
    let mut at = 0usize;
    while at < text.len() {
        at = scanner.step(at).max(at.saturating_add(1));
    }
    let mut found = scanner.found;
    // A value may come before the name that it has: the longer of two that overlap wins.
    found.sort_by_key(|found| (found.range.start, Reverse(found.range.end)));
    let mut end = 0usize;
    found.retain(|found| {
        let is_apart = found.range.start >= end;
        end = end.max(found.range.end);
        is_apart
    });
    found
}

pub(super) struct Scanner<'a> {
    pub(super) text: Text<'a>,
    found: Vec<Found>,
    /// Where the last stretch ends.
    floor: usize,
    pub(super) frames: Frames,
    /// What the object is about that the next bracket opens.
    opens: Container,
    /// A place where a word begins although a letter stands before it, as behind `\n`.
    fresh: usize,
    /// How often the line end before that place is escaped.
    escape: Option<u32>,
    /// How far a value was read and let stand; what lies in it is not read once more as a value.
    pub(super) examined: usize,
    /// Whether a parameter `state` stands in the address that is read.
    has_state: bool,
}

impl<'a> Scanner<'a> {
    fn new(text: Text<'a>) -> Self {
        Self {
            text,
            found: Vec::new(),
            floor: 0,
            frames: Frames::default(),
            opens: Container::Other,
            fresh: 0,
            escape: None,
            examined: 0,
            has_state: false,
        }
    }

    /// Looks at a place and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        let text = self.text;
        let next = at.saturating_add(1);
        let Some(byte) = text.byte(at) else { return next };
        match byte {
            b'[' => {
                if let Some(end) = placeholder_end(text, at) {
                    return end;
                }
                self.open_bracket(Sort::List);
            }
            b'{' => self.open_bracket(Sort::Object),
            b'}' | b']' => self.frames.pop_bracket(),
            b'<' => return self.open_tag(at, next),
            b'>' => return self.end_tag(at, next),
            b'&' => return self.entity(at),
            b'\\' => return self.escaped(at),
            b'%' => return self.percent(at),
            b'@' => return self.email(at..next),
            b':' if text.has(next, "//") => {
                let start = at.saturating_add(3);
                if let Some(range) = shape::userinfo::at(text, start) {
                    self.emit(range, Kind::Credentials);
                }
                return start.max(self.floor);
            }
            b'+' | b'(' if !text.before(at).is_some_and(is_name) => {
                if let Some((range, kind)) = shape::at(text, at) {
                    return self.emit(range, kind);
                }
            }
            b'-' => return self.dash(at),
            b'"' | b'\'' => self.has_state = false,
            byte if byte.is_ascii_whitespace() => self.has_state = false,
            byte if is_name(byte) => {
                let starts = at == self.fresh || !text.before(at).is_some_and(is_name);
                return if starts { self.word(at) } else { text.run(at, is_name) };
            }
            _ => {}
        }
        next
    }

    /// Notes a stretch, and says where it ends.
    pub(super) fn emit(&mut self, range: Range<usize>, kind: Kind) -> usize {
        let end = range.end;
        let value = self.text.slice(range.clone());
        let is_value = !value.trim().is_empty() && !is_placeholder(value);
        // Stars are somebody's mask already.
        if is_value && range.start >= self.floor && !value.bytes().all(|byte| byte == b'*') {
            self.floor = end;
            self.found.push(Found { range, kind, mark: None });
        }
        end
    }

    /// Notes a value of JSON: a number gets the quotation marks of its name around the placeholder.
    fn emit_marked(
        &mut self,
        range: Range<usize>,
        kind: Kind,
        mark: Option<Range<usize>>,
    ) -> usize {
        let is_bare = quote::before(self.text, range.start).is_none();
        let known = self.found.len();
        let end = self.emit(range, kind);
        if is_bare
            && self.found.len() > known
            && let Some(last) = self.found.last_mut()
        {
            last.mark = mark;
        }
        end
    }

    fn open_bracket(&mut self, sort: Sort) {
        let container = core::mem::take(&mut self.opens);
        self.frames.push(Frame::new(sort, container));
    }

    fn email(&mut self, sign: Range<usize>) -> usize {
        match shape::email::around(self.text, sign.clone(), self.floor) {
            Some(range) => self.emit(range, Kind::Email),
            None => sign.end,
        }
    }

    fn percent(&mut self, at: usize) -> usize {
        let hex = |offset: usize| {
            self.text.byte(at.saturating_add(offset)).is_some_and(|byte| byte.is_ascii_hexdigit())
        };
        if !(hex(1) && hex(2)) {
            return at.saturating_add(1);
        }
        let end = at.saturating_add(3);
        self.fresh = end;
        self.escape = None;
        if self.text.has(at, "%40") { self.email(at..end) } else { end }
    }

    /// A row of backslashes and what it escapes.
    fn escaped(&mut self, at: usize) -> usize {
        let run = self.text.run(at, |byte| byte == b'\\');
        let count = run.saturating_sub(at);
        let (length, level) = match self.text.byte(run) {
            Some(b'n' | b'r') => (1, Some(count.trailing_zeros())),
            Some(b't') => (1, None),
            Some(b'u') if self.text.has(run, "u003c") => {
                return self.open_tag(at, run.saturating_add(5));
            }
            Some(b'u') if self.text.has(run, "u003e") => {
                return self.end_tag(at, run.saturating_add(5));
            }
            Some(b'u') if self.text.has(run, "u00") => (5, None),
            _ => return run,
        };
        self.fresh = run.saturating_add(length).min(self.text.len());
        self.escape = level;
        self.fresh
    }

    fn entity(&mut self, at: usize) -> usize {
        if self.text.has(at, "&lt;") {
            return self.open_tag(at, at.saturating_add(4));
        }
        if self.text.has(at, "&gt;") {
            return self.end_tag(at, at.saturating_add(4));
        }
        at.saturating_add(if self.text.has(at, "&amp;") { 5 } else { 1 })
    }

    /// Rows of dashes begin keys; single ones begin the options of a command.
    fn dash(&mut self, at: usize) -> usize {
        if let Some(range) = shape::pem::at(self.text, at) {
            return self.emit(range, Kind::Key);
        }
        if self.text.before(at).is_none_or(|byte| byte.is_ascii_whitespace() || byte == b'\'')
            && let Some((range, kind)) = super::option::at(self.text, at)
        {
            return self.emit(range, kind);
        }
        self.text.run(at, |byte| byte == b'-')
    }

    fn word(&mut self, at: usize) -> usize {
        let text = self.text;
        let end = text.run(at, is_name);
        let escape = self.escape.take().filter(|_| at == self.fresh);
        let starts_segment = escape.is_some()
            || text
                .before(at)
                .is_none_or(|byte| is_line_end(byte) || matches!(byte, b'"' | b'>' | b'\x0b'))
            || (end.saturating_sub(at) == 3 && field::starts_line(text, at));
        if starts_segment && let Some((fields, end)) = hl7::fields(text, at) {
            for (range, kind) in fields {
                self.emit(range, kind);
            }
            return end;
        }
        if let Some(join) = value::join(text, end)
            && let Some(plain) = rules::plain(text.slice(at..end))
            && let Some(next) = self.named(at, &plain, &join, escape)
        {
            return next;
        }
        if let Some(next) = self.phrase(at) {
            return next;
        }
        match shape::at(text, at) {
            Some((range, kind)) => self.emit(range, kind),
            None => end,
        }
    }

    /// The value behind a name; where it ends, if it was masked.
    fn named(&mut self, at: usize, plain: &str, join: &Join, escape: Option<u32>) -> Option<usize> {
        let text = self.text;
        self.opens = Container::Other;
        if let Some(kind) = rules::field(plain) {
            let values = field::values(text, at, join, escape);
            let mark = (join.is_quoted && join.joint == Joint::Colon).then_some(join.mark.clone());
            let last =
                values.into_iter().map(|range| self.emit_marked(range, kind, mark.clone())).max();
            if last.is_some() {
                return last;
            }
        }
        if join.joint == Joint::Comma {
            return None;
        }
        if join.joint == Joint::Equals
            && let Some(next) = self.code_beside_state(plain, join)
        {
            return Some(next);
        }
        if around::NAMING.contains(&plain)
            && let Some(next) = self.naming(join)
        {
            return Some(next);
        }
        let container = self.frames.container();
        let own = rules::member(plain);
        let around = around::member(container, plain).map(Rule::in_structure);
        let is_named = around::NAMED.contains(&plain);
        let paired = self.frames.paired().filter(|_| is_named);
        let Some(rule) = paired.or(around).or(own) else {
            return self.unnamed(plain, join, is_named);
        };
        let is_structure = join.is_quoted
            || join.joint == Joint::Equals
            || self.frames.is_in_tag()
            || field::starts_line(text, at);
        // `Age: 95` at the start of a line is a field of HTTP.
        let is_http_age = rule.check == Check::HighAge
            && (container == Container::Headers || (join.joint == Joint::Colon && !join.is_quoted));
        if (rule.place == Place::Structure && !is_structure) || is_http_age {
            return None;
        }
        let is_sentence = container == Container::Errors && paired.is_none();
        let fits = |range: &Range<usize>| {
            let value = text.slice(range.clone());
            rule.allows(value, is_structure) && !(is_sentence && value.contains(' '))
        };
        if join.value < self.examined {
            return None;
        }
        let ranges = match value::read(text, join.value) {
            Value::Opens => {
                self.opens = around::container(plain);
                return None;
            }
            Value::Quoted(range) => {
                // A key in PEM form goes on over the ends of lines.
                let block = shape::pem::at(text, range.start).unwrap_or(range.clone());
                alloc::vec![range.start..range.end.max(block.end)]
            }
            Value::Bare(range) => {
                let range = if rule.kind == Kind::Date { value::date(text, range) } else { range };
                let is_prose = join.joint == Joint::Colon && value::is_prose(text, &range);
                if is_prose || !fits(&range) {
                    self.examined = range.end;
                    return None;
                }
                alloc::vec![range]
            }
            Value::List(ranges) => ranges,
        };
        let values = ranges.into_iter().filter(fits).collect::<Vec<_>>();
        let mark = (join.is_quoted && join.joint == Joint::Colon).then_some(join.mark.clone());
        values.into_iter().map(|range| self.emit_marked(range, rule.kind, mark.clone())).max()
    }

    /// A name of no table: its value may be named by a later member, or open something that we know.
    fn unnamed(&mut self, plain: &str, join: &Join, is_named: bool) -> Option<usize> {
        match self.text.byte(join.value) {
            Some(b'[' | b'{') => self.opens = around::container(plain),
            _ if is_named => {
                if let Value::Quoted(range) = value::read(self.text, join.value) {
                    self.frames.keep_value(range);
                }
            }
            _ => {}
        }
        None
    }

    /// `"name":"Authorization"`: the value beside it, before or behind, is masked by that name.
    fn naming(&mut self, join: &Join) -> Option<usize> {
        let text = self.text;
        let open = quote::at(text, join.value)?;
        let end = text.run(open.end, |byte| is_name(byte) || byte == b'.');
        quote::at(text, end)?;
        let name = text.slice(open.end..end).rsplit('.').next().and_then(rules::plain)?;
        let rule = rules::field(&name).map(Rule::any_of).or_else(|| rules::member(&name))?;
        if let Some(value) = self.frames.pair(rule) {
            // The value lies before what was found last, so it is not asked whether it begins behind it.
            if rule.allows(text.slice(value.clone()), true)
                && !is_placeholder(text.slice(value.clone()))
            {
                self.found.push(Found { range: value, kind: rule.kind, mark: None });
            }
        }
        Some(super::tag::part(text, end).map_or(end, |range| self.emit(range, rule.kind)))
    }

    /// `code=` is a secret where it stands beside `state=` and is no number.
    fn code_beside_state(&mut self, plain: &str, join: &Join) -> Option<usize> {
        const WINDOW: usize = 256;
        self.has_state |= plain == "state";
        if plain != "code" || join.value < self.examined {
            return None;
        }
        let end = value::bare_end(self.text, join.value);
        let value = self.text.slice(join.value..end);
        if value.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let rest = self.text.0.as_bytes().get(end..).unwrap_or_default();
        let rest = rest.get(..WINDOW.min(rest.len())).unwrap_or_default();
        let address = rest.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\''));
        let is_beside = address.take(1).any(|address| {
            address.starts_with(b"&") && address.windows(6).any(|part| part == b"state=")
        });
        if self.has_state || is_beside {
            return Some(self.emit(join.value..end, Kind::Token));
        }
        self.examined = end;
        None
    }

    /// The name behind fixed words of a message.
    fn phrase(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let phrase = PHRASES.iter().find(|phrase| text.has(at, phrase.words))?;
        let start = at.saturating_add(phrase.words.len());
        let range = match quote::at(text, start) {
            Some(open) => open.end..quote::close(text, open),
            None if phrase.quoted => return None,
            None => text.trim(
                start..text.run(start, |byte| {
                    !is_line_end(byte) && !matches!(byte, b'"' | b'\\' | b'<' | b'&' | b',' | b';')
                }),
            ),
        };
        let is_nobody = NOBODY.contains(&text.slice(range.clone()));
        (!is_nobody && !range.is_empty()).then(|| self.emit(range, Kind::Person))
    }
}
