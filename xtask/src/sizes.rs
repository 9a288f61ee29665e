//! What a visitor and an installer download, against the budgets.

use crate::failure::Outcome;
use crate::process;
use crate::workspace::Workspace;

/// The most that the wasm of the site may weigh, in bytes after brotli: what it has reached, with a little air,
/// so that it can only shrink. The aim is 150,000; `bench/RESULTS.md` says what takes the room.
const SITE_BUDGET: u32 = 412_000;

/// The same for the npm package; the aim is 90,000.
const PACKAGE_BUDGET: u32 = 314_000;

/// Prints the table, and fails when a wasm file is over its budget.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    let folders = [
        ("site", workspace.dist(), SITE_BUDGET),
        ("npm package", workspace.npm_package(), PACKAGE_BUDGET),
    ];
    let mut command = process::program(workspace, "node");
    command.arg(workspace.path("xtask/js/sizes.mjs"));
    for (what, folder, budget) in folders {
        command.arg(what).arg(folder).arg(budget.to_string());
    }
    process::run_quietly(&mut command)
}
