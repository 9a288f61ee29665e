//! Values that are known by their shape, whatever stands before them. One shape a file, with the false
//! friends that it must leave alone.

use core::ops::Range;

use super::beginnings::{Beginnings, Begins};
use super::kind::Kind;
use super::text::Text;

mod bearer;
pub(super) mod card;
mod data_image;
pub(super) mod email;
mod home;
pub(super) mod iban;
mod ip;
mod jwt;
mod key_prefix;
mod mac;
mod mbi;
pub(super) mod pem;
pub(super) mod phone;
mod putty;
pub(super) mod ssn;
mod street;
pub(super) mod trace_parent;
pub(super) mod userinfo;
mod webhook;

/// A shape that begins where a word begins.
pub(super) struct Shape {
    kind: Kind,
    pub(super) begins: Begins,
    /// The stretch to mask; it may begin later than the word.
    find: fn(Text<'_>, usize) -> Option<Range<usize>>,
}

/// The first that fits wins. Each looks at a bounded stretch, or at one that it then masks.
pub(super) const SHAPES: &[Shape] = &[
    Shape { kind: Kind::Credentials, begins: Begins::Word(bearer::begins), find: bearer::find },
    Shape { kind: Kind::Token, begins: Begins::Word(jwt::begins), find: jwt::find },
    Shape { kind: Kind::Secret, begins: Begins::Word(webhook::begins), find: webhook::find },
    Shape { kind: Kind::Secret, begins: Begins::Word(key_prefix::begins), find: key_prefix::find },
    Shape { kind: Kind::Key, begins: Begins::Word(putty::begins), find: putty::find },
    Shape { kind: Kind::Account, begins: Begins::Word(home::begins), find: home::find },
    Shape { kind: Kind::Photo, begins: Begins::Word(data_image::begins), find: data_image::find },
    Shape { kind: Kind::Ip, begins: Begins::Byte(|byte| byte.is_ascii_hexdigit()), find: ip::find },
    Shape {
        kind: Kind::Ssn,
        begins: Begins::Byte(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()),
        find: ssn::find,
    },
    Shape {
        kind: Kind::Ssn,
        begins: Begins::Byte(|byte| byte.is_ascii_digit()),
        find: ssn::find_spaced,
    },
    Shape {
        kind: Kind::Phone,
        begins: Begins::Byte(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'(')),
        find: phone::find,
    },
    Shape {
        kind: Kind::RecordNumber,
        begins: Begins::Byte(|byte| byte.is_ascii_digit()),
        find: mbi::find,
    },
    Shape {
        kind: Kind::Account,
        begins: Begins::Byte(|byte| byte.is_ascii_digit()),
        find: card::find,
    },
    Shape {
        kind: Kind::Account,
        begins: Begins::Byte(|byte| byte.is_ascii_uppercase()),
        find: iban::find,
    },
    Shape {
        kind: Kind::Device,
        begins: Begins::Byte(|byte| byte.is_ascii_hexdigit()),
        find: mac::find,
    },
    Shape {
        kind: Kind::Address,
        begins: Begins::Byte(|byte| byte.is_ascii_digit()),
        find: street::find,
    },
];

/// What begins at a place, where no name character stands before it; only what can begin there is asked.
pub(super) fn at(
    text: Text<'_>,
    at: usize,
    beginnings: Beginnings,
) -> Option<(Range<usize>, Kind)> {
    let mut shapes = beginnings.shapes().filter_map(|place| SHAPES.get(place));
    shapes.find_map(|shape| (shape.find)(text, at).map(|range| (range, shape.kind)))
}

/// Where a form ends in which `#` stands for a digit, `2` for one from 2 to 9, `A` for a letter of an
/// MBI, `@` for any capital and `*` for such a letter or a digit; a name character must not follow.
fn form(text: Text<'_>, at: usize, form: &str) -> Option<usize> {
    let end = at.saturating_add(form.len());
    let there = text.0.as_bytes().get(at..end)?;
    let is_letter = |byte: u8| {
        byte.is_ascii_uppercase() && !matches!(byte, b'S' | b'L' | b'O' | b'I' | b'B' | b'Z')
    };
    let fits = form.bytes().zip(there).all(|(wanted, byte)| match wanted {
        b'#' => byte.is_ascii_digit(),
        b'2' => matches!(byte, b'2'..=b'9'),
        b'1' => matches!(byte, b'1'..=b'9'),
        b'@' => byte.is_ascii_uppercase(),
        b'A' => is_letter(*byte),
        b'*' => is_letter(*byte) || byte.is_ascii_digit(),
        _ => wanted == *byte,
    });
    let goes_on = || text.byte(end).is_some_and(super::text::is_name);
    (fits && !goes_on()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a shape masks of a text when it is tried at every place where a word can begin.
    pub(in crate::redact) fn masked(
        find: fn(Text<'_>, usize) -> Option<Range<usize>>,
        text: &str,
    ) -> Option<&str> {
        let text = Text(text);
        let starts = (0..text.len())
            .filter(|at| !text.before(*at).is_some_and(crate::redact::text::is_name));
        starts.filter_map(|at| find(text, at)).map(|range| text.slice(range)).next()
    }
}
