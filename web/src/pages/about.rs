//! Where the facts come from, how they are marked, privacy, keys.

use respondex_core::{Basis, Catalog};
use yew::Html;

use super::vendors::sources;
use crate::components::entry_facts::pair;
use crate::markup::{el, el_with, line, none, text};
use crate::state::words;

/// The page.
pub fn about() -> Html {
    let paragraph = |words| line("p", "", words);
    let checks = [
        "Open the developer tools of your browser and their network tab, then paste and decode: no request appears.",
        "Once the page has loaded, switch the network off: everything still works.",
        "Look at the page's content policy: a moment after the page has loaded, it forbids every connection.",
    ];
    let marks = [Basis::Stated, Basis::Derived, Basis::Inferred]
        .map(|basis| pair(words::basis(basis), text(words::basis_detail(basis)), none()));
    let keys = [
        ("Ctrl + K", "To the box, from anywhere (Command + K on a Mac)"),
        ("Enter", "In the box: opens the first answer"),
        ("↓", "In the box: to the answers"),
        ("Ctrl + V", "Anywhere outside a box: decodes what you paste"),
        ("Esc", "In the box: empties it"),
        ("Tab", "Through the answers, in order"),
    ]
    .map(|(key, what)| {
        el("div", "pair", vec![el("dt", "", vec![line("kbd", "", key)]), line("dd", "", what)])
    });
    let mut page = vec![
        el_with("h1", &[("tabindex", "-1")], vec![text("About")]),
        line(
            "p",
            "lead",
            "Respondex explains the response codes of vendor APIs: what happened, who has to act, what to do and when to try again. It is not made by any of the vendors.",
        ),
        heading("facts", "How facts are marked"),
        paragraph(
            "Every fact says who says it. The mark beside it opens the source, and the reason where the source does not say it in so many words.",
        ),
        el("dl", "pairs", marks.into()),
        paragraph(
            "Phrases, messages and field names are exact to the letter. Explanations are in our own words. Where a vendor's page contradicts itself, both passages are shown. A number that nobody lists gets no meaning, only the rule that holds for it.",
        ),
        heading("privacy", "Nothing you paste leaves the page"),
        paragraph(
            "Responses are read in your browser. What you paste is not sent, not stored, and not put into the address. It is gone when you leave the page. A short query that you type stands in the address, so that you can share it. This browser remembers the colours, the vendor that you put in front and whether letters are shortcuts; and the codes that you looked at, never a word that you pasted, if you ask for that.",
        ),
        paragraph("You can check it:"),
        el("ol", "", checks.map(|check| line("li", "", check)).into()),
        paragraph(
            "What you copy from a decoded response has secrets and personal data masked as far as they can be recognized: what signs somebody in, names, dates of a life, addresses, numbers of phones, records, plans and accounts. Names in sentences are seen behind a cue only, as in \u{201c}patient\u{2009}\u{2026}\u{201d} or \u{201c}Ms\u{2009}\u{2026}\u{201d}. That helps, but it does not make the text anonymous: read it before you send it.",
        ),
        paragraph(
            "Codes, statuses and the words of messages stay. Ids of transactions and traces stay as well, because an escalation needs them; a switch beside each copy masks them too.",
        ),
        heading("keys", "Keys"),
        el("dl", "pairs", keys.into()),
        heading("sources", "Sources"),
    ];
    page.extend(
        Catalog::builtin()
            .vendors()
            .iter()
            .map(|vendor| el("section", "", vec![line("h3", "", vendor.name), sources(vendor)])),
    );
    el("div", "prose", page)
}

fn heading(id: &'static str, words: &'static str) -> Html {
    el_with("h2", &[("id", id), ("tabindex", "-1")], vec![text(words)])
}
