//! Responses that a program wrote down as a JSON object: HAR, Postman, clients, functions, JSON logs.
//!
//! Each shape is a row of [`SHAPES`](super::json_shape::SHAPES). Several objects may stand in one text, nested or one per line.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::json_shape::{HOLDS_CONTENT, LOG_MARKS, SHAPES, Shape, may_hold_status};
use super::{Piece, Request, has_room, has_room_to_show, notice, request, too_many};
use crate::decode::bytes_present::BytesPresent;
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::payload::json::{Json, Value};
use crate::decode::unwrap::{Unwrapped, unescape_into};
use crate::placeholder;
use crate::span::{OffsetMap, Rewriting};

/// Bodies in recordings; one that was cut off may end within a byte.
const BODY: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);
/// Stands behind a string that breaks off.
const CUT: char = '…';
/// Words without which no shape fits, so that most texts are not parsed twice.
const TELLING: &[&str] = &[
    "\"response\"",
    "\"statusText\"",
    "\"originalRequest\"",
    "\"_postman_previewlanguage\"",
    "\"statusCode\"",
    "\"content\"",
    "\"level\"",
    "\"severity\"",
    "\"lvl\"",
    "\"logLevel\"",
    "\"log.level\"",
    "\"@timestamp\"",
    "\"logger\"",
    "\"@t\"",
    "\"short_message\"",
    "\"redirected\"",
    "\"Level\"",
    "\"remote_addr\"",
    "\"body_bytes_sent\"",
    "\"body\"",
];

/// Whether any shape may fit a text; `bytes` are those of the whole.
fn is_telling(bytes: &BytesPresent, text: &str) -> bool {
    let held = |word: &str| bytes.may_hold(word);
    TELLING.iter().copied().any(held) && holds_telling(text)
}

/// Whether one of the words stands in a text, in one pass: all of them begin with a quotation mark.
fn holds_telling(text: &str) -> bool {
    let bytes = text.as_bytes();
    let marks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'"');
    marks.map(|(at, _)| bytes.get(at..).unwrap_or_default()).any(|rest| {
        let second = rest.get(1);
        TELLING
            .iter()
            .map(|word| word.as_bytes())
            .any(|word| word.get(1) == second && rest.starts_with(word))
    })
}

/// Takes a text that is JSON and holds responses, or several JSON texts one after the other.
pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let shown = text.trim_start();
    if !shown.starts_with(['{', '[']) || placeholder::begins(shown) {
        return None;
    }
    let is_telling = is_telling(&source.bytes, text);
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let (mut at, mut values, mut without_response) = (0usize, 0usize, false);
    let (mut counted, mut responses) = (0usize, 0usize);
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let lead = rest.len().saturating_sub(rest.trim_start().len());
        let start = at.saturating_add(lead);
        if !text.get(start..).is_some_and(|rest| rest.starts_with(['{', '['])) {
            break;
        }
        let end = super::extent::end(text.get(start..).unwrap_or_default())
            .map_or(text.len(), |length| start.saturating_add(length));
        values = values.saturating_add(1);
        // One value that is no exchange is content for itself.
        if values == 1
            && !is_telling
            && text.get(end..).is_none_or(|rest| !rest.trim_start().starts_with('{'))
        {
            return None;
        }
        if !has_room(source, &pieces) {
            too_many(source, start, notices);
            break;
        }
        // What is made has a status, so that each is a response.
        let new = pieces.get(counted..).unwrap_or_default();
        responses = responses.saturating_add(new.iter().filter(|piece| !piece.is_slice()).count());
        counted = pieces.len();
        if !has_room_to_show(source, responses) {
            return Some(pieces);
        }
        let found = if is_telling {
            read(source, start..end, &mut pieces, notices)
        } else {
            Found::Nothing
        };
        without_response = without_response || found == Found::NoResponse;
        let value = text.get(start..end).unwrap_or_default();
        if found == Found::Nothing
            && !super::log_line::said(source, start..end, &mut pieces)
            && super::log_line::tells_of_outcome(value)
        {
            pieces.push(Piece::slice(source, start..end, super::log_line::NAME));
        }
        at = end;
    }
    if values == 1 && !without_response && pieces.iter().all(Piece::is_slice) {
        return None;
    }
    let rest = text.get(at..).unwrap_or_default();
    if !rest.trim().is_empty()
        && has_room(source, &pieces)
        && !super::log_line::read(source, at..text.len(), &mut pieces, notices)
    {
        let span = source.origin.span(at, text.len());
        notices.push(notice(
            NoticeCode::TextSkipped,
            "The text behind the content was not read.",
            Some(span),
        ));
    }
    Some(pieces)
}

/// What a JSON text turned out to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Responses,
    /// Calls that never got a response.
    NoResponse,
    Nothing,
}

/// Adds the responses that one JSON text holds.
pub(super) fn read<'a>(
    source: &'a Unwrapped<'_>,
    range: Range<usize>,
    pieces: &mut Vec<Piece<'a>>,
    notices: &mut Vec<Notice>,
) -> Found {
    let text = source.text.get(range.clone()).unwrap_or_default();
    if !holds_telling(text) {
        return Found::Nothing;
    }
    let json = Json::parse_within(text, source.limits);
    let mut found = Found::Nothing;
    let (mut taken, mut responses) = (0usize, 0usize);
    for value in json.values().filter(|value| value.is_object()) {
        // No shape is told by one member alone.
        let may_fit = value.members().nth(1).is_some()
            && value.members().any(|(name, _)| may_hold_status(name));
        if value.span().start < taken || !may_fit {
            continue;
        }
        let Some((shape, status)) =
            SHAPES.iter().find_map(|shape| Some((shape, shape.status(value)?)))
        else {
            continue;
        };
        taken = value.span().end;
        let place = source.origin.part(range.start);
        if status.1 == 0 {
            // Chrome writes 0 for what was blocked, cancelled or never answered.
            let span = place.span(status.0.span().start, status.0.span().end);
            let message = "The recording says status 0: the call was blocked or failed before any response came.";
            notices.push(notice(NoticeCode::NoResponse, message, Some(span)));
            if found == Found::Nothing {
                found = Found::NoResponse;
            }
            continue;
        }
        if !has_room(source, pieces) {
            too_many(source, range.start.saturating_add(value.span().start), notices);
            break;
        }
        if !has_room_to_show(source, responses) {
            break;
        }
        responses = responses.saturating_add(1);
        found = Found::Responses;
        let piece = shape.piece(text, value, &place);
        let named = if shape.carrier == super::LOG_LINE { wait(text, value) } else { None };
        pieces.push(match named {
            Some(wait) => {
                let start = range.start.saturating_add(wait.start);
                piece.within(source, start..range.start.saturating_add(wait.end))
            }
            None => piece,
        });
    }
    found
}

/// The member of a record in which it names a wait, and the sign behind it.
fn wait(text: &str, record: Value<'_>) -> Option<Range<usize>> {
    const NAMES: &[&str] = &["retry_after", "retryAfter", "retry-after", "Retry-After"];
    let is_wait = |name: &str| NAMES.iter().any(|known| name.starts_with(known));
    let (name, value) =
        record.members().find(|(name, value)| is_wait(name) && value.to_text().is_some())?;
    let start = text.get(..value.span().start)?.rfind(name)?;
    Some(start..value.span().end.saturating_add(1))
}

/// Whether a JSON text is a program's record: an exchange with its status, or a line of a structured log.
pub(super) fn is_record(text: &str) -> bool {
    if !holds_telling(text) {
        return false;
    }
    let json = Json::parse(text);
    json.root().is_some_and(|root| {
        SHAPES.iter().any(|shape| shape.status(root).is_some())
            || LOG_MARKS.iter().any(|mark| root.get(mark).is_some())
    })
}

impl Shape {
    /// The status of an object of this shape, or nothing where it has another shape.
    fn status<'v>(&self, value: Value<'v>) -> Option<(Value<'v>, u32)> {
        let has = |path: &&str| match path.strip_suffix(HOLDS_CONTENT) {
            Some(path) => at(value, path).is_some_and(holds_content),
            None => at(value, path).is_some(),
        };
        if !self.requires.iter().all(has)
            || !(self.one_of.is_empty() || self.one_of.iter().any(has))
        {
            return None;
        }
        self.status.iter().filter_map(|path| at(value, path)).find_map(|status| {
            let number: u32 = status.to_text()?.parse().ok()?;
            (number == 0 || (100..1000).contains(&number)).then_some((status, number))
        })
    }

    /// The response as an HTTP message.
    fn piece<'a>(&self, text: &str, value: Value<'_>, place: &OffsetMap) -> Piece<'a> {
        let first = |paths: &[&str]| paths.iter().find_map(|path| at(value, path));
        let mut message = Rewriting::new(text);
        let here = value.span().start..value.span().start.saturating_add(1);
        let version = first(self.version).and_then(Value::as_str).and_then(version);
        message.put("HTTP", here.clone());
        if let Some(version) = version {
            message.put("/", here.clone());
            message.put(version, here.clone());
        }
        message.put(" ", here.clone());
        if let Some((status, _)) = self.status(value) {
            keep_scalar(&mut message, status);
        }
        if let Some(reason) =
            first(self.reason).filter(|reason| reason.as_str().is_some_and(is_one_line))
        {
            message.put(" ", here.clone());
            keep_scalar(&mut message, reason);
        }
        message.put("\n", here.clone());
        if let Some(fields) = first(self.fields) {
            write_fields(&mut message, fields);
        }
        message.put("\n", here);
        let is_base64 = self.base64.map(|(path, expected)| {
            at(value, path).and_then(Value::to_text).is_some_and(|value| value == expected)
        });
        if let Some(content) = self
            .content
            .iter()
            .filter_map(|path| at(value, path))
            .find(|content| is_content(*content))
        {
            write_content(&mut message, content, is_base64);
        }
        let (text, origin) = message.finish(place);
        let request = self.request(value, place);
        Piece {
            text: Cow::Owned(text),
            origin,
            carrier: self.carrier,
            request,
            context: super::Context::default(),
            is_beside: false,
        }
    }

    fn request(&self, value: Value<'_>, place: &OffsetMap) -> Option<Request> {
        let first = |paths: &[&str]| {
            paths.iter().filter_map(|path| at(value, path)).find(|value| value.as_str().is_some())
        };
        let (method, address) = (first(self.method), first(self.address));
        // In a log, a host may be the machine that wrote it.
        let is_address = |address: &Value<'_>| {
            address.as_str().is_some_and(|address| address.contains(['/', '.']))
        };
        let address = address.filter(is_address);
        let shown = address.or(method)?;
        let address = address.and_then(Value::as_str);
        // A log may hold the whole request line.
        let line = address.filter(|address| request::is_request_line(address));
        let in_line = |index: usize| line.and_then(|line| line.split_whitespace().nth(index));
        let address = in_line(1).or(address);
        let method = method.and_then(Value::as_str).or(in_line(0));
        Some(Request {
            method: method.map(str::to_ascii_uppercase),
            target: address.map(String::from),
            host: address.and_then(request::host_of).map(String::from),
            span: Some(place.span(shown.span().start, shown.span().end)),
        })
    }
}

/// The value at a path; a name that holds dots itself is found as well.
fn at<'v>(value: Value<'v>, path: &str) -> Option<Value<'v>> {
    value.get(path).or_else(|| {
        let (first, rest) = path.split_once('.')?;
        rest.split('.').try_fold(value.get(first)?, Value::get)
    })
}

/// Whether a value can be the content of a response: a string, or what a client has parsed already.
fn is_content(value: Value<'_>) -> bool {
    value.is_object() || value.is_array() || value.as_str().is_some_and(|text| !text.is_empty())
}

/// Whether a value is content that a program reads, not words.
fn holds_content(value: Value<'_>) -> bool {
    value.is_object()
        || value.is_array()
        || value.as_str().is_some_and(|text| text.trim_start().starts_with(['{', '[', '<']))
}

fn is_one_line(text: &str) -> bool {
    !text.is_empty() && !text.contains(['\n', '\r'])
}

/// `HTTP/1.1`, `http/2.0`, `h2`, `h3`.
fn version(text: &str) -> Option<&'static str> {
    Some(match text.to_ascii_lowercase().as_str() {
        "http/1.0" => "1.0",
        "http/1.1" => "1.1",
        "h2" | "http/2" | "http/2.0" => "2",
        "h3" | "http/3" | "http/3.0" => "3",
        _ => return None,
    })
}

/// Writes a string without its quotation marks and escapes, or any other scalar as it is.
fn keep_scalar(message: &mut Rewriting<'_>, value: Value<'_>) {
    if value.as_str().is_some() {
        unescape_into(message, inside(value));
    } else {
        message.keep(value.span());
    }
}

/// What stands between the quotation marks of a string; one that is cut off has only the first.
fn inside(string: Value<'_>) -> Range<usize> {
    let span = string.span();
    let start = span.start.saturating_add(1);
    start..span.end.saturating_sub(usize::from(!string.is_cut())).max(start)
}

/// Fields as a list of name and value (HAR, Postman), or as an object.
fn write_fields(message: &mut Rewriting<'_>, fields: Value<'_>) {
    let mut write = |name: Option<Value<'_>>, plain: &str, value: Value<'_>| {
        let values: Vec<Value<'_>> =
            if value.is_array() { value.items().collect() } else { alloc::vec![value] };
        for value in values {
            let text = value.to_text().unwrap_or_default();
            let name_text = name.and_then(Value::as_str).unwrap_or(plain);
            if !is_one_line(name_text) || !is_one_line(&text) || name_text.starts_with(':') {
                continue;
            }
            let place = value.span();
            match name {
                Some(name) => keep_scalar(message, name),
                None => message.put(name_text, place.clone()),
            }
            message.put(": ", place.start..place.start);
            keep_scalar(message, value);
            message.put("\n", place.end..place.end);
        }
    };
    for field in fields.items() {
        if let (Some(name), Some(value)) = (field.get_any(&["name", "key"]), field.get("value")) {
            write(Some(name), "", value);
        }
    }
    for (name, value) in fields.members() {
        write(None, name, value);
    }
}

fn write_content(message: &mut Rewriting<'_>, content: Value<'_>, is_base64: Option<bool>) {
    let Some(text) = content.as_str() else { return message.keep(content.span()) };
    let begins_content = |bytes: &[u8]| matches!(bytes.first(), Some(b'{' | b'[' | b'<'));
    let bytes = match is_base64 {
        Some(true) => decoded(text, content.is_cut()),
        // What says how it is encoded stands behind it, and was cut off as well.
        Some(false) if content.is_cut() => {
            decoded(text, true).filter(|bytes| begins_content(bytes))
        }
        _ => None,
    };
    match bytes {
        Some(bytes) => match core::str::from_utf8(&bytes) {
            Ok(held) if is_side_by_side(text.trim_end_matches(CUT), &inside(content)) => {
                message.put_from_base64(held, inside(content));
            }
            _ => message.put(&String::from_utf8_lossy(&bytes), inside(content)),
        },
        None => unescape_into(message, inside(content)),
    }
}

/// Whether the digits of base64 stand in the source as they are, without escapes and line ends.
fn is_side_by_side(digits: &str, place: &Range<usize>) -> bool {
    let is_other = |byte: u8| !byte.is_ascii() || byte.is_ascii_whitespace();
    digits.len() == place.len() && !digits.bytes().any(is_other)
}

/// What is written in base64, as far as it goes. What stands below a recording that was cut off is none of it.
fn decoded(text: &str, is_cut: bool) -> Option<Vec<u8>> {
    let written = text.trim_end_matches(CUT);
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let digits = written.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let digits: Vec<u8> = digits.take_while(|byte| !is_cut || is_digit(*byte)).collect();
    let padding = digits.iter().rev().take_while(|byte| **byte == b'=').count();
    let length = digits.len().saturating_sub(padding);
    // A recording that was cut off ends within a group.
    let length = length.saturating_sub(usize::from(length % 4 == 1));
    BODY.decode(digits.get(..length)?).ok()
}
