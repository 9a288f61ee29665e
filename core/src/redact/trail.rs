//! Where a reading of a text went, so that the next one reads only around what changed since.
//!
//! What the scanner does at a place depends on what it remembers there, on the text close before, and on the text
//! up to where it looks ahead. Where nothing of that changed it does the same again, and that was done already.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::frame::Frames;
use super::html_table::HtmlTable;
use super::rules::Rule;
use super::rules::around::Container;
use super::view::Replacements;
use crate::order;

/// How far before a place the scanner reads: a label of four words, the head of a form.
pub(super) const BEHIND: usize = 256;

/// How far ahead it reads without a note of it: a row of headings and the line below.
const AHEAD: usize = 1_024;

/// The distance between two stops.
const SPACING: usize = 512;

/// What the scanner remembers at a place where all else that it remembers lies far behind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Memory {
    pub(super) frames: Frames,
    pub(super) opens: Container,
    pub(super) opens_pair: Option<Rule>,
    pub(super) cells: HtmlTable,
    pub(super) has_state: bool,
}

/// A place that the scanner came by.
#[derive(Debug)]
struct Stop {
    at: usize,
    memory: Memory,
}

impl Stop {
    /// Where the next one is due: where much is remembered, it is remembered less often.
    fn next(&self) -> usize {
        let depth = self.memory.frames.depth();
        self.at.saturating_add(SPACING.max(depth.saturating_mul(16)))
    }
}

/// The stops of a reading, and what changed since.
#[derive(Debug, Default)]
pub(super) struct Trail {
    stops: Vec<Stop>,
    /// In order and apart from one another.
    changes: Vec<Range<usize>>,
}

impl Trail {
    /// Takes over that stretches of what is seen are replaced; gives what has to be seen then.
    pub(super) fn follow(&mut self, replacements: &Replacements, seen: &str) -> String {
        // Where so much changed, next to nothing would be left out.
        let most = seen.len() / AHEAD.saturating_add(SPACING);
        if self.stops.is_empty() || replacements.len() > most {
            *self = Self::default();
            return String::new();
        }
        let moved = Moved { rows: replacements.ranges().collect() };
        self.stops.retain_mut(|stop| {
            let mut is_same = true;
            for value in stop.memory.frames.values() {
                is_same &= moved.range(value);
            }
            let mut place = stop.at..stop.at;
            is_same &= moved.range(&mut place);
            stop.at = place.start;
            is_same
        });
        let mut changes: Vec<_> = core::mem::take(&mut self.changes)
            .into_iter()
            .map(|change| moved.place(change.start).start..moved.place(change.end).end)
            .collect();
        changes.extend(moved.rows.into_iter().map(|(_, new)| new));
        order::sort_by_key(&mut changes, |change| {
            order::both(order::place(change.start), order::place(change.end))
        });
        self.changes = changes;
        replacements.within(seen)
    }

    /// Forgets all if something else is seen than expected: the whole text is to be read then.
    pub(super) fn check(&mut self, expected: &str, seen: &str) {
        if expected != seen {
            *self = Self::default();
        }
    }

    /// What is left to read, the stops of the former reading, and the changes since.
    pub(super) fn take(&mut self) -> Route {
        let Self { stops, changes } = core::mem::take(self);
        Route { stops: stops.into_iter().peekable(), changes: changes.into_iter().peekable() }
    }

    /// Notes a stop at a place behind all others, if one is due and something can be remembered there; says where
    /// the next one is due.
    pub(super) fn next(&mut self, at: usize, memory: impl FnOnce() -> Option<Memory>) -> usize {
        let due = self.stops.last().map_or(SPACING, Stop::next);
        if at < due {
            return due;
        }
        let Some(memory) = memory() else { return at.saturating_add(SPACING / 8) };
        let stop = Stop { at, memory };
        let next = stop.next();
        self.stops.push(stop);
        next
    }

    /// The last stop.
    pub(super) fn last(&self) -> Option<(usize, &Memory)> {
        self.stops.last().map(|stop| (stop.at, &stop.memory))
    }
}

/// What a later reading goes along.
pub(super) struct Route {
    stops: core::iter::Peekable<alloc::vec::IntoIter<Stop>>,
    changes: core::iter::Peekable<alloc::vec::IntoIter<Range<usize>>>,
}

impl Route {
    /// Goes on to the last stop from which the next change has to be read; whether there is a change.
    pub(super) fn skip(&mut self, trail: &mut Trail) -> bool {
        let limit = self.changes.peek().map_or(usize::MAX, |change| change.start);
        while let Some(stop) = self.stops.next_if(|stop| is_before(stop.at, limit)) {
            trail.stops.push(stop);
        }
        self.changes.peek().is_some()
    }

    /// The next place behind another one where a stop of the former reading can be met.
    pub(super) fn next(&mut self, at: usize) -> usize {
        let stop = self.stops.peek().map_or(usize::MAX, |stop| stop.at);
        if stop > at { stop } else { at }
    }

    /// Whether all from a place on is as the former reading left it, up to a stop before the next change; `memory`
    /// is what is remembered there, if all else lies far behind.
    pub(super) fn joins(&mut self, at: usize, memory: impl FnOnce() -> Option<Memory>) -> bool {
        while self.stops.next_if(|stop| stop.at < at).is_some() {}
        while self.changes.next_if(|change| change.end.saturating_add(BEHIND) <= at).is_some() {}
        let limit = self.changes.peek().map_or(usize::MAX, |change| change.start);
        let stop = self.stops.peek().filter(|stop| stop.at == at && is_before(at, limit));
        stop.is_some_and(|stop| memory().is_some_and(|memory| memory == stop.memory))
    }
}

/// Whether nothing at a later place was looked at up to a stop.
const fn is_before(stop: usize, place: usize) -> bool {
    stop.saturating_add(AHEAD) <= place
}

/// Where places of a text are in the text with its replacements.
struct Moved {
    /// Each stretch that was replaced, and what stands there now; in order.
    rows: Vec<(Range<usize>, Range<usize>)>,
}

impl Moved {
    /// How many stretches end at a place or before.
    fn before(&self, at: usize) -> usize {
        self.rows.partition_point(|(old, _)| old.end <= at)
    }

    /// The place, or all of the replacement inside which it stood.
    fn place(&self, at: usize) -> Range<usize> {
        let before = self.before(at);
        if let Some((old, new)) = self.rows.get(before)
            && old.start < at
        {
            return new.clone();
        }
        let last = before.checked_sub(1).and_then(|last| self.rows.get(last));
        let (old, new) = last.map_or((0, 0), |(old, new)| (old.end, new.end));
        let place = new.saturating_add(at.saturating_sub(old));
        place..place
    }

    /// Moves a stretch; whether nothing in it was replaced.
    fn range(&self, range: &mut Range<usize>) -> bool {
        let before = self.before(range.start);
        let next = self.rows.get(before).map_or(usize::MAX, |(old, _)| old.start);
        let is_same = range.end <= next;
        *range = self.place(range.start).start..self.place(range.end).start;
        is_same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_moved_and_what_was_replaced_is_not() {
        let mut replacements = Replacements::default();
        replacements.push(10..20, |words| words.push_str("abc"));
        replacements.push(30..31, |words| words.push_str("abc"));
        let moved = Moved { rows: replacements.ranges().collect() };
        let place = |at| moved.place(at);
        assert_eq!([place(5), place(10), place(15)], [5..5, 10..10, 10..13]);
        assert_eq!([place(20), place(30), place(40)], [13..13, 23..23, 35..35]);
        let range = |mut range: Range<usize>| moved.range(&mut range).then_some(range);
        assert_eq!(range(0..10), Some(0..10));
        assert_eq!(range(20..30), Some(13..23));
        assert_eq!(range(0..11), None);
        assert_eq!(range(15..25), None);
        assert_eq!(range(25..40), None);
    }

    #[test]
    fn only_around_a_change_is_read_again() {
        const LENGTH: usize = 20_000;
        let memory = || Some(Memory::default());
        let mut trail = Trail::default();
        for at in 0..LENGTH {
            trail.next(at, memory);
        }
        let text = "-".repeat(LENGTH);
        let mut replacements = Replacements::default();
        replacements.push(10_000..10_010, |words| words.push_str("abc"));
        let expected = trail.follow(&replacements, &text);
        assert_eq!(expected.len(), LENGTH - 7);
        trail.check(&expected, &expected);
        let mut route = trail.take();
        let first = route.next(0);
        assert_eq!(first, SPACING);
        assert!(route.joins(first, memory) && route.skip(&mut trail));
        let back = trail.last().map_or(0, |(at, _)| at);
        assert!((10_000 - AHEAD - SPACING..=10_000 - AHEAD).contains(&back), "{back}");
        let met = (back..expected.len()).find(|at| route.joins(*at, memory)).unwrap_or_default();
        assert!((10_003 + BEHIND..10_003 + BEHIND + SPACING).contains(&met), "{met}");
        assert!(!route.skip(&mut trail), "nothing else changed");
        trail.check("a", "b");
        assert!(trail.last().is_none(), "the whole text is read where something else is seen");
    }
}
