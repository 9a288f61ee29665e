//! The working case: the pasted text, whose response it is said to be, and one step back.
//!
//! Lives in memory only; nothing of it is ever stored or sent.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

/// What the user is working on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// The pasted text.
    pub text: AttrValue,
    /// Vendor id that the user chose; nothing means automatic.
    pub vendor: Option<AttrValue>,
    /// The text before Clear, for one step back.
    pub cleared: Option<AttrValue>,
    /// Grows whenever the text changed other than by typing, so that the text area follows.
    pub revision: u32,
    /// Grows whenever text or vendor changed, so that what is known of them is not taken for other ones'.
    pub edition: u32,
}

/// What can happen to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseAction {
    /// The user typed or pasted into the text area.
    Edit(AttrValue),
    /// A text came from elsewhere: a sample, or a paste on another page.
    Load(AttrValue),
    /// The user chose a vendor, or automatic.
    ChooseVendor(Option<AttrValue>),
    /// The user cleared the text; it can be brought back.
    Clear,
    /// Brings the cleared text back.
    Undo,
    /// The page is being left: nothing stays.
    Wipe,
}

impl Case {
    /// The case after an action.
    #[must_use]
    pub fn after(&self, action: CaseAction) -> Self {
        let next = self.changed(action);
        let is_same = next.text == self.text && next.vendor == self.vendor;
        let edition = if is_same { self.edition } else { self.edition.wrapping_add(1) };
        Self { edition, ..next }
    }

    fn changed(&self, action: CaseAction) -> Self {
        let revision = self.revision.wrapping_add(1);
        match action {
            CaseAction::Edit(text) => Self { text, cleared: None, ..self.clone() },
            CaseAction::Load(text) => Self { text, revision, ..Self::default() },
            CaseAction::ChooseVendor(vendor) => Self { vendor, ..self.clone() },
            CaseAction::Clear if self.text.is_empty() => self.clone(),
            CaseAction::Clear => Self {
                text: AttrValue::default(),
                cleared: Some(self.text.clone()),
                revision,
                ..self.clone()
            },
            CaseAction::Undo => match &self.cleared {
                Some(text) => Self { text: text.clone(), cleared: None, revision, ..self.clone() },
                None => self.clone(),
            },
            CaseAction::Wipe => Self { revision, ..Self::default() },
        }
    }
}

impl Reducible for Case {
    type Action = CaseAction;

    fn reduce(self: Rc<Self>, action: CaseAction) -> Rc<Self> {
        let next = self.after(action);
        // The same pointer means that nothing has to be rendered again.
        if next == *self { self } else { next.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(actions: &[CaseAction]) -> Case {
        actions.iter().cloned().fold(Case::default(), |case, action| case.after(action))
    }

    #[test]
    fn a_cleared_text_comes_back_once() {
        let cleared = case(&[CaseAction::Edit("4010".into()), CaseAction::Clear]);
        assert_eq!(cleared.text, "");
        let back = cleared.after(CaseAction::Undo);
        assert_eq!(back.text, "4010");
        assert_eq!(back.after(CaseAction::Undo), back);
    }

    #[test]
    fn typing_forgets_what_was_cleared() {
        let typed =
            case(&[CaseAction::Edit("a".into()), CaseAction::Clear, CaseAction::Edit("b".into())]);
        assert_eq!(typed.cleared, None);
    }

    #[test]
    fn leaving_the_page_leaves_nothing() {
        let vendor = Some("updox".into());
        let left = case(&[
            CaseAction::Edit("secret".into()),
            CaseAction::ChooseVendor(vendor),
            CaseAction::Clear,
            CaseAction::Wipe,
        ]);
        assert_eq!(
            left,
            Case { revision: left.revision, edition: left.edition, ..Case::default() }
        );
    }

    #[test]
    fn another_text_or_vendor_is_another_edition() {
        let mut case = Case::default();
        for (action, is_new) in [
            (CaseAction::Edit("a".into()), true),
            (CaseAction::Edit("a".into()), false),
            (CaseAction::ChooseVendor(Some("updox".into())), true),
            (CaseAction::ChooseVendor(Some("updox".into())), false),
            (CaseAction::Clear, true),
            (CaseAction::Undo, true),
            (CaseAction::Load("b".into()), true),
            (CaseAction::Wipe, true),
        ] {
            let next = case.after(action.clone());
            assert_eq!(next.edition != case.edition, is_new, "{action:?}");
            case = next;
        }
    }

    #[test]
    fn only_a_text_from_elsewhere_moves_the_text_area() {
        let typed = case(&[CaseAction::Edit("a".into())]);
        assert_eq!(typed.revision, 0);
        assert_eq!(typed.after(CaseAction::Load("b".into())).revision, 1);
    }
}
