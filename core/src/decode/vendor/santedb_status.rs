//! The status that goes with a fault of SanteDB, where no status line tells one, and where its exception stands.
//!
//! Source: santedb-restsvc `Util/HttpErrorUtility.cs`.

use core::ops::Range;

use super::santedb::TYPE;
use super::santedb_exceptions::{POLICY_VIOLATION, status_of};
use super::santedb_messages::status_of_message;
use crate::decode::output::{Fault, Notice, NoticeCode, Origin};
use crate::decode::payload::Payload;
use crate::decode::payload::xml::Element;
use crate::decode::reading::{MeantAs, Message, RawFinding};

/// The status by the vendor's own table, and how deep among the causes it stands: the innermost exception that the
/// table lists decides.
pub(super) fn implied(fault: &Fault) -> Option<(u16, usize)> {
    let mut status = None;
    let mut depth = 0usize;
    let mut next = Some(fault);
    while let Some(fault) = next {
        let kind = fault.kind.as_deref().unwrap_or_default();
        let own = match (kind, fault.policy_outcome.as_deref()) {
            (POLICY_VIOLATION, Some("Elevate")) => Some(401),
            // Whoever was granted something was refused nothing.
            (POLICY_VIOLATION, Some("Grant")) => None,
            (POLICY_VIOLATION, _) => Some(403),
            _ => status_of(kind).or_else(|| status_of_message(fault.message.as_deref()?)),
        };
        status = own.map(|own| (own, depth)).or(status);
        depth = depth.saturating_add(1);
        next = fault.cause.as_deref();
    }
    status
}

/// Says that a fault refuses and grants in one.
pub(super) fn contradiction(fault: &Fault) -> Option<Notice> {
    let mut chain = core::iter::successors(Some(fault), |fault| fault.cause.as_deref());
    let is_granted = |fault: &Fault| {
        fault.kind.as_deref() == Some(POLICY_VIOLATION)
            && fault.policy_outcome.as_deref() == Some("Grant")
    };
    chain.any(is_granted).then(|| Notice {
        code: NoticeCode::Contradiction,
        message: "The fault is the violation of a policy, but its outcome is Grant, which refuses nothing; ask whoever runs the server."
            .into(),
        span: None,
    })
}

/// Where the exception stands that many causes deep.
fn place_of_exception(message: &Message<'_>, depth: usize) -> Option<Range<usize>> {
    match &message.payload {
        Payload::Xml(xml) => {
            let mut causes = core::iter::successors(xml.root(), |fault| fault.child("cause"));
            let fault = causes.nth(depth)?;
            let named = fault.child("type").or_else(|| fault.child("message"));
            Some(named.map_or_else(|| fault.span(), Element::text_span))
        }
        Payload::Json(json) => {
            let mut causes = core::iter::successors(json.root(), |fault| fault.get("cause"));
            let fault = causes.nth(depth)?;
            let named = fault.get_any(TYPE).or_else(|| fault.get("message"));
            Some(named.unwrap_or(fault).span())
        }
        Payload::Text => {
            let text = message.text();
            let start = text.len().saturating_sub(text.trim_start().len());
            Some(start..text.trim_end().len().max(start))
        }
        Payload::Hl7(_) | Payload::Html | Payload::Empty => None,
    }
}

/// The status that the vendor's code gives to the exception, where no status line tells one.
pub(super) fn finding(message: &Message<'_>, fault: &Fault) -> Option<RawFinding> {
    if message.status().is_some() {
        return None;
    }
    let (status, depth) = implied(fault)?;
    let mut chain = core::iter::successors(Some(fault), |fault| fault.cause.as_deref());
    Some(RawFinding {
        code: status.into(),
        meant_as: MeantAs::Status,
        owner: None,
        origin: Origin::Body,
        message: chain.nth(depth)?.message.clone(),
        span: message.span(place_of_exception(message, depth)?),
    })
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;

    use super::*;

    #[test]
    fn implied_status_comes_from_the_innermost_known_exception() {
        let inner = Fault { kind: Some("KeyNotFoundException".into()), ..Fault::default() };
        let outer = Fault {
            kind: Some("ArgumentException".into()),
            cause: Some(Box::new(inner)),
            ..Fault::default()
        };
        assert_eq!(implied(&outer), Some((404, 1)));
    }
}
