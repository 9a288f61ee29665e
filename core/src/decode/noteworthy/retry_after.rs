//! `Retry-After`: seconds, or a date (RFC 9110 section 10.2.3).

use alloc::format;
use alloc::string::String;

use super::{Situation, timestamp};

/// The longest wait that is believed: a week.
const MAX_WAIT: u64 = 7 * 24 * 3600;

/// The wait in seconds; a date counts from the field `Date` of the same response.
pub(crate) fn wait(value: &str, date: Option<&str>) -> Option<u32> {
    let seconds = value.parse::<u64>().ok().or_else(|| {
        let (until, now) = (timestamp::parse(value)?, timestamp::parse(date?)?);
        Some(until.saturating_sub(now))
    })?;
    u32::try_from(seconds).ok().filter(|_| seconds <= MAX_WAIT)
}

#[expect(clippy::unnecessary_wraps, reason = "every field has the same shape")]
pub(super) fn explain(value: &str, situation: &Situation<'_>) -> Option<String> {
    if timestamp::parse(value).is_some() {
        return Some(match wait(value, situation.date) {
            Some(seconds) => {
                format!("Not before {value}: {} after this response.", duration(seconds))
            }
            None => format!("Not before {value}."),
        });
    }
    match wait(value, None) {
        Some(0) => Some("The server asks for no wait.".into()),
        Some(seconds) if situation.is_cut => Some(format!(
            "The server asks to wait {} or more: the text ends behind the number, so digits may be missing.",
            duration(seconds)
        )),
        Some(seconds) => Some(format!("The server asks to wait {}.", duration(seconds))),
        None => Some("Neither a number of seconds up to a week nor an HTTP date; not used.".into()),
    }
}

/// `90 seconds`, `20 minutes`, `2 hours`.
pub(crate) fn duration(seconds: u32) -> String {
    let (number, unit) = match seconds {
        0 => (0, "second"),
        _ if seconds.is_multiple_of(86_400) => (seconds / 86_400, "day"),
        _ if seconds.is_multiple_of(3_600) => (seconds / 3_600, "hour"),
        _ if seconds.is_multiple_of(60) => (seconds / 60, "minute"),
        _ => (seconds, "second"),
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "Sat, 21 Nov 2026 07:00:00 GMT";

    #[test]
    fn seconds_and_dates() {
        assert_eq!(wait("120", None), Some(120));
        assert_eq!(wait("Sat, 21 Nov 2026 07:05:00 GMT", Some(NOW)), Some(300));
        assert_eq!(wait("Sat, 21 Nov 2026 06:05:00 GMT", Some(NOW)), Some(0));
        assert_eq!(wait("Sat, 21 Nov 2026 07:05:00 GMT", None), None);
        assert_eq!(wait("99999999999", None), None);
        assert_eq!(wait("-1", None), None);
    }

    #[test]
    fn words() {
        let say =
            |value, date| explain(value, &Situation { status: 503, date, is_cut: false }).unwrap();
        assert_eq!(say("3600", None), "The server asks to wait 1 hour.");
        assert_eq!(say("90", None), "The server asks to wait 90 seconds.");
        assert_eq!(
            say("Sat, 21 Nov 2026 07:05:00 GMT", Some(NOW)),
            "Not before Sat, 21 Nov 2026 07:05:00 GMT: 5 minutes after this response.",
        );
        assert!(say("soon", None).starts_with("Neither"));
    }
}
