//! The ways in which pastes are wrapped, each as a program or a person does it.

use base64::Engine as _;

/// What a way does to a message.
pub(crate) enum Way {
    /// Rewrites whatever text there is.
    Text(fn(&str) -> String),
    /// Records the message: head and content go to places of their own, so that what was done before concerns the
    /// content alone.
    Recording(fn(&str, &str) -> String),
}

impl Way {
    pub(crate) fn is_recording(&self) -> bool {
        matches!(self, Self::Recording(_))
    }
}

/// A way, and what it is called.
pub(crate) type Named = (&'static str, Way);

/// Every way.
pub(crate) const WAYS: &[Named] = &[
    ("byte-order-mark", Way::Text(|text| format!("\u{feff}{text}"))),
    ("colours", Way::Text(colours)),
    ("mllp", Way::Text(|text| format!("\u{b}{text}\u{1c}\r"))),
    ("bash", Way::Text(|text| format!("user@host:~$ curl -i https://example.com/x\n{text}"))),
    (
        "powershell",
        Way::Text(|text| format!("PS C:\\Users\\new> curl.exe -i https://example.com/x\n{text}")),
    ),
    ("received", Way::Text(|text| before_lines(text, "< "))),
    ("quotation", Way::Text(|text| before_lines(text, "> "))),
    ("deep-quotation", Way::Text(|text| before_lines(text, ">>> "))),
    (
        "mail",
        Way::Text(|text| format!("Hi team,\n\nplease see below.\n\n{text}\n\nThanks,\nBob\n")),
    ),
    ("fence", Way::Text(|text| format!("```http\n{text}\n```"))),
    ("entities", Way::Text(|text| entities(text, "&quot;"))),
    ("numeric-entities", Way::Text(|text| entities(text, "&#34;"))),
    ("typographic", Way::Text(typographic)),
    ("no-break-spaces", Way::Text(|text| text.replace(' ', "\u{a0}"))),
    ("json-string", Way::Text(json_string)),
    ("string-of-net", Way::Text(string_of_net)),
    ("doubly-escaped", Way::Text(|text| json_string(&json_string(text)))),
    ("url", Way::Text(|text| url(text, "%20"))),
    ("form", Way::Text(|text| url(text, "+"))),
    ("crlf", Way::Text(|text| text.replace('\n', "\r\n"))),
    ("cr", Way::Text(|text| text.replace('\n', "\r"))),
    ("mixed-line-ends", Way::Text(|text| text.replacen('\n', "\r", 1).replacen('\n', "\r\n", 1))),
    (
        "times",
        Way::Text(|text| {
            numbered(text, |at| {
                format!("2026-11-21 07:00:{at:02},{at:03} INFO  [main] c.e.Client - ")
            })
        }),
    ),
    ("numbers", Way::Text(|text| numbered(text, |at| format!("{at:>4} | ")))),
    ("editor", Way::Text(|text| numbered(text, |at| format!("{at}: ")))),
    ("breaks", Way::Text(breaks)),
    ("code-lines", Way::Text(code_lines)),
    ("quoted-printable", Way::Text(quoted_printable)),
    ("cut-off", Way::Text(cut_off)),
    ("har", Way::Recording(har)),
];

/// As our own page copies what a terminal showed. Beside the others, whose three at a time are drawn by their count.
pub(crate) const SHOWN_BY_NUMBER: Named = (
    "shown-by-number",
    Way::Text(|text| format!("⟨U+FEFF⟩{}", colours(text).replace('\u{1b}', "⟨U+001B⟩"))),
);

/// Wraps a message in one way after the other.
pub(crate) fn wrap(message: &str, ways: &[&Named]) -> String {
    let (head, content) = message.split_once("\n\n").unwrap_or(("", message));
    let is_recorded = ways.iter().any(|(_, way)| way.is_recording());
    let text = if is_recorded { content } else { message };
    ways.iter().fold(text.to_owned(), |text, (_, way)| match way {
        Way::Text(wrap) => wrap(&text),
        Way::Recording(record) => record(head, &text),
    })
}

fn before_lines(text: &str, mark: &str) -> String {
    text.split('\n').map(|line| format!("{mark}{line}")).collect::<Vec<_>>().join("\n")
}

/// The lines of a text and how each ends, as editors know them.
fn lines(text: &str) -> Vec<(&str, &str)> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n']) {
        let length = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
        lines.push((&rest[..at], &rest[at..at + length]));
        rest = &rest[at + length..];
    }
    lines.push((rest, ""));
    lines
}

fn numbered(text: &str, stamp: fn(usize) -> String) -> String {
    let lines = lines(text).into_iter().enumerate();
    let numbered = lines.map(|(at, (line, end))| [&*stamp(at + 8), line, end].concat());
    numbered.collect()
}

/// As a page shows lines, each in an element of its own.
fn code_lines(text: &str) -> String {
    lines(text).into_iter().map(|(line, end)| ["<code>", line, "</code>", end].concat()).collect()
}

fn breaks(text: &str) -> String {
    let is_last = |end: &str| end.is_empty();
    let lines = lines(text).into_iter();
    lines.map(|(line, end)| [line, if is_last(end) { "" } else { "<br>" }, end].concat()).collect()
}

/// As mails are sent (RFC 2045 section 6.7).
fn quoted_printable(text: &str) -> String {
    const LONGEST: usize = 76;
    let lines = text.split('\n').map(|line| {
        let (mut made, mut length) = (String::new(), 0usize);
        for (at, byte) in line.bytes().enumerate() {
            let is_last = at + 1 == line.len();
            let is_plain =
                matches!(byte, b' '..=b'~' | b'\t') && byte != b'=' && !(is_last && byte == b' ');
            let sign = if is_plain { char::from(byte).to_string() } else { format!("={byte:02X}") };
            if length + sign.len() > LONGEST - 1 {
                made.push_str("=\n");
                length = 0;
            }
            length += sign.len();
            made.push_str(&sign);
        }
        made
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn colours(text: &str) -> String {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    format!("\u{1b}[32m{first}\u{1b}[39;49;00m \u{1b}[1m{rest}\u{1b}[0m")
}

fn entities(text: &str, quote: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', quote)
}

/// Opening and closing marks in turn, as a word processor sets them.
fn typographic(text: &str) -> String {
    let mut marks = ['“', '”'].into_iter().cycle();
    text.chars().map(|c| if c == '"' { marks.next().unwrap_or(c) } else { c }).collect()
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// As .NET writes it, which escapes what markup might read.
fn string_of_net(text: &str) -> String {
    let signs = [
        ("\\\"", "\\u0022"),
        ("<", "\\u003C"),
        (">", "\\u003E"),
        ("&", "\\u0026"),
        ("'", "\\u0027"),
    ];
    signs.iter().fold(json_string(text), |text, (sign, escape)| text.replace(sign, escape))
}

/// As JavaScript's `encodeURIComponent` does it, with a sign of choice for spaces.
fn url(text: &str, space: &str) -> String {
    let sign = |byte: u8| match byte {
        b' ' => space.to_owned(),
        _ if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}

/// Without its last three characters.
pub(crate) fn cut_off(text: &str) -> String {
    let kept = text.chars().count().saturating_sub(3);
    text.chars().take(kept).collect()
}

fn har(head: &str, content: &str) -> String {
    let mut lines = head.lines();
    let mut words = lines.next().unwrap_or_default().splitn(3, ' ').skip(1);
    let status: u16 = words.next().and_then(|word| word.parse().ok()).unwrap_or_default();
    let fields: Vec<serde_json::Value> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| serde_json::json!({ "name": name, "value": value }))
        .collect();
    let text = base64::prelude::BASE64_STANDARD.encode(content);
    let entry = serde_json::json!({
        "request": { "method": "POST", "url": "https://example.com/x" },
        "response": {
            "status": status, "statusText": words.next().unwrap_or_default(), "headers": fields,
            "content": { "size": content.len(), "text": text, "encoding": "base64" },
        },
    });
    serde_json::json!({ "log": { "version": "1.2", "entries": [entry] } }).to_string()
}
