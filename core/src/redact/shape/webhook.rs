//! Addresses that let whoever knows them post: the part behind the host is the secret.

use alloc::vec::Vec;
use core::ops::Range;

use crate::redact::text::{Text, is_token};

/// How the addresses go on behind `//`, up to the secret.
const HOOKS: &[&str] = &[
    "hooks.slack.com/services/",
    "hooks.slack.com/workflows/",
    "outlook.office.com/webhook/",
    "webhook.office.com/webhookb2/",
    "discord.com/api/webhooks/",
    "discordapp.com/api/webhooks/",
    "chat.googleapis.com/v1/spaces/",
    "hooks.zapier.com/hooks/catch/",
    "api.telegram.org/bot",
];

/// How it begins.
pub(super) fn begins() -> Vec<&'static str> {
    HOOKS.to_vec()
}

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    // The name of an organization stands before some hosts.
    if !matches!(text.before(at), Some(b'/' | b'.')) {
        return None;
    }
    let is_address = |byte: u8| is_token(byte) || matches!(byte, b'@' | b':' | b'%');
    let hook = HOOKS.iter().find(|hook| text.has(at, hook))?;
    let start = at.saturating_add(hook.len());
    // The name of a method may follow the token of a bot.
    let is_bot = hook.ends_with("bot");
    let end = text.run(start, |byte| is_address(byte) && !(is_bot && byte == b'/'));
    (end > start).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn only_the_part_behind_the_host() {
        assert_eq!(
            masked(find, "https://hooks.slack.com/services/T0/B0/made, up"),
            Some("T0/B0/made")
        );
        assert_eq!(
            masked(find, "https://api.telegram.org/bot12:AA_made/getMe"),
            Some("12:AA_made")
        );
        assert_eq!(masked(find, "https://hooks.slack.com/services/"), None);
        assert_eq!(masked(find, "see hooks.slack.com/services/docs"), None);
    }
}
