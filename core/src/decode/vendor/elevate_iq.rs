//! Elevate IQ: a JSON object of four members, which any Spring service may send as well.
//!
//! Source: the vendor's page, which shows `error`, `message`, `timestamp` and `path` and says that the
//! structure may vary.

use alloc::vec;
use alloc::vec::Vec;

use super::{Reader, weak};
use crate::decode::convention;
use crate::decode::output::Evidence;
use crate::decode::payload::Payload;
use crate::decode::reading::{Message, Reading};

pub(super) const READER: Reader = Reader {
    vendor: "elevate-iq",
    hosts: &["elevatebilling.com", "elevateiq.com"],
    records: &[],
    marks,
    asks: |_| false,
    read,
};

/// The members of the vendor's sample; Spring's own default has `status` among them.
const MEMBERS: &[&str] = &["error", "message", "timestamp", "path"];

fn marks(message: &Message<'_>) -> Vec<Evidence> {
    let Payload::Json(json) = &message.payload else { return Vec::new() };
    let Some(root) = json.root() else { return Vec::new() };
    if root.members().nth(MEMBERS.len()).is_some() {
        return Vec::new();
    }
    let names: Vec<&str> = root.members().map(|(name, _)| name).collect();
    if names.len() == MEMBERS.len() && MEMBERS.iter().all(|member| names.contains(member)) {
        vec![weak(
            "exactly the members `error`, `message`, `timestamp`, `path`",
            message.span(root.span()),
        )]
    } else {
        Vec::new()
    }
}

fn read(message: &Message<'_>) -> Option<Reading> {
    let reading = convention::spring::read(message)?;
    Some(Reading { shared_with: Some("services built on Spring"), ..reading })
}
