//! A web page in place of an answer: a gateway or proxy speaks, not the API.
//!
//! Source: the error pages that nginx, Apache httpd, IIS, Tomcat, Cloudflare, Amazon (load balancer and
//! `CloudFront`) and Azure write, and Spring Boot, as their manuals and templates show them.

use alloc::string::String;
use core::ops::Range;

use crate::catalog::Outcome;
use crate::decode::output::{Fault, Notice, NoticeCode, Origin};
use crate::decode::payload::{Payload, html};
use crate::decode::reading::{MeantAs, Message, RawFinding, Reading};

/// What gateways and proxies write behind the status: the registered phrases, and their own.
const PHRASES: &[&str] = &[
    "Bad Request",
    "Unauthorized",
    "Authorization Required",
    "Payment Required",
    "Forbidden",
    "Not Found",
    "Method Not Allowed",
    "Not Allowed",
    "Not Acceptable",
    "Proxy Authentication Required",
    "Request Timeout",
    "Request Time-out",
    "Length Required",
    "Request Entity Too Large",
    "Payload Too Large",
    "Content Too Large",
    "Request-URI Too Large",
    "Unsupported Media Type",
    "Too Many Requests",
    "Request Header Or Cookie Too Large",
    "Internal Server Error",
    "Not Implemented",
    "Bad Gateway",
    "Service Unavailable",
    "Service Temporarily Unavailable",
    "Gateway Timeout",
    "Gateway Time-out",
    // IIS.
    "File or directory not found",
    "Forbidden: Access is denied",
    "Unauthorized: Access is denied due to invalid credentials",
];
/// What stands before a status so that whatever is behind it is its phrase: IIS, Tomcat, Azure.
const LEADS: &[&str] = &["HTTP Status ", "HTTP Error ", "Detailed Error - "];
/// Likewise, but only where it opens the title: any words may end in it.
const OPENING: &str = "Error ";
/// What a title without a status says of an error, where no status line does.
const WORDS: &[&str] = &[
    "error",
    "unavailable",
    "not available",
    "denied",
    "forbidden",
    "unauthorized",
    "not found",
    "bad gateway",
    "timeout",
    "timed out",
    "blocked",
    "attention required",
    "maintenance",
];
/// Where pages name the error, the most telling first.
const TITLES: &[&str] = &["title", "h1", "h2"];
/// Where else the status may stand: IIS writes it into a paragraph.
const PLACES: &[&str] = &["title", "h1", "h2", "p"];

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    if !matches!(message.payload, Payload::Html) {
        return None;
    }
    let text = message.text();
    let places = |names: &'static [&'static str]| {
        let ranges = names.iter().filter_map(|name| html::element_text(text, name));
        ranges.filter(|range| !range.is_empty())
    };
    let title_place = places(TITLES).next()?;
    let title = text.get(title_place.clone())?;
    let mut reading = Reading::new("html");
    let status = places(PLACES).find_map(|range| status(text, range)).or_else(|| of_spring(text));
    if let Some(found) = status {
        reading.application = Outcome::Failure;
        reading.findings.push(RawFinding {
            code: found.code,
            meant_as: MeantAs::Status,
            owner: None,
            origin: Origin::Body,
            message: text.get(found.phrase).map(html::decoded).filter(|phrase| !phrase.is_empty()),
            span: message.span(found.digits),
        });
    }
    let lower = title.to_ascii_lowercase();
    let is_telling = message.status().is_some()
        || !reading.findings.is_empty()
        || WORDS.iter().any(|word| lower.contains(word));
    if !is_telling {
        // A page about anything at all.
        return Some(reading);
    }
    let (place, detail) = paragraph(text, title).unzip();
    reading.notices.extend(cut_notice(message, &title_place));
    reading.notices.extend(place.and_then(|place| cut_notice(message, &place)));
    let message = Some(html::decoded(title));
    reading.fault = Some(Fault { message, detail, ..Fault::default() });
    Some(reading)
}

struct Status {
    code: u32,
    digits: Range<usize>,
    phrase: Range<usize>,
}

/// `502 Bad Gateway`, `HTTP Error 404.0 - Not Found`, `shop.example | 522: Connection timed out`.
fn status(text: &str, range: Range<usize>) -> Option<Status> {
    let title = text.get(range.clone())?;
    // Cloudflare writes the site before the status, and a colon behind it.
    let behind_site = title
        .split_once(" | ")
        .filter(|(_, rest)| rest.get(3..).is_some_and(|behind| behind.starts_with(':')))
        .map(|(site, _)| site.len().saturating_add(3));
    let behind_lead = LEADS
        .iter()
        .find_map(|lead| title.find(lead).map(|at| at.saturating_add(lead.len())))
        .or_else(|| title.starts_with(OPENING).then_some(OPENING.len()));
    let start = behind_lead.or(behind_site).unwrap_or(0);
    let rest = title.get(start..)?;
    let digits = rest.get(..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let code = digits.parse().ok().filter(|code| (400..=599).contains(code))?;
    // IIS writes substatuses: 404.0.
    let behind = rest.get(3..)?;
    let substatus = behind
        .strip_prefix('.')
        .map_or(behind, |digits| digits.trim_start_matches(|c: char| c.is_ascii_digit()));
    if substatus.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let phrase = substatus.trim_start_matches([' ', ':', '-', '–', '.', '(']);
    let phrase_start = range.end.saturating_sub(phrase.len());
    // `CloudFront` writes "403 ERROR".
    let phrase = phrase.strip_suffix("ERROR").unwrap_or(phrase).trim_end_matches(['.', ' ', ')']);
    let is_listed = PHRASES.iter().any(|known| known.eq_ignore_ascii_case(phrase));
    let is_bare = phrase.is_empty() && start == 0;
    if !(is_listed || is_bare || behind_lead.is_some() || behind_site.is_some()) {
        return None;
    }
    let digits_start = range.start.saturating_add(start);
    Some(Status {
        code,
        digits: digits_start..digits_start.saturating_add(3),
        phrase: phrase_start..phrase_start.saturating_add(phrase.len()),
    })
}

/// `There was an unexpected error (type=Not Found, status=404).`, as Spring Boot's page says it.
fn of_spring(text: &str) -> Option<Status> {
    const LEAD: &str = "There was an unexpected error (type=";
    const STATUS: &str = ", status=";
    /// The longest phrase that is looked at, in bytes.
    const LONGEST: usize = 100;
    let start = text.find(LEAD)?.saturating_add(LEAD.len());
    let rest = text.get(start..text.floor_char_boundary(start.saturating_add(LONGEST)))?;
    let at = rest.find(STATUS)?;
    let digits = start.saturating_add(at).saturating_add(STATUS.len());
    let digits = digits..digits.saturating_add(3);
    let code = text.get(digits.clone())?.parse().ok().filter(|code| (400..=599).contains(code))?;
    let is_last = text.get(digits.end..)?.starts_with(')');
    is_last.then_some(Status { code, digits, phrase: start..start.saturating_add(at) })
}

/// What is said where an element is longer than is read of it.
pub(in crate::decode) fn cut_notice(message: &Message<'_>, part: &Range<usize>) -> Option<Notice> {
    html::goes_on(message.text(), part).then(|| Notice {
        code: NoticeCode::TooMany,
        message: "A text in the page is longer than 4,000 bytes; its beginning is shown.".into(),
        span: Some(message.span(part.clone())),
    })
}

/// The first paragraph that says more than the title, and where it stands.
fn paragraph(text: &str, title: &str) -> Option<(Range<usize>, String)> {
    let place = html::element(text, "p", None)?;
    let inner = html::plain_text(text, place.clone());
    (!inner.is_empty() && inner != title).then_some((place, inner))
}
