//! A module is named after what it holds. Names that fit anything are not used.

use super::{Finding, rust_files};
use crate::failure::Outcome;
use crate::workspace::Workspace;

const FORBIDDEN: &[&str] =
    &["common", "helper", "helpers", "manager", "misc", "models", "types", "util", "utils"];

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let files = rust_files(workspace)?;
    Ok(files.iter().filter_map(|(file, _)| check_file(file)).collect())
}

fn check_file(file: &str) -> Option<Finding> {
    // A test is named after what it tests: tests/types.rs is about types.
    let (_, module) = file.split_once("/src/")?;
    let name = module.trim_end_matches(".rs").split('/').find(|part| FORBIDDEN.contains(part))?;
    Some(Finding::error(
        file,
        format!("\"{name}\" fits anything; name the module after what it holds"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_fits_anything_is_found() {
        assert!(check_file("core/src/decode/utils.rs").is_some());
        assert!(check_file("core/src/helpers/json.rs").is_some());
        assert_eq!(check_file("core/src/catalog/model.rs"), None);
        assert_eq!(check_file("npm/tests/types.rs"), None);
    }
}
