//! What is copied of an answer: the reply, the ticket, and the answer as Markdown, plain text and JSON.

use respondex_core::push_json_text;

use super::answer::Answer;
use super::clock::Clock;
use super::words;

/// Stands where somebody has to fill something in.
const BLANK: &str = "________";

/// Stands for the address of the page until the rest is masked; of a private use area, so in no text.
pub const PLACE_OF_ADDRESS: &str = "\u{e000}";

/// What can be copied of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// What is said to the caller.
    Reply,
    /// What a ticket needs.
    Ticket,
    /// The answer as Markdown.
    Markdown,
    /// The answer as plain text.
    Plain,
    /// The answer as JSON.
    Json,
    /// The address of the page on the code.
    Link,
}

impl CopyKind {
    /// All of them, in the order in which the buttons stand.
    pub const ALL: [Self; 6] =
        [Self::Reply, Self::Ticket, Self::Markdown, Self::Plain, Self::Json, Self::Link];

    /// The words on the button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reply => "Copy reply",
            Self::Ticket => "Copy ticket",
            Self::Markdown => "Markdown",
            Self::Plain => "Plain text",
            Self::Json => "JSON",
            Self::Link => "Copy link",
        }
    }

    /// What was copied, as it is announced.
    pub fn said(self) -> &'static str {
        match self {
            Self::Reply => "Reply copied",
            Self::Ticket => "Ticket summary copied",
            Self::Markdown => "Markdown copied",
            Self::Plain => "Plain text copied",
            Self::Json => "JSON copied",
            Self::Link => "Link copied",
        }
    }

    /// The value of `data-copy`, by which keys find the button.
    pub fn id(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Ticket => "ticket",
            Self::Markdown => "markdown",
            Self::Plain => "plain",
            Self::Json => "json",
            Self::Link => "link",
        }
    }

    /// The keys that copy it, as they are shown.
    pub fn keys(self) -> &'static str {
        match self {
            Self::Reply => "Ctrl+Enter, or C",
            Self::Ticket => "Ctrl+Shift+Enter, or T",
            Self::Markdown => "M",
            Self::Plain => "P",
            Self::Json => "J",
            Self::Link => "L",
        }
    }

    /// The kind that a letter copies.
    pub fn of_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "c" => Self::Reply,
            "t" => Self::Ticket,
            "m" => Self::Markdown,
            "p" => Self::Plain,
            "j" => Self::Json,
            "l" => Self::Link,
            _ => return None,
        })
    }
}

/// The text of a copy, before masking. `address` is that of the page on the code.
pub fn text(kind: CopyKind, answer: &Answer, now: Clock, address: Option<&str>) -> String {
    match kind {
        CopyKind::Reply => reply(answer, Some(now)),
        CopyKind::Ticket => ticket(answer, now, address),
        CopyKind::Markdown => markdown(answer, now, address),
        CopyKind::Plain => plain(answer, now, address),
        CopyKind::Json => json(answer, address),
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
    let named = [answer.vendor.map(String::from), answer.code.map(|code| code.to_string())];
    let named = named.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match &answer.message {
        Some(message) if named.is_empty() => message.clone(),
        Some(message) => format!("{named} ({message})"),
        None if named.is_empty() => "Response".into(),
        None => named,
    }
}

/// What a ticket needs, line by line; what nobody knows here is left as a visible blank.
fn ticket(answer: &Answer, now: Clock, address: Option<&str>) -> String {
    let or_blank = |value: Option<String>| value.unwrap_or_else(|| BLANK.into());
    let code = answer.code.map(|code| code.to_string());
    let is_status = answer
        .status
        .as_ref()
        .zip(code.as_ref())
        .is_some_and(|(status, code)| status.split(' ').next() == Some(code.as_str()));
    let time = answer.time.clone().unwrap_or_else(|| format!("{BLANK} (reported {})", now.now()));
    let mut lines = vec![
        ("Vendor", or_blank(answer.vendor.map(Into::into))),
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
    lines.into_iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("\n")
}

fn again(answer: &Answer, now: Clock) -> String {
    now.tries(&answer.retry).unwrap_or_else(|| words::retry_detail(&answer.retry))
}

fn markdown(answer: &Answer, now: Clock, address: Option<&str>) -> String {
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

fn plain(answer: &Answer, now: Clock, address: Option<&str>) -> String {
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

fn json(answer: &Answer, address: Option<&str>) -> String {
    let texts = |list: &[&str]| {
        let items: Vec<String> = list.iter().map(|item| quoted(item)).collect();
        format!("[{}]", items.join(","))
    };
    let numbers = |list: &[u32]| {
        let items: Vec<String> = list.iter().map(u32::to_string).collect();
        format!("[{}]", items.join(","))
    };
    let said = |value: Option<&str>| value.map(quoted);
    let retry = &answer.retry;
    let mut wait = vec![format!("\"kind\":{}", quoted(retry.kind.id()))];
    if !retry.delays_seconds.is_empty() {
        wait.push(format!("\"delaysSeconds\":{}", numbers(&retry.delays_seconds)));
    }
    wait.extend(retry.repeat_seconds.map(|seconds| format!("\"repeatSeconds\":{seconds}")));
    let members = [
        ("entry", said(answer.entry)),
        ("vendor", said(answer.vendor)),
        ("code", answer.code.map(|code| code.to_string())),
        ("status", said(answer.status.as_deref())),
        ("message", said(answer.message.as_deref())),
        ("summary", Some(quoted(&answer.summary))),
        ("actor", Some(quoted(answer.actor.id()))),
        ("steps", Some(texts(&answer.steps))),
        ("retry", Some(format!("{{{}}}", wait.join(",")))),
        ("askCaller", Some(texts(&answer.ask_caller))),
        ("askSoftwareVendor", Some(texts(&answer.ask_software_vendor))),
        ("contact", said(answer.contact)),
        ("request", said(answer.request.as_deref())),
        ("reference", said(answer.reference.as_deref())),
        ("page", said(address)),
        ("dataVersion", Some(quoted(env!("CARGO_PKG_VERSION")))),
    ];
    let members: Vec<String> = members
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| format!("  {}: {value}", quoted(name))))
        .collect();
    format!("{{\n{}\n}}", members.join(",\n"))
}

fn quoted(text: &str) -> String {
    let mut json = String::new();
    push_json_text(&mut json, text);
    json
}

/// Several codes as one summary.
pub fn list(answers: &[Answer], now: Clock, address: &dyn Fn(&str) -> String) -> String {
    let one = |answer: &Answer| plain(answer, now, answer.page.as_deref().map(address).as_deref());
    let parts: Vec<String> = answers.iter().map(one).collect();
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use respondex_core::{Catalog, DecodeOptions, decode};

    use super::*;

    const NOW: Clock = Clock { second: 14 * 3600, ahead: 60 };
    const PAGE: &str = "https://example.org/code/updox/4010";

    fn of_entry(id: &str) -> Answer {
        Answer::of_entry(Catalog::builtin().entry(id).expect("it is listed"))
    }

    fn of_text(text: &str) -> Answer {
        let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
        Answer::of_response(&decoding.responses[0])
    }

    #[test]
    fn a_ticket_has_what_is_known_and_visible_blanks() {
        let answer = of_text(
            "POST https://api.example.com/v1/messages HTTP/1.1\nHost: api.example.com\n\nHTTP/1.1 200 OK\nDate: Tue, 15 Nov 2022 08:12:31 GMT\nX-Request-Id: made-up-7\n\n{\"successful\":false,\"responseMessage\":\"Unauthorized\",\"responseCode\":4010}",
        );
        let ticket = text(CopyKind::Ticket, &answer, NOW, Some(PAGE));
        let lines: Vec<&str> = ticket.lines().collect();
        for line in [
            "Vendor: Updox",
            "HTTP status: 200 OK",
            "Code in the body: 4010",
            "Message: Unauthorized",
            "Transaction id: made-up-7",
            "Time with zone: Tue, 15 Nov 2022 08:12:31 GMT",
            "Reproducible: ________",
            "Already tried: ________",
            &format!("Page: {PAGE}"),
        ] {
            assert!(lines.contains(&line), "{line}\n{ticket}");
        }
        assert!(
            text(CopyKind::Ticket, &of_entry("updox/4010"), NOW, None)
                .contains("Endpoint: ________")
        );
    }

    #[test]
    fn a_status_that_is_the_code_is_not_named_twice() {
        let ticket = text(CopyKind::Ticket, &of_text("HTTP/1.1 404 Not Found\n\n"), NOW, None);
        assert!(
            ticket.contains("HTTP status: 404 Not Found\nCode in the body: none\n"),
            "{ticket}"
        );
    }

    #[test]
    fn a_reply_names_documented_times_and_no_others() {
        let waits = text(CopyKind::Reply, &of_entry("vision/500"), NOW, None);
        assert!(
            waits.contains(
                "Try again at 14:05, then 14:35, 15:05, 15:35, and on every 30 minutes (UTC+1)."
            ),
            "{waits}"
        );
        assert!(
            !text(CopyKind::Reply, &of_entry("updox/4070"), NOW, None).contains("Try again at")
        );
    }

    #[test]
    fn before_the_clock_runs_the_reply_has_a_blank_line_for_the_times() {
        let reply_of = |id: &str| reply(&of_entry(id), None);
        assert!(reply_of("vision/500").ends_with(".\n\u{a0}"));
        assert_eq!(reply_of("updox/4070"), of_entry("updox/4070").reply);
    }

    #[test]
    fn markdown_lists_what_to_ask_and_whom() {
        let markdown = text(CopyKind::Markdown, &of_entry("vision/401"), NOW, Some(PAGE));
        let asked = "**Ask the caller:**\n\n- When did you last sign in?\n";
        assert!(markdown.contains(asked), "{markdown}");
        assert!(markdown.contains("**Ask their software vendor:**\n\n- Does your program"));
        assert!(markdown.ends_with(&format!("\n\n<{PAGE}>")));
        assert!(!text(CopyKind::Markdown, &of_entry("vision/200"), NOW, None).contains("Ask"));
    }

    #[test]
    fn a_reply_with_its_times_stays_within_sixty_words_and_tells_no_code() {
        for entry in Catalog::builtin().entries() {
            let reply = text(CopyKind::Reply, &Answer::of_entry(entry), NOW, None);
            assert!(reply.starts_with(entry.reply), "{}: {reply}", entry.id);
            assert!(reply.split_whitespace().count() <= 60, "{}: {reply}", entry.id);
        }
    }

    #[test]
    fn a_response_of_a_listed_code_gets_the_reply_of_the_catalogue() {
        let answer = of_text(
            "HTTP/1.1 200 OK\n\n{\"successful\":false,\"responseMessage\":\"Recipient not found\",\"responseCode\":4071}",
        );
        assert_eq!(answer.reply, of_entry("updox/4071").reply);
    }

    #[test]
    fn received_text_is_no_mark_up() {
        let mut answer = of_entry("updox/4010");
        answer.message = Some("<b>*x*</b> [a](b)".into());
        let markdown = text(CopyKind::Markdown, &answer, NOW, None);
        assert!(markdown.contains(r"\<b\>\*x\*\</b\> \[a\](b)"), "{markdown}");
    }

    #[test]
    fn json_is_json() {
        let mut answer = of_entry("vision/500");
        answer.message = Some("quote \" back \\ line \n bell \u{7}".into());
        let json = text(CopyKind::Json, &answer, NOW, Some(PAGE));
        assert!(json.contains(r#""message": "quote \" back \\ line \n bell \u0007""#), "{json}");
        assert!(
            json.contains(
                r#""retry": {"kind":"after-delay","delaysSeconds":[300],"repeatSeconds":1800}"#
            ),
            "{json}"
        );
    }

    #[test]
    fn each_kind_has_a_letter_of_its_own() {
        for kind in CopyKind::ALL {
            let letter = kind.keys().chars().last().expect("it has keys").to_ascii_lowercase();
            assert_eq!(CopyKind::of_letter(&letter.to_string()), Some(kind));
        }
        assert_eq!(CopyKind::of_letter("x"), None);
    }
}
