//! Status line, field section and content of one piece (RFC 9112 section 2.1), leniently read.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::carrier::Piece;
use super::limits::MAX_FIELDS;
use crate::seek;
use crate::span::Span;

/// The longest version: `1.1`.
const MAX_VERSION: usize = 3;

/// An HTTP message as it stands in a piece; without a status line, the whole piece is content.
#[derive(Debug)]
pub(crate) struct Envelope<'a> {
    /// The piece that it was read from.
    pub(crate) piece: &'a Piece<'a>,
    /// Status line, where there is one.
    pub(crate) status_line: Option<StatusLine<'a>>,
    /// The field section.
    pub(crate) fields: Vec<FieldLine<'a>>,
    /// What follows the blank line (RFC 9110 section 6.4).
    pub(crate) content: Range<usize>,
    /// Where fields stand that are beyond the limit.
    pub(crate) unread_fields: Option<Range<usize>>,
}

/// A status line: `HTTP/1.1 401 Unauthorized`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatusLine<'a> {
    /// `1.1`; nothing where the carrier does not tell.
    pub(crate) version: Option<&'a str>,
    pub(crate) status: u16,
    pub(crate) reason: Option<&'a str>,
    /// Where the three digits stand in the piece.
    pub(crate) span: Range<usize>,
    /// Where the reason phrase begins.
    reason_start: usize,
}

/// A field line, with continuation lines joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldLine<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: Cow<'a, str>,
    /// Where name and value stand in the piece.
    pub(crate) span: Range<usize>,
}

impl<'a> Envelope<'a> {
    /// Reads a piece; never fails.
    pub(crate) fn read(piece: &'a Piece<'a>) -> Self {
        let text: &str = &piece.text;
        let mut fields: Vec<FieldLine<'a>> = Vec::new();
        let mut unread_fields: Option<Range<usize>> = None;
        let start = text.len().saturating_sub(text.trim_start().len());
        let begins = text.get(start..).is_some_and(|rest| rest.starts_with("HTTP"));
        // The rest of a text without a status line is not looked at.
        let first = if begins { line_at(text, start) } else { start..start };
        let status_line = text.get(first.clone()).and_then(|line| {
            if piece.is_bare() {
                StatusLine::parse(line, first.start)
            } else {
                StatusLine::of_piece(line, first.start)
            }
        });
        if status_line.is_none() {
            return Self { piece, status_line, fields, content: 0..text.len(), unread_fields };
        }
        let (status_line, glued) = without_content(status_line);
        if let Some(content) = glued {
            return Self {
                piece,
                status_line,
                fields,
                content: content..text.len(),
                unread_fields,
            };
        }
        let mut at = first.end;
        let mut double = false;
        loop {
            at = after_line_break(text, at);
            let rest = text.get(at..).unwrap_or_default();
            let line = line_at(text, at);
            let raw = text.get(line.clone()).unwrap_or_default();
            if fields.is_empty() && raw.trim().is_empty() && is_double_spaced(rest) {
                double = true;
            }
            let goes_on = raw.trim().is_empty() && !rest.is_empty();
            if goes_on && (double && begins_field(rest) || begins_rest_of_head(rest)) {
                at = line.end;
                continue;
            }
            if rest.is_empty() || raw.trim().is_empty() {
                let content = after_line_break(text, line.end);
                let content = content..text.len();
                return Self { piece, status_line, fields, content, unread_fields };
            }
            let is_folded = raw.starts_with([' ', '\t'])
                || FieldLine::parse(raw, 0).is_none()
                    && !raw.starts_with(['{', '[', '<'])
                    && fields.last().is_some_and(|last| {
                        last.value.ends_with([',', ';'])
                            // A number is a whole value.
                            || !last.value.bytes().all(|byte| byte.is_ascii_digit())
                                && is_rest_of_long_line(text, last.span.end, raw)
                                && leads_to_field(text, line.end)
                    });
            if let (true, Some(last)) = (is_folded, fields.last_mut()) {
                // Obsolete line folding (RFC 9112 section 5.2), or a mail program that broke a list.
                let value = last.value.to_mut();
                value.push(' ');
                value.push_str(raw.trim());
                last.span.end = line.end;
            } else if let Some(field) = FieldLine::parse(raw, line.start) {
                if fields.len() < MAX_FIELDS {
                    fields.push(field);
                } else {
                    let from = unread_fields.as_ref().map_or(line.start, |unread| unread.start);
                    unread_fields = Some(from..line.end);
                }
            } else {
                // No field line: the blank line was lost, and the content begins here.
                return Self { piece, status_line, fields, content: at..text.len(), unread_fields };
            }
            at = line.end;
        }
    }

    /// The content as text.
    pub(crate) fn content_text(&self) -> &'a str {
        self.piece.text.get(self.content.clone()).unwrap_or_default()
    }

    /// Adds the fields among the lines of a stretch, where their names say that they are some.
    pub(crate) fn take_fields(&mut self, range: Range<usize>) {
        let text: &'a str = &self.piece.text;
        let mut at = range.start;
        for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
            let start = at;
            at = start.saturating_add(line.len());
            let field = FieldLine::parse(line, start).filter(|_| is_header_field(line));
            if let Some(field) = field.filter(|_| self.fields.len() < MAX_FIELDS) {
                self.fields.push(field);
            }
        }
    }

    /// Where content begins right behind the value of the last field, without a line end; a value that is JSON itself
    /// is a value.
    pub(crate) fn glued_content(&self) -> Option<usize> {
        let last = self.fields.last()?;
        let text = self.piece.text.get(last.span.clone())?;
        let (name, value) = text.split_once(':')?;
        let lead = value.len().saturating_sub(value.trim_start().len());
        let value = value.trim_start();
        let at = content_begin(value)?;
        let is_value = at == 0 || value.starts_with(['{', '[', '<']);
        let before = name.len().saturating_add(1).saturating_add(lead);
        (!is_value).then(|| last.span.start.saturating_add(before).saturating_add(at))
    }

    /// Ends the last field where content was found in it.
    pub(crate) fn cut_last_field(&mut self, end: usize) {
        let text: &'a str = &self.piece.text;
        let Some(last) = self.fields.last_mut() else { return };
        let range = last.span.start..end;
        if let Some(field) =
            text.get(range.clone()).and_then(|line| FieldLine::parse(line, range.start))
        {
            *last = field;
        }
    }

    /// The first field of a name, whatever the capitals.
    pub(crate) fn field(&self, name: &str) -> Option<&FieldLine<'a>> {
        self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// The place in the paste of a range of the content.
    pub(crate) fn content_span(&self, range: Range<usize>) -> Span {
        let base = self.content.start;
        self.piece.origin.span(base.saturating_add(range.start), base.saturating_add(range.end))
    }

    /// The place in the paste of a range of the piece.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.piece.origin.span(range.start, range.end)
    }
}

impl<'a> StatusLine<'a> {
    /// A status code that stands beside the content, in words.
    pub(crate) fn beside(status: u16, span: Range<usize>) -> Self {
        let reason_start = span.end;
        Self { version: None, status, reason: None, span, reason_start }
    }

    /// Reads a status line (RFC 9112 section 4); `offset` is where the line begins.
    pub(crate) fn parse(line: &'a str, offset: usize) -> Option<Self> {
        let start = line.len().saturating_sub(line.trim_start().len());
        let text = line.trim();
        let rest = text.strip_prefix("HTTP/")?;
        let gap =
            rest.bytes().take(MAX_VERSION + 1).position(|byte| matches!(byte, b' ' | b'\t'))?;
        let (version, rest) = (rest.get(..gap)?, rest.get(gap..)?);
        let numeric = |byte: u8| byte.is_ascii_digit() || byte == b'.';
        if version.is_empty() || !version.bytes().all(numeric) {
            return None;
        }
        let at = offset.saturating_add(start).saturating_add(text.len()).saturating_sub(rest.len());
        Self::without_version(rest, at).map(|line| Self { version: Some(version), ..line })
    }

    /// Reads a status line that a carrier wrote; those that know no version write none.
    pub(crate) fn of_piece(line: &'a str, offset: usize) -> Option<Self> {
        Self::parse(line, offset).or_else(|| {
            let rest = line.strip_prefix("HTTP ")?;
            Self::without_version(rest, offset.saturating_add("HTTP ".len()))
        })
    }

    /// Reads status code and reason phrase.
    fn without_version(text: &'a str, offset: usize) -> Option<Self> {
        let rest = text.trim_start();
        let at = offset.saturating_add(text.len().saturating_sub(rest.len()));
        let digits = rest.get(..3)?;
        let behind = rest.get(3..).unwrap_or_default();
        if !digits.bytes().all(|byte| byte.is_ascii_digit())
            || !(behind.is_empty() || behind.starts_with([' ', '\t', '\r']))
        {
            return None;
        }
        let reason = behind.trim();
        Some(Self {
            version: None,
            status: digits.parse().ok()?,
            reason: if reason.is_empty() { None } else { Some(reason) },
            span: at..at.saturating_add(3),
            reason_start: at
                .saturating_add(3)
                .saturating_add(behind.len().saturating_sub(behind.trim_start().len())),
        })
    }
}

impl<'a> FieldLine<'a> {
    fn parse(line: &'a str, offset: usize) -> Option<Self> {
        let (name, value) = line.split_once(':')?;
        let is_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        let name_text = name.trim_start();
        // A time of day and the scheme of an address have a colon behind them as well.
        let is_name = name_text.bytes().any(|byte| byte.is_ascii_alphabetic())
            && !(value.starts_with("//") && matches!(name_text, "http" | "https"));
        if !is_name || !name_text.bytes().all(is_token) {
            return None;
        }
        let start = offset.saturating_add(name.len().saturating_sub(name_text.len()));
        let end = offset.saturating_add(line.trim_end().len());
        Some(Self { name: name_text, value: value.trim().into(), span: start..end.max(start) })
    }
}

/// Whether a blank line stands behind every line of a head, as some mail programs send it.
fn is_double_spaced(rest: &str) -> bool {
    let mut lines = rest.lines();
    let blank = |line: Option<&str>| line.is_some_and(|line| line.trim().is_empty());
    blank(lines.next())
        && lines
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| FieldLine::parse(line, 0).is_some())
        && blank(lines.next())
}

/// Whether a field follows the blank line that a text begins with.
fn begins_field(rest: &str) -> bool {
    rest.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| {
        FieldLine::parse(line, 0).is_some() && !line.trim_start().starts_with(['{', '<', '['])
    })
}

/// Whether a blank line was put into a head by mistake, as mixed line ends do: fields follow, a blank line, and content.
fn begins_rest_of_head(rest: &str) -> bool {
    /// More would be a text of its own.
    const MOST: usize = 32;
    let mut lines = rest.lines().skip_while(|line| line.trim().is_empty()).take(MOST);
    lines.next().is_some_and(is_header_field)
        && lines.find(|line| !is_header_field(line)).is_some_and(|line| line.trim().is_empty())
        && lines
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| line.trim_start().starts_with(['{', '[', '<']))
}

/// Whether a line is a field of a head for sure; other words stand before a colon in plain text as well.
pub(super) fn is_header_field(line: &str) -> bool {
    /// Fields whose names are one word.
    const NAMES: &[&str] = &[
        "Server",
        "Date",
        "Via",
        "Vary",
        "Connection",
        "ETag",
        "Expires",
        "Allow",
        "Location",
        "Pragma",
        "Age",
    ];
    FieldLine::parse(line, 0).is_some_and(|field| {
        let is_compound = field.name.contains('-') && !field.name.starts_with('-');
        is_compound || NAMES.iter().any(|name| field.name.eq_ignore_ascii_case(name))
    })
}

/// Whether a line may be the rest of the one that ends at a place: mail programs break lines that get too long.
fn is_rest_of_long_line(text: &str, end: usize, line: &str) -> bool {
    /// Lines that end earlier were not broken, in bytes.
    const WIDTH: usize = 64;
    let before = text.get(..end).unwrap_or_default();
    let above = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let first = line.split(' ').next().unwrap_or_default();
    above.len().saturating_add(first.len()) >= WIDTH
}

/// Whether the head goes on below a place, behind more of a broken line or not.
fn leads_to_field(text: &str, at: usize) -> bool {
    /// A value is broken into so many lines at most.
    const MOST: usize = 8;
    let below = text.get(at..).unwrap_or_default().lines().skip(1).take(MOST);
    let mut below = below.skip_while(|line| {
        !(line.trim().is_empty() || line.starts_with(['{', '[', '<']) || is_header_field(line))
    });
    below.next().is_some_and(|line| line.trim().is_empty() || is_header_field(line))
}

/// How content begins behind other text in a line.
const CONTENT_BEGINS: &[&str] = &["{\"", "{ \"", "[{", "<?xml", "<!DOCTYPE", "<soap", "<html"];

/// A status line behind which everything stands in one line: the reason phrase ends where content begins.
fn without_content(line: Option<StatusLine<'_>>) -> (Option<StatusLine<'_>>, Option<usize>) {
    let Some(mut line) = line else { return (None, None) };
    let Some(reason) = line.reason.take() else { return (Some(line), None) };
    let Some(at) = content_begin(reason) else {
        line.reason = without_fields(reason);
        return (Some(line), None);
    };
    let content = line.reason_start.saturating_add(at);
    line.reason = reason.get(..at).and_then(without_fields);
    (Some(line), Some(content))
}

/// A phrase without the fields behind it, where line ends were lost; their values cannot be told from each other.
fn without_fields(phrase: &str) -> Option<&str> {
    let mut colons = phrase.match_indices(": ").map(|(at, _)| at).take(1);
    let end = colons.find_map(|at| {
        let start = phrase.get(..at)?.rfind(' ').map_or(0, |blank| blank.saturating_add(1));
        is_header_field(phrase.get(start..)?).then_some(start)
    });
    let phrase = phrase.get(..end.unwrap_or(phrase.len()))?.trim();
    (!phrase.is_empty()).then_some(phrase)
}

/// Where content begins behind other text in a line.
fn content_begin(text: &str) -> Option<usize> {
    /// So many places at which an element may begin are looked at.
    const MOST: usize = 4;
    let begins = |beginning: &&str| seek::find(text, beginning);
    let known = CONTENT_BEGINS.iter().filter_map(begins).min();
    // An element that ends as well; a phrase holds none.
    let element = || {
        let mut tags = text.match_indices('<').map(|(at, _)| at).take(MOST);
        tags.find(|at| {
            let inner = text.get(at.saturating_add(1)..).unwrap_or_default();
            let length = inner.find([' ', '>', '/']).unwrap_or_default();
            let name = inner.get(..length).unwrap_or_default();
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && inner.split("</").skip(1).any(|end| end.starts_with(name))
        })
    };
    known.or_else(element)
}

/// The line that begins at an offset, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    at..at.saturating_add(end.unwrap_or(rest.len()))
}

/// Behind the line end (CRLF, LF or CR) that stands at an offset.
fn after_line_break(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let length =
        if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) };
    at.saturating_add(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(&str, u16, Option<&str>)>) {
        let found = StatusLine::parse(line, 0);
        let seen =
            found.as_ref().map(|line| (line.version.unwrap_or_default(), line.status, line.reason));
        assert_eq!(seen, expected);
    }

    #[test]
    fn status_lines() {
        check("HTTP/1.1 401 Unauthorized", Some(("1.1", 401, Some("Unauthorized"))));
        check("HTTP/2 401 ", Some(("2", 401, None)));
        check("  HTTP/1.0  404  Not  Found \r", Some(("1.0", 404, Some("Not  Found"))));
        check("HTTP/1.1 999", Some(("1.1", 999, None)));
        check("HTTP/1.1 4010 Unauthorized", None);
        check("GET / HTTP/1.1", None);
        check("HTTP/x 200", None);
    }

    #[test]
    fn repaired_broken_list() {
        let piece = Piece::whole("HTTP/1.1 401 x\nAllow: GET,\nPUT\nServer: x\n\ny");
        let envelope = Envelope::read(&piece);
        let value = |name| envelope.field(name).map(|field| field.value.to_string());
        assert_eq!((value("allow"), value("server")), (Some("GET, PUT".into()), Some("x".into())));
        assert_eq!(envelope.content_text(), "y");
        let piece = Piece::whole("HTTP/1.1 200 x\nVary: a,\n{\"a\":1}");
        assert_eq!(Envelope::read(&piece).content_text(), "{\"a\":1}");
    }

    #[test]
    fn repaired_missing_blank_line() {
        let piece = Piece::whole("HTTP/1.1 400 Bad Request\nServer: x\n{\"a\":1}");
        let envelope = Envelope::read(&piece);
        assert_eq!(envelope.content_text(), "{\"a\":1}");
        assert_eq!(envelope.field("server").map(|field| &*field.value), Some("x"));
    }
}
