//! Finds what has to be masked, in one pass over the text: values behind names, and values by their shape.
//!
//! By hand, since patterns over pasted text can be made to take for ever: each place is looked at a bounded
//! number of times, and what was masked is jumped over. What the tables say is in `rules` and `shape`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use super::beginnings::Beginnings;
use super::encoded::{self, Look};
use super::frame::{Frame, Frames, Sort};
use super::html_table::HtmlTable;
use super::kind::Kind;
use super::mask::{is_placeholder, placeholder_end};
use super::rules;
use super::rules::around::Container;
use super::rules::phrases::{Ends, NOBODY, PHRASES, is_common};
use super::rules::{Rule, Sought};
use super::text::{Text, is_line_end, is_name};
use super::trail::{BEHIND, Memory, Trail};
use super::values::Values;
use super::{Around, Found, Inside, MAX_DEPTH, field, hl7, quote, shape, value};
use crate::order;

/// Every stretch to mask, in order and apart from one another; `read` are the texts in base64 that hold nothing,
/// and `around` is what is known of this one.
pub(super) fn find(text: &str, read: &Values, around: Around) -> Vec<Found> {
    find_along(text, read, around, &mut Trail::default())
}

/// As [`find`], in a text that was read before: only around what changed since, if the trail tells of it.
pub(super) fn find_along(
    text: &str,
    read: &Values,
    around: Around,
    trail: &mut Trail,
) -> Vec<Found> {
    let mut scanner = Scanner::new(Text(text), read, around);
    scanner.go_along(trail);
    let found = in_order(scanner.found);
    debug_assert!(
        {
            let mut scanner = Scanner::new(Text(text), read, around);
            scanner.go_along(&mut Trail::default());
            let all = in_order(scanner.found).into_iter().map(|found| (found.range, found.kind));
            all.eq(found.iter().map(|found| (found.range.clone(), found.kind)))
        },
        "a whole reading finds the same"
    );
    found
}

fn in_order(mut found: Vec<Found>) -> Vec<Found> {
    // A value may come before the name that it has: the longer of two that overlap wins.
    order::sort_by_key(&mut found, |found| {
        let end = u32::MAX.saturating_sub(order::place(found.range.end));
        order::both(order::place(found.range.start), end)
    });
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
    pub(super) found: Vec<Found>,
    /// Texts in base64 that hold nothing to mask, and how many encoded texts lie around them.
    read: &'a Values,
    around: Around,
    /// Which tables count.
    pub(super) sought: Sought,
    /// Where the last stretch ends.
    floor: usize,
    pub(super) frames: Frames,
    /// What the object is about that the next bracket opens.
    pub(super) opens: Container,
    /// A place where a word begins although a letter stands before it, as behind `\n`.
    fresh: usize,
    /// How often the line end before that place is escaped.
    escape: Option<u32>,
    /// What the object's `value` is that the next bracket opens.
    pub(super) opens_pair: Option<Rule>,
    /// What a value is whose name was the last word, and where that word ends.
    pub(super) beside: Option<(Rule, usize)>,
    /// How far a value was read and let stand; what lies in it is not read once more as a value.
    pub(super) examined: usize,
    /// The table of HTML that is read.
    pub(super) cells: HtmlTable,
    /// Where the last table ends whose columns were masked.
    pub(super) table_end: usize,
    /// Where the last statement of a database ends whose values were masked.
    pub(super) statement_end: usize,
    /// Whether a parameter `state` stands in the address that is read.
    pub(super) has_state: bool,
    /// How far was looked ahead for a value that was none.
    far: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: Text<'a>, read: &'a Values, around: Around) -> Self {
        Self {
            text,
            found: Vec::new(),
            read,
            around,
            sought: around.sought,
            floor: 0,
            frames: Frames::default(),
            opens: Container::Other,
            opens_pair: None,
            beside: None,
            fresh: 0,
            escape: None,
            examined: 0,
            cells: HtmlTable::default(),
            table_end: 0,
            statement_end: 0,
            has_state: false,
            far: 0,
        }
    }

    /// Reads the text, or what changed in it, and notes where the reading went.
    fn go_along(&mut self, trail: &mut Trail) {
        let mut route = trail.take();
        let mut at = 0usize;
        // Where a stop has to be met or noted; between such places nothing is asked.
        let mut next = 0usize;
        while at < self.text.len() {
            if at >= next {
                if route.joins(at, || self.memory(at)) {
                    if !route.skip(trail) {
                        return;
                    }
                    at = self.go_back(trail);
                }
                next = trail.next(at, || self.memory(at)).min(route.next(at));
            }
            at = self.step(at).max(at.saturating_add(1));
        }
    }

    /// Goes to the last stop of a trail; says where it is.
    fn go_back(&mut self, trail: &Trail) -> usize {
        let Some((at, memory)) = trail.last() else { return 0 };
        let Memory { frames, opens, opens_pair, cells, has_state } = memory.clone();
        let found = core::mem::take(&mut self.found);
        *self = Self {
            found,
            frames,
            opens,
            opens_pair,
            cells,
            has_state,
            ..Self::new(self.text, self.read, self.around)
        };
        at
    }

    /// What is remembered at a place; nothing if something else is that could still count.
    fn memory(&self, at: usize) -> Option<Memory> {
        let last = self.floor.max(self.examined).max(self.table_end).max(self.statement_end);
        let last = self.beside.as_ref().map_or(0, |(_, end)| *end).max(self.fresh).max(last);
        let is_free = last.max(self.far).saturating_add(BEHIND) <= at || last.max(self.far) == 0;
        is_free.then(|| Memory {
            frames: self.frames.clone(),
            opens: self.opens,
            opens_pair: self.opens_pair,
            cells: self.cells.clone(),
            has_state: self.has_state,
        })
    }

    /// Notes how far was looked ahead for a value that may be let stand.
    pub(super) fn look(&mut self, end: usize) {
        self.far = self.far.max(end);
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
                if let Some((range, kind)) = shape::at(text, at, Beginnings::at(text, at)) {
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
        // Stars are somebody's mask already.
        let is_masked = || {
            value.bytes().all(|byte| byte == b'*')
                || value::is_variable(value)
                || value::is_absent(value)
        };
        let is_status = || kind.is_secret() && self.is_status(range.start);
        if range.start >= self.floor
            && !is_placeholder(value)
            && !value.trim().is_empty()
            && !is_masked()
            && !is_status()
        {
            self.floor = end;
            self.found.push(Found { range, kind, mark: None, inside: None });
        }
        end
    }

    /// Whether a status and its reason phrase begin at a place, as in `refreshing the token: 401 Unauthorized`.
    fn is_status(&self, at: usize) -> bool {
        let text = self.text;
        let end = text.run(at, |byte| byte.is_ascii_digit());
        let word = end.saturating_add(1);
        let word = word..text.run(word, |byte| byte.is_ascii_alphabetic());
        end.saturating_sub(at) == 3
            && matches!(text.byte(at), Some(b'1'..=b'5'))
            && text.byte(end) == Some(b' ')
            && text.byte(word.start).is_some_and(|byte| byte.is_ascii_uppercase())
            && is_common(text.slice(word))
    }

    /// Notes a value of JSON: a number gets the quotation marks of its name around the placeholder.
    pub(super) fn emit_marked(
        &mut self,
        range: Range<usize>,
        kind: Kind,
        mark: Option<Range<usize>>,
    ) -> usize {
        let is_bare = mark.is_some() && quote::before(self.text, range.start).is_none();
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
        let mut frame = Frame::new(sort, container);
        frame.pair = self.opens_pair.take().filter(|_| sort == Sort::Object);
        self.frames.push(frame);
    }

    fn email(&mut self, sign: Range<usize>) -> usize {
        match shape::email::around(self.text, sign.clone(), self.floor) {
            Some(range) => {
                if let Some(name) = shape::email::display_name(self.text, range.start, self.floor) {
                    self.emit(name, Kind::Person);
                }
                self.emit(range, Kind::Email)
            }
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
        // The sign itself may be written so once more.
        let is_twice = self.text.has(at, "%25") && hex(3) && hex(4);
        let end = at.saturating_add(if is_twice { 5 } else { 3 });
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
            Some(b'u') if self.text.has(run, "u00") || self.text.has(run, "u201") => (5, None),
            Some(b'x') if self.text.has(run, "x2") => (3, None),
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
            || (end.saturating_sub(at) == 3
                && (text.before(at) == Some(b' ') || field::starts_line(text, at)));
        if starts_segment && let Some((fields, end)) = hl7::fields(text, at) {
            for (range, kind) in fields {
                self.emit(range, kind);
            }
            return end;
        }
        if self.sought.ids
            && let Some(next) = self.id(at, end, starts_segment)
        {
            return next;
        }
        if let Some(next) = self.below(at, end).or_else(|| self.labelled_above(end)) {
            return next;
        }
        self.table(at, end);
        let beginnings = Beginnings::at(text, at);
        // What is said of a name and a password together is more than what is said of the name.
        if beginnings.is_login()
            && let Some(next) = self.login(at, end)
        {
            return next;
        }
        let join = value::join(text, end);
        if let Some(join) = &join
            && let Some(next) = self.labelled(end, join)
        {
            return next;
        }
        if let Some(join) = join
            && let Some(plain) = rules::plain(text.slice(at..end))
            && let Some(next) = self.named(at, plain.as_str(), &join, escape)
        {
            return next;
        }
        if let Some(next) = self.signed_in(at, end) {
            return next;
        }
        if beginnings.is_phrase()
            && let Some(next) = self.phrase(at)
        {
            return next;
        }
        if beginnings.is_spoken()
            && let Some(next) = self.spoken(at)
        {
            return next;
        }
        if beginnings.is_introduction()
            && let Some(next) = self.introduced(at, end)
        {
            return next;
        }
        if beginnings.is_sign_in()
            && let Some(next) = self.sign_in(at)
        {
            return next;
        }
        if let Some(next) = self.path_part(at, end).or_else(|| self.resource(at, end)) {
            return next;
        }
        if let Some(next) = self.domain_user(at, end) {
            return next;
        }
        if beginnings.is_insert() {
            self.insert(at);
        }
        if let Some(next) = self.numbered(at, end) {
            return next;
        }
        match shape::at(text, at, beginnings) {
            Some((range, kind)) => self.emit(range, kind),
            None => self.encoded(at, end).unwrap_or(end),
        }
    }

    /// A text in base64 that begins with a word, where something in it has to be masked.
    fn encoded(&mut self, at: usize, end: usize) -> Option<usize> {
        if self.around.depth >= MAX_DEPTH {
            return None;
        }
        let inside = self.around.inside();
        let is_known = |text: &str| self.read.get(text) == Some(inside.depth);
        let encoded = match encoded::at(self.text, at..end, is_known)? {
            Look::New(encoded) => encoded,
            Look::Known(end) => return Some(end),
        };
        let end = encoded.range.end;
        let found = find(&encoded.text, self.read, inside);
        // What opens a door is told first.
        let secret = found.iter().find(|found| found.kind.is_secret());
        if let Some(Found { kind, .. }) = secret.or(found.first()) {
            let known = self.found.len();
            let is_content = encoded.is_content();
            self.emit(encoded.range, *kind);
            if is_content
                && self.found.len() > known
                && let Some(last) = self.found.last_mut()
            {
                last.inside = Some(Box::new(Inside { text: encoded.text, found }));
            }
        }
        Some(end)
    }

    /// The name behind fixed words of a message.
    fn phrase(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let mut phrases = text.rows_at(at, PHRASES, |phrase| phrase.words);
        phrases.find_map(|phrase| {
            let start = at.saturating_add(phrase.words.len());
            let range = match (phrase.ends, quote::at(text, start)) {
                (Ends::Quoted | Ends::Clause, Some(open)) => open.end..quote::close(text, open),
                (Ends::Quoted, None) => return None,
                (Ends::Clause, None) => text.trim(
                    start..text.run(start, |byte| {
                        !is_line_end(byte)
                            && !matches!(byte, b'"' | b'\\' | b'<' | b'&' | b',' | b';')
                    }),
                ),
                (Ends::Bracket, _) => {
                    start
                        ..text.run(start, |byte| !is_line_end(byte) && !matches!(byte, b')' | b'"'))
                }
            };
            let name = text.slice(range.clone());
            // Numbers in marks are ids and codes.
            let is_nobody = NOBODY.contains(&name)
                || (phrase.ends == Ends::Quoted && name.bytes().all(|byte| byte.is_ascii_digit()));
            (!is_nobody && !range.is_empty()).then(|| self.emit(range, phrase.kind))
        })
    }
}
