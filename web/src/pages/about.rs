//! Where the facts come from, how they are marked, privacy, keys.

use respondex_core::{Basis, Catalog};
use yew::prelude::*;

use super::vendors::sources;
use crate::state::words;

/// The page.
pub fn about() -> Html {
    html! {
        <div class="prose">
            <h1 tabindex="-1">{"About"}</h1>
            <p class="lead">
                {"Respondex explains the response codes of vendor APIs: what happened, who has to act, what to do and when to try again. It is not made by any of the vendors."}
            </p>

            <h2 id="facts">{"How facts are marked"}</h2>
            <p>{"Every fact says who says it. The mark beside it opens the source, and the reason where the source does not say it in so many words."}</p>
            <dl class="pairs">
                for basis in [Basis::Stated, Basis::Derived, Basis::Inferred] {
                    <div class="pair" key={words::basis(basis)}>
                        <dt>{words::basis(basis)}</dt><dd>{words::basis_detail(basis)}</dd>
                    </div>
                }
            </dl>
            <p>{"Phrases, messages and field names are exact to the letter. Explanations are in our own words. Where a vendor's page contradicts itself, both passages are shown. A number that nobody lists gets no meaning, only the rule that holds for it."}</p>

            <h2 id="privacy" tabindex="-1">{"Nothing you paste leaves the page"}</h2>
            <p>{"Responses are read in your browser. What you type or paste is not sent, not stored, and not put into the address when it was pasted. It is gone when you leave the page. Only the choice of colours is remembered in this browser."}</p>
            <p>{"You can check it:"}</p>
            <ol>
                <li>{"Open the developer tools of your browser and their network tab, then paste and decode: no request appears."}</li>
                <li>{"Once the page has loaded, switch the network off: everything still works."}</li>
                <li>{"Look at the page's content policy: when the app has started, it forbids every connection."}</li>
            </ol>
            <p>{"A reply that you copy from a decoded response has secrets and personal data masked as far as they can be recognized. That is a help and no de-identification: read it before you send it."}</p>

            <h2 id="keys">{"Keys"}</h2>
            <dl class="pairs">
                <div class="pair"><dt><kbd>{"Ctrl"}</kbd>{" + "}<kbd>{"K"}</kbd></dt><dd>{"To the box, from anywhere (on a Mac Command + K)"}</dd></div>
                <div class="pair"><dt><kbd>{"Enter"}</kbd></dt><dd>{"In the box: opens the first answer"}</dd></div>
                <div class="pair"><dt><kbd>{"↓"}</kbd></dt><dd>{"In the box: to the first answer"}</dd></div>
                <div class="pair"><dt><kbd>{"Tab"}</kbd></dt><dd>{"Through the answers, in order"}</dd></div>
                <div class="pair"><dt><kbd>{"Esc"}</kbd></dt><dd>{"In the box: empties it"}</dd></div>
            </dl>

            <h2 id="sources">{"Sources"}</h2>
            for vendor in Catalog::builtin().vendors() {
                <section key={vendor.id.clone()}>
                    <h3>{&vendor.name}</h3>
                    {sources(vendor)}
                </section>
            }
        </div>
    }
}
