//! The `wasm-bindgen-test-runner` command, built from the library that our lock file pins.

#[expect(clippy::print_stderr, reason = "a command line program reports its failure there")]
fn main() {
    if let Err(error) =
        wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
    {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}
