//! Copies that are asked for by key: always of the answer to what was asked last, also where it is not shown yet.
//!
//! The page draws itself some time after a key, on a slow machine a long time, and a long text takes its reader a
//! while. A copy that is asked for meanwhile waits, since the answer that is still shown is another one. Whoever asks
//! something else before it comes gets no copy: better none than one of an answer that nobody meant.

use std::cell::RefCell;

use yew::prelude::*;

use super::address;
use crate::state::copies::CopyKind;

/// What a page is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The text in its box.
    pub text: AttrValue,
    /// The vendor that was chosen for it.
    pub vendor: Option<AttrValue>,
    /// Which of its answers was chosen; nothing is the one that comes first.
    pub place: Option<usize>,
}

/// A page with a box.
struct Page {
    /// What was asked last, drawn or not; nothing where nobody knows.
    asked: Box<dyn Fn() -> Option<Question>>,
    /// What the answer on the page is the answer to; nothing while it is being looked for.
    answered: Option<Question>,
}

#[derive(Default)]
struct Waiting {
    /// The page that is shown; nothing where it is asked nothing, so that what it shows is what is meant.
    page: Option<Page>,
    /// Whether the decoder is on its way with a text.
    is_coming: bool,
    /// The copy that waits, and of what.
    wanted: Option<(CopyKind, Question)>,
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
}

/// Tells what the page is asked, and what it shows the answer to; copies what was waited for.
#[hook]
pub fn use_wanted_copy(asked: impl Fn() -> Option<Question> + 'static, answered: Option<Question>) {
    use_effect(move || {
        let due = WAITING.with_borrow_mut(|waiting| {
            waiting.is_coming = false;
            waiting.page = Some(Page { asked: Box::new(asked), answered });
            waiting.due()
        });
        if let Some(kind) = due {
            address::click_copy(kind);
        }
    });
    use_effect_with((), |()| {
        || {
            WAITING.with_borrow_mut(|waiting| {
                if !waiting.is_coming {
                    *waiting = Waiting::default();
                }
            });
        }
    });
}

/// Tells that the decoder is on its way with a text, so that a copy waits for it.
pub fn expect_decoder(text: &AttrValue) {
    let question = Question { text: text.clone(), ..Question::default() };
    let asked = Box::new(move || Some(question.clone()));
    WAITING.with_borrow_mut(|waiting| {
        waiting.is_coming = true;
        waiting.page = Some(Page { asked, answered: None });
    });
}

/// Copies, as soon as the page shows the answer to what was asked.
pub fn copy(kind: CopyKind) {
    let is_due = WAITING.with_borrow_mut(|waiting| {
        let Some(page) = &waiting.page else { return true };
        waiting.wanted = (page.asked)().map(|question| (kind, question));
        waiting.due().is_some()
    });
    if is_due {
        address::click_copy(kind);
    }
}

impl Waiting {
    /// The copy that waits, where its answer is shown; forgets it where something else was asked since.
    fn due(&mut self) -> Option<CopyKind> {
        let page = self.page.as_ref()?;
        let (kind, question) = self.wanted.take()?;
        if (page.asked)().as_ref() != Some(&question) {
            return None;
        }
        if page.answered.as_ref() == Some(&question) {
            return Some(kind);
        }
        self.wanted = Some((kind, question));
        None
    }
}
