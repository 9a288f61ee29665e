//! JSON Web Tokens (RFC 7519): named, their times read, their signature and content never shown.

use alloc::format;
use alloc::string::String;
use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::timestamp;
use crate::decode::payload::json::{Json, Value};

/// The longest part of a token that is opened.
const MAX_PART: usize = 16_384;
/// How the first part begins: `{"` in base64.
const BEGINNING: &str = "eyJ";

/// Every token in a text, and what can be said of it.
pub(crate) fn read(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut behind = 0usize;
    // Its last letter is the rarest.
    text.match_indices('J').filter_map(move |(last, _)| {
        let start = last.saturating_sub(BEGINNING.len().saturating_sub(1));
        let rest = text.get(start..).filter(|rest| rest.starts_with(BEGINNING))?;
        if start < behind {
            return None;
        }
        let length = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')))
            .unwrap_or(rest.len());
        behind = start.saturating_add(length);
        let meaning = rest.get(..length).and_then(explain)?;
        Some((start..behind, meaning))
    })
}

fn explain(token: &str) -> Option<String> {
    let mut parts = token.split('.');
    let (header, claims) = (parts.next()?, parts.next()?);
    let header = open(header)?;
    let header = Json::parse(&header);
    header.root()?.get("alg")?;
    let Some(claims) = open(claims) else {
        return Some(
            "A JSON Web Token whose content is encrypted or cut off; its value is not shown."
                .into(),
        );
    };
    let claims = Json::parse(&claims);
    let time = |name: &str| {
        claims
            .root()?
            .get(name)
            .and_then(Value::to_text)?
            .split('.')
            .next()?
            .parse()
            .ok()
            .and_then(timestamp::print)
    };
    let issued = time("iat").map(|time| format!(", issued {time}")).unwrap_or_default();
    let expires = match time("exp") {
        Some(time) => format!(", that expires {time}"),
        None => ", without an expiry".into(),
    };
    Some(format!("A JSON Web Token{issued}{expires}; its value is not shown."))
}

fn open(part: &str) -> Option<String> {
    if part.len() > MAX_PART {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(part).ok()?;
    String::from_utf8(bytes).ok().filter(|text| text.starts_with('{'))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn token(claims: &str) -> String {
        let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
        format!("{}.{}.{}", encode("{\"alg\":\"HS256\"}"), encode(claims), encode("made up"))
    }

    #[test]
    fn expiry_is_read_and_the_value_is_not_shown() {
        let text = format!(
            "Bearer {}, x",
            token("{\"sub\":\"someone\",\"exp\":1795244400,\"iat\":1795240800.5}")
        );
        let found: Vec<_> = read(&text).collect();
        assert_eq!(
            found[0].1,
            "A JSON Web Token, issued Sat, 21 Nov 2026 06:00:00 GMT, that expires Sat, 21 Nov 2026 07:00:00 GMT; its value is not shown.",
        );
        assert!(text.get(found[0].0.clone()).unwrap().starts_with("eyJ"));
    }

    #[test]
    fn what_only_looks_like_a_token() {
        assert!(read("eyJust a word").next().is_none());
        assert!(read(&format!("eyJ{}.x", "A".repeat(40))).next().is_none());
        assert!(read(&token("{}")).any(|(_, meaning)| meaning.contains("without an expiry")));
    }
}
