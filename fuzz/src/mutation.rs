//! Texts that nobody wrote: a seed with a few changes.

use fastrand::Rng;

/// The longest mutated text, in bytes: long texts are what the properties and benchmarks are for.
pub const LONGEST: usize = 4_096;

/// Pieces of syntax that mutations put in.
const TOKENS: &[&str] = &[
    "HTTP/1.1 200 OK\r\n",
    "HTTP/2 401 \n",
    "\r\n\r\n",
    "\n",
    "\r",
    "< HTTP/1.1 500 x\n",
    "< ",
    "> ",
    "* x\n",
    "<-- 401 (2ms)\n",
    "<= Recv header, 2 bytes (0x2)\n0000: ",
    "awaiting response...\n  HTTP/1.1 404 x\n",
    "{\"",
    "\":",
    "\"}",
    "[",
    "]",
    "{",
    "}",
    "\\\"",
    "\\\\",
    "\\n",
    "\\u00e9",
    "\\ud83d",
    "\"",
    "'",
    "&quot;",
    "&lt;",
    "&#x22;",
    "&amp;",
    "%7B%22",
    "%C3",
    "%",
    "+",
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<?xml",
    "xmlns=\"",
    "```\n",
    "~~~\n",
    "`",
    "\u{1b}[31m",
    "\u{1b}]8;;",
    "\u{feff}",
    "\u{a0}",
    "\u{b}",
    "\u{1c}",
    "“",
    "”",
    "é",
    "😀",
    "\"successful\":false",
    "\"responseCode\":4010",
    "\"responseMessage\":\"x\"",
    "\"$type\":\"E\"",
    "\"cause\":",
    "\"rules\":[",
    "\"policyOutcome\":0",
    "<RES><Code>400</Code><Message>",
    "RestServiceFault",
    "<soap:Fault>",
    "Status=\"Error\"",
    "ErrorInfo",
    "MSH|^~\\&|",
    "MSA|AE|",
    "ERR|",
    "\"log\":{\"entries\":[",
    "\"response\":{",
    "\"status\":401",
    "\"headers\":[{\"name\":\"a\",\"value\":\"b\"}]",
    "\"encoding\":\"base64\"",
    "status=401 ",
    "code 4071",
    "Authorization: Bearer ",
    "password=",
    "a@example.com",
    "000-12-3456",
    "eyJhbGciOiJub25lIn0.e30.",
    "Retry-After: 5\n",
    "WWW-Authenticate: Bearer a=\"b",
    "OperationOutcome",
    "4070-4077",
    "40x",
    "vendor:",
    "-",
    "..",
    "0",
    "9999999999",
];

/// A seed with a few changes.
pub fn mutated(seeds: &[String], random: &mut Rng) -> String {
    let pick = |random: &mut Rng| {
        seeds.get(random.usize(..seeds.len().max(1))).cloned().unwrap_or_default()
    };
    let mut text = pick(random);
    for _ in 0..random.usize(1..=4) {
        let at = border(&text, random);
        match random.u8(..7) {
            0 => text.insert_str(at, random.choice(TOKENS).copied().unwrap_or_default()),
            1 => text.truncate(at),
            2 => {
                let other = border(&text, random);
                text.replace_range(at.min(other)..at.max(other), "");
            }
            3 => {
                let other = border(&text, random);
                let piece = text[at.min(other)..at.max(other)].to_owned();
                text.insert_str(at, &piece);
            }
            4 => {
                let other = pick(random);
                let from = border(&other, random);
                text.truncate(at);
                text.push_str(&other[from..]);
            }
            5 => text.insert(at, random.char(..)),
            _ => {
                if let Some(old) = text[at..].chars().next() {
                    text.replace_range(
                        at..at + old.len_utf8(),
                        &random.char('\0'..='\u{7f}').to_string(),
                    );
                }
            }
        }
        let end = text.floor_char_boundary(LONGEST.min(text.len()));
        text.truncate(end);
    }
    text
}

fn border(text: &str, random: &mut Rng) -> usize {
    text.floor_char_boundary(random.usize(..=text.len()))
}
