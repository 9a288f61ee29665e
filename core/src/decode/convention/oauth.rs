//! OAuth 2 error answers (RFC 6749 section 5.2): a snake-case `error` with its description, and what each
//! registered error asks of whom.
//!
//! `error_detail` and `data` are additions of servers, as in santedb-restsvc `OAuthError.cs`.

use alloc::format;
use alloc::string::String;

use super::joined;
use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::payload::json::Value;
use crate::decode::reading::{Message, Reading, Term};

const RFC_6749: &str = "RFC 6749, section 5.2,";
const RFC_6749_PAGE: &str = "RFC 6749, section 4.1.2.1,";
const RFC_6750: &str = "RFC 6750, section 3.1,";
const RFC_8628: &str = "RFC 8628, section 3.5,";
const OPENID: &str = "OpenID Connect Core 1.0, section 3.1.2.6,";
const CUSTOM: &str = "The custom of token services, no RFC,";
const TRY_LATER: &[&str] = &["Wait a little, then ask for the token again."];

/// The errors that RFC 6749, RFC 6750, RFC 8628 and `OpenID` Connect register, and two that are common without.
pub(super) const TERMS: &[Term] = &[
    Term {
        name: "invalid_request",
        condition: "malformed-request",
        summary: "The token service finds a parameter missing, repeated or malformed.",
        steps: &[
            "Read error_description for the parameter that is meant.",
            "Compare the parameters with the vendor's page, and check that they are sent as a form.",
            "Correct the request and send it again.",
        ],
        source: RFC_6749,
    },
    Term {
        name: "invalid_client",
        condition: "authentication-failed",
        summary: "The token service does not accept the application: its client id or its secret is wrong, or sent in another way than agreed.",
        steps: &[
            "Check client_id and client_secret, and that both are for this environment.",
            "Check whether they belong in the Authorization field or in the form.",
            "Ask for a new secret if it may have expired.",
        ],
        source: RFC_6749,
    },
    Term {
        name: "invalid_grant",
        condition: "authentication-failed",
        summary: "What was to be exchanged for a token is wrong, used up, expired or revoked: a password, a code or a refresh token.",
        steps: &[
            "With a password: check user name and password.",
            "With a code or a refresh token: it is no longer good, so sign in again to get another.",
            "Check that client_id and redirect address are those of the first step.",
        ],
        source: RFC_6749,
    },
    Term {
        name: "unauthorized_client",
        condition: "not-permitted",
        summary: "The application is known, but may not get a token in this way.",
        steps: &["Ask whoever registered the application to allow this grant type for it."],
        source: RFC_6749,
    },
    Term {
        name: "unsupported_grant_type",
        condition: "invalid-value",
        summary: "The token service does not offer the grant type that was asked for.",
        steps: &[
            "Check how grant_type is spelled, and that the request is sent as a form.",
            "Use a grant type that the vendor documents.",
        ],
        source: RFC_6749,
    },
    Term {
        name: "invalid_scope",
        condition: "invalid-value",
        summary: "The scope that was asked for is unknown, malformed or more than may be given.",
        steps: &["Ask only for scopes that the application was granted, separated by spaces."],
        source: RFC_6749,
    },
    Term {
        name: "access_denied",
        condition: "not-permitted",
        summary: "The person who was asked, or the server, refused to give access.",
        steps: &[
            "Ask the person to sign in again and to agree.",
            "If nobody was asked, have the permission granted.",
        ],
        source: RFC_6749_PAGE,
    },
    Term {
        name: "unsupported_response_type",
        condition: "invalid-value",
        summary: "The server does not offer the response type that was asked for.",
        steps: &["Use a response_type that the vendor documents."],
        source: RFC_6749_PAGE,
    },
    Term {
        name: "unsupported_response_mode",
        condition: "invalid-value",
        summary: "The server does not offer the response mode that was asked for: the way in which it should hand over the answer.",
        steps: &["Use a response_mode that the vendor documents, or leave it out."],
        source: CUSTOM,
    },
    Term {
        name: "server_error",
        condition: "server-error",
        summary: "The token service met with something that it did not expect.",
        steps: &[],
        source: RFC_6749_PAGE,
    },
    Term {
        name: "temporarily_unavailable",
        condition: "service-unavailable",
        summary: "The token service is overloaded or under maintenance.",
        steps: TRY_LATER,
        source: RFC_6749_PAGE,
    },
    Term {
        name: "invalid_token",
        condition: "token-expired",
        summary: "The access token is expired, revoked, malformed or not good here.",
        steps: &[],
        source: RFC_6750,
    },
    Term {
        name: "insufficient_scope",
        condition: "not-permitted",
        summary: "The access token is good, but does not allow this request.",
        steps: &[
            "Ask for a token with the scope that the response names.",
            "If it is refused, have the permission granted.",
        ],
        source: RFC_6750,
    },
    Term {
        name: "authorization_pending",
        condition: "verification-required",
        summary: "The person has not finished signing in on the other device.",
        steps: &["Go on asking at the interval that was agreed, until the person is done."],
        source: RFC_8628,
    },
    Term {
        name: "slow_down",
        condition: "rate-limited",
        summary: "The sign-in is still open, and the application asks too often.",
        steps: &["Wait five seconds longer between two requests, from now on."],
        source: RFC_8628,
    },
    Term {
        name: "expired_token",
        condition: "token-expired",
        summary: "The code for signing in on another device has expired.",
        steps: &["Begin the sign-in again to get a new code."],
        source: RFC_8628,
    },
    Term {
        name: "interaction_required",
        condition: "verification-required",
        summary: "The server has to ask the person something, and was told not to.",
        steps: &["Send the person to the sign-in again, without prompt=none."],
        source: OPENID,
    },
    Term {
        name: "login_required",
        condition: "verification-required",
        summary: "The person is not signed in, and the server was told not to ask.",
        steps: &["Send the person to the sign-in again, without prompt=none."],
        source: OPENID,
    },
    Term {
        name: "account_selection_required",
        condition: "verification-required",
        summary: "The person has several accounts, and the server was told not to ask which.",
        steps: &["Send the person to the sign-in again, without prompt=none."],
        source: OPENID,
    },
    Term {
        name: "consent_required",
        condition: "verification-required",
        summary: "The person has not agreed yet, and the server was told not to ask.",
        steps: &[
            "Send the person to the sign-in again, without prompt=none, and let them agree.",
            "Where only an administrator may agree, ask them.",
        ],
        source: OPENID,
    },
    Term {
        name: "invalid_request_uri",
        condition: "invalid-value",
        summary: "The address given as request_uri could not be read, or what stands there is wrong.",
        steps: &["Check that the server can reach request_uri, and what is there."],
        source: OPENID,
    },
    Term {
        name: "invalid_request_object",
        condition: "invalid-value",
        summary: "The signed request in the parameter request is not valid.",
        steps: &["Check its signature, its keys and its claims."],
        source: OPENID,
    },
    Term {
        name: "request_not_supported",
        condition: "invalid-value",
        summary: "The server does not take the parameter request.",
        steps: &["Send its values as parameters of their own."],
        source: OPENID,
    },
    Term {
        name: "request_uri_not_supported",
        condition: "invalid-value",
        summary: "The server does not take the parameter request_uri.",
        steps: &["Send its values as parameters of their own."],
        source: OPENID,
    },
    Term {
        name: "registration_not_supported",
        condition: "invalid-value",
        summary: "The server does not take the parameter registration.",
        steps: &["Register the application beforehand."],
        source: OPENID,
    },
    Term {
        name: "mfa_required",
        condition: "verification-required",
        summary: "The name and the password are not enough: a second factor is wanted.",
        steps: &["Have the person enter the second factor, and send it with the request."],
        source: CUSTOM,
    },
];

/// What an error in a challenge means; the errors of token services mean something else there.
pub(crate) fn of_challenge(error: &str) -> Option<&'static Term> {
    Term::find(TERMS, error).filter(|term| term.source == RFC_6750)
}

pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    let Payload::Json(json) = &message.payload else { return None };
    let root = json.root()?;
    let error = root.get("error").and_then(Value::as_str)?;
    // A phrase such as "Bad Request" is somebody else's `error`.
    let is_token =
        !error.is_empty() && error.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let text = |name: &str| {
        root.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(String::from)
    };
    let described = ["error_description", "error_uri"].iter().any(|name| root.get(name).is_some());
    let term = Term::find(TERMS, error);
    if !is_token || !(described || term.is_some()) {
        return None;
    }
    let page = text("error_uri").map(|page| format!("error_uri: {page}"));
    Some(Reading {
        application: Outcome::Failure,
        // RFC 6749 section 5.2 has this status for whatever has no other.
        implied_status: Some(400),
        term,
        fault: Some(Fault {
            kind: Some(error.into()),
            message: text("error_description"),
            detail: joined([text("error_detail"), root.get("data").and_then(data), page]),
            ..Fault::default()
        }),
        ..Reading::new("oauth-error")
    })
}

/// The members of an object, as `name: value`.
fn data(data: Value<'_>) -> Option<String> {
    joined(
        data.members().map(|(name, value)| value.to_text().map(|value| format!("{name}: {value}"))),
    )
}
