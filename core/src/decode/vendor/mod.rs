//! The vendors' own responses, one file each. No file uses another one's.
//!
//! Adding a vendor is a new file and one line in [`READERS`].

mod elevate_iq;
mod hhaexchange;
mod hhaexchange_rest;
mod santedb;
mod santedb_error_result;
mod santedb_exceptions;
mod santedb_messages;
mod santedb_page;
mod santedb_standards;
mod santedb_status;
mod updox;
mod vision;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::envelope::FieldLine;
use super::output::{Confidence, Evidence, RunnerUp, VendorGuess, Weight};
use super::reading::{Message, Reading};
use crate::order;
use crate::span::Span;

/// How one vendor's responses are recognized and read.
#[derive(Debug)]
pub(crate) struct Reader {
    /// Vendor id.
    pub(crate) vendor: &'static str,
    /// Domains that only the vendor has.
    hosts: &'static [&'static str],
    /// Elements that are never a content of their own: several without a root are one answer.
    records: &'static [&'static str],
    /// The marks that speak for the vendor, in fields and content.
    marks: fn(&Message<'_>) -> Vec<Evidence>,
    /// Whether the content is what somebody sends to the vendor.
    asks: fn(&Message<'_>) -> bool,
    /// Reads the content, where it has one of the vendor's shapes.
    pub(crate) read: fn(&Message<'_>) -> Option<Reading>,
}

/// Every vendor. Add one here, once.
const READERS: &[Reader] =
    &[hhaexchange::READER, vision::READER, santedb::READER, updox::READER, elevate_iq::READER];

/// Fields that name the host which answered; those that name whoever asked, such as `Referer`, say nothing of it.
const HOST_FIELDS: &[&str] = &["host", "set-cookie"];
/// Fields that name a host to go on to: of a redirect, and of another service's web page, it may be another one.
const NEXT_HOST_FIELDS: &[&str] =
    &["location", "content-location", "link", "access-control-allow-origin"];

/// Finds whose response it is, or takes the vendor that the caller chose.
///
/// `named` is the vendor that the words around the response name.
pub(crate) fn recognize(
    message: &Message<'_>,
    chosen: Option<&str>,
    named: Option<&str>,
) -> Option<(&'static Reader, VendorGuess)> {
    let mut guesses: Vec<Guess> =
        READERS.iter().filter_map(|reader| guess(message, reader, chosen, named)).collect();
    // Stable: the first of equals wins, so that the answer never depends on chance.
    order::sort_by_key(&mut guesses, |guess| {
        let confidence = match guess.confidence {
            Confidence::Certain => 0,
            Confidence::Likely => 2,
            Confidence::Possible => 4,
        };
        let not = |is_so: bool| u64::from(!is_so);
        not(guess.is_chosen) * 8 + confidence + not(guess.is_named)
    });
    let mut guesses = guesses.into_iter();
    let best = guesses.next()?;
    let runner_up = guesses.next().map(|other| RunnerUp {
        id: other.reader.vendor,
        confidence: other.confidence,
        evidence: other.evidence,
    });
    let guess = VendorGuess {
        id: best.reader.vendor,
        confidence: best.confidence,
        settled_by: settled_by(&best),
        evidence: best.evidence,
        runner_up,
    };
    Some((best.reader, guess))
}

/// Whether a content without a status line is a request to one of the vendors.
pub(crate) fn is_request(message: &Message<'_>) -> bool {
    message.status().is_none() && READERS.iter().any(|reader| (reader.asks)(message))
}

/// Whether an element is a part of a vendor's answer, so that several which lost their root are one.
pub(crate) fn is_record(name: &str) -> bool {
    READERS.iter().any(|reader| reader.records.contains(&name))
}

/// How a vendor's responses are read.
pub(crate) fn reader(id: &str) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.vendor == id)
}

struct Guess {
    reader: &'static Reader,
    is_chosen: bool,
    /// Somebody named it; that says more than a mark which others have too.
    is_named: bool,
    confidence: Confidence,
    evidence: Vec<Evidence>,
}

/// Weighs the marks that speak for one vendor.
fn guess(
    message: &Message<'_>,
    reader: &'static Reader,
    chosen: Option<&str>,
    named: Option<&str>,
) -> Option<Guess> {
    let mut evidence = (reader.marks)(message);
    let strong = evidence.iter().any(|mark| mark.weight == Weight::Strong);
    let hosts = host_marks(message, reader.hosts);
    let next_hosts = next_host_marks(message, reader.hosts);
    let is_chosen = chosen == Some(reader.vendor);
    let is_named = named == Some(reader.vendor);
    let is_marked = !evidence.is_empty();
    let is_redirect = message.status().is_some_and(|status| (300..400).contains(&status));
    let is_sure = |mark: &Evidence| !is_redirect && !mark.mark.starts_with("Access-Control-");
    let has_host = !hosts.is_empty() || next_hosts.iter().any(is_sure);
    let confidence = if strong || is_chosen {
        Confidence::Certain
    } else if has_host || is_marked && is_named {
        Confidence::Likely
    } else if is_marked || is_named || !next_hosts.is_empty() {
        Confidence::Possible
    } else {
        return None;
    };
    if is_chosen {
        let mark = Evidence { mark: "chosen by you".into(), weight: Weight::Strong, span: None };
        evidence.insert(0, mark);
    }
    evidence.extend(hosts);
    evidence.extend(next_hosts);
    if is_named {
        let mark = "the words around the response name the vendor".into();
        evidence.push(Evidence { mark, weight: Weight::Weak, span: None });
    }
    Some(Guess { reader, is_chosen, is_named, confidence, evidence })
}

/// What would make a vendor certain, where no address is known that would.
pub(crate) const SETTLED_BY: &str =
    "Choose the vendor, or paste the whole response with its status line and headers.";

/// What would make a guess certain.
fn settled_by(guess: &Guess) -> Option<String> {
    if guess.confidence == Confidence::Certain {
        return None;
    }
    let hosts = guess.reader.hosts;
    Some(if hosts.is_empty() {
        SETTLED_BY.into()
    } else {
        format!(
            "Choose the vendor, or paste the request as well: its address would be at {}.",
            hosts.join(" or ")
        )
    })
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
        .chain(message.envelope.piece.request.iter().filter_map(|request| {
            let host = request.host.as_deref()?;
            let names = hosts.iter().any(|known| names_host(host, known));
            let mark = "the request went to the vendor's host".into();
            names.then_some(Evidence { mark, weight: Weight::Strong, span: request.span })
        }))
        .collect()
}

/// The fields that send on to the vendor's host, where nothing says that somebody else was asked.
fn next_host_marks(message: &Message<'_>, hosts: &[&str]) -> Vec<Evidence> {
    let request = message.envelope.piece.request.as_ref();
    if request.is_some_and(|request| request.host.is_some()) {
        return Vec::new();
    }
    let fields =
        message.envelope.fields.iter().filter(|field| {
            NEXT_HOST_FIELDS.iter().any(|name| field.name.eq_ignore_ascii_case(name))
        });
    let of_vendor = fields.filter(|field| {
        // Not the address inside a parameter of the address.
        let own = field.value.split(['?', '#']).next().unwrap_or_default();
        hosts.iter().any(|host| names_host(own, host))
    });
    let mark = |field: &FieldLine<'_>| {
        let mark = format!("{} leads to the vendor's host", field.name);
        weak(mark, message.envelope.span(field.span.clone()))
    };
    of_vendor.map(mark).collect()
}

/// Whether a value holds the host or one below it: `x.updox.com`, not `notupdox.com`.
fn names_host(value: &str, host: &str) -> bool {
    let mut places = value.as_bytes().windows(host.len().max(1)).enumerate();
    places.any(|(at, place)| {
        if !place.eq_ignore_ascii_case(host.as_bytes()) {
            return false;
        }
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
