//! The page of an address that nobody has.

use yew::prelude::*;

use crate::route::Route;

/// Says so, and where to go from here.
pub fn not_found() -> Html {
    html! {
        <div class="prose">
            <h1 tabindex="-1">{"There is no page at this address"}</h1>
            <p>{"The address may be mistyped, or the code belongs to another vendor. Look the number up instead: the answer shows every vendor that lists it."}</p>
            <p class="actions">
                <a class="button button-primary" href={Route::Home.href()}>{"Look up a code"}</a>
                <a class="button" href={Route::Compare.href()}>{"See all codes"}</a>
            </p>
        </div>
    }
}
