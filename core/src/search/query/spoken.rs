//! Numbers as a caller says them: `forty ten`, `four oh one`, `four thousand and seventy one`, `4 0 7 1`.

use alloc::string::{String, ToString};

use crate::code::Code;

/// What a word of a spoken number does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spoken {
    /// `four`, `oh`.
    Digit(u32),
    /// `ten` to `nineteen`.
    Teen(u32),
    /// `twenty`, to which a digit can be added.
    Tens(u32),
    /// `hundred`, `thousand`.
    Times(u32),
    /// `double`, `triple`.
    Repeat(usize),
    /// `and`, between the others.
    And,
}

const WORDS: &[(&str, Spoken)] = &[
    ("zero", Spoken::Digit(0)),
    ("oh", Spoken::Digit(0)),
    ("o", Spoken::Digit(0)),
    ("nought", Spoken::Digit(0)),
    ("one", Spoken::Digit(1)),
    ("two", Spoken::Digit(2)),
    ("three", Spoken::Digit(3)),
    ("four", Spoken::Digit(4)),
    ("five", Spoken::Digit(5)),
    ("six", Spoken::Digit(6)),
    ("seven", Spoken::Digit(7)),
    ("eight", Spoken::Digit(8)),
    ("nine", Spoken::Digit(9)),
    ("ten", Spoken::Teen(10)),
    ("eleven", Spoken::Teen(11)),
    ("twelve", Spoken::Teen(12)),
    ("thirteen", Spoken::Teen(13)),
    ("fourteen", Spoken::Teen(14)),
    ("fifteen", Spoken::Teen(15)),
    ("sixteen", Spoken::Teen(16)),
    ("seventeen", Spoken::Teen(17)),
    ("eighteen", Spoken::Teen(18)),
    ("nineteen", Spoken::Teen(19)),
    ("twenty", Spoken::Tens(20)),
    ("thirty", Spoken::Tens(30)),
    ("forty", Spoken::Tens(40)),
    ("fourty", Spoken::Tens(40)),
    ("fifty", Spoken::Tens(50)),
    ("sixty", Spoken::Tens(60)),
    ("seventy", Spoken::Tens(70)),
    ("eighty", Spoken::Tens(80)),
    ("ninety", Spoken::Tens(90)),
    ("hundred", Spoken::Times(100)),
    ("thousand", Spoken::Times(1000)),
    ("double", Spoken::Repeat(2)),
    ("triple", Spoken::Repeat(3)),
    ("and", Spoken::And),
];

/// Codes that somebody says out loud.
const SAID: core::ops::RangeInclusive<u32> = 100..=99_999;

/// The number that a text of number words says; nothing where a word is none.
fn value(text: &str) -> Option<u32> {
    let mut digits = String::new();
    let (mut total, mut current, mut open_tens, mut repeat, mut counted) =
        (0u32, 0u32, false, 1usize, false);
    for word in text.split([' ', '-']) {
        let spoken = WORDS.iter().find(|(said, _)| *said == word).map(|(_, spoken)| *spoken);
        let was_open = core::mem::take(&mut open_tens);
        match spoken {
            Some(Spoken::Digit(digit)) => {
                if was_open && digit > 0 {
                    digits.pop();
                }
                for _ in 0..core::mem::replace(&mut repeat, 1) {
                    digits.push_str(&digit.to_string());
                }
                current = current.checked_add(digit)?;
            }
            Some(Spoken::Teen(number) | Spoken::Tens(number)) => {
                open_tens = matches!(spoken, Some(Spoken::Tens(_)));
                digits.push_str(&number.to_string());
                current = current.checked_add(number)?;
            }
            Some(Spoken::Times(hundred @ 100)) => {
                counted = true;
                current = current.max(1).checked_mul(hundred)?;
            }
            Some(Spoken::Times(thousand)) => {
                counted = true;
                total = total.checked_add(current.max(1).checked_mul(thousand)?)?;
                current = 0;
            }
            Some(Spoken::Repeat(times)) => repeat = times,
            Some(Spoken::And) => {}
            None if (1..=2).contains(&word.len()) => {
                // Digits that were typed one by one.
                current = current.checked_add(Code::parse(word)?.number())?;
                digits.push_str(word);
            }
            None => return None,
        }
    }
    let number = if counted { total.checked_add(current)? } else { Code::parse(&digits)?.number() };
    Some(number).filter(|number| SAID.contains(number))
}

/// The longest spoken number that begins with the first word, and how many words it takes.
///
/// A single word is no spoken number, and neither is what begins or ends with `and`.
pub(super) fn spoken<'w>(words: impl Iterator<Item = &'w str>) -> Option<(u32, usize)> {
    let mut text = String::new();
    let mut best = None;
    for (count, word) in (1usize..).zip(words.take(8)) {
        if count == 1 && word == "and" {
            return None;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
        let known = word.split('-').all(|part| {
            WORDS.iter().any(|(said, _)| *said == part)
                || (part.len() <= 2 && Code::parse(part).is_some())
        });
        if !known {
            break;
        }
        if word != "and"
            && (count > 1 || word.contains('-'))
            && let Some(number) = value(&text)
        {
            best = Some((number, count));
        }
    }
    // A range of two plain numbers is typed, not said.
    best.filter(|_| !text.starts_with(|first: char| first.is_ascii_digit()) || !text.contains('-'))
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn ok_numbers_as_they_are_said() {
        for (said, number) in [
            ("forty ten", 4010),
            ("forty-ten", 4010),
            ("four oh one", 401),
            ("four zero one", 401),
            ("four o four", 404),
            ("forty seventy one", 4071),
            ("forty seventy-one", 4071),
            ("four oh seven one", 4071),
            ("four thousand seventy one", 4071),
            ("four thousand and seventy one", 4071),
            ("four hundred", 400),
            ("four hundred and one", 401),
            ("five hundred three", 503),
            ("two oh seven", 207),
            ("twenty ten", 2010),
            ("forty one ten", 4110),
            ("forty one thirty", 4130),
            ("triple nine", 999),
            ("nine double nine", 999),
            ("four twenty nine", 429),
            ("one oh one", 101),
            ("4 0 7 1", 4071),
            ("40 71", 4071),
            ("4 oh 1", 401),
            ("a hundred", 0),
        ] {
            let words: Vec<&str> = said.split(' ').collect();
            let expected = (number > 0).then_some((number, words.len()));
            assert_eq!(spoken(words.iter().copied()), expected, "{said}");
        }
    }

    #[test]
    fn other_words_are_no_numbers() {
        for said in ["one", "two records", "ten", "forty one", "and one", "4010 4011"] {
            assert_eq!(spoken(said.split(' ')), None, "{said}");
        }
        assert_eq!(spoken("four oh one from vision".split(' ')), Some((401, 3)));
        assert_eq!(spoken("four hundred and vision".split(' ')), Some((400, 2)));
    }
}
