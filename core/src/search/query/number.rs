//! Numbers and ranges as people type them.

use alloc::format;

use crate::code::Code;

/// Words that people write right before a number: `err4010`, `http401`.
const BEFORE_NUMBERS: &[&str] = &["http", "error", "err", "code", "status", "sc", "rc", "e"];

/// `4010`, `4,010`, `4.010`, `err4010`.
pub(super) fn number(token: &str) -> Option<u32> {
    let token = BEFORE_NUMBERS
        .iter()
        .find_map(|before| token.strip_prefix(before))
        .map_or(token, |rest| rest.trim_start_matches('-'));
    if let Some((thousands, rest)) = token.split_once([',', '.']) {
        let grouped = (1..=3).contains(&thousands.len()) && rest.len() == 3;
        return if grouped {
            Code::parse(&format!("{thousands}{rest}")).map(Code::number)
        } else {
            None
        };
    }
    Code::parse(token).map(Code::number)
}

/// `40x`, `4xx`, `407*`, `4070-4077`.
pub(super) fn range(token: &str) -> Option<(u32, u32)> {
    if let Some((first, last)) = token.split_once('-') {
        let (first, last) = (number(first)?, number(last)?);
        return if first <= last { Some((first, last)) } else { None };
    }
    let digits = token.trim_end_matches(['x', '*']);
    let open = token.len().saturating_sub(digits.len());
    let start = Code::parse(digits).map(Code::number).filter(|_| (1..=3).contains(&open))?;
    // `407*` leaves open how many digits follow; codes have three or four.
    let open = if token.ends_with('*') { 4usize.saturating_sub(digits.len()).max(1) } else { open };
    let width = 10u32.checked_pow(u32::try_from(open).ok()?)?;
    let first = start.checked_mul(width)?;
    Some((first, first.checked_add(width)?.saturating_sub(1)))
}
