//! The vendors' own responses, one file each. No file uses another one's.
//!
//! Adding a vendor is a new file and one line in [`READERS`].

mod elevate_iq;
mod hhaexchange;
mod hhaexchange_rest;
mod santedb;
mod santedb_exceptions;
mod santedb_messages;
mod santedb_page;
mod updox;
mod vision;

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::output::{Confidence, Evidence, VendorGuess, Weight};
use super::reading::{Message, Reading};
use crate::span::Span;

/// How one vendor's responses are recognized and read.
#[derive(Debug)]
pub(crate) struct Reader {
    /// Vendor id.
    pub(crate) vendor: &'static str,
    /// Domains that only the vendor has.
    hosts: &'static [&'static str],
    /// The marks that speak for the vendor, in fields and content.
    marks: fn(&Message<'_>) -> Vec<Evidence>,
    /// Reads the content, where it has one of the vendor's shapes.
    pub(crate) read: fn(&Message<'_>) -> Option<Reading>,
}

/// Every vendor. Add one here, once.
const READERS: &[Reader] =
    &[hhaexchange::READER, vision::READER, santedb::READER, updox::READER, elevate_iq::READER];

/// Fields that can name the host which answered.
const HOST_FIELDS: &[&str] =
    &["host", "location", "content-location", "link", "set-cookie", "access-control-allow-origin"];

/// Finds whose response it is, or takes the vendor that the caller chose.
pub(crate) fn recognize(
    message: &Message<'_>,
    chosen: Option<&str>,
) -> Option<(&'static Reader, VendorGuess)> {
    let guesses = READERS.iter().filter_map(|reader| {
        let mut evidence = (reader.marks)(message);
        let strong = evidence.iter().any(|mark| mark.weight == Weight::Strong);
        let hosts = host_marks(message, reader.hosts);
        let confidence = match (strong, hosts.is_empty(), evidence.is_empty()) {
            (true, _, _) => Confidence::Certain,
            (false, false, _) => Confidence::Likely,
            (false, true, false) => Confidence::Possible,
            (false, true, true) => return None,
        };
        evidence.extend(hosts);
        Some((reader, VendorGuess { id: reader.vendor, confidence, evidence }))
    });
    let Some(id) = chosen else {
        // The first of equals wins, so that the answer never depends on chance.
        return guesses.reduce(
            |best, other| if other.1.confidence > best.1.confidence { other } else { best },
        );
    };
    let reader = READERS.iter().find(|reader| reader.vendor == id)?;
    let mut evidence =
        vec![Evidence { mark: "chosen by you".into(), weight: Weight::Strong, span: None }];
    evidence.extend(
        guesses.filter(|(other, _)| other.vendor == id).flat_map(|(_, guess)| guess.evidence),
    );
    Some((reader, VendorGuess { id: reader.vendor, confidence: Confidence::Certain, evidence }))
}

fn host_marks(message: &Message<'_>, hosts: &[&str]) -> Vec<Evidence> {
    message
        .envelope
        .fields
        .iter()
        .filter(|field| HOST_FIELDS.iter().any(|name| field.name.eq_ignore_ascii_case(name)))
        .filter(|field| hosts.iter().any(|host| names_host(&field.value, host)))
        .map(|field| {
            strong(
                format!("{} names the vendor's host", field.name),
                message.envelope.span(field.span.clone()),
            )
        })
        .collect()
}

/// Whether a value holds the host or one below it: `x.updox.com`, not `notupdox.com`.
fn names_host(value: &str, host: &str) -> bool {
    let value = value.to_ascii_lowercase();
    value.match_indices(host).any(|(at, _)| {
        let before = value.get(..at).and_then(|text| text.chars().next_back());
        let after = value.get(at.saturating_add(host.len())..).and_then(|text| text.chars().next());
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !before.is_some_and(is_name) && !after.is_some_and(|c| is_name(c) || c == '.')
    })
}

fn strong(mark: impl Into<String>, span: Span) -> Evidence {
    Evidence { mark: mark.into(), weight: Weight::Strong, span: Some(span) }
}

fn weak(mark: impl Into<String>, span: Span) -> Evidence {
    Evidence { mark: mark.into(), weight: Weight::Weak, span: Some(span) }
}

#[cfg(test)]
mod tests {
    use super::names_host;

    #[test]
    fn hosts_match_whole_names() {
        assert!(names_host("https://cloud.hhaexchange.com/identity", "hhaexchange.com"));
        assert!(!names_host("https://nothhaexchange.com/", "hhaexchange.com"));
        assert!(!names_host("https://hhaexchange.com.evil.example/", "hhaexchange.com"));
    }
}
