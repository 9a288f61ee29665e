//! A file that one person can hold in mind has about 300 lines. At 400 the rule asks to split it.

use super::{Finding, rust_files};
use crate::failure::Outcome;
use crate::workspace::Workspace;

const MOST_LINES: usize = 400;

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let files = rust_files(workspace)?;
    Ok(files.iter().filter_map(|(file, text)| check_file(file, text)).collect())
}

fn check_file(file: &str, text: &str) -> Option<Finding> {
    let lines = text.lines().count();
    let message = format!("{lines} lines; split it, at most {MOST_LINES} read well");
    (lines > MOST_LINES).then(|| Finding { warning: true, ..Finding::error(file, message) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_a_warning() {
        assert_eq!(check_file("a.rs", &"\n".repeat(400)), None);
        assert!(check_file("a.rs", &"\n".repeat(401)).is_some_and(|finding| finding.warning));
    }
}
