//! Placeholders: the same value gets the same one, and each is counted.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Masked;
use super::rules::Kind;

/// Values that are told apart; more of one kind share the last placeholder, so that a flood costs nothing.
const MAX_VALUES: usize = 1_000;

/// What has been masked so far.
#[derive(Default)]
pub(super) struct Masks {
    values: Vec<String>,
    masked: Vec<Masked>,
}

impl Masks {
    /// The placeholder of a value.
    pub(super) fn placeholder(&mut self, kind: Kind, value: &str) -> String {
        let same = |(known, masked): &(&String, &Masked)| *known == value && masked.kind == kind.id;
        let known = self.values.iter().zip(&self.masked).position(|pair| same(&pair));
        let full = self.values.len() >= MAX_VALUES;
        let place = known.or_else(|| {
            if full { self.masked.iter().rposition(|masked| masked.kind == kind.id) } else { None }
        });
        if let Some(masked) = place.and_then(|place| self.masked.get_mut(place)) {
            masked.count = masked.count.saturating_add(1);
            return masked.placeholder.clone();
        }
        let number =
            self.masked.iter().filter(|masked| masked.kind == kind.id).count().saturating_add(1);
        let placeholder = format!("[{}-{number}]", kind.placeholder);
        self.values.push(value.into());
        self.masked.push(Masked {
            kind: kind.id,
            placeholder: placeholder.clone(),
            count: 1,
            reason: kind.reason,
        });
        placeholder
    }

    pub(super) fn finish(self) -> Vec<Masked> {
        self.masked
    }
}

/// Whether a value is a placeholder already, so that masking twice changes nothing.
pub(super) fn is_placeholder(value: &str) -> bool {
    let inner = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.and_then(|inner| inner.rsplit_once('-')).is_some_and(|(name, number)| {
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
