//! All codes by vendor.

use respondex_core::{Catalog, Outcome};
use yew::prelude::*;

use crate::components::matrix_grid::{matrix, sign};
use crate::components::outcome_badge::toned;
use crate::markup::{el, el_with, line, text};
use crate::state::words;

/// Props of [`MatrixPage`].
#[derive(Debug, PartialEq, Properties)]
pub struct MatrixPageProps {
    /// Grows with each visit.
    pub visit: u32,
}

/// The page.
#[component]
pub fn MatrixPage(_props: &MatrixPageProps) -> Html {
    let signs = [
        Outcome::Success,
        Outcome::Partial,
        Outcome::Failure,
        Outcome::Redirect,
        Outcome::Interim,
        Outcome::Unknown,
    ];
    let signs = signs.map(|outcome| {
        let sign = toned("span", "sign", outcome, vec![text(sign(outcome))]);
        el("li", "", vec![sign, text(words::outcome(outcome))])
    });
    let head = vec![
        el_with("h1", &[("tabindex", "-1")], vec![text("Compare")]),
        line(
            "p",
            "",
            "Every code that a vendor lists, with its meaning. A number leads to its comparison, a cell to the vendor's page.",
        ),
        el_with("ul", &[("class", "legend"), ("aria-label", "Signs")], signs.into()),
    ];
    el("div", "wide", vec![el("div", "page-head", head), matrix(Catalog::builtin())])
}
