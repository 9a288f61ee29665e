//! Keys of well-known services, by how they begin.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::text::Text;

/// A prefix and how many characters follow it at least.
const PREFIXES: &[(&str, usize)] = &[
    ("ghp_", 12),
    ("gho_", 12),
    ("ghu_", 12),
    ("ghs_", 12),
    ("ghr_", 12),
    ("github_pat_", 12),
    ("glpat-", 12),
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("xoxa-", 10),
    ("xoxr-", 10),
    ("xoxs-", 10),
    ("xapp-", 10),
    ("sk_live_", 10),
    ("rk_live_", 10),
    ("sk_test_", 10),
    ("rk_test_", 10),
    ("whsec_", 12),
    ("sk-ant-", 12),
    ("sk-proj-", 12),
    ("AKIA", 12),
    ("ASIA", 12),
    ("AIza", 20),
    ("GOCSPX-", 16),
    ("ya29.", 12),
    ("SG.", 16),
    ("npm_", 20),
    ("pypi-", 20),
    ("shpat_", 16),
    ("dop_v1_", 20),
    ("hf_", 20),
    ("key-", 30),
];

/// How it begins.
pub(super) fn begins() -> Vec<&'static str> {
    PREFIXES.iter().map(|(prefix, _)| *prefix).collect()
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let rest = text.0.as_bytes().get(at..)?;
    let (prefix, least) = text
        .rows_at(at, PREFIXES, |(prefix, _)| prefix)
        .find(|(prefix, _)| rest.starts_with(prefix.as_bytes()))?;
    let start = at.saturating_add(prefix.len());
    let end =
        text.run(start, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
    let rest = text.slice(start..end).trim_end_matches('.');
    // Words joined by `_`, as in the names of settings, have neither digits nor capitals.
    let is_word = rest.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    (rest.len() >= *least && !is_word).then(|| at..start.saturating_add(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn keys_are_known_by_their_prefix() {
        for key in [
            "ghp_madeUp0123456789",
            "github_pat_madeUp0123456789",
            "xoxb-0123456789-madeup",
            "sk_live_madeUp0123456789",
            "AKIAMADEUP0123456789",
            "ya29.madeUp0123456789",
            "SG.madeUp0123456789.madeUp",
            "glpat-madeUp0123456789",
            "npm_madeUpMadeUp0123456789",
        ] {
            assert_eq!(masked(find, &format!("with {key}, and")), Some(key));
        }
        for text in ["npm_config_registry_of_the_company", "ghp_short", "SG.1.2", "AKIA", "asia"] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
