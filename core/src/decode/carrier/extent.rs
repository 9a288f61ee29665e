//! Where content ends that something else follows in the paste. Looks at brackets only, not at meaning.

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

/// Behind the last end tag of the first element's name.
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
    let is_end_tag = |at: &usize| {
        let rest = text.get(at.saturating_add(2)..).unwrap_or_default();
        rest.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('>'))
    };
    let last = text.rmatch_indices("</").map(|(at, _)| at).find(is_end_tag)?;
    text.get(last..)?.find('>').map(|end| last.saturating_add(end).saturating_add(1))
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
        check("<a>", None);
        check("words", None);
    }
}
