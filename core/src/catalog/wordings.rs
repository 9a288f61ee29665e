//! The messages and phrases of the catalogue by how they begin, so that a text is read once for all of them.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use super::STANDARD;
use super::entry::{Entry, Travels};
use crate::order;

/// Places for beginnings. Several share one, so that a beginning may seem to be known; one that is known is never
/// missed.
const PLACES: usize = 2_048;

/// A message or a phrase that says enough to be recognized without its number.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    /// Whose it is.
    pub(crate) entry: Arc<Entry>,
    /// As the source writes it.
    pub(crate) text: &'static str,
    /// In lower case, and without the full stop that people leave out.
    pub(crate) plain: String,
}

/// Every such wording.
#[derive(Debug, Clone)]
pub(super) struct Wordings {
    /// In the order of the catalogue.
    known: Vec<Wording>,
    /// How they begin, and where they stand among the known ones; sorted.
    beginnings: Vec<(u32, usize)>,
    /// Where beginnings have their places.
    places: Vec<bool>,
}

impl Wordings {
    /// Those of these entries.
    pub(super) fn of(entries: &[Arc<Entry>]) -> Self {
        let known: Vec<Wording> = entries
            .iter()
            .flat_map(|entry| {
                let telling = wordings(entry).filter(|wording| is_telling(wording));
                telling.map(|text| Wording {
                    entry: entry.clone(),
                    text,
                    plain: text.trim_end_matches('.').to_ascii_lowercase(),
                })
            })
            .collect();
        let begins = |wording: &Wording| {
            let bytes = wording.plain.bytes().take(4);
            bytes.fold(0, |all, byte| all << 8 | u32::from(byte))
        };
        let mut beginnings: Vec<(u32, usize)> =
            known.iter().enumerate().map(|(at, wording)| (begins(wording), at)).collect();
        order::sort_by_key(&mut beginnings, |(beginning, _)| u64::from(*beginning));
        let mut places = vec![false; PLACES];
        for (beginning, _) in &beginnings {
            if let Some(place) = places.get_mut(place(*beginning)) {
                *place = true;
            }
        }
        Self { known, beginnings, places }
    }

    /// Those that stand in a text, whatever the capitals, with no letter right before them; in the order of the
    /// catalogue.
    pub(super) fn in_text(&self, text: &str) -> impl Iterator<Item = &Wording> {
        let mut found: Vec<bool> = Vec::new();
        // The last bytes in lower case, the latest the lowest.
        let mut near = 0u64;
        let latest = |near: u64, count: u32| u32::try_from(near & ((1 << count) - 1)).unwrap_or(0);
        for (at, byte) in text.bytes().enumerate() {
            near = near << 8 | u64::from(byte.to_ascii_lowercase());
            let beginning = latest(near, 32);
            if !self.places.get(place(beginning)).is_some_and(|known| *known)
                || matches!(latest(near >> 32, 8), 0x61..=0x7a)
            {
                continue;
            }
            let rest = text.as_bytes().get(at.saturating_sub(3)..).unwrap_or_default();
            let first = self.beginnings.partition_point(|(known, _)| *known < beginning);
            let same = self.beginnings.get(first..).unwrap_or_default().iter();
            for (_, wording) in same.take_while(|(known, _)| *known == beginning) {
                let begins = self.known.get(*wording).is_some_and(|wording| {
                    rest.get(..wording.plain.len())
                        .is_some_and(|rest| rest.eq_ignore_ascii_case(wording.plain.as_bytes()))
                });
                if begins {
                    found.resize(self.known.len(), false);
                    found.get_mut(*wording).into_iter().for_each(|found| *found = true);
                }
            }
        }
        self.known.iter().zip(found).filter(|(_, found)| *found).map(|(wording, _)| wording)
    }
}

/// The place of a beginning.
fn place(beginning: u32) -> usize {
    usize::try_from(beginning.wrapping_mul(0x9e37_79b1) >> 21).unwrap_or(0) % PLACES
}

/// The wordings of an entry that are whole messages; of the standard's, its phrase.
fn wordings(entry: &Entry) -> impl Iterator<Item = &'static str> {
    let is_standard = entry.vendor == STANDARD;
    let is_message = !entry.wire.template && !is_standard;
    let message = entry.wire.message.filter(|_| is_message);
    let phrase = entry.wire.phrase.filter(|_| is_standard || entry.travels != Travels::StatusLine);
    let aliases = if is_message { entry.wire.aliases.as_slice() } else { &[] };
    message.into_iter().chain(phrase).chain(aliases.iter().copied())
}

/// Whether a wording says enough to be recognized without its number.
fn is_telling(wording: &str) -> bool {
    wording.len() >= 14 && wording.split_whitespace().count() >= 3
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::super::Catalog;

    #[test]
    fn every_wording_is_found_in_a_text_behind_anything_but_a_letter() {
        let catalog = Catalog::builtin();
        for wording in &catalog.wordings().known {
            for text in [
                String::from(wording.text),
                format!("4071:{}!", wording.text.to_ascii_uppercase()),
                format!("ä {}", wording.plain),
            ] {
                let found = catalog.wordings_in(&text).any(|one| one.text == wording.text);
                assert!(found, "{text}");
            }
            let text = format!("x{}", wording.plain);
            assert!(catalog.wordings_in(&text).all(|one| one.text != wording.text), "{text}");
        }
    }
}
