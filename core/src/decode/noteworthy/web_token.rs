//! JSON Web Tokens (RFC 7519): named, their times read, their signature and content never shown.

use alloc::format;
use alloc::string::String;
use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::timestamp;
use crate::decode::payload::json::{Json, Value};

/// The longest part of a token that is opened, in bytes; claims are a few hundred.
const MAX_PART: usize = 16_384;
/// How the first part begins: `{"` in base64.
const BEGINNING: &str = "eyJ";

/// A token in a text.
pub(crate) struct Token {
    pub(crate) place: Range<usize>,
    /// What can be said of it.
    pub(crate) meaning: String,
    /// Whether it is longer than is opened.
    pub(crate) is_too_long: bool,
}

/// Every token in a text.
pub(crate) fn read(text: &str) -> impl Iterator<Item = Token> {
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
        let token = rest.get(..length)?;
        let place = start..behind;
        if is_too_long(token) {
            let meaning =
                "What may be a JSON Web Token, too long to be opened; its value is not shown."
                    .into();
            return Some(Token { place, meaning, is_too_long: true });
        }
        Some(Token { place, meaning: explain(token)?, is_too_long: false })
    })
}

/// Whether a part is longer than is opened; base64 in general has no second part.
fn is_too_long(token: &str) -> bool {
    let mut parts = token.split('.');
    let (header, claims) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    !claims.is_empty() && header.len().max(claims.len()) > MAX_PART
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
            found[0].meaning,
            "A JSON Web Token, issued Sat, 21 Nov 2026 06:00:00 GMT, that expires Sat, 21 Nov 2026 07:00:00 GMT; its value is not shown.",
        );
        assert!(text.get(found[0].place.clone()).unwrap().starts_with("eyJ"));
    }

    #[test]
    fn what_only_looks_like_a_token() {
        assert!(read("eyJust a word").next().is_none());
        assert!(read(&format!("eyJ{}.x", "A".repeat(40))).next().is_none());
        assert!(read(&token("{}")).any(|token| token.meaning.contains("without an expiry")));
    }
}
