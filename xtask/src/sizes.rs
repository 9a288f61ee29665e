//! What a visitor and an installer download, against the budgets.

use crate::failure::Outcome;
use crate::process;
use crate::workspace::Workspace;

/// The most that a file may weigh, in bytes after brotli: what it has reached, with a little air, so that it can
/// only shrink. `bench/RESULTS.md` says what takes the room.
///
/// The aim for the app, which is what the first page waits for, is 150,000.
const SITE_BUDGETS: &[(&str, u32)] = &[
    ("respondex-web_bg.wasm", 241_500),
    // Fetched behind the app.
    ("respondex-reader_bg.wasm", 255_000),
    ("catalog.bin", 73_000),
];

/// The same for the npm package; the aim is 90,000.
const PACKAGE_BUDGETS: &[(&str, u32)] = &[("respondex_wasm_bg.wasm", 434_000)];

/// Prints the table, and fails when a file is over its budget, or a file with a budget is not there.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    let folders = [
        ("site", workspace.dist(), SITE_BUDGETS),
        ("npm package", workspace.npm_package(), PACKAGE_BUDGETS),
    ];
    let mut command = process::program(workspace, "node");
    command.arg(workspace.path("xtask/js/sizes.mjs"));
    for (what, folder, budgets) in folders {
        let budgets: Vec<_> =
            budgets.iter().map(|(name, budget)| format!("{name}={budget}")).collect();
        command.arg(what).arg(folder).arg(budgets.join(","));
    }
    process::run_quietly(&mut command)
}
