//! The stem of an English word: what its forms have in common.

/// Endings, the longest first, and what at least has to stand before them.
const ENDINGS: &[&str] = &[
    "ations", "ation", "ating", "ated", "ates", "ings", "ate", "ions", "ies", "ing", "ied", "ion",
    "es", "ed", "er", "ly", "s", "e", "y",
];

/// Letters that a stem has at least.
const SHORTEST: usize = 4;

/// The word without its ending: `expired`, `expires` and `expire` have the stem `expir`.
///
/// Words that share a stem by chance exist; a form is worth less than the word itself.
pub(crate) fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            ["expire", "expired", "expires", "expiring"],
            ["duplicate", "duplicates", "duplicated", "duplication"],
            ["validate", "validated", "validation", "validates"],
            ["retry", "retries", "retried", "retry"],
        ] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
        for word in ["code", "ids", "rate", "user", "ös", "é"] {
            assert_eq!(stem(word), word);
        }
    }
}
