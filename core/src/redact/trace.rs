//! The lines of `curl --trace-ascii`: an offset before each, and a value goes on over several of them.

/// A line has at least so many bytes before one is believed to go on from it without a block's beginning.
const SHORTEST: usize = 16;

/// A line end is not shown, and spaces before it get lost in copying.
const MOST_HIDDEN: usize = 8;

/// The offset that a line begins with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Offset {
    pub(super) value: usize,
    /// How many digits it has.
    pub(super) digits: usize,
    /// Where the content begins.
    pub(super) content: usize,
    /// Whether it goes on from the line before.
    pub(super) goes_on: bool,
}

/// Reads the offset of a text's first line; `next` is the one that the line before it leads to.
///
/// Numbers before a colon are codes more often than offsets, so they have to begin with zero or to go on as
/// offsets do.
pub(super) fn offset(text: &str, next: Option<usize>) -> Option<Offset> {
    let (value, digits, content) = parse(text)?;
    let goes_on = value > 0 && next.is_some_and(|next| follows(next, value));
    let is_followed = || {
        let (line, below) = text.split_once('\n')?;
        let length = line.trim_end_matches('\r').len().checked_sub(content)?;
        let (below, ..) = parse(below)?;
        (length >= SHORTEST && follows(value.saturating_add(length), below)).then_some(())
    };
    let is_offset = goes_on || value == 0 || is_followed().is_some();
    is_offset.then_some(Offset { value, digits, content, goes_on })
}

fn follows(next: usize, value: usize) -> bool {
    value.checked_sub(next).is_some_and(|hidden| hidden <= MOST_HIDDEN)
}

/// `0040: …` as its value, the number of its digits, and where the content begins.
fn parse(text: &str) -> Option<(usize, usize, usize)> {
    let digits = text.bytes().take(9).take_while(u8::is_ascii_hexdigit).count();
    if !(4..=8).contains(&digits) || text.as_bytes().get(digits) != Some(&b':') {
        return None;
    }
    let value = usize::from_str_radix(text.get(..digits)?, 16).ok()?;
    let content = match text.as_bytes().get(digits.saturating_add(1)) {
        Some(b' ') => digits.saturating_add(2),
        None | Some(b'\r' | b'\n') => digits.saturating_add(1),
        Some(_) => return None,
    };
    Some((value, digits, content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_begin_with_zero_or_go_on() {
        assert!(offset("0000: GET / HTTP/1.1", None).is_some());
        assert!(offset("0056: 0123456789abcdef\n0066: 01", None).is_some());
        assert!(offset("0040: rest", Some(0x40)).is_some_and(|offset| offset.goes_on));
        assert!(offset("0042: Host: x", Some(0x40)).is_some_and(|offset| offset.goes_on));
        for text in ["4010: Unauthorized\n4011: No", "4010: x", "12:00:00", "dead:beef", "0000"] {
            assert_eq!(offset(text, None), None, "{text}");
        }
    }
}
