//! What lies around a place: the objects, lists and elements that are open there.

use alloc::vec::Vec;
use core::ops::Range;

use super::rules::Rule;
use super::rules::around::Container;

/// Deeper nesting is counted and not looked into, so that a flood of brackets costs no memory.
const DEEPEST: usize = 512;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Object,
    List,
    /// From `<name` to `>`, where the attributes stand.
    Tag,
    /// From there to the end tag.
    Element,
}

/// One thing that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) sort: Sort,
    container: Container,
    /// What the content of the element is, by its name.
    pub(super) rule: Option<Rule>,
    /// What the value of the object is, by the name beside it.
    pub(super) pair: Option<Rule>,
    /// Whether the content of the element names what stands beside it.
    pub(super) is_naming: bool,
    /// A value whose name has not come yet.
    value: Option<Range<usize>>,
}

impl Frame {
    pub(super) const fn new(sort: Sort, container: Container) -> Self {
        Self { sort, container, rule: None, pair: None, is_naming: false, value: None }
    }

    const fn is_bracket(&self) -> bool {
        matches!(self.sort, Sort::Object | Sort::List)
    }
}

/// All that is open, the innermost last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Frames {
    open: Vec<Frame>,
    /// How many of them are brackets.
    brackets: usize,
    /// What the values outside of everything are.
    outside: Option<Rule>,
    /// How many more are open than are kept.
    beyond: usize,
}

impl Frames {
    pub(super) fn push(&mut self, mut frame: Frame) {
        if self.open.len() >= DEEPEST {
            self.beyond = self.beyond.saturating_add(1);
            return;
        }
        // The objects of a list are about what the list is about.
        if frame.sort == Sort::Object
            && frame.container == Container::Other
            && let Some(list) = self.open.last().filter(|list| list.sort == Sort::List)
        {
            frame.container = list.container;
        }
        self.brackets = self.brackets.saturating_add(usize::from(frame.is_bracket()));
        self.open.push(frame);
    }

    /// Closes the innermost bracket, and what was left open in it.
    pub(super) fn pop_bracket(&mut self) {
        if self.beyond > 0 {
            self.beyond = self.beyond.saturating_sub(1);
            return;
        }
        while self.brackets > 0 {
            if self.pop() {
                return;
            }
        }
    }

    /// Closes the innermost tag or element, unless a bracket is open in it.
    pub(super) fn pop_element(&mut self) {
        if self.beyond > 0 {
            self.beyond = self.beyond.saturating_sub(1);
        } else if self.open.last().is_some_and(|top| !top.is_bracket()) {
            self.pop();
        }
    }

    /// Whether what was closed is a bracket.
    fn pop(&mut self) -> bool {
        let is_bracket = self.open.pop().is_some_and(|frame| frame.is_bracket());
        self.brackets = self.brackets.saturating_sub(usize::from(is_bracket));
        is_bracket
    }

    /// The tag that is open, if a tag is the innermost.
    pub(super) fn tag(&mut self) -> Option<&mut Frame> {
        let is_known = self.beyond == 0;
        self.open.last_mut().filter(|top| is_known && top.sort == Sort::Tag)
    }

    pub(super) fn is_in_tag(&self) -> bool {
        self.top().is_some_and(|top| top.sort == Sort::Tag)
    }

    /// Whether the innermost thing that is open is an object.
    pub(super) fn is_in_object(&self) -> bool {
        self.top().is_some_and(|top| top.sort == Sort::Object)
    }

    /// What the members here are about; attributes are about nothing but their element.
    pub(super) fn container(&self) -> Container {
        let top = self.top().filter(|top| top.sort != Sort::Tag);
        top.map(|top| top.container).unwrap_or_default()
    }

    /// What the member `value` is: by the name beside it, or by the element whose attribute it is.
    pub(super) fn paired(&self) -> Option<Rule> {
        let Some(top) = self.top() else { return self.outside.filter(|_| self.open.is_empty()) };
        top.pair.or_else(|| top.rule.filter(|_| top.sort == Sort::Tag))
    }

    /// Notes what the value of this object is, and gives it if it has come already.
    pub(super) fn pair(&mut self, rule: Rule) -> Option<Range<usize>> {
        let top = self.open.last_mut()?;
        top.pair = Some(rule);
        top.value.take()
    }

    /// Notes what the values beside the innermost element are.
    pub(super) fn pair_around(&mut self, rule: Option<Rule>) {
        match self.open.last_chunk_mut::<2>() {
            Some([around, _]) if self.beyond == 0 => around.pair = rule,
            Some(_) => {}
            None => self.outside = rule,
        }
    }

    /// Notes what the values inside the innermost element are.
    pub(super) fn pair_within(&mut self, rule: Rule) {
        if self.beyond == 0
            && let Some(top) = self.open.last_mut()
        {
            top.pair = Some(rule);
        }
    }

    pub(super) fn keep_value(&mut self, value: Range<usize>) {
        if self.beyond == 0
            && let Some(top) = self.open.last_mut()
        {
            top.value = Some(value);
        }
    }

    /// How many are kept.
    pub(super) const fn depth(&self) -> usize {
        self.open.len()
    }

    /// The values whose names have not come yet.
    pub(super) fn values(&mut self) -> impl Iterator<Item = &mut Range<usize>> {
        self.open.iter_mut().filter_map(|frame| frame.value.as_mut())
    }

    fn top(&self) -> Option<&Frame> {
        self.open.last().filter(|_| self.beyond == 0)
    }
}

impl Frame {
    /// Goes from the tag to the content; gives what the content is.
    pub(super) fn enter(&mut self) -> Option<Rule> {
        self.sort = Sort::Element;
        self.pair.take().or(self.rule)
    }
}
