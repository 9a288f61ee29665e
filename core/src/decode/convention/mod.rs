//! Shapes that many services share, one file each. They know no vendor.
//!
//! Tried after the vendor's own shapes, in the order of [`CONVENTIONS`].

mod message_member;
mod oauth;
mod operation_outcome;
mod problem_details;
mod soap;
pub(super) mod spring;
mod web_page;

use super::reading::{Message, Reading};

/// Reads the content, where it has the shape.
type Convention = fn(&Message<'_>) -> Option<Reading>;

/// Every convention, the most particular first.
const CONVENTIONS: &[Convention] = &[
    soap::read,
    operation_outcome::read,
    problem_details::read,
    oauth::read,
    spring::read,
    web_page::read,
    message_member::read,
];

/// Reads the content by the first convention that it follows.
pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    CONVENTIONS.iter().find_map(|convention| convention(message))
}
