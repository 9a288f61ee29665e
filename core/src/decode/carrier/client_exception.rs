//! What HTTP clients say in their exceptions and warnings, as a table: the words around the status code.

use alloc::vec::Vec;
use core::ops::Range;
use std::sync::OnceLock;

use crate::seek;

/// How a client names the status code.
struct Saying {
    /// What stands right before the three digits.
    before: &'static str,
    /// What stands right behind them; empty where anything may.
    behind: &'static str,
    /// What has to stand near in the line; empty where nothing has to.
    beside: &'static str,
}

const fn saying(before: &'static str, behind: &'static str, beside: &'static str) -> Saying {
    Saying { before, behind, beside }
}

/// How far from the status the third text may stand, in bytes.
const NEAR: usize = 512;

const SAYINGS: &[Saying] = &[
    // Python: requests, httpx, urllib
    saying("<Response [", "]>", ""),
    saying("<Response [", " ", ""),
    saying("", " Client Error", ""),
    saying("", " Server Error", ""),
    saying("HTTP Error ", ":", ""),
    saying("Client error '", " ", ""),
    saying("Server error '", " ", ""),
    // aiohttp
    saying("ClientResponseError: ", ", message=", ""),
    saying("", ", message='", ", url="),
    // JavaScript: axios, superagent, got
    saying("failed with status code ", "", ""),
    saying("Response code ", " (", ""),
    // .NET
    saying("StatusCode: ", ", ReasonPhrase", ""),
    saying("does not indicate success: ", "", ""),
    saying("returned an error: (", ")", ""),
    saying("unexpected response: (", ")", ""),
    // as before, in German, French and Spanish
    saying("zurückgegeben: (", ")", ""),
    saying("a retourné une erreur : (", ")", ""),
    saying("a retourné une erreur\u{a0}: (", ")", ""),
    saying("Error en el servidor remoto: (", ")", ""),
    // Clients that were made of an OpenAPI description, in Python; AWS
    saying("ApiException: (", ")", ""),
    saying("Exception: (", ")\n", ""),
    saying("Exception: (", ")\r", ""),
    saying("Exception: (", ")\\n", ""),
    saying("n error occurred (", ") when calling", ""),
    // What applications make of it, where they name the call
    saying("equest failed (", ")", ""),
    saying("equest failed: (", ")", ""),
    saying("call failed (", ")", "API"),
    saying("call failed (", ")", "Api"),
    saying("call failed (", ")", "HTTP"),
    saying("pload failed (", ")", ""),
    saying("ownload failed (", ")", ""),
    saying(" failed (", ")", "://"),
    saying("ms - ", "", "Received HTTP response"),
    saying("ms ", " ", "Request finished in "),
    // Java: HttpURLConnection, Spring, Feign, Apache
    saying("HTTP response code: ", "", ""),
    saying("ErrorException: ", " ", ""),
    saying("Exception$Unauthorized: ", " ", ""),
    saying("Exception$Forbidden: ", " ", ""),
    saying("Exception$NotFound: ", " ", ""),
    saying("Exception$BadRequest: ", " ", ""),
    saying("Exception$Conflict: ", " ", ""),
    saying("Exception$UnprocessableEntity: ", " ", ""),
    saying("Exception$TooManyRequests: ", " ", ""),
    saying("Exception$InternalServerError: ", " ", ""),
    saying("Exception$BadGateway: ", " ", ""),
    saying("Exception$ServiceUnavailable: ", " ", ""),
    saying("Exception$GatewayTimeout: ", " ", ""),
    saying("status ", " reading ", ""),
    saying("[", " ", "] during ["),
    // Ktor
    saying(") invalid: ", " ", " request("),
    // Ruby, PHP, Go
    saying("server responded with status ", "", ""),
    saying("resulted in a `", " ", ""),
    saying("unexpected status code: ", "", ""),
    saying("unexpected status code ", "", ""),
    saying("unexpected status: ", " ", ""),
    // Rack's logs
    saying("Completed ", " ", " in "),
    saying("| ", " |", "[GIN]"),
    // curl and wget
    saying("requested URL returned error: ", "", ""),
    saying(" ERROR ", ": ", "://"),
    saying(" ERROR ", ": ", "20"),
    // A browser's console
    saying("responded with a status of ", "", ""),
    saying("net::ERR_ABORTED ", " (", ""),
    // OkHttp's lines in the log of something else
    saying("<-- ", " ", "ms"),
    // A status line that a client, a wire log or a warning holds: Apache's HttpClient, PHP
    saying("HTTP/1.1 ", " ", ""),
    saying("HTTP/1.0 ", " ", ""),
    saying("HTTP/2 ", " ", ""),
    saying("HTTP/2.0 ", " ", ""),
    // A client of one of the vendors, in its log
    saying("HTTP_CODE '", "'", ""),
];

/// Whether a client names the three digits at a place in its line as the status code.
pub(super) fn names(line: &str, digits: &Range<usize>) -> bool {
    let (Some(before), Some(behind)) = (line.get(..digits.start), line.get(digits.end..)) else {
        return false;
    };
    let near = || {
        let near = line.floor_char_boundary(digits.start.saturating_sub(NEAR))
            ..line.floor_char_boundary(digits.end.saturating_add(NEAR).min(line.len()));
        line.get(near).unwrap_or_default()
    };
    let mut fitting = fitting(before.as_bytes().last(), behind.as_bytes().first());
    while fitting != 0 {
        let saying = usize::try_from(fitting.trailing_zeros()).ok().and_then(|at| SAYINGS.get(at));
        fitting &= fitting.wrapping_sub(1);
        let is_said = saying.is_some_and(|saying| {
            before.ends_with(saying.before)
                && behind.starts_with(saying.behind)
                && !(saying.behind.starts_with(')') && is_phone_number(behind))
                && (saying.beside.is_empty() || seek::holds(near(), saying.beside))
        });
        if is_said {
            return true;
        }
    }
    false
}

/// The sayings that the bytes around the digits allow, each a bit: a byte on each side tells most of them apart, and
/// every number of a text is asked about.
fn fitting(last: Option<&u8>, first: Option<&u8>) -> u128 {
    static FITTING: OnceLock<[Vec<u128>; 2]> = OnceLock::new();
    let [before, behind] = FITTING.get_or_init(|| {
        let table = |side: fn(&Saying) -> Option<u8>| {
            let fits = |byte: u8| {
                let bits = SAYINGS.iter().enumerate().map(|(at, saying)| {
                    u128::from(side(saying).is_none_or(|known| known == byte)) << at
                });
                bits.fold(0, |all, bit| all | bit)
            };
            (0..=u8::MAX).map(fits).collect()
        };
        [
            table(|saying| saying.before.bytes().next_back()),
            table(|saying| saying.behind.bytes().next()),
        ]
    });
    // At the edge of the line, those that need nothing there; no saying has a zero byte.
    let bits = |table: &[u128], byte: Option<&u8>| {
        let byte = byte.copied().unwrap_or_default();
        table.get(usize::from(byte)).copied().unwrap_or_default()
    };
    bits(before, last) & bits(behind, first)
}

/// Whether the rest of a phone number stands behind the area code in brackets: `) 555-0100`.
fn is_phone_number(behind: &str) -> bool {
    let rest = behind.trim_start_matches([')', ' ', '-', '.', '/']);
    rest.bytes().take_while(u8::is_ascii_digit).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::super::numbers;
    use super::{SAYINGS, names};

    #[test]
    fn there_is_a_bit_for_each() {
        assert!(SAYINGS.len() <= 128);
    }

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let status = numbers::statuses(line).find(|digits| names(line, digits));
        assert_eq!(status.and_then(|digits| line.get(digits)), expected, "{line}");
    }

    #[test]
    fn clients_name_the_status() {
        check("<Response [401]>", Some("401"));
        check(
            "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://x",
            Some("401"),
        );
        check("urllib.error.HTTPError: HTTP Error 503: Service Unavailable", Some("503"));
        check("AxiosError: Request failed with status code 429", Some("429"));
        check("StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1", Some("401"));
        check("Response status code does not indicate success: 404 (Not Found).", Some("404"));
        check("The remote server returned an error: (403) Forbidden.", Some("403"));
        check("Server returned HTTP response code: 500 for URL: https://x", Some("500"));
        check("HttpClientErrorException$Unauthorized: 401 Unauthorized: \"{}\"", Some("401"));
        check("feign.FeignException: status 409 reading Api#post()", Some("409"));
        check("Client request(GET https://x) invalid: 404 Not Found. Text: \"\"", Some("404"));
        check("kubernetes.client.exceptions.ApiException: (404)", Some("404"));
        check("x.exceptions.NotFoundException: (404)\nReason: Not Found", Some("404"));
        check("ClientError: An error occurred (403) when calling the x operation: y", Some("403"));
        check("[401 Unauthorized] during [GET] to [https://x]", Some("401"));
        check("the server responded with status 422", Some("422"));
        check("`POST https://x` resulted in a `406 Not Acceptable` response:", Some("406"));
        check("curl: (22) The requested URL returned error: 406", Some("406"));
        check("2026-11-21 07:00:00 ERROR 999: (no description).", Some("999"));
        check("ClientResponseError: 422, message='Unprocessable Entity', url='x'", Some("422"));
        check("The remote server returned an unexpected response: (400) Bad Request.", Some("400"));
        check("Completed 422 Unprocessable Entity in 12ms (Views: 0.2ms)", Some("422"));
        check(
            "[GIN] 2026/11/20 - 10:00:00 | 404 |  1.2ms | 203.0.113.5 | POST  \"/x\"",
            Some("404"),
        );
        check("The remote server returned an error: (429).", Some("429"));
        check(
            "Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.",
            Some("401"),
        );
        check("PUT of https://x.test/y failed (429)", Some("429"));
        check("Upload request failed (413), giving up", Some("413"));
        check("HttpResponseProxy{HTTP/1.1 401 Unauthorized [Server: x]}", Some("401"));
    }

    #[test]
    fn other_numbers_are_left_alone() {
        check("Response [4010]", None);
        check("the server responded after 401 ms", None);
        check("ERROR 500: disk full", None);
        check("12401 Client Errors", None);
        check("Client Error", None);
        check("12 tests failed (401 were skipped)", None);
        check("Chapter failed (404)", None);
        check("TypeError: Exception: (404) cannot be called", None);
        check("The phone call failed (503)", None);
        check("The request failed (401) 555-0100 was busy", None);
        check("the paper (429) says more", None);
        check("Completed 422 rows", None);
        check("a cell | 404 | another", None);
    }
}
