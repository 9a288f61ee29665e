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

/// What a field that names a vendor's host says of whose answer it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The host answered.
    Answered,
    /// It goes on there, which of a redirect may be another service.
    GoOn,
    /// Pages of the host may read the answer, which is mostly another service's.
    MayRead,
}

/// Fields that can name a host; those that name whoever asked, such as `Referer`, say nothing of the answer.
const HOST_FIELDS: &[(&str, Says)] = &[
    ("host", Says::Answered),
    ("set-cookie", Says::Answered),
    ("location", Says::GoOn),
    ("content-location", Says::GoOn),
    ("link", Says::GoOn),
    ("access-control-allow-origin", Says::MayRead),
];

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
    let (evidence_of_hosts, has_host) = host_marks(message, reader.hosts);
    let is_chosen = chosen == Some(reader.vendor);
    let is_named = named == Some(reader.vendor);
    let is_marked = !evidence.is_empty();
    let confidence = if strong || is_chosen {
        Confidence::Certain
    } else if has_host || is_marked && is_named {
        Confidence::Likely
    } else if is_marked || is_named || !evidence_of_hosts.is_empty() {
        Confidence::Possible
    } else {
        return None;
    };
    if is_chosen {
        let mark = Evidence { mark: "chosen by you".into(), weight: Weight::Strong, span: None };
        evidence.insert(0, mark);
    }
    evidence.extend(evidence_of_hosts);
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

/// What names the vendor's host, and whether any of it leaves little doubt that the host answered.
fn host_marks(message: &Message<'_>, hosts: &[&str]) -> (Vec<Evidence>, bool) {
    let envelope = &message.envelope;
    let names = |value: &str| hosts.iter().any(|host| names_host(value, host));
    let asked = envelope.piece.request.as_ref().and_then(|request| {
        let host = request.host.as_deref()?;
        Some((names(host), request.span))
    });
    let is_redirect = message.status().is_some_and(|status| (300..400).contains(&status));
    let (mut evidence, mut is_sure) = (Vec::new(), false);
    for field in &envelope.fields {
        let same = |(name, _): &&(&str, Says)| field.name.eq_ignore_ascii_case(name);
        let Some((_, says)) = HOST_FIELDS.iter().find(same) else { continue };
        let is_hint = *says != Says::Answered;
        // Who was asked is known better, and the address inside a parameter of an address is somebody else's.
        let value =
            if is_hint { field.value.split(['?', '#']).next() } else { Some(&*field.value) };
        if is_hint && asked.is_some() || !value.is_some_and(names) {
            continue;
        }
        let span = envelope.span(field.span.clone());
        evidence.push(match says {
            Says::Answered => strong(format!("{} names the vendor's host", field.name), span),
            Says::GoOn => weak(format!("{} leads to the vendor's host", field.name), span),
            Says::MayRead => weak(format!("{} lets the vendor's pages read it", field.name), span),
        });
        is_sure |= match says {
            Says::Answered => true,
            Says::GoOn => !is_redirect,
            Says::MayRead => false,
        };
    }
    if let Some((true, span)) = asked {
        let mark = "the request went to the vendor's host".into();
        evidence.push(Evidence { mark, weight: Weight::Strong, span });
        is_sure = true;
    }
    (evidence, is_sure)
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
