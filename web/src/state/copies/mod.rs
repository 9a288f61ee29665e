//! What is copied of an answer: the reply, the ticket, and the answer as Markdown, plain text and JSON.

mod json;
mod kind;
mod markdown;
mod plain;
#[cfg(test)]
mod tests;
mod ticket;

pub use kind::CopyKind;

use super::answer::Answer;
use super::clock::Clock;
use super::words;

/// Stands for the address of the page until the rest is masked; of a private use area, so in no text.
pub const PLACE_OF_ADDRESS: &str = "\u{e000}";

/// The text of a copy, before masking. `address` is that of the page on the code.
pub fn text(kind: CopyKind, answer: &Answer, now: Clock, address: Option<&str>) -> String {
    match kind {
        CopyKind::Reply => reply(answer, Some(now)),
        CopyKind::Ticket => ticket::ticket(answer, now, address),
        CopyKind::Markdown => markdown::markdown(answer, now, address),
        CopyKind::Plain => plain::plain(answer, now, address),
        CopyKind::Json => json::json(answer, address),
        CopyKind::Link => address.unwrap_or_default().into(),
    }
}

/// The reply, before masking, as it is shown and copied. Without a clock the line of the times is blank, so that
/// nothing moves when they come.
pub fn reply(answer: &Answer, now: Option<Clock>) -> String {
    let times = match now {
        Some(now) => now.tries(&answer.retry).map(|times| format!("Try again at {times}.")),
        None => (!answer.retry.schedule(1).is_empty()).then(|| "\u{a0}".into()),
    };
    match times {
        Some(times) => format!("{}\n{times}", answer.reply),
        None => answer.reply.clone(),
    }
}

/// Vendor and number in a few words: `Updox 4010 (Unauthorized)`.
fn title(answer: &Answer) -> String {
    let named = [answer.vendor_in_words(), answer.code.map(|code| code.to_string())];
    let named = named.into_iter().flatten().collect::<Vec<_>>().join(" ");
    // What was received never begins a line: a spreadsheet might take it for a formula.
    let named = if named.is_empty() { "Response".into() } else { named };
    match &answer.message {
        Some(message) => format!("{named} ({})", one_line(message)),
        None => named,
    }
}

/// Received text in one line, so that it cannot look like lines of ours.
fn one_line(text: &str) -> String {
    text.split(['\r', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn again(answer: &Answer, now: Clock) -> String {
    now.tries(&answer.retry).unwrap_or_else(|| words::retry_detail(&answer.retry))
}

/// Several codes as one summary.
pub fn list(answers: &[Answer], now: Clock, address: &dyn Fn(&str) -> String) -> String {
    let one =
        |answer: &Answer| plain::plain(answer, now, answer.page.as_deref().map(address).as_deref());
    let parts: Vec<String> = answers.iter().map(one).collect();
    parts.join("\n\n")
}
