//! An answer as Markdown.

use super::{again, title};
use crate::state::answer::Answer;
use crate::state::clock::Clock;
use crate::state::words;

/// The answer, with what to ask and whom.
pub(super) fn markdown(answer: &Answer, now: Clock, address: Option<&str>) -> String {
    let mut lines = vec![
        format!("**{}**", escaped(&title(answer))),
        String::new(),
        escaped(&answer.summary),
        String::new(),
    ];
    lines.push(format!("- **Who acts:** {}", words::actor(answer.actor)));
    lines.push(format!("- **Try again:** {}", again(answer, now)));
    if let Some(status) = &answer.status {
        lines.push(format!("- **HTTP status:** {}", escaped(status)));
    }
    if let Some(contact) = answer.contact {
        lines.push(format!("- **Contact:** {contact}"));
    }
    if !answer.steps.is_empty() {
        lines.push(String::new());
        lines
            .extend(answer.steps.iter().zip(1..).map(|(step, number)| format!("{number}. {step}")));
    }
    for (title, questions) in [
        ("Ask the caller", &answer.ask_caller),
        ("Ask their software vendor", &answer.ask_software_vendor),
    ] {
        if !questions.is_empty() {
            lines.extend([String::new(), format!("**{title}:**"), String::new()]);
            lines.extend(questions.iter().map(|question| format!("- {question}")));
        }
    }
    if let Some(address) = address {
        lines.extend([String::new(), format!("<{address}>")]);
    }
    lines.join("\n")
}

/// Received text as it stands: no mark-up of Markdown or HTML in it has an effect.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, character| {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(character);
        escaped
    })
}
