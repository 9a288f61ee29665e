//! What the desk keeps between two calls: the pinned vendor, recent codes, the list for one summary.

use respondex_core::Catalog;
use yew::prelude::*;

use super::copy_button::CopyButton;
use super::entry_facts::entry_link;
use super::vendor_select::vendor_select;
use crate::hooks::{address, clock};
use crate::markup::{button, el, line, text};
use crate::state::answer::Answer;
use crate::state::copies;
use crate::state::desk::{Desk, DeskAction};

/// The choice of the vendor that stands in front.
pub fn vendor_pin(desk: &UseReducerHandle<Desk>) -> Html {
    let on_choose = {
        let desk = desk.dispatcher();
        Callback::from(move |chosen: Option<String>| desk.dispatch(DeskAction::Pin(chosen)))
    };
    vendor_select("pin", "Vendor in front", "none", desk.pinned, &on_choose)
}

/// The list of codes for one summary; nothing while it is empty.
pub fn code_list(desk: &UseReducerHandle<Desk>) -> Option<Html> {
    if desk.listed.is_empty() {
        return None;
    }
    let listed = desk.listed.clone();
    let text_of_list = Callback::from(move |()| {
        let catalog = Catalog::builtin();
        let entries = listed.iter().filter_map(|id| catalog.entry(id));
        let answers: Vec<Answer> = entries.map(|entry| Answer::of_entry(entry)).collect();
        copies::list(&answers, clock::now(), &address::absolute)
    });
    let items = desk.listed.iter().map(|id| {
        let (dispatcher, id) = (desk.dispatcher(), *id);
        let onclick =
            Callback::from(move |_: MouseEvent| dispatcher.dispatch(DeskAction::Toggle(id.into())));
        let remove = button(
            "chip-remove",
            Some(format!("Take {id} off the list")),
            onclick,
            vec![text("×")],
        );
        el("li", "chip", vec![entry_link(id), remove])
    });
    let clear = {
        let desk = desk.dispatcher();
        Callback::from(move |_: MouseEvent| desk.dispatch(DeskAction::ClearList))
    };
    Some(html! {
        <section class="desk" aria-labelledby="list-title">
            <h2 id="list-title" class="list-title">{"List for one summary"}</h2>
            {el("ul", "chips", items.collect())}
            <p class="card-actions">
                <CopyButton label="Copy list" text={text_of_list} />
                {button("button", None, clear, vec![text("Empty the list")])}
            </p>
        </section>
    })
}

/// The codes that were looked at last; nothing while there are none.
pub fn recent_codes(desk: &UseReducerHandle<Desk>) -> Option<Html> {
    if desk.recent.is_empty() && !desk.keeps_recent {
        return None;
    }
    let items = desk.recent.iter().map(|id| el("li", "chip", vec![entry_link(id)])).collect();
    let forget = {
        let desk = desk.dispatcher();
        Callback::from(move |_: MouseEvent| desk.dispatch(DeskAction::ForgetRecent))
    };
    let onchange = {
        let (keeps, desk) = (desk.keeps_recent, desk.dispatcher());
        Callback::from(move |_: Event| desk.dispatch(DeskAction::KeepRecent(!keeps)))
    };
    Some(html! {
        <section class="desk" aria-labelledby="recent-title">
            <h2 id="recent-title" class="list-title">{"Recent codes"}</h2>
            {el("ul", "chips", items)}
            <p class="card-actions">
                {button("button button-small", None, forget, vec![text("Forget all (X)")])}
                <label class="check">
                    <input type="checkbox" checked={desk.keeps_recent} {onchange} />
                    {line("span", "", "Keep them in this browser; codes only")}
                </label>
            </p>
        </section>
    })
}
