//! Comparisons and deviations that were checked by hand: the expected answers are in `tests/compare/`.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test that stops says why")]

use respondex_core::compare::{
    ASPECTS, Action, Against, Column, Grouping, Matrix, MatrixOptions, Nearest, rules,
};
use respondex_core::{
    Actor, Catalog, Code, CompareOptions, Comparison, RetryKind, STANDARD, VendorsOptions,
    all_deviations, compare, compare_condition, compare_vendors, deviations, matrix,
};

const COMPARISONS: &str = include_str!("compare/comparisons.tsv");
const DEVIATIONS: &str = include_str!("compare/deviations.tsv");

/// The rows of a table, each with its number of line; comments are left out.
fn rows(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
        .map(|(index, line)| (index + 1, line.split('\t').collect()))
}

fn of(code: u32) -> Comparison {
    compare(Catalog::builtin(), Code::new(code), &CompareOptions::default())
}

fn with_kinds(codes: &[Nearest]) -> String {
    let all = codes.iter().map(|nearest| format!("{} {}", nearest.entry.code, nearest.kind.id()));
    all.collect::<Vec<_>>().join(", ")
}

/// The text of an aspect and its mark.
fn by_code(code: &str, vendor: &str, aspect: &str) -> (String, &'static str) {
    let comparison = of(code.parse().unwrap());
    let is_vendor = |column: &&Column| column.vendor == vendor;
    let column = comparison.columns.iter().find(is_vendor).unwrap();
    let mark = if column.differs.contains(&aspect) { "≠" } else { "=" };
    if aspect == "nearest" {
        return (with_kinds(&column.nearest), mark);
    }
    let aspect = ASPECTS.iter().find(|known| known.id == aspect).unwrap();
    // What is shown is taken from the table, so that the table is held to the answer as well.
    let table = comparison.table(Catalog::builtin());
    let place = comparison.columns.iter().position(|column| column.vendor == vendor).unwrap();
    let row = table.rows.iter().find(|row| row.name == aspect.name).unwrap();
    let cell = row.cells.get(place + 1).unwrap();
    assert_eq!(cell.differs, mark == "≠");
    (cell.text.replace('\n', " / "), mark)
}

fn by_condition(id: &str, vendor: &str, aspect: &str) -> String {
    let found = compare_condition(Catalog::builtin(), id, &CompareOptions::default()).unwrap();
    if vendor == STANDARD {
        return with_kinds(&found.standard);
    }
    let column = found.columns.iter().find(|column| column.vendor == vendor).unwrap();
    match aspect {
        "codes" if column.codes.is_empty() => "no code".into(),
        "codes" => with_kinds(&column.codes),
        "messages" => column.messages.iter().map(|it| it.text).collect::<Vec<_>>().join(", "),
        other => panic!("no aspect {other}"),
    }
}

fn migration(pair: &str, code: &str) -> String {
    let vendors = pair.split('>').map(Into::into).collect();
    let compared = compare_vendors(Catalog::builtin(), &VendorsOptions { vendors, all: true });
    let migration = compared.migrations.first().unwrap();
    let step = migration.steps.iter().find(|step| step.code.to_string() == code).unwrap();
    step.action.id().into()
}

#[test]
fn comparisons_are_as_they_were_checked_by_hand() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (line, row) in rows(COMPARISONS) {
        count += 1;
        let (found, expected) = match row.as_slice() {
            ["code", code, vendor, aspect, text, mark] => {
                let (found, sign) = by_code(code, vendor, aspect);
                (format!("{found}\t{sign}"), format!("{text}\t{mark}"))
            }
            ["condition", id, vendor, aspect, text] => {
                (by_condition(id, vendor, aspect), text.to_string())
            }
            ["vendors", pair, code, "action", text] => (migration(pair, code), text.to_string()),
            other => panic!("line {line}: {other:?}"),
        };
        if found != expected {
            wrong.push(format!("line {line}: {row:?}\n  found {found}"));
        }
    }
    assert!(wrong.is_empty(), "tests/compare/comparisons.tsv\n{}", wrong.join("\n"));
    assert!(count >= 80, "only {count} comparisons");
}

#[test]
fn rules_fire_where_they_should_and_nowhere_else() {
    let mut wrong = Vec::new();
    for (line, row) in rows(DEVIATIONS) {
        let [expected, rule, vendor, code] = row.as_slice() else { panic!("line {line}: {row:?}") };
        assert!(rules().any(|known| known.id == *rule), "line {line}: no rule {rule}");
        let found = deviations(Catalog::builtin(), vendor, Code::parse(code).unwrap());
        let fired = found.iter().any(|deviation| deviation.rule == *rule);
        if fired != (*expected == "fires") {
            wrong.push(format!("line {line}: {row:?}"));
        }
    }
    assert!(wrong.is_empty(), "tests/compare/deviations.tsv\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_fires_and_one_that_does_not() {
    for rule in rules() {
        for fires in ["fires", "not"] {
            let listed = |row: &[&str]| row.starts_with(&[fires, rule.id]);
            assert!(rows(DEVIATIONS).any(|(_, row)| listed(&row)), "{fires}: {}", rule.id);
        }
    }
}

#[test]
fn every_deviation_says_where_the_rule_stands_why_and_what_it_means() {
    let catalog = Catalog::builtin();
    let all = all_deviations(catalog, &CompareOptions::default());
    for found in &all {
        let named = ["RFC ", "IANA "].iter().any(|name| found.section.starts_with(name));
        assert!(named && found.section.len() > 8, "{found:?}");
        for sentence in [found.reason.as_str(), found.effect] {
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{found:?}");
        }
    }
    assert!(all.iter().any(|found| found.against == Against::OwnDocumentation));
    // Each is given with the code's comparison as well.
    for found in &all {
        let comparison = compare(catalog, found.code, &CompareOptions::default());
        assert!(comparison.deviations.contains(found), "{found:?}");
    }
}

#[test]
fn the_standard_breaks_no_rule() {
    let catalog = Catalog::builtin();
    for entry in catalog.entries().iter().filter(|entry| entry.vendor == STANDARD) {
        assert_eq!(deviations(catalog, STANDARD, entry.code), []);
    }
}

#[test]
fn the_summary_says_first_whether_trying_again_helps_and_who_acts() {
    let options = CompareOptions { vendors: vec!["vision".into(), "elevate".into()] };
    let summary = |code| compare(Catalog::builtin(), Code::new(code), &options).summary;
    assert_eq!(
        summary(500),
        "Retrying helps at Vision after 5 minutes, then every 30 minutes; at Elevate IQ contact \
         Elevate support first. The vendor acts. 500 is listed by Vision and Elevate IQ. They mean \
         the same by it."
    );
    assert_eq!(summary(777), "None of these vendors lists 777.");
    assert_eq!(
        of(4071).summary,
        "Retrying helps after a correction. The sending side acts. 4071 is listed by Updox, not by \
         HHAeXchange, Vision, SanteDB and Elevate IQ."
    );
    assert!(of(401).summary.contains("“Token expired” at Vision"), "{}", of(401).summary);
    let no_content = of(204).summary;
    assert!(
        no_content.starts_with(
            "Retrying helps at HHAeXchange and Vision after a correction; nothing is to be repeated at \
             SanteDB and Elevate IQ. Who acts differs: the sending side at HHAeXchange and Vision; \
             nobody at SanteDB and Elevate IQ."
        ),
        "{no_content}"
    );
}

#[test]
fn vendors_can_be_chosen_by_nickname() {
    let options = CompareOptions { vendors: vec!["hha".into(), "elevate".into()] };
    let comparison = compare(Catalog::builtin(), Code::new(404), &options);
    let vendors: Vec<&str> = comparison.columns.iter().map(|column| column.vendor).collect();
    assert_eq!(vendors, ["hhaexchange", "elevate-iq"]);
}

#[test]
fn every_condition_can_be_compared_and_names_each_vendor_once() {
    let catalog = Catalog::builtin();
    for condition in catalog.conditions() {
        let found = compare_condition(catalog, condition.id, &CompareOptions::default()).unwrap();
        let vendors: Vec<&str> = found.columns.iter().map(|column| column.vendor).collect();
        assert_eq!(vendors, ["hhaexchange", "vision", "santedb", "updox", "elevate-iq"]);
        assert!(found.summary.ends_with('.'), "{}: {}", condition.id, found.summary);
        // Every code of the condition stands in its view.
        for entry in catalog.entries().iter().filter(|entry| entry.condition == condition.id) {
            let of_vendor = found.columns.iter().filter(|column| column.vendor == entry.vendor);
            let listed = of_vendor.flat_map(|column| &column.codes).chain(&found.standard);
            let named = listed.into_iter().any(|nearest| nearest.entry.id == entry.id);
            assert!(named || !entry.is_in_use(), "{}: {}", condition.id, entry.id);
        }
    }
    let options = CompareOptions::default();
    assert_eq!(compare_condition(catalog, "no-such-thing", &options), None);
    let by_name = compare_condition(catalog, "already Exists", &options);
    assert_eq!(by_name, compare_condition(catalog, "already-exists", &options));
}

#[test]
fn a_cut_list_of_nearest_codes_says_how_many_are_missing() {
    let comparison = of(422);
    let updox = comparison.columns.iter().find(|column| column.vendor == "updox").unwrap();
    let all =
        compare_condition(Catalog::builtin(), "validation-failed", &CompareOptions::default());
    let all = all.unwrap().columns.into_iter().find(|column| column.vendor == "updox").unwrap();
    assert_eq!(updox.nearest.len() + updox.further, all.codes.len());
    assert!(updox.further > 0);
}

#[test]
fn a_migration_counts_its_steps_and_says_how_answers_are_read() {
    let vendors = vec!["vision".into(), "elevate".into(), "updox".into(), "vision".into()];
    let options = VendorsOptions { vendors, all: true };
    let compared = compare_vendors(Catalog::builtin(), &options);
    assert_eq!(compared.vendors, ["vision", "elevate-iq", "updox"]);
    let [to_elevate, to_updox] = compared.migrations.as_slice() else { panic!("two migrations") };
    assert_eq!(
        to_elevate.summary,
        "You handle Vision; for Elevate IQ you must add 4 codes and change 6. Unchanged: 2; not listed \
         there: 7."
    );
    assert!(to_updox.reading.iter().any(|it| it.contains("Read the code in the body")));
    let unauthorized = to_elevate.steps.iter().find(|step| step.code.number() == 401).unwrap();
    assert_eq!(unauthorized.action, Action::Change);
    assert_eq!(unauthorized.text, "condition: Token expired → Authentication failed");
}

#[test]
fn equal_rows_are_left_out_unless_all_are_wanted() {
    let of = |all| {
        let vendors = vec!["hhaexchange".into(), "elevate".into()];
        let compared = compare_vendors(Catalog::builtin(), &VendorsOptions { vendors, all });
        compared.rows.iter().map(|row| row.code.number()).collect::<Vec<_>>()
    };
    assert!(of(true).contains(&403) && !of(false).contains(&403));
    assert!(of(false).contains(&404) && of(false).contains(&409));
    let one = VendorsOptions { vendors: vec!["vision".into()], all: true };
    assert_eq!(compare_vendors(Catalog::builtin(), &one).rows, []);
}

fn codes(matrix: &Matrix) -> Vec<u32> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    rows.filter_map(|row| row.code).map(Code::number).collect()
}

#[test]
fn the_matrix_has_every_entry_of_the_vendors_in_both_groupings() {
    let catalog = Catalog::builtin();
    let listed = catalog.entries().iter().filter(|entry| entry.vendor != STANDARD).count();
    for by in [Grouping::Class, Grouping::Condition] {
        let matrix = matrix(catalog, &MatrixOptions { by, ..MatrixOptions::default() });
        let rows = matrix.groups.iter().flat_map(|group| &group.rows);
        assert_eq!(rows.flat_map(|row| &row.cells).flatten().count(), listed, "{by:?}");
    }
    let all = matrix(catalog, &MatrixOptions::default());
    assert!(codes(&all).is_sorted());
    let groups: Vec<&str> = all.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(
        groups,
        [
            "1xx",
            "2xx",
            "3xx",
            "4xx",
            "5xx",
            "outside 100 to 599",
            "2xxx",
            "4xxx",
            "5xxx",
            "6xxx",
            "9xxx"
        ]
    );
}

#[test]
fn filters_of_the_matrix_leave_what_they_say() {
    let of = |options: MatrixOptions| codes(&matrix(Catalog::builtin(), &options));
    let none = MatrixOptions::default;
    let differing = of(MatrixOptions { only_differing: true, ..none() });
    assert_eq!(differing, [204, 400, 401, 404, 406, 409, 500]);
    let deviating = of(MatrixOptions { only_deviations: true, ..none() });
    assert!(deviating.contains(&101) && deviating.contains(&4010) && !deviating.contains(&202));
    let ends_with = of(MatrixOptions { retry: Some(RetryKind::No), ..none() });
    assert_eq!(ends_with, [410, 501, 4832]);
    let user = of(MatrixOptions { actor: Some(Actor::EndUser), ..none() });
    assert_eq!(user, [4642, 4832]);
    let vendors = vec!["elevate".into()];
    assert_eq!(
        of(MatrixOptions { vendors, ..none() }),
        [200, 201, 204, 400, 401, 403, 404, 405, 406, 409, 415, 500]
    );
}
