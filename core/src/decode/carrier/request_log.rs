//! A request and its status in one line, as servers and clients log it: `POST /x 401 12 ms - 52`, `POST /x -> 401`.

use alloc::vec::Vec;
use core::ops::Range;

use super::request::METHODS;

/// What may stand between the target and the status, the longest first; a blank alone says least.
const LINKS: &[&str] = &[
    " responded ",
    " returned ",
    " completed with ",
    " --> ",
    " -> ",
    " => ",
    " → ",
    " ⇒ ",
    " ➜ ",
    " ⟶ ",
    ") ",
    " - ",
    " ",
];
/// The longest target that is looked for, in bytes.
const LONGEST: usize = 2_048;
/// How much behind a status is looked at, in bytes.
const BEHIND: usize = 256;
/// What `HAProxy` writes where no response was sent, with the blanks around it.
pub(in crate::decode) const UNANSWERED: &str = " -1 ";
/// How far behind its status a load balancer's log names the request, in bytes.
const NUMBERS: usize = 64;

/// Whether a line logs a request and the three digits as its status.
pub(super) fn names(line: &str, digits: &Range<usize>) -> bool {
    let before = line.get(..digits.start).unwrap_or_default();
    let near = line.floor_char_boundary(digits.end.saturating_add(BEHIND).min(line.len()));
    let behind = line.get(digits.end..near).unwrap_or_default();
    let Some((joint, head)) =
        LINKS.iter().find_map(|link| Some((*link, before.strip_suffix(link)?)))
    else {
        return false;
    };
    // What the request's content was, and how long: `application/json 404 - 500 …`
    let request = match head.rsplit_once(' ') {
        Some((rest, length)) if joint == " - " && is_count(length) => media_type_before(rest),
        _ => head,
    };
    let request = request.trim_end_matches(['"', ':']);
    let is_arrow = ends_with_arrow(joint) && joint != ") ";
    // Access logs put the version behind the target.
    let request = match request.rsplit_once(' ') {
        Some((rest, version)) if is_arrow && version.starts_with("HTTP/") => rest,
        _ => request,
    };
    let start = request.ceil_char_boundary(request.len().saturating_sub(LONGEST));
    let mut words = request.get(start..).unwrap_or_default().rsplit([' ', '\t']);
    let target = words.next().unwrap_or_default().trim_start_matches('"');
    let method = words.next().unwrap_or_default();
    let method = method.trim_matches(|c: char| !c.is_ascii_alphabetic());
    let time = behind.trim_end().strip_suffix("ms");
    let measures = time.is_some_and(|time| time.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    let is_address = target.starts_with("http") && target.contains("://");
    let is_request = (target.starts_with('/') || target.contains("://"))
        && METHODS.contains(&method)
        || is_arrow && is_address && (measures || ends_or_counts(behind));
    is_request
        && match joint {
            " " => measures || ends_or_counts(behind),
            // The fields of other logs have dashes between them as well.
            " - " => measures || behind.trim().is_empty(),
            _ => true,
        }
}

/// Whether an arrow leads to the status: whoever writes so reports a call, and goes on with what came back.
pub(super) fn ends_with_arrow(before: &str) -> bool {
    ["-> ", "=> ", "→ ", "⇒ ", "➜ ", "⟶ ", ") "].iter().any(|arrow| before.ends_with(arrow))
}

/// Whether nothing stands behind a status but its phrase, a time or a size: a count has a word behind it.
fn ends_or_counts(behind: &str) -> bool {
    let rest = behind.trim();
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let unit = rest.get(digits..).unwrap_or_default().trim_start();
    rest.is_empty()
        || rest.starts_with(['(', '{'])
        || digits > 0 && ["ms", "s ", "µs", "us"].iter().any(|known| unit.starts_with(known))
        || rest.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The status in a log of IIS, whose last fields are numbers: `… 500 0 0 31`.
pub(super) fn iis(line: &str, digits: &Range<usize>) -> bool {
    /// Further status and system codes, the time, and perhaps the bytes in and out.
    const FIELDS: core::ops::RangeInclusive<usize> = 3..=5;
    let is_dated = line.get(..10).is_some_and(|date| {
        date.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    });
    let behind = line.get(digits.end..).unwrap_or_default();
    is_dated
        && behind.len() <= NUMBERS
        && behind.starts_with(' ')
        && line.get(..digits.start).is_some_and(|before| before.ends_with(' '))
        && behind.split_whitespace().all(is_count)
        && FIELDS.contains(&behind.split_whitespace().count())
        && line.split(' ').any(|word| METHODS.contains(&word))
}

fn is_count(word: &str) -> bool {
    word == "-" || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text before the media type that it ends with; a media type's parameters hold no blank in these logs.
fn media_type_before(text: &str) -> &str {
    match text.rsplit_once(' ') {
        Some((rest, kind))
            if kind == "-"
                || kind.contains('/') && !kind.starts_with('/') && !kind.contains("://") =>
        {
            rest
        }
        _ => text,
    }
}

/// The status that a load balancer or proxy gave, before its own numbers and the request in quotation marks:
/// `502 - 34 366 "GET https://… HTTP/1.1"`.
pub(super) fn balancer(line: &str, digits: &Range<usize>) -> bool {
    let before = line.get(..digits.start).unwrap_or_default();
    let is_field =
        before.ends_with(' ') && before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    if !is_field {
        return false;
    }
    let near = line.floor_char_boundary(digits.end.saturating_add(NUMBERS).min(line.len()));
    let behind = line.get(digits.end..near).unwrap_or_default();
    let Some((numbers, request)) = behind.split_once(" \"") else { return false };
    let numbers: Vec<&str> = numbers.split(' ').collect();
    // Three numbers of its own: the target's status, and the bytes in and out.
    matches!(numbers.as_slice(), ["", counts @ ..] if counts.len() == 3 && counts.iter().all(|count| is_count(count)))
        && METHODS.iter().any(|method| {
            request.strip_prefix(method).is_some_and(|rest| rest.starts_with(" http"))
        })
}

/// The status in the HTTP log of `HAProxy`, between its five times and its counts:
/// `10/0/30/69/109 503 213 - - SC-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"`.
///
/// Source: the configuration manual of `HAProxy`, section 8.2.3.
pub(super) fn haproxy(line: &str, digits: &Range<usize>) -> bool {
    let before = line.get(..digits.start).unwrap_or_default();
    let behind = line.get(digits.end..).unwrap_or_default();
    // Times stand before it, joined by slashes.
    let ends_as_time =
        before.as_bytes().strip_suffix(b" ").and_then(<[u8]>::last).is_some_and(u8::is_ascii_digit);
    if !ends_as_time {
        return false;
    }
    let mut fields = behind.split(' ');
    // Minus one is a time that never came; a plus stands before what was still going on.
    let is_number = |word: &str| {
        let word = word.strip_prefix(['-', '+']).unwrap_or(word);
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let are_numbers = |word: &str, count: usize| {
        word.split('/').count() == count && word.split('/').all(is_number)
    };
    let times = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
    times.is_some_and(|times| are_numbers(times, 5))
        && fields.next() == Some("")
        && fields.next().is_some_and(is_number)
        // Two cookies, and four letters that say how the session ended.
        && fields.nth(2).is_some_and(|state| state.len() == 4)
        && fields.next().is_some_and(|connections| are_numbers(connections, 5))
        && fields.next().is_some_and(|queues| are_numbers(queues.trim_end(), 2))
}

/// Where a log of `HAProxy` says in the place of a status that no response was sent: `-1`.
pub(in crate::decode) fn unanswered(text: &str) -> Option<Range<usize>> {
    let places = text.match_indices(UNANSWERED);
    let digits = |at: usize| at.saturating_add(1)..at.saturating_add(UNANSWERED.len() - 1);
    places.map(|(at, _)| digits(at)).find(|digits| haproxy(text, digits))
}

#[cfg(test)]
mod tests {
    use super::super::numbers;
    use super::{balancer, haproxy, iis, names, unanswered};

    #[track_caller]
    fn check(
        names: fn(&str, &core::ops::Range<usize>) -> bool,
        line: &str,
        expected: Option<&str>,
    ) {
        let status = numbers::statuses(line).find(|digits| names(line, digits));
        assert_eq!(status.and_then(|digits| line.get(digits)), expected, "{line}");
    }

    #[test]
    fn requests_with_their_status() {
        check(names, "POST /x 401 12.345 ms - 52", Some("401"));
        check(names, "  --> POST /x 401 12ms 52b", Some("401"));
        check(names, "POST https://api.example.test/x 401 (Unauthorized)", Some("401"));
        check(names, "(GET https://api.example.test/x) 401", Some("401"));
        check(names, "[07:00:00 ERR] HTTP POST /x responded 500 in 12.3456 ms", Some("500"));
        check(
            names,
            "Request finished HTTP/1.1 POST https://x.test/ - 401 - application/json 12ms",
            Some("401"),
        );
        check(
            names,
            "Request finished HTTP/2 POST https://x.test/ application/json 404 - 500 52 text/plain 12ms",
            Some("500"),
        );
        check(names, "POST /x 401 52 - 12.345 ms", Some("401"));
        check(names, "10:00:00 INFO GET /orders/401 -> 422 {}", Some("422"));
    }

    #[test]
    fn requests_with_counts() {
        for line in [
            "GET /x 404 rows",
            "GET /x 404 items",
            "PUT 500 bottles",
            "see /x 404",
            "PATCH 4 -> 500",
            "GET /x 401.5",
            "GET /orders/401",
            "TRACE /x took 500 ms",
            "POST /x.asmx - 443 - 203.0.113.5 curl/7.88 - 500 0 0 31",
        ] {
            check(names, line, None);
        }
    }

    #[test]
    fn load_balancers() {
        let line = "x 203.0.113.5:4010 10.0.0.1:80 0.000 0.404 0.000 502 - 34 366 \"GET https://x.test:443/ HTTP/1.1\"";
        check(balancer, line, Some("502"));
        check(balancer, "404 1 2 3 \"GET it\"", None);
        let line =
            "2026-11-21 07:00:00 10.0.0.1 POST /x - 443 - 203.0.113.5 curl/7.88 - 500 0 0 131";
        check(iis, line, Some("500"));
        check(iis, "2026-11-21 07:00:00 404 1 2 3 rows", None);
        let line = "haproxy[14389]: 10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in~ web/srv1 10/0/-1/-1/+109 503 213 - - SC-- 1/1/1/1/+0 0/0 {1wt.eu} {} \"GET /x HTTP/1.1\"";
        check(haproxy, line, Some("503"));
        // The log of a connection has three times and no status.
        let line = "haproxy[14385]: 10.0.1.2:33313 [06/Feb/2009:12:12:51.443] fnt bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0";
        check(haproxy, line, None);
        check(haproxy, "on 1/2/3/4/5 503 of 600 - - were gone", None);
        let line = "web/srv1 10/0/30/-1/5009 -1 0 - - CH-- 1/1/1/1/0 0/0 \"GET /x HTTP/1.1\"";
        assert_eq!(unanswered(line).and_then(|found| line.get(found)), Some("-1"));
        assert_eq!(unanswered("on 1/2/3/4/5 -1 0 degrees"), None);
    }

    #[test]
    fn arrows_lead_to_a_status() {
        for line in [
            "[GET] /x -> 401",
            "GET /x HTTP/1.1 → 401",
            "\"GET /x HTTP/1.1\" -> 401",
            "POST /x --> 401 Unauthorized",
            "GET /x ➜ 401 (35ms)",
            "https://x.test/y => 401",
        ] {
            check(names, line, Some("401"));
        }
        for line in [
            "https://x.test/y -> 404 items",
            "x -> 401",
            "HTTP/1.1 -> 401",
            "case A => 401",
            "GET the value -> 401 rows",
            "/x -> 401",
        ] {
            check(names, line, None);
        }
    }
}
