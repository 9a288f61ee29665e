//! What a log, an editor or a container writes before every line of a message: a time, a number, a name, or all of
//! them. The digits differ from line to line, the rest does not.

use alloc::vec::Vec;
use core::ops::Range;

use crate::decode::bytes_present::BytesPresent;
use crate::span::Rewriting;

/// What opens a string.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '‟', '″', '＂'];
/// The longest of them that is looked for, in bytes.
const LONGEST: usize = 160;

pub(super) fn undo<'t>(text: &'t str, bytes: &BytesPresent) -> Option<Rewriting<'t>> {
    let mut cuts = Vec::new();
    for (mark, begins) in STATUSES {
        if cuts.is_empty() && bytes.holds(text, mark) {
            before_messages(text, mark, *begins, &mut cuts);
        }
    }
    // Nobody writes before each line of content what opens it, unless the content has several.
    if cuts.is_empty() && OPENINGS.iter().any(|ending| bytes.may_hold(ending)) {
        before_contents(text, &mut cuts);
    }
    if cuts.is_empty() {
        return None;
    }
    let mut rewriting = Rewriting::of_most(text);
    let mut kept = 0usize;
    for cut in cuts {
        rewriting.keep(kept..cut.start);
        kept = cut.end;
    }
    rewriting.keep(kept..text.len());
    Some(rewriting)
}

/// The field of HTTP/2 that holds the status; nobody else writes it.
const PSEUDO: &str = ":status: ";
/// Whether a message begins with a text that begins with its sign.
type Begins = fn(&str) -> bool;
/// How a message begins, and what tells that it does.
const STATUSES: &[(&str, Begins)] =
    &[("HTTP/", begins_status_line), ("HTTP%", begins_encoded), (PSEUDO, begins_pseudo_field)];
/// How a line ends that begins content of several lines.
const OPENINGS: &[&str] = &["{\n", "{\r", "[\n", "[\r", ">\n", ">\r"];

/// Finds what stands before the lines of messages, each known by its status line.
fn before_messages(text: &str, sign: &str, begins: Begins, cuts: &mut Vec<Range<usize>>) {
    let (mut at, mut behind) = (0usize, 0usize);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(sign)) {
        let mark = at.saturating_add(found);
        at = mark.saturating_add(sign.len());
        // A line may hold the sign many times, and is looked at near its beginning only.
        let near = text.floor_char_boundary(mark.saturating_sub(LONGEST.saturating_add(1)));
        let above = text.get(near..mark).unwrap_or_default();
        let before = above.rsplit('\n').next().unwrap_or_default();
        let start = mark.saturating_sub(before.len());
        // A log of what went over the wire writes `<<` itself, before some lines.
        if before.trim().is_empty() || before.len() > LONGEST || before.contains("<< ") {
            continue;
        }
        let rest = text.get(mark..).unwrap_or_default();
        let stamp = before.get(..without_signs(before));
        let signs = stamp.and_then(|stamp| before.get(stamp.len()..)).unwrap_or_default();
        let is_alone = opens_string(signs, rest) || sign == PSEUDO && begins(rest);
        let stamp = stamp.and_then(Stamp::of).filter(|_| is_alone || begins(rest));
        let end = stamp.and_then(|stamp| stamp.cut_block(text, behind, start, is_alone, cuts));
        behind = end.unwrap_or(behind);
        at = at.max(behind);
    }
}

/// Whether all of a message stands in one string or encoded word, which these signs open.
fn opens_string(signs: &str, message: &str) -> bool {
    let line = message.lines().next().unwrap_or_default();
    let is_string = signs.contains(QUOTES) && (line.contains("\\n") || line.contains("\\r"));
    is_string || begins_encoded(message)
}

/// Finds what stands before the lines of content that has no head.
fn before_contents(text: &str, cuts: &mut Vec<Range<usize>>) {
    let (mut at, mut behind) = (0usize, 0usize);
    for line in text.split_inclusive('\n') {
        let start = at;
        at = start.saturating_add(line.len());
        if start < behind {
            continue;
        }
        let stamp = opening(line).and_then(|opening| Stamp::of(line.get(..opening)?));
        let end = stamp
            .filter(Stamp::has_digit)
            .and_then(|stamp| stamp.cut_block(text, behind, start, false, cuts));
        behind = end.unwrap_or(behind);
    }
}

/// Where the line begins that a place is in.
fn line_start(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    before.rfind('\n').map_or(0, |end| end.saturating_add(1))
}

/// `HTTP/1.1 401`.
fn begins_status_line(text: &str) -> bool {
    let rest = text.get("HTTP/".len()..).unwrap_or_default();
    let version = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let behind = rest.get(version..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    (1..=3).contains(&version) && behind.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// `HTTP%2F1.1%20401`, encoded once or more.
fn begins_encoded(text: &str) -> bool {
    ["HTTP%2F", "HTTP%2f", "HTTP%25"].iter().any(|beginning| text.starts_with(beginning))
}

/// `:status: 401`.
fn begins_pseudo_field(text: &str) -> bool {
    let value = text.strip_prefix(PSEUDO).unwrap_or_default();
    value.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// Whether a line is a field of a head, and nothing stands before it.
fn is_field(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        let is_compound = name.contains('-') && !name.starts_with('-');
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && (is_compound || matches!(name, "Server" | "Date"))
    })
}

/// Where the signs begin that a message is quoted with, the tags around it, and what opens a string: they are other
/// layers'.
fn without_signs(before: &str) -> usize {
    let is_sign = |c: char| matches!(c, '<' | '>' | ' ' | '\\') || QUOTES.contains(&c);
    let mut rest = before;
    loop {
        let shown = rest.trim_end_matches(is_sign);
        // Encoded signs, and a tag.
        let word = shown.rsplit([' ', '\t']).next().unwrap_or_default();
        let inner = if word.starts_with('%') && !word.contains(['=', '&', '/', '?']) {
            shown.get(..shown.len().saturating_sub(word.len()))
        } else {
            let tag = shown.rfind('<').filter(|_| rest.trim_end().ends_with('>'));
            tag.and_then(|at| shown.get(..at)).filter(|_| {
                shown.ends_with(|c: char| c.is_ascii_alphanumeric())
                    && rest.get(shown.len()..).is_some_and(|signs| signs.starts_with('>'))
            })
        };
        let Some(inner) = inner else {
            let signs = rest.get(shown.len()..).unwrap_or_default();
            // The blanks behind a name belong to it.
            let blanks = signs.len().saturating_sub(signs.trim_start_matches(' ').len());
            return shown.len().saturating_add(blanks);
        };
        rest = inner;
    }
}

/// Where content of several lines opens in a line, behind something else.
fn opening(line: &str) -> Option<usize> {
    let shown = line.trim_end();
    if let Some(rest) = shown.strip_suffix('{').or_else(|| shown.strip_suffix('[')) {
        return Some(rest.strip_suffix('[').unwrap_or(rest).len());
    }
    let at = shown.find('<').filter(|_| shown.ends_with('>'))?;
    let inner = shown.get(at.saturating_add(1)..)?;
    let name = inner.split([' ', '>', '/']).next()?;
    let is_open = inner.starts_with('?')
        || !name.is_empty()
            && !inner.ends_with("/>")
            && !inner.rsplit_once("</").is_some_and(|(_, end)| end.starts_with(name));
    is_open.then_some(at)
}

/// What stands before a line.
struct Stamp<'t> {
    text: &'t str,
}

impl<'t> Stamp<'t> {
    /// Whether a text may be one: names, times and numbers; no words that quote or call something.
    fn of(text: &'t str) -> Option<Self> {
        let is_called = text.contains("://") || text.contains(['"', '\'', '{', '\\', '`']);
        let is_prompt = ["$ ", "# ", "% "].iter().any(|end| text.ends_with(end));
        let tells = text.bytes().any(|byte| byte.is_ascii_alphanumeric() || byte == b'|');
        let has_tag = text
            .split('<')
            .skip(1)
            .any(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        let ends = text.ends_with([' ', '\t', ':', '|', ']', ')', '-']);
        (tells && ends && !is_called && !is_prompt && !has_tag && text.len() <= LONGEST)
            .then_some(Self { text })
    }

    fn has_digit(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// The number, where it is nothing but one.
    fn number(text: &str) -> Option<usize> {
        text.trim_matches([' ', '\t', ':', '|', '.', ')', ']', '[', '>', '<']).parse().ok()
    }

    /// How long it is before a line; nothing where it does not stand there. A line that is nothing else may have lost
    /// the blanks at its end.
    fn length_before(&self, line: &str) -> Option<usize> {
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
        let line_bytes = line.trim_end_matches(['\r', '\n']).as_bytes();
        let stamp = self.text.as_bytes();
        let run = |bytes: &[u8], from: usize, is_in: fn(&u8) -> bool| {
            bytes.get(from..).unwrap_or_default().iter().take_while(|byte| is_in(byte)).count()
        };
        let mut in_stamp = run(stamp, 0, is_blank);
        let mut at = run(line_bytes, 0, is_blank);
        while let Some(byte) = stamp.get(in_stamp) {
            let is_in: fn(&u8) -> bool = match byte {
                b'0'..=b'9' => u8::is_ascii_digit,
                b' ' | b'\t' => is_blank,
                _ => {
                    if line_bytes.get(at) != Some(byte) {
                        return None;
                    }
                    at = at.saturating_add(1);
                    in_stamp = in_stamp.saturating_add(1);
                    continue;
                }
            };
            let (own, theirs) = (run(stamp, in_stamp, is_in), run(line_bytes, at, is_in));
            in_stamp = in_stamp.saturating_add(own);
            let is_last = in_stamp >= stamp.len() && is_blank(byte);
            if theirs == 0 && !(is_last && at >= line_bytes.len()) {
                return None;
            }
            // Behind the stamp, blanks are the line's own.
            at = at.saturating_add(if is_last { own.min(theirs) } else { theirs });
        }
        Some(at)
    }

    /// Adds what is cut from the line that begins at a place and from its neighbours; gives where the last of them ends.
    /// Fewer than two lines are a chance, unless one line holds all.
    fn cut_block(
        &self,
        text: &str,
        floor: usize,
        start: usize,
        is_alone: bool,
        cuts: &mut Vec<Range<usize>>,
    ) -> Option<usize> {
        let number = Self::number(self.text);
        let mut expected = number;
        let (mut at, mut end, mut has_fields) = (start, start, false);
        let mut own: Vec<Range<usize>> = Vec::new();
        for line in text.get(start..)?.split_inclusive('\n') {
            let from = at;
            at = from.saturating_add(line.len());
            if line.trim().is_empty() {
                continue;
            }
            let Some(length) = self.length_before(line) else {
                // A log writes it once before all the lines of an entry.
                if is_field(line) {
                    has_fields = true;
                    continue;
                }
                break;
            };
            let shown = line.get(..length).unwrap_or_default();
            if expected.is_some() && Self::number(shown) != expected {
                break;
            }
            expected = expected.map(|number| number.saturating_add(1));
            own.push(from..from.saturating_add(length));
            end = at;
        }
        if !is_alone && !has_fields && (own.len() < 2 || own.len() < 3 && !self.has_digit()) {
            return None;
        }
        let above = self.above(text, floor, start, number);
        cuts.extend(above.into_iter().rev());
        cuts.append(&mut own);
        Some(end)
    }

    /// What is cut from the lines above a place, the nearest first.
    fn above(
        &self,
        text: &str,
        floor: usize,
        start: usize,
        number: Option<usize>,
    ) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut expected = number;
        let mut at = start;
        while at > floor {
            let from = line_start(text, at.saturating_sub(1));
            let line = text.get(from..at).unwrap_or_default();
            at = from;
            if line.trim().is_empty() && from > floor {
                continue;
            }
            expected = expected.and_then(|number| number.checked_sub(1));
            let length = self.length_before(line).filter(|length| {
                number.is_none()
                    || expected.is_some() && line.get(..*length).and_then(Self::number) == expected
            });
            let Some(length) = length.filter(|_| from >= floor) else { break };
            found.push(from..from.saturating_add(length));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_a_log_writes_before_every_line_is_removed() {
        let message = "HTTP/1.1 404 x\nA: b\n\n{\n  \"a\": 1\n}";
        let lines = |stamp: &dyn Fn(usize) -> alloc::string::String| {
            let lines = message.split('\n').enumerate();
            let lines = lines.map(|(at, line)| alloc::format!("{}{line}", stamp(at)));
            lines.collect::<alloc::vec::Vec<_>>().join("\n")
        };
        let stamps: &[&dyn Fn(usize) -> alloc::string::String] = &[
            &|at| alloc::format!("2026-11-21 07:00:0{at},12{at} INFO  [main] c.e.Client - "),
            &|at| alloc::format!("[07:00:{at}] "),
            &|at| alloc::format!("Nov 21 07:00:0{at} host app[12{at}]: "),
            &|at| alloc::format!("{:>4} | ", at + 8),
            &|at| alloc::format!("{}\t", at + 98),
            &|_| "INFO app - ".into(),
            &|at| alloc::format!("2026-11-21T07:00:00.{at}Z stdout F "),
        ];
        for stamp in stamps {
            check(&lines(*stamp), message);
            check(
                &alloc::format!("Hi,\n\n{}\n\nBye", lines(*stamp)),
                &alloc::format!("Hi,\n\n{message}\n\nBye"),
            );
        }
        check("x:\n7: {\n8:   \"a\": 1\n9: }", "x:\n{\n  \"a\": 1\n}");
        check(
            "3: POST /x HTTP/1.1\n4: \n5: HTTP/1.1 404 x\n6: A: b",
            "POST /x HTTP/1.1\n\nHTTP/1.1 404 x\nA: b",
        );
    }

    #[test]
    fn lines_of_a_log_are_left_alone() {
        for text in [
            "07:00:00 INFO upstream said HTTP/1.1 404 x\n07:00:01 WARN retry",
            "0000: HTTP/1.1 404 x\n0010: A: b",
            "POST https://x.test/ HTTP/1.1 404 x\nPOST https://x.test/ HTTP/1.1 404 x",
            "2026-11-21 07:00:00 INFO {\n  \"a\": 1\n}",
            "1 HTTP/1.1 404 x\n3 A: b",
            "07:00:00 \"HTTP/1.1 404 x\"",
            "07:00:00 {\"a\":1}\n07:00:01 {\"a\":2}\n07:00:02 {\"a\":3}",
        ] {
            check(text, text);
        }
    }
}
