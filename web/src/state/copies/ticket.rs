//! What a ticket needs, line by line.

use super::{again, one_line};
use crate::state::answer::Answer;
use crate::state::clock::Clock;
use crate::state::words;

/// Stands where somebody has to fill something in.
const BLANK: &str = "________";

/// The lines; what nobody knows here is left as a visible blank.
pub(super) fn ticket(answer: &Answer, now: Clock, address: Option<&str>) -> String {
    let or_blank = |value: Option<String>| value.unwrap_or_else(|| BLANK.into());
    let code = answer.code.map(|code| code.to_string());
    let is_status = answer
        .status
        .as_ref()
        .zip(code.as_ref())
        .is_some_and(|(status, code)| status.split(' ').next() == Some(code.as_str()));
    let time = answer.time.clone().unwrap_or_else(|| format!("{BLANK} (reported {})", now.now()));
    let mut lines = vec![
        ("Vendor", or_blank(answer.vendor_in_words())),
        ("Environment", or_blank(answer.host.clone())),
        ("Endpoint", or_blank(answer.request.clone())),
        ("Time with zone", time),
        ("HTTP status", or_blank(answer.status.clone())),
        ("Code in the body", if is_status { "none".into() } else { or_blank(code) }),
        ("Message", or_blank(answer.message.clone())),
        ("Transaction id", or_blank(answer.reference.clone())),
    ];
    if let Some((failed, all)) = answer.failed_records {
        lines.push(("Records", format!("{failed} of {all} failed")));
    }
    lines.extend([
        ("Reproducible", BLANK.into()),
        ("Already tried", BLANK.into()),
        ("What it means", answer.summary.clone()),
        ("Who acts", words::actor(answer.actor).into()),
        ("Try again", again(answer, now)),
    ]);
    if let Some(contact) = answer.contact {
        lines.push(("Contact", contact.into()));
    }
    lines.push(("Page", or_blank(address.map(Into::into))));
    lines.push(("Data version", format!("Respondex {}", env!("CARGO_PKG_VERSION"))));
    lines
        .into_iter()
        .map(|(name, value)| format!("{name}: {}", one_line(&value)))
        .collect::<Vec<_>>()
        .join("\n")
}
