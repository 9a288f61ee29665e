//! What clients say of a call that got no response: the name, the connection or the secure channel failed.
//!
//! Source: the messages of the runtimes and libraries themselves, as far as they stay the same between versions.

use alloc::vec::Vec;
use core::ops::Range;

use super::bytes_present::BytesPresent;
use super::carrier::{UNANSWERED, unanswered};
use super::output::{Notice, NoticeCode};
use crate::span::OffsetMap;

/// How a call ended without a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Unresolved,
    Refused,
    /// Before it was sent.
    Unreached,
    /// Perhaps after it was sent.
    TimedOut,
    Broken,
    Insecure,
    /// A proxy sent none.
    Unsent,
    Other,
}

impl Ended {
    fn message(self) -> &'static str {
        match self {
            Self::Unresolved => {
                "No response came: the name of the host was not found. Check the address and the network."
            }
            Self::Refused => {
                "No response came: nothing takes connections at that address and port. Check both, and whether the service runs."
            }
            Self::Unreached => {
                "No response came: the connection could not be made in time. Check the address, the network and the firewall."
            }
            Self::TimedOut => {
                "No response came in time. The request may have been carried out all the same."
            }
            Self::Broken => {
                "No response came: the connection broke off. The request may have been carried out all the same."
            }
            Self::Insecure => {
                "No response came: the two sides did not agree on a secure connection. Check the certificate and the version of TLS."
            }
            Self::Unsent => {
                "The line of the log says status -1: no response was sent. The client went away, or the call was ended before one came."
            }
            Self::Other => "No response came: the call failed before.",
        }
    }
}

/// What tells it, the particular before the general.
const SAYINGS: &[(&str, Ended)] = &[
    // Chrome; a page that the browser blocked or left has no row, since a response may have come
    ("ERR_NAME_NOT_RESOLVED", Ended::Unresolved),
    ("ERR_CONNECTION_REFUSED", Ended::Refused),
    ("ERR_CONNECTION_TIMED_OUT", Ended::Unreached),
    ("ERR_ADDRESS_UNREACHABLE", Ended::Unreached),
    ("ERR_INTERNET_DISCONNECTED", Ended::Unreached),
    ("ERR_PROXY_CONNECTION_FAILED", Ended::Unreached),
    ("ERR_TIMED_OUT", Ended::TimedOut),
    ("ERR_CONNECTION_RESET", Ended::Broken),
    ("ERR_CONNECTION_CLOSED", Ended::Broken),
    ("ERR_CONNECTION_ABORTED", Ended::Broken),
    ("ERR_EMPTY_RESPONSE", Ended::Broken),
    ("net::ERR_CERT_", Ended::Insecure),
    ("net::ERR_SSL_", Ended::Insecure),
    // Node and whatever shows the system's own names
    ("ENOTFOUND", Ended::Unresolved),
    ("EAI_AGAIN", Ended::Unresolved),
    ("ECONNREFUSED", Ended::Refused),
    ("UND_ERR_CONNECT_TIMEOUT", Ended::Unreached),
    ("EHOSTUNREACH", Ended::Unreached),
    ("ENETUNREACH", Ended::Unreached),
    ("connect ETIMEDOUT", Ended::Unreached),
    ("ETIMEDOUT", Ended::TimedOut),
    ("ESOCKETTIMEDOUT", Ended::TimedOut),
    ("UND_ERR_HEADERS_TIMEOUT", Ended::TimedOut),
    ("ECONNRESET", Ended::Broken),
    ("UND_ERR_SOCKET", Ended::Broken),
    ("DEPTH_ZERO_SELF_SIGNED_CERT", Ended::Insecure),
    ("SELF_SIGNED_CERT_IN_CHAIN", Ended::Insecure),
    ("UNABLE_TO_VERIFY_LEAF_SIGNATURE", Ended::Insecure),
    ("UNABLE_TO_GET_ISSUER_CERT", Ended::Insecure),
    ("CERT_HAS_EXPIRED", Ended::Insecure),
    // Go
    (": no such host", Ended::Unresolved),
    ("connect: connection refused", Ended::Refused),
    ("read: connection reset by peer", Ended::Broken),
    ("tls: failed to verify certificate", Ended::Insecure),
    ("net/http: TLS handshake timeout", Ended::Insecure),
    ("Client.Timeout exceeded while awaiting headers", Ended::TimedOut),
    (": dial tcp ", Ended::Unreached),
    // Java
    ("java.net.UnknownHostException", Ended::Unresolved),
    ("HttpHostConnectException", Ended::Refused),
    ("java.net.ConnectException", Ended::Refused),
    ("HttpConnectTimeoutException", Ended::Unreached),
    ("ConnectTimeoutException", Ended::Unreached),
    ("NoRouteToHostException", Ended::Unreached),
    ("SocketTimeoutException: connect timed out", Ended::Unreached),
    ("SocketTimeoutException: Connect timed out", Ended::Unreached),
    ("java.net.SocketTimeoutException", Ended::TimedOut),
    ("java.net.http.HttpTimeoutException", Ended::TimedOut),
    ("NoHttpResponseException", Ended::Broken),
    ("java.net.SocketException: Connection reset", Ended::Broken),
    ("SSLHandshakeException", Ended::Insecure),
    ("SSLPeerUnverifiedException", Ended::Insecure),
    // .NET
    ("No such host is known", Ended::Unresolved),
    ("The remote name could not be resolved", Ended::Unresolved),
    ("the target machine actively refused it", Ended::Refused),
    ("did not properly respond after a period of time", Ended::Unreached),
    ("Unable to connect to the remote server", Ended::Unreached),
    ("The SSL connection could not be established", Ended::Insecure),
    ("Could not create SSL/TLS secure channel", Ended::Insecure),
    ("Could not establish trust relationship for the SSL/TLS", Ended::Insecure),
    ("HttpClient.Timeout of ", Ended::TimedOut),
    ("The operation has timed out", Ended::TimedOut),
    ("The underlying connection was closed", Ended::Broken),
    ("The response ended prematurely", Ended::Broken),
    // Python
    ("NameResolutionError", Ended::Unresolved),
    ("Name or service not known", Ended::Unresolved),
    ("ConnectionRefusedError", Ended::Refused),
    ("requests.exceptions.ConnectTimeout", Ended::Unreached),
    ("ConnectTimeoutError", Ended::Unreached),
    ("httpx.ConnectTimeout", Ended::Unreached),
    ("requests.exceptions.ReadTimeout", Ended::TimedOut),
    ("httpx.ReadTimeout", Ended::TimedOut),
    ("requests.exceptions.SSLError", Ended::Insecure),
    ("CERTIFICATE_VERIFY_FAILED", Ended::Insecure),
    ("RemoteDisconnected", Ended::Broken),
    ("ServerDisconnectedError", Ended::Broken),
    ("ConnectionResetError", Ended::Broken),
    ("NewConnectionError", Ended::Unreached),
    ("ClientConnectorError", Ended::Unreached),
    ("requests.exceptions.ConnectionError", Ended::Other),
    ("httpx.ConnectError", Ended::Other),
    // Ruby
    ("Net::OpenTimeout", Ended::Unreached),
    ("Net::ReadTimeout", Ended::TimedOut),
    // OkHttp and browsers, which hide the reason
    ("HTTP FAILED: ", Ended::Other),
    ("TypeError: fetch failed", Ended::Other),
    ("TypeError: Failed to fetch", Ended::Other),
    ("TypeError: NetworkError when attempting to fetch resource", Ended::Other),
    ("TypeError: Load failed", Ended::Other),
    ("AxiosError: Network Error", Ended::Other),
    // Angular
    (": 0 Unknown Error", Ended::Other),
];
/// How curl and its bindings begin the number of what went wrong.
const CURL: &[&str] = &["curl: (", "cURL error "];
/// curl's numbers, from its manual; 22 is none of them, since a response came.
const CURL_NUMBERS: &[(&str, Ended)] = &[
    ("5", Ended::Unresolved),
    ("6", Ended::Unresolved),
    ("7", Ended::Refused),
    ("28", Ended::TimedOut),
    ("35", Ended::Insecure),
    ("51", Ended::Insecure),
    ("52", Ended::Broken),
    ("56", Ended::Broken),
    ("58", Ended::Insecure),
    ("60", Ended::Insecure),
    ("77", Ended::Insecure),
    ("92", Ended::Broken),
];

/// Which of the sayings may stand in a text, so that most of its lines need not be read for them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sayings {
    /// A bit for each row of the table.
    rows: u128,
    /// Whether curl may speak.
    curl: bool,
    /// Whether a log may say that no response was sent.
    unsent: bool,
}

impl Sayings {
    /// Any of them.
    pub(crate) const ALL: Self = Self { rows: u128::MAX, curl: true, unsent: true };

    /// Those that a text with these bytes, or a part of it, may hold.
    pub(crate) fn of(bytes: &BytesPresent) -> Self {
        let held = SAYINGS.iter().enumerate().filter(|(_, (saying, _))| bytes.may_hold(saying));
        let rows = held.fold(0, |rows, (row, _)| rows | 1 << row);
        let curl = CURL.iter().any(|begin| bytes.may_hold(begin));
        Self { rows, curl, unsent: bytes.may_hold(UNANSWERED) }
    }

    /// Tells once of each kind of failure that a stretch of a text speaks of; `origin` leads to the paste.
    pub(crate) fn tell(
        self,
        text: &str,
        stretch: Range<usize>,
        origin: &OffsetMap,
        notices: &mut Vec<Notice>,
    ) {
        let found = text.get(stretch.clone()).and_then(|text| self.find(text));
        let Some((range, message)) = found else { return };
        if !notices.iter().any(|notice| notice.message == message) {
            let (start, end) = (range.start, range.end);
            let from = |at: usize| stretch.start.saturating_add(at);
            let span = Some(origin.span(from(start), from(end)));
            notices.push(Notice { code: NoticeCode::NoResponse, message: message.into(), span });
        }
    }

    /// Where a text says that no response came, and what to make of it.
    pub(crate) fn find(self, text: &str) -> Option<(Range<usize>, &'static str)> {
        let row = || {
            let (at, saying, ended) = earliest_row(text, self.rows)?;
            Some((at..at.saturating_add(saying.len()), ended))
        };
        let unsent = || {
            let place = if self.unsent { unanswered(text) } else { None };
            place.map(|place| (place, Ended::Unsent))
        };
        let (range, ended) =
            if self.curl { curl(text) } else { None }.or_else(row).or_else(unsent)?;
        Some((range, ended.message()))
    }
}

/// The first row of the table that stands in a text, in one pass over it: a row begins where a word does.
fn earliest_row(text: &str, among: u128) -> Option<(usize, &'static str, Ended)> {
    if among == 0 {
        return None;
    }
    let bytes = text.as_bytes();
    let mut found: Option<(usize, usize)> = None;
    let mut before = b' ';
    for (at, pair) in bytes.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let begins = !(first.is_ascii_alphanumeric() && before.is_ascii_alphanumeric());
        before = *first;
        if !begins {
            continue;
        }
        let rows_of = |table: &[u128; 128], byte: u8| {
            table.get(usize::from(byte)).copied().unwrap_or_default()
        };
        let mut rows = among & rows_of(&BY_FIRST, *first) & rows_of(&BY_SECOND, *second);
        while rows != 0 {
            let row = usize::try_from(rows.trailing_zeros()).unwrap_or(usize::MAX);
            rows &= rows - 1;
            let is_earlier = found.is_none_or(|(earlier, _)| row < earlier);
            let saying = SAYINGS.get(row).map_or("", |(saying, _)| saying).as_bytes();
            if is_earlier && bytes.get(at..).is_some_and(|rest| rest.starts_with(saying)) {
                found = Some((row, at));
            }
        }
    }
    let (row, at) = found?;
    SAYINGS.get(row).map(|(saying, ended)| (at, *saying, *ended))
}

/// For each byte the rows that have it first, and second: a bit for each row.
const BY_FIRST: [u128; 128] = rows_by(0);
const BY_SECOND: [u128; 128] = rows_by(1);

#[expect(clippy::indexing_slicing, reason = "run by the compiler only, for two constants")]
const fn rows_by(place: usize) -> [u128; 128] {
    let mut rows = [0; 128];
    let mut row = 0;
    while row < SAYINGS.len() {
        rows[SAYINGS[row].0.as_bytes()[place] as usize] |= 1 << row;
        row += 1;
    }
    rows
}

fn curl(text: &str) -> Option<(Range<usize>, Ended)> {
    CURL.iter().find_map(|begin| {
        let at = text.find(begin)?;
        let from = at.saturating_add(begin.len());
        let rest = text.get(from..)?;
        let number = rest.get(..rest.find(|c: char| !c.is_ascii_digit())?)?;
        let (_, ended) = CURL_NUMBERS.iter().find(|(known, _)| *known == number)?;
        Some((at..from.saturating_add(number.len()), *ended))
    })
}

#[cfg(test)]
mod tests {
    use super::{BytesPresent, SAYINGS, Sayings};

    fn find(text: &str) -> Option<(core::ops::Range<usize>, &'static str)> {
        let found = Sayings::of(&BytesPresent::of(text)).find(text);
        assert_eq!(found, Sayings::ALL.find(text), "{text}");
        found
    }

    #[test]
    fn every_row_is_found_behind_other_words() {
        for (saying, _) in SAYINGS {
            let text = format!("x: {saying} y");
            let (range, _) = find(&text).unwrap_or_else(|| panic!("{saying}"));
            let (first, _) = SAYINGS.iter().find(|(other, _)| text.contains(other)).expect("a row");
            assert_eq!(text.get(range), Some(*first), "{saying}");
        }
        assert!(find("urllib3.exceptions.ConnectTimeoutError: x").is_some());
        assert!(find("getaddrinfo ENOTFOUND x").is_some());
    }

    #[test]
    fn failures_with_a_response_are_no_rows() {
        for text in [
            "curl: (22) The requested URL returned error: 406",
            "cURL error 23: Failed writing body",
            "The remote server returned an error: (500) Internal Server Error.",
            "Request failed with status code 504",
            "upstream timed out (110: Connection timed out)",
            "the connection refused to work",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
