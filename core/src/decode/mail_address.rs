//! An address of mail in angle brackets, `Made Up <made.up@example.com>`, which looks like the beginning of an element.

/// Whether a text begins with one.
pub(super) fn begins(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('<') else { return false };
    let mut has_sign = false;
    for byte in inner.bytes() {
        match byte {
            b'>' | b' ' | b'\r' | b'\n' => break,
            b'=' | b'"' => return false,
            b'@' => has_sign = true,
            _ => {}
        }
    }
    has_sign
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn addresses_and_no_elements() {
        assert!(begins("<made.up@example.com>\n") && begins("<made@example.com"));
        for text in
            ["<a>made@example.com</a>", "<a b=\"made@example.com\">", "made@example.com", "<a", ""]
        {
            assert!(!begins(text), "{text}");
        }
    }
}
