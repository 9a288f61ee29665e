//! Ids of messages and traces that no name tells: by their field of HL7, or by their shape.

use super::kind::Kind;
use super::mask::is_placeholder;
use super::scan::Scanner;
use super::{Found, hl7, shape};

impl Scanner<'_> {
    /// An id that its place or its shape tells; where it ends, if it is the word at a place.
    pub(super) fn id(&mut self, at: usize, end: usize, starts_segment: bool) -> Option<usize> {
        if starts_segment {
            for (range, kind) in hl7::ids(self.text, at) {
                // What lies before it in its segment is still to be read.
                if !is_placeholder(self.text.slice(range.clone())) {
                    self.found.push(Found { range, kind, mark: None, inside: None });
                }
            }
        }
        shape::trace_parent::is_one(self.text.slice(at..end)).then(|| self.emit(at..end, Kind::Id))
    }
}
