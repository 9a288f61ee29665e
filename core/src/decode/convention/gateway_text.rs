//! Plain text by which gateways say that no service answered behind them. Only the message is told.
//!
//! Source: the answers of Envoy (also in Istio and other meshes), the nginx ingress of Kubernetes, and
//! Traefik, as their manuals and code write them.

use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::reading::{Message, Reading};

/// How the texts begin.
const TEXTS: &[&str] = &[
    "upstream connect error or disconnect/reset before headers",
    "upstream request timeout",
    "no healthy upstream",
    "no available server",
    "default backend - 404",
];
/// A text with more than this many bytes is about such an answer, not one.
const LONGEST: usize = 500;

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let text = message.text().trim();
    let known = TEXTS.iter().any(|known| text.starts_with(known));
    if !matches!(message.payload, Payload::Text) || !known || text.len() > LONGEST {
        return None;
    }
    Some(Reading {
        application: Outcome::Failure,
        fault: Some(Fault { message: Some(text.into()), ..Fault::default() }),
        ..Reading::new("gateway-text")
    })
}
