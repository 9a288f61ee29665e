//! Plain text by which gateways say that no service answered behind them. The text alone tells what happened,
//! also where its status was not pasted.
//!
//! Source: the answers of Envoy (also in Istio and other meshes), the nginx ingress of Kubernetes, and
//! Traefik, as their manuals and code write them.

use crate::catalog::Outcome;
use crate::decode::output::Fault;
use crate::decode::payload::Payload;
use crate::decode::reading::{Message, Reading, Term};

const ENVOY: &str = "Envoy, the gateway that writes this text,";
const INGRESS: &str = "The nginx ingress of Kubernetes";
const TRAEFIK: &str = "Traefik, the gateway that writes this text,";

/// How the texts begin.
const TERMS: &[Term] = &[
    Term {
        name: "upstream connect error or disconnect/reset before headers",
        condition: "upstream-failed",
        summary: "A gateway could not reach the service behind it, or lost the connection before an answer came.",
        steps: &[],
        source: ENVOY,
    },
    Term {
        name: "upstream request timeout",
        condition: "upstream-timeout",
        summary: "A gateway waited for the service behind it, and no answer came in time.",
        steps: &[],
        source: ENVOY,
    },
    Term {
        name: "no healthy upstream",
        condition: "service-unavailable",
        summary: "A gateway has no working copy of the service that it could hand the request to.",
        steps: &[],
        source: ENVOY,
    },
    Term {
        name: "no available server",
        condition: "service-unavailable",
        summary: "A gateway has no working copy of the service that it could hand the request to.",
        steps: &[],
        source: TRAEFIK,
    },
    Term {
        name: "default backend - 404",
        condition: "endpoint-not-found",
        summary: "A gateway knows no service for this host and path.",
        steps: &[],
        source: INGRESS,
    },
];
/// A text with more than this many bytes is about such an answer, not one.
const LONGEST: usize = 500;

pub(super) fn read(message: &Message<'_>) -> Option<Reading> {
    let text = message.text().trim();
    if !matches!(message.payload, Payload::Text) || text.len() > LONGEST {
        return None;
    }
    let term = TERMS.iter().find(|term| text.starts_with(term.name))?;
    Some(Reading {
        application: Outcome::Failure,
        fault: Some(Fault { message: Some(text.into()), ..Fault::default() }),
        term: Some(term),
        ..Reading::new("gateway-text")
    })
}
