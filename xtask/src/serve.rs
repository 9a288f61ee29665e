//! `cargo xtask serve`: the published site on this machine, from a server that answers as a real host does.

use std::net::TcpListener;

use crate::arguments::Arguments;
use crate::build;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::setup;
use crate::workspace::Workspace;

/// `cargo xtask serve [--port N] [--no-build]`.
pub(crate) fn run(workspace: &Workspace, mut arguments: Arguments) -> Outcome {
    let port = arguments.option("--port")?.unwrap_or_else(|| "8080".to_owned());
    let port: u16 = port
        .parse()
        .map_err(|_| Failure::new(format!("--port {port}: expected a number up to 65535")))?;
    let no_build = arguments.flag("--no-build");
    arguments.finish()?;
    // Better said before the build than after it.
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        Failure::new(format!("port {port}: {error}; choose another with --port N"))
    })?;

    println!(
        "The first time this takes about 6 minutes, with all tools to build; later about 20 seconds."
    );
    setup::all(workspace)?;
    if !no_build {
        build::site(workspace, "/")?;
    }
    process::run_quietly(
        process::program(workspace, "node")
            .arg(workspace.path("xtask/js/site-server.mjs"))
            .arg(workspace.dist())
            .arg(port.to_string()),
    )
}
