//! What somebody typed, taken apart into numbers, ranges, vendors, filters, phrases and words.

pub(in crate::search) mod filter;
mod number;
mod spoken;
mod token;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use filter::Filter;
use number::{number, range};
use token::{Token, TokenKind, tokens};

use super::{Understood, UnderstoodKind};
use crate::catalog::Catalog;
use crate::code::Code;
use crate::word;

/// Words of a query that count.
const MAX_WORDS: usize = 32;

/// So many telling words beside a number or a filter are a message.
const FEW_WORDS: usize = 3;

/// A query, understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) codes: Vec<Code>,
    pub(super) ranges: Vec<RangeInclusive<u32>>,
    /// What has to hold.
    pub(super) filters: Vec<Filter>,
    pub(super) words: Vec<QueryWord>,
    /// Words that have to stand next to each other, in lower case with one space between.
    pub(super) phrases: Vec<String>,
    /// What is not wanted.
    pub(super) excluded: Excluded,
    pub(super) understood: Vec<Understood>,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// In lower case.
    pub(super) text: String,
    /// It says nothing of its own: `what`, `error`.
    pub(super) is_filler: bool,
}

impl QueryWord {
    fn new(text: &str) -> Self {
        Self { text: text.into(), is_filler: false }
    }
}

/// What is not wanted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Excluded {
    pub(super) ranges: Vec<RangeInclusive<u32>>,
    pub(super) filters: Vec<Filter>,
    /// Words and phrases.
    pub(super) phrases: Vec<String>,
}

impl Query {
    /// Reads any text.
    ///
    /// Numbers may be written `#4010`, `4,010`, `"code":4010`, in full-width digits or as they are said; ranges
    /// `40x`, `4xx`, `407*` or `4070-4077`. The protocol version of a status line is no part of the question.
    pub(super) fn read(catalog: &Catalog, fillers: &[&str], text: &str) -> Self {
        let mut query = Self::default();
        let tokens = tokens(text);
        let mut rest = tokens.as_slice();
        while !rest.is_empty() {
            let taken = query.take(catalog, rest).clamp(1, rest.len());
            rest = rest.get(taken..).unwrap_or_default();
        }
        query.weigh_fillers(fillers);
        query
    }

    /// Takes the next token, or a few that belong together; returns how many.
    fn take(&mut self, catalog: &Catalog, tokens: &[Token]) -> usize {
        let Some(token) = tokens.first() else { return 1 };
        match token.kind {
            TokenKind::Phrase => self.take_phrase(token),
            TokenKind::Pair(name) => self.take_pair(catalog, token, name),
            TokenKind::Plain if token.text.starts_with("http/") => {}
            TokenKind::Plain
                if !token.text.contains(|character: char| word::is_part(character)) => {}
            TokenKind::Plain => return self.take_plain(catalog, token, tokens),
        }
        1
    }

    fn take_plain(&mut self, catalog: &Catalog, token: &Token, tokens: &[Token]) -> usize {
        let plain = tokens.iter().take_while(|next| {
            next.kind == TokenKind::Plain && (!next.excluded || core::ptr::eq(*next, token))
        });
        let texts: Vec<&str> = plain.map(|token| token.text.as_str()).take(8).collect();
        let together = |count: usize| {
            let last = tokens.get(count.saturating_sub(1)).unwrap_or(token);
            Token {
                end: last.end,
                text: texts.get(..count).unwrap_or_default().join(" "),
                ..token.clone()
            }
        };
        if let [first, "to" | "-", last, ..] = texts.as_slice()
            && let (Some(first), Some(last)) = (number(first), number(last))
            && first <= last
        {
            self.push_range(&together(3), first, last);
            return 3;
        }
        if let Some((code, count)) = spoken::spoken(texts.iter().copied()) {
            self.push_code(&together(count), code);
            return count;
        }
        if texts.len() > 1
            && let two = together(2)
            && let Some(vendor) = catalog.vendor(&two.text)
        {
            self.push_filter(&two, Filter::Vendor(vendor.id));
            return 2;
        }
        // In `… with outcome 'Elevate'` it is a value that fills a message.
        let is_value = token.quoted && self.words.len() > FEW_WORDS;
        if let Some(vendor) = catalog.vendor(&token.text).filter(|_| !is_value) {
            // `HTTP 401` asks no more than `401` does.
            let is_plain_http = token.text == "http" && !token.excluded;
            if !is_plain_http || tokens.len() == 1 && self.understood.is_empty() {
                self.push_filter(token, Filter::Vendor(vendor.id));
            }
        } else if let Some(code) = number(&token.text) {
            self.push_code(token, code);
        } else if let Some((first, last)) = range(&token.text) {
            self.push_range(token, first, last);
        } else {
            self.push_words(token, UnderstoodKind::Word);
        }
        1
    }

    fn take_phrase(&mut self, token: &Token) {
        if let Some(code) = number(&token.text) {
            self.push_code(token, code);
            return;
        }
        let phrase = word::words(&token.text).collect::<Vec<_>>().join(" ");
        if token.excluded {
            self.excluded.phrases.push(phrase);
        } else {
            self.words.extend(word::words(&phrase).map(QueryWord::new).take(MAX_WORDS));
            self.phrases.push(phrase);
        }
        self.understand(UnderstoodKind::Phrase, token, None);
    }

    /// A filter, or what only looks like one: its words are looked for all the same.
    fn take_pair(&mut self, catalog: &Catalog, token: &Token, name: usize) {
        let (name, values) = token.text.split_at_checked(name).unwrap_or_default();
        let values = values.trim_start_matches(':').trim_matches('"');
        let filters: Option<Vec<Filter>> =
            values.split(',').map(|value| filter::read(catalog, name, value.trim())).collect();
        if let Some(filters) = filters {
            for filter in filters {
                self.push_filter(token, filter);
            }
            return;
        }
        match number(values) {
            Some(code) => self.push_code(token, code),
            None => self.push_words(token, UnderstoodKind::NotUnderstood),
        }
    }

    fn push_code(&mut self, token: &Token, code: u32) {
        if token.excluded {
            self.excluded.ranges.push(code..=code);
        } else {
            self.codes.push(Code::new(code));
        }
        self.understand(UnderstoodKind::Code, token, Some(code.to_string()));
    }

    fn push_range(&mut self, token: &Token, first: u32, last: u32) {
        let ranges = if token.excluded { &mut self.excluded.ranges } else { &mut self.ranges };
        ranges.push(first..=last);
        self.understand(UnderstoodKind::Range, token, Some(format!("{first}-{last}")));
    }

    fn push_filter(&mut self, token: &Token, filter: Filter) {
        self.understand(filter.kind(), token, Some(filter.value()));
        let filters = if token.excluded { &mut self.excluded.filters } else { &mut self.filters };
        filters.push(filter);
    }

    fn push_words(&mut self, token: &Token, kind: UnderstoodKind) {
        let words = word::words(&token.text);
        if token.excluded {
            self.excluded.phrases.push(words.collect::<Vec<_>>().join(" "));
        } else {
            let room = MAX_WORDS.saturating_sub(self.words.len());
            self.words.extend(words.take(room).map(QueryWord::new));
        }
        self.understand(kind, token, None);
    }

    fn understand(&mut self, kind: UnderstoodKind, token: &Token, value: Option<String>) {
        self.understood.push(Understood {
            kind,
            text: token.text.clone(),
            value,
            excluded: token.excluded,
            unmatched: false,
            start: token.start,
            end: token.end,
        });
    }

    /// Notes the parts of which no word is anywhere in the catalogue.
    pub(super) fn note_strangers(&mut self, strangers: &[String]) {
        for part in &mut self.understood {
            let has_words =
                matches!(part.kind, UnderstoodKind::Word | UnderstoodKind::NotUnderstood);
            let mut words = word::words(&part.text);
            part.unmatched = has_words
                && !part.excluded
                && words.all(|word| strangers.iter().any(|stranger| stranger == word));
        }
    }

    /// Beside a number or a filter, words that say nothing of their own do not count; beside other
    /// words they count little, since messages have them too.
    fn weigh_fillers(&mut self, fillers: &[&str]) {
        let is_filler = |word: &str| fillers.contains(&word);
        let asks = !(self.codes.is_empty() && self.ranges.is_empty() && self.filters.is_empty());
        let is_telling = self.words.iter().any(|word| !is_filler(&word.text));
        if !asks && !is_telling {
            return;
        }
        for word in &mut self.words {
            word.is_filler = is_filler(&word.text);
        }
        if asks && self.words.iter().filter(|word| !word.is_filler).count() < FEW_WORDS {
            self.words.retain(|word| !word.is_filler);
        }
        self.understood.retain(|part| part.kind != UnderstoodKind::Word || !is_filler(&part.text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLERS: &[&str] = &["code", "what", "does", "mean"];

    /// The query as one line: kinds with their values, then the words.
    fn read(text: &str) -> String {
        let query = Query::read(Catalog::builtin(), FILLERS, text);
        let parts = query.understood.iter().filter(|part| part.kind != UnderstoodKind::Word);
        let parts = parts.map(|part| {
            let sign = if part.excluded { "-" } else { "" };
            let value = part.value.as_deref().unwrap_or(&part.text);
            format!("{sign}{:?}={value}", part.kind)
        });
        parts.chain(query.words.iter().map(|word| word.text.clone())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ok_numbers_as_people_write_them() {
        for text in [
            "4010",
            "#4010",
            "4,010",
            "4.010",
            "\"code\":4010",
            "code:4010",
            "４０１０",
            "(4010)",
            "4010.",
            "err4010",
            "E-4010",
            "forty ten",
            "\"4010\"",
            "code=4010",
            "what does 4010 mean",
        ] {
            assert_eq!(read(text), "Code=4010", "{text}");
        }
        for text in ["HTTP/1.1 401", "HTTP 401", "http401", "four oh one", "401"] {
            assert_eq!(read(text), "Code=401", "{text}");
        }
        assert_eq!(read("HTTP/1.1 401 Unauthorized"), "Code=401 unauthorized");
        assert_eq!(read("1.1"), "1 1");
    }

    #[test]
    fn ok_ranges() {
        for (text, expected) in [
            ("40x", "Range=400-409"),
            ("4xx", "Range=400-499"),
            ("407*", "Range=4070-4079"),
            ("4070-4077", "Range=4070-4077"),
            ("4070 – 4077", "Range=4070-4077"),
            ("4070 to 4077", "Range=4070-4077"),
            ("4077-4070", "4077 4070"),
            ("-4xx updox", "-Range=400-499 Vendor=updox"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn ok_vendors_and_filters() {
        for (text, expected) in [
            ("401 vision", "Code=401 Vendor=vision"),
            ("hha 403", "Vendor=hhaexchange Code=403"),
            ("elevate iq 409", "Vendor=elevate-iq Code=409"),
            ("vendor:hhax", "Vendor=hhaexchange"),
            ("vendor:vision,updox", "Vendor=vision Vendor=updox"),
            ("-vendor:http -updox", "-Vendor=http -Vendor=updox"),
            ("class:4xx actor:user", "Class=4xx Actor=end-user"),
            ("retry:wait method:post", "Retry=after-delay Method=POST"),
            ("condition:already-exists", "Condition=already-exists"),
            ("condition:\"Already exists\"", "Condition=already-exists"),
            ("class:9xx", "NotUnderstood=class:9xx class 9xx"),
            ("colour:red", "NotUnderstood=colour:red colour red"),
            ("recipient not found", "recipient not found"),
            ("401 'vision'", "Code=401 Vendor=vision"),
            ("it was violated with outcome 'Elevate'", "it was violated with outcome elevate"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn ok_phrases_and_exclusions() {
        assert_eq!(read("\"not found\""), "Phrase=not found not found");
        let query = Query::read(Catalog::builtin(), FILLERS, "token -expired -\"no token\" -401");
        assert_eq!(query.words, [QueryWord::new("token")]);
        assert_eq!(query.excluded.phrases, ["expired", "no token"]);
        assert_eq!(query.excluded.ranges, [401..=401]);
    }

    #[test]
    fn ok_fillers_count_little() {
        assert_eq!(read("what does 401 mean"), "Code=401");
        assert_eq!(read("what"), "what");
        let fillers = |text: &str| {
            let query = Query::read(Catalog::builtin(), FILLERS, text);
            query.words.iter().filter(|word| word.is_filler).count()
        };
        assert_eq!(fillers("what does no token found mean"), 3);
        assert_eq!(fillers("what does mean"), 0);
    }
}
