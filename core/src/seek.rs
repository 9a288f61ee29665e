//! Short words of ours in a text that is short as well: what [`str::find`] prepares before it looks costs more than the
//! look at most lines of a log.

/// Where a word begins that stands in a text.
///
/// Meant for words that are written in the program: a word of which the text holds nothing but beginnings takes as many
/// looks at the text as it has bytes.
#[inline(never)]
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some((first, rest)) = word.split_first() else { return Some(0) };
    let places = text.get(..text.len().saturating_sub(rest.len()))?;
    let Some(second) = rest.first() else { return places.iter().position(|byte| byte == first) };
    let stands = |at: usize| {
        let behind = text.get(at.saturating_add(1)..).unwrap_or_default();
        behind.first() == Some(second) && behind.starts_with(rest)
    };
    places.iter().enumerate().find(|(at, byte)| *byte == first && stands(*at)).map(|(at, _)| at)
}

/// Whether a word stands in a text.
pub(crate) fn holds(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// Words in lower case that are looked for together, whatever the capitals of the text: in one pass.
pub(crate) struct Words {
    known: &'static [&'static str],
    /// For the low five bits of a byte, which are the same for both cases of a letter, the words that begin so: a bit each.
    first: [u32; 32],
    /// The same for their second bytes.
    second: [u32; 32],
}

impl Words {
    /// At most 32 words of two bytes and more; made by the compiler.
    #[expect(clippy::indexing_slicing, reason = "run by the compiler only, for constants")]
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        assert!(words.len() <= 32, "a bit for each");
        let (mut first, mut second) = ([0; 32], [0; 32]);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            first[(word[0] & 31) as usize] |= 1 << at;
            second[(word[1] & 31) as usize] |= 1 << at;
            at += 1;
        }
        Self { known: words, first, second }
    }

    /// Whether one of them stands in a text.
    #[inline(never)]
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        let bits = |table: &[u32; 32], byte: u8| {
            table.get(usize::from(byte & 31)).copied().unwrap_or_default()
        };
        let bytes = text.as_bytes();
        let mut before = 0u32;
        for (at, byte) in bytes.iter().enumerate() {
            let mut fitting = before & bits(&self.second, *byte);
            before = bits(&self.first, *byte);
            while fitting != 0 {
                let word = usize::try_from(fitting.trailing_zeros()).unwrap_or_default();
                fitting &= fitting.wrapping_sub(1);
                let word = self.known.get(word).map_or("", |word| word).as_bytes();
                let start = at.saturating_sub(1);
                let text = bytes.get(start..start.saturating_add(word.len()));
                if text.is_some_and(|text| text.eq_ignore_ascii_case(word)) {
                    return true;
                }
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, find};

    #[test]
    fn the_first_place_is_found_as_the_standard_library_finds_it() {
        for text in ["", "a", "ab", "aab", "aaab", "x status: 401 é", "HTTHTTP/1.1", "é"] {
            for word in
                ["", "a", "ab", "aab", "b", "HTTP/", "status: ", "é", "401 é", "longer than a text"]
            {
                assert_eq!(find(text, word), text.find(word), "{text:?} {word:?}");
            }
        }
    }

    #[test]
    fn words_are_found_whatever_the_capitals() {
        const WORDS: Words = Words::new(&["error", "failed"]);
        for (text, expected) in [
            ("An ERROR", true),
            ("failERRO", false),
            ("faile", false),
            ("x FAILED", true),
            ("", false),
        ] {
            assert_eq!(WORDS.stand_in(text), expected, "{text}");
        }
    }
}
