//! Every view as a table, and the table as CSV, JSON and Markdown: what is written is read back by others' readers.
#![expect(clippy::unwrap_used, reason = "a test that stops says why")]

use respondex_core::compare::{Cell, Grouping, TableRow};
use respondex_core::{
    Catalog, CompareOptions, MatrixOptions, Table, VendorsOptions, compare, compare_condition,
    compare_vendors, matrix,
};

/// Every view as a table.
fn tables() -> Vec<Table> {
    let catalog = Catalog::builtin();
    let mut tables: Vec<Table> = Vec::new();
    for entry in catalog.entries() {
        tables.push(compare(catalog, entry.code, &CompareOptions::default()).table(catalog));
    }
    for condition in catalog.conditions() {
        let found = compare_condition(catalog, condition.id, &CompareOptions::default());
        tables.push(found.unwrap().table(catalog));
    }
    let vendors = catalog.vendors().iter().map(|vendor| vendor.id.into()).collect();
    tables.push(compare_vendors(catalog, &VendorsOptions { vendors, all: true }).table(catalog));
    for by in [Grouping::Class, Grouping::Condition] {
        tables.push(
            matrix(catalog, &MatrixOptions { by, ..MatrixOptions::default() }).table(catalog),
        );
    }
    tables
}

#[test]
fn every_row_of_a_table_has_a_cell_for_each_heading() {
    for table in tables() {
        for row in &table.rows {
            assert_eq!(row.cells.len() + 1, table.columns.len(), "{}: {}", table.title, row.name);
        }
    }
}

#[test]
fn csv_comes_back_equal_from_an_independent_reader_and_holds_no_formula() {
    for table in tables() {
        let read = read_csv(&table.to_csv());
        for cell in read.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        let restored = restored(read);
        let mut expected = vec![table.columns.clone()];
        expected.extend(table.rows.iter().map(|row| {
            [row.name.clone()].into_iter().chain(row.cells.iter().map(Cell::marked)).collect()
        }));
        assert_eq!(restored, expected, "{}", table.title);
    }
}

#[test]
fn cells_that_look_like_formulas_come_back_as_they_were() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "'x",
        "''",
        "'",
        "=HYPERLINK(\"http://x\";\"y\")",
        "＝1",
        "a,b",
        "a;b",
        "\"",
        "a\r\nb",
        "",
        " =1",
        "≠ =1",
    ];
    let cell = |text: &str| Cell { text: text.into(), differs: false };
    let table = Table {
        title: String::new(),
        summary: String::new(),
        columns: vec!["=name".into(), "text".into()],
        rows: texts
            .iter()
            .map(|text| TableRow { name: "row".into(), cells: vec![cell(text)] })
            .collect(),
    };
    let read = read_csv(&table.to_csv());
    for line in &read {
        for raw in line {
            assert!(!raw.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{raw:?}");
        }
    }
    let back: Vec<String> =
        restored(read).into_iter().skip(1).filter_map(|line| line.into_iter().nth(1)).collect();
    assert_eq!(back, texts);
}

/// The cells as an independent reader sees them.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let csv = text.strip_prefix('\u{feff}').unwrap();
    assert!(csv.ends_with("\r\n"));
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(ToString::to_string).collect())
        .collect()
}

/// The way back that the documentation gives: one leading apostrophe is dropped.
fn restored(read: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let drop = |cell: String| cell.strip_prefix('\'').map(ToString::to_string).unwrap_or(cell);
    read.into_iter().map(|line| line.into_iter().map(drop).collect()).collect()
}

#[test]
fn json_is_what_the_table_is() {
    for table in tables() {
        let read: serde_json::Value = serde_json::from_str(&table.to_json()).unwrap();
        assert_eq!(read, serde_json::to_value(&table).unwrap(), "{}", table.title);
    }
}

#[test]
fn markdown_has_as_many_cells_in_each_line() {
    for table in tables() {
        let markdown = table.to_markdown();
        let lines: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(lines.len(), table.rows.len() + 2, "{}", table.title);
        for line in lines {
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            assert_eq!(bars, table.columns.len() + 1, "{line}");
        }
    }
}
