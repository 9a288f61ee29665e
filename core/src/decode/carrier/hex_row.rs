//! A row of a dump: an offset, sixteen bytes as hexadecimal digits, and beside them the same bytes as characters.

use alloc::vec::Vec;
use core::ops::Range;

use crate::span::Rewriting;

/// Bytes in a row; each takes two digits and a blank.
const BYTES: usize = 16;
const WIDTH: usize = 3;

/// The bytes of a row, and where the digits of each stand in its line.
pub(super) struct HexRow(Vec<(u8, Range<usize>)>);

impl HexRow {
    /// Reads what stands behind the offset; nothing where digits and characters do not agree.
    pub(super) fn read(line: &str, content: usize) -> Option<Self> {
        let row = line.as_bytes().get(content..)?.trim_ascii_end();
        let mut bytes: Vec<(u8, Range<usize>)> = Vec::with_capacity(BYTES);
        for start in (0..BYTES).map(|index| index.saturating_mul(WIDTH)) {
            let byte = match row.get(start..).unwrap_or_default() {
                [] | [b' ', ..] => break,
                [_] => return None,
                [high, low, behind @ ..] => {
                    let digit = |sign: &u8| char::from(*sign).to_digit(16);
                    let is_apart = behind.first().is_none_or(|sign| *sign == b' ');
                    let byte = (digit(high)? << 4 | digit(low)?).try_into().ok();
                    byte.filter(|_| is_apart)?
                }
            };
            let at = content.saturating_add(start);
            bytes.push((byte, at..at.saturating_add(2)));
        }
        let shown = row.get(BYTES.saturating_mul(WIDTH)..).unwrap_or_default();
        let agrees = |(index, (byte, _)): (usize, &(u8, Range<usize>))| {
            let sign = if matches!(byte, 0x20..=0x7e) { *byte } else { b'.' };
            // Blanks at the end of a line are lost easily.
            shown.get(index).map_or(*byte == b' ', |shown| *shown == sign)
        };
        let is_row = !bytes.is_empty() && shown.len() <= bytes.len();
        (is_row && bytes.iter().enumerate().all(agrees)).then_some(Self(bytes))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the row begins with a text.
    pub(super) fn starts_with(&self, text: &str) -> bool {
        text.bytes().eq(self.0.iter().map(|(byte, _)| *byte).take(text.len()))
    }
}

/// Bytes on their way to characters, which may go on in the next row.
#[derive(Default)]
pub(super) struct Characters {
    bytes: Vec<u8>,
    /// Where the digits of the first byte stand in the text.
    start: usize,
}

impl Characters {
    /// Writes the bytes of a row whose line begins at `line`; what is no UTF-8 becomes U+FFFD.
    pub(super) fn write(&mut self, row: &HexRow, line: usize, message: &mut Rewriting<'_>) {
        for (byte, place) in &row.0 {
            let (start, end) = (line.saturating_add(place.start), line.saturating_add(place.end));
            let goes_on = matches!(byte, 0x80..=0xbf);
            if !goes_on && !self.bytes.is_empty() {
                message.put("\u{fffd}", self.start..start);
                self.bytes.clear();
            }
            if self.bytes.is_empty() {
                self.start = start;
            }
            self.bytes.push(*byte);
            if let Ok(character) = core::str::from_utf8(&self.bytes) {
                message.put(character, self.start..end);
                self.bytes.clear();
            } else if self.bytes.len() >= 4 {
                message.put("\u{fffd}", self.start..end);
                self.bytes.clear();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HexRow;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let row = HexRow::read(line, 6);
        let text = row.map(|row| row.0.iter().map(|(byte, _)| char::from(*byte)).collect());
        assert_eq!(text, expected.map(str::to_owned), "{line}");
    }

    #[test]
    fn rows_whose_columns_agree() {
        let line = "0000: 48 54 54 50 2f 31 2e 31 20 32 30 30 20 4f 4b 0d HTTP/1.1 200 OK.\n";
        check(line, Some("HTTP/1.1 200 OK\r"));
        check("0010: 0a                                              .", Some("\n"));
        check("0010: 61 20                                           a", Some("a "));
        check("0010: 61 62                                           ax", None);
        check("0010: 61 62", None);
        check("0000: HTTP/1.1 200 OK", None);
        check("0000: ", None);
    }
}
