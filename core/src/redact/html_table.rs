//! Tables of HTML: what a cell holds is told by the heading of its column, or by the heading beside it.

use alloc::vec::Vec;

use super::rules::{Rule, Sought};
use super::text::{Text, is_line_end};

/// More columns are not kept.
const MOST_COLUMNS: usize = 64;

/// The longest attributes and the longest heading that are read.
const LONGEST: usize = 64;

/// The table that is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct HtmlTable {
    headings: Vec<Option<Rule>>,
    column: usize,
    /// The heading right before the next cell, in the same row.
    beside: Option<Rule>,
}

impl HtmlTable {
    /// Notes the tag whose name ends at a place; what the content is, if it is a cell.
    pub(super) fn tag(
        &mut self,
        text: Text<'_>,
        name: &str,
        end: usize,
        sought: Sought,
    ) -> Option<Rule> {
        match name {
            "table" => *self = Self::default(),
            "tr" => (self.column, self.beside) = (0, None),
            "th" => {
                let content = read(text, end, |byte| byte != b'>').saturating_add(1);
                let heading =
                    content..read(text, content, |byte| byte != b'<' && !is_line_end(byte));
                self.beside = sought.label(text.slice(text.trim(heading)));
                if self.column < MOST_COLUMNS {
                    self.headings.resize(self.column, None);
                    self.headings.push(self.beside);
                }
                self.column = self.column.saturating_add(1);
            }
            "td" => {
                let own = self.headings.get(self.column).copied().flatten();
                self.column = self.column.saturating_add(1);
                return self.beside.take().or(own);
            }
            _ => {}
        }
        None
    }
}

fn read(text: Text<'_>, start: usize, is_wanted: impl Fn(u8) -> bool) -> usize {
    let rest = text.0.as_bytes().get(start..).unwrap_or_default().iter().take(LONGEST);
    start.saturating_add(rest.take_while(|byte| is_wanted(**byte)).count())
}
