//! What stands in a pasted text and is not seen: control sequences of a terminal, and characters without
//! width or with the width of a space.

/// The length of the control sequence (ECMA-48) that a text begins with.
pub(crate) fn sequence(text: &str) -> usize {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&0x1b) {
        return 1;
    }
    let rest = bytes.get(2..).unwrap_or_default();
    let length = match bytes.get(1) {
        // Control sequence: parameters, then one final byte.
        Some(b'[') => rest
            .iter()
            .position(|byte| (0x40..=0x7e).contains(byte))
            .map_or(1, |end| end.saturating_add(3)),
        // Operating system command (a link, a title): up to BEL or ESC \.
        Some(b']') => {
            rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b | b'\n')).map_or(1, |end| {
                match rest.get(end) {
                    Some(0x07) => end.saturating_add(3),
                    Some(0x1b) => end.saturating_add(4),
                    _ => end.saturating_add(2),
                }
            })
        }
        Some(byte) if byte.is_ascii() && *byte != b'\n' => 2,
        _ => 1,
    };
    text.floor_char_boundary(length.min(text.len())).max(1)
}

/// What a character that cannot be seen is read as; nothing for one that is what it seems.
pub(crate) fn plain(character: char) -> Option<&'static str> {
    match character {
        '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{ad}'
        | '\u{b}'
        | '\u{1c}' => Some(""),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(" "),
        '\u{2028}' | '\u{2029}' => Some("\n"),
        _ => None,
    }
}
