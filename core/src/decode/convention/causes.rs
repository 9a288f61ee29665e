//! Faults that are nested in each other, read from the outside in without recursion.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use crate::counted::grouped;
use crate::decode::options::DecodeLimits;
use crate::decode::output::{Fault, Notice, NoticeCode};

/// Reads a fault and what caused it.
pub(crate) fn chain<Node: Copy>(
    root: Node,
    read_one: fn(Node, &DecodeLimits) -> Fault,
    cause_of: fn(Node) -> Option<Node>,
    limits: &DecodeLimits,
    notices: &mut Vec<Notice>,
) -> Option<Fault> {
    let mut faults = Vec::new();
    let mut next = Some(root);
    while let Some(node) = next {
        if faults.len() >= limits.causes {
            notices.push(too_many_causes(limits));
            break;
        }
        let fault = read_one(node, limits);
        if !faults.is_empty() && fault == Fault::default() {
            break;
        }
        faults.push(fault);
        next = cause_of(node);
    }
    faults.into_iter().rev().reduce(|cause, mut outer| {
        outer.cause = Some(Box::new(cause));
        outer
    })
}

/// What is said where a fault has more causes than are listed.
pub(crate) fn too_many_causes(limits: &DecodeLimits) -> Notice {
    Notice {
        code: NoticeCode::TooMany,
        message: format!(
            "The chain of causes is longer than {}; the rest is not listed.",
            grouped(limits.causes)
        ),
        span: None,
    }
}
