//! What a support desk keeps between two calls: the pinned vendor, the codes that were looked at, the list
//! of codes for one summary. Ids of codes only; never a word that somebody pasted.

use std::rc::Rc;

use respondex_core::Catalog;
use yew::Reducible;

/// Codes that are remembered.
const MOST_RECENT: usize = 12;
/// Codes that one summary takes.
const MOST_LISTED: usize = 50;

/// The desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Vendor id that stands in front of others.
    pub pinned: Option<&'static str>,
    /// Ids of entries, the last one first.
    pub recent: Vec<&'static str>,
    /// Whether they are kept in this browser when the page is left.
    pub keeps_recent: bool,
    /// Ids of entries for one summary, in the order in which they were added.
    pub listed: Vec<&'static str>,
    /// Whether single letters are shortcuts.
    pub letters: bool,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            pinned: None,
            recent: Vec::new(),
            keeps_recent: false,
            listed: Vec::new(),
            letters: true,
        }
    }
}

/// What can happen to a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAction {
    /// What this browser kept.
    Restore(Desk),
    /// A vendor was pinned, or none.
    Pin(Option<String>),
    /// A code was looked at.
    Visit(String),
    /// Recent codes are kept, or not.
    KeepRecent(bool),
    /// Forgets the recent codes, also those that were kept.
    ForgetRecent,
    /// Puts a code on the list, or takes it off.
    Toggle(String),
    /// Empties the list.
    ClearList,
    /// Single letters are shortcuts, or not.
    Letters(bool),
}

impl Desk {
    /// The desk after an action.
    #[must_use]
    pub fn after(&self, action: DeskAction) -> Self {
        let mut next = self.clone();
        match action {
            DeskAction::Restore(kept) => next = kept,
            DeskAction::Pin(vendor) => next.pinned = vendor.as_deref().and_then(vendor_id),
            DeskAction::Visit(id) => {
                if let Some(id) = entry_id(&id) {
                    next.recent.retain(|other| *other != id);
                    next.recent.insert(0, id);
                    next.recent.truncate(MOST_RECENT);
                }
            }
            DeskAction::KeepRecent(keeps) => next.keeps_recent = keeps,
            DeskAction::ForgetRecent => next.recent.clear(),
            DeskAction::Toggle(id) => {
                if let Some(id) = entry_id(&id) {
                    let before = next.listed.len();
                    next.listed.retain(|other| *other != id);
                    if next.listed.len() == before && before < MOST_LISTED {
                        next.listed.push(id);
                    }
                }
            }
            DeskAction::ClearList => next.listed.clear(),
            DeskAction::Letters(letters) => next.letters = letters,
        }
        next
    }

    /// What this browser keeps of it, as one line: `pin=updox letters=off recent=updox/4071,vision/401`.
    pub fn kept(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.pinned.map(|vendor| format!("pin={vendor}")));
        if !self.letters {
            parts.push("letters=off".into());
        }
        if self.keeps_recent {
            parts.push(format!("recent={}", self.recent.join(",")));
        }
        parts.join(" ")
    }

    /// Reads what was kept; what names nothing in the catalogue is left out.
    pub fn restored(kept: &str) -> Self {
        let mut desk = Self::default();
        for (name, value) in kept.split(' ').filter_map(|part| part.split_once('=')) {
            match name {
                "pin" => desk.pinned = vendor_id(value),
                "letters" => desk.letters = value != "off",
                "recent" => {
                    desk.keeps_recent = true;
                    desk.recent = value.split(',').filter_map(entry_id).take(MOST_RECENT).collect();
                }
                _ => {}
            }
        }
        desk
    }
}

fn vendor_id(id: &str) -> Option<&'static str> {
    Catalog::builtin().vendors().iter().find(|vendor| vendor.id == id).map(|vendor| vendor.id)
}

fn entry_id(id: &str) -> Option<&'static str> {
    Catalog::builtin().entry(id).map(|entry| entry.id)
}

impl Reducible for Desk {
    type Action = DeskAction;

    fn reduce(self: Rc<Self>, action: DeskAction) -> Rc<Self> {
        let next = self.after(action);
        if next == *self { self } else { next.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(actions: &[DeskAction]) -> Desk {
        actions.iter().cloned().fold(Desk::default(), |desk, action| desk.after(action))
    }

    fn visit(id: &str) -> DeskAction {
        DeskAction::Visit(id.into())
    }

    #[test]
    fn the_last_code_comes_first_and_once() {
        let visited = desk(&[visit("updox/4071"), visit("vision/401"), visit("updox/4071")]);
        assert_eq!(visited.recent, ["updox/4071", "vision/401"]);
        assert_eq!(desk(&[visit("nobody/1"), visit("secret words")]).recent, [""; 0]);
    }

    #[test]
    fn codes_are_kept_only_where_that_was_asked_for() {
        let visited = desk(&[visit("updox/4071"), DeskAction::Pin(Some("updox".into()))]);
        assert_eq!(visited.kept(), "pin=updox");
        let keeping = visited.after(DeskAction::KeepRecent(true));
        assert_eq!(keeping.kept(), "pin=updox recent=updox/4071");
        assert_eq!(Desk::restored(&keeping.kept()), keeping);
        assert_eq!(keeping.after(DeskAction::ForgetRecent).kept(), "pin=updox recent=");
    }

    #[test]
    fn what_was_kept_may_be_anything() {
        assert_eq!(
            Desk::restored("pin=nobody recent=x/1,updox/4071,<b> letters=off other=1").recent,
            ["updox/4071"]
        );
        assert_eq!(Desk::restored(""), Desk::default());
    }

    #[test]
    fn a_code_is_on_the_list_once() {
        let toggle = || DeskAction::Toggle("updox/4071".into());
        assert_eq!(desk(&[toggle()]).listed, ["updox/4071"]);
        assert_eq!(desk(&[toggle(), toggle()]).listed, [""; 0]);
        assert_eq!(desk(&[toggle(), DeskAction::ClearList]).listed, [""; 0]);
    }
}
