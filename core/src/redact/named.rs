//! Values behind names: what the tables say of a name, of what lies around it, and of the name beside it.

use core::ops::Range;

use super::kind::Kind;
use super::rules::around::{self, Container};
use super::rules::said::REFUSALS;
use super::rules::{self, Check, Name, Place, Rule};
use super::scan::Scanner;
use super::text::{Text, is_space};
use super::value::{self, Join, Joint, Ranges, Value};
use super::{extent, field, pair, people, prose, quote, shape};

impl Scanner<'_> {
    /// The value behind a name; where it ends, if it was masked.
    pub(super) fn named(
        &mut self,
        at: usize,
        plain: &str,
        join: &Join,
        escape: Option<u32>,
    ) -> Option<usize> {
        let text = self.text;
        self.opens = Container::Other;
        self.opens_pair = None;
        if join.joint == Joint::Column
            && (!field::starts_line(text, at) || value::is_heading(text, join.value))
        {
            return None;
        }
        let name = text.slice(at..join.name_end);
        let known = Name::of(name)?;
        if let Some(kind) = known.field() {
            let values = field::values(text, at, join, escape);
            let mark = (join.is_quoted && join.joint == Joint::Colon).then_some(join.mark.clone());
            let last =
                values.into_iter().map(|range| self.emit_marked(range, kind, mark.clone())).max();
            if last.is_some() {
                return last;
            }
        }
        if join.joint == Joint::Comma {
            return self.listed(at, join);
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
        let variable = || rules::variable(name).filter(|_| join.joint == Joint::Equals);
        let own = known.member().or_else(variable).or_else(|| self.sought.id(&known));
        let around = around::member(container, plain).map(Rule::in_structure);
        let is_named = around::NAMED.contains(&plain);
        let paired = self.beside(at).or_else(|| self.frames.paired()).filter(|_| is_named);
        let paired = paired.map(|rule| Rule { place: Place::Anywhere, ..rule });
        let Some(rule) = paired.or(around).or(own) else {
            return self.unnamed(plain, join, is_named);
        };
        let is_structure = join.is_quoted
            || join.joint == Joint::Equals
            || self.frames.is_in_tag()
            // `{ pass: '…' }` of JavaScript.
            || (self.frames.is_in_object()
                && begins_member(text, at)
                && quote::at(text, join.value).is_some())
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
        if let Some(range) = pair::block(text, at, join) {
            return Some(self.emit(range, rule.kind));
        }
        let ranges = match value::read(text, join.value) {
            Value::Opens => {
                self.opens = around::container(plain);
                self.opens_pair = Some(rule).filter(|rule| rule.kind.is_secret());
                return None;
            }
            Value::Quoted(range) => {
                // A key in PEM form goes on over the ends of lines.
                let block = shape::pem::at(text, range.start).unwrap_or(range.clone());
                field::string(text, range.start..range.end.max(block.end))
            }
            Value::Bare(range) => {
                let range = self.extent(rule, range, join);
                if let Some(range) = prose::plain_words(text, at, rule, join, &range) {
                    return Some(self.emit(range, rule.kind));
                }
                let is_prose = matches!(join.joint, Joint::Colon | Joint::Column)
                    && (value::is_prose(text, &range) || is_counted(text, rule, join, &range));
                // `Password: required`
                let is_said = join.joint == Joint::Colon
                    && !join.is_quoted
                    && REFUSALS
                        .iter()
                        .any(|word| text.slice(range.clone()).eq_ignore_ascii_case(word));
                if is_prose || is_said || !fits(&range) {
                    self.examined = range.end;
                    return None;
                }
                Ranges::from(range)
            }
            Value::List(ranges) => ranges.into(),
        };
        self.look(ranges.end());
        let mark = (join.is_quoted && join.joint == Joint::Colon).then_some(join.mark.clone());
        let kind_of = |range: &Range<usize>| rule.kind_of(text.slice(range.clone()));
        let values = ranges.into_iter().filter(fits).map(|range| (kind_of(&range), range));
        values.map(|(kind, range)| self.emit_marked(range, kind, mark.clone())).max()
    }

    /// The whole of a value without marks; names and addresses have several words where people write them.
    fn extent(&self, rule: Rule, first: Range<usize>, join: &Join) -> Range<usize> {
        let Rule { kind, check, .. } = rule;
        // `caregiver=Jane Testperson`, as logs have it.
        if check == Check::PersonName
            && join.joint == Joint::Equals
            && let Some((name, _)) = people::name(self.text, first.start)
            && name.end > first.end
        {
            return name;
        }
        let is_written = join.joint == Joint::Colon && !join.is_quoted;
        if matches!(kind, Kind::Person | Kind::Address) && !is_written {
            return first;
        }
        extent::of(self.text, kind, first)
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
}

/// `Fax: 4071`, `PASS: 401 handled`: a number too short for what its name says, where people write.
fn is_counted(text: Text<'_>, rule: Rule, join: &Join, range: &Range<usize>) -> bool {
    let value = text.slice(range.clone());
    let is_short = value.len() <= 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    let is_typed = rule.check == Check::MadeInText
        && text
            .byte(text.run(range.end, is_space))
            .is_some_and(|byte| byte.is_ascii_alphanumeric());
    is_short && !join.is_quoted && (rule.kind == Kind::Phone || is_typed)
}

/// Whether a place is one where a member of an object begins.
fn begins_member(text: Text<'_>, at: usize) -> bool {
    let gap = text.run_before(at, 40, is_space);
    let before = text.before(at.saturating_sub(gap));
    before.is_none_or(|byte| matches!(byte, b'{' | b','))
}
