//! OAuth errors that a server hands on in the address to which it sends the browser back (RFC 6749 section 4.1.2.1), in
//! the query or in the fragment: `https://app.example/cb?error=access_denied&state=…`.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::oauth::TERMS;
use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::reading::{Message, Reading, Term};

/// The parameter that names the error.
const ERROR: &str = "error=";
/// The longest address that is read, in bytes.
const LONGEST: usize = 8_192;

/// Reads the address in the `Location` of a redirection, or one that was pasted.
pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let address = match message.status() {
        Some(300..=399) => {
            let field = message.envelope.field("location")?;
            address(&field.value).and_then(|range| field.value.get(range))?.into()
        }
        None if matches!(message.payload, Payload::Text) => {
            let text = message.text();
            String::from(text.get(address(text)?)?)
        }
        _ => return None,
    };
    let value = |name: &str| {
        let mut parameters = parameters(&address).filter(|(known, _)| *known == name);
        parameters.next().map(|(_, value)| decoded(value)).filter(|value| !value.is_empty())
    };
    let term = Term::find(TERMS, &value("error")?)?;
    Some(Reading {
        application: Outcome::Failure,
        term: Some(term),
        fault: Some(Fault {
            kind: Some(term.name.into()),
            message: value("error_description"),
            detail: value("error_uri").map(|page| alloc::format!("error_uri: {page}")),
            ..Fault::default()
        }),
        ..Reading::new("oauth-error")
    })
}

/// The first address that names a registered error.
fn address(text: &str) -> Option<Range<usize>> {
    text.match_indices(ERROR).find_map(|(at, _)| {
        let is_break = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`');
        let before = text.get(..at)?;
        let start = before.rfind(is_break).map_or(0, |end| {
            end.saturating_add(
                before.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
            )
        });
        let rest = text.get(at..)?;
        let end = at.saturating_add(rest.find(is_break).unwrap_or(rest.len()));
        let word = text.get(start..end).filter(|word| word.len() <= LONGEST)?;
        let mut named = parameters(word);
        let is_error =
            named.any(|(name, value)| name == "error" && Term::find(TERMS, value).is_some());
        // A path alone may be a search for the word.
        let is_whole = word.contains("://");
        let others = ["error_description", "error_uri", "state", "iss"];
        let is_path =
            || word.starts_with('/') && parameters(word).any(|(name, _)| others.contains(&name));
        (is_error && (is_whole || is_path())).then_some(start..end)
    })
}

/// The parameters in the query and in the fragment of an address.
fn parameters(address: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = address.find(['?', '#']).and_then(|at| address.get(at.saturating_add(1)..));
    let pairs = query.unwrap_or_default().split(['&', '?', '#', ';']);
    pairs
        .filter_map(|pair| pair.strip_prefix("amp;").unwrap_or(pair).split_once('='))
        .map(|(name, value)| (name, value.trim_end_matches([')', ']', ',', '.'])))
}

/// A value without its encoding as a form (RFC 6749 appendix B).
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| core::str::from_utf8(digits).ok());
        let byte = digits
            .filter(|digits| {
                *first == b'%' && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
            })
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if byte.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
        bytes.push(byte.unwrap_or(if *first == b'+' { b' ' } else { *first }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{address, decoded};

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(address(text).and_then(|range| text.get(range)), expected);
    }

    #[test]
    fn addresses_with_a_registered_error() {
        let address = "https://app.example/cb?error=access_denied&state=x";
        check(&alloc::format!("see <{address}>, why?"), Some(address));
        check("app://cb#error=login_required", Some("app://cb#error=login_required"));
        check(
            "https://app.example/#/cb?state=1&error=invalid_scope",
            Some("https://app.example/#/cb?state=1&error=invalid_scope"),
        );
        check("/cb?error=server_error&state=1", Some("/cb?error=server_error&state=1"));
        for text in [
            "https://app.example/x?error=404",
            "https://app.example/x?error=true&state=1",
            "https://app.example/x?my_error=access_denied",
            "/search?error=server_error",
            "error=access_denied",
            "https://app.example/error=access_denied",
        ] {
            check(text, None);
        }
        assert_eq!(decoded("The+user%20said%3A%C3%BC%2"), "The user said:ü%2");
    }
}
