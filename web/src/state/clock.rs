//! Clock times from now on, with the zone: "14:05, then 14:35, 15:05".

use respondex_core::Retry;

use super::words;

/// Tries that are named with their times.
const TRIES: usize = 4;
/// Seconds of a day.
const DAY: u32 = 86_400;

/// What a clock on the wall shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Seconds since midnight.
    pub second: u32,
    /// Minutes that the zone is ahead of UTC.
    pub ahead: i32,
}

impl Clock {
    /// The time so many seconds from now: `14:05`, `00:20 tomorrow`.
    fn at(self, seconds: u32) -> String {
        // A whole minute, and never too early.
        let then = self.second.saturating_add(seconds).saturating_add(59);
        let day = match then / DAY {
            0 => "",
            1 => " tomorrow",
            _ => " in some days",
        };
        let of_day = then % DAY;
        format!("{:02}:{:02}{day}", of_day / 3600, of_day % 3600 / 60)
    }

    /// The zone: `UTC`, `UTC+1`, `UTC-3:30`.
    pub fn zone(self) -> String {
        let minutes = self.ahead.unsigned_abs();
        let sign = if self.ahead < 0 { '-' } else { '+' };
        match (minutes / 60, minutes % 60) {
            (0, 0) => "UTC".into(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
        }
    }

    /// Now.
    pub fn now(self) -> String {
        format!("{:02}:{:02} ({})", self.second / 3600, self.second % 3600 / 60, self.zone())
    }

    /// The documented times of a retry: `14:05, then 14:35, 15:05 (UTC+1)`; nothing where none is documented.
    pub fn tries(self, retry: &Retry) -> Option<String> {
        let times: Vec<String> =
            retry.schedule(TRIES).into_iter().map(|seconds| self.at(seconds)).collect();
        let (first, rest) = times.split_first()?;
        let then =
            if rest.is_empty() { String::new() } else { format!(", then {}", rest.join(", ")) };
        let on = match retry.repeat_seconds {
            Some(seconds) => format!(", and on every {}", words::duration(seconds)),
            None => String::new(),
        };
        Some(format!("{first}{then}{on} ({})", self.zone()))
    }
}

#[cfg(test)]
mod tests {
    use respondex_core::RetryKind;

    use super::*;

    const AFTERNOON: Clock = Clock { second: 14 * 3600, ahead: 60 };

    fn retry(delays: &[u32], repeat: Option<u32>) -> Retry {
        Retry {
            kind: RetryKind::AfterDelay,
            delays_seconds: delays.to_vec(),
            repeat_seconds: repeat,
        }
    }

    #[test]
    fn waits_become_times_of_the_clock() {
        assert_eq!(
            AFTERNOON.tries(&retry(&[300], Some(1800))).as_deref(),
            Some("14:05, then 14:35, 15:05, 15:35, and on every 30 minutes (UTC+1)")
        );
        assert_eq!(AFTERNOON.tries(&retry(&[90], None)).as_deref(), Some("14:02 (UTC+1)"));
        assert_eq!(AFTERNOON.tries(&retry(&[], None)), None);
    }

    #[test]
    fn past_midnight_it_is_tomorrow() {
        let late = Clock { second: DAY - 60, ahead: -210 };
        assert_eq!(late.tries(&retry(&[1200], None)).as_deref(), Some("00:19 tomorrow (UTC-3:30)"));
        assert_eq!(late.now(), "23:59 (UTC-3:30)");
        assert_eq!(Clock { second: 0, ahead: 0 }.now(), "00:00 (UTC)");
    }
}
