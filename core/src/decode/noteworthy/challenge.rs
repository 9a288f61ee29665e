//! `WWW-Authenticate` and `Proxy-Authenticate`: how to sign in (RFC 9110 section 11.6.1, RFC 6750 section 3).
//!
//! Read leniently: parameters may be separated by white space, as one vendor writes them, and quotation
//! marks inside a value may stand unescaped.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::Situation;
use crate::decode::envelope::Envelope;

/// Parameters of one field that are read; each reads on to find its end.
const MAX_PARAMETERS: usize = 32;

/// A challenge and its parameters, in the order in which they came.
#[derive(Debug, PartialEq, Eq)]
struct Challenge<'v> {
    scheme: &'v str,
    parameters: Vec<(&'v str, &'v str)>,
    /// False where parameters are not separated by commas, as the grammar wants.
    is_well_formed: bool,
    /// Whether parameters follow that were not read.
    goes_on: bool,
}

/// What the error words of RFC 6750 and of OAuth say.
const ERRORS: &[(&str, &str)] = &[
    ("invalid_token", "the token is expired, revoked or malformed"),
    ("invalid_request", "the request lacks something or repeats something"),
    ("insufficient_scope", "the token is valid but does not allow this"),
    ("invalid_scope", "the scope asked for is unknown or not allowed"),
    ("unauthorized", "the session is not, or no longer, signed in"),
    ("token_error", "the token could not be used"),
];

pub(super) fn explain(value: &str, situation: &Situation<'_>) -> Option<String> {
    let challenge = parse(value)?;
    let parameter = |name: &str| {
        challenge
            .parameters
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| *value)
            .filter(|value| !value.is_empty() && !value.contains("eyJ"))
    };
    let how = match challenge.scheme.to_ascii_lowercase().as_str() {
        "bearer" => "Sign in with a bearer token".to_string(),
        "basic" => "Sign in with user name and password".into(),
        "digest" => "Sign in with a digest of the password".into(),
        "negotiate" | "ntlm" => "Sign in with the Windows account".into(),
        "cookie" => "Sign in with a session cookie".into(),
        _ => format!("Sign in with the scheme {}", challenge.scheme),
    };
    let mut parts = vec![match parameter("realm") {
        Some(realm) => format!("{how} for {realm}"),
        None => how,
    }];
    let error = parameter("error").or_else(|| parameter("error_code"));
    parts.extend(error.map(|error| match ERRORS.iter().find(|(known, _)| *known == error) {
        Some((_, meaning)) => format!("{error}: {meaning}"),
        None => format!("error {error}"),
    }));
    parts.extend(parameter("scope").map(|scope| format!("scope needed: {scope}")));
    parts.extend(parameter("error_description").map(|text| format!("“{text}”")));
    let mut said = parts.join("; ");
    said.push('.');
    if !challenge.is_well_formed {
        said.push_str(" The parameters are not separated by commas, which strict clients refuse.");
    }
    if situation.status == 401 && parameter("error") == Some("insufficient_scope") {
        said.push_str(" RFC 6750 has 403 for this.");
    }
    Some(said)
}

/// The word by which the response's challenge names its error (RFC 6750 section 3).
pub(crate) fn error<'e>(envelope: &'e Envelope<'_>) -> Option<&'e str> {
    let challenge = parse(&envelope.field("www-authenticate")?.value)?;
    challenge.parameters.into_iter().find(|(name, _)| *name == "error").map(|(_, error)| error)
}

/// Whether a challenge has more parameters than are read.
pub(super) fn goes_on(value: &str) -> bool {
    parse(value).is_some_and(|challenge| challenge.goes_on)
}

/// Reads the first challenge of a field.
fn parse(value: &str) -> Option<Challenge<'_>> {
    let value = value.trim();
    let end = value.find([' ', '\t', ',']).unwrap_or(value.len());
    let scheme = value.get(..end).filter(|scheme| !scheme.is_empty() && !scheme.contains('='))?;
    let mut rest = value.get(end..)?;
    let mut parameters = Vec::new();
    let (mut is_well_formed, mut goes_on) = (true, false);
    loop {
        let separator = rest.len().saturating_sub(rest.trim_start_matches([' ', '\t', ',']).len());
        let has_comma = rest.get(..separator).is_some_and(|between| between.contains(','));
        rest = rest.get(separator..).unwrap_or_default();
        let Some((name, behind)) = rest.split_once('=') else { break };
        // A word that stands alone begins the next challenge, or is a token68.
        if name.is_empty() || name.contains([' ', '"', ',']) {
            break;
        }
        if parameters.len() >= MAX_PARAMETERS {
            goes_on = true;
            break;
        }
        let (value, length) = parameter_value(behind);
        is_well_formed = is_well_formed && (parameters.is_empty() || has_comma);
        parameters.push((name, value));
        rest = behind.get(length..).unwrap_or_default();
    }
    Some(Challenge { scheme, parameters, is_well_formed, goes_on })
}

/// A value, quoted or not, and the length that it takes.
fn parameter_value(text: &str) -> (&str, usize) {
    let Some(inner) = text.strip_prefix('"') else {
        let length = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return (text.get(..length).unwrap_or_default(), length);
    };
    // The closing mark stands before a comma, before the next parameter, or at the end.
    let is_closing = |at: &usize| {
        let behind = inner.get(at.saturating_add(1)..).unwrap_or_default();
        let escaped = inner.get(..*at).is_some_and(|before| before.ends_with('\\'));
        let next = behind.trim_start();
        let begins_parameter = next.len() < behind.len()
            && next.split_once('=').is_some_and(|(name, _)| {
                !name.is_empty()
                    && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            });
        !escaped && (next.is_empty() || next.starts_with(',') || begins_parameter)
    };
    // A mark that does not close is passed over, so often at most: an odd value is shown longer, none is lost.
    let end = inner.match_indices('"').map(|(at, _)| at).take(64).find(is_closing);
    let end = end.unwrap_or(inner.len());
    (inner.get(..end).unwrap_or_default(), end.saturating_add(2).min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: &str) {
        assert_eq!(
            explain(value, &Situation { status: 401, date: None, is_cut: false }).as_deref(),
            Some(expected)
        );
    }

    #[test]
    fn challenges_in_words() {
        check(
            "Basic realm=\"Staff\", charset=\"UTF-8\"",
            "Sign in with user name and password for Staff.",
        );
        check(
            "Bearer error=\"invalid_token\", error_description=\"The token expired\"",
            "Sign in with a bearer token; invalid_token: the token is expired, revoked or malformed; “The token expired”.",
        );
        check("Bearer", "Sign in with a bearer token.");
        check("Custom a=b", "Sign in with the scheme Custom.");
    }

    #[test]
    fn parameters_without_commas_and_with_bare_quotation_marks() {
        check(
            "bearer realm=\"example.com\" error=\"insufficient_scope\" scope=\"1.2.3;1.2.4\" error_description=\"Policy \"Login\" was violated\"",
            "Sign in with a bearer token for example.com; insufficient_scope: the token is valid but does not allow this; scope needed: 1.2.3;1.2.4; “Policy \"Login\" was violated”. The parameters are not separated by commas, which strict clients refuse. RFC 6750 has 403 for this.",
        );
    }

    #[test]
    fn truncated_and_odd_values() {
        check("Bearer realm=\"cut of", "Sign in with a bearer token for cut of.");
        check("Bearer realm=", "Sign in with a bearer token.");
        assert_eq!(parse(""), None);
    }
}
