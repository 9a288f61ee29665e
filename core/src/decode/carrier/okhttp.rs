//! The log of `OkHttp`: `<-- 401 Unauthorized https://… (22ms)`, fields, a blank line, content, `<-- END HTTP`.

use alloc::vec::Vec;
use core::ops::Range;

use super::transcript::Transcript;
use super::{Piece, notice};
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::{Unwrapped, lines};

const NAME: &str = "okhttp";
const RESPONSE: &str = "<-- ";
/// What every such text holds.
pub(super) const MARKS: &[&str] = &[RESPONSE];

pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let mut transcript = Transcript::new(source, NAME);
    let mut failed = false;
    for (start, line) in lines(text) {
        let lead = lead(line);
        let (from, end) = (start.saturating_add(lead), start.saturating_add(line.len()));
        let shown = line.get(lead..).unwrap_or_default();
        if shown.starts_with("<-- HTTP FAILED") {
            failed = true;
            notices.push(notice(
                NoticeCode::NoResponse,
                "The log says that the call failed before any response came.",
                Some(source.origin.span(from, end)),
            ));
        }
        if shown.starts_with("<-- END") || shown.starts_with("--> ") {
            transcript.end();
        } else if let Some(status) = status(shown) {
            if !transcript.begin(start) {
                break;
            }
            if let Some(response) = transcript.response() {
                response.put("HTTP ", from..from.saturating_add(RESPONSE.len()));
                response.keep(from.saturating_add(status.start)..from.saturating_add(status.end));
                response.put("\n", end..end);
            }
        } else if let Some(response) = transcript.response() {
            response.keep(from..end);
        }
    }
    transcript.finish().or_else(|| failed.then(Vec::new))
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
