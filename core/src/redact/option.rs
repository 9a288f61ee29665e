//! Options of commands that carry secrets: `curl -u name:password`, `--password …`.

use core::ops::Range;

use super::kind::Kind;
use super::kind::Kind::{Cookie, Credentials, Token};
use super::text::{Text, is_line_end, is_name, is_space};
use super::{quote, rules};

/// Short options: what they carry, and the sign that tells it from something else.
const SHORT: &[(&str, Kind, char)] =
    &[("-u", Credentials, ':'), ("-a", Credentials, ':'), ("-b", Cookie, '=')];

/// Long options without their dashes; those named like a secret need no row.
const LONG: &[(&str, Kind, Option<char>)] = &[
    ("user", Credentials, Some(':')),
    ("proxyuser", Credentials, Some(':')),
    ("auth", Credentials, Some(':')),
    ("cookie", Cookie, Some('=')),
    ("cert", Credentials, Some(':')),
    ("oauth2bearer", Token, None),
];

/// The value of the option whose dash stands at a place.
pub(super) fn at(text: Text<'_>, at: usize) -> Option<(Range<usize>, Kind)> {
    let (start, kind, sign) = if text.byte(at.saturating_add(1)) == Some(b'-') {
        let name = at.saturating_add(2);
        let end = text.run(name, is_name);
        let plain = rules::plain(text.slice(name..end))?;
        let plain = plain.as_str();
        let known = LONG.iter().find(|(known, ..)| *known == plain);
        let secret = || rules::member(plain).map(|rule| rule.kind).filter(|kind| kind.is_secret());
        let (kind, sign) =
            known.map(|(_, kind, sign)| (*kind, *sign)).or_else(|| Some((secret()?, None)))?;
        let is_joined = matches!(text.byte(end), Some(b' ' | b'='));
        (
            end.saturating_add(usize::from(is_joined)),
            kind,
            sign.or(Some('\0')).filter(|_| is_joined)?,
        )
    } else {
        // Capitals count: `-U` is another option, of a proxy, and `-B` none that matters.
        let end = at.saturating_add(2);
        let option = text.slice(at..end);
        let option = if option == "-U" { "-u" } else { option };
        if takes_password(text, at, option) {
            return value(text, end, '\0').map(|range| (range, Kind::Secret));
        }
        let own = SHORT.iter().find(|(known, ..)| *known == option);
        // Letters can share a dash; the last one has the value: `-sSu name:password`.
        let last = text.run(end, |byte| byte.is_ascii_alphabetic());
        let shared = || {
            let letter = text.slice(last.saturating_sub(1)..last);
            let has_value = text.byte(last) == Some(b' ');
            SHORT.iter().find(|(known, ..)| has_value && known.strip_prefix('-') == Some(letter))
        };
        match (own, shared()) {
            (_, Some((_, kind, sign))) => (last, *kind, *sign),
            (Some((_, kind, sign)), None) => (end, *kind, *sign),
            (None, None) => return None,
        }
    };
    value(text, start, sign).map(|range| (range, kind))
}

/// The value that begins at a place or behind spaces, if it has the sign of one.
fn value(text: Text<'_>, start: usize, sign: char) -> Option<Range<usize>> {
    let start = text.run(start, is_space);
    let range = match quote::at(text, start) {
        Some(open) => open.end..quote::close(text, open),
        None => {
            start
                ..text
                    .run(start, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\''))
        }
    };
    let value = text.slice(range.clone());
    let fits =
        (sign == '\0' || value.contains(sign)) && !value.contains("://") && !value.starts_with('-');
    (fits && !value.is_empty()).then_some(range)
}

/// Short options that a password stands behind, and the commands whose options they are.
const PASSWORDS: &[(&str, &[&str])] = &[
    ("-p", &["mysql", "mariadb", "sshpass", "docker login", "podman login", "az login", "mongo"]),
    ("-P", &["sqlcmd", "osql", "isql", "bcp "]),
    ("-w", &["ldapsearch", "ldapmodify", "ldapadd", "ldapwhoami"]),
    ("-a", &["redis-cli"]),
];

/// Whether an option stands before a password here, and not before a port or a folder.
fn takes_password(text: Text<'_>, at: usize, option: &str) -> bool {
    let Some((_, commands)) = PASSWORDS.iter().find(|(known, _)| *known == option) else {
        return false;
    };
    let length = text.run_before(at, 120, |byte| {
        byte.is_ascii() && !is_line_end(byte) && !matches!(byte, b';' | b'&' | b'|')
    });
    let command = text.slice(at.saturating_sub(length)..at);
    commands.iter().any(|known| command.contains(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let text = Text(text);
        let found = at(text, text.0.find('-').unwrap_or_default());
        assert_eq!(found.map(|(range, _)| text.slice(range)), expected);
    }

    #[test]
    fn only_values_that_can_be_secrets() {
        check("curl -u made:up https://example.com", Some("made:up"));
        check("curl --user 'made:u p'", Some("made:u p"));
        check("curl --user=made:up", Some("made:up"));
        check("wget --password hunter2", Some("hunter2"));
        check("curl --cookie 'a=b; c=d'", Some("a=b; c=d"));
        check("curl -su made:up x", Some("made:up"));
        check("mysql -pmade-up db", Some("made-up"));
        check("sqlcmd -P made-up", Some("made-up"));
        check("ldapsearch -w made-up", Some("made-up"));
        check("mysql -P 3306", None);
        check("psql -p 5432", None);
        check("mkdir -p made/up", None);
        check("sort -u names.txt", None);
        check("run --user made", None);
        check("run --token-type bearer", None);
        check("run --password --quiet", None);
    }
}
