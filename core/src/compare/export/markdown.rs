//! Markdown as GitHub has it: a heading, the summary, and a table.

use alloc::string::String;

use super::super::table::Table;

impl Table {
    /// The table as GitHub Flavored Markdown. Lines within a cell are parted by `<br>`; a cell that differs begins
    /// with `≠`.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::{Catalog, Code, CompareOptions, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// let comparison = compare(catalog, Code::new(406), &CompareOptions::default());
    /// let markdown = comparison.table(catalog).to_markdown();
    /// assert!(markdown.starts_with("## 406 across vendors\n"));
    /// assert!(markdown.contains("| Condition | No acceptable format |"));
    /// ```
    pub fn to_markdown(&self) -> String {
        let mut markdown = String::from("## ");
        push_escaped(&mut markdown, &self.title);
        markdown.push_str("\n\n");
        push_escaped(&mut markdown, &self.summary);
        markdown.push_str("\n\n");
        for (index, line) in self.lines().iter().enumerate() {
            for cell in line {
                markdown.push_str("| ");
                push_escaped(&mut markdown, cell);
                markdown.push(' ');
            }
            markdown.push_str("|\n");
            if index == 0 {
                for _ in line {
                    markdown.push_str("| --- ");
                }
                markdown.push_str("|\n");
            }
        }
        markdown
    }
}

fn push_escaped(markdown: &mut String, text: &str) {
    for character in text.trim_end_matches('\n').chars() {
        match character {
            '\n' => markdown.push_str("<br>"),
            '\r' => {}
            '\\' | '|' | '<' | '>' | '*' | '_' | '`' | '[' | ']' | '~' | '#' => {
                markdown.push('\\');
                markdown.push(character);
            }
            _ => markdown.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::push_escaped;

    #[test]
    fn nothing_in_a_cell_ends_it_or_becomes_markup() {
        let mut markdown = String::new();
        push_escaped(&mut markdown, "a|b <RES> *x* `y` [z](u)\nlast\n");
        assert_eq!(markdown, r"a\|b \<RES\> \*x\* \`y\` \[z\](u)<br>last");
    }
}
