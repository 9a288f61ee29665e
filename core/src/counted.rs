//! Numbers with their nouns, for every sentence that tells one.

use alloc::format;
use alloc::string::String;

/// `1 code`, `2 codes`.
///
/// # Examples
///
/// ```
/// assert_eq!(respondex_core::counted(1, "code"), "1 code");
/// assert_eq!(respondex_core::counted(0, "code"), "0 codes");
/// ```
pub fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// A number as it is written in a sentence: `1,000`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = format!("{number}");
    let mut out = String::with_capacity(digits.len().saturating_add(digits.len() / 3));
    for (at, digit) in digits.char_indices() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number of seconds in the greatest unit that divides it, up to hours: 300 is `5 minutes`.
///
/// # Examples
///
/// ```
/// assert_eq!(respondex_core::duration(1800), "30 minutes");
/// assert_eq!(respondex_core::duration(90), "90 seconds");
/// ```
pub fn duration(seconds: u32) -> String {
    let (count, unit) = match seconds {
        3600.. if seconds.is_multiple_of(3600) => (seconds / 3600, "hour"),
        60.. if seconds.is_multiple_of(60) => (seconds / 60, "minute"),
        _ => (seconds, "second"),
    };
    counted(usize::try_from(count).unwrap_or(usize::MAX), unit)
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        let written = [0, 64, 999, 1_000, 12_345, 1_234_567].map(grouped);
        assert_eq!(written, ["0", "64", "999", "1,000", "12,345", "1,234,567"]);
    }
}
