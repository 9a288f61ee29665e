//! How a reply reads: its words, its sentences, and how hard they are.

/// The words, in the writer's letters: runs of letters, digits and the marks within words.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '@')))
        .filter(|word| word.contains(|c: char| c.is_alphanumeric() || c == '@'))
        .collect()
}

pub(crate) fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['.', '?', '!']).filter(|sentence| !words(sentence).is_empty()).collect()
}

/// The plain words, in lower case, with marks as borders: what runs and phrases are compared by.
pub(crate) fn folded(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(Into::into).collect()
}

/// The first of the phrases that the text has as whole words, in the singular or the plural.
pub(crate) fn has_one_of(text: &str, phrases: &[&str]) -> Option<String> {
    let text = folded(text);
    let is = |word: &String, wanted: &String| {
        word == wanted || word.strip_suffix('s') == Some(wanted.as_str())
    };
    let has = |phrase: &&&str| {
        let wanted = folded(phrase);
        text.windows(wanted.len()).any(|run| run.iter().zip(&wanted).all(|(a, b)| is(a, b)))
    };
    phrases.iter().find(has).map(|phrase| format!("has {phrase:?}"))
}

/// The Flesch-Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
pub(crate) fn grade(text: &str) -> f64 {
    let words = words(text);
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let syllables = words.iter().map(|word| syllables(word)).sum();
    0.39 * count(words.len()) / count(sentences(text).len().max(1))
        + 11.8 * count(syllables) / count(words.len().max(1))
        - 15.59
}

/// Syllables of a word, at least one: groups of vowels (`y` is one), without a silent `e` at the end
/// (`-e`, `-ed`, `-es`), which sounds after a consonant and `l`, after `t` or `d`, and after a hiss.
///
/// Letters that are spelt out (`ID`) count too low, `-ia-` as one; both move a grade by less than one half.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: String =
        word.trim_end_matches("'s").chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let groups = letters.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    let ends = |endings: &[&str]| endings.iter().any(|ending| letters.ends_with(ending));
    let sounded_le =
        letters.strip_suffix("le").is_some_and(|stem| stem.ends_with(|c| !is_vowel(c)));
    let is_silent = (ends(&["e"]) && !sounded_le)
        || (ends(&["ed"]) && !ends(&["ted", "ded"]))
        || (ends(&["es"]) && !ends(&["ses", "xes", "zes", "ches", "shes", "ces", "ges"]));
    groups.saturating_sub(usize::from(is_silent)).max(1)
}

mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        let count = |text: &str| words(text).into_iter().map(syllables).collect::<Vec<_>>();
        assert_eq!(count("the code changes"), [1, 1, 2]);
        assert_eq!(count("needed asked corrected"), [2, 1, 3]);
        assert_eq!(count("software provider table file's"), [2, 3, 2, 1]);
        assert_eq!(count("e-mail I'll ID"), [2, 1, 1]);
    }

    #[test]
    fn grades_rise_with_long_sentences_and_long_words() {
        assert!((grade("The cat sat on the mat.") - -1.45).abs() < 0.01);
        assert!(grade("The communication infrastructure deteriorated considerably.") > 12.0);
    }
}
