//! Numbers that stand in a line by themselves, found in one pass.

use core::ops::Range;

/// Runs of three to five digits that no further digit belongs to.
pub(super) fn runs(line: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = line.as_bytes();
    let mut at = 0usize;
    core::iter::from_fn(move || {
        loop {
            let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
            let start = at.saturating_add(rest.iter().position(u8::is_ascii_digit)?);
            let digits = bytes.get(start..).unwrap_or_default();
            let length =
                digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
            at = start.saturating_add(length);
            if (3..=5).contains(&length) {
                return Some(start..at);
            }
        }
    })
}

/// Runs that can be an HTTP status, with nothing behind them that belongs to them.
pub(super) fn statuses(line: &str) -> impl Iterator<Item = Range<usize>> {
    runs(line).filter(move |digits| is_status(line, digits))
}

fn is_status(line: &str, digits: &Range<usize>) -> bool {
    let bytes = line.as_bytes();
    if digits.len() != 3 || bytes.get(digits.start) == Some(&b'0') {
        return false;
    }
    let mut behind = bytes.get(digits.end..).unwrap_or_default().iter();
    let is_part = match behind.next() {
        None => false,
        Some(b'.' | b'-' | b'/') => behind.next().is_some_and(u8::is_ascii_digit),
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric() || *byte == b'_',
        Some(_) => line
            .get(digits.end..)
            .is_some_and(|behind| behind.starts_with(|c: char| c.is_alphanumeric())),
    };
    !is_part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_statuses() {
        let line = "12 401 4010 123456 007 500ms 404.5 503";
        let text = |ranges: Vec<Range<usize>>| {
            ranges.into_iter().filter_map(|range| line.get(range)).collect::<Vec<_>>()
        };
        assert_eq!(text(runs(line).collect()), ["401", "4010", "007", "500", "404", "503"]);
        assert_eq!(text(statuses(line).collect()), ["401", "503"]);
    }
}
