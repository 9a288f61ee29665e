//! Received text without effect: what acts on the text around it, or cannot be seen, is shown by its number.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with such characters as `⟨U+202E⟩`.
pub fn visible(text: &str) -> Cow<'_, str> {
    shown(text, |shown, character| write!(shown, "⟨U+{:04X}⟩", u32::from(character)))
}

/// JSON text with such characters as escapes: the same value to whoever reads it.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    shown(json, |shown, character| {
        character
            .encode_utf16(&mut [0; 2])
            .iter()
            .try_for_each(|unit| write!(shown, "\\u{unit:04x}"))
    })
}

fn shown(text: &str, show: impl Fn(&mut String, char) -> std::fmt::Result) -> Cow<'_, str> {
    if !text.contains(acts) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let ends_line = character == '\r' && characters.peek() == Some(&'\n');
        if acts(character) && !ends_line {
            // A String takes whatever is written.
            let _never = show(&mut shown, character);
        } else {
            shown.push(character);
        }
    }
    shown.into()
}

/// Whether a character changes direction, drives a terminal, or hides. Joiners stay: scripts and emoji are written with
/// them.
fn acts(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{feff}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown_by_its_number() {
        assert_eq!(visible("abc\u{202e}gnp.exe"), "abc⟨U+202E⟩gnp.exe");
        assert_eq!(visible("\u{1b}[31mred\u{7}\u{9b}"), "⟨U+001B⟩[31mred⟨U+0007⟩⟨U+009B⟩");
        assert_eq!(visible("over\rwritten"), "over⟨U+000D⟩written");
        assert_eq!(visible("a\u{200b}b\u{e0041}"), "a⟨U+200B⟩b⟨U+E0041⟩");
    }

    #[test]
    fn what_people_write_stays() {
        let text = "Zeile\r\nZeile\tשלום 👩\u{200d}⚕️ می\u{200c}خواهم";
        assert_eq!(visible(text), text);
    }

    #[test]
    fn json_keeps_its_value() {
        assert_eq!(
            visible_json("{\"a\": \"x\u{202e}\u{9b}\u{e0041}\"}"),
            r#"{"a": "x\u202e\u009b\udb40\udc41"}"#
        );
    }
}
