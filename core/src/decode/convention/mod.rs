//! Shapes that many services share, one file each. They know no vendor.
//!
//! Tried after the vendor's own shapes, in the order of [`CONVENTIONS`].

mod aspnet;
pub(super) mod bare_error;
pub(super) mod causes;
mod error_list;
mod fastapi;
mod fhir_bundle;
mod gateway_text;
pub(super) mod hl7_acknowledgement;
mod message_member;
pub(super) mod oauth;
mod oauth_redirect;
pub(super) mod operation_outcome;
mod problem_details;
mod soap;
pub(super) mod spring;
pub(super) mod status_member;
mod success_flag;
pub(super) mod web_page;

use alloc::string::String;

use super::reading::{Message, Reading};

/// Reads the content, where it has the shape.
type Convention = fn(&Message<'_>) -> Option<Reading>;

/// Every convention, the most particular first.
const CONVENTIONS: &[Convention] = &[
    soap::read,
    hl7_acknowledgement::read,
    operation_outcome::read,
    fhir_bundle::read,
    problem_details::read,
    aspnet::read,
    fastapi::read,
    oauth::read,
    oauth_redirect::read,
    spring::read,
    error_list::read,
    success_flag::read,
    web_page::read,
    gateway_text::read,
    message_member::read,
];

/// Reads the content by the first convention that it follows.
pub(crate) fn read(message: &Message<'_>) -> Option<Reading> {
    CONVENTIONS.iter().find_map(|convention| convention(message))
}

/// What there is of several texts, one behind the other.
pub(crate) fn joined(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    parts.into_iter().flatten().reduce(|mut all, part| {
        all.push_str("; ");
        all.push_str(&part);
        all
    })
}

#[cfg(test)]
mod tests {
    use super::{hl7_acknowledgement, oauth, operation_outcome};
    use crate::catalog::Catalog;

    #[test]
    fn every_term_names_a_condition_or_says_what_it_means() {
        let codes = hl7_acknowledgement::CODES.iter().map(|(_, _, _, term)| term);
        let tables = [oauth::TERMS, operation_outcome::TERMS, hl7_acknowledgement::ERRORS];
        for term in tables.into_iter().flatten().chain(codes) {
            let condition = Catalog::builtin().condition(term.condition);
            assert_eq!(condition.is_some(), !term.condition.is_empty(), "{}", term.name);
            assert!(condition.is_some() || !term.summary.is_empty(), "{}", term.name);
        }
    }
}
