//! libFuzzer's way into the target `unwrap`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("unwrap") {
        (target.run)(text);
    }
});
