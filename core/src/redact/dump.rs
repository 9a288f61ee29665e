//! Hex dumps, as `curl --trace`, xxd and hexdump write them: an offset, bytes as pairs of digits, and the
//! same bytes as characters.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

/// Bytes in a line.
const WIDTH: usize = 16;

/// Digits of an offset.
const SHORTEST_OFFSET: usize = 4;

/// The bytes of the dump that a text begins with, and the length of its lines.
pub(super) fn read(text: &str) -> Option<(Vec<u8>, usize)> {
    // So it is with most lines.
    if !text.bytes().take(SHORTEST_OFFSET).all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = Vec::new();
    let mut length = 0usize;
    let mut first = None;
    for line in text.split_inclusive('\n') {
        let Some((offset, there)) = self::line(line) else { break };
        let start = *first.get_or_insert(offset);
        if offset != start.saturating_add(bytes.len()) {
            break;
        }
        bytes.extend(there);
        length = length.saturating_add(line.len());
    }
    (length > 0).then_some((bytes, length))
}

/// The offset and the bytes of a line, if both of its columns say the same.
fn line(line: &str) -> Option<(usize, Vec<u8>)> {
    let (digits, rest) = line.split_at_checked(line.find([':', ' '])?)?;
    if !(SHORTEST_OFFSET..=8).contains(&digits.len()) {
        return None;
    }
    let offset = usize::from_str_radix(digits, 16).ok()?;
    let mut rest = rest.strip_prefix(':').unwrap_or(rest);
    let mut bytes = Vec::with_capacity(WIDTH);
    while bytes.len() < WIDTH {
        let spaces = rest.bytes().take(3).take_while(|byte| *byte == b' ').count();
        let pair = rest.get(spaces..spaces.saturating_add(2)).filter(|_| spaces < 3);
        let is_pair = |pair: &&str| pair.bytes().all(|byte| byte.is_ascii_hexdigit());
        let Some(pair) = pair.filter(is_pair) else { break };
        bytes.push(u8::from_str_radix(pair, 16).ok()?);
        rest = rest.get(spaces.saturating_add(2)..)?;
    }
    let column = rest.trim().trim_start_matches('|').trim_end_matches('|').trim();
    let shown: String = bytes.iter().map(|byte| shown(*byte)).collect();
    (!bytes.is_empty() && column == shown.trim_matches('|').trim()).then_some((offset, bytes))
}

const fn shown(byte: u8) -> char {
    if matches!(byte, 0x20..=0x7e) { byte as char } else { '.' }
}

/// Writes characters, each of them a byte, as curl dumps them, in place of the lines that were dumped.
pub(super) fn write(seen: &str, source: &str, out: &mut String) {
    let digits = source.bytes().take_while(u8::is_ascii_hexdigit).count();
    let mut offset =
        usize::from_str_radix(source.get(..digits).unwrap_or_default(), 16).unwrap_or(0);
    let line_end = if source.contains("\r\n") { "\r\n" } else { "\n" };
    // The line end behind a dump is no part of it.
    let seen = seen.strip_suffix('\n').unwrap_or(seen);
    let bytes: Vec<u8> = seen.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
    let start = out.len();
    for line in bytes.chunks(WIDTH) {
        if out.len() > start {
            out.push_str(line_end);
        }
        let _ = write!(out, "{offset:0digits$x}: ");
        for byte in line {
            let _ = write!(out, "{byte:02x} ");
        }
        for _ in line.len()..WIDTH {
            out.push_str("   ");
        }
        out.extend(line.iter().map(|byte| shown(*byte)));
        offset = offset.saturating_add(line.len());
    }
    if source.ends_with('\n') {
        out.push_str(line_end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, bytes: Option<&[u8]>) {
        assert_eq!(read(text).map(|(bytes, _)| bytes).as_deref(), bytes, "{text}");
    }

    #[test]
    fn dumps_of_curl_xxd_and_hexdump() {
        check("0000: 61 3a 20 62 0d 0a                               a: b..\n", Some(b"a: b\r\n"));
        check("00000000: 613a 2062 0d0a       a: b..\n", Some(b"a: b\r\n"));
        check(
            "00000000  61 3a 20 62 0d 0a                                 |a: b..|\n",
            Some(b"a: b\r\n"),
        );
        check(
            "0000: 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50 ABCDEFGHIJKLMNOP\n0010: 51   Q",
            Some(b"ABCDEFGHIJKLMNOPQ"),
        );
    }

    #[test]
    fn a_dump_shows_every_byte_twice() {
        for text in
            ["0000: GET / HTTP/1.1", "4010: 40 11", "2026-01-08 12:00", "0000: 41 B", "face: it"]
        {
            check(text, None);
        }
    }
}
