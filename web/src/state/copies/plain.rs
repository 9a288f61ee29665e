//! An answer as plain text.

use super::{again, title};
use crate::state::answer::Answer;
use crate::state::clock::Clock;
use crate::state::words;

/// The answer, a line for each thing that it says.
pub(super) fn plain(answer: &Answer, now: Clock, address: Option<&str>) -> String {
    let mut lines = vec![title(answer), answer.summary.clone()];
    lines.push(format!("Who acts: {}", words::actor(answer.actor)));
    lines.extend(
        answer
            .steps
            .iter()
            .zip(1..)
            .map(|(step, number)| format!("{number}. {}", step.replace('`', ""))),
    );
    lines.push(format!("Try again: {}", again(answer, now)));
    lines.extend(answer.contact.map(|contact| format!("Contact: {contact}")));
    lines.extend(address.map(Into::into));
    lines.join("\n")
}
