//! Values behind names: what the tables say of a name, of what lies around it, and of the name beside it.

use alloc::vec::Vec;
use core::ops::Range;

use super::kind::Kind;
use super::mask::is_placeholder;
use super::rules::around::{self, Container};
use super::rules::{self, Check, Place, Rule};
use super::scan::Scanner;
use super::text::is_name;
use super::value::{self, Join, Joint, Value};
use super::{Found, field, quote, shape, tag};

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
        Some(tag::part(text, end).map_or(end, |range| self.emit(range, rule.kind)))
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
