//! What the address of a comparison asks for, and changing it without a step in the history.

use yew::prelude::*;

use super::address;
use crate::route::Route;
use crate::state::compare_query::CompareQuery;

/// The query in the address, and a way to ask for something else. Rendered first without one, as the page was
/// written; `visit` grows with each visit.
#[hook]
pub fn use_compare_query(route: &Route, visit: u32) -> (CompareQuery, Callback<CompareQuery>) {
    let query = use_state_eq(CompareQuery::default);
    {
        let query = query.setter();
        use_effect_with((route.clone(), visit), move |_| {
            query.set(CompareQuery::parse(&address::current_search()));
        });
    }
    let ask = use_callback(route.clone(), {
        let query = query.setter();
        move |asked: CompareQuery, route: &Route| {
            address::replace(&[route.path(), asked.search()].concat());
            query.set(asked);
        }
    });
    ((*query).clone(), ask)
}
