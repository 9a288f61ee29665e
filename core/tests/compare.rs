//! Comparisons that were checked by hand.

use respondex_core::{Catalog, Code, CompareOptions, Comparison, Equivalence, compare};

fn of(code: u32) -> Comparison {
    compare(Catalog::builtin(), Code::new(code), &CompareOptions::default())
}

#[track_caller]
fn check_nearest(code: u32, vendor: &str, expected: &[(&str, Equivalence)]) {
    let comparison = of(code);
    let columns = comparison.columns.iter().filter(|column| column.vendor == vendor);
    let found: Vec<(&str, Equivalence)> = columns
        .flat_map(|column| &column.nearest)
        .map(|nearest| (nearest.entry.id, nearest.kind))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_nearest_codes_stand_in_for_401() {
    use Equivalence::{Narrower, Same};
    check_nearest(
        401,
        "updox",
        &[
            ("updox/4010", Same),
            ("updox/4014", Same),
            ("updox/4011", Narrower),
            ("updox/4012", Narrower),
            ("updox/4013", Narrower),
        ],
    );
    check_nearest(401, "vision", &[("vision/101", Same)]);
    check_nearest(401, "elevate-iq", &[]);
}

#[test]
fn nine_codes_of_updox_already_exist() {
    let found: Vec<u32> = of(409)
        .columns
        .iter()
        .filter(|column| column.vendor == "updox")
        .flat_map(|column| &column.nearest)
        .map(|nearest| nearest.entry.code.number())
        .collect();
    assert_eq!(found, [4130, 4132, 4140, 4150, 4230, 4330, 4610, 4730, 4830]);
}

#[test]
fn differences_from_the_standard_are_named() {
    let comparison = of(406);
    let differs = |vendor: &str| {
        comparison.columns.iter().find(|column| column.vendor == vendor).unwrap().differs.clone()
    };
    assert!(differs("vision").contains(&"condition"));
    assert!(!differs("elevate-iq").contains(&"condition"));
}

#[test]
fn the_summary_says_who_lists_a_number_and_what_it_means_there() {
    assert_eq!(
        of(4071).summary,
        "4071 is listed by Updox, not by HHAeXchange, Vision, SanteDB and Elevate IQ."
    );
    assert_eq!(of(777).summary, "None of these vendors lists 777.");
    assert!(of(401).summary.contains("“Token expired” at Vision"), "{}", of(401).summary);
}

#[test]
fn vendors_can_be_chosen_by_nickname() {
    let options = CompareOptions { vendors: vec!["hha".into(), "elevate".into()] };
    let comparison = compare(Catalog::builtin(), Code::new(404), &options);
    let vendors: Vec<&str> = comparison.columns.iter().map(|column| column.vendor).collect();
    assert_eq!(vendors, ["hhaexchange", "elevate-iq"]);
}
