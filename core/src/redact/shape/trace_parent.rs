//! What W3C Trace Context calls `traceparent`: version, trace, parent and flags in hexadecimal digits.

/// How many digits each part has.
const PARTS: [usize; 4] = [2, 32, 16, 2];

pub(in crate::redact) fn is_one(word: &str) -> bool {
    let is_part = |(part, length): (&str, usize)| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let length = PARTS.iter().sum::<usize>().saturating_add(PARTS.len()).saturating_sub(1);
    word.len() == length && word.split('-').zip(PARTS).all(is_part)
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn only_four_parts_of_their_lengths() {
        assert!(is_one("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        for word in [
            "",
            "1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g",
            "004-bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        ] {
            assert!(!is_one(word), "{word}");
        }
    }
}
