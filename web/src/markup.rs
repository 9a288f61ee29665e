//! Elements by calls of a few small functions.
//!
//! `html!` writes the making of every element out where it stands. Over all pages that came to more than
//! half of the wasm, so it is kept for components and for elements with handlers.

use std::borrow::Cow;

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

use crate::state::visible::visible;

/// An element with a class (none where empty) and children.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    el_with(tag, &[("class", class)], children)
}

/// An element with fixed attributes; one with an empty value is left out.
#[inline(never)]
pub fn el_with(
    tag: &'static str,
    attributes: &[(&'static str, &'static str)],
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        element.add_attribute(name, *value);
    }
    element.add_children(children);
    element.into()
}

/// An element with a class, one attribute whose value is made, and children.
#[inline(never)]
pub fn el_made(
    tag: &'static str,
    class: &'static str,
    attribute: (&'static str, String),
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_attribute(attribute.0, attribute.1);
    element.add_children(children);
    element.into()
}

/// An element that stays itself among others like it while its key is the same.
#[inline(never)]
pub fn el_keyed(tag: &'static str, key: u64, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    element.key = Some(key.into());
    element.add_children(children);
    element.into()
}

/// An element with a class and a fixed text.
#[inline(never)]
pub fn line(tag: &'static str, class: &'static str, words: &'static str) -> Html {
    el(tag, class, vec![text(words)])
}

/// An element with a class and a text that was made.
#[inline(never)]
pub fn made_line(tag: &'static str, class: &'static str, words: String) -> Html {
    el(tag, class, vec![made(words)])
}

/// A link.
#[inline(never)]
pub fn link(href: String, class: &'static str, children: Vec<Html>) -> Html {
    el_made("a", class, ("href", href), children)
}

/// Text as it stands on the wire, exact to the letter: never translated.
#[inline(never)]
pub fn wire(words: String) -> Html {
    el_with("span", &[("class", "wire"), ("translate", "no")], vec![made(words)])
}

/// A sign that is seen and not read out, since words stand beside it.
#[inline(never)]
pub fn unspoken(sign: &'static str) -> Html {
    el_with("span", &[("aria-hidden", "true")], vec![text(sign)])
}

/// A fixed text.
#[inline(never)]
pub fn text(words: &'static str) -> Html {
    VText::new(words).into()
}

/// A text that was made; what came from elsewhere in it has no effect on what stands around it.
#[inline(never)]
pub fn made(words: String) -> Html {
    match visible(&words) {
        Cow::Owned(shown) => as_typed(shown),
        Cow::Borrowed(_) => as_typed(words),
    }
}

/// A text to the letter, for what has to be laid out as the box beside it is.
#[inline(never)]
pub fn as_typed(words: String) -> Html {
    VText::new(words).into()
}

/// Several nodes as one.
#[inline(never)]
pub fn all(nodes: Vec<Html>) -> Html {
    yew::virtual_dom::VList::with_children(nodes, None).into()
}

/// Nothing.
pub fn none() -> Html {
    Html::default()
}

/// Text with its parts between backticks set as code.
#[inline(never)]
pub fn prose(words: &str) -> Vec<Html> {
    words
        .split('`')
        .enumerate()
        .filter(|(_, part)| !part.is_empty())
        .map(|(at, part)| if at % 2 == 1 { wire(part.to_owned()) } else { made(part.to_owned()) })
        .collect()
}

/// A button with a class and an accessible name of its own, where the words on it do not say enough.
#[inline(never)]
pub fn button(
    class: &'static str,
    name: Option<String>,
    onclick: Callback<MouseEvent>,
    children: Vec<Html>,
) -> Html {
    html! { <button type="button" {class} aria-label={name} {onclick}>{all(children)}</button> }
}
