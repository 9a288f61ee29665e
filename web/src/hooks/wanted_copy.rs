//! Copies that are asked for by key: always of what stands in the box, also where the page does not show it yet.
//!
//! The page draws itself some time after a key, on a slow machine a long time. A copy that is asked for meanwhile
//! waits, since the answer that is still shown is another one.

use std::cell::RefCell;

use yew::prelude::*;

use super::{address, text_area};
use crate::state::copies::CopyKind;

/// The box, and what is asked of it.
#[derive(Debug, Default)]
struct Wish {
    area: NodeRef,
    /// The query whose answer the page shows, and which of its results.
    shown: (AttrValue, Option<usize>),
    /// The result that was chosen last, drawn or not.
    chosen: Option<usize>,
    /// The copy that waits.
    wanted: Option<CopyKind>,
    /// Whether another result was asked for of a query that is not drawn yet: nobody knows which.
    is_lost: bool,
}

thread_local! {
    /// Nothing while the page has no box.
    static WISH: RefCell<Option<Wish>> = const { RefCell::new(None) };
}

/// Tells what the page shows for the box; called with each render.
#[hook]
pub fn use_wanted_copy(area: &NodeRef, query: &AttrValue, chosen: Option<usize>) {
    {
        let area = area.clone();
        use_effect_with((), move |()| {
            WISH.set(Some(Wish { area, ..Wish::default() }));
            || WISH.set(None)
        });
    }
    use_effect_with((query.clone(), chosen), |shown| {
        let wanted = WISH.with_borrow_mut(|wish| {
            let wish = wish.as_mut()?;
            wish.shown = shown.clone();
            if !wish.is_drawn() {
                return None;
            }
            wish.is_lost = false;
            wish.wanted.take()
        });
        if let Some(kind) = wanted {
            address::click_copy(kind);
        }
    });
}

/// Notes which result is chosen; nothing is the best one.
pub fn choose(place: Option<usize>) {
    WISH.with_borrow_mut(|wish| {
        if let Some(wish) = wish {
            wish.chosen = place;
        }
    });
}

/// The result that was chosen last.
pub fn chosen() -> Option<usize> {
    WISH.with_borrow(|wish| wish.as_ref().and_then(|wish| wish.chosen))
}

/// Whether a key that steps through the results came before they were drawn; the next copy is then let be.
pub fn is_too_early() -> bool {
    WISH.with_borrow_mut(|wish| {
        let Some(wish) = wish.as_mut().filter(|wish| !wish.is_answered()) else { return false };
        wish.is_lost = true;
        true
    })
}

/// Copies, as soon as the page shows what was asked for.
pub fn copy(kind: CopyKind) {
    let is_drawn = WISH.with_borrow_mut(|wish| {
        let Some(wish) = wish else { return true };
        let is_drawn = wish.is_drawn();
        wish.wanted = Some(kind).filter(|_| !is_drawn && !wish.is_lost);
        is_drawn
    });
    if is_drawn {
        address::click_copy(kind);
    }
}

impl Wish {
    /// Whether the page shows what stands in the box.
    fn is_drawn(&self) -> bool {
        self.shown.1 == self.chosen && self.is_answered()
    }

    /// Whether the results are those of what stands in the box.
    fn is_answered(&self) -> bool {
        text_area::value(&self.area) == *self.shown.0
    }
}
