//! A choice within the answer to a text: with another text or vendor it is forgotten, before anything is drawn.

use yew::prelude::*;

use crate::state::case::Case;

/// A choice.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceWithin<T: PartialEq> {
    case: UseReducerHandle<Case>,
    /// What was chosen, with the edition of the case that it was chosen in.
    state: UseStateHandle<Option<(u32, T)>>,
}

/// A choice within the answer to the case.
#[hook]
pub fn use_choice_within<T: Copy + PartialEq + 'static>(
    case: &UseReducerHandle<Case>,
) -> ChoiceWithin<T> {
    ChoiceWithin { case: case.clone(), state: use_state(|| None) }
}

impl<T: Copy + PartialEq + 'static> ChoiceWithin<T> {
    /// What is chosen; asked later, what is chosen then.
    pub fn get(&self) -> Option<T> {
        self.state.filter(|(edition, _)| *edition == self.case.edition).map(|(_, what)| what)
    }

    /// Chooses.
    pub fn choose(&self, what: T) {
        self.state.set(Some((self.case.edition, what)));
    }
}
