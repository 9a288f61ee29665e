//! Writes the packed data into a file, for programs that are built without the feature `embedded`.
//!
//! `cargo run -p respondex-core --example write_packed_data -- FILE`; without a name, as Trunk's hook calls it, it
//! writes `catalog.bin` into the folder that Trunk is filling.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let named = env::args_os().nth(1).map(PathBuf::from);
    let staging = env::var_os("TRUNK_STAGING_DIR");
    let beside_the_app = staging.map(|folder| PathBuf::from(folder).join("catalog.bin"));
    let file =
        named.or(beside_the_app).ok_or_else(|| io::Error::other("name the file to write"))?;
    fs::write(&file, respondex_core::packed_data())
        .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))
}
