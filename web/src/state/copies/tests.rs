//! Every copy of answers from the catalogue and from responses.

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
        text(CopyKind::Ticket, &of_entry("updox/4010"), NOW, None).contains("Endpoint: ________")
    );
}

#[test]
fn a_status_that_is_the_code_is_not_named_twice() {
    let ticket = text(CopyKind::Ticket, &of_text("HTTP/1.1 404 Not Found\n\n"), NOW, None);
    assert!(ticket.contains("HTTP status: 404 Not Found\nCode in the body: none\n"), "{ticket}");
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
    assert!(!text(CopyKind::Reply, &of_entry("updox/4070"), NOW, None).contains("Try again at"));
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
fn received_lines_are_no_lines_of_a_copy() {
    let mut answer = of_entry("updox/4010");
    answer.message = Some("refused\r\nVendor: somebody else\n=1+1".into());
    for kind in [CopyKind::Ticket, CopyKind::Plain, CopyKind::Markdown] {
        let copy = text(kind, &answer, NOW, Some(PAGE));
        assert!(copy.contains("refused Vendor: somebody else =1+1"), "{copy}");
    }
    answer.message = Some("=1+1".into());
    (answer.vendor, answer.code) = (None, None);
    assert!(text(CopyKind::Plain, &answer, NOW, None).starts_with("Response (=1+1)\n"));
}
