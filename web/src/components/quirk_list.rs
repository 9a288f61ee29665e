//! Contradictions and traps, with the passages that disagree side by side.

use respondex_core::Quirk;
use yew::prelude::*;

/// One block for each quirk.
pub fn quirk_list(quirks: &[Quirk]) -> Html {
    html! {
        <ul class="quirks">
            for quirk in quirks {
                <li key={quirk.summary.clone()} class="quirk">
                    <p>{&quirk.summary}</p>
                    if !quirk.passages.is_empty() {
                        <ul class="passages">
                            for passage in &quirk.passages { <li key={passage.clone()}>{passage}</li> }
                        </ul>
                    }
                </li>
            }
        </ul>
    }
}
