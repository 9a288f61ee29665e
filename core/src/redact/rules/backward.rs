//! The names of all tables, read from their last letter on: most words of a text are told from every one of them
//! by two or three letters, and what a longer name ends with is met on the way.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::{GROUPS, KEPT, LONGEST_NAME, Place, Rule, ids, labels, secrets};
use crate::redact::kind::Kind;

/// What the tables say of a name; of the names that end like it only where that is said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Meaning {
    /// Of a member, a parameter or an element.
    pub(super) member: Option<Rule>,
    /// Of a label where people write.
    pub(super) label: Option<Kind>,
    /// Of a field of a message.
    pub(super) field: Option<Kind>,
    /// Of a member, a field or a label that names a call.
    pub(super) id: Option<Rule>,
    /// Whether it ends like a secret and is none.
    pub(super) is_kept: bool,
    /// Of members that end so, and which of the groups says it: the first one counts.
    member_ending: Option<(usize, Rule)>,
    /// Of fields that end so.
    field_ending: Option<(usize, Kind)>,
    /// Of members and fields that end so and name a call.
    id_ending: Option<Rule>,
}

/// One letter of a name, and those before and beside it.
#[derive(Debug, Clone, Copy)]
struct Letter {
    byte: u8,
    /// Which letters stand before it in some name, each by its last five bits: most of a text's do not.
    befores: u32,
    /// The first of the letters that stand before it in some name; 0 is none.
    before: u16,
    /// Another letter in its place.
    beside: u16,
    /// What the name that begins with it means; 0 is nothing.
    meaning: u16,
}

/// All names. The first letter and the first meaning stand for none.
#[derive(Debug)]
struct Names {
    /// The last letters of all names, by their bytes.
    last: Vec<u16>,
    letters: Vec<Letter>,
    meanings: Vec<Meaning>,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(Names::of_all_tables)
}

impl Names {
    fn of_all_tables() -> Self {
        let none = Letter { byte: 0, befores: 0, before: 0, beside: 0, meaning: 0 };
        let mut names = Self {
            last: alloc::vec![0; 256],
            letters: alloc::vec![none],
            meanings: alloc::vec![Meaning::default()],
        };
        for (order, group) in GROUPS.iter().copied().flatten().enumerate() {
            for name in group.names {
                names.note(name, |meaning| meaning.member = Some(group.rule));
            }
            let rule = Rule { place: Place::Structure, ..group.rule };
            for ending in group.endings {
                names.note(ending, |meaning| {
                    meaning.member_ending.get_or_insert((order, rule));
                });
            }
        }
        for group in ids::GROUPS {
            for name in group.names {
                names.note(name, |meaning| meaning.id = Some(group.rule));
            }
            let rule = Rule { place: Place::Structure, ..group.rule };
            for ending in group.endings {
                names.note(ending, |meaning| meaning.id_ending = Some(rule));
            }
        }
        for (name, kind) in labels::LABELS {
            names.note(name, |meaning| meaning.label = Some(*kind));
        }
        for (name, kind) in secrets::FIELDS {
            names.note(name, |meaning| meaning.field = Some(*kind));
        }
        for (order, (ending, kind)) in secrets::FIELD_ENDINGS.iter().enumerate() {
            names.note(ending, |meaning| meaning.field_ending = Some((order, *kind)));
        }
        for name in KEPT {
            names.note(name, |meaning| meaning.is_kept = true);
        }
        names
    }

    fn note(&mut self, name: &str, note: impl FnOnce(&mut Meaning)) {
        let mut at = 0u16;
        for byte in name.bytes().rev() {
            at = self.before(at, byte).unwrap_or_else(|| self.add(at, byte));
        }
        let next = place(self.meanings.len());
        let Some(letter) = self.letters.get_mut(usize::from(at)) else { return };
        if letter.meaning == 0 {
            letter.meaning = next;
            self.meanings.push(Meaning::default());
        }
        if let Some(meaning) = self.meanings.get_mut(usize::from(letter.meaning)) {
            note(meaning);
        }
    }

    fn add(&mut self, at: u16, byte: u8) -> u16 {
        let added = place(self.letters.len());
        if at == 0
            && let Some(last) = self.last.get_mut(usize::from(byte))
        {
            *last = added;
        }
        if let Some(letter) = self.letters.get_mut(usize::from(at)) {
            let beside = core::mem::replace(&mut letter.before, added);
            letter.befores |= bit(byte);
            self.letters.push(Letter { byte, befores: 0, before: 0, beside, meaning: 0 });
        }
        added
    }

    /// The letter before another one, in some name.
    fn before(&self, at: u16, byte: u8) -> Option<u16> {
        if at == 0 {
            return self.last.get(usize::from(byte)).copied().filter(|last| *last != 0);
        }
        let letter = self.letters.get(usize::from(at))?;
        if letter.befores & bit(byte) == 0 {
            return None;
        }
        let mut next = letter.before;
        while next != 0 {
            let letter = self.letters.get(usize::from(next))?;
            if letter.byte == byte {
                return Some(next);
            }
            next = letter.beside;
        }
        None
    }

    fn meaning(&self, at: u16) -> Option<&Meaning> {
        let meaning = usize::from(self.letters.get(usize::from(at))?.meaning);
        self.meanings.get(meaning)
    }
}

/// The bit of a byte among those before a letter.
const fn bit(byte: u8) -> u32 {
    1 << (byte % 32)
}

/// Where something is put; the tables are far from filling it up, which a test shows.
fn place(length: usize) -> u16 {
    u16::try_from(length).unwrap_or_default()
}

/// A name that is read backwards, whatever its capitals and joints.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    names: &'static Names,
    /// The letter that was read last; nothing where no name goes on so.
    at: Option<u16>,
    member_ending: Option<(usize, Rule)>,
    field_ending: Option<(usize, Kind)>,
    id_ending: Option<Rule>,
    ends_kept: bool,
}

impl Reading {
    pub(super) fn new() -> Self {
        Self {
            names: names(),
            at: Some(0),
            member_ending: None,
            field_ending: None,
            id_ending: None,
            ends_kept: false,
        }
    }

    /// The whole of a name; nothing for one too long to be in a table.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut reading = Self::new();
        let is_short = name.len() <= LONGEST_NAME;
        if is_short {
            // No look at the letters before those that no name goes on with.
            let _ = name.bytes().rev().all(|byte| reading.take(byte));
        }
        is_short.then_some(reading)
    }

    /// Reads one byte more; whether a name can still go on.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        if matches!(byte, b'_' | b'-') {
            return self.at.is_some();
        }
        self.at = self.at.and_then(|at| self.names.before(at, byte.to_ascii_lowercase()));
        let Some(at) = self.at else { return false };
        if let Some(meaning) = self.names.meaning(at) {
            self.member_ending = first(self.member_ending, meaning.member_ending);
            self.field_ending = first(self.field_ending, meaning.field_ending);
            self.id_ending = self.id_ending.or(meaning.id_ending);
            self.ends_kept |= meaning.is_kept;
        }
        true
    }

    /// What the name means that was read, as a whole.
    pub(super) fn whole(&self) -> Option<&'static Meaning> {
        self.names.meaning(self.at?)
    }

    /// What a member is whose name ends so.
    pub(super) fn member_ending(&self) -> Option<Rule> {
        self.member_ending.map(|(_, rule)| rule)
    }

    /// What a field is whose name ends so.
    pub(super) fn field_ending(&self) -> Option<Kind> {
        self.field_ending.map(|(_, kind)| kind)
    }

    /// What names a call and has a name that ends so.
    pub(super) const fn id_ending(&self) -> Option<Rule> {
        self.id_ending
    }

    /// Whether it ends like a name that looks like a secret and is none.
    pub(super) const fn ends_kept(&self) -> bool {
        self.ends_kept
    }
}

/// What the table says that stands first.
fn first<T: Copy>(known: Option<(usize, T)>, other: Option<(usize, T)>) -> Option<(usize, T)> {
    match (known, other) {
        (Some(known), Some(other)) => Some(if other.0 < known.0 { other } else { known }),
        (known, other) => known.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_have_a_place() {
        assert!(names().letters.len() < usize::from(u16::MAX));
    }

    #[test]
    fn a_name_is_known_as_a_whole_and_by_its_ending() {
        let known = |name| Reading::of(name).expect("a name of this test is short");
        assert!(known("Pass-Word").whole().is_some_and(|meaning| meaning.member.is_some()));
        assert!(known("assword").whole().is_none_or(|meaning| meaning.member.is_none()));
        assert!(known("new_password").member_ending().is_some());
        assert!(known("reset_password").ends_kept());
        assert!(Reading::of(&"a".repeat(LONGEST_NAME + 1)).is_none());
    }
}
