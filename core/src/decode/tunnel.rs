//! The answer of a proxy that opened a tunnel (RFC 9110 section 9.3.6): no word of the server behind it.

use super::message;
use super::output::{Advice, DecodedResponse};
use super::payload::Payload;
use super::reading::Message;
use crate::catalog::{Actor, Basis, Outcome, Retry, RetryKind};

/// Whether the response answers a CONNECT, so that a proxy speaks and no vendor.
pub(super) fn is_of_proxy(message: &Message<'_>) -> bool {
    let request = message.envelope.piece.request.as_ref();
    request.and_then(|request| request.method.as_deref()) == Some("CONNECT") || is_opened(message)
}

/// Whether it says that the tunnel is open.
pub(super) fn is_opened(message: &Message<'_>) -> bool {
    let Some(line) = &message.envelope.status_line else { return false };
    let is_success = (200..300).contains(&line.status);
    let is_phrase = line.reason.is_some_and(|reason| reason.eq_ignore_ascii_case(message::TUNNEL));
    let request = message.envelope.piece.request.as_ref();
    let is_connect = request.and_then(|request| request.method.as_deref()) == Some("CONNECT");
    is_success && (is_phrase || is_connect) && matches!(message.payload, Payload::Empty)
}

/// Reads it as a step on the way: the server's own response is still to come.
pub(super) fn explain(response: &mut DecodedResponse) {
    response.verdict.transport = Outcome::Interim;
    response.advice = Advice {
        summary: "A proxy opened a tunnel to the server; the server has not answered yet.".into(),
        actor: Actor::Nobody,
        steps: alloc::vec!["Read the response that follows; it is the server's."],
        retry: Retry::new(RetryKind::NotNeeded),
        contact: None,
        basis: Basis::Stated,
        depends_on_vendor: None,
        because: None,
    };
}
