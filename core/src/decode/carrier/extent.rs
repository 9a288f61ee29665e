//! Where content ends that something else follows in the paste. Looks at brackets only, not at meaning.

/// Where the content of a message begins, behind the first blank line.
pub(super) fn head(message: &str) -> Option<usize> {
    let bytes = message.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
    ends.map(|(at, _)| at).find_map(|at| {
        let length = match bytes.get(at..)? {
            [b'\r', b'\n', b'\r', b'\n', ..] => 4,
            [b'\n', b'\n', ..] | [b'\r', b'\r', ..] => 2,
            _ => return None,
        };
        Some(at.saturating_add(length))
    })
}

/// The end of the JSON value or XML document that a text begins with; nothing where it does not end.
pub(super) fn end(text: &str) -> Option<usize> {
    let lead = text.len().saturating_sub(text.trim_start().len());
    let body = text.get(lead..)?;
    let length = match body.bytes().next()? {
        b'{' | b'[' => json(body)?,
        b'<' => markup(body)?,
        _ => return None,
    };
    Some(lead.saturating_add(length))
}

fn json(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let (mut in_string, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => depth = depth.saturating_add(1),
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at.saturating_add(1));
                }
            }
            _ => {}
        }
    }
    None
}

/// Behind the end tag of the first element, or the last of its name where one is missing.
fn markup(text: &str) -> Option<usize> {
    let mut at = 0usize;
    let name = loop {
        let rest = text.get(at..)?.trim_start();
        at = text.len().saturating_sub(rest.len());
        let inner = rest.strip_prefix('<')?;
        if inner.starts_with(['?', '!']) {
            at = at.saturating_add(rest.find('>')?).saturating_add(1);
            continue;
        }
        let length = inner.find([' ', '>', '/', '\n', '\r', '\t'])?;
        break inner.get(..length).filter(|name| !name.is_empty())?;
    };
    let tag = |rest: &str| {
        rest.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(['>', '/', ' ', '\n', '\r', '\t']))
    };
    // Where no tag ends, none has to be looked at.
    let ends = text.rfind('>')?;
    let (mut depth, mut last) = (0usize, None);
    for (opening, _) in text.get(at..)?.match_indices('<') {
        let begin = at.saturating_add(opening).saturating_add(1);
        if begin > ends {
            break;
        }
        let rest = text.get(begin..)?;
        if let Some(inner) = rest.strip_prefix('/').filter(|inner| tag(inner)) {
            let end = begin.saturating_add(1).saturating_add(tag_end(inner)?).saturating_add(1);
            depth = depth.saturating_sub(1);
            last = Some(end);
        } else if tag(rest) {
            let is_empty = tag_end(rest)
                .is_some_and(|end| rest.get(..end).is_some_and(|tag| tag.ends_with('/')));
            depth = depth.saturating_add(usize::from(!is_empty));
        } else {
            continue;
        }
        if depth == 0 && last.is_some() {
            return last;
        }
    }
    // One of them was never closed.
    last
}

/// Where the tag ends that a text is inside of; one that is longer is none.
fn tag_end(text: &str) -> Option<usize> {
    const LONGEST: usize = 4_096;
    text.get(..text.floor_char_boundary(LONGEST.min(text.len())))?.find('>')
}

#[cfg(test)]
mod tests {
    use super::end;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(end(text).and_then(|end| text.get(..end)), expected);
    }

    #[test]
    fn content_ends_where_its_brackets_close() {
        check("{\"a\":\"}\\\"\"} behind", Some("{\"a\":\"}\\\"\"}"));
        check(" [1,{}]\n[2]", Some(" [1,{}]"));
        check("{\"a\":", None);
        check(
            "<?xml version='1.0'?>\n<a b='c'><a/></a> x",
            Some("<?xml version='1.0'?>\n<a b='c'><a/></a>"),
        );
        check("<a><a></a></a>\n<a></a>", Some("<a><a></a></a>"));
        check("<a><a/><b></b></a> <a>", Some("<a><a/><b></b></a>"));
        check("<a>", None);
        check("words", None);
    }
}
