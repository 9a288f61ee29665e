//! JSON, for programs that want the table and not the answer behind it.

use alloc::string::String;

use super::super::table::Table;
use crate::json_text::push_json_text;

impl Table {
    /// The table as JSON, with the members that its serialized form has: `title`, `summary`, `columns`, `rows`.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::{Catalog, Code, CompareOptions, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// let comparison = compare(catalog, Code::new(406), &CompareOptions::default());
    /// assert!(comparison.table(catalog).to_json().starts_with("{\"title\":\"406 across vendors\""));
    /// ```
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\"title\":");
        push_json_text(&mut json, &self.title);
        json.push_str(",\"summary\":");
        push_json_text(&mut json, &self.summary);
        json.push_str(",\"columns\":[");
        for (index, column) in self.columns.iter().enumerate() {
            separate(&mut json, index);
            push_json_text(&mut json, column);
        }
        json.push_str("],\"rows\":[");
        for (index, row) in self.rows.iter().enumerate() {
            separate(&mut json, index);
            json.push_str("{\"name\":");
            push_json_text(&mut json, &row.name);
            json.push_str(",\"cells\":[");
            for (index, cell) in row.cells.iter().enumerate() {
                separate(&mut json, index);
                json.push_str("{\"text\":");
                push_json_text(&mut json, &cell.text);
                json.push_str(if cell.differs {
                    ",\"differs\":true}"
                } else {
                    ",\"differs\":false}"
                });
            }
            json.push_str("]}");
        }
        json.push_str("]}");
        json
    }
}

fn separate(json: &mut String, index: usize) {
    if index > 0 {
        json.push(',');
    }
}
