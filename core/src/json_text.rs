//! Strings as JSON writes them: for everything of ours that writes JSON.

use alloc::string::String;

/// Appends a text as a JSON string, with its quotation marks.
///
/// # Source
///
/// RFC 8259, section 7: quotation mark, backslash and the control characters are escaped, nothing else.
///
/// # Examples
///
/// ```
/// let mut json = String::new();
/// respondex_core::push_json_text(&mut json, "say \"no\"\n\u{7}");
/// assert_eq!(json, r#""say \"no\"\n\u0007""#);
/// ```
#[inline(never)]
pub fn push_json_text(json: &mut String, text: &str) {
    json.push('"');
    let mut written = 0;
    // Stretches without an escape are copied whole: of most texts that is all.
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        json.push_str(text.get(written..at).unwrap_or_default());
        match byte {
            b'"' => json.push_str("\\\""),
            b'\\' => json.push_str("\\\\"),
            b'\n' => json.push_str("\\n"),
            control => push_control(json, control),
        }
        written = at.saturating_add(1);
    }
    json.push_str(text.get(written..).unwrap_or_default());
    json.push('"');
}

/// No control character needs more than two digits.
fn push_control(json: &mut String, control: u8) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    json.push_str(if control < 0x10 { "\\u000" } else { "\\u001" });
    json.extend(DIGITS.get(usize::from(control & 0xf)).map(|digit| char::from(*digit)));
}
