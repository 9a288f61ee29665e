//! Points in time as HTTP writes them (RFC 9110 section 5.6.7).

use alloc::string::String;
use std::time::{Duration, UNIX_EPOCH};

/// The last second that the format can write: 31 December 9999.
const LAST: u64 = 253_402_300_799;

/// Seconds since 1970 of a date in any of the three forms that HTTP knows.
pub(super) fn parse(text: &str) -> Option<u64> {
    let time = httpdate::parse_http_date(text).ok()?;
    time.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}

/// `Sat, 21 Nov 2026 07:00:00 GMT`.
pub(super) fn print(seconds: u64) -> Option<String> {
    let time = UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?;
    (seconds <= LAST).then(|| httpdate::fmt_http_date(time))
}
