//! What somebody typed, taken apart into numbers, ranges, vendors and words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::{Understood, UnderstoodKind};
use crate::catalog::Catalog;
use crate::code::Code;
use crate::word;

/// Characters of a query that are read; nobody types more.
const MAX_QUERY: usize = 4_096;
/// Words of a query that count.
const MAX_WORDS: usize = 32;

/// A query, understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) codes: Vec<Code>,
    pub(super) ranges: Vec<RangeInclusive<u32>>,
    /// Vendor ids.
    pub(super) vendors: Vec<&'static str>,
    /// In lower case.
    pub(super) words: Vec<String>,
    /// The words with a space between, as a message would read.
    pub(super) sentence: String,
    pub(super) understood: Vec<Understood>,
}

impl Query {
    /// Reads any text.
    ///
    /// Numbers may be written `#4010`, `4,010`, `"code":4010` or in full-width digits; ranges `40x`, `4xx`,
    /// `407*` or `4070-4077`. The protocol version of a status line is no part of the question.
    pub(super) fn read(catalog: &Catalog, text: &str) -> Self {
        let mut query = Self::default();
        let tokens = tokens(text);
        let mut at = 0usize;
        while let Some(token) = tokens.get(at) {
            at = at.saturating_add(query.take(
                catalog,
                token,
                tokens.get(at.saturating_add(1)),
                tokens.get(at.saturating_add(2)),
            ));
        }
        query.sentence = query.words.join(" ");
        query
    }

    /// Takes the next token, or a few that belong together; returns how many.
    fn take(
        &mut self,
        catalog: &Catalog,
        token: &str,
        second: Option<&String>,
        third: Option<&String>,
    ) -> usize {
        if token.starts_with("http/") {
            return 1;
        }
        if let (Some(first), Some(last)) = (number(token), third.and_then(|last| number(last)))
            && second.is_some_and(|token| matches!(token.as_str(), "to" | "-"))
            && first <= last
        {
            self.push_range(&format!("{first} to {last}"), first, last);
            return 3;
        }
        if let Some(two) = second.map(|second| format!("{token} {second}"))
            && let Some(vendor) = catalog.vendor(&two)
        {
            self.push_vendor(two, vendor.id);
            return 2;
        }
        if let Some(vendor) = catalog.vendor(token) {
            self.push_vendor(token.to_string(), vendor.id);
        } else if let Some(code) = number(token) {
            self.codes.push(Code::new(code));
            self.understand(UnderstoodKind::Code, token.to_string(), Some(code.to_string()));
        } else if let Some((first, last)) = range(token) {
            self.push_range(token, first, last);
        } else if self.words.len() < MAX_WORDS {
            for word in token.split(|c: char| !word::is_part(c)).filter(|word| !word.is_empty()) {
                self.words.push(word.to_string());
            }
            self.understand(UnderstoodKind::Word, token.to_string(), None);
        }
        1
    }

    fn push_vendor(&mut self, text: String, id: &'static str) {
        self.vendors.push(id);
        self.understand(UnderstoodKind::Vendor, text, Some(id.to_string()));
    }

    fn push_range(&mut self, text: &str, first: u32, last: u32) {
        self.ranges.push(first..=last);
        self.understand(UnderstoodKind::Range, text.to_string(), Some(format!("{first}-{last}")));
    }

    fn understand(&mut self, kind: UnderstoodKind, text: String, value: Option<String>) {
        self.understood.push(Understood { kind, text, value });
    }
}

/// The parts of a text in lower case: runs of letters, digits and the signs that can stand inside a number.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut token = String::new();
    for character in text.chars().take(MAX_QUERY).chain([' ']) {
        let plain = plain(character);
        if word::is_part(plain) || matches!(plain, '-' | '*' | '/' | '.' | ',' | '\'') {
            token.push(plain.to_ascii_lowercase());
        } else if !token.is_empty() {
            let trimmed = token.trim_matches(['.', ',', '/', '\'']);
            if !trimmed.is_empty() {
                tokens.push(trimmed.to_string());
            }
            token.clear();
        }
    }
    tokens
}

/// Full-width digits and the longer dashes as they are on a keyboard.
fn plain(character: char) -> char {
    match character {
        '\u{ff10}'..='\u{ff19}' => {
            let digit = u32::from(character).saturating_sub(0xff10).saturating_add(u32::from('0'));
            char::from_u32(digit).unwrap_or(character)
        }
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    }
}

/// `4010`, `4,010`.
fn number(token: &str) -> Option<u32> {
    if let Some((thousands, rest)) = token.split_once(',') {
        let grouped = (1..=3).contains(&thousands.len()) && rest.len() == 3;
        return if grouped {
            Code::parse(&format!("{thousands}{rest}")).map(Code::number)
        } else {
            None
        };
    }
    Code::parse(token).map(Code::number)
}

/// `40x`, `4xx`, `407*`, `4070-4077`.
fn range(token: &str) -> Option<(u32, u32)> {
    if let Some((first, last)) = token.split_once('-') {
        let (first, last) = (number(first)?, number(last)?);
        return if first <= last { Some((first, last)) } else { None };
    }
    let digits = token.trim_end_matches(['x', '*']);
    let open = token.len().saturating_sub(digits.len());
    let start = number(digits).filter(|_| (1..=3).contains(&open))?;
    // `407*` leaves open how many digits follow; codes have three or four.
    let open = if token.ends_with('*') { 4usize.saturating_sub(digits.len()).max(1) } else { open };
    let width = 10u32.checked_pow(u32::try_from(open).ok()?)?;
    let first = start.checked_mul(width)?;
    Some((first, first.checked_add(width)?.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        text: &str,
        codes: &[u32],
        ranges: &[RangeInclusive<u32>],
        vendors: &[&str],
        words: &[&str],
    ) {
        let query = Query::read(Catalog::builtin(), text);
        assert_eq!(
            query.codes.iter().map(|code| code.number()).collect::<Vec<_>>(),
            codes,
            "{text}"
        );
        assert_eq!(query.ranges, ranges, "{text}");
        assert_eq!(query.vendors, vendors, "{text}");
        assert_eq!(query.words, words, "{text}");
    }

    #[test]
    fn ok_numbers_as_people_write_them() {
        for text in ["4010", "#4010", "4,010", "\"code\":4010", "４０１０", "(4010)", "4010."] {
            let query = Query::read(Catalog::builtin(), text);
            assert_eq!(query.codes, [Code::new(4010)], "{text}");
        }
        check("HTTP/1.1 401 Unauthorized", &[401], &[], &[], &["unauthorized"]);
    }

    #[test]
    fn ok_ranges() {
        check("40x", &[], &[400..=409], &[], &[]);
        check("4xx", &[], &[400..=499], &[], &[]);
        check("407*", &[], &[4070..=4079], &[], &[]);
        check("4070-4077", &[], &[4070..=4077], &[], &[]);
        check("4070 – 4077", &[], &[4070..=4077], &[], &[]);
        check("4070 to 4077", &[], &[4070..=4077], &[], &[]);
        check("4077-4070", &[], &[], &[], &["4077", "4070"]);
    }

    #[test]
    fn ok_vendors() {
        check("401 vision", &[401], &[], &["vision"], &[]);
        check("hha 403", &[403], &[], &["hhaexchange"], &[]);
        check("elevate iq 409", &[409], &[], &["elevate-iq"], &[]);
        check("recipient not found", &[], &[], &[], &["recipient", "not", "found"]);
    }
}
