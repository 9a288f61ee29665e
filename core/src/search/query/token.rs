//! A query cut into tokens, each with its place.

use alloc::string::String;
use alloc::vec::Vec;

use crate::word;

/// Characters of a query that are read; nobody types more.
const MAX_QUERY: usize = 4_096;

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What was typed, in lower case, with digits and dashes as they are on a keyboard.
    pub(super) text: String,
    /// Where it was typed, in UTF-16 units.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    /// It has a `-` in front: what fits is not wanted.
    pub(super) excluded: bool,
    /// It stands in single quotation marks, as values do in messages.
    pub(super) quoted: bool,
}

/// What a token is by its signs alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word or a number.
    Plain,
    /// It stands in quotation marks.
    Phrase,
    /// `name:value`, with the length of the name.
    Pair(usize),
}

/// The parts of a text in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut units = 0usize;
    let characters: Vec<(usize, char)> = text
        .chars()
        .take(MAX_QUERY)
        .map(|character| {
            let at = units;
            units = units.saturating_add(character.len_utf16());
            (at, plain(character))
        })
        .chain([(usize::MAX, ' ')])
        .collect();
    let end_of_text = units;
    let mut tokens = Vec::new();
    for chunk in chunks(&characters) {
        cut(chunk, end_of_text, &mut tokens);
    }
    tokens
}

type Characters<'c> = &'c [(usize, char)];

/// What stands between white space; quotation marks hold a phrase together.
fn chunks(characters: Characters<'_>) -> Vec<Characters<'_>> {
    let mut chunks = Vec::new();
    let mut rest = characters;
    while let Some(start) = rest.iter().position(|(_, character)| !character.is_whitespace()) {
        rest = rest.get(start..).unwrap_or_default();
        let length = phrase_end(rest)
            .or_else(|| rest.iter().position(|(_, character)| character.is_whitespace()))
            .unwrap_or(rest.len());
        let (chunk, after) = rest.split_at(length.min(rest.len()));
        chunks.push(chunk);
        rest = after;
    }
    chunks
}

/// Where a phrase ends that begins here: `"not found"`, `-"not found"`, `condition:"not found"`.
fn phrase_end(characters: Characters<'_>) -> Option<usize> {
    let open = characters.iter().position(|(_, character)| !is_name(*character))?;
    let sign = |at: usize| characters.get(at).map(|(_, character)| *character);
    let before = open.checked_sub(1).and_then(sign);
    if sign(open) != Some('"') || !matches!(before, None | Some('-' | ':')) {
        return None;
    }
    let inside = open.checked_add(1)?;
    let close = characters.iter().skip(inside).position(|(_, character)| *character == '"')?;
    let end = inside.checked_add(close)?.checked_add(1)?;
    sign(end).filter(|next| next.is_whitespace()).map(|_| end)
}

/// What can stand in front of a phrase.
fn is_name(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, '-' | ':')
}

/// Cuts a chunk into tokens.
fn cut(chunk: Characters<'_>, end_of_text: usize, tokens: &mut Vec<Token>) {
    let excluded = matches!(chunk, [(_, '-'), (_, next), ..] if *next != '-');
    let body = if excluded { chunk.get(1..).unwrap_or_default() } else { chunk };
    let end = |at: Option<&(usize, char)>| {
        at.map_or(end_of_text, |(at, character)| at.saturating_add(character.len_utf16()))
    };
    let whole = |kind: TokenKind, inside: Characters<'_>| Token {
        text: inside.iter().map(|(_, character)| character.to_ascii_lowercase()).collect(),
        start: chunk.first().map_or(0, |(at, _)| *at),
        end: end(chunk.last()),
        kind,
        excluded,
        quoted: false,
    };
    if let [(_, '"'), inside @ .., (_, '"')] = body
        && inside.iter().any(|(_, character)| word::is_part(*character))
    {
        tokens.push(whole(TokenKind::Phrase, inside));
        return;
    }
    if let Some(name) = body.iter().position(|(_, character)| *character == ':')
        && name > 0
        && body.iter().take(name).all(|(_, character)| character.is_ascii_alphabetic())
        && body.len() > name.saturating_add(1)
    {
        tokens.push(whole(TokenKind::Pair(name), body));
        return;
    }
    let mut first = None;
    let before = tokens.len();
    for (place, (_, character)) in body.iter().enumerate() {
        let belongs =
            word::is_part(*character) || matches!(character, '-' | '*' | '/' | '.' | ',' | '\'');
        if belongs && first.is_none() {
            first = Some(place);
        }
        let is_last = place.saturating_add(1) == body.len();
        let stop =
            if belongs && !is_last { continue } else { place.saturating_add(usize::from(belongs)) };
        let Some(run) = first.take().and_then(|first| body.get(first..stop)) else { continue };
        push_run(run, excluded, tokens);
    }
    // The minus in front belongs to the first of them.
    if excluded && let (Some(token), Some((start, _))) = (tokens.get_mut(before), chunk.first()) {
        token.start = *start;
    }
}

/// A run without the signs around it that are no part of a word or number.
fn push_run(run: Characters<'_>, excluded: bool, tokens: &mut Vec<Token>) {
    let is_edge = |(_, character): &(usize, char)| matches!(character, '.' | ',' | '/' | '\'');
    let from = run.iter().take_while(|character| is_edge(character)).count();
    let behind = run.iter().rev().take_while(|character| is_edge(character)).count();
    let Some(inner) = run.get(from..run.len().saturating_sub(behind)) else { return };
    let (Some((start, _)), Some((last, character))) = (inner.first(), inner.last()) else { return };
    tokens.push(Token {
        text: inner.iter().map(|(_, character)| character.to_ascii_lowercase()).collect(),
        start: *start,
        end: last.saturating_add(character.len_utf16()),
        kind: TokenKind::Plain,
        excluded,
        quoted: run.iter().take(from).any(|(_, character)| *character == '\''),
    });
}

/// Full-width digits, the longer dashes and the curved quotation marks as they are on a keyboard.
fn plain(character: char) -> char {
    match character {
        '\u{ff10}'..='\u{ff19}' => {
            let digit = u32::from(character).saturating_sub(0xff10).saturating_add(u32::from('0'));
            char::from_u32(digit).unwrap_or(character)
        }
        '\u{2010}'..='\u{2015}' => '-',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{ff1a}' => ':',
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, TokenKind, bool)]) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let found: Vec<_> = tokens(text);
        let found: Vec<_> = found
            .iter()
            .map(|token| {
                let typed = String::from_utf16(&units[token.start..token.end]).unwrap();
                (token.text.as_str(), typed, token.kind, token.excluded)
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(text, typed, kind, excluded)| (*text, (*typed).to_owned(), *kind, *excluded))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn ok_words_and_numbers() {
        use TokenKind::Plain;
        check("401 Vision", &[("401", "401", Plain, false), ("vision", "Vision", Plain, false)]);
        check("#4,010.", &[("4,010", "4,010", Plain, false)]);
        check("４０１０ é", &[("4010", "４０１０", Plain, false), ("é", "é", Plain, false)]);
        check("\"code\":4010", &[("code", "code", Plain, false), ("4010", "4010", Plain, false)]);
        check("  ", &[]);
        check("- --", &[("-", "-", Plain, false), ("--", "--", Plain, false)]);
    }

    #[test]
    fn ok_phrases_pairs_and_exclusions() {
        use TokenKind::{Pair, Phrase, Plain};
        check(
            "a \"not found\" -\"To Send\" “x y”",
            &[
                ("a", "a", Plain, false),
                ("not found", "\"not found\"", Phrase, false),
                ("to send", "-\"To Send\"", Phrase, true),
                ("x y", "“x y”", Phrase, false),
            ],
        );
        check(
            "vendor:Vision -actor:end-user condition:\"not found\"",
            &[
                ("vendor:vision", "vendor:Vision", Pair(6), false),
                ("actor:end-user", "-actor:end-user", Pair(5), true),
                ("condition:\"not found\"", "condition:\"not found\"", Pair(9), false),
            ],
        );
        check("-updox", &[("updox", "-updox", Plain, true)]);
        check("-a(b)", &[("a", "-a", Plain, true), ("b", "b", Plain, true)]);
        check("\"open", &[("open", "open", Plain, false)]);
    }
}
