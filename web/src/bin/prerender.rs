//! Writes pages.
fn main() {}
