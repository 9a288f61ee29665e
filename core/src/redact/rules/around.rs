//! Names that mean something only by what lies around them, and objects that pair a name with a value.

use crate::redact::kind::Kind;
use crate::redact::kind::Kind::{Address, Cookie, Person, Phone, Photo, RecordNumber};

/// Objects and lists whose members are read in their light.
const CONTAINERS: &[(&str, Container)] = &[
    ("address", Container::Address),
    ("addresses", Container::Address),
    ("identifier", Container::Identifier),
    ("telecom", Container::Telecom),
    ("name", Container::Name),
    ("names", Container::Name),
    ("photo", Container::Photo),
    ("cookies", Container::Cookies),
    ("patient", Container::Person),
    ("caregiver", Container::Person),
    ("member", Container::Person),
    ("subscriber", Container::Person),
    ("subject", Container::Person),
    ("insured", Container::Person),
    ("guarantor", Container::Person),
    ("guardian", Container::Person),
    ("contact", Container::Person),
    ("employee", Container::Person),
    ("practitioner", Container::Person),
    ("generalpractitioner", Container::Person),
    ("performer", Container::Person),
    ("requester", Container::Person),
    ("recorder", Container::Person),
    ("asserter", Container::Person),
    ("beneficiary", Container::Person),
    ("policyholder", Container::Person),
    ("emergencycontact", Container::Person),
    ("nurse", Container::Person),
    ("physician", Container::Person),
    ("coordinator", Container::Person),
    ("errors", Container::Errors),
    ("fielderrors", Container::Errors),
    ("modelstate", Container::Errors),
    ("validationerrors", Container::Errors),
    ("violations", Container::Errors),
    ("headers", Container::Headers),
];

/// What an object is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::redact) enum Container {
    #[default]
    Other,
    Address,
    Identifier,
    Telecom,
    Name,
    Photo,
    /// The cookies of a HAR file.
    Cookies,
    Person,
    /// Its members are named for fields, and their values are sentences of the vendor.
    Errors,
    Headers,
}

/// What a member says in its container, where its name alone says nothing.
const MEMBERS: &[(Container, &[&str], Kind)] = &[
    (
        Container::Address,
        &[
            "line", "line1", "line2", "line3", "text", "display", "district", "house", "unit",
            "value",
        ],
        Address,
    ),
    (Container::Identifier, &["value"], RecordNumber),
    (Container::Telecom, &["value"], Phone),
    (Container::Cookies, &["value"], Cookie),
    (Container::Name, &["text", "first", "last", "middle", "given", "family"], Person),
    (Container::Photo, &["data", "url"], Photo),
    (Container::Person, &["name", "display", "first", "last"], Person),
];

/// Members that name another one: HAR and Postman, forms, validation errors, settings.
pub(in crate::redact) const NAMING: &[&str] =
    &["name", "key", "field", "target", "header", "param", "parameter", "property", "propertyname"];

/// Members that hold what the other one names.
pub(in crate::redact) const NAMED: &[&str] =
    &["value", "rejectedvalue", "attemptedvalue", "attributevalue", "default"];

pub(in crate::redact) fn container(plain: &str) -> Container {
    let known = CONTAINERS.iter().find(|(name, _)| *name == plain).map(|(_, container)| *container);
    // `homeAddress`, `mailing_addresses`.
    let is_address = plain.ends_with("address") || plain.ends_with("addresses");
    known.unwrap_or(if is_address { Container::Address } else { Container::Other })
}

pub(in crate::redact) fn member(container: Container, plain: &str) -> Option<Kind> {
    let mut rows = MEMBERS.iter().filter(|(known, ..)| *known == container);
    rows.find(|(_, names, _)| names.contains(&plain)).map(|(.., kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_means_something_only_in_its_container() {
        assert_eq!(member(container("identifier"), "value"), Some(Kind::RecordNumber));
        assert_eq!(member(container("homeaddress"), "line"), Some(Kind::Address));
        assert_eq!(member(container("issue"), "line"), None);
        assert_eq!(member(container("details"), "text"), None);
    }
}
