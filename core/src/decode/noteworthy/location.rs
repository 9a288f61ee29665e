//! `Location`: what it names depends on the status (RFC 9110 section 10.2.2).

use alloc::string::String;

use super::Situation;

pub(super) fn explain(value: &str, situation: &Situation<'_>) -> Option<String> {
    let meaning = match situation.status {
        201 => "Where the new resource is.",
        202 => "Where the state of the accepted request can be read.",
        301 | 308 => "Where the resource is from now on; the old address should be replaced.",
        302 | 307 => "Where this request has to be sent instead, this once.",
        303 => "Where the answer can be read, with GET.",
        300..=399 => "Where to go instead.",
        _ => return None,
    };
    let lower = value.to_ascii_lowercase();
    let is_sign_in = ["login", "signin", "sign-in", "/oauth", "/connect/authorize"]
        .iter()
        .any(|word| lower.contains(word));
    Some(if is_sign_in && (300..400).contains(&situation.status) {
        alloc::format!("{meaning} It looks like a sign-in page: the call was not authenticated.")
    } else {
        meaning.into()
    })
}
