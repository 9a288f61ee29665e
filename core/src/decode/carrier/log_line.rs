//! Lines of a log: access logs, `key=value` pairs, JSON lines, what clients say in exceptions, and codes
//! that a line calls codes.

use alloc::vec::Vec;
use core::cell::LazyCell;
use core::ops::Range;

use super::extent::{self, Content};
use super::line_status::{self, By};
use super::{
    Piece, bare, below, has_room, has_room_to_show, json_object, notice, numbers, printed_fields,
    request, too_many,
};
use crate::decode::limits::{MAX_CONTENT_STARTS, MAX_UNCLOSED};
use crate::decode::no_response::Sayings;
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::payload::html;
use crate::decode::unwrap::Unwrapped;
use crate::order;
use crate::seek::Words;
use crate::span::Rewriting;

pub(crate) const NAME: &str = "log-line";
/// So much of a line, and of what stands behind each of its contents, is looked at for a status, in bytes.
const MAX_LINE: usize = 16_384;

/// The longest line above a status in which its request is looked for, in bytes; a longer one is no call.
const MAX_ABOVE: usize = 2_048;

/// Takes a text of which at least one line tells of a response.
pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text = source.text.trim();
    let is_page = html::is_html(text)
        && text
            .get(text.len().saturating_sub(7)..)
            .is_some_and(|end| end.eq_ignore_ascii_case("</html>"));
    // What a mail shows stands between its tags.
    if is_page {
        return None;
    }
    let mut pieces = Vec::new();
    read(source, 0..source.text.len(), &mut pieces, notices).then_some(pieces)
}

/// Adds what the lines of a stretch tell; false where none tells of a response.
pub(super) fn read<'a>(
    source: &'a Unwrapped<'_>,
    range: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> bool {
    let text: &str = &source.text;
    let mut reader = Reader {
        source,
        limit: range.end,
        found: Vec::new(),
        said: None,
        unclosed: 0,
        unread: None,
        responses: 0,
    };
    let mut words: Vec<Piece<'a>> = Vec::new();
    let mut failures: Vec<Notice> = Vec::new();
    let mut at = range.start;
    let mut lines = 0usize;
    let mut limited = false;
    let sayings = LazyCell::new(|| Sayings::of(&source.bytes));
    let may_name_code = LazyCell::new(|| CODE_CUES.iter().any(|cue| source.bytes.may_hold(cue)));
    let fails = |line: Range<usize>, failures: &mut Vec<Notice>| {
        sayings.tell(text, line, &source.origin, failures);
    };
    while at < range.end && has_room_to_show(source, reader.responses) {
        let rest = text.get(at..range.end).unwrap_or_default();
        let look = Look::at(rest);
        let line = at..at.saturating_add(look.length);
        at = line.end;
        let shown = text.get(line.clone()).unwrap_or_default();
        if look.is_blank(shown) {
            continue;
        }
        lines = lines.saturating_add(1);
        if !look.opens_content() && !look.has_run {
            fails(line, &mut failures);
            continue;
        }
        let told = reader.found.len().saturating_add(words.len());
        if pieces.len().saturating_add(told) >= source.limits.places() {
            too_many(source, line.start, notices);
            limited = true;
            break;
        }
        let before = reader.found.len();
        at = at.max(reader.line(line.clone(), look.opens_content(), notices));
        if reader.found.len() == before {
            fails(line.clone(), &mut failures);
            if *may_name_code && names_code(shown) {
                words.push(Piece::slice(source, line, bare::NAME));
            }
        }
    }
    let mut found = core::mem::take(&mut reader.found);
    // Prose that names a code once, or holds one content, is better read as a whole.
    let told = found.len().saturating_add(words.len());
    let has_status = found.iter().any(|piece| !piece.is_slice());
    if !has_status && (told < 2 || lines < 3 && found.len() < 2) && !limited {
        return false;
    }
    notices.append(&mut failures);
    notices.extend(reader.unread.take());
    if reader.unclosed > MAX_UNCLOSED {
        super::tell_unclosed(notices);
    }
    let room = source.limits.places().saturating_sub(pieces.len());
    found.extend(words);
    order::sort_by_key(&mut found, |piece| order::place(piece.origin.span(0, 1).start).into());
    found.truncate(room);
    debug_assert!(has_room(source, pieces) || found.is_empty());
    pieces.append(&mut found);
    true
}

/// Adds the response whose status a client names somewhere in a record of a log; false where none does.
pub(super) fn said<'a>(
    source: &'a Unwrapped<'_>,
    record: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
) -> bool {
    let text: &str = &source.text;
    let shown = text.get(record.clone()).unwrap_or_default();
    let shown = shown.get(..shown.floor_char_boundary(MAX_LINE.min(shown.len())));
    let Some(digits) = shown.and_then(line_status::said) else { return false };
    let start = record.start.saturating_add(digits.start);
    let mut message = Rewriting::new(text);
    message.put("HTTP ", start..start);
    message.keep(start..record.start.saturating_add(digits.end));
    message.put("\n\n", start..start);
    message.keep(record.clone());
    let request = request::find(source, record.clone());
    let piece = Piece::made(source, message, NAME).answering(request);
    pieces.push(piece.within(source, record));
    true
}

/// What a line is made of, as one pass over its bytes tells.
struct Look {
    /// With the line end.
    length: usize,
    /// The kinds of bytes that stand in it, each a bit.
    kinds: u8,
    /// Whether a run of digits stands in it that is as long as a code.
    has_run: bool,
}

impl Look {
    const VISIBLE: u8 = 1;
    const OPENING: u8 = 2;
    const NOT_ASCII: u8 = 4;
    const DIGIT: u8 = 8;
    const LINE_END: u8 = 16;
    /// The kind of each byte.
    const KINDS: [u8; 256] = Self::kinds();

    #[expect(clippy::indexing_slicing, reason = "run by the compiler only, for a constant")]
    const fn kinds() -> [u8; 256] {
        let mut kinds = [Self::NOT_ASCII; 256];
        let mut byte = 0u8;
        while byte < 128 {
            kinds[byte as usize] = match byte {
                b'\n' => Self::LINE_END,
                b'\t' | 0x0b | 0x0c | b'\r' | b' ' => 0,
                b'{' | b'<' => Self::VISIBLE | Self::OPENING,
                b'0'..=b'9' => Self::VISIBLE | Self::DIGIT,
                _ => Self::VISIBLE,
            };
            byte += 1;
        }
        kinds
    }

    /// Looks at the first line of a text.
    fn at(text: &str) -> Self {
        let (mut kinds, mut digits, mut has_run, mut length) = (0u8, 0usize, false, 0usize);
        for byte in text.bytes() {
            length = length.saturating_add(1);
            let kind = Self::KINDS.get(usize::from(byte)).copied().unwrap_or_default();
            kinds |= kind;
            if kind & Self::DIGIT != 0 {
                digits = digits.saturating_add(1);
            } else if digits > 0 {
                has_run = has_run || (3..=5).contains(&digits);
                digits = 0;
            }
            if kind == Self::LINE_END {
                break;
            }
        }
        Self { length, kinds, has_run: has_run || (3..=5).contains(&digits) }
    }

    fn is_blank(&self, line: &str) -> bool {
        self.kinds & Self::VISIBLE == 0
            && (self.kinds & Self::NOT_ASCII == 0 || line.trim().is_empty())
    }

    /// Whether content may begin in it.
    fn opens_content(&self) -> bool {
        self.kinds & Self::OPENING != 0
    }
}

/// What a line says before a code.
const CODE_CUES: &[&str] = &["code", "Code", "CODE", "error", "Error", "ERROR"];

/// Whether a line calls a number a code or an error: `code 4071`, `ERROR: 4010`.
fn names_code(line: &str) -> bool {
    let is_whole = |digits: &Range<usize>| {
        let mut behind = line.get(digits.end..).unwrap_or_default().chars();
        !(matches!(behind.next(), Some('.' | '-' | '/' | ',' | ':'))
            && behind.next().is_some_and(|c| c.is_ascii_digit()))
    };
    numbers::runs(line).filter(is_whole).any(|digits| {
        let before = line.get(..digits.start).unwrap_or_default();
        let cue = before.trim_end_matches([' ', ':', '=', '\'', '"', '#', '(', '[']);
        before.len().saturating_sub(cue.len()) <= 4
            && CODE_CUES.iter().any(|known| cue.ends_with(known))
    })
}

/// Reads a log line by line.
struct Reader<'a, 's> {
    source: &'a Unwrapped<'s>,
    /// Where the stretch ends.
    limit: usize,
    found: Vec<Piece<'a>>,
    /// The response of which nothing is known but the status that a client named last.
    said: Option<usize>,
    /// How often content was looked for that never closes; each such look reads on to the end.
    unclosed: usize,
    /// What is said of a line that was too long to be looked at to its end.
    unread: Option<Notice>,
    /// How many of them have a status, so that each is a response.
    responses: usize,
}

impl<'a> Reader<'a, '_> {
    /// Reads one line, and content that goes on below it; returns where reading ended.
    fn line(
        &mut self,
        line: Range<usize>,
        opens_content: bool,
        notices: &mut Vec<Notice>,
    ) -> usize {
        let text: &'a str = &self.source.text;
        let mut at = line.start;
        let before = self.found.len();
        for part in 0..MAX_CONTENT_STARTS {
            let rest = at..line.end;
            let shown = text.get(rest.clone()).unwrap_or_default();
            let shown = shown
                .get(..shown.floor_char_boundary(MAX_LINE.min(shown.len())))
                .unwrap_or_default();
            let limit = if self.unclosed < MAX_UNCLOSED { self.limit } else { line.end };
            let content =
                if opens_content { content(text, shown, rest.clone(), limit) } else { None };
            // What a comma leads to is the next value of the same list.
            let lead = content.as_ref().and_then(|content| text.get(at..content.range.start));
            if part > 0 && lead.is_none_or(|lead| lead.trim_start().starts_with(',')) {
                break;
            }
            let is_unclosed = content.as_ref().is_some_and(|content| !content.is_whole);
            self.unclosed = self.unclosed.saturating_add(usize::from(is_unclosed));
            let content = content.map(|content| content.range);
            // What was sent may stand before what came back.
            let answers = self.found.iter().skip(before).any(|piece| !piece.is_slice());
            let from = if answers { at } else { line.start };
            if content.is_none() && shown.len() < rest.len() {
                self.note_unread(at.saturating_add(shown.len())..line.end);
            }
            let end = self.part(rest, from, shown, content, notices);
            if end >= line.end {
                return end;
            }
            at = end;
            if part.saturating_add(1) == MAX_CONTENT_STARTS {
                self.tell_unread(at..line.end, notices);
            }
        }
        line.end
    }

    /// Keeps that the rest of a line was not looked at; it is told where the text turns out to be a log.
    fn note_unread(&mut self, rest: Range<usize>) {
        let is_telling = || self.source.text.get(rest.clone()).is_some_and(tells_of_outcome);
        if self.unread.is_none() && is_telling() {
            let message =
                "A line is longer than 16 KiB; the rest of it was not looked at for a status.";
            let span = self.source.origin.span(rest.start, rest.end);
            self.unread = Some(notice(NoticeCode::TooMany, message, Some(span)));
        }
    }

    /// Says once that a line holds more than is read of it.
    fn tell_unread(&self, rest: Range<usize>, notices: &mut Vec<Notice>) {
        let message = "A line holds more than 16 contents; the rest of it was not read.";
        let is_left = self.source.text.get(rest.clone()).is_some_and(tells_of_outcome);
        if is_left && !notices.iter().any(|notice| notice.message == message) {
            let span = self.source.origin.span(rest.start, rest.end);
            notices.push(notice(NoticeCode::TooMany, message, Some(span)));
        }
    }

    /// Reads a line up to the end of its first content; returns where reading ended.
    fn part(
        &mut self,
        line: Range<usize>,
        from: usize,
        shown: &str,
        content: Option<Range<usize>>,
        notices: &mut Vec<Notice>,
    ) -> usize {
        let text: &'a str = &self.source.text;
        let inside = content.as_ref().map(|content| {
            let end = content.end.saturating_sub(line.start).min(shown.len());
            content.start.saturating_sub(line.start).min(shown.len())..end
        });
        let named = line_status::find(shown, inside.as_ref());
        let below = |from: usize| {
            let limit = if self.unclosed < MAX_UNCLOSED { self.limit } else { from };
            below::find(text, shown, from, limit)
        };
        // Nothing but content below makes a label a status.
        let label = named.as_ref().filter(|named| named.by == By::Label);
        if label.is_some() && (content.is_some() || below(line.end).is_none()) || named.is_none() {
            return content.map_or(line.end, |content| self.content(line, content, notices));
        }
        let Some(named) = named else { return line.end };
        let status = named.digits;
        let mut message = Rewriting::new(text);
        let start = line.start.saturating_add(status.start);
        message.put("HTTP ", start..start);
        message.keep(start..line.start.saturating_add(status.end));
        if let Some(reason) = line_status::reason(shown.get(status.end..).unwrap_or_default()) {
            let from = line.start.saturating_add(status.end).saturating_add(reason.start);
            message.put(" ", from..from);
            message.keep(from..from.saturating_add(reason.len()));
        }
        message.put("\n", line.end..line.end);
        let behind = line.start.saturating_add(status.end);
        let fields_end =
            printed_fields::keep(&mut message, behind..line.end, self.limit).unwrap_or(line.end);
        // In front of content, unless it is the content that names the status.
        let head = content.as_ref().filter(|content| content.start > start);
        let head = from..head.map_or(line.end, |content| content.start);
        let content = content.or_else(|| below(fields_end).filter(|_| named.by != By::Server));
        message.put("\n", fields_end..fields_end);
        let end = content.as_ref().map_or(fields_end, |content| content.end);
        let is_bare = content.is_none();
        if let Some(content) = content {
            message.keep(content);
        }
        let request = request::find(self.source, head).or_else(|| self.request_above(from));
        let piece = Piece::made(self.source, message, NAME).answering(request);
        self.push(piece.within(self.source, line), is_bare && named.by == By::Client);
        end
    }

    /// The request that the line above is: browsers' consoles break the line behind it.
    fn request_above(&self, line: usize) -> Option<request::Request> {
        let above = self.source.text.get(..line)?.strip_suffix('\n')?;
        let start = above.rfind('\n').map_or(0, |end| end.saturating_add(1));
        let shown = above.get(start..).filter(|above| above.len() <= MAX_ABOVE)?;
        let is_call = line_status::find(shown, None).is_none();
        let request = request::find(self.source, start..above.len())?;
        (is_call && request.method.is_some() && request.host.is_some()).then_some(request)
    }

    /// Reads content that stands in a line which names no status; returns where it ends.
    fn content(
        &mut self,
        line: Range<usize>,
        content: Range<usize>,
        notices: &mut Vec<Notice>,
    ) -> usize {
        let value = self.source.text.get(content.clone()).unwrap_or_default();
        if !tells_of_outcome(value) {
            return content.end;
        }
        let mut pieces = Vec::new();
        let read = json_object::read(self.source, content.clone(), &mut pieces, notices);
        if read == json_object::Found::Nothing {
            let request = request::find(self.source, line.start..content.start);
            let piece = Piece::slice(self.source, content.clone(), NAME).answering(request);
            pieces.push(piece.within(self.source, line));
        }
        for piece in pieces {
            self.push(piece, false);
        }
        content.end
    }

    /// Adds a response; `is_said` where a client named its status and nothing else is known of it.
    fn push(&mut self, piece: Piece<'a>, is_said: bool) {
        // Programs print what an exception says, and then what it holds.
        let is_same = |said: &Piece<'_>| {
            let status = |piece: &Piece<'_>| {
                piece.text.split_whitespace().nth(1).map(alloc::string::String::from)
            };
            !piece.is_slice() && status(said) == status(&piece)
        };
        if let Some(at) = self.said.take()
            && !is_said
            && self.found.get(at).is_some_and(is_same)
        {
            let dropped = self.found.drain(at..).filter(|piece| !piece.is_slice()).count();
            self.responses = self.responses.saturating_sub(dropped);
        }
        if is_said {
            self.said = Some(self.found.len());
        }
        self.responses = self.responses.saturating_add(usize::from(!piece.is_slice()));
        self.found.push(piece);
    }
}

/// Whether content can say how anything ended; the rest of a log need not be looked at closely.
pub(super) fn tells_of_outcome(content: &str) -> bool {
    /// How words begin, in lower case, of which an answer uses one at least.
    static CUES: Words = Words::new(&[
        "error",
        "fault",
        "exception",
        "code",
        "status",
        "success",
        "message",
        "detail",
        "issue",
        "title",
    ]);
    CUES.stand_in(content)
}

/// JSON or markup that begins in a line and may go on below it.
pub(super) fn content(
    text: &str,
    shown: &str,
    line: Range<usize>,
    limit: usize,
) -> Option<Content> {
    /// How the names begin of elements and declarations that are content.
    const MARKUP: &[&str] = &[
        "?xml",
        "soap",
        "SOAP",
        "s:Env",
        "RestServiceFault",
        "ErrorResult",
        "!DOCTYPE",
        "html",
        "OperationOutcome",
        "problem",
    ];
    let begins = |(at, byte): (usize, u8)| {
        let rest = shown.get(at.saturating_add(1)..)?.trim_start();
        let is_content = if byte == b'{' {
            rest.starts_with('"') || rest.is_empty()
        } else {
            // Most elements begin as none of them does.
            rest.bytes().next().is_some_and(|byte| b"?sSRE!hOp".contains(&byte))
                && MARKUP.iter().any(|name| rest.starts_with(name))
        };
        is_content.then_some(at)
    };
    let mut openings = shown.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'{' | b'<'));
    let at = openings.find_map(begins)?;
    let start = line.start.saturating_add(at);
    let rest = text.get(start..limit)?;
    let extent = extent::extent(rest);
    // Content that never closes ends with its line.
    let length = extent.map_or(line.end.saturating_sub(start), |extent| extent.length);
    let is_whole = extent.is_some_and(|extent| extent.is_closed);
    Some(Content { range: start..start.saturating_add(length), is_whole })
}
