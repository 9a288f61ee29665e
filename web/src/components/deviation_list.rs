//! Where vendors deviate: from the standard, or from their own pages.

use respondex_core::{Catalog, Deviation};
use yew::Html;

use crate::markup::{el, made, made_line, prose, text};
use crate::state::vendor_facts;

/// The list; each with what it means for a client.
pub fn deviation_list(deviations: &[Deviation]) -> Html {
    el("ul", "deviations", deviations.iter().map(deviation_item).collect())
}

fn deviation_item(deviation: &Deviation) -> Html {
    let vendor = vendor_facts::name(Catalog::builtin(), deviation.vendor).to_owned();
    let mut what = vec![
        made_line("strong", "", vendor),
        text(" "),
        made_line("span", "code", deviation.code.to_string()),
        text(": "),
    ];
    what.extend(prose(&deviation.reason));
    let mut effect = vec![text("What it means for a client: ")];
    effect.extend(prose(deviation.effect));
    el(
        "li",
        "",
        vec![
            el("p", "", what),
            el("p", "", effect),
            el("p", "muted", vec![made(deviation.section.to_string())]),
        ],
    )
}
