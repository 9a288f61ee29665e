//! Every module opens by saying what it is for.

use super::{Finding, rust_files};
use crate::failure::Outcome;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace) -> Outcome<Vec<Finding>> {
    let files = rust_files(workspace)?;
    Ok(files.iter().filter_map(|(file, text)| check_file(file, text)).collect())
}

fn check_file(file: &str, text: &str) -> Option<Finding> {
    let says =
        text.lines().next().and_then(|line| line.strip_prefix("//! ")).is_some_and(|words| {
            // A placeholder says nothing.
            words.len() > "Stub.".len()
        });
    (!says).then(|| {
        Finding::error(
            format!("{file}:1"),
            "begin with a `//! ` line that says what the module is for",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_without_its_line_is_found() {
        for text in
            ["", "use a::B;\n//! Late.\n", "// Not a doc comment.\n", "//!\n", "//! Stub.\n"]
        {
            assert!(check_file("a.rs", text).is_some(), "{text}");
        }
        assert_eq!(check_file("a.rs", "//! Reads a paste.\n"), None);
    }
}
