//! What becomes of the text in the one box: where it is answered, and whether the address may show it.

/// A typed query longer than this is not put into the address.
const MOST_CHARACTERS_IN_ADDRESS: usize = 80;

/// A single line longer than this is a pasted response rather than a query.
const MOST_CHARACTERS_OF_A_QUERY: usize = 160;

/// Whether the text is a response to decode and not something to look up.
pub fn is_response(text: &str) -> bool {
    let text = text.trim();
    text.contains('\n')
        || text.chars().nth(MOST_CHARACTERS_OF_A_QUERY).is_some()
        || (text.starts_with(['{', '[', '<']) && text.len() > 2)
}

/// Whether the address may show the text: it was typed, is short, and holds nothing that would be masked.
pub fn may_be_shared(
    text: &str,
    was_pasted: bool,
    holds_secrets: impl FnOnce(&str) -> bool,
) -> bool {
    let text = text.trim();
    !was_pasted
        && !is_response(text)
        && text.chars().nth(MOST_CHARACTERS_IN_ADDRESS).is_none()
        && !holds_secrets(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_lines_or_markup_are_a_response() {
        assert!(is_response("HTTP/1.1 200 OK\nDate: x"));
        assert!(is_response("{\"responseCode\":4010}"));
        assert!(is_response(&"word ".repeat(40)));
    }

    #[test]
    fn numbers_words_and_a_trailing_line_end_are_a_query() {
        for text in ["4071", "401 vision\n", "recipient not found", "HTTP/1.1 401", ""] {
            assert!(!is_response(text), "{text}");
        }
    }

    #[test]
    fn only_typed_text_reaches_the_address() {
        let none = |_: &str| false;
        assert!(may_be_shared("401 vision", false, none));
        assert!(!may_be_shared("401 vision", true, none));
        assert!(!may_be_shared(&"a".repeat(81), false, none));
        assert!(!may_be_shared("password: made-up", false, |text| text.starts_with("password")));
    }
}
