//! What mail programs, terminals, log files and encoders do to a text, undone. One layer a file.
//!
//! Works on the whole paste, before a carrier is looked for. A layer knows no carrier, no vendor and no
//! content; it says only how the text was wrapped. Every layer that was undone becomes a notice.

mod ansi;
mod by_number;
mod entities;
mod escapes;
mod fence;
mod line_break_tags;
mod line_prefix;
mod mail_quote;
mod marks;
mod object_notation;
mod opening;
mod percent;
mod quotation_marks;
mod quoted_printable;
mod received;
mod stamped;
mod wiki_macro;

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::bytes_present::BytesPresent;
use super::options::DecodeLimits;
use super::output::{Notice, NoticeCode};
use crate::counted::counted;
use crate::span::{OffsetMap, Rewriting};

pub(crate) use escapes::unescape_into;

/// One way in which texts get wrapped.
struct Layer {
    /// What the reader is told when it was undone.
    notice: &'static str,
    /// Bytes of which one at least is there in every text that is wrapped so.
    needs: &'static [u8],
    /// Undoes it, or says that the text is not wrapped so.
    undo: for<'t> fn(&'t str, &BytesPresent) -> Option<Rewriting<'t>>,
}

/// Every layer. The outer ones come first, since a terminal's colours stand around everything; after each, all are tried
/// again, and each is judged by what stands where content begins, so that they may be on in any order.
const LAYERS: &[Layer] = &[
    Layer {
        notice: "Characters that were shown by their numbers were put back.",
        needs: by_number::LEADS,
        undo: by_number::undo,
    },
    Layer { notice: "Invisible marks were removed.", needs: marks::LEADS, undo: marks::undo },
    Layer {
        notice: "Terminal colours and controls were removed.",
        needs: &[0x1b, 0x08, 0x07],
        undo: ansi::undo,
    },
    Layer {
        notice: "The encoding of a mail (quoted-printable) was undone.",
        needs: b"=",
        undo: quoted_printable::undo,
    },
    Layer {
        notice: "The signs `< ` before what was received were removed.",
        needs: b"<",
        undo: received::undo,
    },
    Layer { notice: "Quotation signs of mail were removed.", needs: b">", undo: mail_quote::undo },
    Layer {
        notice: "The times, numbers or names before every line were removed.",
        needs: b"0123456789|-]:",
        undo: stamped::undo,
    },
    Layer {
        notice: "The same characters before every line were removed.",
        needs: b" \t|+:",
        undo: line_prefix::undo,
    },
    Layer {
        notice: "The tags that break lines in a page were removed.",
        needs: b"<",
        undo: line_break_tags::undo,
    },
    Layer {
        notice: "The text between the Markdown fences was read.",
        needs: b"`~",
        undo: fence::undo,
    },
    Layer {
        notice: "The text between Jira's marks for code was read.",
        needs: b"{",
        undo: wiki_macro::undo,
    },
    Layer { notice: "Backslash escapes were undone.", needs: b"\\\"", undo: escapes::undo },
    Layer { notice: "HTML entities were replaced.", needs: b"&", undo: entities::undo },
    Layer {
        notice: "Typographic quotation marks were read as plain ones.",
        needs: &[0xe2, 0xef],
        undo: quotation_marks::undo,
    },
    Layer { notice: "URL encoding was undone.", needs: b"%", undo: percent::undo },
    Layer {
        notice: "An object that a program printed was read as JSON.",
        needs: b"{",
        undo: object_notation::undo,
    },
];

/// A text without its wrapping.
#[derive(Debug)]
pub(crate) struct Unwrapped<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) origin: OffsetMap,
    /// Which bytes stand in it.
    pub(crate) bytes: BytesPresent,
    /// How much of it is read.
    pub(crate) limits: &'t DecodeLimits,
}

impl<'t> Unwrapped<'t> {
    /// Whether these words stand in the text.
    pub(crate) fn holds(&self, words: &str) -> bool {
        self.bytes.holds(&self.text, words)
    }

    /// A part that was unwrapped before.
    pub(crate) fn again(text: &'t str, origin: &OffsetMap, limits: &'t DecodeLimits) -> Self {
        let bytes = BytesPresent::of(text);
        Self { text: Cow::Borrowed(text), origin: origin.clone(), bytes, limits }
    }

    /// What was made of a text.
    fn made((text, origin): (String, OffsetMap), limits: &'t DecodeLimits) -> Self {
        let bytes = BytesPresent::of(&text);
        Self { text: Cow::Owned(text), origin, bytes, limits }
    }
}

/// Undoes every layer, at most as many as the caller allows.
pub(crate) fn unwrap<'t>(
    text: &'t str,
    limits: &'t DecodeLimits,
    notices: &mut Vec<Notice>,
) -> Unwrapped<'t> {
    let mut unwrapped = Unwrapped::again(text, &OffsetMap::default(), limits);
    for undone in 0..=limits.layers {
        if let Some(text) = with_line_ends(&unwrapped) {
            unwrapped =
                Unwrapped { bytes: BytesPresent::of(&text), text: Cow::Owned(text), ..unwrapped };
        }
        if unwrapped.bytes.any(b">")
            && let Some(rewriting) = mail_quote::without_deepest(&unwrapped.text, limits.quotations)
        {
            unwrapped = Unwrapped::made(rewriting.finish(&unwrapped.origin), limits);
            let times = counted(limits.quotations, "time");
            let message = format!("Lines that are quoted more than {times} over were not read.");
            tell_once(notices, NoticeCode::TooDeep, &message);
        }
        let found = LAYERS
            .iter()
            .filter(|layer| unwrapped.bytes.any(layer.needs))
            .find_map(|layer| Some((layer, (layer.undo)(&unwrapped.text, &unwrapped.bytes)?)));
        let Some((layer, rewriting)) = found else { break };
        if undone == limits.layers {
            let times = counted(limits.layers, "time");
            let message = format!("The text is wrapped more than {times} over; the rest was left.");
            tell_once(notices, NoticeCode::TooDeep, &message);
            break;
        }
        unwrapped = Unwrapped::made(rewriting.finish(&unwrapped.origin), limits);
        tell_once(notices, NoticeCode::Unwrapped, layer.notice);
    }
    unwrapped
}

fn tell_once(notices: &mut Vec<Notice>, code: NoticeCode, message: &str) {
    if !notices.iter().any(|notice| notice.message == message) {
        notices.push(Notice { code, message: message.into(), span: None });
    }
}

/// The text with a line feed wherever a carriage return ends a line alone; every place stays the same.
fn with_line_ends(unwrapped: &Unwrapped<'_>) -> Option<String> {
    if !unwrapped.bytes.any(b"\r") {
        return None;
    }
    let mut made: Option<Vec<u8>> = None;
    let source = unwrapped.text.as_bytes();
    for (at, _) in unwrapped.text.match_indices('\r') {
        let end = match source.get(at.saturating_add(1)..) {
            Some([b'\n', ..]) => continue,
            // Whoever ends lines twice writes two of them.
            Some([b'\r', b'\n', ..]) => b' ',
            _ => b'\n',
        };
        let made = made.get_or_insert_with(|| source.to_vec());
        if let Some(byte) = made.get_mut(at) {
            *byte = end;
        }
    }
    String::from_utf8(made?).ok()
}

/// The lines of a text with their ends, and where each begins.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0usize;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at = at.saturating_add(line.len());
        (start, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a text, with each span leading back to where it came from.
    #[track_caller]
    pub(super) fn check(text: &str, expected: &str) {
        let mut notices = Vec::new();
        let unwrapped = unwrap(text, &DecodeLimits::DEFAULT, &mut notices);
        assert_eq!(unwrapped.text, expected);
        assert_eq!(notices.is_empty(), text == expected, "each layer is told");
        let whole = unwrapped.origin.span(0, unwrapped.text.len());
        assert!(whole.text(text).is_some(), "{whole:?} lies in the paste");
    }

    #[test]
    fn layers_in_any_combination() {
        check("\u{feff}> ```json\n> {\\\"code\\\": \\\"a b\\\"}\n> ```\n", "{\"code\": \"a b\"}\n");
        check("> {&quot;a&quot;:1}\n> {&quot;b&quot;:2}", "{\"a\":1}\n{\"b\":2}");
    }

    #[test]
    fn wrapping_over_wrapping() {
        check(r"{\&quot;a\&quot;:1}", "{\"a\":1}");
        check(r"{\“a\”:\“b\”}", "{\"a\":\"b\"}");
        check(
            "See:\n\"\\\"HTTP/1.1 200 OK\\\\nA: b\\\"\"\nBye",
            "See:\nHTTP/1.1 200 OK\nA: b\nBye",
        );
        check("%7B%5C%26quot%3Ba%5C%26quot%3B%3A1%7D", "{\"a\":1}");
        check("%257B%2522a%2522%253A%25221+2%2522%257D", "{\"a\":\"1 2\"}");
        check(r#""{\u0022a\u0022:\u0022\u003Cb\u003E\u0022}""#, "{\"a\":\"<b>\"}");
        check("Bob <bob@example.com>\n&amp;lt;a/&amp;gt;", "Bob <bob@example.com>\n<a/>");
        check("> HTTP/1.1 200 OK\r> A: b\r>\r> {}", "HTTP/1.1 200 OK\nA: b\n\n{}");
    }

    #[test]
    fn what_looks_wrapped_is_left_alone() {
        for text in [
            "“HTTP/1.1 401” he said, “and nothing else”",
            "GET /a?id=%7Bid%7D&q=%3Cscript%3E HTTP/1.1",
            "<p>Write &amp;lt; for &lt; and &quot;{</p>",
            r#"["HTTP/1.1 401 x\nA: b", "{\"a\":1}"]"#,
            r#"{"path":"C:\new\report","text":"“x”"}"#,
            "\"a\tb\"",
            "100 % of HTTP% and %2F",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn endless_wrapping_ends() {
        let mut text = String::from("{\"a\":1}");
        for _ in 0..12 {
            text = alloc::format!("{text:?}");
        }
        let mut notices = Vec::new();
        unwrap(&text, &DecodeLimits::DEFAULT, &mut notices);
        assert!(notices.iter().any(|notice| notice.code == NoticeCode::TooDeep));
    }

    proptest::proptest! {
        #[test]
        fn any_text_keeps_its_places(text in "(\\PC|> |```\n|\\\\|\\\\n|\"|\\{|&quot;|&#6|%7B%22|%C3|\u{1b}\\[0m|“|\n|\u{a0}){0,40}") {
            let mut notices = Vec::new();
            let unwrapped = unwrap(&text, &DecodeLimits::DEFAULT, &mut notices);
            for (at, character) in unwrapped.text.char_indices() {
                let span = unwrapped.origin.span(at, at + character.len_utf8());
                proptest::prop_assert!(span.text(&text).is_some(), "{span:?}");
            }
        }
    }
}
