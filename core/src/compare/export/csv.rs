//! CSV as RFC 4180 has it, for spreadsheets.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, and so does one that
//! begins with an apostrophe: whoever reads the file back drops one leading apostrophe from every cell and has the
//! text as it was. The byte order mark makes spreadsheets read the file as UTF-8.

use alloc::string::String;

use super::super::table::Table;

/// Characters that make a spreadsheet take a cell for a formula, their full-width forms among them, and the sign
/// that takes that away.
const GUARDED: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\''];

impl Table {
    /// The table as CSV: UTF-8 with a byte order mark, commas, lines that end in CR LF.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab, a line end or an apostrophe has an apostrophe in front; dropping
    /// one leading apostrophe gives the text back. A cell that differs begins with `≠`.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::{Catalog, Code, CompareOptions, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// let comparison = compare(catalog, Code::new(406), &CompareOptions::default());
    /// let csv = comparison.table(catalog).to_csv();
    /// assert!(csv.starts_with("\u{feff}Aspect,HTTP standard,HHAeXchange,Vision"));
    /// ```
    ///
    /// # Source
    ///
    /// RFC 4180, section 2; the characters are those of the OWASP page on CSV injection.
    pub fn to_csv(&self) -> String {
        let mut csv = String::from('\u{feff}');
        for line in self.lines() {
            for (index, cell) in line.iter().enumerate() {
                if index > 0 {
                    csv.push(',');
                }
                push_cell(&mut csv, cell);
            }
            csv.push_str("\r\n");
        }
        csv
    }
}

fn push_cell(csv: &mut String, text: &str) {
    let guard = if text.starts_with(GUARDED) { "'" } else { "" };
    if guard.is_empty() && !text.contains(['"', ',', ';', '\r', '\n', '\t']) {
        csv.push_str(text);
        return;
    }
    csv.push('"');
    csv.push_str(guard);
    csv.push_str(&text.replace('"', "\"\""));
    csv.push('"');
}

#[cfg(test)]
mod tests {
    use super::push_cell;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut csv = String::new();
        push_cell(&mut csv, text);
        assert_eq!(csv, expected);
    }

    #[test]
    fn formulas_are_guarded() {
        check("=1+1", "\"'=1+1\"");
        check("+49", "\"'+49\"");
        check("-2", "\"'-2\"");
        check("@SUM(A1)", "\"'@SUM(A1)\"");
        check("\tx", "\"'\tx\"");
        check("\r=1", "\"'\r=1\"");
        check("＝1", "\"'＝1\"");
    }

    #[test]
    fn a_leading_apostrophe_is_doubled_so_that_the_way_back_is_clear() {
        check("'=1", "\"''=1\"");
        check("it's", "it's");
    }

    #[test]
    fn separators_and_quotation_marks_are_quoted() {
        check("a,b", "\"a,b\"");
        check("say \"no\"", "\"say \"\"no\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("", "");
    }
}
