//! Masking of what is copied from pasted text, and of what may be shown in the address.

use respondex_core::redact;

/// The text with secrets and personal data masked, and how many places that are.
pub fn copied(text: &str) -> (String, usize) {
    let redaction = redact(text);
    let places = redaction.masked.iter().map(|masked| masked.count).sum();
    (redaction.text, places)
}

/// Whether anything in the text would be masked.
pub fn holds_secrets(text: &str) -> bool {
    !redact(text).masked.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_masked_and_a_code_is_not() {
        assert!(holds_secrets("Authorization: Bearer made-up-token"));
        assert!(!holds_secrets("401 vision"));
        assert_eq!(copied("Updox 4010 (Unauthorized)"), ("Updox 4010 (Unauthorized)".into(), 0));
        assert_eq!(copied("Authorization: Bearer made-up-token").1, 1);
    }
}
