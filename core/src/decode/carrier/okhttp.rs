//! The log of `OkHttp`: `<-- 401 Unauthorized https://… (22ms)`, fields, a blank line, content, `<-- END HTTP`.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Piece, has_room, notice, request, too_many};
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::{Unwrapped, lines};
use crate::span::Rewriting;

const NAME: &str = "okhttp";
const RESPONSE: &str = "<-- ";

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    if !text.contains(RESPONSE) {
        return None;
    }
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut open: Option<(Rewriting<'_>, usize)> = None;
    let mut before = 0usize;
    let mut failed = false;
    for (start, line) in lines(text) {
        let lead = lead(line);
        let (from, end) = (start.saturating_add(lead), start.saturating_add(line.len()));
        let shown = line.get(lead..).unwrap_or_default();
        let is_end = shown.starts_with("<-- END") || shown.starts_with("--> ");
        let status = status(shown);
        if is_end || status.is_some() {
            finish(source, open.take(), &mut before, &mut pieces);
        }
        if shown.starts_with("<-- HTTP FAILED") {
            failed = true;
            notices.push(notice(
                NoticeCode::NoResponse,
                "The log says that the call failed before any response came.",
                Some(source.origin.span(from, end)),
            ));
        }
        if let Some(status) = status {
            if !has_room(&pieces) {
                too_many(source, start, notices);
                break;
            }
            let mut rewriting = Rewriting::new(text);
            rewriting.put("HTTP ", from..from.saturating_add(RESPONSE.len()));
            rewriting.keep(from.saturating_add(status.start)..from.saturating_add(status.end));
            rewriting.put("\n", end..end);
            open = Some((rewriting, start));
        } else if let Some((rewriting, _)) = &mut open
            && !is_end
        {
            rewriting.keep(from..end);
        }
    }
    finish(source, open, &mut before, &mut pieces);
    (!pieces.is_empty() || failed).then_some(pieces)
}

fn finish<'a>(
    source: &'a Unwrapped<'_>,
    open: Option<(Rewriting<'_>, usize)>,
    before: &mut usize,
    pieces: &mut Vec<Piece<'a>>,
) {
    let Some((rewriting, start)) = open else { return };
    // The address stands in the line of the request or in that of the response.
    let line = source.text.get(start..).and_then(|rest| rest.find('\n')).unwrap_or_default();
    let request = request::find(source, *before..start.saturating_add(line));
    pieces.push(Piece::made(source, rewriting, NAME).answering(request));
    *before = start;
}

/// Where status code and reason phrase stand in a line.
fn status(line: &str) -> Option<Range<usize>> {
    let rest = line.strip_prefix(RESPONSE)?;
    let digits = rest.get(..3)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit())
        || rest.get(3..)?.starts_with(|c: char| !c.is_whitespace())
    {
        return None;
    }
    let end = ["http://", "https://", "("].iter().filter_map(|mark| rest.find(mark)).min();
    let length = end.and_then(|end| rest.get(..end)).unwrap_or(rest).trim_end().len();
    Some(RESPONSE.len()..RESPONSE.len().saturating_add(length))
}

/// What a log writes before each line: `D/OkHttp: `, `12:00:00.123 okhttp.OkHttpClient I  `.
fn lead(line: &str) -> usize {
    let Some(tag) = line.find("OkHttp").or_else(|| line.find("okhttp")) else { return 0 };
    if tag > 80 {
        return 0;
    }
    let rest = line.get(tag..).unwrap_or_default();
    let length = rest.find(": ").map(|at| at.saturating_add(2)).or_else(|| {
        let word = rest.find(' ')?;
        let level = rest.get(word..)?.trim_start();
        let level = level
            .strip_prefix(['D', 'I', 'V', 'W'])
            .filter(|rest| rest.starts_with(' '))
            .unwrap_or(level);
        Some(rest.len().saturating_sub(level.trim_start_matches(' ').len()))
    });
    tag.saturating_add(length.unwrap_or_default())
}
