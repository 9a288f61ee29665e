//! What wraps a response in a paste, one file each. A carrier knows no vendor and no content.
//!
//! The first carrier in [`CARRIERS`] that knows the text takes it apart. Every piece keeps the way back
//! to its place in the paste.

mod bare;
mod http;
mod request;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::output::{Notice, NoticeCode};
use crate::span::OffsetMap;

/// One response, unwrapped.
#[derive(Debug)]
pub(crate) struct Piece<'a> {
    /// Its text.
    pub(crate) text: Cow<'a, str>,
    /// Where its bytes came from.
    pub(crate) origin: OffsetMap,
    /// True where the piece is whatever was pasted, so that prose may stand around the response.
    pub(crate) is_bare: bool,
}

#[cfg(test)]
impl<'a> Piece<'a> {
    /// A text that stands in the paste as it is.
    pub(crate) fn whole(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), origin: OffsetMap::identity(0), is_bare: true }
    }
}

/// Takes a text apart, or says that it is not this carrier.
type Carrier = for<'a> fn(&'a str, &mut Vec<Notice>) -> Option<Vec<Piece<'a>>>;

/// Every carrier, the most particular first; the last one takes anything.
const CARRIERS: &[Carrier] = &[http::split, request::split, bare::split];

/// Takes a paste apart into responses.
pub(crate) fn split<'a>(text: &'a str, notices: &mut Vec<Notice>) -> Vec<Piece<'a>> {
    CARRIERS.iter().find_map(|carrier| carrier(text, notices)).unwrap_or_default()
}

fn notice(code: NoticeCode, message: &str, span: Option<crate::span::Span>) -> Notice {
    Notice { code, message: message.into(), span }
}
