//! The desk, with what this browser keeps of it.

use yew::prelude::*;

use super::storage;
use crate::state::desk::{Desk, DeskAction};

/// Where it is kept: ids of a vendor and of codes, and whether letters are shortcuts.
const STORAGE_KEY: &str = "respondex-desk";

/// The desk.
#[hook]
pub fn use_desk() -> UseReducerHandle<Desk> {
    let desk = use_reducer(Desk::default);
    let is_restored = use_mut_ref(|| false);
    {
        let desk = desk.clone();
        use_effect_with((), move |()| {
            let kept = storage::read(STORAGE_KEY).unwrap_or_default();
            desk.dispatch(DeskAction::Restore(Desk::restored(&kept)));
        });
    }
    use_effect_with(desk.kept(), move |kept| {
        // The first time it is the empty desk, before what was kept is read.
        if is_restored.replace(true) {
            storage::write(STORAGE_KEY, kept);
        }
    });
    desk
}
