//! HL7 version 2 messages in the pipe notation (HL7 v2.x chapter 2): segments, fields, components.
//!
//! The first segment says which characters separate what. Pastes turn the carriage return between
//! segments into a line feed, and keep or lose the bytes that frame a message on the wire (MLLP).

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::decode::limits::{MAX_CONTENT_STARTS, MAX_FIELDS, MAX_SEGMENTS};

/// The segment that opens every message.
const HEADER: &str = "MSH";
/// What frames a message on the wire (MLLP): start block, end block.
const FRAME: [char; 2] = ['\u{b}', '\u{1c}'];

/// One message.
#[derive(Debug)]
pub(crate) struct Hl7 {
    separators: Separators,
    segments: Vec<Segment>,
    start: usize,
    rest: Option<usize>,
    /// The first place that is more than is read.
    unread: Option<Range<usize>>,
}

/// The characters that MSH-1 and MSH-2 name.
#[derive(Debug, Clone, Copy)]
struct Separators {
    field: char,
    component: char,
    repetition: char,
    escape: char,
    /// How many of them stand for one, where a program escaped the message.
    escape_width: usize,
    subcomponent: char,
}

#[derive(Debug)]
struct Segment {
    name: String,
    fields: Vec<Raw>,
}

/// The text of a field and where it stands.
#[derive(Debug)]
struct Raw {
    text: String,
    span: Range<usize>,
}

/// A segment of a message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SegmentRef<'a> {
    message: &'a Hl7,
    segment: &'a Segment,
}

/// A field, or one repetition of it, or one component.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    separators: Separators,
    text: &'a str,
}

impl Hl7 {
    /// Reads a message, or finds that the text is none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let start = text.len().saturating_sub(text.trim_start_matches(is_frame).len());
        if let Some(separators) = text.get(start..).and_then(Separators::read) {
            return Some(Self::read(text, start, separators));
        }
        // Behind other words, as in a log, only an acknowledgement is worth reading.
        let starts = text.match_indices('M').map(|(start, _)| start);
        let begins =
            |start: &usize| text.get(*start..).is_some_and(|rest| rest.starts_with(HEADER));
        starts.filter(begins).take(MAX_CONTENT_STARTS).find_map(|start| {
            let separators = text.get(start..).and_then(Separators::read)?;
            let message = Self::read(text, start, separators);
            let answers = message.segments("MSA").next().is_some();
            answers.then_some(message)
        })
    }

    /// Whether more messages may begin in other words than are looked at.
    pub(crate) fn is_given_up(text: &str) -> bool {
        text.match_indices(HEADER).nth(MAX_CONTENT_STARTS).is_some()
    }

    fn read(text: &str, start: usize, separators: Separators) -> Self {
        let mut message =
            Self { separators, segments: Vec::new(), start, rest: None, unread: None };
        let mut at = start;
        let lines = text.get(start..).unwrap_or_default().split_inclusive(['\r', '\n']);
        for line in lines.flat_map(|line| separators.segments(line)) {
            let trimmed = trim_end_marks(line.trim_matches(is_frame));
            let begin = at
                .saturating_add(line.len().saturating_sub(line.trim_start_matches(is_frame).len()));
            at = at.saturating_add(line.len());
            if trimmed.is_empty() {
                continue;
            }
            let is_second = trimmed.starts_with(HEADER) && !message.segments.is_empty();
            if is_second {
                message.rest = Some(begin);
                break;
            }
            if message.segments.len() >= MAX_SEGMENTS {
                message.unread.get_or_insert(begin..text.len());
                break;
            }
            let (segment, unread) = Segment::read(trimmed, begin, separators);
            message.segments.push(segment);
            message.unread = message.unread.take().or(unread);
        }
        message
    }

    /// Where the message begins.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The segments of a name, in order.
    pub(crate) fn segments<'a>(&'a self, name: &'a str) -> impl Iterator<Item = SegmentRef<'a>> {
        self.segments
            .iter()
            .filter(move |segment| segment.name == name)
            .map(|segment| SegmentRef { message: self, segment })
    }

    /// Where another message begins.
    pub(crate) fn rest(&self) -> Option<usize> {
        self.rest
    }

    /// The first segments or fields that are more than are read.
    pub(crate) fn unread(&self) -> Option<Range<usize>> {
        self.unread.clone()
    }
}

/// A segment without the escaped line end behind it.
fn trim_end_marks(line: &str) -> &str {
    let line = line.strip_suffix("\\n").unwrap_or(line);
    line.strip_suffix("\\r").unwrap_or(line)
}

/// What may stand around a message and its segments.
fn is_frame(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || FRAME.contains(&c)
}

impl Separators {
    /// Reads `MSH|^~\&|`: the field separator, then the encoding characters up to the next one.
    fn read(text: &str) -> Option<Self> {
        let mut characters = text.strip_prefix(HEADER)?.chars();
        let field = characters.next().filter(char::is_ascii_punctuation)?;
        let (encoding, _) = characters.as_str().split_once(field)?;
        let is_encoding =
            (2..=8).contains(&encoding.len()) && encoding.chars().all(|c| c.is_ascii_punctuation());
        if !is_encoding {
            return None;
        }
        let mut characters = encoding.chars();
        let (component, repetition) = (characters.next()?, characters.next()?);
        // Messages that leave these out use the recommended ones.
        let rest = characters.as_str();
        let escape = rest.chars().next().unwrap_or('\\');
        let behind = rest.trim_start_matches(escape);
        let escape_width = rest.len().saturating_sub(behind.len()).max(1);
        let subcomponent = behind.chars().next().unwrap_or('&');
        // The escape character, and a character for cut values behind it (version 2.7).
        let is_short = escape_width == 1 || escape == '\\';
        (is_short && behind.len() <= 2).then_some(Self {
            field,
            component,
            repetition,
            escape,
            escape_width,
            subcomponent,
        })
    }

    /// Takes a line apart where a program wrote `\r` or `\n` instead of the ends of segments.
    fn segments(self, line: &str) -> impl Iterator<Item = &str> {
        let mut rest = Some(line);
        core::iter::from_fn(move || {
            let line = rest.take()?;
            let ends = line.match_indices('\\').map(|(at, _)| at);
            let mut ends = ends.filter(|at| self.is_escaped_end(line, *at));
            let end = ends.next().map(|at| at.saturating_add(2));
            let Some((segment, behind)) = end.and_then(|end| line.split_at_checked(end)) else {
                return Some(line);
            };
            rest = Some(behind);
            Some(segment)
        })
    }

    /// Whether an escaped line end stands at an offset, with another segment or nothing behind it.
    fn is_escaped_end(self, line: &str, at: usize) -> bool {
        /// As far as is looked for the next segment, in bytes.
        const NEAR: usize = 16;
        let near = line.floor_char_boundary(at.saturating_add(NEAR));
        let rest = line.get(at..near).unwrap_or_default();
        let Some(behind) = rest.strip_prefix("\\r").or_else(|| rest.strip_prefix("\\n")) else {
            return false;
        };
        let behind = behind.trim_start_matches(['\\', 'r', 'n']);
        let name = behind.get(..3).unwrap_or_default();
        behind.trim().is_empty()
            || name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
                && behind.get(3..).is_some_and(|rest| rest.starts_with(self.field))
    }
}

impl Segment {
    /// Reads a line, and tells where fields stand that are more than are read.
    fn read(line: &str, begin: usize, separators: Separators) -> (Self, Option<Range<usize>>) {
        let mut fields = Vec::new();
        let mut at = begin;
        let mut texts = line.split(separators.field);
        for text in texts.by_ref().take(MAX_FIELDS) {
            let end = at.saturating_add(text.len());
            fields.push(Raw { text: text.into(), span: at..end });
            at = end.saturating_add(separators.field.len_utf8());
        }
        let unread = texts.next().map(|_| at..begin.saturating_add(line.len()));
        let name = fields.first().map(|field| field.text.clone()).unwrap_or_default();
        // MSH-1 is the separator itself, so that its fields are counted from it.
        if name == HEADER {
            fields.insert(1, Raw { text: separators.field.into(), span: begin..begin });
        }
        (Self { name, fields }, unread)
    }
}

impl<'a> SegmentRef<'a> {
    /// The field of a number, where it is not empty.
    pub(crate) fn field(self, number: usize) -> Option<Part<'a>> {
        let raw = self.segment.fields.get(number).filter(|raw| !raw.text.trim().is_empty())?;
        // `""` means that a value is deleted; it says nothing.
        (raw.text != "\"\"")
            .then_some(Part { separators: self.message.separators, text: &raw.text })
    }

    /// Where a field stands.
    pub(crate) fn field_span(self, number: usize) -> Option<Range<usize>> {
        self.segment.fields.get(number).map(|raw| raw.span.clone())
    }

    /// The text of a field's first component.
    pub(crate) fn text(self, number: usize) -> Option<String> {
        self.field(number)?.component(1)?.text()
    }
}

impl<'a> Part<'a> {
    /// The repetitions of a field.
    pub(crate) fn repetitions(self) -> impl Iterator<Item = Part<'a>> {
        let separators = self.separators;
        self.text.split(separators.repetition).map(move |text| Part { separators, text })
    }

    /// A component, counted from 1.
    pub(crate) fn component(self, number: usize) -> Option<Part<'a>> {
        self.nth(self.separators.component, number)
    }

    /// A subcomponent, counted from 1.
    pub(crate) fn subcomponent(self, number: usize) -> Option<Part<'a>> {
        self.nth(self.separators.subcomponent, number)
    }

    fn nth(self, separator: char, number: usize) -> Option<Part<'a>> {
        let text = self.text.split(separator).nth(number.checked_sub(1)?)?;
        (!text.trim().is_empty()).then_some(Part { separators: self.separators, text })
    }

    /// The text with its escape sequences replaced.
    pub(crate) fn text(self) -> Option<String> {
        let width = self.separators.escape_width;
        let text = self.text.trim();
        let text = if width > 1 {
            unescaped(&text.replace(&"\\".repeat(width), "\\"), self.separators)
        } else {
            unescaped(text, self.separators)
        };
        (!text.is_empty()).then_some(text)
    }
}

/// Replaces `\F\`, `\S\`, `\T\`, `\R\`, `\E\` and `\.br\` (HL7 v2.x section 2.7); others stay.
fn unescaped(text: &str, separators: Separators) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(separators.escape) {
        out.push_str(before);
        let replaced = after.split_once(separators.escape).and_then(|(name, behind)| {
            let character = match name {
                "F" => separators.field,
                "S" => separators.component,
                "T" => separators.subcomponent,
                "R" => separators.repetition,
                "E" => separators.escape,
                ".br" => '\n',
                _ => return None,
            };
            Some((character, behind))
        });
        let (character, behind) = replaced.unwrap_or((separators.escape, after));
        out.push(character);
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ok_framed_message_with_spans() {
        let text = "\u{b}MSH|^~\\&|A|B\rERR||PID^1^3|207^Bad \\T\\ worse~x\r\u{1c}\r";
        let message = Hl7::parse(text).unwrap();
        let error = message.segments("ERR").next().unwrap();
        assert_eq!(error.text(3).as_deref(), Some("207"));
        let name = error.field(3).unwrap().repetitions().next().unwrap().component(2).unwrap();
        assert_eq!(name.text().as_deref(), Some("Bad & worse"));
        assert_eq!(error.field_span(2).and_then(|span| text.get(span)), Some("PID^1^3"));
        let header = message.segments("MSH").next().unwrap();
        assert_eq!((header.text(1).as_deref(), header.text(3).as_deref()), (Some("|"), Some("A")));
    }

    #[test]
    fn ok_other_separators_and_line_feeds() {
        let message = Hl7::parse("MSH#*!\\%#A\n\nMSA#AE#7\nMSH#*!\\%#B").unwrap();
        assert_eq!(message.segments("MSA").next().unwrap().text(1).as_deref(), Some("AE"));
        assert!(message.rest().is_some());
    }

    #[test]
    fn ok_behind_words() {
        let log = "12:00 got MSH|^~\\&|A\nMSA|AR|7\n";
        assert_eq!(Hl7::parse(log).map(|message| message.start()), Some(10));
        assert!(Hl7::parse("12:00 sent MSH|^~\\&|A\nPID|1\n").is_none());
    }

    #[test]
    fn words_are_no_messages() {
        for text in ["MSH", "MSH is down", "MSH: no", "MSH|abc|", "MSHA|^~\\&|", "MSH|^~\\&"] {
            assert!(Hl7::parse(text).is_none(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics_and_spans_fit(text in "MSH\\|\\^~.&\\|(\\||\\^|~|&|é|A|\r|\n|MSA|\\\\){0,40}") {
            if let Some(message) = Hl7::parse(&text) {
                for raw in message.segments.iter().flat_map(|segment| &segment.fields) {
                    proptest::prop_assert!(text.get(raw.span.clone()).is_some());
                }
                for segment in message.segments("MSA") {
                    (0..9).for_each(|number| drop(segment.text(number)));
                }
            }
        }
    }
}
