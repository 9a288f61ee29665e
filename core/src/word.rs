//! What words are made of, for queries and for plain text.
//!
//! ASCII by its rules, and every other character as a letter that has no other case: codes and messages
//! are in English, and the tables of Unicode would weigh more than what they find.

use alloc::string::String;

/// Whether a character belongs to a word or number.
pub(crate) fn is_part(character: char) -> bool {
    character.is_ascii_alphanumeric() || !(character.is_ascii() || is_punctuation(character))
}

/// The text in lower case.
pub(crate) fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// The words of a text, as they are written.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !is_part(character)).filter(|word| !word.is_empty())
}

/// Spaces, dashes, quotation marks and the like beyond ASCII.
fn is_punctuation(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{3000}'..='\u{303f}' | '\u{feff}' | '\u{ff00}'..='\u{ff0f}')
}

#[cfg(test)]
mod tests {
    use super::{is_part, words};

    #[test]
    fn words_stand_between_anything_else() {
        let found: Vec<&str> = words(" I'm a teapot… (418) ").collect();
        assert_eq!(found, ["I", "m", "a", "teapot", "418"]);
    }

    #[test]
    fn letters_of_any_script_and_no_punctuation() {
        assert!("aZ0éß漢я".chars().all(is_part));
        assert!(!" .,-_“”–…€\u{a0}\u{feff}".chars().any(is_part));
    }
}
