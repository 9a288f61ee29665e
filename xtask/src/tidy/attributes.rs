//! Attributes that the house does without: an exception to a lint is an `expect` with its reason, and every test runs.

use super::rust_source::code_only;
use super::{Finding, rust_files};
use crate::failure::Outcome;
use crate::workspace::Workspace;

/// What the attribute begins with, and what to do instead.
const FORBIDDEN: &[(&str, &str)] = &[
    ("[allow(", "write #[expect(…, reason = \"…\")], which fails once it is no longer needed"),
    ("[ignore", "a test runs or goes"),
    ("[should_panic", "compare the answer; core does not panic"),
];

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let files = rust_files(workspace)?;
    Ok(files.iter().flat_map(|(file, text)| check_file(file, text)).collect())
}

fn check_file(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in code_only(text).lines().enumerate() {
        for (attribute, instead) in FORBIDDEN {
            if line.contains(&format!("#{attribute}")) || line.contains(&format!("#!{attribute}")) {
                findings.push(Finding::error(format!("{file}:{}", at + 1), *instead));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_found_with_its_line() {
        let found = check_file("a.rs", "//! #[allow(x)]\n#[allow(dead_code)]\nfn a() {}\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "a.rs:2");
    }

    #[test]
    fn an_expectation_is_fine() {
        assert_eq!(
            check_file("a.rs", "#[expect(dead_code, reason = \"x\")]\n#[test]\nfn a() {}\n"),
            []
        );
    }

    #[test]
    fn skipped_tests_are_found() {
        assert_eq!(
            check_file("a.rs", "#[ignore]\n#[should_panic(expected = \"x\")]\n#![allow(x)]\n")
                .len(),
            3
        );
    }
}
