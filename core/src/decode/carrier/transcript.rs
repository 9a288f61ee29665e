//! What carriers share that print one call after the other: each response is put together from its lines, and
//! its request stands above it.

use alloc::vec::Vec;

use super::{Piece, Request, continued, extent, has_room_to_show, request};
use crate::decode::limits::MAX_UNCLOSED;
use crate::decode::output::Notice;
use crate::decode::unwrap::Unwrapped;
use crate::span::Rewriting;

/// The responses of a transcript, as they are put together.
pub(super) struct Transcript<'a, 's> {
    source: &'a Unwrapped<'s>,
    carrier: &'static str,
    pieces: Vec<Piece<'a>>,
    /// Where the text begins in which the next request may stand.
    before: usize,
    open: Option<(Rewriting<'a>, usize)>,
    /// The request of that response, where the carrier has read it; an empty one where none could be read.
    asked: Option<Request>,
    /// How often content was looked for that never closes; each such look reads on to the end.
    unclosed: usize,
    /// Whether content was not looked for any more.
    has_unread: bool,
}

impl<'a, 's> Transcript<'a, 's> {
    pub(super) fn new(source: &'a Unwrapped<'s>, carrier: &'static str) -> Self {
        Self {
            source,
            carrier,
            pieces: Vec::new(),
            before: 0,
            open: None,
            asked: None,
            unclosed: 0,
            has_unread: false,
        }
    }

    /// Begins a response; false where there is no room for more.
    pub(super) fn begin(&mut self, start: usize) -> bool {
        self.end();
        if !has_room_to_show(self.source, self.pieces.len()) {
            return false;
        }
        self.open = Some((Rewriting::new(&self.source.text), start));
        true
    }

    /// The response that is being put together.
    pub(super) fn response(&mut self) -> Option<&mut Rewriting<'a>> {
        self.open.as_mut().map(|(rewriting, _)| rewriting)
    }

    /// Says what the response answers that is being put together.
    pub(super) fn answers(&mut self, request: Option<Request>) {
        self.asked = Some(request.unwrap_or_default());
    }

    /// Where content ends that begins at a place, with the elements of its name that stand right behind it; with its
    /// line, where it never closes.
    pub(super) fn content_end(&mut self, start: usize, line_end: usize) -> usize {
        let rest = self.source.text.get(start..).unwrap_or_default();
        let looked_for = self.unclosed < MAX_UNCLOSED;
        self.has_unread = self.has_unread || !looked_for;
        let extent = if looked_for { extent::extent(rest) } else { None };
        let is_closed = extent.is_some_and(|extent| extent.is_closed);
        self.unclosed = self.unclosed.saturating_add(usize::from(!is_closed));
        extent.map_or(line_end, |extent| {
            start.saturating_add(extent::siblings_end(rest, extent.length))
        })
    }

    /// Ends the response that is being put together, if there is one.
    pub(super) fn end(&mut self) {
        let Some((rewriting, start)) = self.open.take() else { return };
        // A log may name the address in the response's own line.
        let line = self.source.text.get(start..).and_then(|rest| rest.find('\n'));
        let end = start.saturating_add(line.unwrap_or_default());
        let above = || request::find(self.source, self.before..end);
        let request = self.asked.take().or_else(above);
        let request = request.filter(|request| *request != Request::default());
        let request = request.or_else(|| continued(&self.pieces));
        let piece = Piece::made(self.source, rewriting, self.carrier).answering(request);
        self.pieces.push(piece);
        self.before = start;
    }

    /// Says where content was read to the end of its line only, since too much of it never closes.
    pub(super) fn tell_unclosed(&self, notices: &mut Vec<Notice>) {
        if self.has_unread {
            super::tell_unclosed(notices);
        }
    }

    /// Every response, where there is any.
    pub(super) fn finish(mut self) -> Option<Vec<Piece<'a>>> {
        self.end();
        (!self.pieces.is_empty()).then_some(self.pieces)
    }
}
